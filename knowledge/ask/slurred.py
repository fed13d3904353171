"""Slips of a Vietnamese keyboard that leave a syllable half marked: a vowel typed twice ("tuừ"), a tone left out
("cuôi năm")."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from knowledge.text.fold import fold
from knowledge.text.keyboard import is_syllable

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")


def undoubled(word: str) -> str | None:
    """The lower-case `word` without a bare vowel before the same one with its marks; None where it has none such."""
    for at in range(len(word) - 1):
        bare, marked = word[at], word[at + 1]
        if bare not in "aeiouy" or fold(marked) != bare or marked == bare:
            continue
        if bare == "o" and _without_tone(marked) == "o":
            continue  # "Khoòng" is spelt so
        new = word[:at] + word[at + 1 :]
        return new if is_syllable(fold(new)) else None
    return None


def only(typed: str, spelt: Iterable[str]) -> str | None:
    """The one word of `spelt` that `typed` is without some of its marks; None where there are none or several."""
    fitting = [written for written in spelt if _poorer(typed, written)]
    return fitting[0] if len(fitting) == 1 else None


def nearest(typed: Sequence[str], spelt: Iterable[tuple[str, ...]]) -> tuple[str, ...] | None:
    """The one of `spelt` that `typed` is with the fewest of its marks left out; None where two are as near, or none."""
    fitting = sorted(
        (sum(one != other for one, other in zip(typed, written, strict=True)), written)
        for written in spelt
        if all(map(_poorer, typed, written))
    )
    if not fitting or (len(fitting) > 1 and fitting[0][0] == fitting[1][0]):
        return None
    return fitting[0][1]


def _poorer(typed: str, written: str) -> bool:
    if typed == written:
        return True
    if fold(typed) != fold(written):
        return False
    own, full = _marks(typed), _marks(written)
    return all(mine <= other for mine, other in zip(own, full, strict=True))


def _marks(word: str) -> list[frozenset[str]]:
    return [frozenset(unicodedata.normalize("NFD", letter.replace("đ", "d\u0335"))[1:]) for letter in word]


def _without_tone(letter: str) -> str:
    return unicodedata.normalize("NFC", "".join(c for c in unicodedata.normalize("NFD", letter) if c not in _TONES))
