"""Units said once for several figures: "3,1; 1,9 và 0,8 tỷ đồng", "XK 1.590,1 triệu USD; NK 1.396,3"."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.model import Dimension
from knowledge.recognise.patterns import Words, both
from knowledge.recognise.quantities import Draft
from knowledge.recognise.reading import Reading

_LONGEST_LABEL = 45
_LISTED = re.compile(r"^ {0,3}(?:[,;:=(+/]|\) ?[;,])")
_SENTENCE = re.compile(r"[.!?]\s")
_CLOSED = re.compile(r" {0,3}(?:$|[,;.)+/=\n\t|]|\()")
_AMOUNTS = frozenset({Dimension.MONEY, Dimension.MASS, Dimension.AREA, Dimension.VOLUME, Dimension.LENGTH})
_LISTABLE = ("number", "slash-list")
_MOST_WORDS = 7
_FAR = 4  # figures over which a "trong đó" reaches back


class Carried:
    """Gives bare figures the unit of their neighbour in the same list; built once."""

    def __init__(self, words: Words) -> None:
        self._and = both(words, r"~(?:[;,](?: {and})?|{and})~")
        self._change = both(words, r" {change} ")
        self._other = both(words, r"(?<!\w){=other_sort}(?!\w)")
        self._label_text = both(words, r"(?:(?<!\w){label_month}~\d{1,2}(?!\d)|[^\d\n\t|]){0,45}")
        self._of_which = both(words, r"(?<!\w){=of_which}(?!\w)")
        self._and_word = both(words, r" {and} ")

    def carried(self, reading: Reading, drafts: list[Draft]) -> list[Draft]:
        """`drafts` in order of place, with carried units (rule "carried-unit")."""
        result = list(drafts)
        for at in range(len(result) - 2, -1, -1):  # "3,1; 1,9 và 0,8 tỷ đồng"
            if result[at].bare and self._behind(reading, result[at], result[at + 1], near=True):
                result[at] = _with_unit_of(result[at], result[at + 1])
        whole: Draft | None = None  # the figure whose parts are being told
        for at in range(1, len(result)):
            whole = whole if result[at - 1].rule == "carried-unit" else None
            if result[at].bare and (source := self._source(reading, result, at, whole)) is not None:
                whole = whole or source
                result[at] = _with_unit_of(result[at], source)
        for at in range(len(result) - 2, -1, -1):  # "Hữu Nghị 795, Tân Thanh 262 xe/ngày"
            if result[at].bare and self._behind(reading, result[at], result[at + 1], near=False):
                result[at] = _with_unit_of(result[at], result[at + 1])
        return result

    def _behind(self, reading: Reading, one: Draft, two: Draft, *, near: bool) -> bool:
        if two.bare or one.quantity.total is not None or one.rule not in _LISTABLE:
            return False
        between = reading.hay[one.end : two.start]
        if near and self._change[reading.marked].fullmatch(between):
            return True
        if not _fits(one, two):
            return False
        if not near:
            told = two.rule in ("carried-unit", "unit-in-brackets") or two.quantity.per is not None
            return told and self._label(reading, between)
        return self._and[reading.marked].fullmatch(between) is not None

    def _source(self, reading: Reading, drafts: list[Draft], at: int, whole: Draft | None) -> Draft | None:
        """The draft before `at` whose unit it takes: the one right before it in a list, or the amount that "trong đó"
        divides ("204 triệu USD, tăng 5%; trong đó nhập 151,9")."""
        two = drafts[at]
        if two.rule not in _LISTABLE:
            return None
        if not _CLOSED.match(reading.hay, two.end) and not self._and_word[reading.marked].match(reading.hay, two.end):
            return None
        one = drafts[at - 1]
        between = reading.hay[one.end : two.start]
        if not one.bare and _fits(two, whole or one) and self._label(reading, between):
            return one
        marks = list(self._of_which[reading.marked].finditer(between))
        if not marks or not self._label_text[reading.marked].fullmatch(between, marks[-1].start()):
            return None
        for one in reversed(drafts[max(0, at - _FAR) : at]):
            if _SENTENCE.search(reading.hay, one.end, two.start) or "\n" in reading.hay[one.end : two.start]:
                return None
            if one.quantity.dimension in _AMOUNTS and not one.bare and _part(two, one):
                return one
        return None

    def _label(self, reading: Reading, between: str) -> bool:
        if (
            len(between) > _LONGEST_LABEL
            or not self._label_text[reading.marked].fullmatch(between)
            or _SENTENCE.search(between)
            or len(between.split()) > _MOST_WORDS
        ):
            return False
        if not _LISTED.match(between) and not self._and_word[reading.marked].match(between) and "," not in between:
            return False
        return self._other[reading.marked].search(between) is None


def _fits(bare: Draft, measured: Draft) -> bool:
    quantity = measured.quantity
    if quantity.dimension in _AMOUNTS or quantity.per is not None:
        return True
    if quantity.dimension is Dimension.COUNT and bare.whole and bare.quantity.value is not None:
        return quantity.value is not None and (bare.quantity.value <= quantity.value)
    return quantity.dimension is Dimension.PERCENT and bare.quantity.value is not None and not bare.whole


def _part(bare: Draft, whole: Draft) -> bool:
    value, total = bare.quantity.value, whole.quantity.value
    return value is not None and total is not None and value * whole.scale <= total


def _with_unit_of(bare: Draft, measured: Draft) -> Draft:
    unit = measured.quantity
    value = bare.quantity.value
    quantity = replace(
        bare.quantity,
        value=None if value is None else value * measured.scale,
        low=None if bare.quantity.low is None else bare.quantity.low * measured.scale,
        high=None if bare.quantity.high is None else bare.quantity.high * measured.scale,
        unit=unit.unit,
        dimension=unit.dimension,
        per=bare.quantity.per or unit.per,
    )
    return replace(bare, quantity=quantity, scale=measured.scale, rule="carried-unit")
