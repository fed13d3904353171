"""Tables drawn in plain text: with bars, box-drawing characters, tabs or columns of spaces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from knowledge.documents.pieces import Grid, rectangular

_BOX = str.maketrans("│┃║¦", "||||")
_BORDER = re.compile(r"^[\s+|\-=:─━═┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬┏┓┗┛]{3,}$")
_WIDE_GAP = re.compile(r" {2,}")
_DIGIT = re.compile(r"\d")
_FIGURE = re.compile(r"^[+\-–(]?\s*\d[\d.,]*\s*%?\)?$|^[-–—]$")


def _bars(line: str) -> list[str] | None:
    line = line.translate(_BOX).strip()
    if "|" not in line:
        return None
    if line.startswith("|"):  # drawn with an outer frame; without one a bar at the end stands before an empty cell
        line = line.removeprefix("|").removesuffix("|")
    return [cell.strip() for cell in line.split("|")]


def _border(line: str) -> bool:
    return bool(_BORDER.match(line)) and any(c in line for c in "-=─━═")


def drawn_table(lines: Sequence[str], start: int) -> tuple[Grid, int] | None:
    """The table that starts at the line `start`, and how many lines it takes; None where there is none."""
    return _barred(lines, start) or _tabbed(lines, start) or _spaced(lines, start)


def _barred(lines: Sequence[str], start: int) -> tuple[Grid, int] | None:
    rows: list[list[str]] = []
    used = 0
    headers: int | None = None
    for line in islice(lines, start, None):
        if _border(line):
            if rows and headers is None:
                headers = len(rows)
            used += 1
            continue
        cells = _bars(line)
        if cells is None or (rows and len(cells) != len(rows[0])):
            break
        rows.append(cells)
        used += 1
    least = 2 if (rows and len(rows[0]) > 2) or headers else 3
    if len(rows) < least or len(rows[0]) < 2:
        return None
    grid = rectangular(rows)
    if len(grid) < 2 or len(grid[0]) < 2:
        return None
    ruled = headers is not None and headers < len(rows) and headers <= 3
    return Grid(grid, header_rows=headers if ruled else None), used


def _tabbed(lines: Sequence[str], start: int) -> tuple[Grid, int] | None:
    rows: list[list[str]] = []
    for line in islice(lines, start, None):
        if line.strip().count("\t") < 1:
            break
        rows.append(line.rstrip("\n").split("\t"))
    width = max((len(row) for row in rows), default=0)
    if len(rows) < 2 or width < 2 or (width == 2 and len(rows) < 3):
        return None
    grid = rectangular(rows)
    if len(grid) < 2 or len(grid[0]) < 2 or not any(_DIGIT.search(cell) for row in grid[1:] for cell in row):
        return None
    return Grid(grid), len(rows)


def _spaced(lines: Sequence[str], start: int) -> tuple[Grid, int] | None:
    rows: list[list[str]] = []
    for line in islice(lines, start, None):
        cells = _WIDE_GAP.split(line.strip())
        if len(cells) < 2 or (rows and len(cells) != len(rows[0])) or any(len(cell) > 60 for cell in cells):
            break
        rows.append(cells)
    if len(rows) < 3 or len(rows[0]) < 2:
        return None
    figures = sum(bool(_FIGURE.match(cell)) for row in rows[1:] for cell in row[1:])
    if figures < 0.5 * (len(rows) - 1) * (len(rows[0]) - 1):
        return None
    return Grid(rectangular(rows)), len(rows)
