"""A question in plainer words: without what leads up to it, and with plain words for roundabout ones."""

from __future__ import annotations

import re

from knowledge.lexicon.load import Lexicon

LONGEST = 600  # characters of a question that are looked at
MOST = 4  # openings one after the other
SPACES = re.compile(r" {2,}")


class Plainer:
    """The rows of ``en/plainer.toml``, compiled; Vietnamese questions are left as they are."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon["en/plainer"]
        self._openings = [re.compile(rf"\s*{pattern}", re.IGNORECASE) for pattern in table["openings"]["patterns"]]
        self._rows = [(re.compile(row["pattern"], re.IGNORECASE), row["plain"]) for row in table["row"]]

    def plain(self, text: str, language: str) -> str:
        """`text` in plain words; itself where nothing would be left of it."""
        if language != "en" or len(text) > LONGEST:
            return text
        plain = self._opened(text)
        for pattern, words in self._rows:
            if pattern.search(plain):
                plain = SPACES.sub(" ", pattern.sub(words, plain)).strip()
        return plain or text

    def _opened(self, text: str) -> str:
        """`text` from where the question itself begins."""
        for _ in range(MOST):
            opened = next((m.end() for pattern in self._openings if (m := pattern.match(text))), 0)
            if not opened or opened == len(text):
                return text
            text = text[opened:]
        return text
