"""Which times of a sentence stand for the time that its report tells of."""

from __future__ import annotations

from datetime import timedelta

from knowledge.facts.compared import whole_year
from knowledge.facts.fact import Layer, Time
from knowledge.model import Period

_ABOUT = timedelta(days=20)  # the reporting year of statistics begins and ends about the middle of a month


def stands_for(time: Time, told: Period) -> bool:
    """Whether what is said of `time` is said of `told`, the time of the report.

    It is counted from the middle of a month to that of another ("từ 15/12/2030 đến 14/9/2031" for nine months), or it
    is the year in an earlier clause, of which the report tells the first months ("vốn năm 2031 được giao 187 tỷ, giải
    ngân 84 tỷ")."""
    if time.role != "period" or time.period == told:
        return False
    period = time.period
    if not (period.start.day == 1 and period.end.day == 1):
        return abs(period.start - told.start) <= _ABOUT and abs(period.end - told.end) <= _ABOUT
    return time.layer == Layer.CLAUSE and unfinished(period, told)


def unfinished(year: Period, told: Period) -> bool:
    """Whether `year` is the one whose first months `told` is."""
    return year == whole_year(told.start.year) and told.start == year.start and told.end < year.end
