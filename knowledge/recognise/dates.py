"""Days: "25/6/2020", "ngày 25 tháng 6 năm 2020", "25 June 2020", "01 - 07/8"; and what the word before says of them."""

from __future__ import annotations

import re

from knowledge.model import MentionKind, Period
from knowledge.recognise.finds import Find, Rule, real_day
from knowledge.recognise.patterns import Words, both
from knowledge.recognise.reading import Reading
from knowledge.recognise.units import Units
from knowledge.recognise.years import OF_YEAR, SAID_YEAR, YEAR, year_of

_D = r"(?:3[01]|[12]\d|0?[1-9])"
_M = r"(?:1[0-2]|0?[1-9])"
_CENTURY = 2000


def day_find(match: re.Match[str], rule: str, year: int | None, month: int, of_month: int) -> Find | None:
    """The find of a real day; without its year when `year` is None."""
    if year is None:
        if real_day(_CENTURY, month, of_month) is None:
            return None
        return Find(
            match.start(),
            match.end(),
            rule,
            MentionKind.DATE,
            build=lambda y: real_day(y, month, of_month),
            family="day",
        )
    period = real_day(year, month, of_month)
    return period and Find(match.start(), match.end(), rule, MentionKind.DATE, period, family="day")


def date_rules(words: Words, units: Units) -> tuple[Rule, ...]:
    cue = both(words, r"(?<!\w)(?:{day}|{days}|{daypart}|{as_of}|{deadline}|{since}|{from}|{to})~$")
    fraction = both(words, r"(?<!\w){before_fraction} $")

    def written(match: re.Match[str], reading: Reading) -> Find | None:
        year = int(match["y"])
        year += _CENTURY if len(match["y"]) == 2 else 0
        first, second = int(match["d"]), int(match["m"])
        return day_find(match, "date", year, second, first) or day_find(match, "date", year, first, second)

    def iso(match: re.Match[str], reading: Reading) -> Find | None:
        return day_find(match, "iso-date", int(match["y"]), int(match["m"]), int(match["d"]))

    def in_words(match: re.Match[str], reading: Reading) -> Find | None:
        return day_find(match, "date-in-words", year_of(match, reading), int(match["m"]), int(match["d"]))

    def named(match: re.Match[str], reading: Reading) -> Find | None:
        month = words.value("month_names", match["mn"]) or 0
        return day_find(match, "date-in-words", year_of(match, reading), month, int(match["d"]))

    def short(match: re.Match[str], reading: Reading) -> Find | None:
        """ "25/6": a day unless it counts something ("04/06 nhiệm vụ") or is a share ("khoảng 2/3")."""
        before = reading.hay[max(0, match.start() - 25) : match.start()]
        year = year_of(match, reading)
        if year is None and not cue[reading.marked].search(before):
            if fraction[reading.marked].search(before):
                return None
            if units.after(reading, match.end()) or units.thing(reading, match.end()):
                return None
        return day_find(match, "day-month", year, int(match["m"]), int(match["d"]))

    def several(match: re.Match[str], reading: Reading) -> list[Find] | None:
        days = list(re.finditer(r"\d+", match["list"]))
        finds: list[Find] = []
        for number in days:
            found = day_find(match, "day-month", year_of(match, reading), int(match["m"]), int(number[0]))
            if found is None:
                return None
            start = match.start("list") + number.start()
            finds.append(found.moved(start, match.start("list") + number.end()))
        finds[0] = finds[0].moved(match.start(), finds[0].end)
        finds[-1] = finds[-1].moved(finds[-1].start, match.end())
        return finds

    def spell(match: re.Match[str], reading: Reading) -> Find | None:
        """ "01 - 07/8": both days in the month named last."""
        groups = match.groupdict()
        month = words.value("month_names", groups["mn"]) if groups.get("mn") else int(match["m"])
        first, last, year = int(match["a"]), int(match["b"]), year_of(match, reading)
        if first >= last or not month or units.after(reading, match.end()) is not None:
            return None

        def build(y: int) -> Period | None:
            start, end = real_day(y, month, first), real_day(y, month, last)
            return Period(start.start, end.end) if start and end else None

        if build(year or _CENTURY) is None:
            return None
        period, later = (build(year), None) if year is not None else (None, build)
        return Find(match.start(), match.end(), "day-range", MentionKind.PERIOD, period, later, "days")

    def rule(name: str, template: str, find: object) -> Rule:
        return Rule(name, both(words, template), find)  # type: ignore[arg-type]

    day = r"(?:(?<!\w){day}~)?"
    dash = r"~(?:[-–]|(?<=\s){to}(?: {day})?(?=\s))~"
    return (
        rule(
            "date",
            day + rf"(?<![\d/.,-])(?P<d>\d{{1,2}})~(?P<s>[/.-])~(?P<m>\d{{1,2}})~(?P=s)~(?P<y>{YEAR})(?![/\w])",
            written,
        ),
        rule("date", day + r"(?<![\d/.,-])(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d\d)(?![/\w.,]\d|\w)", written),
        rule("iso-date", day + rf"(?<![\d/.,-])(?P<y>{YEAR})([-/.])(?P<m>0\d|1[0-2])\2(?P<d>[0-3]\d)(?!\d)", iso),
        rule(
            "date-in-words",
            day + rf"(?<![\d/.,-])(?P<d>{_D}) {{month}}~(?P<m>{_M})(?!\w|[.,]\d(?!\d{{3}}))" + OF_YEAR,
            in_words,
        ),
        rule(
            "date-in-words",
            rf"(?<!\w){{day}}~(?P<d>{_D})~(?:{{month}}|[.,])~(?P<m>{_M})(?!\w|[.,]\d(?!\d{{3}}))" + OF_YEAR + "?",
            in_words,
        ),
        rule(
            "date-in-words",
            r"(?<![\w.,/-])(?:the )?"
            + rf"(?P<d>{_D})(?:st|nd|rd|th)?[ -]~(?:of )?(?P<mn>{{month_names}})(?!\w)\.?(?:[ -]?"
            + OF_YEAR
            + ")?",
            named,
        ),
        rule(
            "date-in-words",
            rf"(?<!\w)(?P<mn>{{month_names}})\.? (?:the )?(?P<d>{_D})(?:st|nd|rd|th)?(?!\w|[.,/]\d|~%)(?:,?~"
            + rf"(?P<y>{YEAR}))?",
            named,
        ),
        rule("day-month", day + rf"(?<![\d/.,–-])(?P<d>{_D})~/~(?P<m>{_M})(?![\w/%]|[.,]\d)" + SAID_YEAR + "?", short),
        rule("day-month", rf"(?<!\w){{day}}~(?P<d>{_D})[.-](?P<m>{_M})(?![\w/%]|[.,-]\d)", short),
        rule(
            "day-list",
            rf"(?<!\w){{days}} (?P<list>{_D}(?:~,~{_D})*(?:~,~| {{and}} ){_D})/(?P<m>{_M})(?![\w]|[.,]\d)"
            + OF_YEAR
            + "?",
            several,
        ),
        rule(
            "day-range",
            rf"(?<![\w/.,-])(?:{{from}} )?(?:{{day}}~)?(?P<a>{_D}){dash}(?P<b>{_D})~/~(?P<m>{_M})(?![\w%]|[.,]\d)(?!/(?!(?:19|20)\d\d(?!\d)))"
            + OF_YEAR
            + "?",
            spell,
        ),
        rule(
            "day-range",
            rf"(?<![\w/.,-])(?:{{from}} )?(?:{{day}}~)?(?P<a>{_D}){dash}(?P<b>{_D}) {{month}}~(?P<m>{_M})(?!\w|[.,]\d)"
            + OF_YEAR
            + "?",
            spell,
        ),
        rule(
            "day-range",
            rf"(?<![\w/.,-])(?:{{from}} )?(?P<a>{_D}){dash}(?P<b>{_D}) (?P<mn>{{month_names}})(?!\w)" + OF_YEAR + "?",
            spell,
        ),
        rule(
            "day-range",
            rf"(?<!\w)(?P<mn>{{month_names}}) (?P<a>{_D})~[-–]~(?P<b>{_D})(?!\w|[.,]\d)(?:,?~(?P<y>{YEAR}))?",
            spell,
        ),
    )
