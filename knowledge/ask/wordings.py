"""Questions in the plain words that their forms are read by: "name whoever ran the talks" asks who did."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from knowledge.ask.behind import Behind
from knowledge.ask.courtesy import Courtesy
from knowledge.errors import LexiconError
from knowledge.lexicon.load import Lexicon
from knowledge.text.fold import accented, fold
from knowledge.text.required import Screened

LONGEST = 600  # characters of a question that are looked at
SPACES = re.compile(r" {2,}")


@dataclass(frozen=True, slots=True)
class Wording:
    """One row of ``wordings.toml``: what `pattern` finds, or its group ``cut``, gives way to `to`, and a `tag` is put
    at the end. Vietnamese is matched `folded`."""

    pattern: Screened
    to: str
    tag: str
    folded: bool

    @classmethod
    def of(cls, row: Mapping[str, Any], language: str) -> Wording:
        """The row compiled; raises LexiconError for one that cannot be put: in Vietnamese, where the marks of what is
        around must stay, a row says what it cuts."""
        pattern, folded = Screened(row["from"], re.IGNORECASE), language == "vi"
        if folded and "cut" not in pattern.pattern.groupindex:
            raise LexiconError(f"{language}/wordings: no group cut in {row['from']}")
        return cls(pattern, row["to"], row.get("tag", ""), folded)

    def put(self, text: str) -> str:
        """`text` so worded; itself where the row does not apply."""
        pattern = self.pattern.pattern  # what it requires has been looked for
        match = pattern.search(fold(text) if self.folded else text)
        if match is None:
            return text
        if "cut" in pattern.groupindex:
            start, end = match.span("cut")
            text = text[:start] + _spelt(self.to, text) + text[end:]
        else:
            text = pattern.sub(self.to, text)
        if self.tag:
            text = f"{text.rstrip(' ?.!,')}{_spelt(self.tag, text)}?"
        return SPACES.sub(" ", text).strip()


class Wordings:
    """The rows of one language, after what is said out of courtesy and, in English, what is asked behind a sentence."""

    def __init__(self, lexicon: Lexicon, language: str) -> None:
        self._courtesy = Courtesy(lexicon, language)
        self._behind = Behind(lexicon) if language == "en" else None
        self._rows = [Wording.of(row, language) for row in lexicon[f"{language}/wordings"]["wording"]]

    def plain(self, text: str) -> str:
        """The question `text` in plain words; itself where nothing would be left of it."""
        if len(text) > LONGEST:
            return text
        plain = self._courtesy.bare(text)
        if self._behind is not None:
            plain = self._behind.joined(plain)
        folded = fold(plain)
        for row in self._rows:
            if row.pattern.may_match(folded) and (put := row.put(plain)) is not plain:
                plain, folded = put, fold(put)
        return plain or text


@lru_cache(maxsize=4)
def wordings_of(lexicon: Lexicon, language: str) -> Wordings:
    """The :class:`Wordings` of one language, compiled once: there are hundreds of patterns."""
    return Wordings(lexicon, language)


def _spelt(words: str, text: str) -> str:
    """`words` with marks where `text` has some."""
    return words if accented(text) else fold(words)
