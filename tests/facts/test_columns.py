"""Which time the columns of a table are of, and their short headers."""

from __future__ import annotations

from datetime import date

from knowledge.facts.fact import Fact
from knowledge.model import Period
from tests.facts.told import figure, page, periods

_BODY = "<body><p>Số: 1/BC-BQL</p><p>Bãi Gia, ngày 05 tháng 10 năm 2031</p><h1>{}</h1><p>Có 318 xe đi qua Bãi Gia.</p>"
_TITLE = "Báo cáo kết quả 9 tháng đầu năm 2031"


def _year(number: int) -> Period:
    return Period(date(number, 1, 1), date(number + 1, 1, 1))


def _nine(number: int) -> Period:
    return Period(date(number, 1, 1), date(number, 10, 1))


def _cell(of: str, header: str, cells: str, caption: str = "Bảng 1. Kim ngạch (triệu USD)") -> Fact:
    return figure(page(caption, header, cells).replace("<body>", _BODY.format(_TITLE)), of)


def test_the_year_of_a_report_on_a_part_of_it_is_that_part() -> None:
    header, cells = "Cửa khẩu|2030|2031|So sánh (%)", "Bãi Gia|12,5|14,1|112,8"
    assert periods(_cell("14,1", header, cells)) == {_year(2031), _nine(2031)}
    assert periods(_cell("12,5", header, cells)) == {_year(2030), _nine(2030)}


def test_years_that_are_not_compared_are_whole() -> None:
    header, cells = "Cửa khẩu|2029|2030|9 tháng 2031", "Bãi Gia|11,5|12,5|14,1"
    assert periods(_cell("12,5", header, cells)) == {_year(2030)}
    assert periods(_cell("14,1", header, cells)) == {_nine(2031)}


def test_a_plan_is_of_the_whole_year() -> None:
    header, cells = "Cửa khẩu|KH 2031|TH 9T/2031|% KH", "Bãi Gia|20,5|14,1|68,8"
    assert periods(_cell("20,5", header, cells)) == {_year(2031)}
    assert "plan" in dict(_cell("20,5", header, cells).governs)
    assert "actual" in dict(_cell("14,1", header, cells).governs)


def test_short_for_the_same_time_a_year_earlier() -> None:
    header, cells = "Cửa khẩu|Thực hiện|CK 2030|% CK", "Bãi Gia|14,1|12,5|112,8"
    assert periods(_cell("12,5", header, cells)) == {_nine(2030)}
    assert "change" in _cell("112,8", header, cells).traits


def test_short_for_a_gate() -> None:
    header, cells = "Tên CK|Số CK phụ|Kim ngạch", "Bãi Gia|3|14,1"
    assert _cell("3", header, cells).times == ()


def test_a_caption_with_the_year_of_the_report() -> None:
    caption = "Bảng 1. Kim ngạch năm 2031 (triệu USD)"
    assert {_year(2031), _nine(2031)} == periods(_cell("14,1", "Cửa khẩu|Kim ngạch", "Bãi Gia|14,1", caption))
    plan = "Bảng 1. Kế hoạch năm 2031 (triệu USD)"
    assert periods(_cell("14,1", "Cửa khẩu|Kim ngạch", "Bãi Gia|14,1", plan)) == {_year(2031)}
