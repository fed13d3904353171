"""Figures of reports that are written in abbreviations, asked for in full words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.ask.asked import value

REPORT = """I. TÌNH HÌNH
- DN: trong năm có 41 DN thành lập mới, 18 DN ngừng HĐ. Tổng DN còn HĐ: 305.
- ĐT: cấp GCN ĐKĐT cho 7 DA, vốn ĐK 1.260 tỷ đồng; thu hồi 4 DA chậm tiến độ.
- LĐ nước ngoài 96 người, 5 DN nợ BHXH.
- TTHC: tiếp nhận 1.130 HS, giải quyết 1.098 HS.
- XP VPHC 27 vụ.
"""
ASKED = [
    ("năm 2031 có bao nhiêu doanh nghiệp ngừng hoạt động", "18"),
    ("nam 2031 con bao nhieu doanh nghiep hoat dong", "305"),
    ("vốn đăng ký năm 2031 là bao nhiêu", "1260000000000"),
    ("năm 2031 thu hồi mấy dự án chậm tiến độ", "4"),
    ("How many delayed projects were revoked in 2031?", "4"),
    ("bao nhiêu lao động nước ngoài năm 2031", "96"),
    ("năm 2031 tiếp nhận bao nhiêu hồ sơ thủ tục hành chính", "1130"),
    ("năm 2031 xử phạt vi phạm hành chính mấy vụ", "27"),
]


@pytest.mark.parametrize(("question", "figure"), ASKED)
def test_asked_in_full(question: str, figure: str) -> None:
    assert value(REPORT, question) == Decimal(figure)


def test_what_still_works_is_not_what_was_stopped() -> None:
    assert value("- Tổng DN còn HĐ: 305.", "năm 2031 bao nhiêu doanh nghiệp ngừng hoạt động") is None
