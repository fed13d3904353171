"""The formatting tables of a Word 97 document: fonts, styles, and what applies to which stretch of the file.

Source: [MS-DOC], the published description of the Word 97-2003 binary file format; section names are given where used.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from knowledge.documents.marked import CellPlace

_PAGE = 512
_SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}  # operand bytes by the three highest bits of a sprm (2.2.5.1)

# Property modifiers used (2.6.1, 2.6.2, 2.6.3)
_BOLD, _FONT, _DELETED, _HIDDEN = 0x0835, 0x4A4F, 0x0800, 0x083C
_ALIGN, _ALIGN_97, _OUTLINE, _IN_TABLE, _ROW_END, _DEPTH = 0x2461, 0x2403, 0x2640, 0x2416, 0x2417, 0x6649
_LIST, _LIST_LEVEL, _STYLE, _TABLE = 0x460B, 0x260A, 0x4600, 0xD608


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    style: int = 0
    align: int = 0  # 1 centred, 2 right
    level: int = 0
    item: int = 0
    in_table: bool = False
    row_end: bool = False
    depth: int = 0
    cells: tuple[CellPlace, ...] = ()


@dataclass(frozen=True, slots=True)
class RunFormat:
    font: int | None = None
    bold: bool | None = None
    hidden: bool = False


def modifiers(grpprl: bytes) -> Iterator[tuple[int, bytes]]:
    """The property modifiers of a grpprl (2.2.5.2) with their operands; stops where one is cut off."""
    at = 0
    while at + 2 <= len(grpprl):
        code = int.from_bytes(grpprl[at : at + 2], "little")
        at += 2
        kind = code >> 13
        if kind == 6:
            if code == _TABLE:
                size = 1 + int.from_bytes(grpprl[at : at + 2], "little")
            else:
                size = 1 + (grpprl[at] if at < len(grpprl) else 0)
        else:
            size = _SIZES[kind]
        if size <= 0 or at + size > len(grpprl):
            return
        yield code, grpprl[at : at + size]
        at += size


def _cells(operand: bytes) -> tuple[CellPlace, ...]:
    """The cells a row definition describes (2.9.322 TDefTableOperand, 2.9.311 TC80)."""
    if len(operand) < 3:
        return ()
    count = operand[2]
    edges_end = 3 + 2 * (count + 1)
    if len(operand) < edges_end:
        return ()
    edges = struct.unpack_from(f"<{count + 1}h", operand, 3)
    found = []
    for i in range(count):
        at = edges_end + 20 * i
        flags = int.from_bytes(operand[at : at + 2], "little") if at + 2 <= len(operand) else 0
        joined_up = flags & 0x60 == 0x20
        found.append(CellPlace(edges[i], edges[i + 1], bool(flags & 0x02), joined_up))
    return tuple(found)


def paragraph_format(base: ParagraphFormat, grpprl: bytes) -> ParagraphFormat:
    """`base` as changed by the modifiers in `grpprl`."""
    for code, operand in modifiers(grpprl):
        value = operand[0]
        if code in (_ALIGN, _ALIGN_97):
            base = replace(base, align=value)
        elif code == _OUTLINE:
            base = replace(base, level=value + 1 if value < 9 else 0)
        elif code == _IN_TABLE:
            base = replace(base, in_table=bool(value))
        elif code == _ROW_END:
            base = replace(base, row_end=bool(value))
        elif code == _DEPTH:
            base = replace(base, depth=int.from_bytes(operand, "little"))
        elif code == _LIST:
            base = replace(base, item=max(base.item, 1) if int.from_bytes(operand, "little") else 0)
        elif code == _LIST_LEVEL and base.item:
            base = replace(base, item=value + 1)
        elif code == _TABLE:
            base = replace(base, cells=_cells(operand))
    return base


def run_format(base: RunFormat, grpprl: bytes) -> RunFormat:
    """`base` as changed by the modifiers in `grpprl`."""
    for code, operand in modifiers(grpprl):
        if code == _BOLD:
            base = replace(base, bold=operand[0] in (1, 0x81))
        elif code == _FONT:
            base = replace(base, font=int.from_bytes(operand, "little"))
        elif code in (_DELETED, _HIDDEN) and operand[0] == 1:
            base = replace(base, hidden=True)
    return base


def fonts(table: bytes) -> list[str]:
    """The font names of a document (2.9.285 SttbfFfn, 2.9.79 FFN)."""
    found: list[str] = []
    at = 4
    count = int.from_bytes(table[:2], "little")
    while len(found) < count and at < len(table):
        size = table[at] + 1
        entry = table[at : at + size]
        found.append(entry[40:].decode("utf-16-le", "ignore").split("\0", 1)[0])
        at += size
    return found


class Ranges:
    """What modifiers apply to which stretch of the file, from the pages of a formatting table (2.9.33 BTE)."""

    def __init__(self, stream: bytes, table: bytes, *, paragraphs: bool) -> None:
        count = max(0, (len(table) - 4) // 8)
        found: dict[int, tuple[int, bytes]] = {}
        for i in range(count):
            number = int.from_bytes(table[4 * (count + 1) + 4 * i :][:4], "little") & 0x3FFFFF
            page = stream[number * _PAGE : (number + 1) * _PAGE]
            if len(page) == _PAGE:
                for start, end, grpprl in _paragraph_page(page) if paragraphs else _run_page(page):
                    found[start] = (end, grpprl)
        self._starts = sorted(found)
        self._found = [found[start] for start in self._starts]

    def at(self, offset: int) -> bytes | None:
        """The modifiers for the byte at `offset` of the stream."""
        i = bisect_right(self._starts, offset) - 1
        if i < 0 or self._found[i][0] <= offset:
            return None
        return self._found[i][1]

    def until(self, offset: int) -> int:
        """Where the stretch that holds `offset` ends."""
        i = bisect_right(self._starts, offset) - 1
        if i >= 0 and self._found[i][0] > offset:
            return self._found[i][0]
        return self._starts[i + 1] if i + 1 < len(self._starts) else 2**62


def _bounds(page: bytes) -> list[int]:
    count = page[-1]
    if 4 * (count + 1) > _PAGE - 1:
        return []
    return list(struct.unpack_from(f"<{count + 1}I", page, 0))


def _paragraph_page(page: bytes) -> Iterator[tuple[int, int, bytes]]:
    """PapxFkp (2.9.181): `grpprl` is preceded by the style's number."""
    bounds = _bounds(page)
    for i in range(len(bounds) - 1):
        place = 4 * len(bounds) + 13 * i
        at = page[place] * 2 if place < _PAGE - 1 else 0
        if not at:
            yield bounds[i], bounds[i + 1], b"\0\0"
            continue
        size = page[at] * 2 - 1
        if page[at] == 0:
            at += 1
            size = page[at] * 2
        yield bounds[i], bounds[i + 1], page[at + 1 : at + 1 + size]


