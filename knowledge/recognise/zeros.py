"""Zero said in words: "không có nhiệm vụ quá hạn", "chưa phát sinh", "no overdue tasks"."""

from __future__ import annotations

import re
from decimal import Decimal

from knowledge.model import Dimension, Quantity
from knowledge.recognise.patterns import Words, both
from knowledge.recognise.quantities import Draft
from knowledge.recognise.reading import Reading
from knowledge.recognise.units import Units

RULE = "zero-in-words"
_CLAUSE_END = re.compile(r" {0,3}(?:$|[.,;:)\n\t|])")


class Zeros:
    """Finds negations that state a figure of nought; built once."""

    def __init__(self, words: Words, units: Units) -> None:
        self._units = units
        self._negation = both(words, r"(?<!\w){with_noun}(?!\w)")
        self._filler = both(words, r" {filler}(?!\w)")
        self._never = both(words, r"(?<!\w){never}(?!\w)")
        self._any = both(words, r" {any}(?!\w)")
        self._alone = both(words, r"(?<!\w){alone}(?!\w)")
        self._cues = {marked: words.tokens("with_noun|alone", marked) for marked in (False, True)}
        self._only_any = both(words, r"{with_any}")

    def find(self, reading: Reading, taken: bytearray) -> list[Draft]:
        """The noughts in order of place; the span is that of the negation alone, the unit what is counted."""
        found: list[Draft] = []
        if self._cues[reading.marked].isdisjoint(reading.at):
            return found
        for match in self._negation[reading.marked].finditer(reading.hay):
            if 1 in taken[match.start() : match.end()] or self._never[reading.marked].match(reading.hay, match.start()):
                continue
            unit = self._counted(reading, match)
            if unit is not None:
                found.append(_nought(match, unit))
        seen = {draft.start for draft in found}
        for match in self._alone[reading.marked].finditer(reading.hay):
            if match.start() not in seen and 1 not in taken[match.start() : match.end()]:
                if match[0].isascii() and reading.english and not _CLAUSE_END.match(reading.hay, match.end()):
                    continue
                found.append(_nought(match, None))
        return sorted(found, key=lambda draft: draft.start)

    def _counted(self, reading: Reading, match: re.Match[str]) -> str | None:
        at = match.end()
        for _ in range(2):
            unit = self._units.after(reading, at)
            if unit is not None:
                break
            filler = self._filler[reading.marked].match(reading.hay, at)
            if filler is None:
                return None
            at = filler.end()
        if unit is None or not unit.counted:
            return None
        lone = self._only_any[reading.marked].fullmatch(match[0]) is not None
        if lone and not reading.english and not self._any[reading.marked].match(reading.hay, unit.end):
            return None  # "không" alone denies a verb, "chưa có" a wish, unless "nào" follows the thing
        return unit.name


def _nought(match: re.Match[str], unit: str | None) -> Draft:
    dimension = Dimension.COUNT if unit else Dimension.NUMBER
    return Draft(match.start(), match.end(), RULE, Quantity(Decimal(0), unit, dimension))
