"""Wordings of questions: what is counted, what says nothing more, who is meant by initials and in follow-ups."""

from __future__ import annotations

import pytest

from tests.ask.asked import short, table, talked, value

FRUIT = "Nhãn xuất qua Kim Thành: 12.480 tấn. Tổng mức đầu tư bãi xe Kim Thành 64 tỷ đồng, sức chứa 380 xe."
LICENSED = "Cấp mới 23 dự án, riêng FDI 15 dự án."
DEBTORS = "Có 12 doanh nghiệp nợ phí với số tiền 705 triệu đồng."
ACCIDENTS = "Tai nạn lao động: 17 vụ, chết 02, bị thương nặng 05."
GATES = "Thu phí hạ tầng 43,6 tỷ đồng. Trong đó: Kim Thành 25,8; Bản Vược 10,3; hai cửa khẩu còn lại 7,5 tỷ đồng."
WORKS = table(
    "Giải ngân vốn năm 2031 (triệu đồng)",
    ("Dự án", "Kế hoạch", "Giải ngân"),
    ("Hệ thống thoát nước KCN Tằng Loỏng", "19.000", "16.420"),
)
PARTS = table(
    "Kim ngạch năm 2031",
    ("Chỉ tiêu", "2030", "2031"),
    ("KNXNK (tr.USD)", "61,2", "72,9"),
    ("- Bản Vược", "4,4", "5,6"),
)
MONEY = "KNXNK qua các cửa khẩu đạt 102,3 tr.USD; thu phí hạ tầng 6.120 trđ."


@pytest.mark.parametrize(
    ("report", "question", "expected"),
    [
        (FRUIT, "Năm 2031 bao nhiêu tấn nhãn qua Kim Thành?", 12_480),
        (FRUIT, "bãi xe Kim Thành chứa đc bao nhiêu xe", 380),
        (LICENSED, "How many new FDI projects were licensed in 2031?", 15),
        (DEBTORS, "Năm 2031 còn mấy doanh nghiệp nợ phí?", 12),
        (ACCIDENTS, "Năm 2031 tai nạn lao động làm chết mấy người?", 2),
        (ACCIDENTS, "Năm 2031 có mấy vụ tai nạn lao động?", 17),
        (WORKS, "dự án thoát nước KCN Tằng Loỏng năm 2031 giải ngân bao nhiêu", 16_420_000_000),
        (PARTS, "Năm 2031 kim ngạch qua Bản Vược bao nhiêu?", 5_600_000),
        (MONEY, "Kim ngạch XNK năm 2031 bao nhiêu?", 102_300_000),
        (MONEY, "Thu phí hạ tầng năm 2031 được bao nhiêu?", 6_120_000_000),
        (MONEY, "lc 2031 thu phí hạ tầng đc bn", 6_120_000_000),
        (GATES, "Năm 2031 thu phí hạ tầng ở Bản Vược được bao nhiêu?", 10_300_000_000),
        ("Tính riêng ba tháng 7, 8 và 9/2031 thu phí 12,4 tỷ đồng.", "Quý III/2031 thu phí bao nhiêu?", 12_400_000_000),
    ],
)
def test_the_figure_asked_for(report: str, question: str, expected: object) -> None:
    assert value(report, question) == expected


@pytest.mark.parametrize(
    ("report", "question"),
    [
        ("Tổng trị giá hai chiều qua các cửa khẩu 423 triệu USD.", "Năm 2031 nhập khẩu bao nhiêu triệu USD?"),
        ("Thu phí hai tháng 7 và 9/2031 đạt 8 tỷ đồng.", "Quý III/2031 thu phí bao nhiêu?"),
    ],
)
def test_another_figure(report: str, question: str) -> None:
    assert value(report, question) is None


def test_a_post_is_told_with_its_body() -> None:
    report = "Ông Vàng Seo Tủa, Phó Trưởng ban, được điều động giữ chức Bí thư Huyện ủy Mường Nhé từ ngày 01/6/2031."
    assert short(report, "Từ 1/6/2031 ông Vàng Seo Tủa chuyển sang giữ chức gì?") == "Bí thư Huyện ủy Mường Nhé"


@pytest.mark.parametrize(
    ("dialogue", "expected"),
    [
        (("Năm 2031 thu phí hạ tầng ở Kim Thành được bao nhiêu?", "thế Bản Vược?"), 10_300_000_000),
        (("how much infrastructure fee did Kim Thanh collect in 2031?", "and Ban Vuoc?"), 10_300_000_000),
    ],
)
def test_another_gate_takes_its_room(dialogue: tuple[str, ...], expected: object) -> None:
    assert talked(GATES, *dialogue) == expected


def test_the_same_months_of_another_year() -> None:
    report = (
        "8 tháng đầu năm 2031 thu phí hạ tầng 20 tỷ đồng; 8 tháng đầu năm 2030 thu phí hạ tầng 17 tỷ đồng; "
        "cả năm 2030 thu phí hạ tầng 30 tỷ đồng."
    )
    first = "8 tháng đầu năm 2031 thu phí hạ tầng được bao nhiêu?"
    assert talked(report, first, "còn cùng thời gian đó năm 2030?") == 17_000_000_000
