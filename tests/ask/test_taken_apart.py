"""Words that fold to others, letters that head sections, numerals within names: none of them is what it looks like."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.ask.asked import items, short, value

STAFF = """Giám đốc Trung tâm Quản lý cửa khẩu: ông Trần Văn Hải.
Thừa ủy quyền Giám đốc Trung tâm, bà Lê Thị Bình trình bày báo cáo.
B. Phương hướng nhiệm vụ năm 2032
"""


def test_a_director_is_nobody_who_reads() -> None:
    assert short(STAFF, "Ai là Giám đốc Trung tâm Quản lý cửa khẩu?") == "Trần Văn Hải"
    assert short(STAFF, "Ai trình bày báo cáo?") == "Lê Thị Bình"


def test_the_letter_of_a_section_is_no_form_of_address() -> None:
    assert short(STAFF, "Ai là Phương?") is None


@pytest.mark.parametrize(
    ("report", "question", "figure"),
    [
        ("Kim ngạch cửa khẩu Ba Sơn 120 triệu USD.", "Kim ngạch của Ba Sơn tổng cộng bao nhiêu?", 120_000_000),
        ("Hải quan Lào Cai thu thuế 98 tỷ đồng.", "hai quan lao cai thu thue tong cong bao nhieu", 98_000_000_000),
    ],
)  # fmt: skip
def test_a_numeral_within_a_name_counts_nothing(report: str, question: str, figure: int) -> None:
    assert value(report, question) == Decimal(figure)


def test_an_ordinal_is_no_day_of_the_week() -> None:
    report = "Cửa khẩu Kim Thành mở cửa theo giờ mới, đây là năm thứ ba áp dụng."
    assert items(report, "Cửa khẩu Kim Thành mở cửa các ngày nào trong tuần?") == ()
    told = "Cửa khẩu Kim Thành mở cửa các ngày thứ ba, thứ năm hằng tuần."
    assert items(told, "Cửa khẩu Kim Thành mở cửa các ngày nào trong tuần?") == ("thứ ba", "thứ năm")
