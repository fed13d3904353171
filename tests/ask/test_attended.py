"""Who was at a meeting and who was not."""

from __future__ import annotations

import pytest

from knowledge.model import Found
from tests.ask.asked import answer

MEETING = """Ngày 05/10/2031, Trưởng ban Lê Đình Phú chủ trì họp giao ban. Cùng dự có ông Võ Minh Tám, Chánh Văn phòng;\
đại diện Sở Công Thương, Chi cục Hải quan cửa khẩu Bản Vược. Phó Trưởng ban Hồ Thị Sen vắng (đi học). Vắng: Sở Ngoại vụ.
"""


@pytest.mark.parametrize(
    ("question", "was_there"),
    [
        ("bà Hồ Thị Sen có dự họp giao ban ngày 05/10/2031 không", False),
        ("pho truong ban Ho Thi Sen co di hop giao ban thang 10/2031 khong", False),
        ("ông Võ Minh Tám có dự họp không", True),
        ("Sở Ngoại vụ có dự họp ngày 05/10/2031 không", False),
        ("So Ngoai vu co nguoi du hop khong", False),
        ("Sở Công Thương có dự họp giao ban tháng 10/2031 không", True),
        ("hải quan Bản Vược có dự họp không", True),
        ("Sở Ngoại vụ có vắng mặt không", True),
    ],
)
def test_who_was_there(question: str, was_there: bool) -> None:
    found = answer(MEETING, question)
    assert isinstance(found, Found)
    assert found.value is was_there


def test_of_a_body_that_is_not_spoken_of_nothing_is_known() -> None:
    assert not isinstance(answer(MEETING, "Sở Tài chính có dự họp giao ban ngày 05/10/2031 không"), Found)
