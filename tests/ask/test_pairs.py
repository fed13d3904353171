"""Shares, and what is left, of a part and a whole that a sentence tells in words."""

from __future__ import annotations

import pytest

from tests.ask.asked import table, value

HOMES = "Giải phóng mặt bằng khu tái định cư Bản Phiệt: 187 hộ trên tổng số 220 hộ đã nhận tiền bồi thường."
SHOPS = "Trung tâm thương mại Kim Thành: 42 ki-ốt đóng cửa trong tổng số 120 ki-ốt."
FEES = "Thu phí hạ tầng quý I năm 2031: 9.300 triệu đồng / dự toán năm 31.000 triệu đồng."
FILES = "Cải cách hành chính: 512 hồ sơ nộp trực tuyến trong số 800 hồ sơ tiếp nhận."
CHECKS = "Đã kiểm tra 36 doanh nghiệp kho bãi, trong đó 9 doanh nghiệp vi phạm phòng cháy."
LABOUR = "Tổng số lao động trong khu kinh tế là 4.000 người, trong đó lao động nữ 2.600 người."
MARKET = "Tổng số sạp tại chợ cửa khẩu Mường Khương là 160 sạp, hiện có 104 sạp đang kinh doanh."
CAPITAL = "Lũy kế 90 dự án, vốn 1.200 tỷ đồng, trong đó 30 dự án FDI vốn 800 tỷ đồng."
TWO = "Kiểm tra 30 xe trên tổng số 200 xe. Có 15 tấn hàng trên tổng số 60 tấn bị trả về."
TRADE = "Năm 2031 xuất khẩu 300 triệu USD, nhập khẩu 200 triệu USD."
MEMBERS = "Có 50 cán bộ, trong đó 20 đảng viên; đã cử 10 cán bộ đi học."
WORKS = table(
    "Tiến độ các dự án năm 2031",
    ("TT", "Dự án", "Kế hoạch vốn (triệu đồng)", "Giải ngân (triệu đồng)", "Tỷ lệ (%)"),
    ("1", "Đường vào cửa khẩu Kim Thành", "10.000", "9.500", "95"),
    ("2", "Chợ cửa khẩu Mường Khương", "6.000", "1.500", "25"),
    ("", "Cộng", "16.000", "11.000", ""),
)


@pytest.mark.parametrize(
    ("report", "question", "expected"),
    [
        (HOMES, "Bao nhiêu phần trăm số hộ ở khu tái định cư Bản Phiệt đã nhận tiền bồi thường?", 85),
        (HOMES, "ty le ho nhan tien boi thuong o ban phiet la may phan tram", 85),
        (HOMES, "Bao nhiêu phần trăm số hộ ở Bản Phiệt chưa nhận tiền bồi thường?", 15),
        (SHOPS, "Trung tâm thương mại Kim Thành có bao nhiêu phần trăm ki-ốt đóng cửa?", 35),
        (SHOPS, "% ki-ốt đóng cửa ở trung tâm thương mại Kim Thành là bao nhiêu", 35),
        (FEES, "Quý I/2031 thu phí hạ tầng đạt mấy phần trăm dự toán năm?", 30),
        (FEES, "thu phi ha tang quy 1 nam 2031 dat bao nhieu % du toan nam", 30),
        (FILES, "Bao nhiêu phần trăm hồ sơ nộp trực tuyến?", 64),
        (FILES, "What share of the files were submitted online?", 64),
        (CHECKS, "Tỷ lệ doanh nghiệp vi phạm phòng cháy qua kiểm tra là mấy phần trăm?", 25),
        (LABOUR, "Lao động nữ chiếm bao nhiêu phần trăm?", 65),
        (LABOUR, "What share of the workers are women?", 65),
        (MARKET, "Bao nhiêu phần trăm số sạp ở chợ Mường Khương đang kinh doanh?", 65),
        (MEMBERS, "Bao nhiêu phần trăm cán bộ được cử đi học?", 20),
        (WORKS, "Tỷ lệ giải ngân chung các dự án Kim Thành năm 2031 so với kế hoạch vốn?", 68.75),
        (WORKS, "Tỷ lệ giải ngân của chợ cửa khẩu Mường Khương?", 25),
    ],
)
def test_shares(report: str, question: str, expected: float) -> None:
    assert float(value(report, question)) == pytest.approx(expected)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("report", "question"),
    [
        (TWO, "Bao nhiêu phần trăm xe bị trả về?"),
        (TRADE, "Nhập khẩu bằng bao nhiêu phần trăm kế hoạch?"),
        (TRADE, "Nhập khẩu năm 2031 tăng mấy phần trăm?"),
        (CAPITAL, "Tỷ lệ dự án trong nước là bao nhiêu phần trăm?"),
        (MEMBERS, "Bao nhiêu phần trăm cán bộ là nữ?"),
    ],
)
def test_no_shares(report: str, question: str) -> None:
    assert value(report, question) is None


