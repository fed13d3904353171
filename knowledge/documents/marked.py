"""Paragraphs as Word's old formats hold them, with marks that end cells and rows, made into pieces.

Both .doc and .rtf keep a table as a run of paragraphs; each row has cell edges of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from knowledge.documents.legacy import Run, default_encoding, unify
from knowledge.documents.pieces import Grid, Paragraph, Piece, clean, columns, rectangular, split

_NEAR = 80  # twips; edges closer than a millimetre and a half are one


@dataclass(frozen=True, slots=True)
class CellPlace:
    """A cell's edges in twips, and whether it only carries on the cell beside or above it."""

    left: int
    right: int
    joined_left: bool = False
    joined_up: bool = False


@dataclass(slots=True)
class Marked:
    """A paragraph: its runs, how it is set, and what its end ends. A row's `cells` come with the paragraph that ends
    it."""

    runs: list[Run] = field(default_factory=list)
    bold: bool = False
    centred: bool = False
    right: bool = False
    level: int = 0
    item: int = 0
    in_table: bool = False
    ends_cell: bool = False
    ends_row: bool = False
    cells: tuple[CellPlace, ...] = ()


def pieces(paragraphs: Sequence[Marked]) -> list[Piece]:
    """The pieces of these paragraphs, their fonts' encodings undone."""
    default = default_encoding(run for one in paragraphs for run in one.runs)
    found: list[Piece] = []
    rows: list[_Row] = []
    cells: list[str] = []
    lines: list[str] = []
    gap = False
    for one in paragraphs:
        raw = unify(one.runs, default)
        text = clean(raw)
        if one.in_table:
            if one.ends_row:
                rows.append(_row(cells, one.cells))
                cells, lines = [], []
                continue
            lines.append(text)
            if one.ends_cell:
                cells.append("\n".join(filter(None, lines)))
                lines = []
            continue
        if rows or cells:
            found += _grid(rows, cells)
            rows, cells, lines = [], [], []
        if not text:
            gap = True
            continue
        found += split(
            Paragraph(
                text,
                bold=one.bold,
                centred=one.centred,
                right=one.right,
                level=one.level,
                item=0 if one.level else one.item,
                gap=gap,
                columns=columns(raw),
            )
        )
        gap = False
    return found + _grid(rows, cells)


_Row = list[tuple[str, CellPlace]]


def _row(cells: list[str], places: Sequence[CellPlace]) -> _Row:
    if len(places) != len(cells):  # its shape was lost: columns of equal width
        places = [CellPlace(1000 * i, 1000 * (i + 1)) for i in range(len(cells))]
    return list(zip(cells, places, strict=True))


def _grid(rows: list[_Row], cells: list[str]) -> list[Piece]:
    table = stacked([*rows, _row(cells, ())] if cells else rows)
    return [Grid(table, bordered=False)] if table else []


def stacked(rows: Iterable[_Row]) -> tuple[tuple[str, ...], ...]:
    """The rows over the columns that all their edges make together, each cell repeated in every place it covers."""
    rows = list(rows)
    edges: list[int] = []
    for edge in sorted({edge for row in rows for _, place in row for edge in (place.left, place.right)}):
        if not edges or edge - edges[-1] > _NEAR:
            edges.append(edge)
    grid: list[list[str]] = []
    for row in rows:
        line = [""] * max(len(edges) - 1, 1)
        last = ""
        for cell, place in row:
            first = _column(edges, place.left)
            text = last if place.joined_left else cell
            for c in range(first, min(max(_column(edges, place.right), first + 1), len(line))):
                line[c] = grid[-1][c] if place.joined_up and grid else text
            last = text
        grid.append(line)
    return rectangular(grid)


def _column(edges: list[int], edge: int) -> int:
    return min(range(len(edges)), key=lambda i: abs(edges[i] - edge), default=0)
