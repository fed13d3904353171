"""One side as the whole less the other; what a figure is compared with is on that figure's side."""

from __future__ import annotations

import pytest

from tests.ask.asked import value

BOTH = (
    "Kim ngạch xuất nhập khẩu qua cửa khẩu Kim Thành đạt 312,4 triệu USD, tăng 14,9% so với năm 2030 "
    "(271,9 triệu USD); trong đó xuất khẩu 208,4 triệu USD."
)
ONE = "Kim ngạch hàng hóa XNK qua các cửa khẩu đạt 450,5 triệu USD; trong đó xuất khẩu chiếm 220,5 triệu USD."
BESIDE = "Kim ngạch xuất khẩu qua các cửa khẩu đạt 220,5 triệu USD. Vốn xây dựng giải ngân 198.352 triệu đồng."


@pytest.mark.parametrize(
    ("report", "question", "expected"),
    [
        (BOTH, "Nhập khẩu qua Kim Thành năm 2031 là bao nhiêu?", 104_000_000),
        (BOTH, "import value at Kim Thanh in 2031?", 104_000_000),
        (BOTH, "Nhập khẩu qua Kim Thành năm 2030 là bao nhiêu?", None),
        (BOTH, "Kim ngạch xuất nhập khẩu qua Kim Thành năm 2030 là bao nhiêu?", 271_900_000),
        (ONE, "import turnover in 2031?", 230_000_000),
        (ONE, "kim ngach nhap khau nam 2031 bao nhieu", 230_000_000),
        (ONE, "giá trị hàng nhập về năm 2031?", 230_000_000),
        (BESIDE, "import turnover in 2031?", None),
        (BESIDE, "Kim ngạch nhập khẩu năm 2031 bao nhiêu?", None),
    ],
)
def test_one_side(report: str, question: str, expected: int | None) -> None:
    assert value(report, question) == expected
