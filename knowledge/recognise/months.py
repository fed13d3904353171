"""Months: "tháng 4/2022", "6 tháng đầu năm 2020", "9T/2019", "March 2024", "jan to july 2023"."""

from __future__ import annotations

import re
from datetime import date

from knowledge.recognise.finds import Find, Rule, make, months
from knowledge.recognise.patterns import Tails, Words, both
from knowledge.recognise.reading import Reading
from knowledge.recognise.years import OF_YEAR, YEAR, found, of_year, year_of

NUMBER = r"(?P<n>1[0-2]|0?[1-9]|{=small})"
COUNT = r"(?<![\w.,/:+-])" + NUMBER
MONTH = r"(?:1[0-2]|0?[1-9])"
END = r"(?!\w|[.,]\d(?!\d{3}))"  # not the beginning of a decimal figure
THE = r"(?<!\w)(?:the )?"
IN_YEAR = rf"(?:{OF_YEAR}| (?:{{of}} )?(?:{{year}}|{{the_year}})(?!\w))"
_NOT_DECIMAL = r"(?!\w|~%|[.,](?!(?:19|20)\d\d(?!\d))\d)"
_FIRST = rf"{COUNT}~(?:{{month}}|t) {{first}}(?!\w){IN_YEAR}?"
_LAST = rf"{COUNT}~(?:{{month}}|t) {{last}}(?!\w){IN_YEAR}?"
_FIRST_EN = rf"{THE}{{first_en}}[ -]{NUMBER}[ -]{{month_en}}(?!\w){IN_YEAR}?"
_LAST_EN = rf"{THE}{{second_en}} {NUMBER} {{month_en}}(?!\w){IN_YEAR}"
_SO_MANY = rf"{COUNT}(?:[ -]?~(?:{{month}}|{{month_en}}|t)|m){OF_YEAR}"
_BARE = rf"{COUNT}~(?:{{month}}|(?P<short>t))(?!\w|~\d{{1,2}}(?:/| {{year}}))"
_MONTH = rf"(?<!\w)(?<!\d\s)(?<!\d){{month}}~(?P<m>{MONTH}|{{=months}}){_NOT_DECIMAL}{OF_YEAR}?"
_LIST = rf"(?<!\w){{month}}~(?P<list>\d{{1,2}}(?:~,~\d{{1,2}})*(?:~,~| {{and}} )\d{{1,2}}){OF_YEAR}"
_TOGETHER = (
    rf"{COUNT}~{{month}}~(?P<list>\d{{1,2}}(?:~,~\d{{1,2}})*(?:~,~| {{and}} )(?:{{month}}~)?\d{{1,2}}){END}{OF_YEAR}?"
)
_SPELL = (
    r"(?<!\w)(?:{from} )?(?:{month}~|t)(?P<a>\d{1,2})~(?:[-–]|(?<=\s){to}(?=\s))~(?:{month}~|t)?(?P<b>\d{1,2})"
    rf"{END}{OF_YEAR}?"
)
_END_OF_CLAUSE = re.compile(r"(?:^|[.;:,(\[\n\t|*•-]) {0,3}$")
_OVER = 20  # the day from which a month is told of
_DAY_NUMBER = re.compile(r" {0,3}\d{1,2}(?![\d.,])")


def counted(words: Words, match: re.Match[str]) -> int:
    """The number in the `NUMBER` part of a match."""
    return int(match["n"]) if match["n"].isdigit() else words.value("small", match["n"]) or 0


def _just_over(n: int, today: date) -> bool:
    """Whether the first `n` months of the year are over, and no more of it."""
    return n == today.month - 1 or (n == today.month and today.day >= _OVER)


