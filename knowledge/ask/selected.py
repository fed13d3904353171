"""Rows of a table that what is asked is true of: all works of one contractor, the projects of a section, those for
which nothing was spent; what stands in the first column is the answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from knowledge.ask.listing import Listed
from knowledge.ask.lookup import Desk
from knowledge.ask.question import Question, Unit, Wanted, Who
from knowledge.ask.score import score
from knowledge.ask.shelf import Held
from knowledge.ask.sought import Sought, sought
from knowledge.facts.fact import Fact, FactKind
from knowledge.facts.terms import Terms
from knowledge.lexicon.load import load
from knowledge.model import Span
from knowledge.text.fold import fold
from knowledge.text.required import Screened

SAID = 0.75  # of a thing asked, to be said by a cell or heading
APART = 0.03  # two tables that answer so nearly as well are two answers
DUTIES = frozenset({"c:task", "c:key_task"})
WORKS = frozenset({"c:project", "c:works"})
CAPITAL = frozenset({"c:capital"})
PLAN = "c:plan"
SUMS = frozenset({"sum", "each"})  # of all there are
LEAST = 2  # rows of a table
_ORDER = re.compile(r"(?:\d{1,3}|[IVX]{1,5}|[a-zđ])?[.)]?")
_TOTAL = re.compile(r"(?:tổng(?: (?:số|cộng))?|cộng)\b(?! ty)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its label, its other cells each with the terms in it, and the facts that stand in each."""

    held: Held
    label: str
    cells: tuple[tuple[str, frozenset[str]], ...]
    facts: tuple[tuple[Fact, ...], ...]
    section: frozenset[str] = frozenset()  # terms of the row above that heads it


@dataclass(frozen=True, slots=True)
class _Asked:
    heads: tuple[Unit, ...]
    units: tuple[Unit, ...]
    whos: tuple[Who, ...]  # bodies and people
    nothing: bool  # rows are asked for whose figure is 0
    measure: tuple[Unit, ...] = field(default=())  # of which it is


def selected(question: Question, desk: Desk, terms: Terms) -> Listed | None:
    """The rows that answer `question`; None where no table tells, or two tell different ones."""
    if question.wanted not in (Wanted.LIST, Wanted.WHICH) or question.operations - SUMS or question.change:
        return None
    found = sought(question)
    if not found.text or found.kinds or found.figure:
        return None
    asked = _asked(question, found)
    if not asked.heads:
        return None
    made = [one for table in _tables(desk, asked) if (one := _fitting(question, asked, table, desk, terms)) is not None]
    made.sort(key=lambda one: -_score(one))
    if not made or _score(made[0]) < desk.line:
        return None
    best = made[0]
    if any(one.items != best.items and _score(best) - _score(one) < APART for one in made[1:]):
        return None
    return best if found.count in (0, len(best.items)) else None


def better(chosen: Listed, other: Listed) -> bool:
    """Whether `chosen` answers better than a list found otherwise: of the same table it tells more."""
    rows = {chosen.operands[0].held.id, *(held.id for held in chosen.also)}
    return other.operands[0].held.id in rows or _score(other) < _score(chosen)


def _score(one: Listed) -> float:
    return one.operands[0].score


def _asked(question: Question, found: Sought) -> _Asked:
    table = load()["domain/rows"]
    whos = tuple(who for who in question.whos if who.kind in ("organisation", "person"))
    units = found.question.units
    heads = tuple(unit for unit in units if unit.head)
    zero = _nothing(question.language).search(fold(question.read))
    rest = tuple(unit for unit in units if not unit.head and not unit.light)
    measures = {"c:" + concept for concept in table["measures"]["concepts"]}
    measure = tuple(unit for unit in rest if zero and any(term in measures for term, _ in unit.options))
    if zero:
        inside = question.read[slice(*zero.span())]
        rest = tuple(unit for unit in rest if unit in measure or not (unit.text in inside or _of(unit) & CAPITAL))
    return _Asked(heads, rest, whos, bool(zero and measure), measure)


