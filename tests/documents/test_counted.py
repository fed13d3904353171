"""Which time a paper is of where its title does not say, and the day on which it came out."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.documents import heading
from knowledge.model import Heading, Period
from tests.documents import told

_TODAY = date(2033, 1, 1)


def _of(text: str, file: str = "bai.txt") -> Heading:
    return heading(told.of(text, file), file, _TODAY)


def _months(year: int, count: int) -> Period:
    return Period(date(year, 1, 1), date(year + count // 12, count % 12 + 1, 1))


def _paper(day: str, *lines: str) -> str:
    return "\n\n".join((f"BAN QUẢN LÝ KHU KINH TẾ\nSố: 12/BQL\nĐông Hà, ngày {day}", *lines)) + "\n"


@pytest.mark.parametrize(
    ("day", "title", "period"),
    [
        ("14 tháng 01 năm 2032", "KẾ HOẠCH\nCông tác năm 2032", _months(2032, 12)),
        ("20 tháng 12 năm 2031", "CHƯƠNG TRÌNH\nCông tác năm 2032", _months(2032, 12)),
        (
            "05 tháng 4 năm 2032",
            "KẾ HOẠCH\nCông tác quý II năm 2032",
            Period(date(2032, 4, 1), date(2032, 7, 1)),
        ),
    ],
)
def test_a_plan_is_of_the_time_it_plans_for(day: str, title: str, period: Period) -> None:
    text = _paper(day, title, "Năm 2031 đã thu 512 tỷ đồng, quý I năm 2032 thu 96 tỷ đồng.", "Phấn đấu thu thêm 10%.")
    assert _of(text).period == period


def test_a_report_on_how_a_plan_was_carried_out_is_none() -> None:
    text = _paper("22 tháng 12 năm 2031", "BÁO CÁO\nKết quả thực hiện kế hoạch năm 2031", "Đã thu 64 tỷ đồng.")
    assert _of(text).period == _months(2031, 12)


_SAID = "Thu phí được 64 tỷ đồng, kim ngạch 312 triệu USD."


@pytest.mark.parametrize(
    ("top", "text", "period"),
    [
        ("16/07/2032 08:00", "Nửa năm nay, hàng qua Bãi Gia tăng đều.", _months(2032, 6)),
        ("16/07/2032 08:00", "Sáu tháng qua, xe qua Bãi Gia tăng đều.", _months(2032, 6)),
        ("12/11/2031 08:00", "Ông Lý Văn Mẫu trả lời bạn đọc về mười tháng qua.", _months(2031, 10)),
        ("05/12/2031 08:00", "Hết tháng 11, Bãi Gia đón 3.120 xe. Mười một tháng thu 9 tỷ đồng.", _months(2031, 11)),
        ("10/04/2032 08:00", "Ba tháng đầu năm, Bãi Gia thu 14 tỷ đồng.", _months(2032, 3)),
        ("22/12/2031 08:00", "Năm nay Bãi Gia làm ăn khá. Mười một tháng thu 9 tỷ đồng.", _months(2031, 12)),
        ("09/01/2032 08:00", "Năm qua, Bãi Gia đón 3.120 xe.", _months(2031, 12)),
        ("18/06/2032 08:00", "Hợp đồng thi công 5 tháng, nay chậm 5 tháng, xin thêm 5 tháng nữa.", None),
        ("14/10/2031 08:00", "Chín tháng năm ngoái thu 9 tỷ đồng, bằng chín tháng năm trước đó.", None),
        ("14/10/2031 08:00", "Cửa khẩu mở lại sau chín tháng đóng cửa, so với chín tháng chờ ở nơi khác.", None),
    ],
)
def test_an_article_is_of_the_time_it_counts_over(top: str, text: str, period: Period | None) -> None:
    assert _of(f"Bãi Gia xoay xở\n{top}\n\n{text} {_SAID}\n\n{_SAID}\n\nMinh Hà\n").period == period


def test_what_an_article_counts_over_goes_before_a_year_it_looks_back_to() -> None:
    text = "Cả năm 2030 có 318 triệu USD. Năm nay tôi ước chừng 348 triệu USD. Cả năm nay thu 12 tỷ đồng."
    result = _of(f'"Cửa ngõ, không phải cửa sau"\n18/12/2031 07:05\n\n{text}\n\n{_SAID}\n\nMinh Hà\n')
    assert result.period == _months(2031, 12)


@pytest.mark.parametrize(
    ("title", "day", "period"),
    [
        ("Kết quả công tác tháng 9 và 9 tháng, nhiệm vụ quý IV năm 2031", "25 tháng 9 năm 2031", _months(2031, 9)),
        ("Tình hình thực hiện nhiệm vụ tháng 11, 11 tháng năm 2031", "25 tháng 11 năm 2031", _months(2031, 11)),
        ("Kết quả công tác quý III và 9 tháng đầu năm 2031", "25 tháng 9 năm 2031", _months(2031, 9)),
        ("Kết quả tháng 10 và 10 tháng, nhiệm vụ tháng 11 năm 2031", "25 tháng 10 năm 2031", _months(2031, 10)),
        (
            "Kết quả công tác tháng 9, nhiệm vụ tháng 10 năm 2031",
            "25 tháng 9 năm 2031",
            Period(date(2031, 9, 1), date(2031, 10, 1)),
        ),
        ("Tuần 40 (từ 29/9 đến 05/10/2031)", "06 tháng 10 năm 2031", Period(date(2031, 9, 29), date(2031, 10, 6))),
        ("Đợt cao điểm từ ngày 20/12 đến ngày 05/01/2031", "06 tháng 01 năm 2031", None),
    ],
)
def test_of_several_times_in_a_title_the_widest(title: str, day: str, period: Period | None) -> None:
    wanted = period or Period(date(2030, 12, 20), date(2031, 1, 6))
    assert _of(_paper(day, f"BÁO CÁO\n{title}", "Có 312 xe, thu phí 9 tỷ đồng.")).period == wanted


def test_without_a_date_the_day_counted_to_tells_the_year() -> None:
    result = _of("SỐ LIỆU GỬI VĂN PHÒNG\n(chốt 15h ngày 30/9/2031)\n\nKim ngạch 9T: 312 triệu USD.\n\nPhí 9T: 41 tỷ.\n")
    assert (result.document_date, result.period) == (None, _months(2031, 9))


def test_the_month_in_a_file_name_is_that_of_writing() -> None:
    text = "Bãi Gia sau một vụ vải\n\nSáu tháng đầu năm 2031 thu 9 tỷ đồng.\n\nThu hút đầu tư ra sao?\n\nCó 17 dự án.\n"
    assert _of(text, "phong van thang 7-2031.txt").period == _months(2031, 6)


def test_the_month_of_a_meeting_is_not_what_it_heard_of() -> None:
    title = "THÔNG BÁO\nKết luận của Trưởng ban tại cuộc họp giao ban tháng 10 năm 2031"
    body = ("A. Tình hình 9 tháng", "1. Kim ngạch 9 tháng 436 triệu USD.\n2. Thu phí 9 tháng 96 tỷ đồng.")
    assert _of(_paper("08 tháng 10 năm 2031", title, *body)).period == _months(2031, 9)


def test_a_monthly_report_is_written_before_the_month_is_over() -> None:
    title = "BÁO CÁO\nCông tác tháng 10 năm 2031"
    body = "Trong tháng thu 9 tỷ đồng. Mười tháng thu 96 tỷ đồng. Mười tháng có 12.450 xe."
    assert _of(_paper("20 tháng 10 năm 2031", title, body)).period == Period(date(2031, 10, 1), date(2031, 11, 1))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Tạp chí Biên Cương, số ra ngày 12/11/2031\n\nBãi Gia vào mùa\n\nHàng tăng.\n\nXe cũng tăng.", (2031, 11, 12)),
        ("BÁO CÁO NHANH\nTình hình cửa khẩu Bãi Gia (17h00 ngày 04/10/2031)\n\nXe tồn: 312 xe.", (2031, 10, 4)),
        ("BQL BÃI GIA\nSố 21/BCN. Bãi Gia, 05/9/2031\nBÁO CÁO NHANH 8 THÁNG 2031\n\n1. Thu 9 tỷ đồng.", (2031, 9, 5)),
        ("Bãi Gia vào mùa\n\n(Báo Biên Cương, 15/7/2031) - Hàng qua Bãi Gia tăng.\n\nXe cũng tăng.", (2031, 7, 15)),
        ("Bãi Gia vào mùa\n\nHàng qua Bãi Gia tăng.\n\nXe cũng tăng.\n\nMinh Hà - 05/7/2031", (2031, 7, 5)),
        ("Bãi Gia vào mùa\n\nHàng qua Bãi Gia tăng.\n\nXe xong trước 05/7/2031", None),
        ("BIÊN BẢN HỌP\nVề bãi xe\n\nĐang ùn 312 xe.\n\nBãi Gia, ngày 16/02/2031", (2031, 2, 16)),
        ("BÁO CÁO NHANH\nCửa khẩu Bãi Gia (số liệu đến 31/8/2031)\n\nXe tồn: 312 xe.", None),
        ("Ghi nhanh ở Bãi Gia\n\nNgười dân chờ từ trước ngày 02/7/2031.\n\nXe tồn: 312 xe.", None),
    ],
)
def test_the_day_a_paper_came_out(text: str, day: tuple[int, int, int] | None) -> None:
    assert _of(text).document_date == (date(*day) if day else None)
