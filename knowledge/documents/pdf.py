"""PDF files with a text layer: words by their place on the page, tables by their rules."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pdfplumber
import pypdfium2  # type: ignore[import-untyped]
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.utils.exceptions import PdfminerException

from knowledge.documents.flow import flow
from knowledge.documents.legacy import Run, detect, font_encoding, unify
from knowledge.documents.limits import Limits
from knowledge.documents.outline import bullet
from knowledge.documents.pieces import Grid, Piece, clean, rectangular
from knowledge.documents.placed import Line, Page
from knowledge.errors import UnreadableFile
from knowledge.model import Problem

_INSIDE = 2  # points
_TOUCHING = 0.17  # in font sizes: words closer than this are one
_COLUMN_GAP = 2.2  # in font sizes: words further apart stand in different columns


def read_pdf(file: str, data: bytes, limits: Limits) -> tuple[list[Piece], tuple[Problem, ...]]:
    """The pieces of a PDF. Raises UnreadableFile: encrypted, damaged, too_many_pages, no_text (a scan)."""
    count = _page_count(file, data)
    if count > limits.pages:
        raise UnreadableFile("too_many_pages", file=file, pages=str(count), most=str(limits.pages))
    pages: list[Page] = []
    try:
        with pdfplumber.open(io.BytesIO(data)) as opened:
            for page in opened.pages:
                pages.append(_page(page))
                page.close()
    except PDFPasswordIncorrect as error:
        raise UnreadableFile("encrypted", file=file) from error
    except (PdfminerException, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
        if isinstance(error.__cause__ or error.__context__ or (error.args or [None])[0], PDFPasswordIncorrect):
            raise UnreadableFile("encrypted", file=file) from error
        raise UnreadableFile("damaged", file=file) from error
    if not any(page.items for page in pages):
        raise UnreadableFile("no_text", file=file)
    return flow(pages), ()


def _page_count(file: str, data: bytes) -> int:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        code = "encrypted" if "assword" in str(error) or b"/Encrypt" in data else "damaged"
        raise UnreadableFile(code, file=file) from error
    try:
        return len(document)
    finally:
        document.close()


def _page(page: Any) -> Page:
    tables = [t for t in page.find_tables() if _is_table(t)]
    default = _encoding(page)
    boxes = [t.bbox for t in tables]
    words = page.extract_words(
        keep_blank_chars=False,
        use_text_flow=False,
        x_tolerance_ratio=0.25,
        y_tolerance=2,
        extra_attrs=["fontname", "size"],
    )
    words = [w for w in words if not any(_inside(w, box) for box in boxes)]
    items: list[Line | Grid] = list(_lines(words, default))
    places = [(line.top, line.x0) for line in items if isinstance(line, Line)]
    for table in tables:
        rows = rectangular(_cells(table, default))
        if rows:
            items.append(Grid(rows, page=page.page_number))
            places.append((table.bbox[1], table.bbox[0]))
    order = sorted(range(len(items)), key=lambda i: (round(places[i][0] / 3), places[i][1]))
    return Page(page.page_number, page.width, page.height, tuple(items[i] for i in order))


def _is_table(table: Any) -> bool:
    return len(table.rows) >= 2 and max(len(row.cells) for row in table.rows) >= 2


def _inside(word: dict[str, Any], box: tuple[float, float, float, float]) -> bool:
    x, y = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
    return bool(box[0] <= x <= box[2] and box[1] <= y <= box[3])


def _encoding(page: Any) -> str | None:
    """The old encoding most of the page's letters are in, by font or by content."""
    counts = Counter(font_encoding(char["fontname"]) for char in page.chars if char["text"].isalpha())
    most = counts.most_common(1)[0][0] if counts else None
    return most or detect("".join(char["text"] for char in page.chars))


def _cells(table: Any, default: str | None) -> list[list[str]]:
    """The table's cells; where a rule is missing between places, the cell that covers them is repeated."""
    texts = table.extract(x_tolerance_ratio=0.25, y_tolerance=2)
    places = [row.cells for row in table.rows]
    if default:
        texts = [[unify([Run(cell or "")], default) for cell in row] for row in texts]
    found: list[list[str]] = [["" for _ in row] for row in texts]
    boxes = [(cell, texts[r][c] or "") for r, row in enumerate(places) for c, cell in enumerate(row) if cell]
    xs = _edges([cell for cell, _ in boxes], 0, 2)
    for r, row in enumerate(table.rows):
        y = row.bbox[1] + _INSIDE if any(row.cells) else 0  # its first line: a cell merged downwards makes it taller
        for c in range(len(found[r])):
            if places[r][c]:
                found[r][c] = texts[r][c] or ""
                continue
            x = (xs[c] + xs[c + 1]) / 2 if c + 1 < len(xs) else 0
            found[r][c] = next((t for b, t in boxes if b[0] < x < b[2] and b[1] < y < b[3]), "")
    return found


def _edges(boxes: list[tuple[float, float, float, float]], *sides: int) -> list[float]:
    edges: list[float] = []
    for value in sorted(box[side] for box in boxes for side in sides):
        if not edges or value - edges[-1] > 2:
            edges.append(value)
    return edges


def _lines(words: list[dict[str, Any]], default: str | None) -> Iterator[Line]:
    """Words as lines; words of one line that stand far apart become lines of their own."""
    rows: list[list[dict[str, Any]]] = []
    for word in sorted(words, key=lambda w: (w["bottom"], w["x0"])):
        row = rows[-1] if rows else None
        if row and abs(row[-1]["bottom"] - word["bottom"]) <= 0.35 * word["size"]:
            row.append(word)
        else:
            rows.append([word])
    for row in rows:
        row.sort(key=lambda w: w["x0"])
        part: list[dict[str, Any]] = []
        for word in row:
            apart = bool(part) and word["x0"] - part[-1]["x1"] > _COLUMN_GAP * word["size"]
            if apart and not (len(part) == 1 and bullet(part[0]["text"] + " x")):
                yield _line(part, default)
                part = []
            part.append(word)
        yield _line(part, default)


def _runs(words: list[dict[str, Any]]) -> Iterator[Run]:
    """The words with a space between those that do not touch: a change of font parts words, too."""
    for i, word in enumerate(words):
        touches = i + 1 < len(words) and words[i + 1]["x0"] - word["x1"] < _TOUCHING * word["size"]
        yield Run(word["text"] if touches else word["text"] + " ", word["fontname"])


def _line(words: list[dict[str, Any]], default: str | None) -> Line:
    bold = all("bold" in w["fontname"].lower() or "black" in w["fontname"].lower() for w in words)
    return Line(
        clean(unify(_runs(words), default)),
        words[0]["x0"],
        words[-1]["x1"],
        min(w["top"] for w in words),
        max(w["bottom"] for w in words),
        words[0]["size"],
        bold,
    )
