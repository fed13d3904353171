"""Shorthand and teencode: what the rows of ``vi/shorthand.toml`` make of a word among its neighbours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from knowledge.errors import LexiconError
from knowledge.lexicon.load import Lexicon

_FIELDS = {"short", "full", "after", "before", "after_figure", "first", "last", "not_after", "not_before", "marked"}


@dataclass(frozen=True, slots=True)
class _Row:
    full: str
    after: frozenset[str]
    before: frozenset[str]
    not_after: frozenset[str]
    not_before: frozenset[str]
    after_figure: bool
    first: bool
    last: bool
    marked: bool

    def fits(self, words: Sequence[str], at: int, marked: bool) -> bool:
        """Whether the conditions hold for word `at` of the lower-case `words`."""
        left = words[at - 1] if at else ""
        right = words[at + 1] if at + 1 < len(words) else ""
        if (self.first and at) or (self.last and right) or (self.marked and not marked):
            return False
        if self.after_figure and not left[:1].isdigit():
            return False
        if left in self.not_after or right in self.not_before:
            return False
        return not (self.after or self.before) or left in self.after or right in self.before


class Shorthand:
    """Knows what stands for what; raises LexiconError for a row without `short` or `full` or with an unknown field."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._rows: dict[str, list[_Row]] = {}
        for row in lexicon["vi/shorthand"].get("shorthand", ()):
            self._rows.setdefault(_short(row), []).append(_row(row))

    def __contains__(self, word: str) -> bool:
        return word in self._rows

    def full(self, words: Sequence[str], at: int, *, marked: bool) -> str | None:
        """What the word at `at` of the lower-case `words` stands for; None when for nothing but itself."""
        for row in self._rows.get(words[at], ()):
            if row.fits(words, at, marked):
                return row.full
        return None

    def certain(self, word: str) -> bool:
        """Whether the word is shorthand wherever it stands."""
        return any(not (r.after or r.before or r.first or r.last or r.after_figure) for r in self._rows.get(word, ()))


def _short(row: Mapping[str, Any]) -> str:
    if set(row) - _FIELDS or not row.get("short") or not row.get("full"):
        raise LexiconError(f"vi/shorthand: {dict(row)}")
    return str(row["short"])


def _row(row: Mapping[str, Any]) -> _Row:
    def words(key: str) -> frozenset[str]:
        return frozenset(row.get(key, ()))

    return _Row(
        row["full"],
        words("after"),
        words("before"),
        words("not_after"),
        words("not_before"),
        row.get("after_figure") is True,
        row.get("first") is True,
        row.get("last") is True,
        row.get("marked") is True,
    )