def _tables(desk: Desk, asked: _Asked) -> Iterator[tuple[Held, ...]]:
    """The tables whose words call their rows what is looked for."""
    seen: set[tuple[int, int]] = set()
    for held in desk.shelf.passages:
        key = (held.report.id, held.passage.group)
        if held.passage.kind != "row" or key in seen:
            continue
        seen.add(key)
        members = desk.shelf.groups.get(key) or tuple(
            other for other in desk.shelf.passages if (other.report.id, other.passage.group) == key
        )
        members = tuple(sorted(members, key=lambda one: one.passage.start))
        if sum(one.passage.kind == "row" for one in members) >= LEAST and any(
            _heads(asked, one.passage.context | one.passage.sentence) for one in members
        ):
            yield members


def _of(unit: Unit) -> frozenset[str]:
    return frozenset(term for term, factor in unit.options if factor == 1.0)


def _heads(asked: _Asked, terms: frozenset[str]) -> bool:
    return bool(_own(asked) & terms)


def _own(asked: _Asked) -> frozenset[str]:
    """What says what is looked for; works are projects too."""
    own = frozenset(term for unit in asked.heads for term, factor in unit.options if factor == 1.0)
    return own | WORKS if own & WORKS else own


def _captioned(asked: _Asked, terms: frozenset[str]) -> bool:
    """Whether the words above rows call them what is looked for; what there is to do is told in sentences."""
    own = {term for term in _own(asked) if term.startswith("c:")}
    return not own & DUTIES and bool(own & terms)


def _fitting(question: Question, asked: _Asked, members: Sequence[Held], desk: Desk, terms: Terms) -> Listed | None:
    """The rows of one table that fit, scored as a list of which the table says what it is."""
    caption = frozenset[str]().union(*(one.passage.sentence for one in members if one.passage.kind != "row"))
    rows = _rows(members, terms)
    if len(rows) < LEAST:
        return None
    title = frozenset(rows[0].held.report.terms)
    chosen: list[Row] = []
    told: set[str] = set()
    by_cell = False
    for row in rows:
        around = caption | row.section
        if not _heads(asked, around | row.held.passage.context):
            continue
        open_units = [unit for unit in asked.units if not _says(unit, around)]
        cells = _telling(asked, row, open_units)
        if cells is None:
            continue
        columns = frozenset[str]().union(*(fact.near for index in cells for fact in row.facts[index]))
        said = frozenset[str]().union(*(row.cells[index][1] for index in cells)) | columns
        if not all(
            _implied(unit, said) or _says(unit, said | title) or _ahead(question, unit, row) for unit in open_units
        ):
            continue
        by_cell = by_cell or bool(cells)
        chosen.append(row)
        told |= said | around
    if not chosen or (asked.nothing and not by_cell):
        return None
    if not by_cell and not all(_captioned(asked, caption | row.section) for row in chosen):
        return None  # what the whole table is about, its caption says
    if not by_cell and len(chosen) == len(rows) and not asked.units and not question.whens:
        return None
    first = chosen[0].held
    heads = frozenset(_own(asked))
    implied = frozenset(unit.options[0][0] for unit in asked.units if _implied(unit, frozenset(told)))
    fact = Fact(
        FactKind.LIST, Span(0, len(first.passage.quote)), first.passage.quote,
        frozenset(told) | heads | implied, frozenset(), times=first.passage.times,
        names=tuple((id_, 0) for row in chosen for id_, _ in row.held.passage.names), traits=first.passage.traits,
    )  # fmt: skip
    units = tuple(
        replace(unit, light=True) if unit not in asked.units and not unit.head else unit for unit in question.units
    )
    base = replace(question, wanted=Wanted.LIST, units=units, denies=False)
    candidate = score(base, fact, first, desk.shelf, desk.rules, desk.weighing(base))
    labels = tuple(dict.fromkeys(row.label for row in chosen))
    also = tuple(row.held for row in chosen[1:])
    return None if candidate is None else Listed(labels, (candidate,), None, also)


