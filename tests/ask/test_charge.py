"""Which unit has a task to do, told by the rows of a plan below a heading of who is in charge."""

from __future__ import annotations

import pytest

from tests.ask.asked import answer, short

PLAN = """<table>
<tr><td>TT</td><td>Nhiệm vụ</td><td>Đơn vị chủ trì</td><td>Đơn vị phối hợp</td><td>Thời hạn</td></tr>
<tr><td>1</td><td>Lắp cân tự động tại Kim Thành</td><td>Trung tâm Quản lý cửa khẩu</td><td></td><td>30/9/2032</td></tr>
<tr><td>2</td><td>Số hóa hồ sơ lưu trữ</td><td>Văn phòng</td><td>Phòng Quản lý Đầu tư</td><td>31/10/2032</td></tr>
<tr><td>3</td><td>Hội chợ biên giới Bản Vược</td><td>Tổ xúc tiến - Hợp tác</td><td></td><td>20/11/2032</td></tr>
</table>
"""


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("Which unit is in charge of the automatic scale at Kim Thanh?", "Trung tâm Quản lý cửa khẩu"),
        ("Who is responsible for digitising the archives?", "Văn phòng"),
        ("By whom are the archives to be digitised?", "Văn phòng"),
        ("The archives are to be digitised. Which division has been given the job?", "Văn phòng"),
        ("Whose job is it to digitise the archives?", "Văn phòng"),
        ("Ai chủ trì số hóa hồ sơ lưu trữ?", "Văn phòng"),
        ("Đơn vị nào chủ trì lắp cân tự động ở Kim Thành?", "Trung tâm Quản lý cửa khẩu"),
        ("Đơn vị nào chủ trì hội chợ biên giới Bản Vược?", "Tổ xúc tiến - Hợp tác"),
    ],
)
def test_the_unit_in_charge(question: str, unit: str) -> None:
    assert short(PLAN, question) == unit


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("By what date is the automatic scale at Kim Thanh due?", "2032-09-30"),
        ("deadline for digitising the archives", "2032-10-31"),
        ("Số hóa hồ sơ lưu trữ phải xong trước ngày nào?", "2032-10-31"),
    ],
)
def test_the_day_by_which_it_is_to_be_done(question: str, day: str) -> None:
    assert str(getattr(answer(PLAN, question), "day", None)) == day


@pytest.mark.parametrize(
    "question",
    ["Which unit is in charge of the night market at Kim Thanh?", "Ai chủ trì đề án trồng rừng phòng hộ?"],
)
def test_no_unit_is_in_charge_of_what_the_plan_has_not(question: str) -> None:
    assert short(PLAN, question) not in ("Văn phòng", "Trung tâm Quản lý cửa khẩu", "Tổ xúc tiến - Hợp tác")
