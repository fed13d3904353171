"""Reports as scanned pages, and how many of their figures are read the same."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import datetime
from functools import cache

from knowledge.documents import tesseract
from knowledge.library import Library
from tests.documents import made, made_page
from tests.documents.made_page import Wear
from tests.library.written import HALF, YEAR

NOW = datetime(2023, 2, 1, 8, 0)
REPORTS = {"year": YEAR, "half": HALF}
WEAR = {
    "300 dpi, straight": (300, Wear()),
    "200 dpi, a little askew, grey": (200, Wear(turn=-0.7, paper=225, ink=40, noise=12, blur=0.6, specks=60, jpeg=80)),
    "300 dpi, turned by two degrees": (300, Wear(turn=2, paper=235, ink=30, noise=12, blur=0.8, jpeg=80)),
    "photographed askew": (220, Wear(turn=-1, tilt=0.02, paper=205, ink=45, noise=10, blur=1, shade=70, jpeg=70)),
}
POSSIBLE = tesseract.installed() and bool(made_page.FONTS)
Figures = Counter[tuple[str, str | None, str | None, str | None]]


def figures(file: str, data: bytes) -> Figures:
    """The figures understood of a file, each with its unit, time and gate."""

    async def read() -> Figures:
        async with await Library.open(":memory:") as library:
            await library.add(file, data, now=NOW)
            return Counter((f.value, f.unit, f.period, f.gate) for f in await library.facts() if f.kind == "quantity")

    return asyncio.run(read())


@cache
def written(report: str) -> Figures:
    """The figures of the report as a text."""
    return figures("a.docx", made.docx(REPORTS[report]))


def scanned(report: str, dpi: int, wear: Wear) -> bytes:
    """The report as a PDF of pictures."""
    pages = made_page.pages(REPORTS[report], dpi=dpi)
    return made_page.scanned([made_page.worn(page, wear) for page in pages], dpi)


def share(wear: str) -> float:
    """The share of all reports' figures that scans in the state `wear` give as the texts do."""
    same = of = 0
    for report in REPORTS:
        read = figures("a.pdf", scanned(report, *WEAR[wear]))
        same += (read & written(report)).total()
        of += max(written(report).total(), read.total())
    return same / of
