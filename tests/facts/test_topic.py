"""What a sum is of, where its own sentence names a gate or a time alone."""

from __future__ import annotations

import pytest

from tests.facts.told import figure, nearest

TURNOVER = "c:trade_turnover"
FEES = "c:fee_revenue"


@pytest.mark.parametrize(
    "text",
    [
        "Kim ngạch qua Lao Bảo đạt 238,4 triệu USD. La Lay thì ngược lại: 31,6 triệu USD.",
        "Hàng hóa qua Lao Bảo trị giá 238,4 triệu USD.\n\nĐứng sau là La Lay với 31,6 triệu USD.",
        "Hàng hóa qua các cửa khẩu ra sao?\n\nCộng lại 731,4 triệu USD. La Lay 31,6 triệu USD, Lao Bảo 238 triệu USD.",
        "1. Giá trị hàng hóa xuất nhập khẩu đạt 412,5 triệu USD.\n2. Chia theo nơi làm thủ tục: La Lay 31,6 triệu USD.",
    ],
    ids=["the sentence before", "the paragraph before", "a question above", "the item before"],
)
def test_a_gate_alone_goes_on_with_the_measure(text: str) -> None:
    cell = figure(text, "31,6 triệu USD")
    assert TURNOVER in cell.near | cell.clause
    assert nearest(cell) == {"gate:la-lay"}


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Kim ngạch qua Lao Bảo đạt 238,4 triệu USD. Bãi xe La Lay tốn 12 triệu USD.", "12 triệu USD"),
        ("Kim ngạch qua Lao Bảo đạt 238,4 triệu USD. Dự án ở La Lay vốn 12 triệu USD.", "12 triệu USD"),
        ("Kim ngạch qua Lao Bảo đạt 238,4 triệu USD. Phạt tại La Lay 12 tỷ đồng.", "12 tỷ đồng"),
        ("I. HÀNG HÓA\n\nKim ngạch đạt 238,4 triệu USD.\n\nII. VỐN\n\nLa Lay 12 triệu USD.", "12 triệu USD"),
    ],
    ids=["a yard", "a project", "another currency", "another section"],
)
def test_what_is_of_something_else_takes_nothing_over(text: str, of: str) -> None:
    told = figure(text, of)
    assert TURNOVER not in told.near | told.clause


def test_in_dongs_no_unknown_word_may_stand_between() -> None:
    text = "Lao Bảo thu phí 28,9 tỷ đồng. La Lay 17,3 tỷ đồng. Ngầm tràn La Lay 9,9 tỷ đồng."
    told = figure(text, "17,3 tỷ đồng")
    assert FEES in told.clause
    other = figure(text, "9,9 tỷ đồng")
    assert FEES not in other.near | other.clause


def test_a_year_alone_goes_with_what_its_paragraph_says_later() -> None:
    text = "Năm 2029 là đáy: cả năm chỉ 231,8 triệu USD. Còn năm vừa rồi kim ngạch qua Lao Bảo đã là 368,4 triệu USD."
    told = figure(text, "231,8 triệu USD")
    assert TURNOVER in told.clause
    assert nearest(told) == {"gate:lao-bao"}


def test_a_year_of_the_whole_province_is_no_gates() -> None:
    text = (
        "Trong năm vừa rồi, giá trị hàng hóa qua Lao Bảo đạt 368,4 triệu USD. Năm 2029 toàn tỉnh đạt 931,8 triệu USD."
    )
    assert nearest(figure(text, "931,8 triệu USD")) == set()


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("Tính hết tháng 10, hàng hóa qua Lao Bảo đạt 238,4 triệu USD.", True),
        ("Hàng hóa: 238,4 triệu USD.", True),
        ("Hàng xuất nhập qua ba cửa khẩu trị giá 238,4 triệu USD.", True),
        ("Cửa hàng miễn thuế bán được 238,4 triệu USD.", False),
        ("Hàng hóa hư hỏng 238,4 triệu USD.", False),
        ("Kho hàng đầu tư 238,4 triệu USD.", False),
    ],
)
def test_what_goods_come_to_is_the_turnover(text: str, worth: bool) -> None:
    assert (TURNOVER in figure(text, "238,4 triệu USD").near) is worth


def test_a_figure_compared_with_is_of_the_same() -> None:
    text = (
        "Dù dịch phức tạp, kim ngạch qua Lao Bảo đạt 402,7 triệu USD, bằng 106% kế hoạch (380 triệu USD) "
        "và tăng 26,6% so với năm 2029 (318,2 triệu USD)."
    )
    assert TURNOVER in figure(text, "318,2 triệu USD").clause
