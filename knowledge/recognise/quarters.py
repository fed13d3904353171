"""Quarters and halves of a year: "quý I/2024", "Q1/2024", "quý II và III/2020", "nửa đầu năm 2020", "H1 2020"."""

from __future__ import annotations

import re

from knowledge.recognise.finds import Find, Rule, make, months
from knowledge.recognise.months import COUNT, END, IN_YEAR, NUMBER, THE, counted
from knowledge.recognise.patterns import Words
from knowledge.recognise.reading import Reading
from knowledge.recognise.years import OF_YEAR, YEAR, found, year_of

ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_EDGE = r"(?:{early}|(?P<late>{late}))"
_SIGN = r"(?:(?<!\w){quarter}~|(?<!\w)q\.?~)"
_QUARTER = rf"{_SIGN}(?P<q>[1-4]|iv|i{{1,3}}|{{=quarters}}){END}{OF_YEAR}?"
_QUARTERS = (
    _SIGN + r"(?P<q>[1-4]|iv|i{1,3})(?:~(?P<dash>[-–])~|~,~| {and} |~(?P<to>(?<=\s){to})(?=\s)~)"
    rf"(?:{{quarter}}~|q)?(?P<q2>[1-4]|iv|i{{1,3}}){END}{OF_YEAR}?"
)
_ORDINAL = rf"{THE}(?P<o>{{ordinals}}) {{quarter_en}}(?!\w)(?:{OF_YEAR}|(?P<whole> (?:{{of}} )?{{the_year}})(?!\w)|)"
_EDGE_QUARTER = rf"(?<!\w)(?:{{quarter_first}}|(?P<last>{{quarter_last}})){IN_YEAR}"
_SO_MANY = rf"{COUNT} {{quarter}} {_EDGE}(?!\w){IN_YEAR}?"
_FIRST_EN = rf"{THE}(?:{{first_en}}|(?P<late>{{second_en}}))[ -]{NUMBER}[ -]{{quarter_en}}(?!\w){IN_YEAR}?"
_HALF = rf"(?<!\w){{half}}(?: {{year}})? {_EDGE}(?!\w){IN_YEAR}"
_HALF_EN = rf"{THE}(?!last half[ -]year(?! of))(?:{{first_en}}|(?P<late>{{second_en}}))[ -]{{half_en}}(?!\w){IN_YEAR}?"


def quarter_rules(words: Words) -> tuple[Rule, ...]:
    rule = make(words)

    def half(match: re.Match[str], reading: Reading) -> Find | None:
        second = match.groupdict().get("late") is not None or match.groupdict().get("h") == "2"
        return found(match, reading, "half", lambda y: months(y, 7 if second else 1, 6), "half")

    def quarter_number(word: str) -> int:
        return int(word) if word.isdigit() else ROMAN.get(word) or words.value("quarters", word) or 0

    def quarter_find(match: re.Match[str], reading: Reading, number: int, count: int = 1) -> Find | None:
        return found(match, reading, "quarter", lambda y: months(y, 3 * number - 2, 3 * count), "quarter")

    def quarter(match: re.Match[str], reading: Reading) -> Find | None:
        return quarter_find(match, reading, quarter_number(match["q"]))

    def quarters(match: re.Match[str], reading: Reading) -> Find | list[Find] | None:
        first, last = quarter_number(match["q"]), quarter_number(match["q2"])
        if not first < last:
            return None
        if match["dash"] or match["to"]:
            return quarter_find(match, reading, first, last - first + 1)
        one, two = quarter_find(match, reading, first), quarter_find(match, reading, last)
        if one is None or two is None:
            return None
        return [one.moved(match.start(), match.end("q")), two.moved(match.start("q2"), match.end())]

    def ordinal_quarter(match: re.Match[str], reading: Reading) -> Find | None:
        if match["o"] in ("last", "final") and year_of(match, reading) is None and match["whole"] is None:
            return None
        return quarter_find(match, reading, words.value("ordinals", match["o"]) or 0)

    def quarter_edge(match: re.Match[str], reading: Reading) -> Find | None:
        return quarter_find(match, reading, 4 if match["last"] else 1)

    def quarters_first(match: re.Match[str], reading: Reading) -> Find | None:
        n = counted(words, match)
        return quarter_find(match, reading, 5 - n if match["late"] else 1, n) if n < 4 else None

    return (
        rule("quarter", _QUARTER, quarter, "quarter|q"),
        rule("quarter", rf"(?<![\w/])q(?P<q>iv|i{{1,3}}){END}{OF_YEAR}?", quarter, "qi|qii|qiii|qiv"),
        rule("quarters", _QUARTERS, quarters, "quarter|q"),
        rule("quarter", rf"(?<!\w)(?P<q>[1-4])q[ /-]?(?P<y>{YEAR})", quarter, "10", "q"),
        rule("quarter", rf"(?<!\w)(?P<y>{YEAR})[ /-]?q(?P<q>[1-4])(?!\w)", quarter, "2000", "q"),
        rule("quarter", _ORDINAL, ordinal_quarter, "the|ordinals", "quarter_en"),
        rule("quarter", _EDGE_QUARTER, quarter_edge, "quarter_first|quarter_last"),
        rule("quarters", _SO_MANY, quarters_first, "10|small", "quarter"),
        rule("quarters", _FIRST_EN, quarters_first, "the|first_en|second_en", "quarter_en"),
        rule("half", _HALF, half, "half"),
        rule("half", rf"(?<!\w){{half}} {{year}}~(?P<y>{YEAR})(?![-–/]?\d)", half, "half"),
        rule("half", _HALF_EN, half, "the|first_en|second_en", "half_en"),
        rule("half", rf"(?<![\w/])h(?P<h>[12])(?:{OF_YEAR}|(?!\w|[.,]\d))", half, "h"),
        rule("half", rf"(?<![\w.,/])(?P<y>{YEAR})[ /-]?h(?P<h>[12])(?!\w)", half, "2000", "h"),
    )
