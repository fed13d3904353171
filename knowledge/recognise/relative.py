"""Days and periods counted from today: "năm nay", "quý trước", "hôm qua", "last quarter", "year to date"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from knowledge.model import MentionKind, Period
from knowledge.recognise.finds import Find, Finder, Rule, day, make, months, months_from
from knowledge.recognise.patterns import Tails, Words
from knowledge.recognise.reading import Reading
from knowledge.recognise.years import past_year, year_before

_MANY_YEARS = 60
_ABOUT = timedelta(days=45)  # from the end of a report's time to its date
_HALF_OVER, _HALF_TOLD = 6, 10  # months in which the first half is told of
_YEAR = timedelta(days=360)
_NUMBER = re.compile(r"\d {0,3}\Z")


def _year(offset: int) -> Callable[[date], Period]:
    return lambda today: months(today.year + offset, 1, 12)


def _quarter(offset: int) -> Callable[[date], Period]:
    def of(today: date) -> Period:
        at = today.year * 4 + (today.month - 1) // 3 + offset
        return months(at // 4, at % 4 * 3 + 1, 3)

    return of


def _month(offset: int) -> Callable[[date], Period]:
    return lambda today: months_from(today, offset, 1)


def _week(offset: int) -> Callable[[date], Period]:
    """Weeks begin on Monday (ISO 8601)."""

    def of(today: date) -> Period:
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=offset)
        return Period(monday, monday + timedelta(weeks=1))

    return of


def _day(offset: int) -> Callable[[date], Period]:
    return lambda today: day(today + timedelta(days=offset))


_PERIODS: tuple[tuple[str, Callable[[date], Period]], ...] = (
    ("this_year", _year(0)),
    ("last_year", _year(-1)),
    ("year_before_last", _year(-2)),
    ("next_year", _year(1)),
    ("this_quarter", _quarter(0)),
    ("last_quarter", _quarter(-1)),
    ("next_quarter", _quarter(1)),
    ("this_month", _month(0)),
    ("last_month", _month(-1)),
    ("next_month", _month(1)),
    ("this_week", _week(0)),
    ("last_week", _week(-1)),
    ("next_week", _week(1)),
)
_DAYS: tuple[tuple[str, int], ...] = (
    ("today", 0),
    ("until_now", 0),
    ("yesterday", -1),
    ("before_yesterday", -2),
    ("tomorrow", 1),
)


def relative_rules(words: Words) -> tuple[Rule, ...]:
    rule = make(words)
    many = Tails(words, "many", "small")

    def several(match: re.Match[str], reading: Reading) -> bool:
        """Whether a word or numeral before makes the time one of several ("ba tháng trước")."""
        return many.before(reading.hay, match.start(), reading.marked) is not None or bool(
            _NUMBER.search(reading.hay, max(0, match.start() - 4), match.start())
        )

    def relative(name: str, of: Callable[[date], Period], kind: MentionKind) -> Rule:
        def find(match: re.Match[str], reading: Reading) -> Find | None:
            if kind is MentionKind.PERIOD and several(match, reading):
                return None
            family = name.rpartition("_")[2] if kind is MentionKind.PERIOD else "day"
            return Find(match.start(), match.end(), name.replace("_", "-"), kind, of(reading.today), family=family)

        return rule(name.replace("_", "-"), r"(?<!\w){" + name + r"}(?!\w)", find, name)

    def to_date(match: re.Match[str], reading: Reading) -> Find:
        period = Period(date(reading.today.year, 1, 1), reading.today + timedelta(days=1))
        anchor = reading.anchor
        if anchor is not None and anchor.start == period.start and abs(anchor.end - period.end) <= _ABOUT:
            period = anchor  # of a report on so many months: these
        return Find(match.start(), match.end(), "year-to-date", MentionKind.PERIOD, period)

    def past(match: re.Match[str], reading: Reading) -> Find | None:
        n = int(match["n"]) if match["n"].isdigit() else words.value("small", match["n"]) or 0
        if not 1 < n <= _MANY_YEARS:
            return None
        period = Period(date(reading.today.year - n, 1, 1), date(reading.today.year, 1, 1))
        return Find(match.start(), match.end(), "past-years", MentionKind.PERIOD, period)

    def told(year: Callable[[Reading], int]) -> Finder:
        """Finds a year counted from the one a report tells of."""

        def find(match: re.Match[str], reading: Reading) -> Find | None:
            if several(match, reading):
                return None
            period = months(year(reading), 1, 12)
            return Find(match.start(), match.end(), "last-year", MentionKind.PERIOD, period, family="year")

        return find

    def half(match: re.Match[str], reading: Reading) -> Find | None:
        if not _HALF_OVER <= reading.today.month <= _HALF_TOLD:
            return None
        return Find(
            match.start(), match.end(), "half", MentionKind.PERIOD, months(reading.today.year, 1, 6), family="half"
        )

    def within(family: str, count: int) -> Finder:
        """Finds "trong tháng", "trong quý": the last of a report on some months; on a whole year it may be any."""

        def find(match: re.Match[str], reading: Reading) -> Find | None:
            anchor = reading.anchor
            if anchor is None or anchor.end.day != 1 or anchor.end - anchor.start >= _YEAR:
                return None
            if (anchor.end.month - 1) % count:
                return None
            period = months_from(anchor.end, -count, count)
            return Find(match.start(), match.end(), f"in-{family}", MentionKind.PERIOD, period, family=family)

        return find

    tail = r"(?=~[,:]| {in_tail}(?!\w))"
    return (
        rule("in-month", r"(?<!\w){in_month}" + tail, within("month", 1), "in_month"),
        rule("in-quarter", r"(?<!\w){in_quarter}" + tail, within("quarter", 3), "in_quarter"),
        rule("last-year", r"(?<!\w){past_year}(?!\w)", told(past_year), "past_year"),
        rule("last-year", r"(?<!\w){year_before}(?!\w)", told(year_before), "year_before"),
        rule("half", r"(?<!\w){half_past}(?!\w)", half, "half_past"),
        *(relative(name, of, MentionKind.PERIOD) for name, of in _PERIODS),
        *(relative(name, _day(offset), MentionKind.DATE) for name, offset in _DAYS),
        rule("year-to-date", r"(?<!\w){since_new_year}(?!\w)", to_date, "since_new_year"),
        rule("past-years", r"(?<![\w.,])(?P<n>\d{1,2}|{=small}) {past_years}(?!\w)", past, "10|small", "past_years"),
        rule("past-years", r"(?<!\w){past_years_en} (?P<n>\d{1,2}|{=small}) years(?!\w)", past, "past_years_en"),
    )
