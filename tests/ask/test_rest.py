"""What is left of a whole or of a plan, and what so many at so much each cost."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.ask.asked import short, value

CAPITAL = "Vốn đầu tư công năm 2031 được giao 213,5 tỷ đồng; đến hết năm giải ngân 192 tỷ đồng, tương ứng 89,9%."
TASKS = "Năm 2031 Ban nhận 203 nhiệm vụ từ UBND tỉnh; hoàn thành 195 nhiệm vụ, số còn lại chưa đến hạn."
APART = "Trong năm UBND tỉnh giao 74 nhiệm vụ. Đã hoàn thành 70 nhiệm vụ."
TOLD = "UBND tỉnh giao 57 nhiệm vụ, đã xong 49 nhiệm vụ, 08 nhiệm vụ còn lại chưa tới hạn."
LAND = "Dự án bến bãi Kim Thành quy mô 143,7 ha: đã bàn giao 128,9 ha."
FEES = "- Phí sử dụng kết cấu hạ tầng: 41,2/45 tỷ đồng dự toán (91,6%)."
TRADE = "Tổng kim ngạch qua cửa khẩu Kim Thành đạt 892,5 triệu USD, bằng 71,4% kế hoạch năm (1.250 triệu USD)."
GIFTS = "Đoàn mang theo 60 suất quà Tết tặng hộ nghèo, mỗi suất 500 nghìn đồng."


@pytest.mark.parametrize(
    ("report", "question", "expected"),
    [
        (CAPITAL, "Năm 2031 còn bao nhiêu vốn đầu tư công chưa giải ngân?", 21_500_000_000),
        (CAPITAL, "nam 2031 con bao nhieu von dau tu cong chua giai ngan", 21_500_000_000),
        (CAPITAL, "Năm 2031 vốn đầu tư công giải ngân được bao nhiêu?", 192_000_000_000),
        (TASKS, "Cuối năm 2031 còn mấy nhiệm vụ đang làm?", 8),
        (TASKS, "Năm 2031 còn bao nhiêu nhiệm vụ chưa xong?", 8),
        (APART, "Năm 2031 còn mấy nhiệm vụ chưa hoàn thành?", 4),
        (TOLD, "Năm 2031 còn mấy nhiệm vụ chưa làm xong?", 8),
        (LAND, "Bến bãi Kim Thành còn bao nhiêu ha chưa bàn giao?", 14.8),
        (FEES, "Phí hạ tầng năm 2031 hụt bao nhiêu tỷ so với dự toán?", 3_800_000_000),
        (FEES, "Phí hạ tầng năm 2031 còn thiếu bao nhiêu nữa mới đủ dự toán?", 3_800_000_000),
        (TRADE, "Năm 2031 kim ngạch qua Kim Thành còn thiếu bao nhiêu mới đủ kế hoạch?", 357_500_000),
        (GIFTS, "60 suất quà Tết tặng hộ nghèo tổng cộng hết nhiêu tiền?", 30_000_000),
        (GIFTS, "60 suat qua Tet tong cong het bao nhieu tien", 30_000_000),
        (GIFTS, "Mỗi suất quà Tết bao nhiêu tiền?", 500_000),
    ],
)
def test_rest(report: str, question: str, expected: float) -> None:
    found = value(report, question)
    assert isinstance(found, Decimal)
    assert float(found) == expected


DEBT = """Năm 2031 thu hồi được 6,3 tỷ đồng/8,4 tỷ đồng nợ tiền thuê đất.

Điều chỉnh chỉ tiêu năm 2031: thu phí hạ tầng từ 62 tỷ đồng xuống 50 tỷ đồng; cả năm thu 51,7 tỷ đồng.
"""


@pytest.mark.parametrize(
    "question",
    ["how much of the 8.4 billion land rent debt was still unpaid in 2031", "nợ tiền thuê đất năm 2031 còn bao nhiêu"],
)
def test_what_is_left_of_a_fraction_is_the_whole_less_the_part(question: str) -> None:
    assert value(DEBT, question) == 2_100_000_000


def test_what_was_lowered_to_a_figure_is_no_remainder() -> None:
    assert short(DEBT, "Sau khi điều chỉnh, chỉ tiêu thu phí hạ tầng năm 2031 còn bao nhiêu?") is None
