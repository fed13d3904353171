"""Folding: the one form in which texts and questions are compared."""

from __future__ import annotations

import unicodedata

_STRIPPED = {"đ": "d", "Đ": "d"}


class _Letters(dict[str, str]):
    """Each letter folded, worked out when it is first met."""

    def __missing__(self, letter: str) -> str:
        base = "".join(c for c in unicodedata.normalize("NFD", letter) if not unicodedata.combining(c)).lower()
        self[letter] = folded = base if len(base) == 1 else letter
        return folded


_folded = _Letters(_STRIPPED).__getitem__


def nfc(text: str) -> str:
    """NFC with non-breaking and other odd spaces as plain ones; same length as `unicodedata.normalize("NFC", text)`."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(" " if c in "\u00a0\u2007\u202f\u2009\u200a\u3000" else c for c in composed)


def fold(text: str) -> str:
    """Lower case, no diacritics, đ as d; one letter for each letter of NFC `text`, so that spans stay valid."""
    return text.lower() if text.isascii() else "".join(map(_folded, text))


def accented(text: str) -> bool:
    """Whether any letter of NFC `text` carries a Vietnamese mark (so that its writer types diacritics)."""
    return not text.isascii() and any(c in _STRIPPED or _folded(c) != c.lower() for c in text)
