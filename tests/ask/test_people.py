"""Who, and what post: each person with their own posts, held, taken up or left; a given name is the person it means."""

from __future__ import annotations

import pytest

from knowledge.model import Choice
from tests.ask.asked import answer, short

POSTS = """Từ 01/4/2031 hợp nhất ba Trung tâm; đồng chí Lò Văn Tấn được bổ nhiệm giữ chức Giám đốc Trung tâm, đồng chí Giàng A Sử giữ chức Phó Giám đốc Trung tâm.

Đồng chí Vàng Thị Mỷ, Phó Chánh Văn phòng, được bổ nhiệm Trưởng phòng Quản lý doanh nghiệp từ ngày 01/6/2031.

Ông Hoàng Đức Lợi nguyên là Phó Giám đốc Sở Công Thương, giữ chức Phó Trưởng ban từ ngày 15/3/2031.

Đại diện Ban Quản lý: Phùng Quốc Khải (Trưởng phòng Quản lý cửa khẩu), Tẩn Mí Sao (Trưởng Văn phòng đại diện tại Mường Khương).

Ngày 20/8/2031: đồng chí Đặng Ngọc Bích sang làm Giám đốc Sở Ngoại vụ; đồng chí Lương Thị Hạnh được giao phụ trách Ban.

Ông Khải: đề nghị lắp thêm camera ở bãi xe Bản Phiệt.
"""  # noqa: E501


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Ai là Giám đốc Trung tâm năm 2031?", "Lò Văn Tấn"),
        ("pho giam doc trung tam nam 2031 la ai", "Giàng A Sử"),
        ("Ai lên làm Trưởng phòng Quản lý doanh nghiệp năm 2031?", "Vàng Thị Mỷ"),
        ("Trước khi lên Trưởng phòng, bà Vàng Thị Mỷ giữ chức gì?", "Phó Chánh Văn phòng"),
        ("Bà Vàng Thị Mỷ giữ chức gì từ tháng 6/2031?", "Trưởng phòng Quản lý doanh nghiệp"),
        ("ong Hoang Duc Loi truoc khi ve Ban lam chuc gi", "Phó Giám đốc Sở Công Thương"),
        ("Ông Phùng Quốc Khải giữ chức gì?", "Trưởng phòng Quản lý cửa khẩu"),
        ("what is Tan Mi Sao's position", "Trưởng Văn phòng đại diện tại Mường Khương"),
        ("tu cuoi thang 8/2031 ai duoc giao phu trach Ban", "Lương Thị Hạnh"),
        ("Ai đề nghị lắp thêm camera ở bãi xe Bản Phiệt?", "Phùng Quốc Khải"),
    ],
)
def test_each_person_with_their_own_posts(question: str, expected: str) -> None:
    assert short(POSTS, question) == expected


def test_people_of_one_given_name_are_asked_back_about() -> None:
    report = POSTS + "\nÔng Nguyễn Đình Khải, Phó Chánh Văn phòng, trình bày dự thảo.\n"
    found = answer(report, "Ông Khải giữ chức gì năm 2031?")
    assert isinstance(found, Choice)
    assert len(found.options) == 2
