"""Places in an order: "lần thứ XVI", "đứng thứ 3", "hạng nhì", "ranked 3rd", "the 16th congress"."""

from __future__ import annotations

import re
from decimal import Decimal

from knowledge.model import Dimension, Quantity
from knowledge.recognise.numbers import Numbers
from knowledge.recognise.patterns import Words, both
from knowledge.recognise.quantities import Draft
from knowledge.recognise.reading import Reading

_NUMERALS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_WELL_FORMED = re.compile(r"(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})")


class Ordinals:
    """Finds ordinals behind the words that announce one; built once."""

    def __init__(self, words: Words, numbers: Numbers) -> None:
        self._words = words
        self._digits = numbers.words
        self._behind = both(
            words,
            r"(?<!\w){before} (?:(?P<roman>[ivxl]{1,7})|(?P<figure>\d{1,3})(?:st|nd|rd|th)?(?:/(?P<of>\d{1,3}))?)"
            r"(?!\w|[.,]\d|/|~%)",
        )
        self._named = both(words, r"(?<!\w)(?P<cue>{before}) (?P<word>{places_won})(?!\w)")
        self._said = both(numbers.words, r"(?<!\w){=ordinal_before} (?P<word>{=digits})(?!\w)")
        self._cues = {m: words.tokens("before", m) | numbers.words.tokens("ordinal_before", m) for m in (False, True)}
        self._english = re.compile(r"(?<![\w.,])(?P<figure>\d{1,3})(?:st|nd|rd|th)(?!\w)")

    def find(self, reading: Reading) -> list[Draft]:
        """The ordinals of a text, in no order."""
        found: list[Draft] = []
        if self._cues[reading.marked].isdisjoint(reading.at):
            return self._in_english(reading)
        for match in self._behind[reading.marked].finditer(reading.hay):
            value = roman(match["roman"]) if match["roman"] else int(match["figure"])
            if value:
                found.append(_ordinal(match, value, match["of"]))
        for match in self._named[reading.marked].finditer(reading.hay):
            value = self._words.value("places_won", match["word"])
            if value:
                found.append(_ordinal(match, value, None))
        for match in self._said[reading.marked].finditer(reading.hay):
            value = self._digits.value("digits", match["word"])
            if value:
                found.append(_ordinal(match, value, None))
        return found + self._in_english(reading)

    def _in_english(self, reading: Reading) -> list[Draft]:
        if not reading.english:
            return []
        return [_ordinal(match, int(match["figure"]), None) for match in self._english.finditer(reading.hay)]


def renumbered(name: str) -> str:
    """`name` with the number at its end written the other way ("Quế Võ II": "Quế Võ 2"); "" where it ends in none."""
    before, _, last = name.rpartition(" ")
    if not before:
        return ""
    if last.isdigit():
        return f"{before} {_NUMERALS[int(last)]}" if int(last) < len(_NUMERALS) and int(last) else ""
    return f"{before} {_NUMERALS.index(last)}" if last in _NUMERALS[1:] else ""


def roman(text: str) -> int | None:
    """The value of a lower-case Roman numeral below ninety, None when it is ill-formed."""
    if not text or not _WELL_FORMED.fullmatch(text):
        return None
    values = [_ROMAN[letter] for letter in text]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


def _ordinal(match: re.Match[str], value: int, of: str | None) -> Draft:
    total = Decimal(of) if of else None
    quantity = Quantity(Decimal(value), None, Dimension.ORDINAL, total=total)
    return Draft(match.start(), match.end(), "ordinal", quantity)