def month_rules(words: Words) -> tuple[Rule, ...]:
    rule = make(words)
    before_length = Tails(words, "before_duration")
    after_length = both(words, r" {after_duration}(?!\w)")
    after_past = both(words, r" {past_tail}(?!\w)")
    before_period = Tails(words, "before_period")
    month_cue = Tails(words, "month_cue")

    def first_months(match: re.Match[str], reading: Reading) -> Find | None:
        n = counted(words, match)
        return found(match, reading, "first-months", lambda y: months(y, 1, n), "months")

    def last_months(match: re.Match[str], reading: Reading) -> Find | None:
        n = counted(words, match)
        return found(match, reading, "last-months", lambda y: months(y, 13 - n, n), "months")

    def so_many(match: re.Match[str], reading: Reading) -> Find | None:
        """ "9 tháng năm 2015"; "một tháng, năm ngoái" is a rate and another time."""
        return first_months(match, reading) if counted(words, match) > 1 else None

    def bare_months(match: re.Match[str], reading: Reading) -> Find | None:
        """ "11 tháng" alone: the first eleven months of the year, or a length of time; its neighbours tell."""
        n = counted(words, match)
        before = reading.hay[max(0, match.start() - 30) : match.start()]
        short = match["short"] is not None
        if n < 2 or before_length.before(reading.hay, match.start(), reading.marked):
            return None
        if after_length[reading.marked].match(reading.hay, match.end()) or reading.hay[match.end() :].startswith("/"):
            return None
        if not match["n"].isdigit() and _DAY_NUMBER.match(reading.hay, match.end()):
            return None  # without marks: "sau thang 3" is after March
        past = after_past[reading.marked].match(reading.hay, match.end()) and _just_over(n, reading.today)
        told = before_period.before(reading.hay, match.start(), reading.marked) is not None
        likely = short or past or told or n in (6, 9)
        if not likely and (n in (2, 4, 12) or not _END_OF_CLAUSE.search(before)):
            return None
        return of_year(match.start(), match.end(), "first-months", None, lambda y: months(y, 1, n), "months")

    def month(match: re.Match[str], reading: Reading) -> Find | None:
        number = int(match["m"]) if match["m"].isdigit() else words.value("months", match["m"]) or 0
        return month_find(match, reading, number)

    def month_find(
        match: re.Match[str], reading: Reading, number: int, count: int = 1, *, weak: bool = False
    ) -> Find | None:
        return found(match, reading, "month", lambda y: months(y, number, count), "month", weak=weak)

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

    def months_together(match: re.Match[str], reading: Reading) -> Find | None:
        """ "ba tháng 7, 8 và 9" is the third quarter."""
        numbers = [int(number) for number in re.findall(r"\d+", match["list"])]
        row = numbers == list(range(numbers[0], numbers[0] + len(numbers))) and min(numbers) >= 1 and max(numbers) <= 12
        if not row or counted(words, match) != len(numbers):
            return None
        return month_find(match, reading, numbers[0], len(numbers))

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

    return (
        rule("first-months", _FIRST, first_months, "10|small", "first"),
        rule("last-months", _LAST, last_months, "10|small", "last"),
        rule("first-months", _FIRST_EN, first_months, "the|first_en", "month_en"),
        rule("last-months", _LAST_EN, last_months, "the|second_en", "month_en"),
        rule("first-months", _SO_MANY, so_many, "10|small", "month|month_en|t|m"),
        rule("first-months", rf"{COUNT}~[tm](?P<y>{YEAR})", first_months, "10", "t|m"),
        rule("first-months", _BARE, bare_months, "10|small", "month|t"),
        rule("month", _MONTH, month, "month"),
        rule("month", rf"(?<![\w/])t(?P<m>{MONTH}){_NOT_DECIMAL}{OF_YEAR}?", month, "t"),
        rule("months", _TOGETHER, months_together, "10|small", "month"),
        rule("month-list", _LIST, month_list, "month", "2000"),
        rule("months", _SPELL, month_spell, "from|month|t", "10"),
        rule("month", rf"(?<![\w/.,–-])(?P<m>{MONTH})~/~(?P<y>{YEAR})(?![/\w])", month, "10", "2000"),
        rule("month", rf"(?<![\w/.,–-])(?P<m>0[1-9]|1[0-2])-(?P<y>{YEAR})(?![/\w-])", month, "10", "2000"),
        rule("month-name", rf"(?<!\w)(?P<mn>{{month_names}})(?!\w)\.?{OF_YEAR}?", month_name, "month_names"),
    )
