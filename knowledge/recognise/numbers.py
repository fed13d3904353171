"""Numbers: figures with their separators, and numbers in words, Vietnamese and English.

In Vietnamese a dot groups thousands and a comma is decimal; in English the other way round. A text is read as its
language writes, unless a figure in it can only be read the other way ("1,234.5"); a separator that cannot group is
decimal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from knowledge.lexicon.load import Lexicon
from knowledge.recognise.number_words import English, Vietnamese
from knowledge.recognise.patterns import Words, alternatives, forms_of
from knowledge.recognise.reading import Reading

FIGURE = re.compile(r"(?<![\w.,])(?<![^\W\d_][-+])\d[\d.,]*(?<![.,])")
_DOTS_GROUP = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
_COMMAS_GROUP = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?")
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
        self._vi = {marked: Vietnamese(vi, marked) for marked in (False, True)}
        self._en = English(en)
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
    def _said(match: re.Match[str], grammar: Vietnamese | English, english: bool) -> list[Number]:
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