def _telling(asked: _Asked, row: Row, units: Sequence[Unit]) -> tuple[int, ...] | None:
    """The cells of `row` that tell what is asked of it; None where it does not fit. Words of a name nobody knows must
    all stand in one cell."""
    found: list[int] = []
    for who in asked.whos:
        at = [i for i, facts in enumerate(row.facts) if any(f.name is not None and f.name.id in who.ids for f in facts)]
        if not at:
            return None
        found += at[:1]
    words = [unit for unit in units if unit.word is not None]
    if words:
        at = [i for i, (_, terms) in enumerate(row.cells) if all(_says(unit, terms) for unit in words)]
        if not at:
            return None
        found += at[:1]
    if asked.nothing:
        at = [i for i in range(len(row.cells)) if _none(asked, row, i)]
        if not at:
            return None
        found += at[:1]
    for unit in units:
        if unit.word is None and unit not in asked.measure:
            found += [i for i, (_, terms) in enumerate(row.cells) if _says(unit, terms)][:1]
    return tuple(dict.fromkeys(found))


def _none(asked: _Asked, row: Row, index: int) -> bool:
    """Whether a cell tells that there was nothing of what is asked: 0 below its heading, or words that deny it."""
    text, terms = row.cells[index]
    if _no().match(fold(text)):
        return all(_says(unit, terms) for unit in asked.measure[:1])
    return any(
        fact.quantity is not None and fact.quantity.value == 0 and _says(asked.measure[0], fact.near)
        for fact in row.facts[index]
        if fact.kind is FactKind.QUANTITY
    )


def _ahead(question: Question, unit: Unit, row: Row) -> bool:
    """Whether a plan is asked for, of a time that the report looks ahead to."""
    over = row.held.report.period.end if row.held.report.period else row.held.report.document_date
    return PLAN in _of(unit) and over is not None and any(when.period.start >= over for when in question.whens)


def _says(unit: Unit, terms: frozenset[str]) -> bool:
    return any(factor >= SAID and term in terms for term, factor in unit.options)


def _implied(unit: Unit, said: frozenset[str]) -> bool:
    """Whether a column's heading means what is asked: a contractor builds."""
    table = load()["domain/rows"]["implied"]
    options = {term.removeprefix("c:") for term, factor in unit.options if factor == 1.0}
    return any(options & set(deeds) and "c:" + heading in said for heading, deeds in table.items())


def _rows(members: Sequence[Held], terms: Terms) -> list[Row]:
    """The rows of a table without those that head others, and without totals."""
    found: list[Row] = []
    section = frozenset[str]()
    for held in members:
        if held.passage.kind != "row":
            continue
        places = held.passage.cells
        texts = [held.passage.quote[span.start : span.end] for span in places]
        words = [i for i, text in enumerate(texts) if any(c.isalpha() for c in text) and not _ORDER.fullmatch(text)]
        if not words or _TOTAL.match(texts[words[0]].strip()):
            continue
        at = words[0]
        filled = [i for i, text in enumerate(texts) if i > at and text.strip()]
        if not filled:
            section = held.passage.sentence
            continue
        label = " ".join(texts[at].split()).lstrip("-+• ")
        cells = tuple((texts[i], _terms(terms, texts[i])) for i in range(at + 1, len(texts)))
        facts = tuple(
            tuple(fact for fact in held.passage.facts if places[i].holds(fact.span)) for i in range(at + 1, len(texts))
        )
        found.append(Row(held, label, cells, facts, section))
    return found


def _terms(terms: Terms, text: str) -> frozenset[str]:
    """The terms of a cell, its words without their marks as well."""
    if not any(c.isalpha() for c in text):
        return frozenset()
    found = frozenset(term.id for term in terms.widened(text))
    return found | {"f:" + fold(id_[2:]) for id_ in found if id_.startswith("w:")}


@lru_cache(maxsize=2)
def _nothing(language: str) -> Screened:
    return Screened(load()["domain/rows"]["nothing"][language])


@lru_cache(maxsize=1)
def _no() -> re.Pattern[str]:
    """How a cell begins that tells of nothing."""
    return re.compile(load()["domain/rows"]["nothing"]["cell"])
