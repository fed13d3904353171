"""A time from one year to another, where it is asked how far apart they are: "grew from 2030 to 2031" compares two."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from knowledge.ask.question import When
from knowledge.lexicon.load import load
from knowledge.model import Period
from knowledge.text.fold import fold

LATE = 10  # month with which the end of a year begins: what is counted then is the year's


def ends(whens: tuple[When, ...]) -> tuple[tuple[When, ...], tuple[When, ...]]:
    """The last year of a range as the time asked for, and the first as the one it is compared with; `whens` and nothing
    for any other times, and for a programme of several years ("giai đoạn 2026-2030")."""
    if len(whens) != 1 or whens[0].day or fold(whens[0].text).startswith(_stretches()):
        return whens, ()
    start, end = whens[0].period.start, whens[0].period.end
    if (end.month, end.day) != (1, 1) or start.day != 1 or start.month not in (1, LATE):
        return whens, ()
    first, last = start.year, end.year - 1
    if first >= last:
        return whens, ()
    return (When(_year(last), False, whens[0].text),), (When(_year(first), False, ""),)


def _year(year: int) -> Period:
    return Period(date(year, 1, 1), date(year + 1, 1, 1))


@lru_cache(maxsize=1)
def _stretches() -> tuple[str, ...]:
    return tuple(fold(word) for word in load()["domain/measures"]["stretches"])
