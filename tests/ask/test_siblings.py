"""Which of two figures of a sentence is asked for: the one told in the words of the question, the usual one, the one
that holds now."""

from __future__ import annotations

import pytest

from tests.ask.asked import value

THINGS = """- Ki-ốt khu A: 18 cái, đang cho thuê 11.
- Bãi đỗ: 140 chỗ, đang dùng 95.
- Kho lạnh: 9 gian, còn trống 3.
- Hồ sơ một cửa: tiếp nhận 517 hồ sơ, giải quyết 509 hồ sơ, trong đó trễ hạn 06 hồ sơ.
- Máy tính: 56 máy, cần thay 14.
- Nhà ở công vụ có 30 phòng, đã bố trí 26 phòng.
- Hải quan Kim Thành: đủ máy soi, nhưng chỉ có 22 cán bộ, thiếu 08 người so với định biên.
- Trạm kiểm dịch Bản Vược có 6 kiểm dịch viên, thiếu 2 người.
"""
RATES = """Kim Thành: bình quân 320 xe/ngày, cao điểm 510 xe/ngày.
Lối mở Bản Vược thông quan bình quân 46 xe mỗi ngày.
Kho ngoại quan Bảo Thắng khai trương ngày 12/6/2031, mỗi ngày nhập 27 xe hàng.
Thời gian thông quan một xe hàng tại Kim Thành còn 35 phút, so với 90 phút trước đây.
Máy soi mới giúp kiểm tra một container mất 7 phút, trước phải mất 40 phút.
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("ki ốt khu A cho thuê được mấy cái", 11),
        ("how many kiosks are rented out", 11),
        ("kho lạnh còn trống mấy gian", 3),
        ("có mấy hồ sơ bị trễ", 6),
        ("how many dossiers were late", 6),
        ("mấy máy tính cần thay", 14),
        ("nhà công vụ bố trí được mấy phòng", 26),
        ("hai quan kim thanh thieu bao nhieu can bo", 8),
        ("Hải quan Kim Thành còn thiếu mấy cán bộ?", 8),
        ("kiểm dịch Bản Vược thiếu mấy người", 2),
        # what is asked for is the whole
        ("có bao nhiêu ki ốt", 18),
        ("kho lạnh có mấy gian", 9),
        ("bao nhiêu hồ sơ được tiếp nhận", 517),
        ("có bao nhiêu máy tính", 56),
        ("hải quan Kim Thành có bao nhiêu cán bộ", 22),
        ("trạm kiểm dịch Bản Vược có mấy kiểm dịch viên", 6),
    ],
)
def test_figure_told_in_the_words_of_the_question(question: str, expected: int) -> None:
    assert value(THINGS, question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("mỗi ngày bao nhiêu xe qua Kim Thành", 320),
        ("1 ngày bao nhiêu xe qua kim thành", 320),
        ("ngày cao điểm bao nhiêu xe ở Kim Thành", 510),
        ("Mỗi ngày bao nhiêu xe hàng nhập kho Bảo Thắng", 27),
        ("năm 2031, mỗi ngày bao nhiêu xe đi lối mở Bản Vược?", 46),
        ("bay gio thong quan 1 xe o kim thanh mat may phut theo bao cao nam 2031", 35),
        ("thông quan một xe ở Kim Thành còn bao nhiêu phút", 35),
        ("trước đây thông quan một xe ở Kim Thành mất bao nhiêu phút", 90),
        ("kiểm tra một container bằng máy soi mới mất bao lâu", 7),
        ("how long does it take to clear one truck at Kim Thanh", 35),
    ],
)
def test_rates_and_times_taken(question: str, expected: int) -> None:
    assert value(RATES, question) == expected
