"""The plan worked back from what was done: "đạt 46 tỷ đồng, bằng 92% kế hoạch" is told of a plan of 50, "tuyển 2.874
lao động, vượt chỉ tiêu 374 người" of one of 2.500."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from knowledge.ask.made import Made, levels, rounded
from knowledge.ask.show import fact_text, figure
from knowledge.facts.fact import Fact, FactKind, Layer, Passage
from knowledge.facts.terms import Terms
from knowledge.lexicon.load import load
from knowledge.model import Dimension

HUNDRED = Decimal(100)
PLAN = frozenset({"c:plan", "c:assigned"})
OF_PLAN = frozenset({"plan", "fall_short"})
EXCEEDS = frozenset({"exceed", "increase", "more"})
LEAST = Decimal(10)  # per cent of a plan: what is less tells too little of it


def made(passage: Passage, terms: Terms) -> Iterator[Made]:
    """The plan of every figure of which it is told how much of the plan it is."""
    rates = [fact for fact in passage.facts if _of_plan(fact)]
    done = list(levels(passage)) if rates else []
    for rate in rates:
        before = [one for one in done if one[0].span.end <= rate.span.start]
        if not before or _planned(passage):
            continue
        fact, quantity, level = before[-1]
        if "ahead" in fact.traits:
            continue  # nothing is done yet
        if any(other is not rate and other.span.start >= fact.span.end for other in rates):
            continue  # two plans: of the quarter and of the year
        plan = _plan(fact, level, rate, passage.quote[fact.span.end : rate.span.start].lower())
        if plan is None:
            continue
        value, text = plan
        own = replace(
            fact, text=figure(value, quantity.unit), near=fact.near | PLAN, span=rate.span, traits=frozenset(),
            quantity=replace(quantity, value=value, low=None, high=None), governs=(("plan", Layer.NEAR), *fact.governs),
        )  # fmt: skip
        yield Made(own, (fact, rate), f"{text} {figure(value, quantity.unit)}", PLAN)


def _of_plan(fact: Fact) -> bool:
    quantity = fact.quantity
    if fact.kind is not FactKind.QUANTITY or quantity is None or quantity.value is None or "ahead" in fact.traits:
        return False
    if "against:plan" in fact.traits:
        return True
    return "change" in fact.traits and any(side in OF_PLAN and layer == Layer.NEAR for side, layer in fact.governs)


def _planned(passage: Passage) -> bool:
    """Whether the plan is told there already."""
    return any(
        ("plan", Layer.NEAR) in fact.governs and not fact.traits & {"change", "compared"}
        for fact, _, _ in levels(passage)
    )


def _plan(fact: Fact, level: Decimal, rate: Fact, between: str) -> tuple[Decimal, str] | None:
    """The plan, and how it is worked out; None where the words `between` do not tell which way it was missed."""
    done, told = fact.quantity, rate.quantity
    assert done is not None
    assert told is not None
    assert told.value is not None
    less = any(word in between for word in load()["vi/clauses"]["falls"])
    more = any(side in EXCEEDS and layer == Layer.NEAR for side, layer in rate.governs) and not less
    change = "change" in rate.traits
    if change and more == less:
        return None
    if told.dimension is Dimension.PERCENT:
        percent = told.value if not change else HUNDRED + told.value if more else HUNDRED - told.value
        if percent < LEAST:
            return None
        exact = level * HUNDRED / percent
        value = rounded(exact, level)
        return value, f"{fact_text(fact)} / {figure(percent, '%')} {'=' if value == exact else '≈'}"
    if not change or told.dimension is not done.dimension:
        return None
    if done.dimension is not Dimension.COUNT and told.unit != done.unit:
        return None
    value = level - told.value if more else level + told.value
    return (value, f"{fact_text(fact)} {'-' if more else '+'} {fact_text(rate)} =") if value > 0 else None
