"""An amount: one number with its scale, unit and what it is per ("31 triệu đồng/chuyến")."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from knowledge.lexicon.load import Lexicon
from knowledge.model import Dimension
from knowledge.recognise.numbers import Number
from knowledge.recognise.patterns import alternatives, forms_of
from knowledge.recognise.reading import Reading
from knowledge.recognise.units import Unit, Units
from knowledge.text.fold import fold

_WORD = re.compile(r" {0,3}([^\W\d_]+\.?)")
_GAP = re.compile(r" {0,3}")
_STROKE = re.compile(r" ?/ ?")
_BRACKET = re.compile(r" ?\( ?(?=[^\W\d_])")
_METRES_TOO = {"m", "b", "mil"}
_TEN, _HUNDRED, _MILLION = 10, 100, 1_000_000
_END = re.compile(r"\Z|[,;.](?!\d)")


@dataclass(frozen=True, slots=True)
class Amount:
    """`value` is scaled (base units). `known`: the unit is one of the lexicon's; `scale` what the number was multiplied
    by."""

    start: int
    end: int
    number: Number
    value: Decimal
    scale: Decimal = Decimal(1)
    unit: str | None = None
    dimension: Dimension = Dimension.NUMBER
    per: str | None = None
    known: bool = False
    rule: str = "number"
    language: str = ""  # of the unit's wording


class Amounts:
    """Reads the amount that a number begins; built once."""

    def __init__(self, lexicon: Lexicon, units: Units) -> None:
        self._units = units
        vi, en = lexicon["vi/numbers"], lexicon["en/numbers"]
        scales: dict[str, int] = {**vi.get("scales", {}), **en.get("scales", {})}
        scales.update(vi.get("figure_scales", {}))
        short: dict[str, int] = {**vi.get("short_scales", {}), **en.get("short_scales", {})}
        joined = {**vi.get("scales", {}), **short, **vi.get("joined_scales", {})}
        hundreds = dict.fromkeys(vi.get("parts", {}).get("hundred", ()), _HUNDRED)
        self._scales = {m: _forms(scales, m) for m in (False, True)}
        self._short = {m: _forms(short, m) for m in (False, True)}
        self._joined = {m: sorted(_forms(joined, m).items(), key=lambda row: -len(row[0])) for m in (False, True)}
        self._hundreds = {m: _forms(hundreds, m) for m in (False, True)}
        self._money_rates = {form for word in vi["lists"]["money_rates"] for form in (word, fold(word))}
        self._money_scales = {form for word in vi["lists"]["money_scales"] for form in (word, fold(word))}
        halves = vi.get("parts", {}).get("half_more", ())
        per = [*lexicon["vi/units"]["lists"]["per_words"], *lexicon["en/units"]["lists"]["per_words"]]
        self._half = {m: re.compile(rf" {{1,3}}{alternatives(halves, m)}(?!\w)") for m in (False, True)}
        self._per = {m: re.compile(rf" {{1,3}}{alternatives(per, m)}(?=\s)") for m in (False, True)}
        self._prefix = re.compile(r"(?:(?P<usd>us\$|\$)|(?P<eur>€)|(?P<cny>¥)|(?<![\w.,])(?P<code>usd|vnd|eur|cny)) ?$")

    def read(self, reading: Reading, number: Number, following: Number | None, taken: bytearray) -> Amount:
        """The amount that begins with `number`; `following` is the next number, for "1 tỷ 145 triệu"; places in `taken`
        belong to something else."""
        value, at, money = number.value, number.end, False
        scale = Decimal(1)
        currency = self._currency_before(reading, number)
        if number.words:
            said = [word for word in reading.hay[number.start : number.end].split() if word in self._money_scales]
            money = bool(said) and not number.single
            scale = Decimal(self._scales[reading.marked].get(said[-1], 1)) if money else scale
        factor, end, is_money = self._scale(reading, at, currency is not None)
        if factor != 1 and not number.words:
            scale, at, money = Decimal(factor), end, is_money
            value *= scale
            if half := self._half[reading.marked].match(reading.hay, at):
                value, at = value + scale / 2, half.end()
            elif following is not None and (more := self._smaller(reading, at, following, factor)):
                value, at = value + more[0], more[1]
        amount = Amount(number.start, at, number, value, scale)
        following_unit = self._units.after(reading, at)
        language = following_unit.language if following_unit else ""
        if language and number.other not in (None, number.value) and number.english != (language == "en"):
            value = value / number.value * number.other if number.value else value  # "1,234 tonnes" in Vietnamese
            number = replace(number, value=number.other, whole=number.other == number.other.to_integral_value())
            amount = Amount(number.start, at, number, value, scale)
        unit = self._unit(reading, amount, number, money, taken)
        if currency is not None and (unit is None or unit.dimension is not Dimension.MONEY):
            start, name = currency
            amount = Amount(start, at, number, value, scale, name, Dimension.MONEY, known=True, rule="money")
        elif unit is not None:
            rule = unit.dimension.value if unit.dimension is not Dimension.COUNT else "count"
            known = unit.end == at or self._units.after(reading, at) is not None
            amount = Amount(
                number.start, unit.end, number, value, scale, unit.name, unit.dimension, None, known, rule, language
            )
            if scale == 1 and known and (half := self._half[reading.marked].match(reading.hay, unit.end)):
                amount = replace(amount, end=half.end(), value=value + Decimal("0.5"))  # "hai giờ rưỡi"
        if amount.unit is None and scale == 1 and not number.words:
            return self._in_brackets(reading, amount) or self._rate(reading, amount, taken)
        if amount.unit is None and number.words:
            return replace(amount, rule="number-in-words")
        return self._rate(reading, amount, taken)

    def _in_brackets(self, reading: Reading, amount: Amount) -> Amount | None:
        """ "4,08 (triệu USD)"."""
        opened = _BRACKET.match(reading.hay, amount.end)
        if opened is None:
            return None
        scale, end, _ = self._scale(reading, opened.end(), False)
        unit = self._units.after(reading, end)
        if unit is None or not reading.hay.startswith(")", unit.end):
            return None
        value, name, dimension = amount.value * scale, unit.name, unit.dimension
        return Amount(
            amount.start,
            unit.end + 1,
            amount.number,
            value,
            Decimal(scale),
            name,
            dimension,
            None,
            True,
            "unit-in-brackets",
        )

    def _currency_before(self, reading: Reading, number: Number) -> tuple[int, str] | None:
        match = self._prefix.search(reading.hay, max(0, number.start - 5), number.start)
        if match is None or number.words:
            return None
        code = match["code"]
        if code and reading.hay[: match.start()].rstrip()[-1:].isalnum() and not reading.english:
            return None  # the unit of the figure before
        name = code.upper() if code else "USD" if match["usd"] else "EUR" if match["eur"] else "CNY"
        return match.start(), name

    def _scale(self, reading: Reading, at: int, after_currency: bool) -> tuple[int, int, bool]:
        """The scale words at `at`: factor, their end, whether they bespeak money."""
        factor, money, end = 1, False, at
        while (match := _WORD.match(reading.hay, end)) is not None and factor < 10**15:
            word = match[1].rstrip(".")
            found = self._scales[reading.marked].get(word)
            unit = self._units.after(reading, end)
            if unit is not None and unit.end > match.end(1):
                break  # "3 van ban": documents
            if found is None and factor == 1:
                found = self._short_scale(reading, word, match, after_currency)
            if found is None and word in self._hundreds[reading.marked]:
                follows = _WORD.match(reading.hay, match.end())
                found = _HUNDRED if follows and follows[1] in self._scales[reading.marked] else None
            if found is None and (glued := self._glued(reading, word, match.start(1))):
                found, word = glued
            if found is None:
                break
            factor, money, end = factor * found, word in self._money_scales, match.start(1) + len(word)
            if match[1].endswith(".") and len(word) > 1 and self._units.after(reading, match.end()):
                end = match.end()
        return factor, end, money

    def _glued(self, reading: Reading, word: str, at: int) -> tuple[int, str] | None:
        """The scale that `word` at `at` begins with, and how it is written, where a currency is written on to it, or
        behind its dot: "62,5tỷđ", "12trUSD", "300 ng.đ"."""
        for scale, factor in self._joined[reading.marked]:
            if not word.startswith(scale):
                continue
            stop = at + len(scale)
            unit = self._units.after(reading, stop + (reading.hay[stop : stop + 1] == "."))
            if unit is not None and unit.dimension is Dimension.MONEY and unit.end >= at + len(word):
                return factor, scale
        return None

    def _short_scale(self, reading: Reading, word: str, match: re.Match[str], after_currency: bool) -> int | None:
        found = self._short[reading.marked].get(word)
        if found is None:
            return None
        end = match.end()
        unit = self._units.after(reading, end)
        money_next = unit is not None and unit.dimension is Dimension.MONEY
        if after_currency or money_next or (unit is not None and reading.english):
            return found
        if word in _METRES_TOO or (word == "k" and match.start() != match.start(1)):
            return None
        return found

    def _smaller(self, reading: Reading, at: int, following: Number, factor: int) -> tuple[Decimal, int] | None:
        """ "145 triệu" behind "1 tỷ"."""
        if following.words or not following.whole or following.value >= 1000:
            return None
        gap = _GAP.match(reading.hay, at)
        if gap is None or gap.end() != following.start or gap.end() == at:
            return None
        more, end, _ = self._scale(reading, following.end, False)
        if more == 1 and following.value < _TEN and factor >= _MILLION and _END.match(reading.hay, end):
            return following.value * factor / _TEN, end  # "1 tỷ 2"
        return (following.value * more, end) if 1 < more < factor else None

    def _unit(self, reading: Reading, amount: Amount, number: Number, money: bool, taken: bytearray) -> Unit | None:
        at = amount.end
        hyphen = reading.english and reading.hay.startswith("-", at)  # "a five-year plan"
        unit = self._units.after(reading, at + 1 if hyphen else at)
        if hyphen and unit is not None and unit.dimension is not Dimension.DURATION:
            unit = None
        if unit is not None and 1 in taken[at : unit.end]:
            unit = None
        if unit is None and money and not reading.english:
            return Unit("VND", Dimension.MONEY, at)
        if unit is None and number.whole and not number.single and not reading.hay.startswith("/", at):
            unit = self._units.thing(reading, at)
            if unit is not None and 1 in taken[at : unit.end]:
                unit = None
        return unit

    def _rate(self, reading: Reading, amount: Amount, taken: bytearray) -> Amount:
        at = amount.end
        names: list[str] = []
        while len(names) < 2:
            stroke = _STROKE.match(reading.hay, at)
            said = None if stroke or names else self._per[reading.marked].match(reading.hay, at)
            mark = stroke or said
            rate = self._units.rate(reading, mark.end()) if mark else None
            if rate is None or 1 in taken[at : rate[1]] or reading.hay[rate[1] : rate[1] + 1].isalnum():
                break
            if amount.unit is None and not stroke:
                break
            names.append(rate[0])
            at = rate[1]
        if not names:
            return amount
        per = "/".join(names)
        if amount.unit is None and not reading.english and self._rated(reading, amount):
            return replace(amount, end=at, unit="VND", dimension=Dimension.MONEY, per=per, known=True, rule="money")
        return replace(amount, end=at, per=per)

    def _rated(self, reading: Reading, amount: Amount) -> bool:
        """Whether its scale bespeaks money where a rate follows: "300 nghìn/lượt"."""
        return reading.hay[amount.number.end : amount.end].strip() in self._money_rates


def _forms(words: dict[str, int], marked: bool) -> dict[str, int]:
    return {form: value for word, value in words.items() for form in forms_of(word, marked)}
