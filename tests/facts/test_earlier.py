"""The time of what a figure is compared with, of all of last year, and of what is said of the present."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.facts.fact import Layer
from knowledge.model import Period
from tests.facts.told import figure, periods

_HEAD = "BAN QUẢN LÝ\nSố: 1/BC-BQL\nBãi Gia, ngày 05 tháng 10 năm 2031\n\nBÁO CÁO\nKết quả 9 tháng đầu năm 2031\n\n"
NINE_BEFORE = Period(date(2030, 1, 1), date(2030, 10, 1))


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Thu phí 41 tỷ đồng. Ck: 32 tỷ đồng.", "32 tỷ đồng"),
        ("Thu phí 41 tỷ đồng. Cùng kỳ 2030: 32 tỷ đồng.", "32 tỷ đồng"),
        ("Kim ngạch 312 triệu USD (cùng kỳ: 280 triệu USD), tăng 11%.", "280 triệu USD"),
        ("Chế biến xuất được 61,8 triệu USD, cùng kỳ năm ngoái 88,3 triệu USD.", "88,3 triệu USD"),
        ("Cùng kỳ năm trước, con số này là 9 tỷ đồng.", "9 tỷ đồng"),
    ],
)
def test_a_figure_of_the_same_time_a_year_earlier(text: str, of: str) -> None:
    assert periods(figure(_HEAD + text + "\n", of)) == {NINE_BEFORE}


def test_of_a_part_of_the_time_told_of_the_same_part_is_compared() -> None:
    text = _HEAD + "Tháng 9 thu 12 tỷ đồng, cùng kỳ 10 tỷ đồng. Quý III có 318 xe (cùng kỳ: 299 xe).\n"
    assert periods(figure(text, "10 tỷ đồng")) == {Period(date(2030, 9, 1), date(2030, 10, 1))}
    assert periods(figure(text, "299 xe")) == {Period(date(2030, 7, 1), date(2030, 10, 1))}


def test_what_another_time_heads_is_not_compared() -> None:
    text = _HEAD + "Tăng so với cùng kỳ: tháng 9 thu 12 tỷ đồng.\n"
    assert Period(date(2031, 9, 1), date(2031, 10, 1)) in periods(figure(text, "12 tỷ đồng"))


def test_all_of_last_year() -> None:
    text = _HEAD + "Thu 12 tỷ đồng, trong khi năm ngoái cả năm chỉ 9 tỷ đồng.\n"
    assert periods(figure(text, "9 tỷ đồng")) == {Period(date(2030, 1, 1), date(2031, 1, 1))}


def test_the_present_is_not_of_the_time_the_sentence_before_told_of() -> None:
    text = _HEAD + "Năm 2029, Ban có 64 người. Hiện có 60 người. Hiện trường đã dọn 12 lần.\n"
    assert not periods(figure(text, "60 người"))
    assert periods(figure(text, "12 lần")) == {Period(date(2029, 1, 1), date(2030, 1, 1))}


def test_an_aside_on_one_month_tells_of_it_alone() -> None:
    text = _HEAD + "Trong 8 tháng thu 12 tỷ đồng. Riêng tháng 8: 318 lượt. Lao động toàn khu: 4.915 người.\n"
    assert periods(figure(text, "318 lượt")) == {Period(date(2031, 8, 1), date(2031, 9, 1))}
    assert periods(figure(text, "4.915 người")) == {Period(date(2031, 1, 1), date(2031, 9, 1))}


def _fits(text: str, of: str) -> set[tuple[Period, int]]:
    return {(time.period, time.layer) for time in figure(_HEAD + text + "\n", of).times}


def test_the_year_of_which_the_report_tells_a_part() -> None:
    nine = Period(date(2031, 1, 1), date(2031, 10, 1))
    text = "Vốn năm 2031 được giao 187 tỷ đồng, giải ngân 84 tỷ đồng. Còn 12 hộ."
    assert (nine, Layer.CLAUSE) in _fits(text, "84 tỷ đồng")
    assert nine not in {period for period, _ in _fits(text, "187 tỷ đồng")}
    assert (nine, Layer.CONTEXT) in _fits(text, "12 hộ")
    assert (nine, Layer.CLAUSE) in _fits("Từ 15/12/2030 đến 14/9/2031, bắt 41 vụ.", "41 vụ")
    assert nine not in {period for period, _ in _fits("Từ 15/6/2031 đến 14/9/2031, bắt 41 vụ.", "41 vụ")}


def test_when_something_came_about_is_not_when_its_figures_are() -> None:
    founded = Period(date(2008, 1, 1), date(2009, 1, 1))
    assert (founded, Layer.SENTENCE) in _fits("Thành lập năm 2008, khu rộng 21.283 ha.", "21.283 ha")
    assert (founded, Layer.CLAUSE) in _fits("Năm 2008, xuất 12 tấn, nhập 14 tấn.", "14 tấn")


def test_a_time_told_in_passing_ends_with_its_semicolon() -> None:
    before = Period(date(2030, 1, 1), date(2031, 1, 1))
    text = "Lương bình quân 6,2 triệu đồng, năm 2030 là 5,7 triệu đồng; nợ lương 12 người."
    assert (before, Layer.SENTENCE) in _fits(text, "12 người")
    assert (before, Layer.CLAUSE) in _fits("Bãi Gia: năm 2030 xuất 12 tấn; nhập 14 tấn.", "14 tấn")


def test_a_paper_without_a_date_counts_from_the_end_of_its_time() -> None:
    text = "BÁO CÁO\nKết quả 9 tháng đầu năm 2031\n\nGạo 412.000 tấn, năm ngoái mới 260.000 tấn.\n"
    assert periods(figure(text, "260.000 tấn")) == {Period(date(2030, 1, 1), date(2031, 1, 1))}
