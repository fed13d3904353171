"""Figures combined: what a computed answer is, and the small steps all computations share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from knowledge.ask.question import Question, Unit
from knowledge.ask.score import Candidate
from knowledge.ask.show import fact_text, figure, value_of
from knowledge.model import Dimension

CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Computed:
    """A computed figure with its arithmetic and the facts it rests on."""

    value: Decimal
    unit: str | None
    arithmetic: str
    operands: tuple[Candidate, ...]


def value(candidate: Candidate | None) -> Decimal | None:
    """The one figure a candidate stands for, or None."""
    if candidate is None or candidate.fact.quantity is None:
        return None
    return value_of(candidate.fact.quantity)


def unit(candidate: Candidate) -> str | None:
    """Its unit."""
    return candidate.fact.quantity.unit if candidate.fact.quantity else None


def same_measure(operands: Iterable[Candidate]) -> bool:
    """Whether figures may be combined: one dimension, and one currency."""
    quantities = [c.fact.quantity for c in operands if c.fact.quantity is not None]
    return (
        len({q.dimension if q.dimension is not Dimension.NUMBER else Dimension.COUNT for q in quantities}) == 1
        and len({q.unit for q in quantities if q.dimension is Dimension.MONEY}) <= 1
    )


def one_board(question: Question, operands: Iterable[Candidate]) -> bool:
    """Whether figures are told by one board, or the question itself names whose they are."""
    return bool(question.named) or len({c.held.report.board for c in operands}) <= 1


def combine(value: Decimal, operands: list[Candidate], sign: str, unit: str | None) -> Computed:
    """A result with its arithmetic written out; `sign` stands between the operands."""
    shown = f" {sign} ".join(fact_text(c.fact) for c in operands)
    return Computed(value, unit, f"{shown} = {figure(value, unit)}", tuple(operands))


def percent(value: Decimal) -> Decimal:
    """`value` to two places."""
    return value.quantize(CENT, ROUND_HALF_UP)


def plain(question: Question) -> Question:
    """`question` without its operation: for the level of one thing at one time."""
    return replace(
        question,
        operations=frozenset(),
        change=False,
        expected=question.expected or question.measured,
        dimension=None if question.dimension == "percent" else question.dimension,
    )


def like(question: Question, other: Candidate | None) -> Question:
    """`question` asking for a figure in the dimension of `other`, and in its currency."""
    quantity = other.fact.quantity if other is not None else None
    if quantity is None or quantity.dimension is not Dimension.MONEY:
        return question
    return replace(question, dimension=quantity.dimension, unit=quantity.unit)


def unsided(question: Question, sides: frozenset[str]) -> Question:
    """`question` without the things that name one of `sides`."""
    dropped = {"c:" + side for side in sides}
    units = tuple(
        unit for unit in question.units if not any(term in dropped and factor == 1.0 for term, factor in unit.options)
    )
    return replace(question, units=units, concepts=question.concepts - sides)


def one_side(question: Question, side: str, sides: frozenset[str]) -> Question:
    """`question` asking for `side` alone of the contrast's `sides`."""
    dropped = {"c:" + other for other in sides if other != side}
    units = tuple(
        unit for unit in question.units if not any(term in dropped and factor == 1.0 for term, factor in unit.options)
    )
    return replace(question, units=units, concepts=(question.concepts - sides) | {side})


def swapped(question: Question, side: str, *others: str) -> Question:
    """`question` asking for another side: one of `others`, any of which will do. What names the side together with a
    measure ("kim ngạch nhập khẩu") goes on naming the measure."""
    named, sided = "c:" + side, tuple(("c:" + other, 1.0) for other in others)
    units: list[Unit] = []
    for unit in question.units:
        if any(term == named and factor == 1.0 for term, factor in unit.options):
            units.append(replace(unit, options=sided, parts=()))
        elif named in unit.parts:
            rest = tuple((part, 1.0) for part in unit.parts if part != named)
            rest = rest or tuple(option for option in unit.options if option[0] != named)
            units.append(replace(unit, text=f"{unit.text} ({others[0]})", options=sided, parts=(), head=False))
            units.append(replace(unit, options=rest, parts=()))
        else:
            units.append(unit)
    return replace(question, units=tuple(units), concepts=(question.concepts - {side}) | {*others})
