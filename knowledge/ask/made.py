"""A figure made of those a sentence holds, and the small steps of making one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Any

from knowledge.ask.counted import COUNTS
from knowledge.facts import record
from knowledge.facts.fact import Fact, FactKind, Passage
from knowledge.facts.terms import Terms, within
from knowledge.lexicon.load import load
from knowledge.model import Dimension, Quantity

LEVELLESS = frozenset({"change", "compared", "from", "to", "whole", "retracted", "short"})
SHARES = frozenset({Dimension.PERCENT, Dimension.POINTS})


@dataclass(frozen=True, slots=True)
class Made:
    """The fact made, the facts it is made of, and how. A question must say one of `own`, the terms by which it differs
    from what is written; where there are none, what it asks for is told by the fact alone."""

    fact: Fact
    operands: tuple[Fact, ...]
    arithmetic: str
    own: frozenset[str] = frozenset()


@lru_cache(maxsize=1)
def words() -> Mapping[str, Any]:
    """The rows of ``vi/inferred.toml``."""
    return load()["vi/inferred"]


def holds(passage: Passage, wordings: Iterable[str]) -> bool:
    """Whether any of `wordings` (in small letters) stands in its text, be it within a word: cheap to tell, and most
    sentences hold none."""
    quote = passage.quote.lower()
    return any(wording in quote for wording in wordings)


def levels(passage: Passage) -> Iterator[tuple[Fact, Quantity, Decimal]]:
    """Its figures that are plain levels: no change, no percentage, no figure of so many."""
    for fact in passage.facts:
        quantity = fact.quantity
        if fact.kind is FactKind.QUANTITY and quantity is not None and quantity.value is not None:
            plain = not fact.traits & LEVELLESS and quantity.total is None and not quantity.per
            if plain and quantity.dimension not in SHARES:
                yield fact, quantity, quantity.value


def terms_of(passage: Passage, terms: Terms, start: int, end: int) -> frozenset[str]:
    """What the words of a stretch of its text say."""
    return record.folded(within(terms.widened(passage.quote), start, end))


def rounded(value: Decimal, level: Decimal, places: int = 0) -> Decimal:
    """`value` to the place to which `level` is written, or to `places` more; of whole things no parts."""
    exponent = level.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    finer = max(exponent - places, 0) if exponent >= 0 else exponent - places
    return value.quantize(Decimal(1).scaleb(finer), ROUND_HALF_UP)


def depth(text: str, start: int, end: int) -> int:
    """How many brackets more are open at `end` than at `start`."""
    return text.count("(", start, end) - text.count(")", start, end)


def alike(one: Quantity, other: Quantity) -> bool:
    """Whether two figures count the same things; the second's may be left out."""
    if one.dimension in COUNTS and other.dimension in COUNTS:
        a, b = one.unit, other.unit
        return a is None or b is None or a == b or a.startswith(b + " ") or b.startswith(a + " ")
    return (one.dimension, one.unit) == (other.dimension, other.unit)
