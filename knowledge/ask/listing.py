"""Lists: an enumeration in the text, or the rows of a table that fit; and the first among them ("nhiều nhất")."""

from __future__ import annotations

from dataclasses import dataclass, replace

from knowledge.ask.lookup import Desk
from knowledge.ask.question import Question, Wanted
from knowledge.ask.score import Candidate
from knowledge.ask.show import value_of
from knowledge.facts.fact import FactKind
from knowledge.model import Span

KIND_OF_HEAD = {
    "border_gate": "gate", "international_gate": "gate", "main_gate": "gate", "sub_gate": "gate",
    "trail_opening": "gate",
    "individual": "person", "leader": "person", "people_count": "person", "staff": "person",
    "office_unit": "organisation", "enterprise": "organisation", "collective": "organisation",
    "division": "organisation",
    "counterpart": "organisation", "investor": "organisation",
    "commune": "place", "province": "place", "district": "place", "village": "place",
}  # fmt: skip
KIND_BONUS = 0.12
COUNT_BONUS = 0.1
SUMS = frozenset({"c:total"})


@dataclass(frozen=True, slots=True)
class Listed:
    items: tuple[str, ...]
    operands: tuple[Candidate, ...]
    mark: Span | None = None


def head_kind(question: Question) -> str | None:
    """The kind of name a list or "which" question asks for, by the thing it looks for."""
    for unit in question.units:
        if unit.head:
            for term, _ in unit.options:
                if kind := KIND_OF_HEAD.get(term.removeprefix("c:")):
                    return kind
    return None


def listed(question: Question, desk: Desk) -> Listed | None:
    """The list that answers `question`."""
    kind = head_kind(question)
    ranked = [
        replace(c, score=c.score + _bonus(question, c, kind))
        for c in desk.ranked(question, frozenset({FactKind.LIST}))
        if kind is None or f"list:{kind}" in c.fact.traits or "list:other" in c.fact.traits
    ]
    ranked.sort(key=lambda c: (-c.score, c.held.id, c.fact.span.start))
    best = ranked[0] if ranked else None
    rows = _rows(question, desk)
    if rows is not None and (best is None or rows.operands[0].score > best.score):
        return rows
    if best is None or best.score < desk.line:
        return None
    return Listed(best.fact.items, (best,), best.fact.span)


def _bonus(question: Question, candidate: Candidate, kind: str | None) -> float:
    bonus = KIND_BONUS if kind is not None and f"list:{kind}" in candidate.fact.traits else 0.0
    asked = question.notes.get("several")
    if asked and int(asked) == len(candidate.fact.items):
        bonus += COUNT_BONUS
    return bonus


def _rows(question: Question, desk: Desk) -> Listed | None:
    """Labels of the rows of one table in whose column the question's figure stands and is not 0."""
    ranked = desk.ranked(replace(question, wanted=Wanted.QUANTITY), frozenset({FactKind.QUANTITY}))
    cells = [c for c in ranked if "cell" in c.fact.traits and c.score >= desk.line]
    if not cells:
        return None
    best = cells[0]
    column = _column(best)
    fitting: dict[int, Candidate] = {}
    for cell in cells:
        same = (cell.held.report.id, cell.held.passage.group) == (best.held.report.id, best.held.passage.group)
        value = value_of(cell.fact.quantity) if cell.fact.quantity else None
        if same and value and _column(cell) == column and not cell.fact.near & SUMS:
            fitting.setdefault(cell.held.id, cell)
    chosen = sorted(fitting.values(), key=lambda c: c.held.id)
    if len(chosen) < 2:
        return None
    return Listed(tuple(label(c) for c in chosen), tuple(chosen))


def _column(candidate: Candidate) -> str:
    return candidate.held.passage.quote[: candidate.fact.span.start].count("\t").__str__()


def label(candidate: Candidate) -> str:
    """The words of a row's first cell that has any."""
    for cell in candidate.held.passage.quote.split("\t"):
        if any(c.isalpha() for c in cell) and len(cell.strip()) > 1:
            return " ".join(cell.split()).lstrip("-+• ")
    return candidate.held.passage.quote


def first(question: Question, desk: Desk) -> tuple[Candidate, str] | None:
    """The row or gate with the largest (or smallest) figure of the column asked about: (its candidate, its label)."""
    operations = question.operations & {"most", "least"}
    if len(operations) != 1:
        return None
    base = replace(
        question, wanted=Wanted.QUANTITY, operations=frozenset(), units=tuple(u for u in question.units if not u.head)
    )
    ranked = desk.ranked(base, frozenset({FactKind.QUANTITY}))
    cells = [c for c in ranked if "cell" in c.fact.traits and c.score >= desk.line - 0.1]
    if not cells:
        return None
    best = cells[0]
    group = [
        c for c in cells
        if (c.held.report.id, c.held.passage.group) == (best.held.report.id, best.held.passage.group)
        and _column(c) == _column(best)
        and not c.fact.near & SUMS and c.fact.quantity is not None and value_of(c.fact.quantity) is not None
    ]  # fmt: skip
    if len(group) < 2:
        return None
    key = (max if "most" in operations else min)(group, key=lambda c: value_of(c.fact.quantity))  # type: ignore[arg-type, return-value]
    return key, label(key)
