"""Figures that stand in no report but follow from some that do: sums, differences, shares, periods from their parts.

Every operand is a cited fact; figures that count different things are never combined.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from knowledge.ask.lookup import Desk
from knowledge.ask.question import Question, When
from knowledge.ask.score import Candidate
from knowledge.ask.show import fact_text, figure, value_of
from knowledge.lexicon.load import load
from knowledge.model import Dimension, Period

SLACK = 0.06  # what an operand may say besides what is asked
CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Computed:
    """A computed figure with its arithmetic and the facts it rests on."""

    value: Decimal
    unit: str | None
    arithmetic: str
    operands: tuple[Candidate, ...]


Rule = Callable[[Question, Desk], Computed | None]


def _value(candidate: Candidate | None) -> Decimal | None:
    if candidate is None or candidate.fact.quantity is None:
        return None
    return value_of(candidate.fact.quantity)


def _unit(candidate: Candidate) -> str | None:
    return candidate.fact.quantity.unit if candidate.fact.quantity else None


def _same_measure(operands: Iterable[Candidate]) -> bool:
    quantities = [c.fact.quantity for c in operands if c.fact.quantity is not None]
    return (
        len({q.dimension if q.dimension is not Dimension.NUMBER else Dimension.COUNT for q in quantities}) == 1
        and len({q.unit for q in quantities if q.dimension is Dimension.MONEY}) <= 1
    )


def _combine(value: Decimal, operands: list[Candidate], sign: str, unit: str | None) -> Computed:
    shown = f" {sign} ".join(fact_text(c.fact) for c in operands)
    return Computed(value, unit, f"{shown} = {figure(value, unit)}", tuple(operands))


def _percent(value: Decimal) -> Decimal:
    return value.quantize(CENT, ROUND_HALF_UP)


def plain(question: Question) -> Question:
    """`question` without its operation: for the level of one thing at one time."""
    return replace(
        question,
        operations=frozenset(),
        change=False,
        dimension=None if question.dimension == "percent" else question.dimension,
    )


# --- asked for -------------------------------------------------------------------------------------------------------


def total(question: Question, desk: Desk) -> Computed | None:
    """Several gates, or both sides of a contrast, added up."""
    if "sum" not in question.operations:
        return None
    parts = _split(question, desk)
    if len(parts) < 2:
        return None
    return _sum([desk.figure(part) for part in parts])


def _split(question: Question, desk: Desk) -> list[Question]:
    base = plain(question)
    gates = [who for who in question.whos if who.kind == "gate"]
    if len(gates) > 1:
        others = tuple(who for who in question.whos if who.kind != "gate")
        return [replace(base, whos=(*others, gate)) for gate in gates]
    for both, pair in load()["domain/measures"]["both"].items():
        if both in question.concepts:
            return [_swap(replace(base, concepts=base.concepts - {both}), both, side) for side in pair]
    for contrast in desk.rules.contrasts:
        sides = sorted(question.concepts & contrast)
        if len(sides) > 1:
            return [one_side(base, side, frozenset(sides)) for side in sides]
    if len(question.whens) > 1:
        return [replace(base, whens=(when,)) for when in question.whens]
    return []


def one_side(question: Question, side: str, sides: frozenset[str]) -> Question:
    """`question` asking for `side` alone of the contrast's `sides`."""
    dropped = {"c:" + other for other in sides if other != side}
    units = tuple(
        unit for unit in question.units if not any(term in dropped and factor == 1.0 for term, factor in unit.options)
    )
    return replace(question, units=units, concepts=(question.concepts - sides) | {side})


def _sum(found: list[Candidate | None]) -> Computed | None:
    operands = [c for c in found if c is not None]
    values = [_value(c) for c in operands]
    if len(operands) != len(found) or len(operands) < 2 or not _same_measure(operands) or None in values:
        return None
    if len({(c.held.id, c.fact.span) for c in operands}) != len(operands):
        return None
    return _combine(sum((v for v in values if v is not None), Decimal()), operands, "+", _unit(operands[0]))


