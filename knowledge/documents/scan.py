"""Pictures of pages, by Tesseract with its Vietnamese model: photographs, scans, PDF files without a text layer.

What comes out is marked as recognised: figures may be misread, and an answer from them says so.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, islice
from statistics import median
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
from PIL import Image, ImageOps, UnidentifiedImageError

from knowledge.documents import tool
from knowledge.documents.flow import flow
from knowledge.documents.limits import Limits, more_time
from knowledge.documents.pieces import Piece, clean
from knowledge.documents.placed import Line, Page
from knowledge.errors import UnreadableFile
from knowledge.model import Problem

OCR = Problem("ocr")  # doubtful because recognised from a picture
_DPI = 300
_LARGEST = 60_000_000  # pixels; a page of A3 at 600 dpi has 70 million, a bomb thousands of millions
_WIDEST = 3500  # pixels that recognition needs; larger pictures are made smaller
_SURE = 30.0  # words the program trusts less are noise
_PAGES_AT_MOST = 100
_SECONDS_A_PAGE = 60.0
_HEIGHT = 842.0  # points
_GAP = 2.5  # in line heights: words further apart stand in different columns


@lru_cache(maxsize=1)
def language() -> str | None:
    """The languages Tesseract is to read, "vie" among them; None where it or its Vietnamese model is missing."""
    program = tool.find("tesseract")
    if program is None:
        return None
    try:
        listed = tool.run("", [program, "--list-langs"], seconds=20).decode("utf-8", "replace").split()
    except UnreadableFile:
        return None
    return "vie" if "vie" in listed else None


def _program(file: str) -> tuple[str, str]:
    program, languages = tool.find("tesseract"), language()
    if program is None or languages is None:
        raise UnreadableFile("needs_tool", file=file, tool="Tesseract (vie)")
    return program, languages


def read_image(file: str, data: bytes, limits: Limits) -> tuple[list[Piece], tuple[Problem, ...]]:
    """The pieces of a picture of a page. Raises UnreadableFile: needs_tool, damaged, too_large, too_slow, no_text."""
    _program(file)
    more_time(limits.scan)
    try:
        with Image.open(io.BytesIO(data)) as opened:
            count = getattr(opened, "n_frames", 1)
            if count > _PAGES_AT_MOST:
                raise UnreadableFile("too_many_pages", file=file, pages=str(count), most=str(_PAGES_AT_MOST))
            pages = _all(file, (_frame(file, opened, number) for number in range(count)))
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise UnreadableFile("damaged", file=file) from error
    return flow(pages), (OCR,)


def read_scanned_pdf(file: str, data: bytes, limits: Limits) -> tuple[list[Piece], tuple[Problem, ...]]:
    """The pieces of a PDF whose pages are pictures. Raises UnreadableFile: needs_tool, damaged, too_many_pages …"""
    _program(file)
    more_time(limits.scan)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise UnreadableFile("damaged", file=file) from error
    try:
        if len(document) > _PAGES_AT_MOST:
            raise UnreadableFile("too_many_pages", file=file, pages=str(len(document)), most=str(_PAGES_AT_MOST))
        pages = _all(file, (_drawn(page) for page in document))
    finally:
        document.close()
    return flow(pages), (OCR,)


def _frame(file: str, opened: Image.Image, number: int) -> Image.Image:
    opened.seek(number)
    if opened.width * opened.height > _LARGEST:
        raise UnreadableFile("too_large", file=file)
    return ImageOps.exif_transpose(opened) or opened


def _all(file: str, pictures: Iterator[Image.Image]) -> list[Page]:
    """The pages recognised, as many at a time as there are processors, and no more drawn than that."""
    at_once = os.cpu_count() or 1
    found: list[Page] = []
    with ThreadPoolExecutor(at_once) as threads:
        numbered = enumerate(pictures, 1)
        while batch := list(islice(numbered, at_once)):
            found += threads.map(lambda one: _recognised(file, one[1], one[0]), batch)
    return found


def _drawn(page: Any) -> Image.Image:
    width, height = page.get_size()
    scale = min(_DPI / 72, (_LARGEST / max(width * height, 1)) ** 0.5)
    picture: Image.Image = page.render(scale=scale, grayscale=True).to_pil()
    return picture


def _recognised(file: str, picture: Image.Image, number: int) -> Page:
    """The lines Tesseract finds in a picture, their places as on a page of A4 height in points."""
    picture = ImageOps.autocontrast(picture.convert("L"))
    if max(picture.size) > _WIDEST * 1.5:
        picture.thumbnail((_WIDEST, _WIDEST * 2))
    program, languages = _program(file)
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", compress_level=1)
    command = [program, "stdin", "stdout", "-l", languages, "--dpi", str(_DPI), "tsv"]
    table = tool.run(file, command, seconds=_SECONDS_A_PAGE, data=buffer.getvalue()).decode("utf-8", "replace")
    scale = _HEIGHT / picture.height
    return Page(number, picture.width * scale, _HEIGHT, tuple(_lines(list(_words(table, scale)))))


@dataclass(frozen=True, slots=True)
class _Word:
    line: tuple[int, int, int]
    text: str
    left: float
    top: float
    right: float
    bottom: float


def _words(table: str, scale: float) -> Iterator[_Word]:
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        try:
            text, sure = row["text"] or "", float(row["conf"])
            left, top, width, height = (int(row[name]) * scale for name in ("left", "top", "width", "height"))
            line = int(row["block_num"]), int(row["par_num"]), int(row["line_num"])
        except (KeyError, TypeError, ValueError):
            continue
        if text.strip() and sure >= _SURE:
            yield _Word(line, text, left, top, left + width, top + height)


def _lines(words: list[_Word]) -> list[Line]:
    """The words as lines from top to bottom. Heights of words vary with their letters; a line is given the usual one
    unless it is set much larger or smaller, and is placed by the foot of its words."""
    if not words:
        return []
    usual = median(word.bottom - word.top for word in words)
    found: list[Line] = []
    for _, group in groupby(words, key=lambda word: word.line):
        line = list(group)
        height = median(word.bottom - word.top for word in line)
        size = usual if 0.7 < height / usual < 1.4 else height
        foot = median(word.bottom for word in line)
        part: list[_Word] = []
        for word in line:
            if part and word.left - part[-1].right > _GAP * usual:
                found.append(_line(part, foot, size))
                part = []
            part.append(word)
        found.append(_line(part, foot, size))
    return sorted(found, key=lambda line: (round(line.bottom / 4), line.x0))


def _line(words: list[_Word], foot: float, size: float) -> Line:
    text = clean(" ".join(word.text for word in words))
    return Line(text, words[0].left, words[-1].right, foot - size, foot, size)
