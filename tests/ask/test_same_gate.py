"""A gate named once for all that its sentence tells, and numbers that a later report takes back without naming it."""

from __future__ import annotations

import pytest

from tests.ask.asked import answer, value
from tests.ask.test_asked_back import before

CROSSINGS = (
    "Lượng khách xuất nhập cảnh qua Kim Thành là 716.300 lượt người, bằng 112% so với cùng kỳ; "
    "phương tiện xuất nhập cảnh 64.215 lượt, trong đó xe tải 31.840 lượt."
)
OF_ONE = "Thu phí hạ tầng được 3.146 triệu đồng, trong đó Bản Vược 412 triệu đồng."
TWO = "Khách qua Kim Thành là 716.300 lượt người; phương tiện qua Bản Vược 6.215 lượt, trong đó xe tải 1.840 lượt."


@pytest.mark.parametrize(
    ("report", "question", "expected"),
    [
        (CROSSINGS, "xe tải qua Kim Thành năm 2031 mấy lượt", 31_840),
        (CROSSINGS, "Phương tiện xuất nhập cảnh qua Kim Thành năm 2031?", 64_215),
        (OF_ONE, "Bản Vược thu phí hạ tầng năm 2031 mấy triệu?", 412_000_000),
        (TWO, "xe tải qua Bản Vược năm 2031 mấy lượt", 1_840),
        (TWO, "xe tải qua Kim Thành năm 2031 mấy lượt", None),
    ],
)
def test_all_that_follows_a_gate_is_of_it(report: str, question: str, expected: int | None) -> None:
    assert value(report, question) == expected


FORMER = before("Nhập khẩu qua Bản Vược đạt 327,3 triệu USD, thu hồi 02 dự án.", 2030)
CORRECTED = "Đính chính số liệu năm 2030: trị giá nhập khẩu đúng là 318,9 triệu USD (không phải 327,3 triệu USD)."


def test_a_number_taken_back_is_told_right_and_with_what_it_was() -> None:
    told = answer(CORRECTED, "Nhập khẩu qua Bản Vược năm 2030 là bao nhiêu?", FORMER)
    assert getattr(told, "value", None) == 318_900_000, told
    assert [note.code for note in getattr(told, "notes", ())] == ["corrected"]


@pytest.mark.parametrize(
    ("report", "question", "expected"),
    [
        (CORRECTED.replace("327,3", "372,3"), "Nhập khẩu qua Bản Vược năm 2030 là bao nhiêu?", 327_300_000),
        ("Đính chính: số hộ di dời đúng là 05 (không phải 02).", "Năm 2030 thu hồi mấy dự án?", 2),
    ],
)
def test_another_number_taken_back_changes_nothing(report: str, question: str, expected: int) -> None:
    assert getattr(answer(report, question, FORMER), "value", None) == expected
