"""Sums that name no currency, told beside trade in dollars."""

from __future__ import annotations

import pytest

from tests.facts.told import figures

REPORT = """BIÊN BẢN HỌP

1. Đội Kim Thành:
- KN XNK 5T 186 tr USD, giảm 12% CK. XK 102 tr; NK 84 tr.
- Thu phí 27,4 tỷ/ DT 60 tỷ.
- Cầu tạm bị lũ cuốn, sửa hết 640 tr.
2. Đội Mường Khương:
- KN 88 tr USD, trong đó NK 31 tr.
- Thu nộp ngân sách 14,2 tỷ. T4 thu 3,1 tỷ, gấp đôi T3 (1,5 tỷ).
- Mua cân mới, giá 210 triệu.
- Nợ tiền thuê kho 4 hộ, tổng 96 tr.
3. Hạ tầng:
- Hàng quá cảnh 61 triệu USD; hàng tạm nhập tái xuất 12 triệu.
- Vốn ODA 10 triệu USD, đã giải ngân 3,2 triệu.
- KN cả năm 890 triệu USD; năm trước 1,2 tỷ.
- Xuất 52 triệu USD, thu 18 tỷ phí.
"""


@pytest.mark.parametrize(
    "of", ["27,4 tỷ", "60 tỷ", "640 tr", "14,2 tỷ", "3,1 tỷ", "1,5 tỷ", "210 triệu", "96 tr", "18 tỷ"]
)
def test_what_is_paid_is_in_dongs(of: str) -> None:
    assert [one.quantity.unit for one in figures(REPORT) if one.text == of and one.quantity] == ["VND"]


@pytest.mark.parametrize("of", ["102 tr", "84 tr", "31 tr", "12 triệu", "3,2 triệu", "1,2 tỷ"])
def test_trade_and_loans_go_on_in_dollars(of: str) -> None:
    assert [one.quantity.unit for one in figures(REPORT) if one.text == of and one.quantity] == ["USD"]
