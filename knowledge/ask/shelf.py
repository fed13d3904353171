"""What the asking stages look at: the passages found for a question, each with its report."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from knowledge.facts.fact import Fact, FactKind, Layer, Passage
from knowledge.model import Period

CORRECTION, CORRECTS = "correction", "corrects:"


@dataclass(frozen=True, slots=True)
class ReportView:
    """What bears on every passage of a report. `names` are those of its title and letterhead with the provinces they
    lie in."""

    id: int
    file: str
    title: str
    document_date: date | None
    period: Period | None
    terms: frozenset[str]
    names: frozenset[str]
    board: str  # names whose report it is; reports of one board share it
    ocr: bool = False  # read from pictures of pages
    superseded: bool = False  # a newer version stands for it

    @property
    def year(self) -> int | None:
        return self.document_date.year if self.document_date else None


@dataclass(frozen=True, slots=True)
class Held:
    """A passage with its id and report, and what its facts have in common: `own` are all terms of their clauses and
    names, `figures` those facts that are quantities, `timed` the same, those told of the same times together;
    `corrects` tells whether it puts right what is told elsewhere."""

    id: int
    passage: Passage
    report: ReportView
    own: frozenset[str] = field(init=False, compare=False, repr=False)
    figures: tuple[Fact, ...] = field(init=False, compare=False, repr=False)
    timed: tuple[tuple[Fact, ...], ...] = field(init=False, compare=False, repr=False)
    corrects: bool = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        facts = self.passage.facts
        names = frozenset("n:" + id_ for fact in facts for id_, _ in fact.names)
        object.__setattr__(self, "own", names.union(*(fact.near | fact.clause for fact in facts)))
        figures = tuple(fact for fact in facts if fact.kind is FactKind.QUANTITY)
        object.__setattr__(self, "figures", figures)
        timed = tuple(tuple(group) for _, group in groupby(figures, key=lambda fact: id(fact.times)))
        object.__setattr__(self, "timed", timed)
        traits = self.passage.traits.union(*(fact.traits for fact in facts))
        corrects = CORRECTION in traits or any(trait.startswith(CORRECTS) for trait in traits)
        object.__setattr__(self, "corrects", corrects)


@dataclass(frozen=True, slots=True)
class Shelf:
    """Passages to look through, `rarity` of each term (0 for one that every passage has, 1 and more for rare ones), and
    all reports held. `group` gives all passages of a table, list or paragraph: (report id, group) to passages."""

    passages: tuple[Held, ...]
    reports: tuple[ReportView, ...]
    rarity: Callable[[str], float]
    groups: Mapping[tuple[int, int], tuple[Held, ...]] = field(default_factory=dict)
    within: Mapping[str, frozenset[str]] = field(default_factory=dict)  # name id -> ids of what it lies in
    names: Mapping[str, str] = field(default_factory=dict)  # id -> spelling, of all names in the reports


def layer_of(term: str, fact: Fact, held: Held) -> int | None:
    """How near `term` stands to `fact`: a :class:`Layer`, or None when it is nowhere about."""
    if term.startswith("n:"):
        return next((layer for id_, layer in fact.names if id_ == term[2:]), _far(term, held))
    if term in fact.near:
        return Layer.NEAR
    if term in fact.clause:
        return Layer.CLAUSE
    if term in held.passage.sentence:
        return Layer.SENTENCE
    return _far(term, held)


def _far(term: str, held: Held) -> int | None:
    if term in held.passage.context:
        return Layer.CONTEXT
    return Layer.REPORT if term in held.report.terms else None
