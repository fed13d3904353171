"""Scanned pages: how many figures are read as in the text, and how long a page takes."""

from __future__ import annotations

from time import perf_counter

from knowledge.documents import read
from tests.library.scanned import POSSIBLE, WEAR, scanned, share


def measure() -> list[tuple[str, str]]:
    """(what, figure) for each state a page may be in."""
    if not POSSIBLE:
        return [("figures as in the text", "not measured: Tesseract (vie) or a font is missing")]
    found = [(wear, f"{share(wear):.1%} of the figures") for wear in WEAR]
    page = scanned("year", *next(iter(WEAR.values())))
    started = perf_counter()
    read("a.pdf", page)
    return [*found, ("a page with a table", f"{perf_counter() - started:.1f} s")]
