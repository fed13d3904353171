"""The times that figures are compared with, and a period moved to another year."""

from __future__ import annotations

from datetime import date, timedelta

from knowledge.model import Base, Period

YEAR = timedelta(days=360)


def compared_period(base: Base, period: Period | None) -> Period | None:
    """The period that is compared with: "cùng kỳ năm 2015", said of half a year, is half of 2015."""
    if base.period is None:
        return year_before(period) if period is not None else None
    if base.relation != "same_period_last_year" or period is None or base.period.end - base.period.start < YEAR:
        return base.period
    year = base.period.start.year
    return in_year(period, year) if year < period.start.year else base.period


def year_before(period: Period) -> Period:
    """The same period a year earlier."""
    return in_year(period, period.start.year - 1)


def in_year(period: Period, year: int) -> Period:
    """The same period of another year: `period` moved so that it begins in `year`."""
    by = year - period.start.year

    def moved(day: date) -> date:
        return day.replace(year=day.year + by, day=min(day.day, 28) if day.month == 2 else day.day)

    return Period(moved(period.start), moved(period.end))


def whole_year(year: int) -> Period:
    """All of a calendar year."""
    return Period(date(year, 1, 1), date(year + 1, 1, 1))