def change(question: Question, desk: Desk) -> Computed | None:
    """The difference, or the growth, between two periods or two gates."""
    if "difference" not in question.operations and not question.change:
        return None
    base = plain(question)
    pairs: list[tuple[Question, Question]] = []
    compared = (*question.whens, *question.bases)
    if len(compared) == 2:
        first, second = sorted(compared, key=lambda when: when.period.start)
        pairs.append((replace(base, whens=(second,)), replace(base, whens=(first,))))
    gates = [who for who in question.whos if who.kind == "gate"]
    if len(gates) == 2:
        others = tuple(who for who in question.whos if who.kind != "gate")
        pairs.append((replace(base, whos=(*others, gates[0])), replace(base, whos=(*others, gates[1]))))
    sides = frozenset(load()["domain/measures"]["change"])
    for now, then in pairs:
        a, b = desk.figure(_unsided(now, sides)), desk.figure(_unsided(then, sides))
        x, y = _value(a), _value(b)
        if a is None or b is None or x is None or y is None or not _same_measure((a, b)):
            continue
        if question.dimension == "percent":
            if not y:
                continue
            value = _percent((x - y) / y * 100)
            if "decrease" in question.concepts:
                value = -value
            text = f"({fact_text(a.fact)} - {fact_text(b.fact)}) / {fact_text(b.fact)} = {figure(value, '%')}"
            return Computed(value, "%", text, (a, b))
        high, low = (a, b) if x >= y else (b, a)
        return _combine(abs(x - y), [high, low], "-", _unit(a))
    return None


def _unsided(question: Question, sides: frozenset[str]) -> Question:
    dropped = {"c:" + side for side in sides}
    units = tuple(unit for unit in question.units if not any(term in dropped for term, _ in unit.options))
    return replace(question, units=units, concepts=question.concepts - sides)


def share(question: Question, desk: Desk) -> Computed | None:
    """A part as a percentage of its whole: one gate of all, one side of both, "119/128", actual of plan."""
    if question.dimension != "percent":
        return None
    base = _unsided(plain(question), frozenset(load()["domain/measures"]["share"]))
    pairs: list[tuple[Question, Question]] = []
    gates = tuple(who for who in question.whos if who.kind == "gate")
    if gates and "share" in question.operations:
        pairs.append((base, replace(base, whos=tuple(who for who in question.whos if who not in gates))))
    for contrast in desk.rules.contrasts:
        sides = question.concepts & contrast
        if len(sides) == 1 and "share" in question.operations:
            pairs.append((base, _unsided(base, sides)))
        if "plan" in sides:
            pairs.append((_unsided(base, frozenset({"plan"})), base))
    for numerator, denominator in pairs:
        a, b = desk.figure(numerator), desk.figure(denominator)
        x, y = _value(a), _value(b)
        if (
            a is None
            or b is None
            or x is None
            or not y
            or not _same_measure((a, b))
            or (a.held.id, a.fact.span) == (b.held.id, b.fact.span)
        ):
            continue
        value = _percent(x / y * 100)
        return Computed(value, "%", f"{fact_text(a.fact)} / {fact_text(b.fact)} = {figure(value, '%')}", (a, b))
    return _ratio(base, desk)


def _ratio(base: Question, desk: Desk) -> Computed | None:
    a = desk.figure(base)
    if a is None or a.fact.quantity is None or not a.fact.quantity.total or a.fact.quantity.value is None:
        return None
    value = _percent(a.fact.quantity.value / a.fact.quantity.total * 100)
    return Computed(value, "%", f"{fact_text(a.fact)} = {figure(value, '%')}", (a,))


# --- derived where the figure itself is missing ----------------------------------------------------------------------


def from_periods(question: Question, desk: Desk) -> Computed | None:
    """A period from its parts or from a longer one less the rest."""
    if len(question.whens) != 1 or question.whens[0].day:
        return None
    when = question.whens[0]
    for plus, minus in _ways(when.period):
        found = [_firm(desk.figure(replace(question, whens=(When(p, False, ""),)))) for p in (*plus, *minus)]
        operands = [c for c in found if c is not None]
        values = [_value(c) for c in operands]
        if len(operands) != len(found) or None in values or not _same_measure(operands):
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
        if value < 0:
            continue
        return _combine(value, operands, "-" if minus else "+", _unit(operands[0]))
    return None


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
        for longer in (12, 9, 6):
            if longer > last:
                ways.append(((months(1, longer),), (months(last + 1, longer),)))
    if length == 12:
        ways.append(((months(1, 6), months(7, 12)), ()))
    if length % 3 == 0 and length > 3 and (first - 1) % 3 == 0:
        ways.append((tuple(months(m, m + 2) for m in range(first, last, 3)), ()))
    if length > 1:
        ways.append((tuple(months(m, m) for m in range(first, last + 1)), ()))
    if first == 1 and last == 6:
        quarter_less = (months(1, 9),), (months(7, 7), months(8, 8), months(9, 9))
        ways.append(quarter_less)
    return ways


