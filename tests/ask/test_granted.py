"""What was granted beside what was asked for; what is counted by a word that counts many things."""

from __future__ import annotations

import pytest

from tests.ask.asked import answer, table, value

MARKET = "UBND huyện Mường Khương đề nghị hỗ trợ 4 tỷ đồng làm chợ Pha Long: Ban ủng hộ 2 tỷ đồng."
RENT = "Công ty Hải Lộc xin giảm giá thuê đất 20%; Trưởng ban đồng ý cho giảm 12% giá thuê đất."
WISH = "Ban đề nghị UBND tỉnh xem xét, đồng ý cho 7 tỷ đồng làm chợ Pha Long."
STOPS = table(
    "Tình hình năm 2031",
    ("Chỉ tiêu", "Đơn vị", "Năm 2030", "Năm 2031"),
    ("Ngừng việc tập thể", "cuộc", "4", "1"),
    ("Quyết định xử phạt", "quyết định", "9", "6"),
)


@pytest.mark.parametrize(
    ("report", "question", "expected"),
    [
        (MARKET, "Ban ủng hộ bao nhiêu tiền làm chợ Pha Long?", 2_000_000_000),
        (RENT, "Công ty Hải Lộc được giảm bao nhiêu phần trăm giá thuê đất?", 12),
        (WISH, "Tỉnh đã bố trí bao nhiêu tiền làm chợ Pha Long?", None),
        (STOPS, "Năm 2031 có mấy vụ đình công?", 1),
        (STOPS, "nam 2031 co may vu dinh cong", 1),
        ("Năm 2031 bắt 21 vụ, có 900 chiếc khẩu trang buôn lậu.", "Năm 2031 bắt bao nhiêu vụ buôn lậu?", 21),
        ("Năm 2031 có 21 vụ buôn lậu.", "Năm 2031 có mấy vụ đình công?", None),
    ],
)
def test_answers_what_is_asked(report: str, question: str, expected: object) -> None:
    assert value(report, question) == expected, answer(report, question)
