"""Tesseract with its Vietnamese model: the words in a picture, each with its place and how sure the program is."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image

from knowledge.documents import tool
from knowledge.errors import UnreadableFile

_SECONDS = 120.0  # a page, on a busy machine
PAGE, BLOCK = 3, 6  # page segmentation: find the columns and paragraphs; all is one block of lines


@dataclass(frozen=True, slots=True)
class Word:
    """A word, `line` the number of its line, places in dots from the top left corner, `sure` from 0 to 100."""

    text: str
    line: tuple[int, int, int]
    left: int
    top: int
    right: int
    bottom: int
    sure: float


VIETNAMESE, ENGLISH = "vie", "eng"


@lru_cache(maxsize=1)
def models() -> frozenset[str]:
    """The models that are installed; none where Tesseract is not."""
    program = tool.find("tesseract")
    if program is None:
        return frozenset()
    try:
        return frozenset(tool.run("", [program, "--list-langs"], seconds=20).decode("utf-8", "replace").split())
    except UnreadableFile:
        return frozenset()


def installed() -> bool:
    """Whether pictures can be read here."""
    return VIETNAMESE in models()


def needed(file: str) -> str:
    """The program; raises UnreadableFile: needs_tool where it or its Vietnamese model is missing."""
    program = tool.find("tesseract")
    if program is None or not installed():
        raise UnreadableFile("needs_tool", file=file, tool="Tesseract (vie)")
    return program


def words(file: str, picture: Image.Image, *, layout: int, model: str = VIETNAMESE) -> list[Word]:
    """The words in a picture of 300 dpi, in the order they are read. Raises UnreadableFile: needs_tool, too_slow,
    damaged."""
    program = needed(file)
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", compress_level=1)
    command = [program, "stdin", "stdout", "-l", model, "--dpi", "300", "--psm", str(layout), "tsv"]
    table = tool.run(file, command, seconds=_SECONDS, data=buffer.getvalue()).decode("utf-8", "replace")
    return list(_words(table))


def _words(table: str) -> Iterator[Word]:
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        try:
            text, sure = row["text"] or "", float(row["conf"])
            left, top, width, height = (int(row[name]) for name in ("left", "top", "width", "height"))
            line = int(row["block_num"]), int(row["par_num"]), int(row["line_num"])
        except (KeyError, TypeError, ValueError):
            continue
        if text.strip():
            yield Word(text, line, left, top, left + width, top + height, sure)
