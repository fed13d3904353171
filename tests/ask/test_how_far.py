"""How far something went, of which a report tells from what to what."""

from __future__ import annotations

import pytest

from tests.ask.asked import value

OFFICES = "Tổ chức bộ máy: từ 12 phòng giảm xuống còn 9 phòng."
STAFF = "Sắp xếp biên chế: từ 58 người hiện có giảm còn 51 người vào cuối năm 2032."
CLEARING = "Thời gian thông quan một lô hàng giảm từ 90 phút xuống còn 35 phút."
QUEUE = "Số xe ùn ứ tại Kim Thành từ 420 xe đã giảm còn 130 xe."
FIRMS = "Số doanh nghiệp làm thủ tục qua Lào Cai tăng từ 310 lên 365 doanh nghiệp."
FEE = "Mức phí xe container nâng từ 300.000 đồng lên 350.000 đồng/lượt."
YARD = "Diện tích bãi đỗ xe Bản Vược mở rộng từ 4,5 ha lên 7,2 ha."
FORMS = "Cắt giảm thủ tục hành chính, từ 47 thủ tục còn 38 thủ tục."
BRIDGE = "Tổng mức đầu tư dự án cầu Bản Vược điều chỉnh từ 420 tỷ đồng lên 486 tỷ đồng."
POOR = "Số hộ nghèo ở xã biên giới từ 84 hộ giảm còn 61 hộ."
RANGE = "Lượng xe thông quan từ 200 đến 250 xe mỗi ngày."
ASKED_LESS = "Đề nghị hạ chỉ tiêu thu phí từ 40 tỷ đồng xuống 36 tỷ đồng."
BOTH = "Thu phí tăng từ 20 tỷ đồng năm 2030 lên 26 tỷ đồng năm 2031."


@pytest.mark.parametrize(
    ("report", "question", "expected"),
    [
        (OFFICES, "Bộ máy giảm mấy phòng?", 3),
        (OFFICES, "bo may giam bao nhieu phong", 3),
        (STAFF, "Biên chế đến cuối năm 2032 giảm bao nhiêu người?", 7),
        (STAFF, "nam 2032 bien che phai giam may nguoi", 7),
        (CLEARING, "Thời gian thông quan giảm được bao nhiêu phút?", 55),
        (CLEARING, "How many minutes were cut from clearance time?", 55),
        (QUEUE, "Số xe ùn ứ tại Kim Thành giảm bao nhiêu xe?", 290),
        (QUEUE, "By how many did the trucks stuck at Kim Thanh fall?", 290),
        (FIRMS, "Số doanh nghiệp làm thủ tục qua Lào Cai tăng bao nhiêu?", 55),
        (FEE, "Mức phí xe container tăng thêm bao nhiêu?", 50_000),
        (YARD, "Diện tích bãi đỗ xe Bản Vược tăng thêm bao nhiêu ha?", 2.7),
        (FORMS, "cat giam duoc may thu tuc", 9),
        (BRIDGE, "Tổng mức đầu tư dự án cầu Bản Vược tăng bao nhiêu?", 66_000_000_000),
        (POOR, "Số hộ nghèo ở xã biên giới giảm mấy hộ?", 23),
    ],
)
def test_is_worked_out(report: str, question: str, expected: float) -> None:
    assert float(value(report, question)) == pytest.approx(expected)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("report", "question", "expected"),
    [
        (OFFICES, "Bộ máy giảm còn mấy phòng?", 9),
        (OFFICES, "Bộ máy giảm xuống còn bao nhiêu phòng?", 9),
        (POOR, "Số hộ nghèo ở xã biên giới còn bao nhiêu?", 61),
        (FEE, "Mức phí xe container tăng lên bao nhiêu?", 350_000),
        (FEE, "To what level was the container truck fee raised?", 350_000),
        (ASKED_LESS, "Chỉ tiêu thu phí đề nghị hạ xuống còn bao nhiêu?", 36_000_000_000),
    ],
)
def test_where_it_went_is_told_as_it_stands(report: str, question: str, expected: int) -> None:
    assert value(report, question) == expected


@pytest.mark.parametrize(
    ("report", "question"),
    [
        (POOR, "Số hộ nghèo ở xã biên giới tăng bao nhiêu hộ?"),
        (OFFICES, "Bộ máy tăng mấy phòng?"),
        (OFFICES, "To how many divisions was the organisation cut?"),
        (OFFICES, "From how many divisions was the organisation cut?"),
        (RANGE, "Lượng xe thông quan tăng bao nhiêu xe?"),
        (BOTH, "Thu phí năm 2031 tăng bao nhiêu so với năm 2030?"),
    ],
)
def test_other_ways_and_other_ends_are_no_distance(report: str, question: str) -> None:
    assert value(report, question) is None
