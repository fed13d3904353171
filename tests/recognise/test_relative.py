"""Times counted from the report they stand in, and short ways to say what a figure is compared with."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.lexicon.load import load
from knowledge.model import Base, Period
from knowledge.recognise.engine import Recogniser

RECOGNISER = Recogniser(load())


def year(number: int) -> Period:
    return Period(date(number, 1, 1), date(number + 1, 1, 1))


def times(text: str, today: date, anchor: Period | None = None) -> list[Period]:
    found = RECOGNISER.figures(text, today=today, anchor=anchor)
    return [m.value for m in found if isinstance(m.value, Period)]


def bases(text: str) -> list[Base]:
    found = RECOGNISER.figures(text, today=date(2031, 10, 5), anchor=Period(date(2031, 1, 1), date(2031, 10, 1)))
    return [m.value for m in found if isinstance(m.value, Base)]


@pytest.mark.parametrize("text", ["Nửa năm nay thu 12 tỷ đồng", "Nửa năm qua, thu 12 tỷ đồng"])
def test_half_a_year_is_the_first_once_it_is_over(text: str) -> None:
    assert times(text, date(2031, 7, 16)) == [Period(date(2031, 1, 1), date(2031, 7, 1))]
    assert times(text, date(2031, 2, 16)) == []


@pytest.mark.parametrize("text", ["Năm qua thu 12 tỷ đồng", "Năm vừa qua, thu 12 tỷ đồng"])
def test_the_past_year_is_the_reports_own(text: str) -> None:
    assert times(text, date(2031, 12, 20), year(2031)) == [year(2031)]
    assert times(text, date(2032, 1, 12), year(2031)) == [year(2031)]
    assert times(text, date(2031, 7, 5), Period(date(2031, 1, 1), date(2031, 7, 1))) == [year(2030)]
    assert times(text, date(2031, 12, 20)) == [year(2030)]  # a question


def test_the_year_before_is_before_the_reports_own() -> None:
    assert times("Năm trước thu 12 tỷ đồng", date(2031, 12, 20), year(2031)) == [year(2030)]
    assert times("Năm trước thu 12 tỷ đồng", date(2032, 1, 12), year(2031)) == [year(2030)]
    assert times("Năm trước thu 12 tỷ đồng", date(2032, 1, 12), year(2032)) == [year(2031)]  # a plan
    assert times("Quý IV năm trước thu 12 tỷ", date(2032, 1, 12), year(2031)) == [
        Period(date(2030, 10, 1), date(2031, 1, 1))
    ]


def test_months_past_are_the_first_ones_when_just_over() -> None:
    assert times("Bốn tháng qua thu 12 tỷ đồng", date(2031, 5, 6)) == [Period(date(2031, 1, 1), date(2031, 5, 1))]
    assert times("Chợ đóng cửa bốn tháng qua", date(2031, 10, 6)) == []


def test_from_new_year_on_is_the_time_of_the_report() -> None:
    nine = Period(date(2031, 1, 1), date(2031, 10, 1))
    assert times("Từ đầu năm đến nay thu 12 tỷ đồng", date(2031, 10, 5), nine) == [nine]
    assert times("Từ đầu năm đến giờ thu 12 tỷ đồng", date(2031, 10, 5)) == [
        Period(date(2031, 1, 1), date(2031, 10, 6))
    ]


def test_the_month_before_is_counted_from_the_one_just_named() -> None:
    nine, today = Period(date(2031, 1, 1), date(2031, 10, 1)), date(2031, 10, 14)
    august = Period(date(2031, 8, 1), date(2031, 9, 1))
    assert times("Tháng 9 thu 12 tỷ đồng, tháng trước 10 tỷ đồng", today, nine)[1] == august
    assert times("Tháng 9 thu 12 tỷ đồng, tháng trước đó 10 tỷ đồng", today, nine)[1] == august
    assert times("Quý III thu 12 tỷ đồng, quý trước 10 tỷ", today, nine)[1] == Period(
        date(2031, 4, 1), date(2031, 7, 1)
    )
    assert times("Tháng 7 thu 9 tỷ đồng. Tháng trước thu 12 tỷ đồng", today, nine)[1] == Period(
        date(2031, 9, 1), date(2031, 10, 1)
    )


def test_the_same_months_of_two_years() -> None:
    year_, today = year(2031), date(2031, 12, 18)
    found = times("Mười một tháng thu 9 tỷ đồng; mười một tháng năm ngoái là 8 tỷ đồng", today, year_)
    assert found == [Period(date(2031, 1, 1), date(2031, 12, 1)), Period(date(2030, 1, 1), date(2030, 12, 1))]
    assert times("Trong tháng 5 và tháng 11/2029", today, year_)[0] == Period(date(2029, 5, 1), date(2029, 6, 1))


def test_within_the_month_is_the_last_of_a_report_on_several() -> None:
    nine, today = Period(date(2031, 1, 1), date(2031, 10, 1)), date(2031, 9, 25)
    assert times("Trong tháng, thu 12 tỷ đồng", today, nine) == [Period(date(2031, 9, 1), date(2031, 10, 1))]
    assert times("Trong tháng có 12 xe", today, nine) == [Period(date(2031, 9, 1), date(2031, 10, 1))]
    assert times("Trong quý thu 12 tỷ đồng", today, nine) == [Period(date(2031, 7, 1), date(2031, 10, 1))]
    assert times("Trong tháng cao điểm có 12 xe", today, nine) == []
    assert times("Trong tháng có 12 xe", date(2032, 1, 5), year(2031)) == []
    assert times("Trong tháng có 12 xe", today) == []


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Ck: 2.310 triệu đồng", None),
        ("ck = 2.310 triệu đồng", None),
        ("Ck 2029: 2.310 triệu đồng", year(2029)),
        ("Cùng kỳ 2029: 189,6 triệu USD", year(2029)),
        ("Thời điểm này năm ngoái mới 12 tỷ đồng", None),
        ("Cùng tháng năm trước 12 tỷ đồng", None),
        ("Cùng quý năm 2029 thu 12 tỷ đồng", year(2029)),
    ],
)
def test_the_same_time_a_year_earlier(text: str, period: Period | None) -> None:
    assert bases(text) == [Base("same_period_last_year", period)]


@pytest.mark.parametrize("text", ["CK Bãi Gia: 12 xe", "tại CK 1088 có 12 xe", "Hai vụ xảy ra cùng tháng, 12 người"])
def test_what_only_looks_like_it(text: str) -> None:
    assert bases(text) == []
