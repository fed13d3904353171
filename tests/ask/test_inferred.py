"""Figures that a sentence tells without writing them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from knowledge.model import Found
from tests.ask.asked import answer, value

STALLS = (
    "Chợ Kim Thành có 240 kiốt, trong đó 150 kiốt bán hàng thường xuyên, 62 kiốt chỉ mở cuối tuần, còn lại đóng cửa."
)
TRIPS = (
    "Xuất nhập cảnh qua Mường Khương: 96.000 lượt (giảm 4%), gồm khách du lịch 31.000 lượt, lái xe 22.000 lượt, "
    "số còn lại là cư dân biên giới."
)
MONEY = (
    "Vốn đường tuần tra: 90 tỷ đồng, chia ra trung ương 50 tỷ đồng, tỉnh 28,5 tỷ đồng, còn lại doanh nghiệp ứng trước."
)
LENT = "Vốn trạm bơm 20 tỷ đồng, gồm tỉnh 9,8 tỷ đồng, huyện 4 tỷ đồng, nhà thầu ứng trước phần còn lại."
PLACES = "Rà soát 12 dự án chậm tiến độ, trong đó Kim Thành 04 dự án, Bản Vược 03 dự án, số còn lại ở Mường Khương."
IDLE = "Đến nay có 30 dự án, trong đó 14 dự án hoạt động, 07 dự án đang xây, còn lại chưa làm gì."
OTHERS = "Kho bãi có 40 cán bộ, trong đó 12 kỹ sư, 9 kế toán, còn lại khác."
SHARE = "Phí bến bãi thu 24 tỷ đồng, trong đó Kim Thành chiếm 40%, Mường Khương một phần tư."
ALIEN = "Phí bến bãi Kim Thành thu 24 tỷ đồng, chiếm 40% toàn tỉnh."
PLAN = "Thu phí hạ tầng đạt 46 tỷ đồng, bằng 92% kế hoạch."
OVER = "Tuyển mới 1.860 lao động, vượt chỉ tiêu 110 người."
SHORT = "Trồng được 84 ha rừng, thấp hơn kế hoạch 16 ha."
PERCENT = "Kim ngạch xuất khẩu đạt 276 triệu USD, vượt 15% kế hoạch năm, tăng 8% so với cùng kỳ."
KERNEL = "Nhập khẩu ngô hạt 126.400 tấn (cùng kỳ 158.000 tấn)."
DEBT = "Nợ xây dựng cơ bản còn 41,3 tỷ đồng (đầu năm 68,9 tỷ đồng)."


@pytest.mark.parametrize(
    ("report", "question", "expected"),
    [
        (STALLS, "Chợ Kim Thành còn bao nhiêu kiốt đóng cửa?", 28),
        (STALLS, "cho kim thanh co bao nhieu kiot dong cua", 28),
        (TRIPS, "Năm 2031 cư dân biên giới qua Mường Khương bao nhiêu lượt?", 43_000),
        (MONEY, "Vốn đường tuần tra do doanh nghiệp ứng trước là bao nhiêu?", 11_500_000_000),
        (LENT, "Vốn trạm bơm do nhà thầu ứng trước bao nhiêu tiền?", 6_200_000_000),
        (PLACES, "Mường Khương có bao nhiêu dự án chậm tiến độ?", 5),
        (IDLE, "Còn mấy dự án chưa làm gì?", 9),
        (OTHERS, "Kho bãi có bao nhiêu lái xe?", None),
        (SHARE, "Phí bến bãi của Kim Thành năm 2031 là bao nhiêu tiền?", 9_600_000_000),
        (SHARE, "Mường Khương thu bao nhiêu tiền phí bến bãi?", 6_000_000_000),
        (SHARE, "Phí bến bãi năm 2031 thu được bao nhiêu?", 24_000_000_000),
        (ALIEN, "Phí bến bãi Kim Thành thu bao nhiêu?", 24_000_000_000),
        (PLAN, "Kế hoạch thu phí hạ tầng năm 2031 là bao nhiêu?", 50_000_000_000),
        (PLAN, "Thu phí hạ tầng năm 2031 được bao nhiêu?", 46_000_000_000),
        (OVER, "Năm 2031 được giao tuyển mới bao nhiêu lao động?", 1_750),
        (OVER, "Chỉ tiêu tuyển mới lao động năm 2031 là bao nhiêu?", 1_750),
        (SHORT, "Kế hoạch trồng rừng năm 2031 là bao nhiêu ha?", 100),
        (PERCENT, "Kế hoạch xuất khẩu năm 2031 là bao nhiêu triệu USD?", 240_000_000),
        (KERNEL, "Nhập khẩu ngô hạt giảm bao nhiêu phần trăm so với cùng kỳ?", Decimal("20.00")),
        (KERNEL, "Ngô hạt nhập khẩu giảm bao nhiêu tấn so với cùng kỳ?", 31_600),
        (KERNEL, "Nhập khẩu ngô hạt năm 2031 bao nhiêu tấn?", 126_400),
        (DEBT, "Trong năm 2031 nợ xây dựng cơ bản giảm bao nhiêu?", 27_600_000_000),
    ],
)
def test_told_without_being_written(report: str, question: str, expected: object) -> None:
    assert value(report, question) == expected


def test_the_arithmetic_is_shown() -> None:
    told = answer(STALLS, "Chợ Kim Thành còn bao nhiêu kiốt đóng cửa?")
    assert isinstance(told, Found)
    assert told.arithmetic == "240 kiốt - 150 kiốt - 62 kiốt = 28 kiốt"
