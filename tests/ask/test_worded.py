"""What a table's cells of words answer: who has a task, what post, since when, by what day."""

from __future__ import annotations

import pytest

from tests.ask.asked import short

LEADERS = """<html><body><p>Phân công lãnh đạo Ban Quản lý Khu kinh tế Bờ Y năm 2031</p><table>
<tr><th>Họ tên</th><th>Chức vụ</th><th>Lĩnh vực</th></tr>
<tr><td>Lê Đình Phú</td><td>Trưởng ban (bổ nhiệm từ 10/02/2031)</td><td>Phụ trách chung, tài chính</td></tr>
<tr><td>Châu Ngọc Sen</td><td>Phó Trưởng ban (từ 15/8/2031)</td><td>Cửa khẩu, đối ngoại</td></tr>
</table></body></html>"""
TASKS = """<html><body><p>Nhiệm vụ bốn tháng cuối năm 2031</p><table>
<tr><th>TT</th><th>Nhiệm vụ</th><th>Lãnh đạo chỉ đạo</th><th>Hạn</th></tr>
<tr><td>1</td><td>Hồ sơ mở rộng bãi kiểm hóa Bản Vược</td><td>Châu Ngọc Sen</td><td>15/10/2031</td></tr>
<tr><td>2</td><td>Phần mềm khai báo phương tiện</td><td>Lê Đình Phú</td><td>01/12/2031</td></tr>
</table></body></html>"""
ROLL = """Thành phần dự họp ngày 19/5/2031 về bãi kiểm hóa:

1. Ông Lê Đình Phú - Trưởng ban, chủ trì.
2. Bà Hồ Thị Nhung - chuyên viên Phòng Quản lý Đầu tư, thư ký.
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("ai phụ trách hồ sơ mở rộng bãi kiểm hóa Bản Vược", "Châu Ngọc Sen"),
        ("ai lo phần mềm khai báo phương tiện", "Lê Đình Phú"),
        ("who oversees the vehicle declaration software", "Lê Đình Phú"),
    ],
)
def test_whose_task_it_is_stands_in_its_row(question: str, said: str) -> None:
    assert short(TASKS, question) == said


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("hồ sơ mở rộng bãi kiểm hóa Bản Vược phải xong ngày nào", "15/10/2031"),
        ("deadline for the vehicle declaration software", "01/12/2031"),
    ],
)
def test_the_day_below_a_heading_of_days_is_the_deadline(question: str, day: str) -> None:
    assert short(TASKS, question) == day


def test_a_post_and_since_when_it_is_held_are_read_from_a_row() -> None:
    assert short(LEADERS, "Lê Đình Phú được bổ nhiệm Trưởng ban ngày nào") == "10/02/2031"
    assert short(LEADERS, "Châu Ngọc Sen giữ chức gì") == "Phó Trưởng ban"
    assert short(LEADERS, "ai được bổ nhiệm Phó Trưởng ban tháng 8/2031") == "Châu Ngọc Sen"


def test_a_task_that_no_row_names_is_nobodys() -> None:
    assert short(TASKS, "ai phụ trách trồng cây xanh ở Bờ Y") is None


def test_a_person_may_have_two_posts_side_by_side() -> None:
    assert short(ROLL, "thư ký cuộc họp ngày 19/5/2031 là ai") == "Hồ Thị Nhung"
    assert short(ROLL, "hop 19/5/2031 ai la thu ky") == "Hồ Thị Nhung"
