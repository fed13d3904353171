"""The same time of another year."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.facts.compared import compared_period, in_year, whole_year, year_before
from knowledge.model import Base, Period


def _to(year: int, month: int, day: int = 1) -> Period:
    """From new year to a day, which is not held."""
    return Period(date(year, 1, 1), date(year, month, day))


def test_a_period_is_moved_with_its_end() -> None:
    assert in_year(_to(2031, 10), 2028) == _to(2028, 10)
    assert in_year(Period(date(2030, 10, 1), date(2031, 1, 1)), 2033) == Period(date(2033, 10, 1), date(2034, 1, 1))


def test_the_last_of_february_has_a_year_before() -> None:
    assert year_before(_to(2032, 2, 29)) == _to(2031, 2, 28)


@pytest.mark.parametrize(
    ("base", "period"),
    [
        (Base("same_period_last_year"), _to(2030, 10)),
        (Base("same_period_last_year", whole_year(2028)), _to(2028, 10)),
        (Base("same_period_last_year", _to(2028, 7)), _to(2028, 7)),
        (Base("previous_period", whole_year(2028)), whole_year(2028)),
    ],
)
def test_what_nine_months_are_compared_with(base: Base, period: Period) -> None:
    assert compared_period(base, _to(2031, 10)) == period
