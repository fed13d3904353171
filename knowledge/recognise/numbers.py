"""Numbers: figures with their separators, and numbers in words, Vietnamese and English.

In Vietnamese a dot groups thousands and a comma is decimal; in English the other way round. A text is read as its
language writes, unless a figure in it can only be read the other way ("1,234.5"); a separator that cannot group is
decimal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from knowledge.lexicon.load import Lexicon, Table
from knowledge.recognise.patterns import Words, alternatives, forms_of
from knowledge.recognise.reading import Reading
from knowledge.text.fold import fold

FIGURE = re.compile(r"(?<![\w.,])(?<![^\W\d_][-+])\d[\d.,]*(?<![.,])")
_DOTS_GROUP = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
_COMMAS_GROUP = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?")
_HUNDRED = 100
_FINE = Decimal("0.0001")  # of a fraction in words
_LONGEST = 24  # digits of a figure that is still an amount
_SIGNS = {
    "vi": re.compile(
        r"(?<![\d.,])\d{1,3}(?:\.\d{3})+,\d|(?<![\d.,])\d{1,3}(?:\.\d{3}){2,}(?![\d.,]*\d)|\d,\d{1,2}(?![\d.,])"
    ),
    "en": re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+\.\d|(?<![\d.,])\d{1,3}(?:,\d{3}){2,}(?![\d.,]*\d)"),
}


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands in a text, without unit. `whole`: no decimals; `words`: said in words; `english`: read as
    English is written or said, and `other` the value of a figure read the other way."""

    start: int
    end: int
    value: Decimal
    whole: bool = True
    words: bool = False
    single: bool = False  # one word, which may well be another word ("ba", "one")
    other: Decimal | None = None
    english: bool = False


def commas_group(reading: Reading) -> bool:
    """Whether figures in this text are written the English way."""
    if reading.english:
        return not _SIGNS["vi"].search(reading.text) or bool(_SIGNS["en"].search(reading.text))
    return bool(_SIGNS["en"].search(reading.text)) and not _SIGNS["vi"].search(reading.text)


def figure(text: str, english: bool = False) -> Decimal | None:
    """The value of one written figure ("182.398", "78,56", "1,234.5"), None when it is none ("1.2.3", "0.205.38")."""
    if len(text) > _LONGEST:
        return None
    if text.isdigit():
        return Decimal(text)
    first, second = (_COMMAS_GROUP, _DOTS_GROUP) if english else (_DOTS_GROUP, _COMMAS_GROUP)
    for pattern, group, point in ((first, *(",." if english else ".,")), (second, *(".," if english else ",."))):
        sure = pattern is first or point in text or text.count(group) > 1 or text.endswith(group + "000")
        if pattern.fullmatch(text) and sure:
            return Decimal(text.replace(group, "").replace(point, "."))
    whole, _, decimals = text.replace(",", ".").partition(".")
    return Decimal(f"{whole}.{decimals}") if decimals.isdigit() else None


