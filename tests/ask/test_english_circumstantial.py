"""English questions that say times, targets, times taken and things counted in other words than the reports."""

from __future__ import annotations

import pytest

from tests.ask.asked import short, value

REPORT = """Năm 2031 đã xét nghiệm 8.240 mẫu cho lái xe, phát hiện 117 trường hợp dương tính.

Đến giữa năm 2031, tuyến đường vào bãi Bản Vược đã chi trả bồi thường 64 hộ với số tiền 21,3 tỷ đồng.

Thời gian làm thủ tục bình quân của một xe hàng xuất giảm từ 52 phút xuống còn 34 phút.

Giải ngân dự án cầu Nậm Thi đến 20/12/2031 đạt 118,6 tỷ đồng.

Thu ngân sách năm 2031 đạt 88,2% dự toán.

Kim ngạch qua Bản Vược không đạt kế hoạch; kim ngạch qua Kim Thành vượt kế hoạch.

Lượng than đá qua Lũng Pô tháng 9/2031 đạt 40.000 tấn, tháng 3/2031 đạt 15.500 tấn.

Vải thiều xuất qua Kim Thành năm 2031 đạt 31.700 tấn.

Cấp phép cho 19 doanh nghiệp. Đồng ý giảm 25% phí bến bãi cho xe chờ quá 10 ngày.
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("how many covid positives were found among drivers in 2031", 117),
        ("households already paid compensation for the Ban Vuoc road, mid 2031", 64),
        ("compensation paid to households on the Ban Vuoc road by mid 2031", 21_300_000_000),
        ("enterprises licensed in 2031", 19),
        ("In the 2031 report, how many minutes does clearing one export truck take after the reform?", 34),
        ("how long did it take to clear an export truck before the reform?", 52),
        ("money disbursed so far on the Nam Thi bridge, as of the 2031 report", 118_600_000_000),
        ("did budget revenue meet the 2031 estimate?", False),
        ("did trade through Kim Thanh meet the plan in 2031?", True),
        ("how many more tonnes of coal came through Lung Po in September 2031 than in March?", 24_500),
        ("how many tonnes of lychee went out via Kim Thanh in the 2031 season?", 31_700),
        ("how many tonnes of lychees left through Kim Thanh in 2031", 31_700),
        ("discount percent on yard fee finally approved for trucks waiting over 10 days, 2031", 25),
        ("houses repaired in 2031", None),
        ("households without electricity in 2031", None),
    ],
)
def test_said_otherwise(question: str, expected: float | None) -> None:
    assert value(REPORT, question) == expected


def test_which_gate_missed_its_target() -> None:
    assert short(REPORT, "Which gate missed its 2031 trade target?") == "Bản Vược"
    assert short(REPORT, "which gate beat its 2031 trade target?") == "Kim Thành"
