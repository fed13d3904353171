"""How the tests speak of documents."""

from __future__ import annotations

from knowledge.documents import read
from knowledge.model import Block, BlockKind, Document, Table


def of(text: str, file: str = "report.txt") -> Document:
    """The document in a text file."""
    return read(file, text.encode())


def texts(document: Document, kind: BlockKind) -> list[str]:
    return [block.text for block in document.blocks if block.kind is kind]


def tables(document: Document) -> list[Table]:
    return [block.table for block in document.blocks if block.table is not None]


def outline(document: Document) -> list[tuple[str, int]]:
    """Headings with their levels."""
    return [(b.text, b.level) for b in document.blocks if b.kind is BlockKind.HEADING]


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in document.blocks]


def sound(document: Document) -> None:
    """Fails unless every block's and cell's span holds its text, in order, without overlap."""
    at = 0
    for block in document.blocks:
        assert block.span.start >= at
        at = block.span.end
        assert document.text[block.span.start : block.span.end] == block.text
        if block.table is not None:
            _sound_table(document, block, block.table)


def _sound_table(document: Document, block: Block, table: Table) -> None:
    assert len({len(row) for row in table.rows}) == 1
    assert 0 <= table.header_rows < max(len(table.rows), 2)
    for row, spans in zip(table.rows, table.spans, strict=True):
        for cell, span in zip(row, spans, strict=True):
            assert block.span.holds(span)
            assert document.text[span.start : span.end] == cell
    assert block.text == "\n".join("\t".join(row) for row in table.rows)
