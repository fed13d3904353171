"""Names of periods, as a person says them."""

from __future__ import annotations

from datetime import date, timedelta

from knowledge.lexicon.load import load
from knowledge.model import Period

ROMAN = ("I", "II", "III", "IV")


def named(period: Period, language: str) -> str:
    """The usual name of `period` ("6 tháng đầu năm 2020", "H1 2020"), or its first and last day."""
    words = load()[f"{language}/period_names"]
    start, last = period.start, period.end - timedelta(days=1)
    whole = start.day == 1 and (last + timedelta(days=1)).day == 1
    if whole and start.year == last.year:
        first, final, year = start.month, last.month, start.year
        if (first, final) == (1, 12):
            return str(words["year"]).format(y=year)
        if (first, final) in ((1, 6), (7, 12)):
            return str(words["half"][first > 1]).format(y=year)
        if final - first == 2 and first % 3 == 1:
            return str(words["quarter"]).format(q=ROMAN[first // 3], n=first // 3 + 1, y=year)
        if first == final:
            return str(words["month"]).format(m=first, y=year)
        if first == 1:
            return str(words["months"]).format(n=final, y=year)
    if start == last:
        return str(words["day"]).format(d=_day(start))
    return str(words["span"]).format(a=_day(start), b=_day(last))


def _day(day: date) -> str:
    return f"{day.day:02}/{day.month:02}/{day.year}"
