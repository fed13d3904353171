"""Minutes of a meeting: what stands at its head bears on all of it, and its roll says who was there and as what."""

from __future__ import annotations

import asyncio
from datetime import date, datetime

import pytest

from knowledge.library import Library
from knowledge.model import Answer, Choice, Found

MINUTES = """BQL KHU KINH TẾ TỈNH HÀ GIANG          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

                    BIÊN BẢN LÀM VIỆC
   V/v giải quyết ùn ứ hàng nông sản tại cửa khẩu Thanh Thủy

Thời gian: 8h30 ngày 22/5/2031. Kết thúc 11h15 cùng ngày.

THÀNH PHẦN
- Ô. Lù Văn Páo - Trưởng Ban, chủ trì
- Bà Sùng Thị Dợ - PTB: vắng (đi học)
- Ô. Vàng Seo Chín - PTB
- Ô. Phan Bá Cường - GĐ TT QLCK Thanh Thủy
- Ô. Giàng A Cường - PP QLDN
- Ô. Hoàng Công Minh - TP QLĐT (vắng có lý do)

NỘI DUNG
1. TT QLCK báo cáo:
Tính đến 7h sáng 22/5 còn tồn 214 xe dưa hấu tại bãi. Lũy kế 4 tháng đầu năm 2031 hàng nông sản qua cửa khẩu 8.120 xe.
2. HQ: từ 10/5 phía bạn giảm giờ làm, chỉ nhận 45 xe/ngày.

KẾT LUẬN (Ô. Páo)
a) PTB Chín phụ trách đoàn sang Thiên Bảo hội đàm ngày 29/5/2031.
b) Họp lại ngày 05/6/2031.
c) PTB Chín làm việc với Ban QL cửa khẩu Thiên Bảo ngày 25/5/2031, đề nghị nâng lên 90 xe/ngày.

TK: Khoàng Thị Mỷ.
"""


def asked(question: str) -> Answer:
    async def work() -> Answer:
        async with await Library.open(":memory:") as library:
            await library.add("bien ban.txt", MINUTES.encode(), now=datetime(2032, 2, 1, 8, 0))
            return await library.answer(question, asked_on=date(2032, 2, 10))

    return asyncio.run(work())


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("ai ghi biên bản cuộc họp Thanh Thủy tháng 5/2031", "Khoàng Thị Mỷ"),
        ("who took the minutes of the Thanh Thuy meeting in May 2031?", "Khoàng Thị Mỷ"),
        ("Ai dẫn đoàn sang Thiên Bảo tháng 5/2031?", "Vàng Seo Chín"),
        ("ai dan doan sang thien bao cuoi thang 5/2031", "Vàng Seo Chín"),
        ("who will meet the Thien Bao gate board?", "Vàng Seo Chín"),
        ("giam doc trung tam thanh thuy nam 2031 la ai", "Phan Bá Cường"),
        ("Sau cuộc họp 22/5/2031 thì ngày nào họp lại?", "ngày 05/6/2031"),
    ],
)
def test_minutes_tell_who_and_when(question: str, expected: str) -> None:
    found = asked(question)
    assert isinstance(found, Found)
    assert found.short == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Bà Dợ có dự họp 22/5/2031 ở Thanh Thủy không?", False),
        ("ông Minh trưởng phòng có mặt ở cuộc họp 22/5/2031 không", False),
        ("ông Chín có dự họp ngày 22/5/2031 ở Thanh Thủy không", True),
    ],
)
def test_the_roll_says_who_was_missed(question: str, expected: bool) -> None:
    found = asked(question)
    assert isinstance(found, Found)
    assert found.value is expected


def test_what_still_is_there_is_said_of_the_figure_behind_it() -> None:
    found = asked("Sáng hôm họp 22/5/2031 ở bãi Thanh Thủy còn kẹt bao nhiêu xe?")
    assert isinstance(found, Found)
    assert found.value == 214


def test_a_given_name_that_two_bear_is_asked_back() -> None:
    assert isinstance(asked("đồng chí Cường giữ chức gì ở cuộc họp Thanh Thủy tháng 5/2031"), Choice)


@pytest.mark.parametrize("question", ["ai dẫn đoàn sang Nam Ninh năm 2031", "giám đốc trung tâm Xín Mần là ai"])
def test_of_others_minutes_tell_nothing(question: str) -> None:
    assert not isinstance(asked(question), Found)
