"""What is said around a question out of courtesy ("cho tôi xin …", "… giúp mình với ạ") and asks nothing itself."""

from __future__ import annotations

import re

from knowledge.lexicon.load import Lexicon
from knowledge.text.fold import fold
from knowledge.text.tokens import tokens

LEAST = 2  # words that must be left of a question
_KEYS = {"WHO": "who", "YOU": "you", "SOFT": "soft"}
_ONE = re.compile(r"\s+\w+\W*")
_KEY = re.compile("|".join(_KEYS))


class Courtesy:
    """The words of ``courtesy.toml`` of one language, over the question without its marks."""

    def __init__(self, lexicon: Lexicon, language: str) -> None:
        table = lexicon[f"{language}/courtesy"]

        def compiled(key: str, opens: str = "") -> tuple[re.Pattern[str], ...]:
            return tuple(re.compile(opens + _KEY.sub(lambda m: table[_KEYS[m[0]]], row)) for row in table[key])

        self._before = compiled("before", r"[\s\W]*")
        self._after, self._repeats = compiled("after"), compiled("repeats")
        self._asks = re.compile(table["asks"])
        self._never = frozenset(table["never"])
        self._open = re.compile(rf"\b(?:{'|'.join(table['open'])})\W*$") if table["open"] else re.compile("(?!)")

    def bare(self, text: str) -> str:
        """The question `text` without the words of courtesy before and after it; as it is where nothing would be
        left."""
        folded = fold(text)
        start, end = 0, len(text)
        while match := next((m for p in self._before if (m := p.match(folded, start)) and m.end() > start), None):
            if _words(text[start : match.end()]) & self._never or not _enough(text[match.end() :]):
                break
            start = match.end()
        told = next((m for p in self._repeats if (m := p.search(folded, start))), None)
        if told is not None and self._asks.search(folded, start, told.start()):
            end = told.start()
        while match := next((m for p in self._after if (m := p.search(folded, start, end)) and m.start() < end), None):
            left, tail = text[start : match.start()], text[match.start() : end]
            counted = _ONE.fullmatch(tail) and self._open.search(fold(left))
            if not _enough(left) or _words(tail) & self._never or counted:
                break
            end = match.start()
        return text if (start, end) == (0, len(text)) else text[start:end]


def _enough(text: str) -> bool:
    return len(tokens(text)) >= LEAST


def _words(text: str) -> frozenset[str]:
    return frozenset(token.text.lower() for token in tokens(text))
