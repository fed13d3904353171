"""Words: runs of letters, and figures with their separators, each with its place."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from knowledge.text.fold import fold

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")


class Token(NamedTuple):
    text: str
    folded: str
    start: int
    end: int


@lru_cache(maxsize=64)  # the same text is taken apart by one stage after the other
def tokens(text: str) -> tuple[Token, ...]:
    """The words and figures of NFC `text` in order."""
    folded = fold(text)
    return tuple(Token(m[0], folded[m.start() : m.end()], m.start(), m.end()) for m in _TOKEN.finditer(text))
