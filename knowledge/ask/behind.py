"""One question of a sentence and of what is asked behind it: "Two projects were stopped. Can you name them?"."""

from __future__ import annotations

import re

from knowledge.lexicon.load import Lexicon

WORDS = 3  # a sentence has, at least


class Behind:
    """Joins what is asked to the sentence before it, by the words of ``en/behind.toml``."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon["en/behind"]
        tags, behind = table["tags"], table["behind"]
        self._tag, self._number, self._one, self._some, self._single, self._asks = (
            re.compile(tags[key], re.IGNORECASE) for key in ("pattern", "number", "one", "some", "single", "asks")
        )
        self._behind, self._after = (re.compile(behind[key], re.IGNORECASE) for key in ("pattern", "after"))

    def joined(self, question: str) -> str:
        """`question` as one: asked which of the things of its sentence are meant, or why, when, where; itself where the
        sentence before asks itself."""
        behind = self._behind.search(question)
        if behind is not None and not self._asks.search(question[: behind.start()]):
            return f"{self._after.sub('', behind['asks'])} {question[: behind.start()].rstrip()}?"
        match = self._tag.search(question)
        if match is None:
            return question
        told, tag = question[: match.start()].rstrip(), match[0]
        if len(told.split()) < WORDS or self._asks.search(told):
            return question
        for pattern in (self._number, self._some, *((self._one,) if self._single.search(tag) else ())):
            found = pattern.search(told)
            if found is not None:
                count = f"{found['count']} " if pattern is self._number else ""
                return f"{told[: found.start()]}which {count}{told[found.end() :]}?"
        return question