def remainder(question: Question, desk: Desk) -> Computed | None:
    """What is left: the whole less the part done, both in one sentence ("quy mô 143,7 ha: đã bàn giao 128,9 ha")."""
    if not question.denies and "remainder" not in question.operations:
        return None
    base = replace(plain(question), denies=False)
    part = desk.figure(_unsided(base, frozenset({"remaining", "in_progress"})))
    x = _value(part)
    if part is None or x is None or part.fact.quantity is None:
        return None
    if part.fact.quantity.total is not None:
        value = part.fact.quantity.total - x
        return Computed(value, _unit(part), f"{fact_text(part.fact)}: {figure(value, _unit(part))}", (part,))
    for fact in part.held.passage.facts:
        quantity = fact.quantity
        if quantity is None or fact.span.end > part.fact.span.start or quantity.unit != part.fact.quantity.unit:
            continue
        whole = value_of(quantity)
        if whole is not None and whole > x and "change" not in fact.traits:
            return _combine(whole - x, [replace(part, fact=fact), part], "-", _unit(part))
    return None


def complement(question: Question, desk: Desk) -> Computed | None:
    """One side as the whole less the other side: imports as turnover less exports, what is left as all less what is
    done."""
    for contrast in desk.rules.contrasts:
        sides = question.concepts & contrast
        if len(sides) != 1 or len(contrast) != 2:
            continue
        (side,) = sides
        (other,) = contrast - sides
        base = plain(question)
        rest = _swap(base, side, other)
        whole = _unsided(base, sides)
        a, b = desk.figure(whole), desk.figure(rest)
        x, y = _value(a), _value(b)
        if (
            a is None
            or b is None
            or x is None
            or y is None
            or x < y
            or not _same_measure((a, b))
            or a.held.report.id != b.held.report.id
        ):
            continue
        if (
            (a.held.id, a.fact.span) == (b.held.id, b.fact.span)
            or a.fact.quantity is None
            or a.fact.quantity.dimension is Dimension.PERCENT
        ):
            continue
        return _combine(x - y, [a, b], "-", _unit(a))
    return None


def _swap(question: Question, side: str, other: str) -> Question:
    units = tuple(
        replace(unit, options=(("c:" + other, 1.0),), parts=())
        if any(t == "c:" + side and f == 1.0 for t, f in unit.options)
        else unit
        for unit in question.units
    )
    return replace(question, units=units, concepts=(question.concepts - {side}) | {other})


def before(question: Question, desk: Desk) -> Computed | None:
    """A period's figure from the next year's and the change it states against it ("tăng 33,1 tỷ so với quý I/2023")."""
    if len(question.whens) != 1:
        return None
    asked = question.whens[0]
    later = _next_year(asked)
    if later is None:
        return None
    now = desk.figure(replace(question, whens=(later,)))
    level = _value(now)
    if now is None or level is None or now.fact.quantity is None:
        return None
    for fact in now.held.passage.facts:
        quantity = fact.quantity
        if (
            quantity is None
            or "change" not in fact.traits
            or fact.span.start < now.fact.span.end
            or quantity.value is None
        ):
            continue
        if quantity.dimension != now.fact.quantity.dimension or quantity.unit != now.fact.quantity.unit:
            continue
        if "against:plan" in fact.traits:
            continue
        falls = any(concept == "decrease" for concept, _ in fact.governs)
        value = level + quantity.value if falls else level - quantity.value
        return _combine(value, [now, replace(now, fact=fact)], "+" if falls else "-", _unit(now))
    return None


def _next_year(when: When) -> When | None:
    try:
        if when.day:
            following = Period(when.period.end, date.fromordinal(when.period.end.toordinal() + 1))
            return When(following, True, "")
        return When(
            Period(when.period.start.replace(year=when.period.start.year + 1), when.period.end.replace(year=when.period.end.year + 1)),
            False, "",
        )  # fmt: skip
    except ValueError:
        return None


ASKED: tuple[Rule, ...] = (total, change, share, remainder)
DERIVED: tuple[Rule, ...] = (from_periods, complement, before)
