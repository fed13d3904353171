"""Days to which something was put off."""

from __future__ import annotations

import pytest

from knowledge.model import Found
from tests.ask.asked import answer

FAIR = "Hội chợ thương mại Kim Thành: lùi từ 02/12 sang 18/12/2031 để trùng dịp khánh thành chợ."
TALKS = "Hội đàm với Hà Khẩu định ngày 22/10/2031 hoãn đến ngày 19/11/2031."
YARD = "Bãi xe số 3 mục tiêu xong ngày 31/10/2031, xin lùi đến 15/12/2031 do mưa lũ."
MEETING = (
    "Thu phí đạt 46 tỷ đồng. Kim ngạch tăng 8%. Trồng 12 ha rừng. Diễn tập chữa cháy ngày 20/9/2031.\n\n"
    "Lễ công bố quy hoạch được ấn định ngày 05/01/2032 nhưng phải dời.\n\n"
    "Ngày 09/01/2032, Ban tổ chức lễ công bố quy hoạch."
)
COMING = "Khởi công cổng chào Kim Thành vào ngày 30/4/2032; dự toán 18,6 tỷ đồng."
APART = "Ngày 3/5/2031 khai trương chợ Kim Thành; lễ khởi công bãi xe chuyển sang ngày 10/6/2031."


@pytest.mark.parametrize(
    ("report", "question", "expected"),
    [
        (FAIR, "Hội chợ thương mại Kim Thành đổi ngày sang hôm nào?", "2031-12-18"),
        (FAIR, "hoi cho thuong mai kim thanh lui den hom nao", "2031-12-18"),
        (FAIR, "Hội chợ thương mại Kim Thành ban đầu dự kiến ngày nào?", "2031-12-02"),
        (FAIR, "Hội chợ thương mại Kim Thành tổ chức ngày nào?", "2031-12-18"),
        (TALKS, "Hội đàm với Hà Khẩu hoãn sang ngày nào?", "2031-11-19"),
        (TALKS, "To which date were the talks with Ha Khau postponed?", "2031-11-19"),
        (TALKS, "The talks with Ha Khau planned for October 2031 were moved to which date?", "2031-11-19"),
        (YARD, "Bãi xe số 3 xin lùi đến ngày nào?", "2031-12-15"),
        (MEETING, "Rốt cuộc lễ công bố quy hoạch tổ chức hôm nào?", "2032-01-09"),
        (MEETING, "Đổi lịch rồi thì lễ công bố quy hoạch vào ngày nào?", "2032-01-09"),
        (COMING, "cong chao kim thanh du kien khoi cong ngay nao", "2032-04-30"),
        (APART, "Khai trương chợ Kim Thành ngày nào?", "2031-05-03"),
        (APART, "Lễ khởi công bãi xe dời sang ngày nào?", "2031-06-10"),
    ],
)
def test_the_day_it_was_put_off_to(report: str, question: str, expected: str | None) -> None:
    told = answer(report, question)
    assert (told.day if isinstance(told, Found) else None) == expected
