"""Days: "25/6/2020", "ngày 25 tháng 6 năm 2020", "25 June 2020", "01 - 07/8"; and what the word before says of them."""

from __future__ import annotations

import re

from knowledge.model import MentionKind, Period
from knowledge.recognise.finds import Find, Rule, make, real_day
from knowledge.recognise.patterns import Tails, Words
from knowledge.recognise.reading import Reading
from knowledge.recognise.units import Units
from knowledge.recognise.years import OF_YEAR, SAID_YEAR, YEAR, year_of

_D = r"(?:3[01]|[12]\d|0?[1-9])"
_M = r"(?:1[0-2]|0?[1-9])"
_CENTURY = 2000
_END = r"(?!\w|[.,]\d(?!\d{3}))"
_CUED = r"(?<!\w){day}~"
_DAY = r"(?:(?<!\w){day}~)?(?:(?<![\d/.,–-])|(?<=/\d[–-])|(?<=/\d\d[–-])|(?<=/\d{4}[–-]))"
_DASH = r"~(?:[-–]|(?<=\s){to}(?: {day})?(?=\s))~"
_DAYS = rf"(?<!\w){{days}} (?P<list>{_D}(?:~,~{_D})*(?:~,~| {{and}} ){_D})"
_DAY_TO_DAY = rf"(?<![\w/.,-])(?:{{from}} )?(?:{{day}}~)?(?P<a>{_D}){_DASH}(?P<b>{_D})"
_NOT_LONG = r"(?!/(?!(?:19|20)\d\d(?!\d)))"
_TH = r"(?:st|nd|rd|th)?"
_DAY_MONTH_NAME = (
    rf"(?<![\w.,/-])(?:the )?(?P<d>{_D}){_TH}[ -]~(?:of )?(?P<mn>{{month_names}})(?!\w)\.?(?:[ -]?{OF_YEAR})?"
)
_MONTH_NAME_DAY = rf"(?<!\w)(?P<mn>{{month_names}})\.? (?:the )?(?P<d>{_D}){_TH}(?!\w|[.,/]\d|~%)(?:,?~(?P<y>{YEAR}))?"
_MONTH_NAME_DAYS = rf"(?<!\w)(?P<mn>{{month_names}}) (?P<a>{_D})~[-–]~(?P<b>{_D})(?!\w|[.,]\d)(?:,?~(?P<y>{YEAR}))?"


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
    return Find(match.start(), match.end(), rule, MentionKind.DATE, period, family="day") if period else None


def date_rules(words: Words, units: Units) -> tuple[Rule, ...]:
    cue = Tails(words, "day", "days", "daypart", "as_of", "deadline", "since", "from", "to")
    month_before = Tails(words, "month")
    fraction = Tails(words, "before_fraction")

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
        year = year_of(match, reading)
        cued = match[0][0].isalpha() or cue.before(reading.hay, match.start(), reading.marked)
        if year is None and not cued:
            if fraction.before(reading.hay, match.start(), reading.marked):
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
        if month_before.before(reading.hay, match.start("a"), reading.marked):
            return None  # "ngày 01 tháng 01 đến ngày 15 tháng 6"
        if first >= last or not month or units.after(reading, match.end()) is not None:
            return None

        def build(y: int) -> Period | None:
            start, end = real_day(y, month, first), real_day(y, month, last)
            return Period(start.start, end.end) if start and end else None

        if build(year or _CENTURY) is None:
            return None
        period, later = (build(year), None) if year is not None else (None, build)
        return Find(match.start(), match.end(), "day-range", MentionKind.PERIOD, period, later, "days")

    rule = make(words)

    return (
        rule(
            "date",
            _DAY + rf"(?P<d>\d{{1,2}})~(?P<s>[/.-])~(?P<m>\d{{1,2}})~(?P=s)~(?P<y>{YEAR})(?![/\w])",
            written,
            "day|10",
            "2000",
        ),
        rule("date", _DAY + r"(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d\d)(?![/\w.,]\d|\w)", written, "day|10", "/"),
        rule(
            "iso-date",
            _DAY + rf"(?P<y>{YEAR})(?P<s>[/.-])(?P<m>0\d|1[0-2])(?P=s)(?P<d>[0-3]\d)(?!\d)",
            iso,
            "day|2000",
            "2000",
        ),
        rule("date-in-words", _DAY + rf"(?P<d>{_D}) {{month}}~(?P<m>{_M}){_END}{OF_YEAR}", in_words, "day|10", "month"),
        rule("date-in-words", rf"{_CUED}(?P<d>{_D})(?:~,)?~{{month}}~(?P<m>{_M}){_END}{OF_YEAR}?", in_words, "day"),
        rule("date-in-words", _DAY_MONTH_NAME, named, "the|10", "month_names"),
        rule("date-in-words", _MONTH_NAME_DAY, named, "month_names"),
        rule("day-month", _DAY + rf"(?P<d>{_D})~/~(?P<m>{_M})(?![\w/%]|[.,]\d){SAID_YEAR}?", short, "day|10", "/"),
        rule("day-month", rf"{_CUED}(?P<d>{_D})[.-](?P<m>{_M})(?![\w/%]|[.,-]\d)", short, "day"),
        rule("day-list", _DAYS + rf"/(?P<m>{_M})(?![\w]|[.,]\d){OF_YEAR}?", several, "days", "/"),
        rule("day-list", _DAYS + rf" {{month}}~(?P<m>{_M}){_END}{OF_YEAR}?", several, "days", "month"),
        rule(
            "day-range", rf"{_DAY_TO_DAY}~/~(?P<m>{_M})(?![\w%]|[.,]\d){_NOT_LONG}{OF_YEAR}?", spell, "from|day|10", "/"
        ),
        rule(
            "day-range", rf"{_DAY_TO_DAY} {{month}}~(?P<m>{_M})(?!\w|[.,]\d){OF_YEAR}?", spell, "from|day|10", "month"
        ),
        rule(
            "day-range", rf"{_DAY_TO_DAY} (?P<mn>{{month_names}})(?!\w){OF_YEAR}?", spell, "from|day|10", "month_names"
        ),
        rule("day-range", _MONTH_NAME_DAYS, spell, "month_names"),
    )
