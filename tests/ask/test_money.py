"""Questions whose verb or noun says that a sum of money is asked for, and such as only seem to."""

from __future__ import annotations

import pytest

from tests.ask.asked import answer, table, value

PARK = (
    "KCN Vân Trạch có 21 nhà máy, 2.410 công nhân; công nhân được trả bình quân 6,2 triệu đồng một tháng. "
    "Nhà máy giấy Hải Lộc xả thải vượt chuẩn 03 lần, bị phạt 215 triệu đồng."
)
ODA = table(
    "Giải ngân năm 2031 (triệu đồng)",
    ("Nguồn vốn", "Kế hoạch", "Giải ngân"),
    ("ODA", "9.300", "4.150"),
    ("Trái phiếu", "5.000", "5.000"),
)
FEES = "Thu phí bến bãi năm 2031 đạt 31 tỷ đồng. Kim ngạch đạt 740 triệu USD."


@pytest.mark.parametrize(
    ("report", "question", "expected"),
    [
        (PARK, "Công nhân Vân Trạch năm 2031 được trả bình quân bao nhiêu một tháng?", 6_200_000),
        (PARK, "Nhà máy giấy Hải Lộc bị phạt bao nhiêu?", 215_000_000),
        (PARK, "How much was the Hải Lộc paper mill fined?", 215_000_000),
        (PARK, "Vân Trạch năm 2031 có bao nhiêu công nhân?", 2_410),
        (ODA, "How much ODA money was disbursed in 2031?", 4_150_000_000),
        (FEES, "Thu phí bến bãi năm 2031 được bao nhiêu tỷ đồng?", 31_000_000_000),
        (FEES, "thu phi ben bai nam 2031 duoc may ty dong", 31_000_000_000),
        (FEES, "Kim ngạch năm 2031 đạt bao nhiêu triệu đô?", 740_000_000),
        ("Năm 2031 tiếp nhận 316 hồ sơ, phạt 21 hồ sơ.", "Năm 2031 phạt bao nhiêu hồ sơ?", 21),
    ],
)
def test_answers_what_is_asked(report: str, question: str, expected: object) -> None:
    assert value(report, question) == expected, answer(report, question)


YARD = "Gia hạn nộp phí bến bãi 30 ngày cho xe thủy sản; doanh nghiệp xin 45 ngày. Thu phí bến bãi 9 tỷ đồng."


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("How much extension, in days, did seafood trucks get for yard fees in 2031?", 30),
        ("Gia hạn nộp phí bến bãi cho xe thủy sản bao nhiêu, tính bằng ngày?", 30),
        ("How much was collected in yard fees in 2031, in VND?", 9_000_000_000),
    ],
)
def test_the_unit_may_stand_apart(question: str, expected: object) -> None:
    assert value(YARD, question) == expected, answer(YARD, question)


def test_a_waiver_is_no_decrease() -> None:
    report = "Miễn phí bến bãi 10 ngày cho xe bị ùn ở Kim Thành."
    assert value(report, "Năm 2031 Kim Thành miễn phí bến bãi bao nhiêu ngày cho xe bị ùn?") == 10
