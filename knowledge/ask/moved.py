"""How far a figure went, where a sentence tells where it came from and where it went: "từ 58 người giảm còn 51 người"
is a fall of 7."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from knowledge.ask.arithmetic import percent
from knowledge.ask.made import Made
from knowledge.ask.question import Question
from knowledge.ask.score import FROM_TO, Candidate
from knowledge.ask.show import fact_text, figure
from knowledge.ask.vacancies import POSTS, STAFF
from knowledge.facts.fact import Fact, FactKind, Layer, Passage
from knowledge.facts.terms import Terms
from knowledge.lexicon.load import load
from knowledge.model import Dimension, Quantity
from knowledge.text.fold import fold

HUNDRED = Decimal(100)
RATES = frozenset({Dimension.PERCENT, Dimension.POINTS})
SIDES = frozenset({"increase", "decrease", "remaining", "adjust"})


def asks(question: Question) -> bool:
    """Whether it is asked how far something went, not where it came from or went to."""
    return (question.change or "difference" in question.operations) and not of_level(question)


def of_level(question: Question) -> bool:
    """Whether it is asked where something came from or went to ("to how many", "tăng lên bao nhiêu")."""
    return any(_says(question, way) for way in ("to_level", "from_level"))


def levelled(question: Question) -> Question:
    """`question` as one for a level, where it asks for that to which something rose or fell."""
    if not question.change or question.dimension == "percent" or not _says(question, "to_level"):
        return question
    return replace(question, change=False, operations=question.operations - {"difference"})


def _says(question: Question, way: str) -> bool:
    folded = fold(question.timeless)
    return any(pattern.search(folded) for pattern in _patterns(way))


def of_levels(one: Made) -> bool:
    """Whether a figure was made here: of where another came from and went to."""
    return all(fact.traits & FROM_TO for fact in one.operands)


@lru_cache(maxsize=2)
def _patterns(way: str) -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, load()["domain/measures"][way]))


def level(candidate: Candidate | None) -> bool:
    """Whether a figure is where something came from or went to: not how far it went."""
    return candidate is not None and bool(candidate.fact.traits & FROM_TO)


def made(passage: Passage, _: Terms) -> Iterator[Made]:
    """How far each figure that came from another went, as a figure of its kind and in per cent."""
    figures = [fact for fact in passage.facts if fact.kind is FactKind.QUANTITY]
    for came, went in pairwise(figures):
        one, other = came.quantity, went.quantity
        if "from" not in came.traits or "to" not in went.traits or one is None or other is None:
            continue
        if one.value is None or other.value is None or one.value == other.value or not _alike(one, other):
            continue
        side, high, low = ("increase", went, came) if other.value > one.value else ("decrease", came, went)
        difference = abs(other.value - one.value)
        text = f"{fact_text(high)} - {fact_text(low)} = {figure(difference, other.unit)}"
        yield Made(_change(came, went, side, replace(other, value=difference, low=None, high=None)), (came, went), text)
        if one.value:
            share = percent(difference / one.value * HUNDRED)
            text = f"({fact_text(high)} - {fact_text(low)}) / {fact_text(came)} = {figure(share, '%')}"
            rate = Quantity(share, unit="%", dimension=Dimension.PERCENT)
            yield Made(_change(came, went, side, rate), (came, went), text)


def _alike(one: Quantity, other: Quantity) -> bool:
    """Whether both are levels of one kind; of the first the unit may be left out ("từ 47 còn 38 thủ tục")."""
    if one.dimension in RATES or other.dimension in RATES or one.total is not None or other.total is not None:
        return False
    bare = one.unit is None and one.dimension is Dimension.NUMBER and other.dimension is Dimension.COUNT
    return bare or (one.dimension, one.unit) == (other.dimension, other.unit)


def _change(came: Fact, went: Fact, side: str, quantity: Quantity) -> Fact:
    near = came.near | went.near | {f"c:{side}"}
    near |= STAFF if POSTS in near else frozenset()
    text = figure(quantity.value or Decimal(), quantity.unit)
    governs = tuple(one for one in went.governs if one[0] not in SIDES)
    return replace(
        went, text=text, near=near, clause=(came.clause | went.clause) - near, traits=frozenset({"change"}),
        quantity=quantity, governs=((side, Layer.NEAR), *governs),
        counted=None if quantity.unit == "%" else went.counted,
    )  # fmt: skip
