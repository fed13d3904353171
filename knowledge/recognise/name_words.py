"""A text as names are looked for in it: words with their case, their marks and what stands between them.

Phrases of the lexicon are found by :class:`Phrases`, one dictionary access a word. A written word that carries
diacritics must agree with the phrase in them (tone placement and i/y aside); one that carries none agrees with the
phrase's folded form, and the match then says that it is not exact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from knowledge.text.fold import fold, nfc
from knowledge.text.keyboard import folded_key, syllable_key

T = TypeVar("T")

_WORD = re.compile(r"\d+|[^\W\d_]+")


class Gap(IntEnum):
    """What stands before a word."""

    START = 0
    NONE = 1
    SPACE = 2
    DASH = 3
    APOSTROPHE = 4
    SLASH = 5
    DOT = 6
    COMMA = 7
    COLON = 8
    SEMICOLON = 9
    OPEN = 10
    CLOSE = 11
    AND = 12
    BREAK = 13
    OTHER = 14


_SIMPLE = {
    "": Gap.SPACE, "-": Gap.DASH, "–": Gap.DASH, "—": Gap.DASH,
    "'": Gap.APOSTROPHE, "’": Gap.APOSTROPHE, "ʼ": Gap.APOSTROPHE,
    "/": Gap.SLASH, ".": Gap.DOT, ",": Gap.COMMA, ":": Gap.COLON, ";": Gap.SEMICOLON, "(": Gap.OPEN, ")": Gap.CLOSE,
    "),": Gap.CLOSE, "&": Gap.AND, ").": Gap.CLOSE, "“": Gap.OPEN, '"': Gap.OPEN, "”": Gap.CLOSE,
}  # fmt: skip


@lru_cache(maxsize=1024)
def _gap(between: str) -> Gap:
    if not between:
        return Gap.NONE
    if "\n" in between or "\t" in between or "   " in between:
        return Gap.BREAK
    return _SIMPLE.get(between.strip(), Gap.OTHER)


@lru_cache(maxsize=16384)
def syllable(word: str) -> tuple[str, str, bool]:
    """A word's key (letters and tone, wherever the tone mark stands), its folded form, and whether it carries no marks.
    Final y after a consonant counts as i in both ("Lý" is "Lí")."""
    lower = word.lower()
    return syllable_key(lower), folded_key(lower), fold(lower) == lower


class Word(NamedTuple):
    text: str
    key: str
    folded: str
    plain: bool  # carries no marks
    capital: bool  # begins with a capital letter
    upper: bool  # two letters or more, all capital
    gap: Gap  # before it
    start: int
    end: int


def _word(text: str, start: int, gap: Gap) -> Word:
    key, folded, plain = syllable(text)
    return Word(
        text, key, folded, plain, text[0].isupper(), len(text) > 1 and text.isupper(), gap, start, start + len(text)
    )


class Words:
    """The words of NFC `text`.

    `shouted[i]`: word i stands in a stretch written all in capitals, where a capital letter tells nothing.
    `cased`: the writer uses capitals inside sentences. `accented`: the writer uses diacritics.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        words: list[Word] = []
        end = 0
        for found in _WORD.finditer(text):
            gap = Gap.START if not words else _gap(text[end : found.start()])
            words.append(_word(found[0], found.start(), gap))
            end = found.end()
        self.words = words
        self.accented = any(not word.plain for word in words)
        self.shouted = _shouted(words)
        self.cased = any(
            word.capital and not word.upper and word.gap in (Gap.SPACE, Gap.COMMA, Gap.DASH) for word in words[1:]
        )

    def __len__(self) -> int:
        return len(self.words)

    def capital(self, i: int) -> bool:
        """Whether word i begins with a capital letter that means something."""
        return i < len(self.words) and self.words[i].capital and not self.shouted[i]

    def slice(self, first: int, last: int) -> str:
        """The text of words `first` up to but not including `last`."""
        return self.text[self.words[first].start : self.words[last - 1].end]


def pieces(text: str) -> Iterator[tuple[str, str, bool]]:
    """Of each word of NFC `text`, whatever stands between them: in small letters, folded, whether it carries no
    marks."""
    for word in _WORD.findall(text):
        _, folded, plain = syllable(word)
        yield word.lower(), folded, plain


