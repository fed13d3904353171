"""The times that a question only compares with: "so với cùng kỳ năm 2031"."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.ask.question import When
from knowledge.facts.compared import in_year, whole_year
from knowledge.model import Base, Mention, Period

SAME_PERIOD = "same_period_last_year"


def compared_with(mentions: Iterable[Mention], whens: tuple[When, ...]) -> tuple[When, ...]:
    """The times compared with; `whens` are those asked about."""
    named = ((m.value, m.text) for m in mentions if isinstance(m.value, Base))
    return tuple(When(_same_part(base, base.period, whens), False, text) for base, text in named if base.period)


def _same_part(base: Base, period: Period, whens: tuple[When, ...]) -> Period:
    """The time compared with: "cùng kỳ 2031" is as much of that year as is asked about."""
    year = period.start.year
    if base.relation != SAME_PERIOD or len(whens) != 1 or period != whole_year(year) or whens[0].day:
        return period
    asked = whens[0].period
    return in_year(asked, year) if asked.end.year - asked.start.year <= 1 else period


def same_period(mentions: Iterable[Mention]) -> bool:
    """Whether a question compares with the same time a year before, without naming it."""
    return any(
        isinstance(m.value, Base) and m.value.period is None and m.value.relation == SAME_PERIOD for m in mentions
    )
