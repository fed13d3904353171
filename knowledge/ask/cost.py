"""What a thing cost, told in a sentence of its own behind it: "Thuê 02 máy phát. Kinh phí 740 triệu đồng"."""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge.ask.question import Question
from knowledge.ask.shelf import Held, layer_of
from knowledge.facts.fact import Fact
from knowledge.lexicon.load import load
from knowledge.model import Dimension
from knowledge.text.fold import fold

_TABLE = load()["domain/measures"]["cost"]
COSTS = frozenset("c:" + id_ for id_ in _TABLE["says"])


def told_behind(question: Question, fact: Fact, held: Held) -> bool:
    """Whether money is asked for and `fact` is the one sum of a sentence that but says what something cost, all that is
    asked being told around it."""
    if question.dimension != Dimension.MONEY or fact.quantity is None or not question.units:
        return False
    sums = [one for one in held.figures if one.quantity and one.quantity.dimension is Dimension.MONEY]
    if len(sums) != 1 or _opens().match(fold(held.passage.quote)) is None:
        return False
    return all(
        unit.light
        or any(term in COSTS for term, _ in unit.options)
        or any(layer_of(term, fact, held) is not None for term in unit.terms)
        or any(term == "n:" + id_ for id_, _ in fact.names for term in unit.terms)
        for unit in question.units
    )


@lru_cache(maxsize=1)
def _opens() -> re.Pattern[str]:
    words = "|".join(sorted((re.escape(fold(word)) for word in _TABLE["opens"]), key=len, reverse=True))
    return re.compile(rf"[-+*• ]*(?:{words})\b")
