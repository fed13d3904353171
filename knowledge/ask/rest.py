"""What is left of a whole or a plan: as the report tells it ("còn lại 08 nhiệm vụ"), else the whole less the part
done, both of one place in one report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache

from knowledge.ask import arithmetic
from knowledge.ask.arithmetic import Computed
from knowledge.ask.judge import judge
from knowledge.ask.lookup import Desk
from knowledge.ask.question import Question, Unit, Wanted, When
from knowledge.ask.score import LEFT, Candidate, denied, one_way
from knowledge.ask.show import fact_text, figure, value_of
from knowledge.facts.fact import Fact, FactKind, Layer
from knowledge.lexicon.load import load
from knowledge.model import Dimension, Period, Quantity
from knowledge.text.fold import fold

WHOLE = frozenset({"assigned", "plan", "capital_plan", "total", "total_investment", "receive"})
PLAN_SIDES = frozenset({"exceed", "fall_short"})
STATES = frozenset({"remaining", "in_progress", "not_completed", "fall_short"})
DONE = frozenset({"completed", "disburse", "site_handover", "transfer", "handle", "receive", "pay"})
HANDED = frozenset({"c:site_handover", "c:transfer"})
OTHERS = frozenset({"in_time", "overdue", "late", "on_time", "early"})  # states of which the rest is none
BESIDE = 3  # passages between the whole and the part, where a report tells them one after the other
_OF = re.compile(r"(?:/|\b(?:trên|trong)(?: tổng)?(?: số)?)\s*$")


def beside_plan(question: Question) -> bool:
    """Whether it is asked by how much a plan was exceeded or missed: neither the plan nor what was done answers it."""
    return (
        question.wanted is Wanted.QUANTITY
        and bool(question.concepts & PLAN_SIDES or "difference" in question.operations)
        and _plan_words().search(fold(question.read)) is not None
        and question.dimension != Dimension.PERCENT
        and not any(unit.head for unit in question.units)
    )


def is_short(question: Question) -> bool:
    """Whether it is asked how many are missing of what there should be: what there is does not answer it."""
    return "fall_short" in question.concepts and "remainder" in question.operations


def tells_beside(question: Question, fact: Fact) -> bool:
    """Whether a figure is how far something is from another, or from its plan."""
    percent = fact.quantity is not None and fact.quantity.dimension is Dimension.PERCENT
    if percent and "remainder" in question.operations:
        return False  # how much more is needed is told as figures of that kind are
    return "change" in fact.traits or any("c:" + side in fact.near for side in PLAN_SIDES)


def shortfall(question: Question, desk: Desk) -> Computed | None:
    """How far what was done stays behind the plan, or is ahead of it. Of two times the longer is the plan's; of what
    is to come of a year ("bốn tháng cuối năm còn phải đạt bao nhiêu") what was done before it counts."""
    measures = load()["domain/measures"]
    of_plan = question.against_plan or "plan" in question.concepts or beside_plan(question)
    of_plan = of_plan or ("remainder" in question.operations and _plan_words().search(fold(question.read)) is not None)
    if not of_plan or question.dimension == "percent":
        return None
    if not question.concepts & {*measures["shortfall"], *PLAN_SIDES} and "remainder" not in question.operations:
        return None
    dropped = frozenset((*measures["shortfall"], *PLAN_SIDES, *measures["change"], *measures["reaching"], "plan"))
    base = arithmetic.unsided(arithmetic.plain(question), dropped)
    base = replace(base, against_plan=False, denies=False)
    times = sorted(question.whens, key=lambda when: when.period.end - when.period.start)
    so_far = [_so_far(when) for when in times[:1]]
    if not base.units and base.unit == "USD":
        base = replace(base, units=(_TRADE,))
    if not base.units and base.inherited:  # "thế hụt bao nhiêu so với kế hoạch?"
        base = replace(base, units=base.inherited, inherited=())
    if not base.units:
        return None
    asked = replace(base, whens=tuple(so_far))
    done = _with_plan(asked, desk) or desk.figure(asked)
    x = arithmetic.value(done)
    if done is None or x is None or done.fact.quantity is None:
        return None
    if (total := done.fact.quantity.total) is not None:
        return _pair(done, abs(total - x)) if _way(question, x, total) else None
    whole = [year(when) for when in times[-1:]] if so_far != times[:1] else times[-1:]
    planned = replace(base, whens=tuple(whole), concepts=base.concepts | {"plan"}, units=(*base.units, _PLAN))
    plan = _planned_there(done) or desk.figure(arithmetic.like(planned, done))
    y = arithmetic.value(plan)
    if plan is None or y is None or not arithmetic.same_measure((done, plan)) or _same(done, plan):
        return None
    if not _way(question, x, y):
        return None
    high, low = (plan, done) if y >= x else (done, plan)
    return arithmetic.combine(abs(y - x), [high, low], "-", arithmetic.unit(done))


def _way(question: Question, done: Decimal, plan: Decimal) -> bool:
    """Whether it went the way that is asked about: no plan that was exceeded was fallen short of."""
    sides = question.concepts & PLAN_SIDES
    return len(sides) != 1 or done == plan or ("exceed" in sides) == (done > plan)


_PLAN = Unit("", (("c:plan", 1.0),))
_TRADE = Unit("", (("c:trade_turnover", 1.0), ("c:total_turnover", 1.0), ("c:import_export", 1.0)))  # told in dollars


def _with_plan(asked: Question, desk: Desk) -> Candidate | None:
    """What was done, where the plan is told with it: of several figures that one is meant."""
    ranked = [
        c
        for c in desk.ranked(asked, frozenset({FactKind.QUANTITY}))
        if c.fact.quantity is not None
        and c.fact.quantity.dimension is not Dimension.PERCENT
        and "whole" not in c.fact.traits
        and ((c.fact.quantity.total is not None and _planned(c)) or _planned_there(c) is not None)
    ]
    return judge(asked, ranked, desk.rules.weights).winner


def _planned(part: Candidate) -> bool:
    """Whether the whole of "41,2/45 tỷ đồng dự toán" is a plan."""
    return "c:plan" in part.fact.near | part.fact.clause


def _so_far(when: When) -> When:
    """For the rest of a year, the months before it."""
    start, end = when.period.start, when.period.end
    rest = (start.month, start.day) != (1, 1) and end == date(start.year + 1, 1, 1)
    return replace(when, period=Period(date(start.year, 1, 1), start), day=False, text="") if rest else when


def year(when: When) -> When:
    """The year in which a time lies."""
    first = when.period.start.year
    return replace(when, period=Period(date(first, 1, 1), date(first + 1, 1, 1)), day=False, text="")


def _planned_there(done: Candidate) -> Candidate | None:
    """The plan told in the sentence of what was done ("bằng 71,4% kế hoạch năm (1.250 triệu USD)")."""
    for fact in done.held.passage.facts:
        quantity = fact.quantity
        if quantity is None or fact.span.start < done.fact.span.end or not _like(quantity, done):
            continue
        if ("plan", Layer.NEAR) in fact.governs and "change" not in fact.traits:
            return replace(done, fact=fact)
        if "compared" not in fact.traits and "change" not in fact.traits:
            return None  # another level stands between
    return None


def of_done(question: Question, fact: Fact) -> bool:
    """Whether `fact` is of what was done, where what was not done, or what is left, is asked for."""
    if denied(fact):
        return False
    done = any(concept in DONE and layer == Layer.NEAR for concept, layer in fact.governs)
    done = done or (bool(HANDED & fact.near) and "denied" not in fact.traits)
    shared = bool(fact.traits & {"part", "whole"})  # of "6,3/8,4 tỷ" neither is what is left
    return question.denies or ((done or shared) and "remainder" in question.operations)


def remainder(question: Question, desk: Desk) -> Computed | None:
    """What is left, or was not done: as it is told, else the whole less the part done."""
    if not (question.denies or "remainder" in question.operations) or question.concepts & OTHERS:
        return None
    base = arithmetic.unsided(replace(arithmetic.plain(question), denies=False), STATES)
    if not any(not unit.head and not unit.light for unit in base.units):
        # Of the thing counted nothing is said but that some are left: what is done is completed.
        base = replace(base, units=(*base.units, _DONE), concepts=base.concepts | {"completed"})
    part = desk.figure(base)
    if part is None or part.fact.quantity is None or _left(part.fact):
        return None
    told = [fact for fact in part.held.passage.facts if _left(fact) and _like(fact.quantity, part)]
    if len(told) == 1 and (value := value_of(told[0].quantity)) is not None:  # type: ignore[arg-type]
        one = replace(part, fact=told[0])
        return Computed(value, arithmetic.unit(part), "", (one,))
    x = arithmetic.value(part)
    if x is None or told or ("in_progress" in question.concepts and _any_overdue(part)):
        return None
    if part.fact.quantity.total is not None:
        return _pair(part, part.fact.quantity.total - x)
    whole = whole_of(base, part, x, desk)
    y = arithmetic.value(whole)
    if whole is None or y is None:
        return None
    return arithmetic.combine(y - x, [whole, part], "-", arithmetic.unit(part))


_DONE = Unit("", (("c:completed", 1.0),))


def _pair(part: Candidate, value: Decimal) -> Computed:
    unit = arithmetic.unit(part)
    return Computed(value, unit, f"{fact_text(part.fact)}: {figure(value, unit)}", (part,))


def _left(fact: Fact) -> bool:
    """Whether the figure is of what is left already, or was not done."""
    return any(concept in LEFT and layer == Layer.NEAR for concept, layer in fact.governs) or "denied" in fact.traits


def _any_overdue(part: Candidate) -> bool:
    return any(dict(fact.governs).get("overdue") == Layer.NEAR for fact in part.held.passage.facts)


def whole_of(base: Question, part: Candidate, x: Decimal, desk: Desk) -> Candidate | None:
    """What `part`, the figure `x` that answers `base`, is a part of; None where nothing near it tells."""
    wholes = list(_wholes(part, x))
    if not wholes:
        return _whole_before(base, part, x, desk)
    # Of several the one that is said to be of what is asked ("kiểm tra 45 cơ sở, 12 cơ sở vi phạm, đã phạt 8"), else
    # the first.
    return max(wholes, key=lambda whole: sum(unit.said(whole.fact.near) for unit in base.units))


def _wholes(part: Candidate, x: Decimal) -> Iterator[Candidate]:
    """What the part may be of, in its sentence: a greater figure before it, or one said to be the whole."""
    quote = part.held.passage.quote
    for fact in part.held.passage.facts:
        if not (_like(fact.quantity, part) or _given(fact, part)) or fact.traits & {"change", "compared"}:
            continue
        value = value_of(fact.quantity)  # type: ignore[arg-type]
        before = fact.span.end <= part.fact.span.start
        of = bool(WHOLE & dict(fact.governs).keys()) or _OF.search(quote[: fact.span.start].lower()) is not None
        if value is not None and value > x and ((before and not one_way(part.fact)) or of):
            yield replace(part, fact=fact)


def _whole_before(base: Question, part: Candidate, x: Decimal, desk: Desk) -> Candidate | None:
    """The whole told of a sentence or two before the part ("Tỉnh giao 74 nhiệm vụ. Đã hoàn thành 70 nhiệm vụ.")."""
    if "completed" not in base.concepts:
        return None
    asked = arithmetic.unsided(base, frozenset({"completed"}))
    given = Unit("", (("c:assigned", 1.0),))
    whole = desk.figure(replace(asked, units=(*asked.units, given), concepts=asked.concepts | {"assigned"}))
    if whole is None or not _like(whole.fact.quantity, part) or whole.held.report.id != part.held.report.id:
        return None
    value = arithmetic.value(whole)
    near = 0 <= part.held.id - whole.held.id <= BESIDE
    return whole if near and value is not None and value > x else None


def _given(fact: Fact, part: Candidate) -> bool:
    """Whether it is a bare figure of what was given, and the part counts ("biên chế giao 80, có 74 người")."""
    counts = part.fact.quantity is not None and part.fact.quantity.dimension is Dimension.COUNT
    bare = fact.quantity is not None and fact.quantity.unit is None and fact.quantity.dimension is Dimension.NUMBER
    return counts and bare and ("assigned", Layer.NEAR) in fact.governs


def _like(quantity: Quantity | None, part: Candidate) -> bool:
    """Whether a figure is told in the unit of the part."""
    other = part.fact.quantity
    if quantity is None or other is None or quantity.dimension is Dimension.PERCENT:
        return False
    return quantity.unit == other.unit and quantity.dimension == other.dimension and not quantity.per


def _same(one: Candidate, other: Candidate) -> bool:
    return (one.held.id, one.fact.span) == (other.held.id, other.fact.span)


@lru_cache(maxsize=1)
def _plan_words() -> re.Pattern[str]:
    return re.compile(load()["domain/measures"]["plan_words"])
