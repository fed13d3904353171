"""Ties between a whole and its part, two names, a year and a count of part of it; both ways added up."""

from __future__ import annotations

import pytest

from knowledge.model import Choice
from tests.ask.asked import answer, value

WAITING = "- Xe chờ xuất lúc 16 giờ ngày 12/11/2031: Kim Thành 146 xe (91 xe nông sản), Bản Vược 38 xe."
CARS = "Phương tiện qua lại 12.640 lượt, trong đó xe tải 7.215 lượt."
MET = "Trong năm gặp gỡ phía bạn 9 lần: bốn lần với Hà Khẩu, năm lần với Mã Quan."
STUCK = """Họp giải quyết xe tồn đọng tại các cửa khẩu ngày 12/11/2031.

- Kim Thành: 146 xe (nông sản 91 xe, còn lại là hàng khác);
- Bản Vược: 38 xe."""
WORKERS = "Công nhân: đầu năm 8.214 người, tháng 8 tụt còn 6.105 người, cuối năm hồi về 7.930 người."
STALLS = "Hội chợ có 320 gian hàng, trong đó phía Trung Quốc 96 gian."


@pytest.mark.parametrize(
    ("report", "question", "expected"),
    [
        (WAITING, "Ngày 12/11/2031 Kim Thành còn chờ bao nhiêu xe?", 146),
        (WAITING, "ngay 12/11/2031 kim thanh co may xe nong san cho xuat", 91),
        (CARS, "Năm 2031 có bao nhiêu lượt phương tiện qua lại?", 12_640),
        (CARS, "Năm 2031 có bao nhiêu lượt xe tải qua lại?", 7_215),
        (MET, "Năm 2031 gặp phía Hà Khẩu mấy lần?", 4),
        (MET, "Năm 2031 gặp phía Mã Quan mấy lần?", 5),
        (STUCK, "how many trucks stuck at Kim Thanh on 12 Nov 2031", 146),
        (STUCK, "bao nhiêu xe nông sản ở Kim Thành ngày 12/11/2031", 91),
        (STALLS, "Hội chợ năm 2031 phía Trung Quốc có mấy gian hàng?", 96),
    ],
)
def test_a_part_is_not_asked_for_by_the_words_of_its_whole(report: str, question: str, expected: int) -> None:
    assert value(report, question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Tháng 8/2031 có bao nhiêu công nhân?", 6_105),
        ("thang 8/2031 con bao nhieu cong nhan", 6_105),
        ("how many workers were left in August 2031", 6_105),
        ("cuối năm 2031 có bao nhiêu công nhân", 7_930),
        ("Đầu năm 2031 có mấy công nhân?", 8_214),
    ],
)
def test_of_figures_in_turn_each_is_of_its_own_time(question: str, expected: int) -> None:
    assert value(WORKERS, question) == expected


HALF_YEAR = """BAN QUẢN LÝ KHU KINH TẾ TỈNH LÀO CAI
Lào Cai, ngày 24 tháng 6 năm 2031

BÁO CÁO
Kết quả công tác 6 tháng đầu năm 2031

Vốn đầu tư công năm 2031 được giao 210 tỷ đồng. Tính đến ngày 18/6/2031 giải ngân 71,4 tỷ đồng.
"""


def test_the_year_prevails_over_what_was_counted_to_its_middle() -> None:
    question = "cả năm 2031 giải ngân bao nhiêu"
    found = answer("Giải ngân vốn đầu tư công đạt 198,6 tỷ đồng.", question, HALF_YEAR)
    assert not isinstance(found, Choice)
    assert getattr(found, "value", None) == 198_600_000_000


TRAVELLERS = "Xuất cảnh 52.140 lượt người, nhập cảnh 49.860 lượt người."
GATES = "Xuất cảnh 52.140 lượt người qua Kim Thành, nhập cảnh 49.860 lượt người qua Bản Vược."


@pytest.mark.parametrize(
    ("report", "question", "expected"),
    [
        (TRAVELLERS, "Năm 2031 có bao nhiêu lượt người xuất nhập cảnh?", 102_000),
        (TRAVELLERS, "tong luot nguoi xuat nhap canh nam 2031", 102_000),
        (TRAVELLERS, "Năm 2031 có bao nhiêu lượt người xuất cảnh?", 52_140),
        (TRAVELLERS, "how many people exited the border in 2031", 52_140),
        (TRAVELLERS, "how many people entered in 2031", 49_860),
    ],
)
def test_both_ways_are_added_up(report: str, question: str, expected: int) -> None:
    assert value(report, question) == expected


def test_the_ways_of_two_gates_are_not_added_up() -> None:
    assert value(GATES, "Năm 2031 có bao nhiêu lượt người xuất nhập cảnh?") != 102_000


HANDLED = (
    "Lượng phương tiện qua lại 9.310 lượt xe. Cả năm phun khử trùng 6.120 lượt xe, đo thân nhiệt 8.400 lượt người."
)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Số lượt xe năm 2031 là bao nhiêu?", 9_310),
        ("Năm 2031 phun khử trùng bao nhiêu lượt xe?", 6_120),
        ("Năm 2031 đo thân nhiệt bao nhiêu lượt người?", 8_400),
    ],
)
def test_what_was_done_to_some_is_no_count_of_all(question: str, expected: int) -> None:
    assert value(HANDLED, question) == expected


FASTER = "Thời gian làm thủ tục một xe tải còn 18 phút, trước đây mất 35 phút."
REACHED = "Thu phí đạt 71,9 tỷ đồng, đạt 36% kế hoạch 200 tỷ đồng, bằng 85% cùng kỳ."
CASHLESS = "Tỷ lệ nộp phí không dùng tiền mặt là 68%."


@pytest.mark.parametrize(
    ("report", "question", "expected"),
    [
        (FASTER, "How long does clearing one truck take in 2031, in minutes?", 18),
        (FASTER, "Năm 2031 làm thủ tục một xe tải mất bao nhiêu phút?", 18),
        (REACHED, "nam 2031 thu phi dat bao nhieu phan tram ke hoach", 36),
        (CASHLESS, "Năm 2031 thu phí đạt bao nhiêu phần trăm kế hoạch?", None),
    ],
)
def test_what_was_before_and_of_what_a_share_is(report: str, question: str, expected: int | None) -> None:
    assert value(report, question) == expected


def test_nobody_suspected_of_a_disease() -> None:
    report = "Ba trạm đo thân nhiệt 4.120 lượt người phòng cúm A (H7N9), không phát hiện người nghi mắc."
    assert value(report, "Were any suspected H7N9 cases found in 2031?") is False


HALF = HALF_YEAR.replace("Vốn đầu tư công năm 2031 được giao 210 tỷ đồng.", "Thu phí hạ tầng đạt 14,2 tỷ đồng.")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("How much was collected in infrastructure fees as of 30 June 2031?", 14_200_000_000),
        ("Tính đến ngày 30/6/2031 thu phí hạ tầng được bao nhiêu?", 14_200_000_000),
        ("How much was collected in infrastructure fees on 30 June 2031?", None),
        ("Tính đến ngày 30/4/2031 thu phí hạ tầng được bao nhiêu?", None),
    ],
)
def test_what_is_counted_to_a_day_is_told_of_the_time_that_ends_with_it(question: str, expected: int | None) -> None:
    found = answer("Thu hồi 02 dự án.", question, HALF)
    assert getattr(found, "value", None) == expected, found
