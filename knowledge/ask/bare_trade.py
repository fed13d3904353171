"""Figures that are none of trade itself, where a question asks for exports or imports and for nothing else of them."""

from __future__ import annotations

from functools import lru_cache

from knowledge.ask.counted import COUNTS
from knowledge.ask.question import Question
from knowledge.ask.shelf import Held
from knowledge.facts.fact import Fact
from knowledge.lexicon.load import load
from knowledge.model import Dimension
from knowledge.text.fold import fold

WAYS = frozenset({"c:export", "c:import"})


def kinds_or_taxes(question: Question, fact: Fact, _: Held) -> bool:
    """Whether the figure is of how many kinds of goods there are, or of the duties on them: "hai mặt hàng nhập khẩu
    chính", "thuế nhập khẩu 318,5 tỷ đồng" are no imports."""
    if fact.quantity is None or not _asked(question):
        return False
    if fact.quantity.dimension in COUNTS:
        return fold(fact.counted or "").startswith(_kinds())
    if fact.quantity.dimension is not Dimension.MONEY:
        return False
    return bool(_duties() & (fact.near if WAYS & fact.near else fact.near | fact.clause))


def _asked(question: Question) -> bool:
    """Whether a way of trade is all that is asked of."""
    if question.dimension is not None or question.operations or question.inherited:
        return False
    heavy = [unit for unit in question.units if not unit.light]
    return bool(heavy) and all(any(term in WAYS and factor == 1.0 for term, factor in u.options) for u in heavy)


@lru_cache(maxsize=1)
def _kinds() -> tuple[str, ...]:
    return tuple(map(fold, load()["vi/others"]["trade"]["kinds"]))


@lru_cache(maxsize=1)
def _duties() -> frozenset[str]:
    return frozenset("c:" + concept for concept in load()["vi/others"]["trade"]["duties"])
