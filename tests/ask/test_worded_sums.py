"""Questions of sums, differences, shares and of yes or no, in the words people ask them in."""

from __future__ import annotations

from decimal import Decimal

import pytest

from knowledge.ask.wordings import Wordings
from knowledge.lexicon.load import load
from tests.ask.asked import value

PLAN = "Kim ngạch xuất khẩu năm 2031 đạt 96,5% kế hoạch."
TRADE = "Kim ngạch xuất khẩu quý I đạt 41,5 triệu USD.\nKim ngạch xuất khẩu quý III đạt 60 triệu USD."
FEES = "Thu phí năm 2031 đạt 80 tỷ đồng. Thu phí năm 2030 đạt 100 tỷ đồng."
RULED = "Việc Công ty Hoàng Yến xin thuê thêm bãi: Trưởng ban không đồng ý."
FLOOD = "Đợt mưa lũ tháng 8/2031 làm sạt 900 m3 đất. Không có thiệt hại về người."
TARGET = "Giữ chỉ tiêu kim ngạch cả năm 90 triệu USD, không xin giảm."
HEAD = "Chức danh Trưởng ban hiện đang khuyết."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Xuất khẩu so với kế hoạch thì đạt hay hụt vậy?", "Xuất khẩu so với kế hoạch thì đạt không?"),
        ("von co tieu het khong hay con du", "von co tieu het khong khong?"),
        ("xuất khẩu tăng hay giảm so với năm trước?", "xuất khẩu tăng so với năm trước không?"),
    ],
)
def test_of_two_alternatives_the_first(text: str, expected: str) -> None:
    assert Wordings(load(), "vi").plain(text) == expected


@pytest.mark.parametrize(
    ("report", "question", "expected"),
    [
        (PLAN, "Kim ngạch xuất khẩu năm 2031 so với kế hoạch thì đạt hay hụt?", False),
        (PLAN, "Exports in 2031: was the plan met?", False),
        (PLAN, "In 2031 did exports make the target?", False),
        (PLAN, "Did exports in 2031 reach the plan or fall short?", False),
        (RULED, "Was Hoang Yen company's request to lease more yard approved?", False),
        (RULED, "Công ty Hoàng Yến xin thuê thêm bãi có được đồng ý không?", False),
        (FLOOD, "Đợt mưa lũ tháng 8/2031 có gây chết người không?", False),
        (FLOOD, "Were there any deaths in the August 2031 floods?", False),
        (TARGET, "Did they put in a request to lower the turnover target?", False),
        (HEAD, "Chức Trưởng ban có bị bỏ trống không?", True),
    ],
)
def test_yes_or_no(report: str, question: str, expected: bool) -> None:
    assert value(report, question) is expected


@pytest.mark.parametrize(
    ("report", "question", "expected"),
    [
        (TRADE, "By how many million dollars did Q3 2031 exports exceed those of Q1 2031?", Decimal("18500000")),
        (TRADE, "Cộng giúp kim ngạch xuất khẩu quý I và quý III năm 2031 được bao nhiêu?", Decimal("101500000")),
        (FEES, "Thu phí 2031 hụt mấy phần trăm nếu đem so với 2030?", Decimal(20)),
        (FEES, "thu phi 2031 tut bao nhieu % so voi 2030", Decimal(20)),
        (FEES, "By what percentage did fee revenue in 2031 lag 2030?", Decimal(20)),
        (
            "Biên chế được giao 52, hiện có 47 người.",
            "How many posts short of its assigned headcount was the board?",
            5,
        ),
        (FEES, "What is the shortfall in fee takings in 2031 against 2030?", Decimal(20_000_000_000)),
    ],
)
def test_computed(report: str, question: str, expected: object) -> None:
    assert value(report, question) == expected


@pytest.mark.parametrize(
    ("report", "question"),
    [
        ("Biên chế được giao 50.", "How many posts short of its assigned headcount was the board in 2031?"),
        ("Xuất cảnh năm 2031 có 900 lượt người.", "nam 2031 ca xuat canh lan nhap canh tong cong may luot nguoi"),
        (FEES, "Thu phí năm 2031 có gây chết người không?"),
    ],
)
def test_a_part_or_a_level_is_no_answer(report: str, question: str) -> None:
    assert value(report, question) is None
