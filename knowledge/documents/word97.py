"""Old Word files (.doc, 1997 to 2003), read without any office program: text, fonts, styles, tables.

The text lies in pieces, partly in 8, partly in 16 bits a letter; paragraphs end in CR, cells in BEL, and the row's
shape is kept with the mark that ends it. Source: [MS-DOC]. Word 6 and 95 files give their text without tables.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from knowledge.documents.compound import Compound
from knowledge.documents.legacy import Run, convert, detect, windows
from knowledge.documents.limits import Limits
from knowledge.documents.marked import Marked, pieces
from knowledge.documents.pieces import Paragraph, Piece, clean
from knowledge.documents.word97_format import (
    ParagraphFormat,
    Ranges,
    RunFormat,
    Style,
    fonts,
    paragraph_format,
    run_format,
    styles,
)
from knowledge.errors import UnreadableFile
from knowledge.model import Problem

_WORD97, _WORD6 = 0xA5EC, 0xA5DC
_ENCRYPTED, _TABLE_1, _COMPLEX = 0x0100, 0x0200, 0x0004
_POINTERS = 0x9A  # offset of the first pair of place and length in the file's head (2.5.6)
_STYLES, _RUNS, _PARAGRAPHS, _FONTS, _PIECES = 1, 12, 13, 15, 33
_COUNTS = 0x4C  # lengths of the main text, notes, headers, macros, comments, end notes, text boxes
_ENDS = "\r\x07\x0c"
_FIELD = re.compile("\x13[^\x13\x14\x15]*(?:\x14|(?=\x15))")  # the code of a field, without its result
_MARKS = str.maketrans({"\x0b": "\n", "\x1e": "-", "\x1f": "\xad"} | dict.fromkeys("\0\1\2\3\4\5\x08\x13\x14\x15", ""))


@dataclass(slots=True)
class _Text:
    """A paragraph as stored: its runs, its format, the mark that ends it."""

    runs: list[tuple[Run, bool]] = field(default_factory=list)  # with: bold
    format: ParagraphFormat = field(default_factory=ParagraphFormat)
    end: str = "\r"


class _Word97:
    def __init__(self, file: str, stream: bytes, table: bytes) -> None:
        self._stream = stream
        self._pieces = _text_pieces(self._part(table, _PIECES))
        if not self._pieces:
            raise UnreadableFile("damaged", file=file)
        self._paragraphs = Ranges(stream, self._part(table, _PARAGRAPHS), paragraphs=True)
        self._runs = Ranges(stream, self._part(table, _RUNS), paragraphs=False)
        self._fonts = fonts(self._part(table, _FONTS))
        self._styles = styles(self._part(table, _STYLES)) or [Style(ParagraphFormat(), RunFormat())]

    def _part(self, table: bytes, number: int) -> bytes:
        place, size = struct.unpack_from("<2I", self._stream, _POINTERS + 8 * number)
        return table[place : place + size]

    def texts(self) -> list[_Text]:
        """The paragraphs of the main text, then those of notes and text boxes; headers and comments are left out."""
        counts = struct.unpack_from("<7i", self._stream, _COUNTS)
        main, notes, headers, macros, comments, end_notes, boxes = (max(0, n) for n in counts)
        found = self._between(0, main)
        at = main
        for count, wanted in ((notes, 1), (headers, 0), (macros, 0), (comments, 0), (end_notes, 1), (boxes, 1)):
            found += self._between(at, at + count) if wanted else []
            at += count
        return found

    def _between(self, start: int, end: int) -> list[_Text]:
        found: list[_Text] = []
        current = _Text()
        for text, place, width in self._stretches(start, end):
            format = run_format(self._style(place).run, self._runs.at(place) or b"")
            at = 0
            while at < len(text):
                stop = min((i for mark in _ENDS if (i := text.find(mark, at)) >= 0), default=len(text))
                if stop > at and not format.hidden:
                    current.runs.append((Run(text[at:stop], self._font(format)), bool(format.bold)))
                if stop < len(text):
                    current.end = text[stop]
                    current.format = self._paragraph_format(place + stop * width)
                    found.append(current)
                    current = _Text()
                at = stop + 1
        if current.runs:
            found.append(current)
        return found

    def _stretches(self, start: int, end: int) -> Iterator[tuple[str, int, int]]:
        """The text between two positions in stretches of one format: letters, place in the file, bytes a letter."""
        for first, last, offset, width in self._pieces:
            at, stop = max(first, start), min(last, end)
            while at < stop:
                place = offset + (at - first) * width
                # A new paragraph may bring another style, and with it another font.
                until = min(self._runs.until(place), self._paragraphs.until(place))
                to = min(stop, at + max(1, (until - place + width - 1) // width))
                data = self._stream[place : offset + (to - first) * width]
                if not data:
                    return
                yield data.decode("utf-16-le", "replace") if width == 2 else windows(data), place, width
                at = to

    def _font(self, format: RunFormat) -> str | None:
        return self._fonts[format.font] if format.font is not None and format.font < len(self._fonts) else None

    def _style(self, place: int) -> Style:
        number = int.from_bytes((self._paragraphs.at(place) or b"")[:2], "little")
        return self._styles[number] if number < len(self._styles) else self._styles[0]

    def _paragraph_format(self, place: int) -> ParagraphFormat:
        return paragraph_format(self._style(place).paragraph, (self._paragraphs.at(place) or b"")[2:])


def _text_pieces(clx: bytes) -> list[tuple[int, int, int, int]]:
    """The pieces of the text: first and last position, place in the file, bytes a letter (Clx, PlcPcd)."""
    at = 0
    while at + 3 <= len(clx) and clx[at] == 1:
        at += 3 + int.from_bytes(clx[at + 1 : at + 3], "little")
    if at + 5 > len(clx) or clx[at] != 2:
        return []
    table = clx[at + 5 : at + 5 + int.from_bytes(clx[at + 1 : at + 5], "little")]
    count = (len(table) - 4) // 12
    if count < 1:
        return []
    positions = struct.unpack_from(f"<{count + 1}I", table)
    found = []
    for i in range(count):
        place = int.from_bytes(table[4 * (count + 1) + 8 * i + 2 :][:4], "little")
        packed = bool(place & 0x40000000)
        place &= 0x3FFFFFFF
        found.append((positions[i], positions[i + 1], place // 2 if packed else place, 1 if packed else 2))
    return found


def _marked(text: _Text) -> Marked:
    format = text.format
    in_table = format.in_table or text.end == "\x07"
    return Marked(
        runs=_shown(text.runs),
        bold=all(strong for run, strong in text.runs if any(c.isalnum() for c in run.text)),
        centred=format.align == 1,
        right=format.align == 2,
        level=format.level,
        item=format.item,
        in_table=in_table,
        ends_cell=text.end == "\x07",
        ends_row=in_table and format.row_end,
        cells=format.cells,
    )


def _shown(runs: list[tuple[Run, bool]]) -> list[Run]:
    """The runs without the codes of fields, which may reach over several of them."""
    raw = "".join(run.text for run, _ in runs)
    hidden = {i for match in _FIELD.finditer(raw) for i in range(match.start(), match.end())}
    shown: list[Run] = []
    at = 0
    for run, _ in runs:
        text = "".join(c for i, c in enumerate(run.text, at) if i not in hidden) if hidden else run.text
        shown.append(Run(text.translate(_MARKS), run.font))
        at += len(run.text)
    return shown


def _plain_pieces(stream: bytes) -> list[Piece]:
    """Word 6 and 95: eight-bit text without our knowing its tables."""
    start, end = struct.unpack_from("<2I", stream, 0x18)
    text = windows(stream[start:end]).translate(_MARKS)
    encoding = detect(text)
    text = convert(text, encoding) if encoding else text
    return [Paragraph(line) for part in re.split("[\r\x07\x0c\n]", text) if (line := " ".join(clean(part).split()))]


def read_doc(file: str, data: bytes, limits: Limits) -> tuple[list[Piece], tuple[Problem, ...]]:
    """The pieces of a .doc file. Raises UnreadableFile ``encrypted``, ``damaged`` or ``unsupported``."""
    with Compound(file, data) as compound:
        stream = compound.stream("WordDocument")
        if stream is None or len(stream) < 0x200:
            raise UnreadableFile("damaged", file=file)
        magic, flags = int.from_bytes(stream[:2], "little"), int.from_bytes(stream[10:12], "little")
        if flags & _ENCRYPTED:
            raise UnreadableFile("encrypted", file=file)
        if magic == _WORD6:
            if flags & _COMPLEX:
                raise UnreadableFile("unsupported", file=file, format="Word 6")
            return _plain_pieces(stream), (Problem("tables_lost"),)
        table = compound.stream("1Table" if flags & _TABLE_1 else "0Table")
        if magic != _WORD97 or table is None:
            raise UnreadableFile("damaged", file=file)
    try:
        return pieces([_marked(text) for text in _Word97(file, stream, table).texts()]), ()
    except (struct.error, IndexError) as error:
        raise UnreadableFile("damaged", file=file) from error
