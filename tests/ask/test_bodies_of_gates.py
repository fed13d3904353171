"""What a body of a gate reports is of that gate; a name without its marks may be another than the gate that lists
know."""

from __future__ import annotations

import pytest

from tests.ask.asked import short

REPORTED = """1. Đ/c Lò Văn Sính (TT Bản Vược):

- Trạm cân hỏng từ ngày 12/7, báo giá sửa chữa 48 triệu đồng.
- Đã dán 312 tem kiểm soát.

2. Đ/c Vàng Thị Mẩy (TT Mường Khương):

- Đã dán 95 tem kiểm soát.
"""
ROAD = """Đường gom khu Tân Thành khởi công ngày 14/5/2031, hoàn thành ngày 20/11/2031.

Đã lắp 36 cột đèn tại khu Tân Thành.
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Năm 2031 Bản Vược dán bao nhiêu tem kiểm soát?", "312 tem"),
        ("nam 2031 muong khuong dan bao nhieu tem kiem soat", "95 tem"),
    ],
)
def test_of_the_gate(question: str, told: str) -> None:
    assert short(REPORTED, question) == told


@pytest.mark.parametrize(
    "question", ["Năm 2031 Kim Thành dán bao nhiêu tem kiểm soát?", "tem kiem soat dan o Ma Lu Thang 2031"]
)
def test_of_no_other(question: str) -> None:
    assert short(REPORTED, question) is None


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("duong gom khu tan thanh khoi cong ngay nao", "ngày 14/5/2031"),
        ("da lap bao nhieu cot den tai khu tan thanh nam 2031", "36 cột đèn"),
    ],
)
def test_written_without_its_marks(question: str, told: str) -> None:
    assert short(ROAD, question) == told


def test_not_where_its_marks_tell_another() -> None:
    assert short(ROAD, "Đã lắp bao nhiêu cột đèn tại cửa khẩu Tân Thanh năm 2031?") is None
