"""Tables given row by row with their own cell edges (Word 97, RTF), made rectangular."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.documents.pieces import rectangular

_NEAR = 80  # twips; edges closer than a millimetre and a half are one


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text and edges; `joined_left` and `joined_up` when it only carries on the cell beside or above it."""

    text: str
    left: int
    right: int
    joined_left: bool = False
    joined_up: bool = False


def stacked(rows: Sequence[Sequence[Cell]]) -> tuple[tuple[str, ...], ...]:
    """The rows over the columns that all their edges make together, each cell repeated in every place it covers."""
    edges: list[int] = []
    for edge in sorted({edge for row in rows for cell in row for edge in (cell.left, cell.right)}):
        if not edges or edge - edges[-1] > _NEAR:
            edges.append(edge)
    grid: list[list[str]] = []
    for row in rows:
        line = [""] * max(len(edges) - 1, 1)
        last = ""
        for cell in row:
            first = _column(edges, cell.left)
            places = range(first, max(_column(edges, cell.right), first + 1))
            text = last if cell.joined_left else cell.text
            for c in places:
                if c < len(line):
                    line[c] = grid[-1][c] if cell.joined_up and grid else text
            last = text
        grid.append(line)
    return rectangular(grid)


def _column(edges: list[int], edge: int) -> int:
    return min(range(len(edges)), key=lambda i: abs(edges[i] - edge), default=0)
