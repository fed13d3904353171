"""A report as text and as scanned pages: nearly all figures are the same, and an answer from them says so."""

from __future__ import annotations

from datetime import date

import pytest

from bot.render import render
from knowledge.library import Library
from knowledge.model import Found
from tests.documents import made_page
from tests.documents.made_page import Wear
from tests.library.scanned import NOW, POSSIBLE, figures, scanned, share, written
from tests.library.written import HALF

LEAST = 0.95
pytestmark = pytest.mark.skipif(not POSSIBLE, reason="Tesseract (vie) or a font is missing")


@pytest.mark.parametrize("wear", ["200 dpi, a little askew, grey", "300 dpi, turned by two degrees"])
def test_a_scan_gives_the_same_figures(wear: str) -> None:
    assert share(wear) >= LEAST


def test_a_photographed_page_on_its_head_is_read() -> None:
    page = made_page.worn(made_page.pages(HALF, dpi=200)[0].rotate(180), Wear(tilt=0.015, paper=215, ink=40, shade=50))
    read = figures("a.jpg", made_page.picture(page, "JPEG", quality=75))
    assert (read & written("half")).total() / written("half").total() >= LEAST


async def test_an_answer_from_a_scan_says_so_in_the_language_of_the_question() -> None:
    questions = {
        "6 tháng đầu năm 2021 kim ngạch qua Thanh Thủy đạt bao nhiêu?": "bản quét",
        "How much turnover passed Thanh Thuy in the first half of 2021?": "scan",
    }
    async with await Library.open(":memory:") as library:
        added = await library.add("a.pdf", scanned("half", 200, Wear()), now=NOW)
        assert [problem.code for problem in added.report.problems] == ["ocr"]
        for question, told in questions.items():
            answer = await library.answer(question, asked_on=date(2023, 2, 1))
            assert isinstance(answer, Found)
            assert [note.code for note in answer.notes] == ["ocr"]
            text = render(answer).html
            assert "152" in text
            assert told in text
