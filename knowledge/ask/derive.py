"""Figures that stand in no report but follow from some that do: periods from their parts, a side from the whole, a year
from the next one and the change it states."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from knowledge.ask import arithmetic, halves, joined
from knowledge.ask.arithmetic import Computed
from knowledge.ask.compute import Rule
from knowledge.ask.earlier import before
from knowledge.ask.lookup import Desk
from knowledge.ask.question import Question, When
from knowledge.ask.score import Candidate
from knowledge.lexicon.load import load
from knowledge.model import Dimension, Period

SUMS = frozenset({"total", "amount"})  # "cộng lại": that they are added up need not be said of the parts
FEW = 3  # months told one by one, to be taken from a longer time
SLACK = 0.06  # what an operand may say besides what is asked


def from_periods(question: Question, desk: Desk) -> Computed | None:
    """A period from its parts or from a longer one less the rest."""
    if len(question.whens) != 1 or question.whens[0].day:
        return None
    when = question.whens[0]
    if "sum" in question.operations:
        question = arithmetic.unsided(arithmetic.plain(question), SUMS)
    for plus, minus in _ways(when.period):
        operands = _told(question, (*plus, *minus), desk)
        values = [arithmetic.value(c) for c in operands]
        if not operands or None in values or not arithmetic.same_measure(operands):
            continue
        if not arithmetic.one_board(question, operands):
            continue
        if operands[0].fact.quantity is None or operands[0].fact.quantity.dimension in (
            Dimension.PERCENT,
            Dimension.POINTS,
        ):
            continue
        if any(c.fact.quantity is not None and c.fact.quantity.per for c in operands):
            continue  # so many a day cannot be added up
        if len({(c.held.id, c.fact.span) for c in operands}) != len(operands):
            continue
        numbers = [v for v in values if v is not None]
        value = sum(numbers[: len(plus)], Decimal()) - sum(numbers[len(plus) :], Decimal())
        if value <= 0:
            continue  # a longer time of which no more is told: a figure of its part, most likely
        return arithmetic.combine(value, operands, "-" if minus else "+", arithmetic.unit(operands[0]))
    return None


def _told(question: Question, periods: Iterable[Period], desk: Desk) -> list[Candidate]:
    """What is told of each of `periods`; nothing where it is not told of all."""
    found: list[Candidate] = []
    for period in periods:
        figure = _firm(desk.figure(replace(question, whens=(When(period, False, ""),))))
        if figure is None:
            return []
        found.append(figure)
    return found


def _firm(candidate: Candidate | None) -> Candidate | None:
    """A figure that says exactly what is asked: no plan, no change, nothing besides."""
    if candidate is None or "ahead" in candidate.fact.traits:
        return None
    beside = sum(
        value for name, value in candidate.parts if name in ("sides", "change", "gate", "dimension", "whole", "head")
    )
    return candidate if beside > -SLACK else None


def _ways(period: Period) -> list[tuple[tuple[Period, ...], tuple[Period, ...]]]:
    """How a period is made of others: (added, taken away), the plainest first."""
    year = period.start.year

    def months(first: int, last: int) -> Period:
        return Period(date(year, first, 1), date(year + (last == 12), last % 12 + 1, 1))

    span = next(
        ((a, b) for a in range(1, 13) for b in range(a, 13) if months(a, b) == Period(period.start, period.end)), None
    )
    if span is None:
        return []
    first, last = span
    ways: list[tuple[tuple[Period, ...], tuple[Period, ...]]] = []
    length = last - first + 1
    if first > 1:
        ways.append(((months(1, last),), (months(1, first - 1),)))
    if first == 1 and last < 12:
        for longer in (12, 9, 6, last + 1):
            if last < longer <= 12:
                ways.append(((months(1, longer),), (months(last + 1, longer),)))
    if length == 12:
        ways.append(((months(1, 6), months(7, 12)), ()))
    if length % 3 == 0 and length > 3 and (first - 1) % 3 == 0:
        ways.append((tuple(months(m, m + 2) for m in range(first, last, 3)), ()))
    if length > 1:
        ways.append((tuple(months(m, m) for m in range(first, last + 1)), ()))
    if first == 1:
        for longer in range(last + 2, min(last + FEW, 12) + 1):
            ways.append(((months(1, longer),), tuple(months(m, m) for m in range(last + 1, longer + 1))))
    return ways


def complement(question: Question, desk: Desk) -> Computed | None:
    """One side as the whole less the other side: imports as turnover less exports, what is left as all less what is
    done."""
    for contrast in desk.rules.contrasts:
        sides = question.concepts & contrast
        if len(sides) != 1 or len(contrast) != 2:
            continue
        (side,) = sides
        (other,) = contrast - sides
        base = arithmetic.plain(question)
        rest = arithmetic.swapped(base, side, other)
        whole = _both(base, side)
        a = desk.figure(whole)
        b = desk.figure(rest) if a is not None else None
        x, y = arithmetic.value(a), arithmetic.value(b)
        if (
            a is None
            or b is None
            or x is None
            or y is None
            or x < y
            or not arithmetic.same_measure((a, b))
            or a.held.report.id != b.held.report.id
        ):
            continue
        if (
            (a.held.id, a.fact.span) == (b.held.id, b.fact.span)
            or a.fact.quantity is None
            or a.fact.quantity.dimension is Dimension.PERCENT
        ):
            continue
        return arithmetic.combine(x - y, [a, b], "-", arithmetic.unit(a))
    return None


def _both(base: Question, side: str) -> Question:
    """`base` asking for both sides together."""
    measures = load()["domain/measures"]
    for both, pair in measures["both"].items():
        if side in pair:
            asked = arithmetic.swapped(base, side, both, *measures["wholes"].get(both, ()))
            return replace(asked, concepts=asked.concepts - set(pair))
    return arithmetic.unsided(base, frozenset({side}))


DERIVED: tuple[Rule, ...] = (joined.together, halves.apart, from_periods, complement, before)
