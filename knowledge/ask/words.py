"""The words that are known: those of the lexicon by language, pairs of Vietnamese ones, and English at large."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Any

from knowledge.lexicon.load import EXAMPLES, Lexicon
from knowledge.text.fold import accented, fold
from knowledge.text.keyboard import is_syllable, one_spelling, syllable_key
from knowledge.text.language import ENGLISH

_PATTERN_SIGNS = frozenset("\\[](){}?*+^$|=<>")
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH_FIELDS = frozenset({"en", "en_exact"})
COMMON = 20  # uses in the English corpus below which a word may be somebody's slip


class Words:
    """Words of the lexicon, lower case: `vietnamese` folded, `spelt` their keys with marks, `pairs` of neighbours as
    written by their folded form, `english` with regular plurals, `abbreviations` it writes in capitals ("xnk")."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.vietnamese: set[str] = set()
        self.spelt: set[str] = set()
        self.pairs: dict[tuple[str, str], set[tuple[str, str]]] = {}
        self.forms: dict[str, set[str]] = {}  # words as written, lower case, by their folded form
        self.before: dict[str, Counter[str]] = {}  # by a word, those before it and how often, all folded
        self.abbreviations: set[str] = set()
        english: set[str] = set(ENGLISH)
        for folder in ("vi", "domain"):
            for text, is_english in _texts(lexicon.under(folder)):
                if is_english:
                    english |= _english(text)
                else:
                    self._add(text)
        for text, _ in _texts(lexicon.under("en")):
            english |= _english(text)
        english |= set(lexicon["en/periods"].get("month_names", {}))
        self._forget(lexicon["vi/shorthand"]["shorthand"])
        self.english = frozenset(english)
        for pair, written in self.pairs.items():
            marked = {forms for forms in written if any(map(accented, forms))}
            self.pairs[pair] = marked or written

    def _forget(self, shorthand: Iterable[dict[str, str]]) -> None:
        """What is short for another word is no way in which a word is written in full ("mấi" is none of "mái")."""
        full = {word for row in shorthand for word in _WORD.findall(row["full"].lower())}
        for row in shorthand:
            short = one_spelling(row["short"].lower())
            if short not in full:
                self.forms.get(fold(short), set()).discard(short)

    def _add(self, text: str) -> None:
        before = None
        plain = not accented(text) and " " in text  # how it may be typed, not how it is spelt
        for word in _WORD.findall(text):
            if len(word) > 1 and word.isupper():
                self.abbreviations.add(word.lower())
            folded, key, real = _forms(word)
            if not real:
                before = None
                continue
            self.vietnamese.add(folded)
            if not plain:
                self.spelt.add(key)
                self.forms.setdefault(folded, set()).add(one_spelling(word.lower()))
            written = word.lower()
            if before is not None:
                self.pairs.setdefault((before[0], folded), set()).add((before[1], written))
                self.before.setdefault(folded, Counter())[before[0]] += 1
            before = (folded, written)


@lru_cache(maxsize=4)
def words_of(lexicon: Lexicon) -> Words:
    """The words of `lexicon`, gathered once."""
    return Words(lexicon)


@lru_cache(maxsize=16384)
def _forms(word: str) -> tuple[str, str, bool]:
    folded = fold(word)
    return folded, syllable_key(word), is_syllable(folded)


def _texts(value: Any, english: bool = False) -> Iterator[tuple[str, bool]]:
    """All strings in nested tables that are words rather than patterns, and whether a field says they are English."""
    if isinstance(value, str):
        if not _PATTERN_SIGNS & set(value):
            yield value, english
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in EXAMPLES:
                yield from _texts(inner, english or key in _ENGLISH_FIELDS)
    elif isinstance(value, Iterable):
        for inner in value:
            yield from _texts(inner, english)


def _english(text: str) -> set[str]:
    found: set[str] = set()
    for word in map(str.lower, _WORD.findall(text)):
        if len(word) > 2 and word.isascii():
            found.add(word)
            if not word.endswith("s"):
                found.add(word[:-1] + "ies" if word.endswith("y") and word[-2] not in "aeiou" else word + "s")
    return found


@lru_cache(maxsize=1)
def _dictionary() -> frozenset[str]:
    # read directly: the package's own reader takes four times as long
    packed = files("spellchecker").joinpath("resources", "en.json.gz").read_bytes()
    counts: dict[str, int] = json.loads(gzip.decompress(packed))
    return frozenset(word for word, count in counts.items() if count >= COMMON)


def is_english(word: str) -> bool:
    """Whether the lower-case word is in the dictionary of common English that comes with pyspellchecker."""
    return word in _dictionary()
