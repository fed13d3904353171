"""How far a level is from the earlier one told beside it: "126.400 tấn (cùng kỳ 161.860 tấn)" is a fall of 21,91%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from knowledge.ask.arithmetic import percent
from knowledge.ask.made import LEVELLESS, Made, words
from knowledge.ask.show import fact_text, figure
from knowledge.facts.fact import Fact, FactKind, Layer, Passage
from knowledge.facts.terms import Terms
from knowledge.model import Dimension, Quantity

EARLIER = "against:same_period_last_year"
AHEAD = frozenset({"ahead"})
BEGIN = 20  # letters before a figure in which the time it is of may be named
HUNDRED = Decimal(100)


def made(passage: Passage, terms: Terms) -> Iterator[Made]:
    """The change between every two figures that stand side by side, as a sum and in per cent."""
    figures = [fact for fact in passage.facts if fact.kind is FactKind.QUANTITY and not _rate(fact)]
    for now, then in pairwise(figures):
        one, other = now.quantity, then.quantity
        if one is None or other is None or one.value is None or other.value is None or now.traits & (LEVELLESS | AHEAD):
            continue
        if (one.dimension, one.unit) != (other.dimension, other.unit) or one.dimension is Dimension.PERCENT:
            continue
        begin = _begins(passage, then)
        if not (begin or _earlier(then)) or one.value == other.value or one.total or other.total:
            continue
        high, low = (now, then) if one.value > other.value else (then, now)
        side = "increase" if one.value > other.value else "decrease"
        difference = abs(one.value - other.value)
        text = f"{fact_text(high)} - {fact_text(low)} = {figure(difference, one.unit)}"
        yield Made(_change(now, side, replace(one, value=difference, low=None, high=None)), (now, then), text)
        if other.value and not begin:
            share = percent(difference / other.value * HUNDRED)
            text = f"({fact_text(high)} - {fact_text(low)}) / {fact_text(then)} = {figure(share, '%')}"
            rate = Quantity(share, unit="%", dimension=Dimension.PERCENT)
            yield Made(_change(now, side, rate), (now, then), text)


def _rate(fact: Fact) -> bool:
    """Whether a figure is told of another: a change, or a percentage."""
    return fact.quantity is None or "change" in fact.traits or fact.quantity.dimension is Dimension.PERCENT


def _earlier(fact: Fact) -> bool:
    return "compared" in fact.traits and EARLIER in fact.traits


def _begins(passage: Passage, fact: Fact) -> bool:
    """Whether a figure in brackets is the one at the start of the time."""
    lead = passage.quote[max(0, fact.span.start - BEGIN) : fact.span.start].rpartition("(")
    return bool(lead[1]) and _begin().match(lead[2]) is not None


@lru_cache(maxsize=1)
def _begin() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{'|'.join(map(re.escape, words()['begin']['words']))})\b", re.IGNORECASE)


def _change(now: Fact, side: str, quantity: Quantity) -> Fact:
    text = figure(quantity.value or Decimal(), quantity.unit)
    return replace(
        now, text=text, near=now.near | {f"c:{side}"}, traits=frozenset({"change", EARLIER}), quantity=quantity,
        governs=((side, Layer.NEAR), *now.governs), counted=None if quantity.unit == "%" else now.counted,
    )  # fmt: skip
