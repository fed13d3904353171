"""A share of a whole told in the same sentence: of "27,36 tỷ đồng, trong đó Kim Thành chiếm hai phần ba" Kim Thành has
18,24."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from knowledge.ask.made import LEVELLESS, Made, holds, levels, rounded, words
from knowledge.ask.show import fact_text, figure
from knowledge.facts.fact import Fact, FactKind, Layer, Passage
from knowledge.facts.terms import Terms
from knowledge.model import Dimension

LARGEST = 12  # denominator of a share told in words
HUNDRED = 100
PLACES = 2  # to which more a share is told than its whole
SHARE = frozenset({"c:share_of", "c:ratio"})


def made(passage: Passage, terms: Terms) -> Iterator[Made]:
    """Every share of a whole in the whole's unit."""
    if not holds(passage, words()["part"]["opens"]):
        return
    wholes = list(levels(passage))
    for fact in passage.facts:
        share = _share(fact)
        if share is None or _behind().match(passage.quote, fact.span.end):
            continue
        before = [one for one in wholes if one[0].span.end <= fact.span.start and one[0] is not fact]
        before = [one for one in before if _share(one[0]) is None]
        if len(before) != 1:
            continue
        whole, quantity, level = before[0]
        opened = _opens().search(passage.quote, whole.span.end, fact.span.start)
        named = {f"n:{id_}" for id_, layer in fact.names if layer == Layer.NEAR}
        own = frozenset(named) or (fact.near - SHARE - whole.near)
        if opened is None or not own:
            continue
        exact = Decimal(share.numerator) * level / Decimal(share.denominator)
        value = rounded(exact, level, PLACES)
        part = replace(
            fact, text=figure(value, quantity.unit), near=fact.near | _measure(whole),
            clause=fact.clause | whole.clause, counted=whole.counted,
            quantity=replace(quantity, value=value, low=None, high=None),
            governs=(*fact.governs, *whole.governs),
        )  # fmt: skip
        sign = "=" if value == exact else "≈"
        text = f"{fact_text(whole)} × {fact_text(fact)} {sign} {figure(value, quantity.unit)}"
        yield Made(part, (whole, fact), text, own)


def _measure(whole: Fact) -> frozenset[str]:
    """What the whole measures: its part is of the same."""
    return whole.near - {f"n:{id_}" for id_, _ in whole.names}


def _share(fact: Fact) -> Fraction | None:
    """A share between nothing and all, as a fraction; None for any other figure."""
    quantity = fact.quantity
    if fact.kind is not FactKind.QUANTITY or quantity is None or quantity.value is None:
        return None
    if fact.traits & LEVELLESS or any(trait.startswith("against:") for trait in fact.traits):
        return None
    if quantity.dimension is Dimension.PERCENT:
        share = Fraction(quantity.value) / HUNDRED
    elif quantity.dimension is Dimension.NUMBER and not quantity.total:
        share = Fraction(quantity.value).limit_denominator(LARGEST)
    else:
        return None
    return share if 0 < share < 1 else None


@lru_cache(maxsize=1)
def _opens() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words()['part']['opens']))})\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _behind() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{'|'.join(map(re.escape, words()['part']['of_another']))})\b", re.IGNORECASE)
