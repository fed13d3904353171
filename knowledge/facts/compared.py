"""The times that figures are compared with."""

from __future__ import annotations

from datetime import timedelta

from knowledge.model import Base, Period

YEAR = timedelta(days=360)
MOST_YEARS = 20


def compared_period(base: Base, period: Period | None) -> Period | None:
    """The period that is compared with: "cùng kỳ năm 2015", said of half a year, is half of 2015."""
    if base.period is None:
        return year_before(period) if period is not None else None
    if base.relation != "same_period_last_year" or period is None or base.period.end - base.period.start < YEAR:
        return base.period
    back = period.start.year - base.period.start.year
    for _ in range(back if 0 < back <= MOST_YEARS else 0):
        period = year_before(period) or period
    return period if back > 0 else base.period


def year_before(period: Period) -> Period | None:
    """The same period a year earlier."""
    try:
        return Period(period.start.replace(year=period.start.year - 1), period.end.replace(year=period.end.year - 1))
    except ValueError:
        return None
