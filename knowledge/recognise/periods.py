"""Periods within a year: months, quarters, halves, "6 tháng đầu năm 2020", "9T/2019", "Q1/2024"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from knowledge.model import Period
from knowledge.recognise.finds import Find, Rule, make, months
from knowledge.recognise.patterns import Tails, Words, both
from knowledge.recognise.reading import Reading
from knowledge.recognise.years import OF_YEAR, YEAR, of_year, year_of

_NUMBER = r"(?P<n>1[0-2]|0?[1-9]|{=small})"
_COUNT = r"(?<![\w.,/:+-])" + _NUMBER
_THE = r"(?<!\w)(?:the )?"
_EDGE = r"(?:{early}|(?P<late>{late}))"
_END = r"(?!\w|[.,]\d(?!\d{3}))"
_NOT_DECIMAL = r"(?!\w|~%|[.,](?!(?:19|20)\d\d(?!\d))\d)"
_IN_YEAR = rf"(?:{OF_YEAR}| (?:{{of}} )?(?:{{year}}|{{the_year}})(?!\w))"
_END_OF_CLAUSE = re.compile(r"(?:^|[.;:,(\[\n\t|*•-]) {0,3}$")
_DAY_NUMBER = re.compile(r" {0,3}\d{1,2}(?![\d.,])")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_MONTH = r"(?:1[0-2]|0?[1-9])"
_LIST = r"(?P<list>\d{1,2}(?:~,~\d{1,2})*(?:~,~| {and} )\d{1,2})"
_FIRST_DAYS = rf"(?<![\w.,/:+-])(?P<d>\d{{1,2}}|{{=small}}) {{day}} {{first}} {{month}}~(?P<m>{_MONTH}){_END}{OF_YEAR}?"
_WEEK = (
    r"(?<!\w){week} (?:(?:{week_number} )?(?P<w>[1-5])|{first_of_month}|(?P<last>{last_of_month})) (?:{of} )?"
    rf"{{month}}~(?P<m>{_MONTH}){_END}{OF_YEAR}?"
)
_MONTHS = (
    r"(?<!\w)(?:{from} )?(?:{month}~|t)(?P<a>\d{1,2})~(?:[-–]|(?<=\s){to}(?=\s))~(?:{month}~|t)?(?P<b>\d{1,2})"
    rf"{_END}{OF_YEAR}?"
)
_QUARTER = r"(?:(?<!\w){quarter}~|(?<!\w)q\.?~)"
_NUMERAL = rf"(?P<q>[1-4]|iv|i{{1,3}}|{{=quarters}}){_END}"
_QUARTERS = (
    _QUARTER + r"(?P<q>[1-4]|iv|i{1,3})(?:~(?P<dash>[-–])~|~,~| {and} |~(?P<to>(?<=\s){to})(?=\s)~)"
    rf"(?:{{quarter}}~|q)?(?P<q2>[1-4]|iv|i{{1,3}}){_END}{OF_YEAR}?"
)
_ORDINAL_QUARTER = (
    rf"{_THE}(?P<o>{{ordinals}}) {{quarter_en}}(?!\w)(?:{OF_YEAR}|(?P<whole> (?:{{of}} )?{{the_year}})(?!\w)|)"
)


def period_rules(words: Words) -> tuple[Rule, ...]:
    before_length = Tails(words, "before_duration")
    after_length = both(words, r" {after_duration}(?!\w)")
    before_period = Tails(words, "before_period")
    month_cue = Tails(words, "month_cue")

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
        if n < 2 or before_length.before(reading.hay, match.start(), reading.marked):
            return None
        if after_length[reading.marked].match(reading.hay, match.end()) or reading.hay[match.end() :].startswith("/"):
            return None
        if not match["n"].isdigit() and _DAY_NUMBER.match(reading.hay, match.end()):
            return None  # without marks: "sau thang 3" is after March
        likely = short or n in (6, 9) or before_period.before(reading.hay, match.start(), reading.marked) is not None
        if not likely and (n in (2, 4, 12) or not _END_OF_CLAUSE.search(before)):
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

    def week_of_month(match: re.Match[str], reading: Reading) -> Find | None:
        """ "tuần 2 tháng 11": days 8 to 14; the last week is the last seven days."""
        month, last = int(match["m"]), match["last"] is not None
        week = int(match["w"]) if match["w"] else 1

        def build(year: int) -> Period:
            whole = months(year, month, 1)
            if last or week == 5:
                return Period(whole.end - timedelta(days=7), whole.end)
            start = whole.start + timedelta(days=7 * (week - 1))
            return Period(start, start + timedelta(days=7))

        return of_year(match.start(), match.end(), "week-of-month", year_of(match, reading), build, "days")

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
        n = count(match)
        return quarter_find(match, reading, 5 - n if match["late"] else 1, n) if n < 4 else None

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
            cued = month_cue.before(reading.hay, match.start(), reading.marked) is not None
            weak = not (cued and reading.english) and not (said and match["mn"] not in ("may", "march"))
        return month_find(match, reading, words.value("month_names", match["mn"]) or 0, weak=weak)

    rule = make(words)

    return (
        rule(
            "first-months", rf"{_COUNT}~(?:{{month}}|t) {{first}}(?!\w){_IN_YEAR}?", first_months, "10|small", "month|t"
        ),
        rule("last-months", rf"{_COUNT}~(?:{{month}}|t) {{last}}(?!\w){_IN_YEAR}?", last_months, "10|small", "last"),
        rule(
            "first-months",
            rf"{_THE}{{first_en}}[ -]{_NUMBER}[ -]{{month_en}}(?!\w){_IN_YEAR}?",
            first_months,
            "the|first_en",
            "month_en",
        ),
        rule(
            "last-months",
            rf"{_THE}{{second_en}} {_NUMBER} {{month_en}}(?!\w){_IN_YEAR}",
            last_months,
            "the|second_en",
            "month_en",
        ),
        rule(
            "first-months",
            rf"{_COUNT}[ -]?~(?:{{month}}|{{month_en}}|t){OF_YEAR}",
            first_months,
            "10|small",
            "month|month_en|t",
        ),
        rule("first-months", rf"{_COUNT}~t(?P<y>{YEAR})", first_months, "10", "t"),
        rule(
            "first-months",
            rf"{_COUNT}~(?:{{month}}|(?P<short>t))(?!\w|~\d{{1,2}}(?:/| {{year}}))",
            bare_months,
            "10|small",
            "month|t",
        ),
        rule("half", rf"(?<!\w){{half}}(?: {{year}})? {_EDGE}(?!\w){_IN_YEAR}", half, "half"),
        rule(
            "half",
            rf"{_THE}(?:{{first_en}}|(?P<late>{{second_en}}))[ -]{{half_en}}(?!\w){_IN_YEAR}?",
            half,
            "the|first_en|second_en",
            "half_en",
        ),
        rule("half", rf"(?<![\w/])h(?P<h>[12])(?:{OF_YEAR}|(?!\w|[.,]\d))", half, "h"),
        rule("half", rf"(?<![\w.,/])(?P<y>{YEAR})[ /-]?h(?P<h>[12])(?!\w)", half, "2000", "h"),
        rule(
            "half-month",
            rf"(?<!\w){{half}} {_EDGE} {{month}}~(?P<m>{_MONTH}){_END}{OF_YEAR}?",
            half_month,
            "half",
            "month",
        ),
        rule("week-of-month", _WEEK, week_of_month, "week", "month"),
        rule("first-days", _FIRST_DAYS, first_days, "10|small", "day"),
        rule("quarter", rf"{_QUARTER}{_NUMERAL}{OF_YEAR}?", quarter, "quarter|q"),
        rule("quarters", _QUARTERS, quarters, "quarter|q"),
        rule("quarter", rf"(?<!\w)(?P<q>[1-4])q[ /-]?(?P<y>{YEAR})", quarter, "10", "q"),
        rule("quarter", rf"(?<!\w)(?P<y>{YEAR})[ /-]?q(?P<q>[1-4])(?!\w)", quarter, "2000", "q"),
        rule("quarter", _ORDINAL_QUARTER, ordinal_quarter, "the|ordinals", "quarter_en"),
        rule("quarter", rf"(?<!\w)(?:{{quarter_first}}|(?P<last>{{quarter_last}})){_IN_YEAR}", quarter_edge, "quarter"),
        rule("quarters", rf"{_COUNT} {{quarter}} {_EDGE}(?!\w){_IN_YEAR}?", quarters_first, "10|small", "quarter"),
        rule(
            "month",
            rf"(?<!\w)(?<!\d\s)(?<!\d){{month}}~(?P<m>{_MONTH}|{{=months}}){_NOT_DECIMAL}{OF_YEAR}?",
            month,
            "month",
        ),
        rule("month", rf"(?<![\w/])t(?P<m>{_MONTH}){_NOT_DECIMAL}{OF_YEAR}?", month, "t"),
        rule("month-list", rf"(?<!\w){{month}}~{_LIST}{OF_YEAR}", month_list, "month", "2000"),
        rule("months", _MONTHS, month_spell, "from|month|t", "10"),
        rule("month", rf"(?<![\w/.,–-])(?P<m>{_MONTH})~/~(?P<y>{YEAR})(?![/\w])", month, "10", "2000"),
        rule("month", rf"(?<![\w/.,–-])(?P<m>0[1-9]|1[0-2])-(?P<y>{YEAR})(?![/\w-])", month, "10", "2000"),
        rule("month-name", rf"(?<!\w)(?P<mn>{{month_names}})(?!\w)\.?{OF_YEAR}?", month_name, "month_names"),
    )
