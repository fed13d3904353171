"""Goods told in money; figures that were only asked for; figures taken back; what is asked for in days."""

from __future__ import annotations

import pytest

from tests.ask.asked import answer, table, value

TRADE = table(
    "Hàng hóa qua cửa khẩu (nghìn USD), tính đến 15/12",
    ("Cửa khẩu", "Năm 2030", "Năm 2031"),
    ("Kim Thành", "9.310", "12.470"),
    ("Mường Khương", "4.105", "3.720"),
)
LOSS = "Mưa lũ ở Kim Thành làm hư hỏng hàng hóa, thiệt hại 9,4 tỷ đồng."
ZONES = table(
    "Cho thuê đất ở các KCN (đến 15/12/2031)",
    ("STT", "Khu công nghiệp", "Huyện", "Quy hoạch (ha)", "Đã cho thuê (ha)"),
    ("1", "Tằng Loỏng", "Bảo Thắng", "545", "222"),
    ("2", "Sơn Mãn", "Bảo Thắng", "306", "172,8"),
)
SAID = "Trước đây tôi nói phí bến bãi 9 tháng năm 2031 là 118 tỷ đồng, số đó nhầm, đúng là 111 tỷ đồng. Xin đính chính."
ASKED = "Các doanh nghiệp đề nghị miễn phí bến bãi 15 ngày ở Kim Thành."


@pytest.mark.parametrize(
    ("report", "question", "expected"),
    [
        (TRADE, "Năm 2031 hàng hóa qua Kim Thành trị giá bao nhiêu?", 12_470_000),
        (TRADE, "nam 2031 hang hoa hai chieu qua Kim Thanh tri gia bao nhieu", 12_470_000),
        (LOSS, "Năm 2031 hàng hóa qua Kim Thành trị giá bao nhiêu?", None),
        (ZONES, "KCN Tằng Loỏng (Lào Cai) năm 2031 đã cho thuê bao nhiêu ha?", 222),
        (SAID, "phí bến bãi 9 tháng năm 2031 thực ra là bao nhiêu?", 111_000_000_000),
        (ASKED, "Ở Kim Thành doanh nghiệp được miễn phí bến bãi mấy ngày?", None),
        (ASKED, "Doanh nghiệp đề nghị miễn phí bến bãi ở Kim Thành mấy ngày?", 15),
    ],
)
def test_answers_what_is_asked(report: str, question: str, expected: object) -> None:
    assert value(report, question) == expected, answer(report, question)
