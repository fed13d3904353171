"""Whether money was spent to the last; whether trade reached its plan."""

from __future__ import annotations

import pytest

from tests.ask.asked import value

PART = "Vốn đầu tư công năm 2031 được giao 120 tỷ đồng, giải ngân 96 tỷ đồng, đạt 80% kế hoạch vốn."
ALL = "Vốn ngân sách năm 2031 là 45 tỷ đồng, giải ngân đạt 100% kế hoạch."
WORDS = "Vốn ngân sách năm 2031 được 45 tỷ đồng, đã giải ngân hết."
NONE = "Thu phí năm 2031 đạt 45 tỷ đồng, bằng 112% dự toán."
TRADE = "Kim ngạch xuất nhập khẩu năm 2031 đạt 441 triệu USD, bằng 98% kế hoạch năm."


@pytest.mark.parametrize(
    ("report", "question", "expected"),
    [
        (PART, "Vốn đầu tư công năm 2031 có giải ngân hết không?", False),
        (PART, "von dau tu cong 2031 xai het chua", False),
        (PART, "Did they disburse all of the 2031 public investment capital?", False),
        (ALL, "Vốn ngân sách năm 2031 có dùng hết không?", True),
        (WORDS, "Vốn ngân sách năm 2031 có xài hết không?", True),
        (NONE, "Vốn đầu tư công năm 2031 có giải ngân hết không?", None),
        (TRADE, "did trade reach its target in 2031?", False),
    ],
)
def test_spent(report: str, question: str, expected: bool | None) -> None:
    assert value(report, question) is expected
