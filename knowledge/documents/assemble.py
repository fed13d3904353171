"""Judged pieces become the Document: one text, and every block's place in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.model import Block, BlockKind, Document, Problem, Span, Table


@dataclass(frozen=True, slots=True)
class Judged:
    """A block without its place yet; either `text` or `rows`."""

    kind: BlockKind
    text: str = ""
    level: int = 0
    page: int | None = None
    rows: tuple[tuple[str, ...], ...] = ()
    header_rows: int = 0


def _table(judged: Judged, start: int) -> tuple[Table, str]:
    lines, spans = [], []
    place = start
    for row in judged.rows:
        row_spans = []
        for cell in row:
            row_spans.append(Span(place, place + len(cell)))
            place += len(cell) + 1  # the tab or line break after it
        lines.append("\t".join(row))
        spans.append(tuple(row_spans))
    return Table(judged.rows, judged.header_rows, tuple(spans)), "\n".join(lines)


def assemble(
    judged: Iterable[Judged], format: str, *, problems: tuple[Problem, ...] = (), ocr: bool = False
) -> Document:
    """The document of these blocks in order: one block a line; a table one line a row, cells separated by tabs."""
    blocks: list[Block] = []
    parts: list[str] = []
    place = 0
    for one in judged:
        table: Table | None = None
        text = one.text
        if one.rows:
            table, text = _table(one, place)
        if not text:
            continue
        blocks.append(Block(one.kind, text, Span(place, place + len(text)), one.level, one.page, table))
        parts.append(text)
        place += len(text) + 1
    return Document("\n".join(parts), tuple(blocks), format, problems, ocr)
