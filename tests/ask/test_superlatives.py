"""Superlatives and the bounds that are put in the same words; numbers one is called by."""

from __future__ import annotations

import pytest

from knowledge.model import Found
from tests.ask.asked import answer, short, value

CONCLUDED = """1. Ban Quản lý dự án: giải ngân nhanh hơn.

2. Phòng Quản lý Doanh nghiệp: thu hồi nợ phí ít nhất 700 triệu đồng; lập hồ sơ thu hồi dự án Kho lạnh Bản Qua."""
LOWEST = CONCLUDED + "\n\nGiải ngân 9 dự án; thấp nhất là dự án Đường nối Bản Qua - Quang Kim (18,6%)."


@pytest.mark.parametrize("question", ["du an nao giai ngan thap nhat", "Dự án nào giải ngân ít nhất năm 2031?"])
def test_at_least_so_much_tells_of_no_least(question: str) -> None:
    assert short(CONCLUDED, question) is None


def test_the_least_is_told_by_a_superlative() -> None:
    told = answer(LOWEST, "Dự án nào giải ngân thấp nhất?")
    assert isinstance(told, Found), told
    assert "Bản Qua - Quang Kim" in told.short


LINE = "4. Giao phòng Quản lý cửa khẩu lập đường dây nóng ở Kim Thành, người trực là ông Sùng A Páo."
PHONE = LINE.replace("người trực", "số điện thoại 0214.3855.123, người trực")


@pytest.mark.parametrize(("report", "told"), [(LINE, False), (PHONE, True)])
def test_a_telephone_number_has_figures(report: str, told: bool) -> None:
    found = short(report, "Số điện thoại đường dây nóng ở Kim Thành là gì?")
    assert ("0214.3855.123" in (found or "")) is told


@pytest.mark.parametrize(
    ("report", "question", "expected"),
    [
        ("Bãi Kim Thành chứa được 280 xe.", "bai kim thanh chua duoc toi da may xe", 280),
        ("Kinh phí sửa chữa trụ sở 1.250 triệu đồng.", "kinh phi sua chua tru so nam 2031", 1_250_000_000),
    ],
)
def test_holding_and_mending_deny_nothing(report: str, question: str, expected: int) -> None:
    assert value(report, question) == expected
