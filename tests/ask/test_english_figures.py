"""Figures asked for in English, in everyday and in roundabout words."""

from __future__ import annotations

import pytest

from knowledge.model import Found
from tests.ask.asked import answer

REPORT = """Năm 2031, kim ngạch xuất nhập khẩu qua Kim Thành đạt 812,5 triệu USD, trong đó xuất khẩu 512,3 triệu USD.
Thu phí bến bãi tại cửa khẩu Kim Thành được 96,4 tỷ đồng; thu phí hạ tầng đạt 31,7 tỷ đồng.
Người xuất nhập cảnh qua cửa khẩu Kim Thành đạt 214.600 lượt; phương tiện đạt 35.240 lượt.
Năm 2031, UBND tỉnh giao Ban 84 nhiệm vụ; đã hoàn thành 77 nhiệm vụ, trong đó 6 nhiệm vụ hoàn thành chậm hạn.
Tỷ lệ lấp đầy khu công nghiệp Tằng Loỏng đến cuối năm 2031 đạt 91,5%.
Trong năm xảy ra 04 vụ tai nạn lao động làm 03 người chết.
Giải ngân vốn đầu tư công năm 2031 đạt 143,2 tỷ đồng, bằng 88,6% kế hoạch.
Kế hoạch năm 2032: phấn đấu kim ngạch xuất nhập khẩu đạt 950 triệu USD; thu phí hạ tầng 40 tỷ đồng.
"""


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Could you please tell me what total trade via Kim Thanh amounted to in 2031?", 812_500_000),
        ("In millions of dollars, what were exports through Kim Thanh worth in 2031?", 512_300_000),
        ("How many billion dong in infrastructure fees came in during 2031?", 31_700_000_000),
        ("I need the 2031 yard and wharf fee take at Kim Thanh", 96_400_000_000),
        ("How many people made the crossing at Kim Thanh in 2031?", 214_600),
        ("how many vehicle trips were recorded at Kim Thanh in 2031", 35_240),
        ("How many jobs did the provincial Peoples Comittee give the board in 2031?", 84),
        ("Of the tasks in 2031, how many were finished past their deadline?", 6),
        ("How full was Tang Loong industrial park when 2031 ended?", 91.5),
        ("In 2031, how many people lost their lives at work?", 3),
        ("How much public investment capital was paid out in 2031?", 143_200_000_000),
        ("What turnover is the board hoping for in 2032?", 950_000_000),
        ("How much are they supposed to bring in in infrastructure fees in 2032?", 40_000_000_000),
    ],
)
def test_what_people_say(question: str, value: float) -> None:
    found = answer(REPORT, question)
    assert isinstance(found, Found)
    assert float(found.value or 0) == value


@pytest.mark.parametrize(
    "question",
    [
        "How many billion dong in customs duties came in during 2031?",
        "What were timber exports through Kim Thanh worth in 2031?",
        "How many workers were hurt at work in 2031?",
        "How many refrigerated trucks went through Kim Thanh in 2031?",
    ],
)
def test_what_no_report_tells(question: str) -> None:
    assert not isinstance(answer(REPORT, question), Found)
