"""How far exports and imports are apart, gates named together, figures that are not the one asked about."""

from __future__ import annotations

import pytest

from knowledge.model import Found
from tests.ask.asked import answer, value

TRADE = "Năm 2031 kim ngạch xuất nhập khẩu đạt 90 triệu USD, trong đó xuất khẩu 54 triệu USD, nhập khẩu 36 triệu USD."


@pytest.mark.parametrize(
    "question",
    [
        "trade surplus in 2031?",
        "what was the difference between exports and imports in 2031",
        "năm 2031 xuất siêu bao nhiêu",
        "chênh lệch giữa xuất khẩu và nhập khẩu năm 2031 là bao nhiêu",
    ],
)
def test_exports_less_imports(question: str) -> None:
    assert value(TRADE, question) == 18_000_000


def test_neither_way_told() -> None:
    told = "Năm 2031 kim ngạch xuất nhập khẩu đạt 90 triệu USD."
    assert not isinstance(answer(told, "trade surplus in 2031?"), Found)


GATES = "Năm 2031 kim ngạch qua Mộc Bài đạt 60 triệu USD. Kim ngạch qua Xa Mát năm 2031 đạt 25 triệu USD."


@pytest.mark.parametrize(
    "question",
    ["Kim ngạch Mộc Bài và Xa Mát năm 2031 là bao nhiêu?", "turnover at Moc Bai and Xa Mat in 2031"],
)
def test_gates_named_together(question: str) -> None:
    assert value(GATES, question) == 85_000_000


REQUEST = "Năm 2031 đồng ý miễn phí lưu bãi cho xe chờ lâu; chưa đồng ý mức giảm 40% do doanh nghiệp đề nghị."


def test_the_clause_with_the_figure_decides() -> None:
    assert value(REQUEST, "Có đồng ý giảm 40% phí lưu bãi cho doanh nghiệp không?") is not True


PLAN = "Thu phí hạ tầng cửa khẩu năm 2031 đạt 48,2 tỷ đồng, bằng 94,8% kế hoạch."


@pytest.mark.parametrize(
    "question",
    [
        "Please confirm whether the fee plan for 2031 was met.",
        "I should like to know if fee revenue in 2031 went beyond what had been planned.",
        "Fee revenue in 2031 – above plan or not?",
        "Fee revenue in 2031, as recorded in the report – was the annual plan met?",
        "Fee revenue in 2031: did it come up to the plan or fall short?",
        "Kế hoạch thu phí năm 2031 có hoàn thành được không ạ?",
        "Thu phí năm 2031 có đạt kế hoạch không, thưa anh chị?",
    ],
)
def test_plans_asked_after_in_more_words(question: str) -> None:
    assert value(PLAN, question) is False
