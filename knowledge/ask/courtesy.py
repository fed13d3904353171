"""What is said around a question out of courtesy ("cho tôi xin …", "… giúp mình với ạ") and asks nothing itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from knowledge.lexicon.load import load
from knowledge.text.fold import fold
from knowledge.text.tokens import tokens

LEAST = 2  # words that must be left of a question
_KEYS = {"WHO": "who", "YOU": "you", "SOFT": "soft"}
_KEY = re.compile("|".join(_KEYS))


def bare(text: str, language: str) -> str:
    """The question `text` without the words of courtesy before and after it; as it is where nothing would be left."""
    if language != "vi":
        return text
    around = _around()
    folded = fold(text)
    start, end = 0, len(text)
    while match := next((m for p in around.before if (m := p.match(folded, start)) and m.end() > start), None):
        if _words(text[start : match.end()]) & around.never or not _enough(text[match.end() :]):
            break
        start = match.end()
    told = next((m for p in around.repeats if (m := p.search(folded, start))), None)
    if told is not None and around.asks.search(folded, start, told.start()):
        end = told.start()
    while match := next((m for p in around.after if (m := p.search(folded, start, end)) and m.start() < end), None):
        if not _enough(text[start : match.start()]):
            break
        end = match.start()
    return text if (start, end) == (0, len(text)) else text[start:end]


def _enough(text: str) -> bool:
    return len(tokens(text)) >= LEAST


def _words(text: str) -> frozenset[str]:
    return frozenset(token.text.lower() for token in tokens(text))


@dataclass(frozen=True, slots=True)
class _Around:
    before: tuple[re.Pattern[str], ...]
    after: tuple[re.Pattern[str], ...]
    repeats: tuple[re.Pattern[str], ...]
    asks: re.Pattern[str]
    never: frozenset[str]


@lru_cache(maxsize=1)
def _around() -> _Around:
    table = load()["vi/courtesy"]

    def compiled(key: str, opens: str = "") -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(opens + _KEY.sub(lambda m: table[_KEYS[m[0]]], row)) for row in table[key])

    return _Around(
        compiled("before", r"[\s\W]*"),
        compiled("after"),
        compiled("repeats"),
        re.compile(table["asks"]),
        frozenset(table["never"]),
    )
