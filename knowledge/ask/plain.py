"""Questions put plainly: of two alternatives the first ("đạt hay hụt" asks whether it was met), a tag written out ("k
ạ"), a topic before its colon."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.lexicon.load import Lexicon
from knowledge.text.fold import accented, fold


@dataclass(frozen=True, slots=True)
class _Row:
    """What `pattern` finds, over the folded question: its `cut` gives way to `put`, and `tag` ends the question."""

    pattern: re.Pattern[str]
    put: str
    tag: str


class Plain:
    """The rows ``plain`` of one language's questions."""

    def __init__(self, lexicon: Lexicon, language: str) -> None:
        rows = lexicon[f"{language}/questions"].get("plain", ())
        self._rows = [_Row(re.compile(row["pattern"]), row.get("put", ""), row.get("tag", "")) for row in rows]

    def put(self, text: str) -> str:
        """`text` with every row applied, once, in the table's order."""
        for row in self._rows:
            match = row.pattern.search(fold(text))
            if match is None:
                continue
            start, end = match.span("cut")
            text = text[:start] + _spelt(row.put, text) + text[end:]
            if row.tag:
                text = f"{text.rstrip(' ?.!,')}{_spelt(row.tag, text)}?"
        return text


def _spelt(words: str, text: str) -> str:
    """`words` with marks where `text` has some."""
    return words if accented(text) else fold(words)
