"""Folding: the one form in which texts and questions are compared."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_STRIPPED = {"đ": "d", "Đ": "d"}


@lru_cache(maxsize=4096)
def _fold_letter(letter: str) -> str:
    if letter in _STRIPPED:
        return _STRIPPED[letter]
    base = "".join(c for c in unicodedata.normalize("NFD", letter) if not unicodedata.combining(c)).lower()
    return base if len(base) == 1 else letter


def nfc(text: str) -> str:
    """NFC with non-breaking and other odd spaces as plain ones; same length as `unicodedata.normalize("NFC", text)`."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(" " if c in "\u00a0\u2007\u202f\u2009\u200a\u3000" else c for c in composed)


def fold(text: str) -> str:
    """Lower case, no diacritics, đ as d; one letter for each letter of NFC `text`, so that spans stay valid."""
    return "".join(map(_fold_letter, text))


def accented(text: str) -> bool:
    """Whether any letter of NFC `text` carries a Vietnamese mark (so that its writer types diacritics)."""
    return any((c not in _STRIPPED and _fold_letter(c) != c.lower()) or c in _STRIPPED for c in text)
