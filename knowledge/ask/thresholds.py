"""Figures of what lasts longer than so long ("97 cont quá 10 ngày"): the bound is of one of a sentence's figures."""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge.ask.question import Question
from knowledge.facts.fact import Fact, FactKind, Passage
from knowledge.lexicon.load import load
from knowledge.text.fold import fold

NEAR = 30  # characters between a figure and its bound


def of_another(question: Question, fact: Fact, passage: Passage) -> bool:
    """Whether the question asks for what is beyond a length of time, which the passage says of another figure."""
    asked = _asked(question.read)
    if asked is None or fact.kind is not FactKind.QUANTITY:
        return False
    spots = [match.span() for match in _bounds(asked).finditer(fold(passage.quote))]
    owners = [owner for spot in spots if (owner := _owner(spot, passage)) is not None]
    return bool(owners) and all(owner.span != fact.span for owner in owners)


def _owner(spot: tuple[int, int], passage: Passage) -> Fact | None:
    """The figure that the bound at `spot` is said of: the one right before it, else the one right behind."""
    start, end = spot
    figures = [f for f in passage.facts if f.kind is FactKind.QUANTITY and (f.span.end <= start or f.span.start >= end)]
    before = [f for f in figures if 0 <= start - f.span.end <= NEAR]
    if before:
        return max(before, key=lambda f: f.span.end)
    behind = [f for f in figures if 0 <= f.span.start - end <= NEAR]
    return min(behind, key=lambda f: f.span.start) if behind else None


@lru_cache(maxsize=64)
def _asked(read: str) -> tuple[str, str] | None:
    """The figure and the unit of the bound that a question names."""
    match = _pattern().search(fold(read))
    if match is None:
        return None
    return match["number"].lstrip("0"), str(load()["vi/others"]["thresholds"]["units"][match["unit"]])


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    table = load()["vi/others"]["thresholds"]
    beyond, units = "|".join(table["beyond"]), "|".join(table["units"])
    return re.compile(rf"\b(?:{beyond}) (?P<number>\d{{1,3}}) (?P<unit>{units})\b")


@lru_cache(maxsize=64)
def _bounds(asked: tuple[str, str]) -> re.Pattern[str]:
    number, unit = asked
    beyond = "|".join(load()["vi/others"]["thresholds"]["beyond"])
    return re.compile(rf"\b(?:{beyond})\s+0?{number}\s+{unit}\b")
