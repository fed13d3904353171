"""A report as text and as scanned pages: nearly all figures are the same, and an answer from them says so."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import date, datetime
from functools import cache

import pytest

from bot.render import render
from knowledge.documents import tesseract
from knowledge.library import Library
from knowledge.model import Found
from tests.documents import made, made_page
from tests.documents.made_page import Wear
from tests.library.written import HALF, YEAR

NOW = datetime(2023, 2, 1, 8, 0)
REPORTS = {"year": YEAR, "half": HALF}
WEAR = {
    "200 dpi, a little askew, grey": (200, Wear(turn=-0.7, paper=225, ink=40, noise=12, blur=0.6, specks=60, jpeg=80)),
    "300 dpi, turned by two degrees": (300, Wear(turn=2, paper=235, ink=30, noise=12, blur=0.8, jpeg=80)),
}
LEAST = 0.95
pytestmark = pytest.mark.skipif(
    not (tesseract.installed() and made_page.FONTS),
    reason="Tesseract (vie) or a font is missing",
)


def figures(file: str, data: bytes) -> Counter[tuple[str, str | None, str | None, str | None]]:
    async def read() -> Counter[tuple[str, str | None, str | None, str | None]]:
        async with await Library.open(":memory:") as library:
            await library.add(file, data, now=NOW)
            return Counter((f.value, f.unit, f.period, f.gate) for f in await library.facts() if f.kind == "quantity")

    return asyncio.run(read())


@cache
def written(report: str) -> Counter[tuple[str, str | None, str | None, str | None]]:
    return figures("a.docx", made.docx(REPORTS[report]))


def scanned(report: str, dpi: int, wear: Wear) -> bytes:
    pages = made_page.pages(REPORTS[report], dpi=dpi)
    return made_page.scanned([made_page.worn(page, wear) for page in pages], dpi)


@pytest.mark.parametrize("wear", WEAR)
def test_a_scan_gives_the_same_figures(wear: str) -> None:
    same = of = 0
    for report in REPORTS:
        read = figures("a.pdf", scanned(report, *WEAR[wear]))
        same += (read & written(report)).total()
        of += max(written(report).total(), read.total())
    assert same / of >= LEAST


def test_a_photographed_page_on_its_head_is_read() -> None:
    page = made_page.worn(made_page.pages(HALF, dpi=200)[0].rotate(180), Wear(tilt=0.015, paper=215, ink=40, shade=50))
    read = figures("a.jpg", made_page.picture(page, "JPEG", quality=75))
    assert (read & written("half")).total() / written("half").total() >= LEAST


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("6 tháng đầu năm 2021 kim ngạch qua Thanh Thủy đạt bao nhiêu?", "bản quét"),
        ("How much turnover passed Thanh Thuy in the first half of 2021?", "scan"),
    ],
)
async def test_an_answer_from_a_scan_says_so(question: str, told: str) -> None:
    async with await Library.open(":memory:") as library:
        added = await library.add("a.pdf", scanned("half", 200, Wear()), now=NOW)
        assert [problem.code for problem in added.report.problems] == ["ocr"]
        answer = await library.answer(question, asked_on=date(2023, 2, 1))
    assert isinstance(answer, Found)
    assert [note.code for note in answer.notes] == ["ocr"]
    text = render(answer).html
    assert "152" in text
    assert told in text