CASES = "Lấn chiếm đất tháng 7/2031: phát hiện 14 vụ (Bát Xát: 9, Bản Vược: 5), đã xử lý 11."
STONES = "Cắm mốc quy hoạch phân khu: 210 mốc ranh giới phải cắm. Đến nay đã cắm 165 mốc."
PLOTS = "Khu công nghiệp phía Đông có 320 lô đất, đã cho thuê 275 lô."
POSTS = "Biên chế được giao 92, hiện có mặt 85 người."
PLEAS = "Tháng 11/2031 tiếp nhận 23 đơn khiếu nại, giải quyết xong 19 đơn."
LAMPS = "Lắp đặt đèn chiếu sáng tuyến Kim Thành: thiết kế 480 bộ, đã lắp 390 bộ."
FINED = "Kiểm tra 45 cơ sở, phát hiện 12 cơ sở vi phạm, đã xử phạt 8 cơ sở."
MIXED = "Phát hiện 8 vụ buôn lậu, bắt 12 đối tượng. Đã cấp 5 giấy phép."
MONTHS = "Tháng 8/2031 phát hiện 7 vụ; tháng 7 phát hiện 5 vụ, xử lý 5 vụ."
DEBT = "Thu nợ phí: tổng nợ 14,2 tỷ đồng, đã thu 9,7 tỷ đồng."
GOODS = "Xuất khẩu quặng 1.200 tấn, xuất khẩu gỗ 850 tấn."


@pytest.mark.parametrize(
    ("report", "question", "expected"),
    [
        (CASES, "Tháng 7/2031 có mấy vụ lấn chiếm đất bị phát hiện mà chưa xử lý?", 3),
        (CASES, "thang 7/2031 con may vu lan chiem dat chua xu ly", 3),
        (STONES, "Còn bao nhiêu mốc ranh giới chưa cắm?", 45),
        (PLOTS, "Khu công nghiệp phía Đông còn bao nhiêu lô đất chưa cho thuê?", 45),
        (POSTS, "Ban còn thiếu bao nhiêu biên chế?", 7),
        (POSTS, "How many posts does the board have unfilled?", 7),
        (PLEAS, "Tháng 11/2031 còn mấy đơn khiếu nại chưa giải quyết?", 4),
        (LAMPS, "Tuyến Kim Thành còn bao nhiêu bộ đèn chưa lắp?", 90),
        (FINED, "Còn mấy cơ sở vi phạm chưa bị xử phạt?", 4),
        (DEBT, "How much of the fee debt is still uncollected?", 4_500_000_000),
    ],
)
def test_what_is_left(report: str, question: str, expected: int) -> None:
    assert value(report, question) == expected


@pytest.mark.parametrize(
    ("report", "question"),
    [
        (MIXED, "Còn mấy đối tượng chưa bị bắt?"),
        (MIXED, "Còn mấy vụ buôn lậu chưa xử lý?"),
        (MONTHS, "Tháng 8/2031 còn mấy vụ chưa xử lý?"),
        (GOODS, "Còn bao nhiêu tấn gỗ chưa xuất khẩu?"),
    ],
)
def test_nothing_is_left(report: str, question: str) -> None:
    assert value(report, question) is None
