"""A follow-up that adds another gate or time to the question before."""

from __future__ import annotations

import asyncio
from decimal import Decimal

import pytest

from knowledge.library import Library
from knowledge.model import Found
from tests.ask.asked import ADDED, HEAD

FEES = (
    "Phí hạ tầng cửa khẩu năm 2031 thu 160 tỷ đồng. Cụ thể: Hữu Nghị 92,3 tỷ đồng, Tân Thanh 55,7 tỷ đồng, "
    "Chi Ma 12 tỷ đồng."
)
FIRST = "Năm 2031 phí hạ tầng cửa khẩu Hữu Nghị thu được bao nhiêu?"


@pytest.mark.parametrize(
    ("first", "then", "expected"),
    [
        (FIRST, "cộng thêm Tân Thanh nữa thì được bao nhiêu?", 148_000_000_000),
        (FIRST, "cong ca Tan Thanh", 148_000_000_000),
        (FIRST, "còn Tân Thanh?", 55_700_000_000),
        ("fee revenue at Huu Nghi in 2031", "plus Tan Thanh?", 148_000_000_000),
    ],
)
def test_added(first: str, then: str, expected: int) -> None:
    async def work() -> object:
        async with await Library.open(":memory:") as library:
            await library.add("bc.txt", (HEAD + FEES).encode(), now=ADDED)
            return await library.answer(then, asked_on=ADDED.date(), context=(first,))

    found = asyncio.run(work())
    assert isinstance(found, Found)
    assert found.value == Decimal(expected)
