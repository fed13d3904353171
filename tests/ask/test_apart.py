"""How far apart two times are, what share of a whole was done, and rows headed by a time."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from knowledge.ask.apart import ends
from knowledge.ask.question import When
from knowledge.model import Period
from tests.ask.asked import short, talked

FEES = """Năm 2030 thu phí hạ tầng 200 tỷ đồng.

Năm 2031 thu phí hạ tầng 350 tỷ đồng.
"""
TASKS = """Nhiệm vụ UBND tỉnh giao năm 2031 là 64 nhiệm vụ, đã hoàn thành 57 nhiệm vụ, còn lại trong hạn.
"""
QUARTERS = """<html><body><p>Kim ngạch năm 2031 theo quý (triệu USD)</p><table>
<tr><th>Quý</th><th>Xuất khẩu</th><th>Nhập khẩu</th></tr>
<tr><td>I</td><td>741,3</td><td>473,3</td></tr><tr><td>II</td><td>812,5</td><td>560,4</td></tr>
<tr><td>III</td><td>826,0</td><td>602,7</td></tr><tr><td>9 tháng</td><td>2.379,8</td><td>1.636,4</td></tr>
</table></body></html>"""
PLACES = """Kim ngạch qua ba cửa khẩu năm 2031 được 3.642,0 triệu USD:

Móng Cái: 3.288,7 triệu USD

Hoành Mô: 231,8 triệu USD
"""


def _range(text: str, start: date, end: date) -> tuple[When, ...]:
    return (When(Period(start, end), False, text),)


def test_the_ends_of_a_range_are_compared() -> None:
    whens, bases = ends(_range("from 2030 to 2031", date(2030, 1, 1), date(2032, 1, 1)))
    assert [w.period.start.year for w in (*whens, *bases)] == [2031, 2030]
    whens, bases = ends(_range("từ cuối 2030 đến cuối 2031", date(2030, 10, 1), date(2032, 1, 1)))
    assert [w.period.start.year for w in (*whens, *bases)] == [2031, 2030]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("giai đoạn 2026-2030", date(2026, 1, 1), date(2031, 1, 1)),
        ("năm 2031", date(2031, 1, 1), date(2032, 1, 1)),
        ("tháng 3 đến tháng 6", date(2031, 3, 1), date(2031, 7, 1)),
    ],
)
def test_a_programme_a_year_and_months_are_left_as_they_are(text: str, start: date, end: date) -> None:
    assert ends(_range(text, start, end)) == (_range(text, start, end), ())


@pytest.mark.parametrize(
    "question",
    [
        "từ năm 2030 đến năm 2031 thu phí hạ tầng tăng bao nhiêu phần trăm",
        "by what percentage did infrastructure fee revenue grow from 2030 to 2031",
    ],
)
def test_growth_over_a_range(question: str) -> None:
    assert talked(FEES, question) == Decimal(75)


@pytest.mark.parametrize(
    "question",
    [
        "tỷ lệ nhiệm vụ tỉnh giao đã hoàn thành năm 2031",
        "nhiem vu tinh giao nam 2031 hoan thanh duoc bao nhieu phan tram",
    ],
)
def test_what_was_done_as_a_share_of_what_was_given(question: str) -> None:
    assert talked(TASKS, question) == Decimal("89.06")


def test_a_row_below_quarters_is_of_that_quarter() -> None:
    assert short(QUARTERS, "nhập khẩu quý III năm 2031") == "602,7 triệu USD"
    assert short(QUARTERS, "exports in the first quarter of 2031") == "741,3 triệu USD"


def test_the_figure_of_one_place_is_not_that_of_all() -> None:
    assert short(PLACES, "kim ngạch năm 2031 là bao nhiêu") == "3.642,0 triệu USD"
    assert short(PLACES, "kim ngạch qua Hoành Mô năm 2031") == "231,8 triệu USD"


def test_where_a_figure_was_read_is_not_what_is_asked() -> None:
    question = "Theo tin hội nghị sơ kết, tỷ lệ nhiệm vụ tỉnh giao hoàn thành năm 2031 là bao nhiêu phần trăm?"
    assert talked(TASKS, question) == Decimal("89.06")