@lru_cache(maxsize=16)  # names are recognised in a text, and then resolved in it
def words_of(text: str) -> Words:
    """The words of NFC `text`; shared, not to be changed."""
    return Words(text)


def _shouted(words: list[Word]) -> list[bool]:
    flags = [False] * len(words)
    first = 0
    for i in range(1, len(words) + 1):
        if i < len(words) and words[i].gap is not Gap.BREAK:
            continue
        line = [w for w in words[first:i] if w.text.isalpha()]
        loud = sum(w.upper for w in line)
        if loud >= 3 and loud * 10 >= len(line) * 7:
            flags[first:i] = [True] * (i - first)
        first = i
    return flags


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """A phrase found: words `first` up to `last`; `exact` when it is written with its diacritics."""

    first: int
    last: int
    value: T
    exact: bool


_LOOSE = {
    Gap.SPACE: frozenset({Gap.SPACE, Gap.DASH, Gap.NONE}),
    Gap.NONE: frozenset({Gap.SPACE, Gap.NONE, Gap.DOT}),
    Gap.DASH: frozenset({Gap.SPACE, Gap.DASH}),
    Gap.APOSTROPHE: frozenset({Gap.APOSTROPHE, Gap.SPACE, Gap.NONE, Gap.DASH}),
    Gap.DOT: frozenset({Gap.DOT, Gap.SPACE, Gap.NONE}),
    Gap.COMMA: frozenset({Gap.COMMA, Gap.SPACE}),
    Gap.AND: frozenset({Gap.AND, Gap.SPACE}),
}


class Phrases(Generic[T]):
    """A set of phrases, each with a value; several may share a wording."""

    def __init__(self) -> None:
        self._by_first: dict[str, list[tuple[tuple[Word, ...], T]]] = {}

    def add(self, phrase: str, value: T) -> None:
        words = tuple(Words(nfc(phrase)).words)
        if not words:
            return
        row = self._by_first.setdefault(words[0].folded, [])
        row.append((words, value))
        row.sort(key=lambda entry: -len(entry[0]))

    def at(self, text: Words, i: int) -> Iterator[Match[T]]:
        """The phrases that begin at word i, longest first."""
        rows = self._by_first.get(text.words[i].folded) if i < len(text.words) else None
        return iter(()) if rows is None else _matching(rows, text, i)

    def longest(self, text: Words, i: int) -> Match[T] | None:
        """The longest phrase that begins at word i; an exact one before a folded one of the same length."""
        rows = self._by_first.get(text.words[i].folded) if i < len(text.words) else None
        if rows is None:
            return None  # at nearly every word
        best: Match[T] | None = None
        for match in _matching(rows, text, i):
            if best is not None and match.last < best.last:
                break
            if best is None or (match.exact and not best.exact):
                best = match
        return best


def _matching(rows: list[tuple[tuple[Word, ...], T]], text: Words, i: int) -> Iterator[Match[T]]:
    """Those of `rows` that stand at word i."""
    words = text.words
    for phrase, value in rows:
        last = i + len(phrase)
        if last > len(words):
            continue
        exact = True
        for k, wanted in enumerate(phrase):
            word = words[i + k]
            if word.key != wanted.key:
                if not word.plain or word.folded != wanted.folded:
                    break
                exact = False
            if k and word.gap is not wanted.gap and word.gap not in _LOOSE.get(wanted.gap, ()):
                break
        else:
            yield Match(i, last, value, exact)


def phrases(rows: Iterator[tuple[str, T]] | list[tuple[str, T]]) -> Phrases[T]:
    found: Phrases[T] = Phrases()
    for phrase, value in rows:
        found.add(phrase, value)
    return found


def tight(words: Words, i: int) -> bool:
    """Whether word i hangs on the word before it by a dash without spaces ("NQ-HĐND")."""
    return words.words[i].gap is Gap.DASH and words.words[i].start - words.words[i - 1].end == 1


def slug(text: str) -> str:
    """`text` folded, words joined with hyphens: the readable part of an id."""
    return "-".join(fold(m[0]) for m in _WORD.finditer(text))
