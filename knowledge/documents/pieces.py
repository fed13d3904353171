"""What a reader of one format hands on: paragraphs and grids in reading order, before anyone judged what they are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from knowledge.model import BlockKind
from knowledge.text.fold import nfc

# Zero-width and control characters carry nothing; a soft hyphen is only where a line *may* break.
_UNSEEN = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2029-\u202e\u2060-\u2064"
    "\ue000-\uf8ff\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
_SYMBOLS = str.maketrans(
    {"\uf0b7": "•", "\uf0a7": "•", "\uf0d8": "•", "\uf02d": "-", "\uf0e0": "→", "\u2028": "\n", "\u2029": "\n"}
)
_WIDE = re.compile(r"(?:[\t\u00a0]|[ \u00a0]{4})[ \t\u00a0]*")
_SPACES = re.compile(r"[ \t\r\f\v]+")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, its text clean (see :func:`clean`) and on one line.

    `level` is that of a heading by style or tag (0: none), `item` the depth in a list (0: none), `gap` whether white
    space stands before it, `kind` what the reader is sure of, `columns` its parts where wide space sets them apart.
    """

    text: str
    bold: bool = False
    centred: bool = False
    right: bool = False
    level: int = 0
    item: int = 0
    gap: bool = False
    kind: BlockKind | None = None
    page: int | None = None
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as read: rectangular, merged cells repeated. Cells keep their line breaks, since a frame is often a
    borderless table. `header_rows` is None where the format does not say; `bordered` False when it has no rules."""

    rows: tuple[tuple[str, ...], ...]
    header_rows: int | None = None
    bordered: bool = True
    page: int | None = None


Piece = Paragraph | Grid


def clean(text: str) -> str:
    """`text` NFC, without invisible characters, white space runs collapsed, stripped; line breaks are kept."""
    text = _UNSEEN.sub("", nfc(text.translate(_SYMBOLS)))
    return "\n".join(_SPACES.sub(" ", line).strip() for line in text.split("\n")).strip("\n ")


def columns(raw: str) -> tuple[str, ...]:
    """The parts of a line that wide spaces or tabs set apart, as in a letterhead; none where there is only one part."""
    if "\n" in raw.strip() or len(raw) > 300:
        return ()
    parts = tuple(part for piece in _WIDE.split(raw) if (part := clean(piece)))
    return parts if len(parts) > 1 else ()


def rectangular(rows: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    """`rows` with clean cells, all as wide as the widest; rows and columns that are wholly empty are left out."""
    cells = [[clean(cell) for cell in row] for row in rows]
    cells = [row for row in cells if any(row)]
    width = max((len(row) for row in cells), default=0)
    cells = [row + [""] * (width - len(row)) for row in cells]
    kept = [c for c in range(width) if any(row[c] for row in cells)]
    return tuple(tuple(row[c] for c in kept) for row in cells)


def split(paragraph: Paragraph) -> list[Paragraph]:
    """The lines of a paragraph with hard breaks in it, each a paragraph of its own; empty ones left out."""
    lines = [line for line in paragraph.text.split("\n") if line]
    return [replace(paragraph, text=line, gap=paragraph.gap and i == 0) for i, line in enumerate(lines)]
