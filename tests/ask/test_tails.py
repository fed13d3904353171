"""Figures and what their sentence but names behind them; the part of a whole that a question narrows its count to."""

from __future__ import annotations

import pytest

from tests.ask.asked import value

RANKED = """Hạt điều đứng đầu hàng nhập với 41.800 tấn, sau đó đến sắn lát và cao su.

Lớn nhất là khách Lào với 27.300 lượt, kế đến là khách Thái Lan 9.150 lượt và khách Pháp.

Trung tâm Bản Vược tiếp nhận 512 hồ sơ, xếp sau là Trung tâm Mường Khương.
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Năm 2031 nhập bao nhiêu tấn hạt điều?", 41_800),
        ("Năm 2031 nhập bao nhiêu tấn sắn lát?", None),
        ("nam 2031 nhap bao nhieu tan cao su", None),
        ("how many tonnes of rubber were imported in 2031?", None),
        ("Năm 2031 có bao nhiêu lượt khách Lào?", 27_300),
        ("Năm 2031 có bao nhiêu lượt khách Thái Lan?", 9_150),
        ("Trung tâm Bản Vược tiếp nhận bao nhiêu hồ sơ?", 512),
    ],
)
def test_what_comes_next_has_no_figure(question: str, expected: float | None) -> None:
    assert value(RANKED, question) == expected


REST = """Tổng tiền sửa đường tuần tra là 9.400 triệu đồng, lấy từ dự phòng 6.150 triệu đồng, còn lại từ quỹ bảo trì.

Trong 71 hộ phải dời, 52 hộ nhận đất tái định cư, số còn lại nhận tiền.

Làm mương thoát nước hết 310 triệu đồng: xã góp 90 triệu đồng, phần còn lại do Công ty Hoa Mận tài trợ.
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Sửa đường tuần tra lấy bao nhiêu tiền từ quỹ bảo trì?", 3_250_000_000),
        ("Tổng tiền sửa đường tuần tra là bao nhiêu?", 9_400_000_000),
        ("Bao nhiêu hộ nhận đất tái định cư?", 52),
        ("Công ty Hoa Mận tài trợ bao nhiêu tiền làm mương thoát nước?", 220_000_000),
        ("xa gop bao nhieu tien lam muong thoat nuoc", 90_000_000),
    ],
)
def test_the_rest_and_its_whole(question: str, expected: float | None) -> None:
    assert value(REST, question) == expected


PARTS = """Phiên chợ có 286 gian hàng, trong đó doanh nghiệp Lào 74 gian; bán được 3,2 tỷ đồng.

Ban có 143 cán bộ, trong đó 58 người biên chế.

Năm 2031 có 12 dự án, trong đó dự án kho lạnh dùng 300 lao động.

Đã kê khai 415 hộ (trong đó hộ người Dao 96 hộ).
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Phiên chợ có bao nhiêu gian hàng?", 286),
        ("Phiên chợ có bao nhiêu gian hàng của doanh nghiệp Lào?", 74),
        ("how many Lao booths were at the fair?", 74),
        ("Ban có bao nhiêu cán bộ?", 143),
        ("Ban có bao nhiêu cán bộ biên chế?", 58),
        ("Năm 2031 có bao nhiêu dự án?", 12),
        ("Đã kê khai bao nhiêu hộ?", 415),
        ("Bao nhiêu hộ người Dao kê khai?", 96),
    ],
)
def test_the_part_that_is_asked_for(question: str, expected: float | None) -> None:
    assert value(PARTS, question) == expected


STATES = "Nhà chờ có 28 quầy hàng, đang cho thuê 19. Xe nâng: 14 chiếc, đang sửa 3 chiếc."


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Nhà chờ có bao nhiêu quầy hàng?", 28),
        ("Nhà chờ cho thuê mấy quầy hàng?", 19),
        ("Đang sửa mấy chiếc xe nâng?", 3),
    ],
)
def test_the_part_that_is_so_by_now(question: str, expected: int) -> None:
    assert value(STATES, question) == expected


EXPECTED = """Thu phí đến 20/11/2031 được 61 tỷ đồng, dự kiến cả năm đạt 103% dự toán.

Thu ngân sách đến hết tháng 9/2031 đạt 77,4% dự toán, ước cả năm đạt 98%.
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Đến 20/11/2031 thu phí đạt bao nhiêu % dự toán?", None),
        ("fee collection as of 20 Nov 2031, percent of the estimate?", None),
        ("Dự kiến cả năm 2031 thu phí đạt bao nhiêu % dự toán?", 103),
        ("Đến 20/11/2031 thu phí được bao nhiêu tiền?", 61_000_000_000),
        ("Đến hết tháng 9/2031 thu ngân sách đạt bao nhiêu % dự toán?", 77.4),
        ("Ước cả năm 2031 thu ngân sách đạt bao nhiêu phần trăm dự toán?", 98),
    ],
)
def test_by_a_day_is_not_the_whole_year(question: str, expected: float | None) -> None:
    told = value(EXPECTED, question)
    assert told == expected if expected is None else float(told) == expected  # type: ignore[arg-type]


TRADE = """Đá vôi và gỗ keo là hai mặt hàng xuất khẩu chính, trong đó gỗ keo 96.000 tấn.

Xuất khẩu qua Kim Thành đạt 126,4 triệu USD, nhập khẩu 88,3 triệu USD. Thuế nhập khẩu thu được 140 tỷ đồng.
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("exports through Kim Thanh in 2031", 126_400_000),
        ("imports in 2031", 88_300_000),
        ("Thuế nhập khẩu năm 2031 là bao nhiêu?", 140_000_000_000),
        ("Năm 2031 có mấy mặt hàng xuất khẩu chính?", 2),
    ],
)
def test_trade_alone_is_no_kinds_and_no_duties(question: str, expected: float) -> None:
    assert value(TRADE, question) == expected


TOGETHER = """Kim ngạch 6 tháng đầu năm 2031 qua Kim Thành và Bản Vược đạt 330 triệu USD, tăng 10% so với cùng kỳ.

Xe qua Lũng Pô 6 tháng đầu năm 2031 là 2.200 xe, tăng 10% so với cùng kỳ.
"""


def test_an_earlier_figure_of_two_gates_is_of_neither() -> None:
    assert value(TOGETHER, "6 tháng đầu năm 2030 kim ngạch qua Bản Vược là bao nhiêu?") is None
    assert value(TOGETHER, "6 tháng đầu năm 2030 có bao nhiêu xe qua Lũng Pô?") == 2_000
