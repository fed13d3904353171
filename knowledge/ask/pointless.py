"""Stretches of text that speak of what is asked and yet answer nothing: things only counted, a body without its name,
people who were not there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from knowledge.ask.question import Question, Wanted
from knowledge.ask.shelf import Held
from knowledge.ask.sought import Sought
from knowledge.facts.terms import Terms
from knowledge.lexicon.load import load
from knowledge.model import Span

EXTREMES = frozenset({"most", "least"})
BODIES = frozenset({"organisation"})
_COUNTED = re.compile(r"(?:\d|\b(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười))\s+(?:[^\W\d]+\s+)?\Z", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:là|gồm|tên)\b|[:(]\s*(?!\d)")  # it is told which they are
_NAMELESS = re.compile(r"\s+(?!là\b|gồm\b|tên\b)[^\W\d_A-ZĐÀ-Ỵ]", re.UNICODE)


def pointless(asked: Sought, question: Question, held: Held, span: Span, terms: Terms) -> bool:
    """Whether the stretch `span` of a passage names nothing that is looked for."""
    if "absent" not in question.concepts and _absence().match(held.passage.quote):
        return True
    if question.wanted is not Wanted.WHICH:
        return False
    quote = held.passage.quote
    if question.operations & EXTREMES and _by_then().search(quote, span.start, span.end):
        return True  # "chậm nhất 31/3" sets a day
    said = list(_said(asked, quote, span, terms))
    counted = [one for one in said if _COUNTED.search(quote[: one.start])]
    if said and counted == said and not _TOLD.search(quote, said[0].end, span.end):
        return True  # "02 nhiệm vụ quá hạn" does not say which
    return bool(said and asked.kinds & BODIES) and all(_lower(quote, one.end) for one in said)


def _said(asked: Sought, quote: str, span: Span, terms: Terms) -> Iterator[Span]:
    """Where the thing looked for is said, by one of its own terms."""
    own = {term for unit in asked.question.units if unit.head for term, factor in unit.options if factor == 1.0}
    for term in terms.widened(quote):
        if term.id in own and term.id.startswith("c:") and span.holds(term.span):
            yield term.span


def _lower(quote: str, end: int) -> bool:
    """Whether the next word is written small: no name follows."""
    match = _NAMELESS.match(quote, end)
    return match is not None and quote[match.end() - 1].islower()


@lru_cache(maxsize=1)
def _by_then() -> re.Pattern[str]:
    """A superlative that sets a day."""
    return re.compile(load()["vi/others"]["latest"]["pattern"], re.IGNORECASE)


@lru_cache(maxsize=1)
def _absence() -> re.Pattern[str]:
    """How a line of those who are absent begins."""
    return re.compile(rf"\W*(?:{'|'.join(map(re.escape, load()['vi/truth']['absence']))})\b", re.IGNORECASE)
