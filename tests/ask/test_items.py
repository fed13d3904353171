"""Lists whose things are known by their number, their names or a figure."""

from __future__ import annotations

import pytest

from tests.ask.asked import items

SLOW = "Ba dự án giải ngân dưới 40% gồm: Bãi xe Kim Thành (12,5%), Cầu Bản Quẩn (18%), Đường trục N6 (31%)."
OTHER = "Ba dự án chờ thẩm định gồm: Bãi xe Kim Thành, Cầu Bản Quẩn, Đường trục N6."
OPENED = "Đường N5, đường N8 và Trạm kiểm soát liên hợp được đưa vào khai thác từ ngày 19/5/2031."
FIRMS = "Minh Phát, Tây Bắc Xanh và Hồng Lĩnh được đưa vào khai thác từ ngày 19/5/2031."
WORKS = ("Đường N5", "đường N8", "Trạm kiểm soát liên hợp")
ROADS = ("Bãi xe Kim Thành", "Cầu Bản Quẩn", "Đường trục N6")


@pytest.mark.parametrize(
    ("report", "question", "expected"),
    [
        (SLOW, "ba du an giai ngan chua toi 40%", ROADS),
        (SLOW, "Which three projects had spent less than 40% of their money?", ROADS),
        (OTHER, "Ba dự án nào bị thu hồi năm 2031?", ()),
        (SLOW, "Ba dự án nào bị thu hồi năm 2031?", ()),
        (OPENED, "Which works came into use on 19 May 2031?", WORKS),
        (
            OPENED,
            "Những công trình nào đưa vào khai thác năm 2031?",
            WORKS,
        ),
        (FIRMS, "Những công trình nào đưa vào khai thác năm 2031?", ()),
    ],
)
def test_known_by_number_name_or_figure(report: str, question: str, expected: tuple[str, ...]) -> None:
    assert items(report, question) == expected