def _run_page(page: bytes) -> Iterator[tuple[int, int, bytes]]:
    """ChpxFkp (2.9.37)."""
    bounds = _bounds(page)
    for i in range(len(bounds) - 1):
        place = 4 * len(bounds) + i
        at = page[place] * 2 if place < _PAGE - 1 else 0
        yield bounds[i], bounds[i + 1], page[at + 1 : at + 1 + page[at]] if at else b""


@dataclass(frozen=True, slots=True)
class Style:
    paragraph: ParagraphFormat
    run: RunFormat


def styles(table: bytes) -> list[Style]:
    """The styles of a document by number (2.9.271 STSH, 2.9.260 STD), each with what it takes over from its base."""
    header = int.from_bytes(table[:2], "little")
    count = int.from_bytes(table[2:4], "little")
    base_size = int.from_bytes(table[4:6], "little")
    plain = RunFormat(font=int.from_bytes(table[14:16], "little") if header >= 14 else None)
    raw: list[bytes] = []
    at = 2 + header
    while len(raw) < min(count, 4096) and at + 2 <= len(table):
        size = int.from_bytes(table[at : at + 2], "little")
        raw.append(table[at + 2 : at + 2 + size])
        at += 2 + size + (size & 1)
    done: dict[int, Style] = {}

    def style(number: int, depth: int) -> Style:
        if number in done:
            return done[number]
        data = raw[number] if number < len(raw) else b""
        result = Style(ParagraphFormat(style=number), plain)
        if len(data) >= 10:
            first, second, third = struct.unpack_from("<3H", data)
            parent = second >> 4
            if parent != 0xFFF and parent != number and depth < 12:
                result = style(parent, depth + 1)
            heading = first & 0xFFF
            paragraph = replace(result.paragraph, style=number)
            if 1 <= heading <= 9:
                paragraph = replace(paragraph, level=heading)
            result = _updated(Style(paragraph, result.run), data, base_size, third & 0xF, second & 0xF)
        done[number] = result
        return result

    return [style(number, 0) for number in range(len(raw))]


def _updated(style: Style, data: bytes, base_size: int, count: int, kind: int) -> Style:
    """`style` with the property changes stored behind its name."""
    at = base_size
    length = int.from_bytes(data[at : at + 2], "little")
    at += 2 + 2 * (length + 1)
    changes = []
    for _ in range(count):
        at += at & 1
        size = int.from_bytes(data[at : at + 2], "little")
        changes.append(data[at + 2 : at + 2 + size])
        at += 2 + size
    if kind == 1 and changes:
        paragraph = paragraph_format(style.paragraph, changes[0][2:])
        return Style(paragraph, run_format(style.run, changes[1]) if len(changes) > 1 else style.run)
    return style