class Numbers:
    """Finds all numbers of a text; built once."""

    def __init__(self, lexicon: Lexicon) -> None:
        vi, en = lexicon["vi/numbers"], lexicon["en/numbers"]
        self.words = Words(lexicon, "numbers")
        parts = vi.get("parts", {})
        self._vi = {marked: _Vietnamese(vi, marked) for marked in (False, True)}
        self._en = _English(en)
        names = [*vi.get("digits", {}), *vi.get("scales", {}), *(word for words in parts.values() for word in words)]
        english = [*en.get("digits", {}), *en.get("tens", {}), *en.get("scales", {})]
        english += [word for name in ("article", "link", "dozen", "half") for word in en.get("parts", {}).get(name, ())]
        one = {marked: alternatives(names, marked, strict=True) for marked in (False, True)}
        self._run = {
            marked: re.compile(rf"(?<!\w){one[marked]}(?: {{1,3}}{one[marked]})*(?!\w)") for marked in (False, True)
        }
        self._words_of_numbers = {
            m: frozenset(f for n in names for f in forms_of(n, m, strict=True)) for m in (False, True)
        }
        word = alternatives(english, False)
        self._run_en = re.compile(rf"(?<!\w){word}(?:(?: {{1,3}}|-){word})*(?!\w)")

    def find(self, reading: Reading) -> list[Number]:
        """The numbers of a text in order, written and said; whether a single word is one is left to the caller."""
        english = commas_group(reading)
        found: list[Number] = []
        for match in FIGURE.finditer(reading.hay):
            value = figure(match[0], english)
            if value is not None:
                other = figure(match[0], not english) or value
                whole = value == value.to_integral_value()
                found.append(Number(match.start(), match.end(), value, whole, other=other, english=english))
        for match in self._runs(reading):
            found.extend(self._said(match, self._vi[reading.marked], False))
        if reading.english:  # not in Vietnamese: "ten" is a name there
            for match in self._run_en.finditer(reading.hay):
                found.extend(self._said(match, self._en, True))
        found.sort(key=lambda number: number.start)
        return found

    def _runs(self, reading: Reading) -> Iterator[re.Match[str]]:
        """The runs of Vietnamese number words."""
        end = 0
        beginnings = self._words_of_numbers[reading.marked] & reading.at.keys()
        for place in sorted(place for token in beginnings for place in reading.at[token]):
            if place >= end and (match := self._run[reading.marked].match(reading.hay, place)) is not None:
                end = match.end()
                yield match

    @staticmethod
    def _said(match: re.Match[str], grammar: _Vietnamese | _English, english: bool) -> list[Number]:
        tokens = [(m[0], match.start() + m.start(), match.start() + m.end()) for m in re.finditer(r"[^\s-]+", match[0])]
        found: list[Number] = []
        at = 0
        while at < len(tokens):
            value, used = grammar.read([token[0] for token in tokens[at:]])
            if value is None:
                at += 1
                continue
            start, end = tokens[at][1], tokens[at + used - 1][2]
            whole = value == value.to_integral_value()
            found.append(Number(start, end, value, whole, True, used == 1, english=english))
            at += used
        return found


class _Vietnamese:
    """ "một trăm linh năm", "hai mươi ba", "ba tỷ rưỡi"."""

    def __init__(self, rows: Table, marked: bool) -> None:

        self._marked = marked

        def form(word: str) -> str:
            return word if marked else fold(word)

        self._digits = {form(word): int(value) for word, value in rows.get("digits", {}).items()}
        self._scales = {form(word): int(value) for word, value in rows.get("scales", {}).items()}
        parts = rows.get("parts", {})
        self._parts = {name: {f for word in words for f in forms_of(word, marked)[:1]} for name, words in parts.items()}
        beginnings = {form(word) for word in rows.get("digits", {}) if word not in parts["not_first"]}
        self._parts["not_first"] -= beginnings  # without marks "mốt" is "một"

    def read(self, words: list[str]) -> tuple[Decimal | None, int]:
        """The value of the longest number that `words` begin with and how many words it takes; None and 0 for none."""
        if words[0] in self._parts["half"]:
            if len(words) > 1 and words[1] in self._scales:
                return Decimal(self._scales[words[1]]) / 2, 2
            return Decimal("0.5"), 1
        if len(words) > 1 and words[0] in self._digits and words[1] in self._parts["half"]:
            return Decimal("0.5"), 2
        if len(words) > 2 and words[1] in self._parts["fraction"] and words[0] in self._digits:
            whole = 10 if words[2] in self._parts["ten"] else self._digits.get(words[2], 0)
            if whole > self._digits[words[0]]:
                return (Decimal(self._digits[words[0]]) / whole).quantize(_FINE), 3
        total, at, ceiling = Decimal(0), 0, Decimal(10) ** 18
        while at < len(words):
            section, used = self._section(words[at:], first=at == 0)
            if not used:
                break
            after = at + used
            scale = 1
            while after < len(words) and words[after] in self._scales and scale * self._scales[words[after]] < 10**15:
                scale *= self._scales[words[after]]
                after += 1
            if scale >= ceiling:
                break
            total, at, ceiling = total + section * scale, after, Decimal(scale)
            if at < len(words) and words[at] in self._parts["half_more"] and scale > 1:
                return total + Decimal(scale) / 2, at + 1
            if scale == 1:
                break
        return (total, at) if at else (None, 0)

    def _section(self, words: list[str], first: bool) -> tuple[int, int]:
        """A number below a thousand."""
        parts, digits = self._parts, self._digits
        one = digits.get(words[0])
        if one is not None and words[0] in parts["not_first"] and first:
            return 0, 0
        if one is not None and len(words) > 1 and words[1] in parts["hundred"]:
            rest = words[2:]
            if len(rest) > 1 and rest[0] in parts["link"] and rest[1] in digits:
                return one * 100 + digits[rest[1]], 4
            if rest and rest[0] in parts["half_more"]:
                return one * 100 + 50, 3
            tens, used = self._tens(rest) if rest else (0, 0)
            return (one * 100 + tens, 2 + used) if tens >= 10 else (one * 100, 2)
        return self._tens(words)

    def _tens(self, words: list[str]) -> tuple[int, int]:
        parts, digits = self._parts, self._digits
        if words[0] in parts["ten"]:
            unit = self._unit(words[1:2])
            return (10 + unit, 2) if unit else (10, 1)
        one = digits.get(words[0])
        if one is None:
            return 0, 0
        following = words[1] if len(words) > 1 else ""
        if following in parts["tens"] or following in parts["ten_of"]:
            unit = self._unit(words[2:3]) if following in parts["tens"] else 0
            return (one * 10 + unit, 3) if unit else (one * 10, 2)
        if (
            self._marked and following in parts["after_ten"] and one > 1
        ):  # "hai lăm"; without marks "nam lam" is no number
            return one * 10 + digits[following], 2
        return one, 1

    def _unit(self, words: list[str]) -> int:
        """The digit behind "mười" and "mươi": five is "lăm" there, "năm" is years."""
        if not words or (words[0] in self._five):
            return 0
        return self._digits.get(words[0], 0)

    @property
    def _five(self) -> set[str]:
        return {word for word, value in self._digits.items() if value == 5} - self._parts["after_ten"]


