"""A small PDF writer: lines of type at given places, ruled tables, any letters, as many pages as wanted."""

from __future__ import annotations

from collections.abc import Sequence

from tests.documents.made import Part, Rows, filled, spans

_WIDTH = 0.5  # of a letter, in font sizes
_LEFT, _RIGHT, _TOP, _LEAD = 70, 525, 780, 15


class Page:
    """Type and boxes at given places, in points from the lower left corner."""

    def __init__(self) -> None:
        self.operations: list[str] = []

    def line(self, text: str, x: float, y: float, *, size: float = 11, bold: bool = False) -> None:
        codes = "".join(f"{ord(c):04x}" for c in text)
        self.operations.append(f"BT /{'B' if bold else 'R'} {size} Tf {x} {y} Td <{codes}> Tj ET")

    def box(self, x: float, y: float, width: float, height: float) -> None:
        self.operations.append(f"{x} {y} {width} {height} re S")


def _object(number: int, body: bytes) -> bytes:
    return b"%d 0 obj\n" % number + body + b"\nendobj\n"


def _stream(data: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n" % len(data) + data + b"\nendstream"


def assembled(bodies: Sequence[bytes], trailer: str = "") -> bytes:
    """A file of these numbered objects, the first the catalogue."""
    found, places = b"%PDF-1.5\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(found))
        found += _object(number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(found)
    found += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1) + table
    found += b"trailer << /Size %d /Root 1 0 R %s >>\n" % (len(bodies) + 1, trailer.encode())
    return found + b"startxref\n%d\n%%%%EOF\n" % start


def _fonts(first: int, letters: str, names: Sequence[str]) -> list[bytes]:
    """For each font: itself, its descendant, its descriptor, its table of letters."""
    pairs = "\n".join(f"<{ord(c):04x}> <{ord(c):04x}>" for c in sorted(set(letters)))
    chunks = pairs.split("\n")
    maps = "".join(
        f"{len(chunks[i : i + 100])} beginbfchar\n" + "\n".join(chunks[i : i + 100]) + "\nendbfchar\n"
        for i in range(0, len(chunks), 100)
    )
    table = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def\n"
        f"1 begincodespacerange <0000> <ffff> endcodespacerange\n{maps}endcmap end end"
    )
    found = []
    for i, name in enumerate(names):
        at = first + 4 * i
        found += [
            f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H "
            f"/DescendantFonts [{at + 1} 0 R] /ToUnicode {at + 3} 0 R >>".encode(),
            f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering "
            f"(Identity) /Supplement 0 >> /FontDescriptor {at + 2} 0 R /DW {int(1000 * _WIDTH)} >>".encode(),
            f"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [0 -200 500 800] /ItalicAngle 0 "
            f"/Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>".encode(),
            _stream(table.encode()),
        ]
    return found


def of_pages(pages: Sequence[Page], letters: str, *, font: str = "Serif") -> bytes:
    count = len(pages)
    fonts = 3 + 2 * count
    kids = " ".join(f"{3 + 2 * i} 0 R" for i in range(count))
    bodies = [b"<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode()]
    for i, page in enumerate(pages):
        bodies.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {4 + 2 * i} 0 R "
            f"/Resources << /Font << /R {fonts} 0 R /B {fonts + 4} 0 R >> >> >>".encode()
        )
        bodies.append(_stream("\n".join(page.operations).encode()))
    return assembled(bodies + _fonts(fonts, letters, [font, f"{font}-Bold"]))


def _wrapped(text: str, size: float) -> list[str]:
    room = int((_RIGHT - _LEFT) / (_WIDTH * size)) - 4
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > room:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return [*lines, line]


def pdf(parts: Sequence[Part], *, font: str = "Serif") -> bytes:
    """`parts` typeset: first lines set in, headings bold, tables ruled, page numbers at the foot."""
    pages = [Page()]
    y = _TOP
    letters = "".join(p if isinstance(p, str) else "".join(map("".join, filled(p))) for p in parts) + "0123456789 "

    def room(height: float) -> None:
        nonlocal y
        if y - height < 80:
            pages.append(Page())
            y = _TOP

    for part in parts:
        if isinstance(part, str):
            strong = part[:1] in "#*"
            for i, line in enumerate(_wrapped(part.lstrip("#* "), 11)):
                room(_LEAD)
                start = _LEFT + (0 if strong or i else 20)
                if part[:1] == "*":
                    start = (_LEFT + _RIGHT - len(line) * 11 * _WIDTH) / 2
                pages[-1].line(line, start, y, bold=strong)
                y -= _LEAD
            y -= 8
            continue
        room(20 * len(part))
        _table(pages[-1], part, y)
        y -= 20 * len(part) + 16
    for number, page in enumerate(pages, 1):
        page.line(str(number), 297, 30, size=9)
    return of_pages(pages, letters, font=font)


def _table(page: Page, rows: Rows, y: float) -> None:
    width = (_RIGHT - _LEFT) / len(rows[0])
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            if isinstance(cell, str):
                across, down = spans(rows, r, c)
                left, top = _LEFT + c * width, y + 14 - 20 * r
                page.box(left, top - 20 * down, across * width, 20 * down)
                page.line(cell, left + 3, top - 14, size=9)


def many_pages(count: int) -> bytes:
    """A file of `count` pages that all show the same line; about 60 bytes a page."""
    kids = " ".join(f"{4 + i} 0 R" for i in range(count))
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} /MediaBox [0 0 595 842] >>".encode(),
        _stream(b""),
        *[b"<< /Type /Page /Parent 2 0 R /Contents 3 0 R >>"] * count,
    ]
    return assembled(bodies)


def encrypted() -> bytes:
    """A file that opens only with a password."""
    key = "<" + "5a" * 32 + ">"
    trailer = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O {key} /U {key} /P -4 >> /ID [<00> <00>]"
    return assembled([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"], trailer)
