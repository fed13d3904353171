"""How far something is from its plan, what counts by a word of its own, and who has left a post."""

from __future__ import annotations

import pytest

from tests.ask.asked import short, table

MET = "Thu phí đạt 70 tỷ đồng, kế hoạch 62 tỷ đồng."
MISSED = "Thu phí đạt 50 tỷ đồng, dự toán 62 tỷ đồng."
TOLD = "Thu phí đạt 70 tỷ đồng, vượt kế hoạch 8 tỷ đồng."
AIMS = table("Bảng 1 (triệu USD)", ("Chỉ tiêu", "Kế hoạch 2031", "Thực hiện 2031"), ("Kim ngạch XNK", "600,0", "648,3"))
SEIZED = "- Thuốc lá điếu: 812 vụ, 643.200 gói."
TASKS = "Được giao 40 việc, còn 08 nhiệm vụ chưa xong."
LEFT = (
    "Ông Trần Bảo Sơn thôi giữ chức Trưởng Ban, làm Phó Giám đốc Sở Xây dựng từ 01/7/2031.\n\n"
    "TRƯỞNG BAN\n(đã ký)\nNguyễn Thành Lập"
)
PRINTED = "Số nhập khẩu qua Bản Vược năm 2031 đã đăng là 44,8 triệu USD do đảo chữ số, số đúng là 48,4 triệu USD."

ESTIMATED = (
    "Kim ngạch qua Bản Vược cả năm ước thực hiện 318,6 triệu USD, đạt 106,2% kế hoạch năm (300 triệu USD).\n\n"
    "Thu ngân sách được 186 tỷ đồng, đạt 93,2% dự toán (200 tỷ đồng)."
)
OTHERS = "Kim ngạch: Kim Thành 148,9 triệu USD, Bản Vược 21,6 triệu USD, còn các cửa khẩu phụ cộng lại 0,8 triệu USD."


@pytest.mark.parametrize(
    ("report", "question", "expected"),
    [
        (MET, "Thu phí năm 2031 vượt kế hoạch bao nhiêu?", "8 tỷ đồng"),
        (MET, "thu phi nam 2031 vuot ke hoach bao nhieu ty", "8 tỷ đồng"),
        (MET, "By how much did fees exceed the plan in 2031?", "8 tỷ đồng"),
        (TOLD, "Thu phí năm 2031 vượt kế hoạch bao nhiêu?", "8 tỷ đồng"),
        (MISSED, "Thu phí năm 2031 hụt dự toán bao nhiêu?", "12 tỷ đồng"),
        (AIMS, "Năm 2031 kim ngạch XNK vượt kế hoạch bao nhiêu triệu USD?", "48,3 triệu USD"),
        ("Thu phí đạt 70 tỷ đồng.", "Thu phí năm 2031 vượt kế hoạch bao nhiêu?", None),
        (SEIZED, "Năm 2031 bắt giữ bao nhiêu gói thuốc lá?", "643.200 gói"),
        (SEIZED, "Năm 2031 bắt giữ bao nhiêu vụ thuốc lá?", "812 vụ"),
        (TASKS, "Năm 2031 còn mấy việc chưa xong?", "08 nhiệm vụ"),
        (LEFT, "Trưởng Ban hiện nay là ai?", "Nguyễn Thành Lập"),
        (PRINTED, "Nhập khẩu qua Bản Vược năm 2031 được bao nhiêu?", "48,4 triệu USD"),
        (OTHERS, "Kim ngạch qua Bản Vược năm 2031 là bao nhiêu?", "21,6 triệu USD"),
        ("Nhập khẩu qua Bản Vược đạt 33 triệu USD.", "What were imports through Ban Vuoc in 2031?", "33 triệu USD"),
    ],
)
def test_is_answered(report: str, question: str, expected: str | None) -> None:
    assert short(report, question) == expected


def test_an_estimate_of_the_plan_is_not_told_by_another_measure() -> None:
    assert str(short(ESTIMATED, "Năm 2031 kim ngạch qua Bản Vược có đạt kế hoạch không?")).startswith("Có")
