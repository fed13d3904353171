"""What share a part is of its whole, where one sentence tells both: "187 hộ trên tổng số 220 hộ đã nhận tiền" is 85%,
"4.000 lao động, trong đó 2.600 lao động nữ" is 65%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from knowledge.ask.arithmetic import percent
from knowledge.ask.counted import COUNTS
from knowledge.ask.made import Made, depth, levels, words
from knowledge.ask.show import fact_text, figure
from knowledge.facts.fact import Fact, Layer, Passage
from knowledge.facts.terms import Terms
from knowledge.model import Dimension, Quantity

HUNDRED = Decimal(100)
SHARE = frozenset({"c:share_of", "c:ratio"})
OF_PLAN = frozenset({"c:plan_percent", "c:completed_percent", "c:plan", "c:compare"})
PLAN = ("plan", Layer.NEAR)
FEW = 6  # figures between a whole and a part


def made(passage: Passage, _: Terms) -> Iterator[Made]:
    """Every part of a whole in per cent of it."""
    figures = list(levels(passage))
    for at, (fact, quantity, level) in enumerate(figures):
        for other, there, more in figures[at + 1 : at + 1 + FEW]:
            if "ahead" in fact.traits | other.traits and PLAN not in (*fact.governs, *other.governs):
                continue
            if not _alike(quantity, there) or not level or not more or level == more:
                continue
            between = passage.quote[fact.span.end : other.span.start]
            if level < more and _within().fullmatch(between) is not None:
                yield _share(fact, other, fact.near | other.near)
            elif level > more and _open(passage, fact, other) and _opens().search(between) is not None:
                own = other.near - fact.near
                if own and not any(
                    _alike(q, quantity)
                    and v > more
                    and f.span.start > fact.span.end
                    and f.span.end < other.span.start
                    and _opens().search(passage.quote[f.span.end : other.span.start])
                    for f, q, v in figures
                ):
                    yield _share(other, fact, own)


def _share(part: Fact, whole: Fact, own: frozenset[str]) -> Made:
    assert part.quantity is not None
    assert whole.quantity is not None
    assert part.quantity.value is not None
    assert whole.quantity.value is not None
    value = percent(part.quantity.value / whole.quantity.value * HUNDRED)
    near = part.near | whole.near | SHARE | (OF_PLAN if PLAN in whole.governs else frozenset())
    fact = replace(
        part, text=figure(value, "%"), near=near, clause=(part.clause | whole.clause) - near,
        quantity=Quantity(value, unit="%", dimension=Dimension.PERCENT), counted=None,
        traits=part.traits & frozenset({"denied", "left"}),
    )  # fmt: skip
    return Made(fact, (part, whole), f"{fact_text(part)} / {fact_text(whole)} = {figure(value, '%')}", own)


def _alike(one: Quantity, other: Quantity) -> bool:
    if one.dimension in COUNTS and other.dimension in COUNTS:
        return (
            one.unit is None or other.unit is None or one.unit.startswith(other.unit) or other.unit.startswith(one.unit)
        )
    return (one.dimension, one.unit) == (other.dimension, other.unit)


def _open(passage: Passage, whole: Fact, part: Fact) -> bool:
    """Whether neither stands in brackets in which the other does not, but for a part behind its whole."""
    between = passage.quote[whole.span.end : part.span.start]
    return between.count(")") <= between.count("(") and depth(passage.quote, whole.span.end, part.span.start) <= 1


@lru_cache(maxsize=1)
def _within() -> re.Pattern[str]:
    table = words()["share"]
    within = "|".join(sorted(map(re.escape, table["within"]), key=len, reverse=True))
    return re.compile(rf"[^,;:.()\d]*?(?:\s/|(?<!\w)(?:{within}))(?:\s+[^\W\d_]+){{0,5}}\s+", re.IGNORECASE)


@lru_cache(maxsize=1)
def _opens() -> re.Pattern[str]:
    opens = sorted((*words()["part"]["opens"], *words()["share"]["done"]), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, opens))})\b", re.IGNORECASE)
