"""A change against the same time a year before, worked out of the two columns of a table."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.ask.asked import table, value

GOODS = table(
    "Hàng nhập khẩu qua cửa khẩu Kim Thành (tấn)",
    ("Mặt hàng", "11 tháng 2030", "11 tháng 2031"),
    ("Sắn lát", "120.000", "93.000"),
    ("Thạch cao", "40.000", "46.000"),
)
MONTHS = (
    "Lũy kế 8 tháng năm 2031 thu phí đạt 64 tỷ đồng. Riêng tháng 7/2031 thu phí đạt 9,5 tỷ đồng; "
    "tháng 8/2031 thu phí đạt 10,5 tỷ đồng."
)


@pytest.mark.parametrize(
    ("report", "question", "expected"),
    [
        (GOODS, "Sắn lát nhập qua Kim Thành 11 tháng 2031 giảm bao nhiêu phần trăm so với cùng kỳ?", Decimal("22.50")),
        (GOODS, "thach cao nhap qua kim thanh 11 thang 2031 tang may phan tram so voi cung ky", Decimal("15.00")),
        (GOODS, "Sắn lát nhập qua Kim Thành 11 tháng 2031 giảm bao nhiêu tấn so với cùng kỳ năm trước?", 27_000),
        (GOODS, "Sắn lát nhập qua Kim Thành 11 tháng 2031 là bao nhiêu?", 93_000),
        (MONTHS, "Thu phí 6 tháng đầu năm 2031 được bao nhiêu?", 44_000_000_000),
        (MONTHS, "Thu phí 7 tháng đầu năm 2031 được bao nhiêu?", 53_500_000_000),
    ],
)
def test_worked_out_of_other_times(report: str, question: str, expected: object) -> None:
    assert value(report, question) == expected


def test_two_machines_are_no_second_of_may() -> None:
    report = "Bãi Kim Thành lắp 2 máy phát điện công suất 250 kVA."
    assert value(report, "bai kim thanh lap 2 may phat dien cong suat bao nhieu kva") == 250
