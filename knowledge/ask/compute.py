"""Computations that a question asks for: sums, differences, shares, what is left.

Every operand is a cited fact; figures that count different things are never combined.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from knowledge.ask import arithmetic, overall, part, product, rest, summed, undone
from knowledge.ask.arithmetic import Computed
from knowledge.ask.lookup import Desk
from knowledge.ask.question import Question, Unit, When
from knowledge.ask.score import Candidate, denied
from knowledge.ask.show import fact_text, figure
from knowledge.facts.compared import year_before
from knowledge.lexicon.load import load

Rule = Callable[[Question, Desk], Computed | None]
HUNDRED = Decimal(100)
RATE = "ratio"
UNSHARED = frozenset({"increase", "decrease", "plan", "actual", "completed", "estimate"})  # rates of which stand alone
SPENT = "disburse"
CAPITAL = ("capital_plan", "capital")
AIMS = frozenset({"plan", "actual"})
FALLS = frozenset({"decrease", "fall_short", "less"})  # asked how far it fell, the fall is told without its sign


def total(question: Question, desk: Desk) -> Computed | None:
    """Several gates, or both sides of a contrast, added up."""
    if "sum" not in question.operations:
        return None
    parts = _split(question, desk)
    if len(parts) < 2:
        return None
    found = _sum([desk.figure(part) for part in parts])
    if found is not None and question.dimension == "percent" and found.unit != "%":
        return None  # a share was asked for
    return found


def _split(question: Question, desk: Desk) -> list[Question]:
    base = arithmetic.unsided(arithmetic.plain(question), frozenset({"total", "amount"}))
    gates = [who for who in question.whos if who.kind == "gate"]
    if len(gates) > 1:
        others = tuple(who for who in question.whos if who.kind != "gate")
        return [replace(base, whos=(*others, gate)) for gate in gates]
    for both, pair in load()["domain/measures"]["both"].items():
        if both in question.concepts:
            return [arithmetic.swapped(replace(base, concepts=base.concepts - {both}), both, side) for side in pair]
    two = summed.together(question)
    if two is not None:
        return list(two)
    for contrast in desk.rules.contrasts:
        sides = sorted(question.concepts & contrast)
        if len(sides) > 1:
            return [arithmetic.one_side(base, side, frozenset(sides)) for side in sides]
    if len(question.whens) > 1:
        return [replace(base, whens=(when,)) for when in question.whens]
    return []


def _sum(found: list[Candidate | None]) -> Computed | None:
    operands = [c for c in found if c is not None]
    values = [arithmetic.value(c) for c in operands]
    if len(operands) != len(found) or len(operands) < 2 or not arithmetic.same_measure(operands) or None in values:
        return None
    if len({(c.held.id, c.fact.span) for c in operands}) != len(operands):
        return None
    return arithmetic.combine(
        sum((v for v in values if v is not None), Decimal()), operands, "+", arithmetic.unit(operands[0])
    )


def change(question: Question, desk: Desk) -> Computed | None:
    """The difference, or the growth, between two periods or two gates."""
    if "difference" not in question.operations and not question.change:
        return None
    base = arithmetic.plain(question)
    pairs: list[tuple[Question, Question]] = []
    compared = (*question.whens, *question.bases)
    if len(compared) == 1 and question.notes.get("same_period") and not compared[0].day:
        compared = (*compared, When(year_before(compared[0].period), False, ""))
    if len(compared) == 2:
        first, second = sorted(compared, key=lambda when: when.period.start)
        then = (
            arithmetic.unsided(base, AIMS) if "plan" in question.concepts else base
        )  # next year's plan, and this year
        pairs.append((replace(base, whens=(second,)), replace(then, whens=(first,))))
    gates = [who for who in question.whos if who.kind == "gate"]
    if len(gates) == 2:
        others = tuple(who for who in question.whos if who.kind != "gate")
        pairs.append((replace(base, whos=(*others, gates[0])), replace(base, whos=(*others, gates[1]))))
    sides = frozenset(load()["domain/measures"]["change"])
    for now, then in pairs:
        a = desk.figure(arithmetic.unsided(now, sides))
        b = desk.figure(arithmetic.like(arithmetic.unsided(then, sides), a)) if a is not None else None
        x, y = arithmetic.value(a), arithmetic.value(b)
        if a is None or b is None or x is None or y is None or not arithmetic.same_measure((a, b)):
            continue
        if (a.held.id, a.fact.span) == (b.held.id, b.fact.span):
            continue  # one figure is not how far two are apart
        if not arithmetic.one_board(question, (a, b)):
            continue
        if question.dimension == "percent":
            if not y:
                continue
            value = arithmetic.percent((x - y) / y * 100)
            if question.concepts & FALLS or "falls" in question.traits:
                value = -value
            text = f"({fact_text(a.fact)} - {fact_text(b.fact)}) / {fact_text(b.fact)} = {figure(value, '%')}"
            return Computed(value, "%", text, (a, b))
        high, low = (a, b) if x >= y else (b, a)
        return arithmetic.combine(abs(x - y), [high, low], "-", arithmetic.unit(a))
    return None


def share(question: Question, desk: Desk) -> Computed | None:
    """A part as a percentage of its whole: one gate of all, one side of both, "119/128", actual of plan."""
    if "percent" not in (question.dimension, question.expected):
        return None
    base = arithmetic.unsided(arithmetic.plain(question), frozenset(load()["domain/measures"]["share"]))
    base = _measured(question, replace(base, expected=None))
    pairs: list[tuple[Question, Question]] = []
    if "share" in question.operations:
        base = part.gated(base)
    gates = tuple(who for who in base.whos if who.kind == "gate")
    planned = question.against_plan or "plan" in question.concepts  # a share of the plan is none of all gates
    if gates and "share" in question.operations and not planned:
        pairs.append((base, replace(base, whos=tuple(who for who in base.whos if who not in gates))))
        if question.measured not in (None, "percent"):  # a table of turnover and of vehicles
            measured = question.measured
            pairs += [(replace(a, expected=measured), replace(b, expected=measured)) for a, b in pairs]
    if question.against_plan and "plan" not in question.concepts:
        aimed = replace(base, units=(*base.units, Unit("plan", (("c:plan", 1.0),))), concepts=base.concepts | {"plan"})
        done = replace(base, against_plan=False)
        pairs += [(done, aimed), (done, replace(aimed, whens=tuple(map(rest.year, base.whens))))]
        if SPENT in base.concepts:  # of what is spent the plan is one of capital
            capital = arithmetic.unsided(base, frozenset({SPENT, *CAPITAL}))
            given = Unit("plan", (("c:capital_plan", 1.0), ("c:plan", 0.9)))
            capital = replace(capital, units=(*capital.units, given), concepts=capital.concepts | {"plan"})
            spent = arithmetic.unsided(done, frozenset(CAPITAL))
            pairs += [(spent, replace(capital, whens=tuple(map(rest.year, base.whens)), against_plan=False))]
    for contrast in desk.rules.contrasts:
        sides = question.concepts & contrast
        if len(sides) == 1 and ("share" in question.operations or (RATE in question.concepts and not sides & UNSHARED)):
            pairs.append((base, arithmetic.unsided(base, sides)))
        if "plan" in sides:
            done = arithmetic.unsided(base, frozenset({"plan"}))
            pairs += [(done, base), (done, replace(base, whens=tuple(map(rest.year, base.whens))))]
    for numerator, denominator in pairs:
        a = desk.figure(numerator)
        b = desk.figure(arithmetic.like(denominator, a)) if a is not None else None
        x, y = arithmetic.value(a), arithmetic.value(b)
        if (
            a is None
            or b is None
            or x is None
            or not y
            or not arithmetic.same_measure((a, b))
            or (a.held.id, a.fact.span) == (b.held.id, b.fact.span)
            or (SPENT in base.concepts and a.held.report.id != b.held.report.id)
        ):
            continue
        if overall.asks(question):
            a, b = overall.row(question, a, desk), overall.row(question, b, desk)
            x, y = arithmetic.value(a), arithmetic.value(b)
            if a is None or b is None or x is None or not y:
                return None
        value = arithmetic.percent(x / y * 100)
        return Computed(value, "%", f"{fact_text(a.fact)} / {fact_text(b.fact)} = {figure(value, '%')}", (a, b))
    return _ratio(question, base, desk)


def _measured(question: Question, base: Question) -> Question:
    """`base` asking for what a rate that `question` names is the rate of: "tỷ lệ hoàn thành nhiệm vụ" for the tasks
    completed."""
    rates = load()["domain/measures"]["rates"]
    things = [thing for rate in sorted(question.concepts & rates.keys()) for thing in rates[rate]]
    said = {term for unit in base.units for term, _ in unit.options}
    new = [thing for thing in dict.fromkeys(things) if "c:" + thing not in said]
    units = tuple(Unit(thing, (("c:" + thing, 1.0),)) for thing in new)
    return replace(base, units=(*base.units, *units), concepts=base.concepts | set(new))


def _ratio(question: Question, base: Question, desk: Desk) -> Computed | None:
    """What was done as a percentage of the whole told with it: "171/177", "giao 64 việc, xong 57 việc"."""
    a = desk.figure(base)
    x = arithmetic.value(a)
    if a is None or a.fact.quantity is None or x is None:
        return None
    if a.fact.quantity.total:
        value = arithmetic.percent(x / a.fact.quantity.total * 100)
        return _share_of(question, a, value, fact_text(a.fact), (a,))
    if not base.concepts & rest.DONE:
        return None
    whole = rest.whole_of(base, a, x, desk)
    if whole is not None and overall.asks(question):
        a, whole = overall.row(question, a, desk), overall.row(question, whole, desk)
    x, y = arithmetic.value(a), arithmetic.value(whole)
    if a is None or whole is None or x is None or not y:
        return None
    value = arithmetic.percent(x / y * 100)
    return _share_of(question, a, value, f"{fact_text(a.fact)} / {fact_text(whole.fact)}", (a, whole))


def _share_of(question: Question, a: Candidate, share: Decimal, text: str, operands: tuple[Candidate, ...]) -> Computed:
    """The share of those done, or of the others where those are asked for that are not ("chưa nhận tiền")."""
    if not question.denies or denied(a.fact):
        return Computed(share, "%", f"{text} = {figure(share, '%')}", operands)
    return Computed(HUNDRED - share, "%", f"100% - {text} = {figure(HUNDRED - share, '%')}", operands)


ASKED: tuple[Rule, ...] = (product.product, total, rest.shortfall, change, share, rest.remainder, undone.undone)
