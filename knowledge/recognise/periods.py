"""Periods within a year: months, quarters, halves, "6 tháng đầu năm 2020", "9T/2019", "Q1/2024"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from knowledge.model import Period
from knowledge.recognise.finds import Find, Rule, months
from knowledge.recognise.patterns import Words, both
from knowledge.recognise.reading import Reading
from knowledge.recognise.years import OF_YEAR, YEAR, of_year, year_of

_COUNT = r"(?P<n>1[0-2]|0?[1-9]|{small})"
_START = r"(?<![\w.,/:+-])"
_END_OF_CLAUSE = re.compile(r"(?:^|[.;:,(\[\n\t|*•-]) {0,3}$")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_QUARTER = r"(?:(?<!\w){quarter}~|(?<!\w)q\.?~)"
_MONTH = r"(?:1[0-2]|0?[1-9])"


def period_rules(words: Words) -> tuple[Rule, ...]:
    before_length = both(words, r"(?<!\w){before_duration} $")
    after_length = both(words, r" {after_duration}(?!\w)")
    before_period = both(words, r"(?<!\w){before_period} $")
    month_cue = both(words, r"(?<!\w){month_cue} $")

    def count(match: re.Match[str]) -> int:
        return int(match["n"]) if match["n"].isdigit() else words.value("small", match["n"]) or 0

    def first_months(match: re.Match[str], reading: Reading) -> Find | None:
        n = count(match)
        return of_year(
            match.start(), match.end(), "first-months", year_of(match, reading), lambda y: months(y, 1, n), "months"
        )

    def last_months(match: re.Match[str], reading: Reading) -> Find | None:
        n = count(match)
        return of_year(
            match.start(), match.end(), "last-months", year_of(match, reading), lambda y: months(y, 13 - n, n), "months"
        )

    def bare_months(match: re.Match[str], reading: Reading) -> Find | None:
        """ "11 tháng" alone: the first eleven months of the year, or a length of time; its neighbours tell."""
        n = count(match)
        before = reading.hay[max(0, match.start() - 30) : match.start()]
        short = match["short"] is not None
        if n < 2 or before_length[reading.marked].search(before):
            return None
        if after_length[reading.marked].match(reading.hay, match.end()) or reading.hay[match.end() :].startswith("/"):
            return None
        likely = short or n in (6, 9) or before_period[reading.marked].search(before) is not None
        if not likely and (n in (4, 12) or not _END_OF_CLAUSE.search(before)):
            return None
        return of_year(match.start(), match.end(), "first-months", None, lambda y: months(y, 1, n), "months")

    def half(match: re.Match[str], reading: Reading) -> Find | None:
        second = match.groupdict().get("late") is not None or match.groupdict().get("h") == "2"
        first = 7 if second else 1
        return of_year(
            match.start(), match.end(), "half", year_of(match, reading), lambda y: months(y, first, 6), "half"
        )

    def half_month(match: re.Match[str], reading: Reading) -> Find | None:
        month, second = int(match["m"]), match["late"] is not None

        def build(year: int) -> Period:
            whole, middle = months(year, month, 1), date(year, month, 16)
            return Period(middle, whole.end) if second else Period(whole.start, middle)

        return of_year(match.start(), match.end(), "half-month", year_of(match, reading), build, "days")

    def first_days(match: re.Match[str], reading: Reading) -> Find | None:
        month, days = (
            int(match["m"]),
            int(match["d"]) if match["d"].isdigit() else words.value("small", match["d"]) or 1,
        )

        def build(year: int) -> Period:
            start = date(year, month, 1)
            return Period(start, start + timedelta(days=days))

        return of_year(match.start(), match.end(), "first-days", year_of(match, reading), build, "days")

    def quarter_number(word: str) -> int:
        return int(word) if word.isdigit() else _ROMAN.get(word) or words.value("quarters", word) or 0

    def quarter_find(match: re.Match[str], reading: Reading, number: int, count: int = 1) -> Find | None:
        first = 3 * number - 2
        return of_year(
            match.start(),
            match.end(),
            "quarter",
            year_of(match, reading),
            lambda y: months(y, first, 3 * count),
            "quarter",
        )

    def quarter(match: re.Match[str], reading: Reading) -> Find | None:
        return quarter_find(match, reading, quarter_number(match["q"]))

    def quarters(match: re.Match[str], reading: Reading) -> Find | list[Find] | None:
        first, last = quarter_number(match["q"]), quarter_number(match["q2"])
        if not first < last:
            return None
        if match["dash"]:
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
        n = count(match)
        return quarter_find(match, reading, 5 - n if match["last"] else 1, n) if n < 4 else None

    def month(match: re.Match[str], reading: Reading) -> Find | None:
        number = int(match["m"]) if match["m"].isdigit() else words.value("months", match["m"]) or 0
        return month_find(match, reading, number)

    def month_find(
        match: re.Match[str], reading: Reading, number: int, count: int = 1, weak: bool = False
    ) -> Find | None:
        year = year_of(match, reading)
        found = of_year(match.start(), match.end(), "month", year, lambda y: months(y, number, count), "month")
        return found and Find(found.start, found.end, "month", found.kind, found.period, found.build, "month", weak)

    def month_list(match: re.Match[str], reading: Reading) -> list[Find] | None:
        numbers = list(re.finditer(r"\d+", match["list"]))
        finds: list[Find] = []
        for at, number in enumerate(numbers):
            found = month_find(match, reading, int(number[0])) if 1 <= int(number[0]) <= 12 else None
            if found is None:
                return None
            start = match.start() if at == 0 else match.start("list") + number.start()
            end = match.end() if at == len(numbers) - 1 else match.start("list") + number.end()
            finds.append(found.moved(start, end))
        return finds

    def month_spell(match: re.Match[str], reading: Reading) -> Find | None:
        first, last = int(match["a"]), int(match["b"])
        return month_find(match, reading, first, last - first + 1) if 1 <= first < last <= 12 else None

    def month_name(match: re.Match[str], reading: Reading) -> Find | None:
        weak = False
        if year_of(match, reading) is None:
            said = reading.text[match.start()].isupper() and reading.english
            cued = month_cue[reading.marked].search(reading.hay[max(0, match.start() - 12) : match.start()]) is not None
            weak = not (cued and reading.english) and not (said and match["mn"] not in ("may", "march"))
        return month_find(match, reading, words.value("month_names", match["mn"]) or 0, weak=weak)

    def rule(name: str, template: str, find: object) -> Rule:
        return Rule(name, both(words, template), find)  # type: ignore[arg-type]

    in_year = r"(?:" + OF_YEAR + r"| (?:{of} )?(?:{year}|{the_year})(?!\w))"
    numerals = r"(?P<q>[1-4]|iv|i{1,3}|{quarters})(?!\w|[.,]\d(?!\d{3}))"
    return (
        rule("first-months", _START + _COUNT + r"~(?:{month}|t) {first}(?!\w)" + in_year + "?", first_months),
        rule("last-months", _START + _COUNT + r"~(?:{month}|t) {last}(?!\w)" + in_year + "?", last_months),
        rule(
            "first-months",
            r"(?<!\w)(?:the )?{first_en}[ -]" + _COUNT + r"[ -](?:{month_en})(?!\w)" + in_year + "?",
            first_months,
        ),
        rule("last-months", r"(?<!\w)(?:the )?{second_en} " + _COUNT + r" (?:{month_en})(?!\w)" + in_year, last_months),
        rule("first-months", _START + _COUNT + r"[ -]?~(?:{month}|{month_en}|t)" + OF_YEAR, first_months),
        rule("first-months", _START + _COUNT + r"~t(?P<y>" + YEAR + ")", first_months),
        rule(
            "first-months", _START + _COUNT + r"~(?:{month}|(?P<short>t))(?!\w|~(?:\d{1,2}(?:/| {year})))", bare_months
        ),
        rule("half", r"(?<!\w){half}(?: {year})? (?:{early}|(?P<late>{late}))(?!\w)" + in_year, half),
        rule("half", r"(?<!\w)(?:the )?(?:{first_en}|(?P<late>{second_en}))[ -]{half_en}(?!\w)" + in_year + "?", half),
        rule("half", r"(?<![\w/])h(?P<h>[12])(?:" + OF_YEAR + r"|(?!\w|[.,]\d))", half),
        rule("half", r"(?<![\w.,/])(?P<y>" + YEAR + r")[ /-]?h(?P<h>[12])(?!\w)", half),
        rule(
            "half-month",
            r"(?<!\w){half} (?:{early}|(?P<late>{late})) {month}~(?P<m>"
            + _MONTH
            + r")(?!\w|[.,]\d(?!\d{3}))"
            + OF_YEAR
            + "?",
            half_month,
        ),
        rule(
            "first-days",
            _START
            + r"(?P<d>\d{1,2}|{small}) {day} {first} {month}~(?P<m>"
            + _MONTH
            + r")(?!\w|[.,]\d(?!\d{3}))"
            + OF_YEAR
            + "?",
            first_days,
        ),
        rule("quarter", _QUARTER + numerals + OF_YEAR + "?", quarter),
        rule(
            "quarters",
            _QUARTER
            + r"(?P<q>[1-4]|iv|i{1,3})(?:~(?P<dash>[-–])~|~,~| {and} |~(?P<to>(?<=\s){to})(?=\s))(?:{quarter}~|q)?"
            r"(?P<q2>[1-4]|iv|i{1,3})(?!\w|[.,]\d(?!\d{3}))" + OF_YEAR + "?",
            quarters,
        ),
        rule("quarter", r"(?<!\w)(?P<q>[1-4])q[ /-]?(?P<y>" + YEAR + ")", quarter),
        rule("quarter", r"(?<!\w)(?P<y>" + YEAR + r")[ /-]?q(?P<q>[1-4])(?!\w)", quarter),
        rule(
            "quarter",
            r"(?<!\w)(?:the )?(?P<o>{ordinals}) {quarter_en}(?!\w)(?:"
            + OF_YEAR
            + r"|(?P<whole> (?:{of} )?{the_year})(?!\w)|)",
            ordinal_quarter,
        ),
        rule("quarter", r"(?<!\w)(?:{quarter_first}|(?P<last>{quarter_last}))" + in_year, quarter_edge),
        rule(
            "quarters",
            _START + _COUNT + r" {quarter} (?:{early}|(?P<last>{late}))(?!\w)" + in_year + "?",
            quarters_first,
        ),
        rule(
            "month",
            r"(?<!\w)(?<!\d\s)(?<!\d){month}~(?P<m>"
            + _MONTH
            + r"|{months})(?!\w|~%|[.,](?!(?:19|20)\d\d(?!\d))\d)"
            + OF_YEAR
            + "?",
            month,
        ),
        rule("month", r"(?<![\w/])t(?P<m>" + _MONTH + r")(?!\w|[.,](?!(?:19|20)\d\d(?!\d))\d)" + OF_YEAR + "?", month),
        rule(
            "month-list", r"(?<!\w){month}~(?P<list>\d{1,2}(?:~,~\d{1,2})*(?:~,~| {and} )\d{1,2})" + OF_YEAR, month_list
        ),
        rule(
            "months",
            r"(?<!\w)(?:{from} )?(?:{month}~|t)(?P<a>\d{1,2})~(?:[-–]|(?<=\s){to}(?=\s))~(?:{month}~|t)?(?P<b>\d{1,2})(?!\w|[.,]\d(?!\d{3}))"
            + OF_YEAR
            + "?",
            month_spell,
        ),
        rule("month", r"(?<![\w/.,–-])(?P<m>" + _MONTH + r")~/~(?P<y>" + YEAR + r")(?![/\w])", month),
        rule("month", r"(?<![\w/.,–-])(?P<m>0[1-9]|1[0-2])-(?P<y>" + YEAR + r")(?![/\w-])", month),
        rule("month-name", r"(?<!\w)(?P<mn>{month_names})(?!\w)\.?(?:" + OF_YEAR + r")?", month_name),
    )
