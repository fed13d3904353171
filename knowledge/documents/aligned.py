"""Tables without rules, or whose rules were not read: lines of type that stand in columns below each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from knowledge.documents.pieces import Grid, rectangular
from knowledge.documents.placed import Line

_FIGURE = re.compile(r"^[+\-–(]?\s*\d[\d.,\s]*%?\)?$|^[-–—]$")
_LEAST_ROWS = 3  # with more than one part
_LEAST_FIGURES = 0.4  # share of the parts after the first that are figures; text in two columns has none
_WRAPPED = 0.6  # lines closer than this share of the usual distance between rows are in one row
_ALONE = 2  # rows with one part that may follow each other within a table

_Row = list[Line]


def with_tables(items: Sequence[Line | Grid], page: int) -> list[Line | Grid]:
    """`items` with the lines that form tables put into grids."""
    found: list[Line | Grid] = []
    run: list[Line] = []
    for item in items:
        if isinstance(item, Line):
            run.append(item)
        else:
            found += _tables(run, page)
            found.append(item)
            run = []
    return found + _tables(run, page)


def _rows(lines: list[Line]) -> list[_Row]:
    """The lines by their height on the page, each row from left to right."""
    rows: list[_Row] = []
    for line in sorted(lines, key=lambda line: (line.bottom, line.x0)):
        if rows and line.bottom - rows[-1][-1].bottom < 0.45 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    for row in rows:
        row.sort(key=lambda line: line.x0)
    return rows


def _tables(lines: list[Line], page: int) -> list[Line | Grid]:
    rows = _rows(lines)
    found: list[Line | Grid] = []
    at = 0
    while at < len(rows):
        end = _end(rows, at)
        grid = _grid(rows[at:end]) if end else ()
        if end and grid:
            found.append(Grid(grid, bordered=False, page=page))
            at = end
        else:
            found += rows[at]
            at += 1
    return found


def _end(rows: list[_Row], start: int) -> int | None:
    """The row after the table that starts at `start`; None where none does."""
    if len(rows[start]) < 2:
        return None
    end, several = start, 0
    last = start
    while end < len(rows):
        row = rows[end]
        if end > start and row[0].bottom - rows[end - 1][0].bottom > 4 * row[0].size:
            break
        if len(row) > 1:
            several += 1
            last = end
        elif end - last > _ALONE or not _within_column(row[0], rows[start : end + 1]):
            break
        end += 1
    end = last + 1
    table = [row for row in rows[start:end] if len(row) > 1]
    parts = [line for row in table for line in row[1:]]
    figures = sum(bool(_FIGURE.match(line.text)) for line in parts)
    return end if several >= _LEAST_ROWS and figures >= _LEAST_FIGURES * len(parts) else None


def _within_column(line: Line, rows: list[_Row]) -> bool:
    """Whether a line alone in its row goes on a cell: it is no wider than one column of the rows around it."""
    widest = max(rows, key=len)
    nexts = [other.x0 for other in widest if other.x0 > line.x0 + line.size]
    return not nexts or line.x1 < min(nexts)


def _grid(rows: list[_Row]) -> tuple[tuple[str, ...], ...]:
    counts = Counter(len(row) for row in rows if len(row) > 1 and not _overlaps(row))
    if not counts:
        return ()
    most = max(counts, key=lambda count: (counts[count] > 1, count))
    full = [row for row in rows if len(row) == most and not _overlaps(row)]
    columns = [(min(row[c].x0 for row in full), max(row[c].x1 for row in full)) for c in range(most)]
    if any(left[1] > right[0] for left, right in pairwise(columns)):
        return ()  # the parts do not stand below each other
    return rectangular([_cells(lines, columns) for lines in _gathered(rows, most)])


def _overlaps(row: _Row) -> bool:
    """Whether parts of the row stand over each other: lines of one cell that were taken for neighbours."""
    return any(left.x1 > right.x0 for left, right in pairwise(row))


def _gathered(rows: list[_Row], most: int) -> list[_Row]:
    """The lines of each row of cells. Rows that fill nearly every column are the anchors; the others, the lines of a
    cell that goes on above or below, and headers over several lines, belong to the anchor or the row they are close
    to."""
    heights = [row[0].bottom for row in rows]
    anchors = [i for i, row in enumerate(rows) if len(row) >= max(2, most - 1)]
    gaps = [heights[b] - heights[a] for a, b in pairwise(anchors)]
    near = _WRAPPED * median(gaps) if gaps else 0.0
    anchors = [b for a, b in zip([-1, *anchors], anchors, strict=False) if a < 0 or heights[b] - heights[a] >= near]
    groups: list[tuple[int | None, float, _Row]] = []  # the anchor, the height of the last line, the lines
    for i, row in enumerate(rows):
        anchor = min(anchors, key=lambda a: abs(heights[a] - heights[i]), default=None)
        if anchor is not None and abs(heights[anchor] - heights[i]) >= near and anchor != i:
            anchor = None
        last = groups[-1] if groups else None
        if last and last[0] == anchor and (anchor is not None or heights[i] - last[1] < near):
            groups[-1] = (anchor, heights[i], last[2] + row)
            continue
        groups.append((anchor, heights[i], list(row)))
    return [lines for _, _, lines in groups]


def _cells(lines: _Row, columns: list[tuple[float, float]]) -> list[str]:
    cells = [""] * len(columns)
    for line in sorted(lines, key=lambda line: (line.bottom, line.x0)):
        for c in _covered(line, columns):
            cells[c] = f"{cells[c]} {line.text}".strip()
    return cells


def _covered(line: Line, columns: list[tuple[float, float]]) -> list[int]:
    """The columns a line stands in: those it overlaps, else the nearest."""
    over = [c for c, (left, right) in enumerate(columns) if line.x0 < right and left < line.x1]
    middle = (line.x0 + line.x1) / 2
    return over or [min(range(len(columns)), key=lambda c: abs((columns[c][0] + columns[c][1]) / 2 - middle))]
