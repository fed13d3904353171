"""Who hold a post, and who signed what: titles before names, signatories side by side, lists gathered line by line."""

from __future__ import annotations

import pytest

from knowledge.model import Found
from tests.ask.asked import answer, items, short

LEADERS = """Phân công nhiệm vụ trong lãnh đạo Ban năm 2031:

Ông Hoàng Đức Lợi, Trưởng ban: phụ trách chung, tài chính.

Bà Lù Thị Sen, Phó Trưởng ban: phụ trách thu phí, quản lý cửa khẩu, cải cách hành chính.

Ông Tẩn A Páo, Phó Trưởng ban: phụ trách quy hoạch, đầu tư.

Ông Phùng Quốc Khải, Chánh Văn phòng: phụ trách tổng hợp.
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Năm 2031 Ban có những Phó Trưởng ban nào?", {"Lù Thị Sen", "Tẩn A Páo"}),
        ("nam 2031 co nhung pho truong ban nao", {"Lù Thị Sen", "Tẩn A Páo"}),
        ("Which deputy heads did the board have in 2031?", {"Lù Thị Sen", "Tẩn A Páo"}),
        ("Năm 2031 Ban có ba Phó Trưởng ban nào?", set()),
        ("Năm 2029 Ban có những Phó Trưởng ban nào?", set()),
        ("Năm 2031 Ban có những Trưởng phòng nào?", set()),
    ],
)
def test_holders_of_a_post_are_gathered_line_by_line(question: str, expected: set[str]) -> None:
    assert set(items(LEADERS, question)) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Năm 2031 ai phụ trách thu phí và quản lý cửa khẩu?", "Lù Thị Sen"),
        ("nam 2031 ai phu trach quy hoach dau tu", "Tẩn A Páo"),
        ("Năm 2031 ai phụ trách phòng cháy?", None),
    ],
)
def test_who_has_what_in_charge(question: str, expected: str | None) -> None:
    assert short(LEADERS, question) == expected


MINUTES = """BAN QUẢN LÝ KHU KINH TẾ TỈNH LÀO CAI
Lào Cai, ngày 03 tháng 11 năm 2031

BIÊN BẢN
Họp giao ban tháng 11 năm 2031

Dự họp: Phó Trưởng ban Lù Thị Sen, Phó Trưởng ban Tẩn A Páo, Chánh Văn phòng Phùng Quốc Khải, hai Trạm trưởng.

Phòng Quản lý đầu tư báo cáo tiến độ kho lạnh Kim Thành.

Thư ký: Giàng Thị Dợ Chủ tọa: Hoàng Đức Lợi
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Ai chủ tọa buổi giao ban tháng 11/2031?", "Hoàng Đức Lợi"),
        ("Ai là thư ký cuộc họp giao ban tháng 11/2031?", "Giàng Thị Dợ"),
        ("Who ran the November 2031 briefing?", "Hoàng Đức Lợi"),
        ("Ai là Chánh Văn phòng tháng 11/2031?", "Phùng Quốc Khải"),
    ],
)
def test_signatories_and_titles_keep_to_their_own(question: str, expected: str) -> None:
    found = answer(LEADERS, question, MINUTES)
    assert (found.short if isinstance(found, Found) else None) == expected
