"""What is known of a passage: its facts, and the words that say what each is a fact of.

A fact's descriptor is layered by nearness. `near` holds the terms of the figure's own clause, `clause` those of the
clauses it leans on (the sentence's subject, the clause before), the passage's `sentence` and `context` (lead-in,
headings, caption, sentence before) and the report's title stand further off. Terms are ``c:ID`` for a concept,
``w:word`` for an accented lower-case syllable, ``n:ID`` for a name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from knowledge.model import Name, Period, Quantity, Span


class FactKind(StrEnum):
    QUANTITY = "quantity"
    DATE = "date"
    PERSON = "person"
    POST = "post"
    ORGANISATION = "organisation"
    GATE = "gate"
    PLACE = "place"
    LIST = "list"
    TEXT = "text"  # a whole passage; made when asked, never stored


class Layer:
    """How far from the figure a term stands; smaller is nearer."""

    NEAR = 0
    CLAUSE = 1
    SENTENCE = 2
    CONTEXT = 3
    REPORT = 4


@dataclass(frozen=True, slots=True)
class Time:
    """A period or day that bears on a fact. `role`: "period", "day", "as-of", "deadline", "since"."""

    period: Period
    layer: int
    role: str


@dataclass(frozen=True, slots=True)
class Fact:
    kind: FactKind
    span: Span  # within the passage's quote
    text: str
    near: frozenset[str]
    clause: frozenset[str]
    times: tuple[Time, ...] = ()
    names: tuple[tuple[str, int], ...] = ()  # (name id, layer): gates, places, people, organisations that bear on it
    quantity: Quantity | None = None
    period: Period | None = None
    name: Name | None = None
    items: tuple[str, ...] = ()
    traits: frozenset[str] = frozenset()
    counted: str | None = None  # the noun a figure counts, as written
    label: frozenset[str] = frozenset()  # terms of the row's label, for a cell of a row that is not the total
    governs: tuple[tuple[str, int], ...] = ()  # (concept, layer): its side of each contrast
    header: str = ""  # of a cell: the table's caption and the column's header, as a person would read them


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence or a table row with what bears on it. `start`/`end` are offsets in the document's text; `quote` is the
    text there. Rows hold all cells, separated by tabs."""

    kind: str  # "sentence", "row", "heading"
    quote: str
    start: int
    end: int
    sentence: frozenset[str]
    context: frozenset[str]
    facts: tuple[Fact, ...]
    names: tuple[tuple[str, str], ...] = ()  # (id, name as canonical) of all names in the sentence
    times: tuple[Time, ...] = ()
    traits: frozenset[str] = frozenset()
    group: int = 0  # number of the table, list or paragraph it belongs to

    @property
    def cells(self) -> tuple[Span, ...]:
        """Where the cells of a row stand in its quote, empty ones too; of a sentence the whole."""
        starts = [0, *(at + 1 for at, letter in enumerate(self.quote) if letter == "\t")]
        return tuple(Span(one, two - 1) for one, two in pairwise((*starts, len(self.quote) + 1)))


@dataclass(frozen=True, slots=True)
class Scope:
    """What the whole report is about: names in its title and letterhead, its period, and the title's terms."""

    names: frozenset[str]
    terms: frozenset[str]
    period: Period | None
    labels: Mapping[str, str]  # id -> name, of the names in scope
