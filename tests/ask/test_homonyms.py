"""Words that without their marks, or by their sound, are other words: none of them changes what is asked for."""

from __future__ import annotations

import pytest

from tests.ask.asked import short

PORT = """Hàng qua cảng Hòn La năm 2031 là 1,12 triệu tấn.

Công trình Kè Bản Vược có tổng mức đầu tư 88,7 tỷ đồng, đến nay giải ngân 60,6 tỷ đồng.
"""


@pytest.mark.parametrize(
    "question",
    [
        "cang Hon La nam 2031 thong qua bao nhieu tan hang",
        "hang qua cang hon la nam 2031 bao nhieu tan",
        "Cảng Hòn La năm 2031 thông qua bao nhiêu tấn hàng?",
    ],
)
def test_a_name_that_sounds_like_a_comparison_compares_nothing(question: str) -> None:
    assert short(PORT, question) == "1,12 triệu tấn"


@pytest.mark.parametrize(
    "question",
    ["ke Ban Vuoc tong muc dau tu may ty", "kè Bản Vược tổng mức đầu tư mấy tỷ", "von dau tu ke Ban Vuoc la may ty"],
)
def test_investment_is_not_from_how_many(question: str) -> None:
    assert short(PORT, question) == "88,7 tỷ đồng"
