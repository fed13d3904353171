"""Posts and who fills them; money told in short; what stands beside a word."""

from __future__ import annotations

import pytest

from tests.ask.asked import short, value

STAFF = "Biên chế được giao 46, hiện có mặt 41 người (20 công chức, 21 viên chức)."
FULL = "Biên chế được giao 46, trong đó 25 công chức."


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Năm 2031 biên chế của Ban còn thiếu mấy người so với số được giao?", 5),
        ("nam 2031 ban con thieu may bien che", 5),
        ("Năm 2031 biên chế được giao bao nhiêu?", 46),
        ("How many staff were in post in 2031?", 41),
    ],
)
def test_posts_that_are_not_filled(question: str, expected: int) -> None:
    assert value(STAFF, question) == expected


def test_a_part_of_the_posts_is_not_who_fills_them() -> None:
    assert short(FULL, "Năm 2031 ban còn thiếu mấy biên chế?") is None


BRIEF = "Hàng hoá cả năm được 20.412 nghìn USD; khách 79.885 lượt; phí 1.934 triệu đồng."
OWED = "Có 04 doanh nghiệp nợ phí với tổng số tiền 512 triệu đồng. Còn 17 hộ chưa nhận tiền bồi thường."
CULLED = "Tiêu hủy 2.450 kg sản phẩm từ lợn không rõ nguồn gốc."
WORK = "Trong 91 việc UBND tỉnh giao, Ban làm xong 88, ba việc còn lại chưa đến hạn."


@pytest.mark.parametrize(
    ("report", "question", "expected"),
    [
        (BRIEF, "nam 2031 thu phi bao nhieu", 1_934_000_000),
        (OWED, "What did the indebted companies owe in unpaid fees in 2031?", 512_000_000),
        (OWED, "How many households were still unpaid in 2031?", 17),
        (CULLED, "năm 2031 tiêu hủy mấy kg sp lợn", 2_450),
        (WORK, "How many of the 91 provincial assignments were finished in 2031?", 88),
        ("Nhập khẩu đạt 254,3 triệu USD.", "Năm ngoái nhập khẩu qua địa bàn được bao nhiêu triệu USD?", 254_300_000),
    ],
)
def test_said_otherwise_than_it_is_asked(report: str, question: str, expected: object) -> None:
    assert value(report, question) == expected
