"""Quantities: amounts with what stands around them: shares ("119/128"), ranges, bounds, signs, units said once in a
list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from knowledge.lexicon.load import Lexicon
from knowledge.model import Dimension, Quantity
from knowledge.recognise.amounts import Amount, Amounts
from knowledge.recognise.numbers import Number, Numbers
from knowledge.recognise.patterns import Tails, Words, both
from knowledge.recognise.reading import Reading
from knowledge.recognise.units import Units
from knowledge.text.fold import fold

_STROKE = re.compile(r" {0,2}/ {0,2}")
_DASH = re.compile(r" {0,3}[-–—] {0,3}")
_HEADING = re.compile(r"[^\W\d_]+\s?/\s?[^\W\d_]+(?:\s?/\s?[^\W\d_]+)*[ :]{0,4}$")  # "Người XC/NC: 41.206/39.874"
_SIGN = re.compile(r"(?:(?P<cell>(?:^|[\t|\n]) ?)|(?<=[\s(:;|]))(?P<sign>[-+−–]) ?$")
_TENTHS = 10
_CELL_END = re.compile(r"\s*%?\s*(?:$|[\t|\n])")


@dataclass(frozen=True, slots=True)
class Draft:
    """A quantity in the making: `bare` when it has no unit yet, `scale` what its number was multiplied by."""

    start: int
    end: int
    rule: str
    quantity: Quantity
    scale: Decimal = Decimal(1)
    whole: bool = True

    @property
    def bare(self) -> bool:
        return self.quantity.unit is None and self.scale == 1


class Quantities:
    """Finds the quantities of a text, but for places taken by something else; built once."""

    def __init__(self, lexicon: Lexicon, units: Units, numbers: Numbers) -> None:
        self._units = units
        self._numbers = numbers
        self._amounts = Amounts(lexicon, units)
        words = Words(lexicon, "quantities")
        self._of = both(words, r" {out_of} ")
        self._and = both(words, r" {and} ")
        self._to = both(words, r" {between} ")
        self._from = Tails(words, "from")
        self._around = Tails(words, "high", "low", "about")
        self._comparing = Tails(words, "comparing")
        self._low_after = both(words, r"(?P<between>(?: [^\W\d_]+){0,3}) {low_after}(?!\w)")
        self._high_after = both(words, r"(?P<between>(?: [^\W\d_]+){0,3}) {high_after}(?!\w)")
        self._not_alone = {fold(word) for word in numbers.words.words("not_alone")}
        self._people = Tails(numbers.words, "people")

    def find(self, reading: Reading, taken: bytearray, named: bytearray) -> list[Draft]:
        """The quantities in order of place. `taken` marks the places of dates, periods and the like, `named` those of
        names: a number there is none, but a unit may begin one ("03 Trung tâm Quản lý cửa khẩu")."""
        numbers = [
            number
            for number in self._numbers.find(reading)
            if 1 not in taken[number.start : number.end] and 1 not in named[number.start : number.end]
        ]
        amounts = self._measured(reading, numbers, taken)
        drafts: list[Draft] = []
        at = 0
        while at < len(amounts):
            group, used = self._joined(reading, amounts, at)
            drafts.extend(self._qualified(reading, draft) for draft in group)
            at += used
        return drafts

    def _measured(self, reading: Reading, numbers: Sequence[Number], taken: bytearray) -> list[Amount]:
        amounts: list[Amount] = []
        for at, number in enumerate(numbers):
            if amounts and number.start < amounts[-1].end:
                continue
            following = numbers[at + 1] if at + 1 < len(numbers) else None
            amount = self._amounts.read(reading, number, following, taken)
            glued = amount.end == number.end and reading.hay[number.end : number.end + 1].isalpha()  # "1A"
            if not glued and (not number.words or self._counts(reading, number, amount)):
                amounts.append(amount)
        return amounts

    def _counts(self, reading: Reading, number: Number, amount: Amount) -> bool:
        """Whether a number in words is one: a lone word ("ba", "one") must count a known thing."""
        if self._people.before(reading.hay, number.start, reading.marked):
            return False
        name = (
            reading.text[number.start].isupper()
            and number.start > 0
            and reading.text[number.start - 2 : number.start - 1].isalpha()
        )
        if name and not reading.text[number.start : number.end].isupper():
            return False
        if reading.english and not number.english and amount.language != "vi":
            return False
        if number.single and not reading.marked and reading.hay[number.start : number.end] in self._not_alone:
            return False
        return amount.known or not number.single or (number.english and self._to_more(reading, number))

    def _to_more(self, reading: Reading, number: Number) -> bool:
        """Whether a range may begin here: "five to seven projects"."""
        return self._to[reading.marked].match(reading.hay, number.end) is not None and bool(
            self._from.before(reading.hay, number.start, reading.marked)
        )

    def _joined(self, reading: Reading, amounts: list[Amount], at: int) -> tuple[list[Draft], int]:
        """The quantities that begin with the amount `at`, and how many amounts they take."""
        chain = [amounts[at]]
        while at + len(chain) < len(amounts) and chain[-1].unit is None and chain[-1].scale == 1:
            following = amounts[at + len(chain)]
            if not _STROKE.fullmatch(reading.hay, chain[-1].end, following.start):
                break
            chain.append(following)
        if len(chain) > 1:
            return self._chain(reading, chain), len(chain)
        one = amounts[at]
        two = amounts[at + 1] if at + 1 < len(amounts) else None
        if two is not None:
            between = reading.hay[one.end : two.start]
            alike = one.per is None and (one.unit is None or two.unit is None or one.unit == two.unit)
            if alike and self._of[reading.marked].fullmatch(between) and one.value * two.scale <= two.value:
                return [self._share(one, two)], 2
            if alike and one.unit is not None and _STROKE.fullmatch(between) and one.value <= two.value:
                return [self._share(one, two)], 2  # "6,3 tỷ đồng/8,4 tỷ đồng"
            if self._is_range(reading, one, two, between):
                return [self._range(one, two)], 2
        return [_draft(one)], 1

    def _chain(self, reading: Reading, chain: list[Amount]) -> list[Draft]:
        heading = _HEADING.search(reading.text, max(0, chain[0].start - 40), chain[0].start)
        if len(chain) == 2 and not heading and chain[0].value * chain[1].scale <= chain[1].value:
            return [self._share(*chain)]
        last = chain[-1]
        return [
            Draft(
                amount.start,
                amount.end,
                "slash-list",
                Quantity(amount.number.value * last.scale, last.unit, last.dimension, per=last.per),
                last.scale,
                amount.number.whole,
            )
            for amount in chain
        ]

    @staticmethod
    def _share(part: Amount, whole: Amount) -> Draft:
        scale = part.scale if part.scale != 1 else whole.scale
        unit, dimension, end = whole.unit, whole.dimension, whole.end
        if unit is None:
            unit, dimension = part.unit, part.dimension
        elif not whole.known and whole.value <= _TENTHS:  # "1/3 công suất": a fraction, nothing counted
            unit, dimension, end = None, Dimension.NUMBER, whole.number.end
        quantity = Quantity(part.number.value * scale, unit, dimension, total=whole.value, per=whole.per)
        return Draft(part.start, end, "share-of-total", quantity, scale, part.number.whole)

    def _is_range(self, reading: Reading, one: Amount, two: Amount, between: str) -> bool:
        if one.per is not None or (one.unit is not None and one.unit != two.unit):
            return False
        low = one.value * two.scale if one.unit is None and one.scale == 1 else one.value
        if not low < two.value:
            return False
        if _DASH.fullmatch(between):
            return True
        if not self._to[reading.marked].fullmatch(between):
            return False
        opened = self._from.before(reading.hay, one.start, reading.marked) is not None
        return opened or (
            one.unit is None and two.unit is not None and not self._and[reading.marked].fullmatch(between)
        )

    @staticmethod
    def _range(one: Amount, two: Amount) -> Draft:
        low = one.value * two.scale if one.unit is None and one.scale == 1 else one.value
        quantity = Quantity(None, two.unit, two.dimension, low, two.value, per=two.per)
        return Draft(one.start, two.end, "range", quantity, two.scale)

    def _qualified(self, reading: Reading, draft: Draft) -> Draft:
        """With its sign and the bounds said before and behind it."""
        quantity, start, end, rule = draft.quantity, draft.start, draft.end, draft.rule
        sign = _SIGN.search(reading.text, max(0, start - 4), start)
        if sign is not None and quantity.value is not None and self._signs(reading, sign, draft):
            start = sign.start("sign")
            if sign["sign"] != "+":
                quantity = replace(quantity, value=-quantity.value)
        bound = False
        for _ in range(2):
            found = self._around.before(reading.hay, start, reading.marked)
            if found is None or not self._bounds(found, draft, reading):
                break
            start = found[1]
            if found[0] == "about":
                quantity = replace(quantity, approx=True)
            elif not bound and quantity.value is not None:
                bound, rule = True, "bound"
                quantity = _bounded(quantity, found[0])
        if quantity.value is not None and not bound:
            opened = self._from.before(reading.hay, start, reading.marked) is not None
            for name, patterns in (("low", self._low_after), ("high", self._high_after)):
                match = patterns[reading.marked].match(reading.hay, end)
                if match is not None and (opened or not match["between"]):
                    end = end if match["between"] else match.end()  # "từ 45% kế hoạch trở lên"
                    quantity, rule = _bounded(quantity, name), "bound"
                    break
        return replace(draft, start=start, end=end, rule=rule, quantity=quantity)

    def _bounds(self, found: tuple[str, int], draft: Draft, reading: Reading) -> bool:
        name, start = found
        if name != "about" and self._comparing.before(reading.hay, start, reading.marked):
            return False  # "cao hơn 15 nghìn đồng"
        quantity = draft.quantity
        small = quantity.value is not None and quantity.value < 10 and draft.scale == 1
        return not (name == "low" and small and quantity.unit is not None and self._units.is_place(quantity.unit))

    @staticmethod
    def _signs(reading: Reading, sign: re.Match[str], draft: Draft) -> bool:
        """Whether a stroke before a figure is its sign: in a cell of its own, glued to it, or with a percentage."""
        if sign["sign"] == "+":
            return True
        glued = sign.end("sign") == draft.start
        if sign["cell"] is not None:
            return glued or _CELL_END.match(reading.hay, draft.end) is not None
        return glued or reading.text[sign.start("sign") - 1 : sign.start("sign")] in "(:"


def _bounded(quantity: Quantity, side: str) -> Quantity:
    value = quantity.value
    return replace(quantity, low=value) if side == "low" else replace(quantity, high=value)


def _draft(amount: Amount) -> Draft:
    quantity = Quantity(amount.value, amount.unit, amount.dimension, per=amount.per)
    return Draft(amount.start, amount.end, amount.rule, quantity, amount.scale, amount.number.whole)
