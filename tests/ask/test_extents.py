"""How far things reach: the unit of a figure says that it is a length or an area, and it must be the thing's own."""

from __future__ import annotations

from decimal import Decimal

import pytest

from knowledge.lexicon.load import load
from knowledge.text.fold import fold
from knowledge.text.required import Screened
from tests.ask.asked import value

REPORT = """- Cảng cạn Bản Vược (28,6 ha, vốn đăng ký 965 tỷ đồng) mới san nền 10%.
- Đường vào mốc 93 (7,6 km): vốn giao 15.800 triệu đồng.
- Cầu sang bến phà rộng 12 m, dài 214 m.
- Kinh phí tuyên truyền 85 triệu đồng.
"""
ASKED = [
    ("cảng cạn bản vược rộng bao nhiêu", "28.6"),
    ("cang can ban vuoc rong may ha", "28.6"),
    ("how big is the dry port", "28.6"),
    ("how large is Ban Vuoc dry port in hectares", "28.6"),
    ("đường vào mốc 93 dài bao nhiêu", "7.6"),
    ("duong vao moc 93 dai may km", "7.6"),
    ("how long is the road to marker 93", "7.6"),
    ("cầu dài bao nhiêu mét", "214"),
    ("cầu rộng mấy mét", "12"),
    ("Ban dành bao nhiêu cho tuyên truyền", "85000000"),
]
UNTOLD = [
    "kho lạnh rộng bao nhiêu",
    "tường rào dài bao nhiêu",
    "how long is the fence",
    "how big is the cold store area",
]


@pytest.mark.parametrize(("question", "figure"), ASKED)
def test_the_extent_of_a_thing(question: str, figure: str) -> None:
    assert value(REPORT, question) == Decimal(figure)


@pytest.mark.parametrize("question", UNTOLD)
def test_the_extent_of_another_thing_is_no_answer(question: str) -> None:
    assert value(REPORT, question) is None


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_row_finds_its_examples(language: str) -> None:
    for row in load()[f"{language}/questions"]["extent"]:
        pattern = Screened(row["pattern"])
        assert [text for text in row["yes"] if pattern.search(fold(text)) is None] == []
        assert [text for text in row["no"] if pattern.search(fold(text)) is not None] == []
