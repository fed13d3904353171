"""Asking back where reports give a person several posts, or tell each its own figure, and no time is asked for."""

from __future__ import annotations

import pytest

from knowledge.model import Choice, Found
from tests.ask.asked import answer, table

NOW = """Ông Thào Seo Lử, Trưởng phòng Quản lý đầu tư, báo cáo tiến độ.

Ông Giàng Seo Sử, Trưởng ban, chủ trì.
"""
THEN = """BAN QUẢN LÝ KHU KINH TẾ TỈNH LÀO CAI
Lào Cai, ngày 06 tháng 01 năm 2027

BÁO CÁO
Kết quả công tác năm 2026

Ông Thào Seo Lử, Phó Trưởng phòng Kế hoạch, dự họp.

Ông Giàng Seo Sử, Trưởng ban, chủ trì.
"""
FEES = table(
    "Hoạt động cửa khẩu Kim Thành",
    ("Chỉ tiêu", "Năm 2030", "Thực hiện 2031"),
    ("Thu phí bãi kiểm hóa (tỷ đồng)", "10,2", "12,4"),
)


FEES_THEN = THEN + table(
    "Hoạt động cửa khẩu Kim Thành",
    ("Chỉ tiêu", "Năm 2025", "Thực hiện 2026"),
    ("Thu phí bãi kiểm hóa (tỷ đồng)", "7,7", "8,1"),
)


@pytest.mark.parametrize("question", ["Ông Thào Seo Lử giữ chức gì?", "what is Thao Seo Lu's post?"])
def test_posts_of_several_times_are_asked_back(question: str) -> None:
    found = answer(NOW, question, THEN)
    assert isinstance(found, Choice)
    assert len(found.options) == 2


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What post does Thao Seo Lu hold now?", "Trưởng phòng Quản lý đầu tư"),
        ("Ông Thào Seo Lử năm 2026 giữ chức gì?", "Phó Trưởng phòng"),
        ("Ông Giàng Seo Sử giữ chức gì?", "Trưởng ban"),
    ],
)
def test_one_post_is_told(question: str, expected: str) -> None:
    found = answer(NOW, question, THEN)
    assert isinstance(found, Found)
    assert found.short == expected


def test_each_report_offers_the_figure_of_its_own_time() -> None:
    found = answer(FEES, "Thu phí bãi kiểm hóa Kim Thành được bao nhiêu?", FEES_THEN)
    assert isinstance(found, Choice)
    assert [option.split()[0] for option in found.options] == ["12,4", "8,1"]
