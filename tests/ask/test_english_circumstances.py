"""English questions with circumstances around them: what leads up to them, clauses beside them, courtesy behind."""

from __future__ import annotations

import pytest

from tests.ask.asked import answer, items, short

STAFF = """Hội nghị sơ kết 6 tháng đầu năm 2031 do ông Trần Văn Lợi chủ trì; bà Phạm Thị Hòa trình bày báo cáo.
Bà Ngô Thị Sen giữ chức Phó Trưởng ban từ ngày 15/6/2031, trước đó là Phó Chủ tịch UBND huyện Bát Xát.
Ông Đỗ Mạnh Tiến, Trưởng phòng Quản lý Đầu tư, nghỉ hưu từ ngày 01/9/2031; ông Lê Văn Khải được bổ nhiệm thay thế.
Ông Vũ Đức Thịnh là Trưởng Ban Quản lý Khu kinh tế tỉnh Lào Cai.
"""
WORKS = """Cửa khẩu Bản Vược dừng hoạt động từ ngày 05/7/2031. Lối mở Na Lốc nối lại thông quan từ ngày 10/9/2031.
Thu hồi giấy chứng nhận đầu tư 02 dự án: Nhà máy bao bì Bát Xát và Kho lạnh Kim Thành.
Mở rộng bãi xuất Kim Thành, hoàn thành trước ngày 30/11/2031.
"""


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("The six-month review conference of 2031 was chaired by whom?", "Trần Văn Lợi"),
        ("Under whose chairmanship was the H1 2031 review conference held?", "Trần Văn Lợi"),
        ("Might I ask who is the head of Lao Cai's economic zone management board?", "Vũ Đức Thịnh"),
        ("Mr Do Manh Tien has retired, I understand. Who was given the post he left?", "Lê Văn Khải"),
        ("Mr Do Manh Tien no longer heads the investment division. Who has taken over from him?", "Lê Văn Khải"),
    ],
)
def test_who(question: str, name: str) -> None:
    assert short(STAFF, question) == name


@pytest.mark.parametrize(
    "question",
    [
        "Before she moved to the economic zone board, what was Ms Ngo Thi Sen's position?",
        "Where was Ngo Thi Sen before she joined the board – what position did she hold?",
        "What had Ms Ngo Thi Sen been doing before she was brought to the zone board?",
    ],
)
def test_the_post_held_before(question: str) -> None:
    assert "Phó Chủ tịch UBND huyện Bát Xát" in (short(STAFF, question) or "")


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("When was Ban Vuoc closed? I need the exact date, please.", "2031-07-05"),
        ("On which day in 2031 did customs clearance start up again at Na Loc?", "2031-09-10"),
        ("The export yard at Kim Thanh is to be made bigger. What is the deadline for that?", "2031-11-30"),
    ],
)
def test_when(question: str, day: str) -> None:
    assert str(getattr(answer(WORKS, question), "day", None)) == day


@pytest.mark.parametrize(
    "question",
    [
        "In 2031, from which projects were investment certificates withdrawn?",
        "Lao Cai zone, 2031: the two projects that lost their licences?",
        "The board withdrew the investment certificates of two projects in 2031. Can you list them for me?",
    ],
)
def test_which(question: str) -> None:
    assert items(WORKS, question) == ("Nhà máy bao bì Bát Xát", "Kho lạnh Kim Thành")
