"""Sums of what is told one by one, and how far a plan and what came of it are apart."""

from __future__ import annotations

import pytest

from tests.ask.asked import talked, value

NEW = "Cấp mới 02 dự án: Kho ngoại quan Thành Đạt vốn 61 tỷ đồng; Bãi xe Hưng Thịnh vốn 128 tỷ đồng."
THREE = (
    "Năm 2031 cấp giấy chứng nhận cho 3 dự án mới: Nhà máy gạch Sơn Hải vốn đăng ký 45 tỷ đồng; Kho lạnh Phú Minh vốn "
    "đăng ký 80 tỷ đồng; Trạm cân Tân Tiến vốn đăng ký 12 tỷ đồng."
)
ROADS = "Khởi công hai công trình: đường D2 dài 3,4 km, đường D5 dài 2,1 km."
GOODS = "Xuất khẩu quặng 1.200 tấn, xuất khẩu gỗ 850 tấn, nhập khẩu phân bón 4.000 tấn."
TOLD = "Cấp mới 02 dự án, tổng vốn 75 tỷ đồng. Dự án Kho Minh Quân vốn 20 tỷ đồng bị thu hồi."
MISSING = "Cấp mới 03 dự án: Kho ngoại quan Thành Đạt vốn 61 tỷ đồng; Bãi xe Hưng Thịnh vốn 128 tỷ đồng; Trạm Bảo Yên."


@pytest.mark.parametrize(
    ("report", "question", "expected"),
    [
        (NEW, "Tổng vốn của 2 dự án cấp mới năm 2031 là bao nhiêu?", 189_000_000_000),
        (NEW, "Hai dự án cấp mới có tổng vốn bao nhiêu?", 189_000_000_000),
        (NEW, "tong von 2 du an cap moi nam 2031", 189_000_000_000),
        (NEW, "What is the total capital of the two new projects?", 189_000_000_000),
        (THREE, "Tổng vốn đăng ký của 3 dự án mới năm 2031?", 137_000_000_000),
        (ROADS, "Tổng chiều dài hai công trình khởi công là bao nhiêu km?", 5.5),
        (GOODS, "Xuất khẩu quặng và gỗ tổng cộng bao nhiêu tấn?", 2050),
        (GOODS, "quặng + gỗ xuất khẩu cộng lại bao nhiêu tấn", 2050),
        (TOLD, "Tổng vốn của 2 dự án cấp mới là bao nhiêu?", 75_000_000_000),
    ],
)
def test_is_added_up(report: str, question: str, expected: float) -> None:
    assert float(value(report, question)) == pytest.approx(expected)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("report", "question"),
    [
        (MISSING, "Tổng vốn của 3 dự án cấp mới năm 2031 là bao nhiêu?"),
        (GOODS, "Xuất khẩu quặng và chè cộng lại bao nhiêu tấn?"),
        (THREE, "Tổng vốn đăng ký của 2 dự án mới năm 2031?"),
    ],
)
def test_is_not_added_up_in_part(report: str, question: str) -> None:
    assert value(report, question) is None


SHORT = "Kim ngạch xuất nhập khẩu qua địa bàn năm 2031 đạt 64,5 triệu USD, kế hoạch 80 triệu USD."
BEYOND = "Năm 2031, tổng kim ngạch xuất nhập khẩu đạt 92 triệu USD (kế hoạch giao 75 triệu USD)."
OTHER = "Kim ngạch năm 2031 đạt 61,7 triệu USD. Số người xuất cảnh 30.000 lượt; kế hoạch 35.000 lượt."
TURNOVER = "Kim ngạch xuất nhập khẩu năm 2031?"


@pytest.mark.parametrize(
    ("report", "question", "expected"),
    [
        (SHORT, "Thế còn hụt bao nhiêu so với kế hoạch?", 15_500_000),
        (SHORT, "Còn thiếu bao nhiêu thì đạt kế hoạch?", 15_500_000),
        (SHORT, "How much below plan was that?", 15_500_000),
        (BEYOND, "vượt bao nhiêu so với kế hoạch?", 17_000_000),
        (BEYOND, "hụt bao nhiêu so với kế hoạch?", None),
        (OTHER, "hụt bao nhiêu so với kế hoạch?", None),
    ],
)
def test_follows_up_on_the_plan(report: str, question: str, expected: int | None) -> None:
    assert talked(report, TURNOVER, question) == expected


NEXT = "Năm 2031 kim ngạch đạt 700 triệu USD.\nII. KẾ HOẠCH NĂM 2032\n1. Kim ngạch 760 triệu USD, tăng 8,6%."


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Mục tiêu kim ngạch 2032 cao hơn kim ngạch 2031 bao nhiêu?", 60_000_000),
        ("By how much does the 2032 turnover target exceed the turnover reached in 2031?", 60_000_000),
        ("Kế hoạch thu phí 2032 cao hơn thực hiện 2031 bao nhiêu?", None),
    ],
)
def test_target_of_next_year(question: str, expected: int | None) -> None:
    assert value(NEXT, question) == expected
