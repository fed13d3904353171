"""Which is the most or the least: told by a superlative, and not by a bound that is put in the same words."""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge.ask.question import Question
from knowledge.facts.fact import Passage
from knowledge.lexicon.load import load


def only_bounds(question: Question, passage: Passage) -> bool:
    """Whether a passage that says "least" or "most", as `question` does, only bounds a figure with it ("thu hồi ít
    nhất 900 triệu đồng")."""
    if not question.operations & {"least", "most"}:
        return False
    rest, bounds = _bound().subn(" ", passage.quote)
    return bounds > 0 and _superlative() not in rest.lower()


@lru_cache(maxsize=1)
def _bound() -> re.Pattern[str]:
    words = "|".join(map(re.escape, load()["vi/others"]["superlatives"]["bounds"]))
    return re.compile(rf"\b(?:{words})\b(?:\s+(?:là|được|khoảng|phải|đạt))?(?=\s+\d)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _superlative() -> str:
    return str(load()["vi/others"]["superlatives"]["word"])
