"""What stands or happens at a time, and figures whose own time is another than that asked for."""

from __future__ import annotations

import pytest

from tests.ask.asked import answer, value

INSPECTION = """BAN QUẢN LÝ KHU KINH TẾ TỈNH LÀO CAI
Lào Cai, ngày 18 tháng 8 năm 2031

BIÊN BẢN
Kiểm tra việc thuê đất tại Khu công nghiệp Tằng Loỏng

Đến ngày 18/8/2031 nợ tiền thuê đất của 07 doanh nghiệp là 3.260 trđ.
Sạt lở ngày 09/8/2031 tại Km 14 làm 86 xe phải nằm chờ.
"""
STRIKES = "Xảy ra 09 cuộc ngừng việc (năm 2030: 14 cuộc), có 2.150 người tham gia."
AIMED = "Đến hết tháng 12 giải ngân 61,4 tỷ đồng, đạt 71%. Yêu cầu phấn đấu đến 31/3/2032 giải ngân đạt 95%."


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Tháng 8/2031 doanh nghiệp nợ tiền thuê đất bao nhiêu?", 3_260_000_000),
        ("Vụ sạt lở hồi tháng 8/2031 làm bao nhiêu xe phải nằm chờ?", 86),
        ("Tháng 6/2031 doanh nghiệp nợ tiền thuê đất bao nhiêu?", None),
        ("Vụ sạt lở hồi tháng 5/2031 làm bao nhiêu xe phải nằm chờ?", None),
    ],
)
def test_what_stands_on_a_day_of_the_month_asked_for(question: str, expected: object) -> None:
    found = answer("Trong năm không có thay đổi.", question, INSPECTION)
    assert getattr(found, "value", None) == expected


def test_a_time_said_with_one_figure_is_not_that_of_the_other() -> None:
    assert value(STRIKES, "how many work stoppages were there in 2030") in (None, 14)
    assert value(STRIKES, "Năm 2031 xảy ra mấy cuộc ngừng việc?") == 9


def test_what_is_still_to_be_reached_was_not_reached() -> None:
    assert value(AIMED, "Năm 2031 giải ngân được bao nhiêu phần trăm?") == 71


def test_a_percentage_of_something_else_is_none_of_the_plan() -> None:
    report = "KNXNK cả năm 143,7 tr.USD, vượt 2,6%KH và tăng 15,9% so với năm 2030. Lấp đầy trên 80% diện tích KCN."
    assert value(report, "Kim ngạch năm 2031 có vượt kế hoạch không?") is True


@pytest.mark.parametrize(
    "question", ["Đến giữa tháng 12/2031 giải ngân được bao nhiêu?", "how much had been disbursed by mid-December 2031"]
)
def test_a_day_in_the_window_counted_until(question: str) -> None:
    assert value("Đến ngày 15/12/2031 giải ngân 301,4 tỷ đồng.", question) == 301_400_000_000
