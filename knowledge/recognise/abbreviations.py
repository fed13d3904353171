"""Abbreviations in capitals: what words an office means by "GPMB", and which of several by "HĐ"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.errors import LexiconError
from knowledge.lexicon.load import Lexicon
from knowledge.text.fold import fold

AROUND = 4  # words on either side that may tell which of several is meant


@dataclass(frozen=True, slots=True)
class Pieces:
    """The words of a text, each with its place, and how each joins the next (see :mod:`concepts`). Of the words that an
    abbreviation stands for each has the place of its letter, so that what is said by some of them lies within what is
    said by all."""

    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    steps: tuple[int, ...]

    def part(self, start: int, end: int) -> Pieces:
        """The words from `start` to `end`."""
        return Pieces(self.words[start:end], self.places[start:end], self.steps[start:end])

    def put(self, at: int, words: Sequence[str]) -> Pieces:
        """The same with `words` in place of the word `at`."""
        start, end = self.places[at]
        cuts = [start + (end - start) * number // len(words) for number in range(len(words) + 1)]
        places, steps = tuple(pairwise(cuts)), (*(0,) * (len(words) - 1), self.steps[at])
        return Pieces(
            (*self.words[:at], *words, *self.words[at + 1 :]),
            (*self.places[:at], *places, *self.places[at + 1 :]),
            (*self.steps[:at], *steps, *self.steps[at + 1 :]),
        )


Told = Callable[[Pieces, int, int], int]
"""How many words the longest wording has that reaches into the words between two places from outside; 0 for none."""


class Abbreviations:
    """The rows of ``vi/abbreviations.toml``."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Raises LexiconError for a row that is no list of words."""
        self._meanings: dict[str, tuple[tuple[str, ...], ...]] = {}
        for short, rows in lexicon["vi/abbreviations"].get("meanings", {}).items():
            if not isinstance(rows, list) or not rows or not all(isinstance(row, str) for row in rows):
                raise LexiconError(f"vi/abbreviations: {short} must be a list of words")
            self._meanings[short] = tuple(tuple(row.replace(",", "").split()) for row in rows)

    def stand_in(self, words: Sequence[str]) -> bool:
        """Whether one of `words` is an abbreviation."""
        return not self._meanings.keys().isdisjoint(words)

    def written_out(self, pieces: Pieces, told: Told, *, marked: bool) -> Pieces:
        """`pieces` with the words that abbreviations stand for, without marks where the text has none."""
        for at in reversed(range(len(pieces.words))):
            meanings = self._meanings.get(pieces.words[at])
            if meanings is not None:
                chosen = meanings[0] if len(meanings) == 1 else self._chosen(pieces, at, meanings, told)
                if chosen:
                    pieces = pieces.put(at, chosen if marked else [fold(word) for word in chosen])
        return pieces

    def _chosen(
        self, pieces: Pieces, at: int, meanings: Sequence[tuple[str, ...]], told: Told
    ) -> tuple[str, ...]:  # fmt: skip
        """The meaning that goes with most of the words beside it, else the first."""
        first = max(0, at - AROUND)
        around = pieces.part(first, at + 1 + AROUND)
        reached = [(told(around.put(at - first, words), at - first, len(words)), words) for words in meanings if words]
        best = max(reached, key=lambda pair: pair[0])  # of equals the first
        return best[1] if best[0] else meanings[0]