class _English:
    """ "twenty-three", "a hundred and five", "half a million", "two dozen"."""

    def __init__(self, rows: Table) -> None:
        self._digits: dict[str, int] = dict(rows.get("digits", {}))
        self._tens: dict[str, int] = dict(rows.get("tens", {}))
        self._scales: dict[str, int] = dict(rows.get("scales", {}))
        self._parts: dict[str, list[str]] = dict(rows.get("parts", {}))

    def read(self, words: list[str]) -> tuple[Decimal | None, int]:
        """As :meth:`_Vietnamese.read`."""
        if words[0] in self._parts["half"]:
            at = 2 if words[1:2] and words[1] in self._parts["article"] else 1
            if words[at : at + 1] and words[at] in self._scales:
                return Decimal(self._scales[words[at]]) / 2, at + 1
            if words[at : at + 1] and words[at] in self._parts["dozen"]:
                return Decimal(6), at + 1
            return None, 0
        total, group, used = Decimal(0), Decimal(0), 0
        at = 1 if words[0] in self._parts["article"] else 0
        if at and words[1:2] and words[1] not in self._scales and words[1] not in self._parts["dozen"]:
            return None, 0  # "a five-year plan"
        while at < len(words):
            word = words[at]
            fresh = at == 0 or words[at - 1] in self._scales or words[at - 1] in self._parts["link"]
            if word in self._digits and (fresh or words[at - 1] in self._tens):
                group += self._digits[word]
            elif word in self._tens and fresh:
                group += self._tens[word]
            elif word in self._scales and at:
                scale = self._scales[word]
                if scale == _HUNDRED:
                    group = (group or Decimal(1)) * scale
                else:
                    total, group = total + (group or Decimal(1)) * scale, Decimal(0)
            elif word in self._parts["dozen"] and at:
                return total + (group or Decimal(1)) * 12, at + 1
            elif word in self._parts["link"] and used and words[at - 1] in self._scales:
                at += 1
                continue
            else:
                break
            at += 1
            used = at
        return (total + group, used) if used else (None, 0)
