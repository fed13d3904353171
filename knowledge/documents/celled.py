"""What stands in the cells of a table in a picture.

The cells of a row are put close together on one line, those of several lines below: with rules and wide gaps between
them the program loses figures, cell by cell it has too little to go by. Figures are read by the English model as well,
which is the better one for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from statistics import median

from PIL import Image, ImageFilter

from knowledge.documents import tesseract
from knowledge.documents.figures import chosen
from knowledge.documents.pieces import rectangular
from knowledge.documents.ruled import Ruled
from knowledge.documents.tesseract import ENGLISH, Word

_SURE = 30.0  # signs the program trusts less are noise; a word between others is one all the same
_GAP = 22  # dots between cells on a line, about two blanks
_MARGIN = 40
_BETWEEN = 12  # dots between lines
_TALLEST = 12_000  # dots of a picture; longer tables are read in parts
_INK = [255 if value < 140 else 0 for value in range(256)]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A cell's letters on the picture that is read."""

    number: int
    left: int
    top: int
    right: int
    bottom: int

    def holds(self, word: Word) -> bool:
        x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
        return self.left - _GAP / 2 <= x < self.right + _GAP / 2 and self.top <= y < self.bottom


def rows_of(file: str, table: Ruled) -> tuple[tuple[str, ...], ...]:
    """The rows of a table, a merged cell's text in every place it covers. Raises UnreadableFile as
    :func:`tesseract.words`."""
    texts: dict[int, str] = {}
    for picture, pieces in _pictures(table):
        vietnamese = _told(pieces, tesseract.words(file, picture, layout=tesseract.BLOCK))
        english: dict[int, str] = {}
        if ENGLISH in tesseract.models():
            found = tesseract.words(file, picture, layout=tesseract.BLOCK, model=ENGLISH)
            english = _told(pieces, found)
        for piece in pieces:
            texts[piece.number] = chosen(vietnamese.get(piece.number, ""), english.get(piece.number, ""))
    rows = [["" for _ in range(table.columns)] for _ in range(table.rows)]
    for number, cell in enumerate(table.cells):
        for r in range(cell.top, cell.bottom):
            for c in range(cell.left, cell.right):
                rows[r][c] = texts.get(number, "")
    return rectangular(rows)


def _told(pieces: list[_Piece], words: list[Word]) -> dict[int, str]:
    words = [word for word in words if word.sure >= _SURE or any(c.isalnum() for c in word.text)]
    told = {}
    for piece in pieces:
        inside = [word for word in words if piece.holds(word)]
        lines = [" ".join(word.text for word in line) for _, line in groupby(inside, key=lambda word: word.line)]
        told[piece.number] = "\n".join(lines)
    return told


def _pictures(table: Ruled) -> Iterator[tuple[Image.Image, list[_Piece]]]:
    """What is read: pictures, and where in them the letters of each cell stand."""
    found = [(n, cell, box) for n, cell in enumerate(table.cells) if (box := _letters(cell.picture))]
    if not found:
        return
    usual = median(box[3] - box[1] for _, _, box in found)
    lines: list[list[tuple[int, Image.Image]]] = []
    blocks: list[list[tuple[int, Image.Image]]] = []
    for _, row in groupby(found, key=lambda one: one[1].top):
        line = []
        for number, cell, box in row:
            if cell.bottom - cell.top > 1 or box[3] - box[1] > 1.7 * min(usual, 60):
                blocks.append([(number, cell.picture.crop(box))])
            else:  # at its height in the row, so that all stand on one line
                line.append((number, cell.picture.crop((box[0], 0, box[2], cell.picture.height))))
        if line:
            lines.append(line)
    yield from _stacked(lines + blocks)


def _stacked(lines: list[list[tuple[int, Image.Image]]]) -> Iterator[tuple[Image.Image, list[_Piece]]]:
    while lines:
        pieces: list[_Piece] = []
        pictures: list[Image.Image] = []
        top, used = _MARGIN, 0
        for line in lines:
            height = max(picture.height for _, picture in line)
            if used and top + height > _TALLEST:
                break
            left = _MARGIN
            for number, picture in line:
                pieces.append(_Piece(number, left, top, left + picture.width, top + height))
                pictures.append(picture)
                left += picture.width + _GAP
            top += height + _BETWEEN
            used += 1
        whole = Image.new("L", (max(piece.right for piece in pieces) + _MARGIN, top + _MARGIN), 255)
        for piece, picture in zip(pieces, pictures, strict=True):
            whole.paste(picture, (piece.left, piece.top))
        yield whole, pieces
        lines = lines[used:]


def _letters(picture: Image.Image) -> tuple[int, int, int, int] | None:
    """Where the letters of a cell stand; specks do not count."""
    ink = picture.point(_INK).reduce(2).filter(ImageFilter.MedianFilter(3))
    box = ink.point([255 if value > 100 else 0 for value in range(256)]).getbbox()
    if box is None:
        return None
    left, top, right, bottom = (2 * place for place in box)
    return max(left - 6, 0), max(top - 6, 0), min(right + 8, picture.width), min(bottom + 8, picture.height)
