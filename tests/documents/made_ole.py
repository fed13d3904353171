"""Old Word files and the container they lie in, written byte by byte ([MS-CFB], [MS-DOC]); no office program needed."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.documents.made import Part, old, spans

_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file with these streams in its root storage; each is padded beyond the size kept in the small
    store."""
    padded = {name: data.ljust(max(4096, -len(data) % _SECTOR + len(data)), b"\0") for name, data in streams.items()}
    body, chains, starts = b"", [], {}
    for name, data in padded.items():
        starts[name] = len(chains)
        count = len(data) // _SECTOR
        chains += [len(chains) + i + 1 for i in range(count - 1)] + [_END]
        body += data
    directory_at = len(chains)
    entries = [_entry("Root Entry", 5, _FREE, child=1, start=_END, size=0)]
    for i, (name, data) in enumerate(padded.items(), 1):
        right = i + 1 if i < len(padded) else _FREE
        entries.append(_entry(name, 2, right, child=_FREE, start=starts[name], size=len(data)))
    while len(entries) % 4:
        entries.append(_entry("", 0, _FREE, child=_FREE, start=0, size=0))
    directory = b"".join(entries)
    count = len(directory) // _SECTOR
    chains += [directory_at + i + 1 for i in range(count - 1)] + [_END]
    fat_at = len(chains)
    fats = 1
    while (fat_at + fats) > fats * (_SECTOR // 4):
        fats += 1
    chains += [_FAT] * fats
    chains += [_FREE] * (-len(chains) % (_SECTOR // 4))
    fat = struct.pack(f"<{len(chains)}I", *chains)
    difat = [fat_at + i for i in range(fats)] + [_FREE] * (109 - fats)
    header = struct.pack(
        "<8s16sHHHHH6sIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, b"", 0, fats, directory_at, 0, 4096,
        _END, 0, _END, 0,
    )  # fmt: skip
    return header + struct.pack("<109I", *difat) + body + directory + fat


def _entry(name: str, kind: int, right: int, *, child: int, start: int, size: int) -> bytes:
    coded = name.encode("utf-16-le")
    length = len(coded) + 2 if name else 0
    fields = struct.pack("<HBBIII", length, kind, 1, _FREE, right, child)
    return coded.ljust(64, b"\0") + fields + b"\0" * 36 + struct.pack("<IQ", start, size)


@dataclass
class _Text:
    text: str
    properties: bytes = b""


def _texts(parts: Sequence[Part]) -> Iterator[_Text]:
    for part in parts:
        if isinstance(part, str):
            level = struct.pack("<HB", 0x2640, 0) if part[:1] == "#" else b""
            yield _Text(part.lstrip("#* ") + "\r", level)
            continue
        for r, row in enumerate(part):
            inside = struct.pack("<HB", 0x2416, 1)
            for cell in row:
                yield _Text((cell if isinstance(cell, str) else "") + "\x07", inside)
            yield _Text("\x07", inside + struct.pack("<HB", 0x2417, 1) + _row(part, r, len(row)))


def _row(rows: Sequence[Sequence[object]], r: int, count: int) -> bytes:
    flags = []
    for c, cell in enumerate(rows[r]):
        width, height = spans(rows, r, c)  # type: ignore[arg-type]
        flag = 0x02 if cell is None else 0x01 if width > 1 else 0
        flag |= 0x20 if cell is ... else 0x60 if height > 1 else 0
        flags.append(flag)
    edges = struct.pack(f"<{count + 1}h", *(2000 * i for i in range(count + 1)))
    operand = bytes([count]) + edges + b"".join(struct.pack("<H18x", flag) for flag in flags)
    return struct.pack("<HH", 0xD608, len(operand) + 1) + operand


def _pages(texts: Sequence[bytes], properties: Sequence[bytes], start: int, *, paragraphs: bool) -> list[bytes]:
    """Formatting pages for stretches of the text that follow each other from `start`."""
    pages: list[bytes] = []
    entries: list[tuple[int, int, bytes]] = []
    at = start
    for text, grpprl in zip(texts, properties, strict=True):
        entries.append((at, at + len(text), grpprl))
        at += len(text)
    while entries:
        taken: list[tuple[int, int, bytes]] = []
        room = _SECTOR - 1 - 4
        while entries and len(taken) < 100:
            data = entries[0][2]
            need = 4 + (13 if paragraphs else 1) + len(data) + 5
            if need > room:
                break
            room -= need
            taken.append(entries.pop(0))
        page = bytearray(_SECTOR)
        page[-1] = len(taken)
        bounds = [taken[0][0], *(end for _, end, _ in taken)]
        struct.pack_into(f"<{len(bounds)}I", page, 0, *bounds)
        free = _SECTOR - 1
        for i, (_, _, data) in enumerate(taken):
            if paragraphs:
                stored = b"\0\0" + data
                block = bytes([0, (len(stored) + 1) // 2]) + stored + b"\0" * (len(stored) % 2)
            else:
                block = bytes([len(data)]) + data
            free = (free - len(block)) // 2 * 2
            page[free : free + len(block)] = block
            page[4 * len(bounds) + (13 if paragraphs else 1) * i] = free // 2
        pages.append(bytes(page))
    return pages


def _table(pages: Sequence[bytes], first: int) -> bytes:
    bounds = [struct.unpack_from("<I", page)[0] for page in pages]
    bounds.append(struct.unpack_from("<I", pages[-1], 4 * pages[-1][-1])[0])
    return struct.pack(f"<{len(bounds)}I", *bounds) + struct.pack(
        f"<{len(pages)}I", *(first + i for i in range(len(pages)))
    )


def doc(parts: Sequence[Part], encoding: str | None = None, *, flags: int = 0) -> bytes:
    """A Word 97 file; in Unicode, or in the font of an old encoding with one byte a letter."""
    fonts = {"tcvn3": ".VnTime", "vni": "VNI-Times", None: "Times New Roman"}
    texts = list(_texts(parts))
    coded = [old(t.text, encoding).encode("latin-1") if encoding else t.text.encode("utf-16-le") for t in texts]
    names = ["Arial", fonts[encoding]]
    stream_at = 0x600
    paragraph_pages = _pages(coded, [t.properties for t in texts], stream_at, paragraphs=True)
    run_pages = _pages(coded, [struct.pack("<HH", 0x4A4F, 1)] * len(texts), stream_at, paragraphs=False)
    body = b"".join(coded)
    body += b"\0" * (-len(body) % _SECTOR)
    first_page = (stream_at + len(body)) // _SECTOR
    letters = sum(map(len, coded)) // (1 if encoding else 2)
    place = stream_at * 2 | 0x40000000 if encoding else stream_at
    pieces = b"\x02" + struct.pack("<I", 16) + struct.pack("<II", 0, letters) + struct.pack("<HIH", 0, place, 0)
    font_table = struct.pack("<HH", len(names), 0) + b"".join(
        bytes([39 + 2 * len(name) + 2]) + b"\0" * 39 + (name + "\0").encode("utf-16-le") for name in names
    )
    styles = struct.pack("<H", 18) + struct.pack("<9H", 0, 10, 1, 91, 15, 0, 0, 0, 0)
    tables = {
        1: styles,
        12: _table(run_pages, first_page + len(paragraph_pages)),
        13: _table(paragraph_pages, first_page),
        15: font_table,
        33: pieces,
    }
    table = b""
    head = bytearray(stream_at)
    struct.pack_into("<HH", head, 0, 0xA5EC, 193)
    struct.pack_into("<H", head, 0x0A, 0x0200 | flags)
    struct.pack_into("<i", head, 0x4C, letters)
    for number, data in tables.items():
        struct.pack_into("<2I", head, 0x9A + 8 * number, len(table), len(data))
        table += data
    stream = bytes(head) + body + b"".join(paragraph_pages + run_pages)
    return compound({"WordDocument": stream, "1Table": table})
