"""Tables: which rows are headers, which grids are none but a frame around letterhead or signature."""

from __future__ import annotations

import re
from itertools import pairwise

from knowledge.documents.pieces import Grid, Paragraph, split
from knowledge.documents.wording import says
from knowledge.model import BlockKind

_FIGURE = re.compile(r"^[+\-–(]?\s*\d[\d.,\s]*(%|[^\W\d_]{0,4})?\)?$|^[-–—x×…]+$")
_YEAR = re.compile(
    r"^\(?((năm|nam)\s*)?(19|20)\d\d\)?$|^(\d{1,2}|I{1,3}|IV)\s?[TtQq/]?\s?/\s?(19|20)\d\d$", re.IGNORECASE
)
_COLUMN_NUMBER = re.compile(r"^\(?\s*(\d{1,2}|[A-ZĐa-z])\s*\)?(\s*=\s*[\d+\-*/×:x() ]+)?$")
_MOST_HEADERS = 5


def _figure(cell: str) -> bool:
    return bool(_FIGURE.match(cell)) and not _YEAR.match(cell)


def _numbers_columns(row: tuple[str, ...]) -> bool:
    """Whether the row only numbers the columns: 1, 2, 3=2/1 or A, B, (1), (2)."""
    filled = [cell for cell in row if cell]
    if len(filled) < 2 or not all(_COLUMN_NUMBER.match(cell) for cell in filled):
        return False
    digits = [int(m[0]) for cell in filled if (m := re.match(r"\d+", cell.lstrip("( ")))]
    return len(digits) >= 2 and digits == list(range(digits[0], digits[0] + len(digits))) and digits[0] <= 2


def header_rows(rows: tuple[tuple[str, ...], ...]) -> int:
    """How many of the first rows are headers: the first unless it holds figures, those that split its merged cells or
    carry on its cells downwards, and a row that numbers the columns."""
    if len(rows) < 2 or any(_figure(cell) for cell in rows[0][1:]):
        return 0
    count = 1
    while count < min(len(rows) - 1, _MOST_HEADERS):
        above, row = rows[count - 1], rows[count]
        if any(_figure(cell) for cell in row):
            break
        merged = any(a == b != "" for a, b in pairwise(above))
        carried = any(a == b != "" for a, b in zip(above, row, strict=True))
        goes_on = not row[0] and any(row)  # headers over several rows leave the first column to the first of them
        if not (goes_on or carried or (merged and above != row)):
            break
        count += 1
    if count < len(rows) - 1 and _numbers_columns(rows[count]):
        count += 1
    return count


def flat(grid: Grid) -> tuple[tuple[str, ...], ...]:
    """The grid's rows with each cell on one line."""
    return tuple(tuple(" ".join(cell.split()) for cell in row) for row in grid.rows)


def lines(grid: Grid) -> list[Paragraph]:
    """The lines of a grid that is only a frame, column by column, merged cells once."""
    found: list[Paragraph] = []
    for c in range(len(grid.rows[0])):
        for r, row in enumerate(grid.rows):
            if (c and row[c] == row[c - 1]) or (r and row[c] == grid.rows[r - 1][c]) or not row[c]:
                continue
            found += split(Paragraph(row[c], kind=BlockKind.LETTERHEAD, page=grid.page))
    return found


def is_frame(grid: Grid) -> bool:
    """Whether the grid is the borderless frame of a letterhead or a signature rather than a table of content."""
    if len(grid.rows) > 8 or not grid.rows or len(grid.rows[0]) > 3:
        return False
    if sum(_figure(cell) for row in grid.rows for cell in row) > 1:
        return False
    texts = [line for row in grid.rows for cell in row for line in cell.split("\n")]
    if any(says(text, "motto", "number", "dateline", "recipients") for text in texts):
        return True
    return len(texts) <= 16 and sum(says(text, "signing", "signed") for text in texts) >= 1 and not grid.bordered
