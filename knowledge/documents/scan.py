"""Pictures of pages: photographs, scans, PDF files without a text layer.

    picture ─ upright: even, straight, large enough
            ─ ruled: its tables ─ celled: cell by cell ─ Grids
            ─ the rest ─ tesseract, figures checked, slips mended ─ Lines       both ─ flow ─ pieces

What comes out is marked as recognised: figures may be misread, and an answer from them says so.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import groupby, islice
from statistics import median
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
from PIL import Image, ImageOps, UnidentifiedImageError

from knowledge.documents import tesseract
from knowledge.documents.celled import rows_of
from knowledge.documents.figures import checked
from knowledge.documents.flow import flow
from knowledge.documents.limits import Limits, more_time
from knowledge.documents.pieces import Grid, Piece, clean
from knowledge.documents.placed import Line, Page
from knowledge.documents.ruled import ruled_tables
from knowledge.documents.slips import mended
from knowledge.documents.tesseract import ENGLISH, Word
from knowledge.documents.upright import upright
from knowledge.errors import UnreadableFile
from knowledge.model import Problem

OCR = Problem("ocr")  # doubtful because recognised from a picture
_DPI = 300
_LARGEST = 60_000_000  # pixels; a page of A3 at 600 dpi has 70 million, a bomb thousands of millions
_SURE = 30.0  # what the program trusts less is noise
_CERTAIN = 85.0
_DASHES = ("-", "–", "—")
_ALONE = (*_DASHES, "+", "*", "•", "&", "=", "/", "%", "…", "...", "→", "x", "./.")
_PAGES_AT_MOST = 100
_HEIGHT = 842.0  # points
_GAP = 2.5  # in line heights: words further apart stand in different columns
_DOUBTFUL = 60.0  # a page read with less trust than that may stand on its head


def read_image(file: str, data: bytes, limits: Limits) -> tuple[list[Piece], tuple[Problem, ...]]:
    """The pieces of a picture of a page. Raises UnreadableFile: needs_tool, damaged, too_large, too_slow, no_text."""
    tesseract.needed(file)
    more_time(limits.scan)
    try:
        with Image.open(io.BytesIO(data)) as opened:
            count = getattr(opened, "n_frames", 1)
            if count > _PAGES_AT_MOST:
                raise UnreadableFile("too_many_pages", file=file, pages=str(count), most=str(_PAGES_AT_MOST))
            pages = _all(file, (_frame(file, opened, number) for number in range(count)))
    except Image.DecompressionBombError as error:
        raise UnreadableFile("too_large", file=file) from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise UnreadableFile("damaged", file=file) from error
    return flow(pages), (OCR,)


def read_scanned_pdf(file: str, data: bytes, limits: Limits) -> tuple[list[Piece], tuple[Problem, ...]]:
    """The pieces of a PDF whose pages are pictures. Raises UnreadableFile: needs_tool, damaged, too_many_pages …"""
    tesseract.needed(file)
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


def _drawn(page: Any) -> Image.Image:
    width, height = page.get_size()
    scale = min(_DPI / 72, (_LARGEST / max(width * height, 1)) ** 0.5)
    picture: Image.Image = page.render(scale=scale, grayscale=True).to_pil()
    return picture


def _all(file: str, pictures: Iterator[Image.Image]) -> list[Page]:
    """The pages recognised, as many at a time as there are processors, and no more drawn than that."""
    at_once = os.cpu_count() or 1
    found: list[Page] = []
    with ThreadPoolExecutor(at_once) as threads:
        numbered = enumerate(pictures, 1)
        while batch := list(islice(numbered, at_once)):
            found += threads.map(lambda one: _recognised(file, one[1], one[0]), batch)
    return found


def _recognised(file: str, picture: Image.Image, number: int) -> Page:
    """The lines and tables Tesseract finds in a picture, their places as on a page of A4 height in points."""
    picture = upright(picture)
    page, trust = _read(file, picture, number)
    if trust < _DOUBTFUL:
        turned, more = _read(file, picture.transpose(Image.Transpose.ROTATE_180), number)
        if more > trust + 10:
            return turned
    return page


def _read(file: str, picture: Image.Image, number: int) -> tuple[Page, float]:
    """The page in a picture that stands upright, and how far the program trusts its words: the usual one's `sure`."""
    scale = _HEIGHT / picture.height
    tables = ruled_tables(picture)
    rest = picture.copy() if tables else picture
    for table in tables:
        rest.paste(255, table.box)
    words = tesseract.words(file, rest, layout=tesseract.PAGE)
    if ENGLISH in tesseract.models() and any(c.isdigit() for word in words for c in word.text):
        words = checked(words, tesseract.words(file, rest, layout=tesseract.PAGE, model=ENGLISH))
    placed: list[tuple[float, float, Line | Grid]] = [
        (line.bottom, line.x0, line) for line in _lines(_without_noise(words), scale)
    ]
    for table in tables:
        rows = rows_of(file, table)
        if rows:
            placed.append((table.box[1] * scale, table.box[0] * scale, Grid(rows, page=number)))
    placed.sort(key=lambda item: (round(item[0] / 4), item[1]))
    trust = median(word.sure for word in words) if words else 0.0
    return Page(number, picture.width * scale, _HEIGHT, tuple(item for _, _, item in placed)), trust


# --- lines -----------------------------------------------------------------------------------------------------------


def _without_noise(words: list[Word]) -> list[Word]:
    """The words without lines that are none, as of stamps and signatures, and signs that are specks. In a line that is
    one, words the program is not sure of are words all the same."""
    found: list[Word] = []
    for _, group in groupby(words, key=lambda word: word.line):
        line = [word for word in group if _said(word)]
        while line and line[-1].text in _DASHES and line[-1].sure < _CERTAIN:
            line.pop()
        if line and median(word.sure for word in line) >= _SURE and any(_says(word) for word in line):
            found += [replace(word, text=word.text.strip("_|°~") or word.text) for word in line]
    return found


def _says(word: Word) -> bool:
    return any(c.isalnum() for c in word.text)


def _said(word: Word) -> bool:
    """Whether a word is one, or a sign that stands alone in writing."""
    return _says(word) or (word.sure >= _SURE and word.text in _ALONE)


def _lines(words: list[Word], scale: float) -> Iterator[Line]:
    """The words as lines. Heights of words vary with their letters; a line is given the usual one unless it is set much
    larger or smaller, and is placed by the foot of its words."""
    if not words:
        return
    usual = median(word.bottom - word.top for word in words)
    for _, group in groupby(words, key=lambda word: word.line):
        line = list(group)
        height = median(word.bottom - word.top for word in line)
        size = usual if 0.7 < height / usual < 1.4 else height
        foot = median(word.bottom for word in line)
        part: list[Word] = []
        for word in line:
            if part and word.left - part[-1].right > _GAP * usual:
                yield _line(part, foot, size, scale)
                part = []
            part.append(word)
        yield _line(part, foot, size, scale)


def _line(words: list[Word], foot: float, size: float, scale: float) -> Line:
    text = mended(clean(" ".join(word.text for word in words)))
    return Line(text, words[0].left * scale, words[-1].right * scale, (foot - size) * scale, foot * scale, size * scale)
