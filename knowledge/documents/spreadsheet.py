"""Spreadsheets (.xls, .xlsx, .ods) by calamine: each sheet the lines over its table, the table, the lines below it.

Figures are written as Vietnamese papers write them, dot for thousands and comma for decimals, so that they are read
like those of any other report; calamine gives values, not how the sheet shows them.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from knowledge.documents.legacy import convert, detect
from knowledge.documents.limits import Limits
from knowledge.documents.package import Package
from knowledge.documents.percent import Place, percents
from knowledge.documents.pieces import Grid, Paragraph, Piece, clean, rectangular
from knowledge.documents.wording import says
from knowledge.errors import UnreadableFile
from knowledge.model import Problem

_SPARSE = 50  # a sheet may span so many times the cells allowed; calamine makes room for all it spans
_REFERENCE = re.compile(rb"<c\s[^>]{0,80}?\br=\"([A-Z]{1,3})(\d{1,7})\"")
_PLAIN_NAME = re.compile(r"(?i)^(sheet|trang|trang tính)\s*\d*$")
_FILE_DECIMALS = 6  # a figure typed in has no more; a computed one is rounded
_YEARS = range(1900, 2101)

Merge = tuple[tuple[int, int], tuple[int, int]]
_Row = list[str]


def read_sheets(file: str, data: bytes, limits: Limits) -> tuple[list[Piece], tuple[Problem, ...]]:
    """The pieces of a workbook, hidden sheets left out. Raises UnreadableFile: damaged, encrypted, too_large."""
    shares: list[frozenset[Place]] = []
    if data.startswith(b"PK"):
        package = Package(file, data)
        _check(file, package, limits)
        shares = percents(package)
    sheets: list[tuple[str, list[_Row], list[Merge]]] = []
    cells = 0
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for number, sheet_of in enumerate(workbook.sheets_metadata):
            if not _shown(sheet_of):
                continue
            sheet = workbook.get_sheet_by_name(sheet_of.name)
            shown = shares[number] if number < len(shares) else frozenset()
            rows = []
            for r, row in enumerate(sheet.iter_rows()):
                rows.append(_texts([_share(cell) if (r, c) in shown else cell for c, cell in enumerate(row)]))
                cells += sum(map(bool, rows[-1]))
                if cells > limits.cells:
                    raise UnreadableFile("too_large", file=file)
            sheets.append((sheet_of.name, rows, list(sheet.merged_cell_ranges or [])))
    except PasswordError as error:
        raise UnreadableFile("encrypted", file=file) from error
    except (CalamineError, ValueError, OSError) as error:
        raise UnreadableFile("damaged", file=file) from error
    found: list[Piece] = []
    whole = detect(_joined(row for _, rows, _ in sheets for row in rows))
    several = sum(any(any(row) for row in rows) for _, rows, _ in sheets) > 1
    for name, rows, merges in sheets:
        encoding = whole or detect(_joined(rows))
        if encoding:
            rows = [[convert(cell, encoding) for cell in row] for row in rows]
        pieces = list(_sheet(rows, merges))
        if pieces and several and not _PLAIN_NAME.match(name):
            found.append(Paragraph(clean(name), level=1, gap=True))
        found += pieces
    return found, ()


def _joined(rows: Iterable[_Row]) -> str:
    return "\n".join("\t".join(row) for row in rows)


def _shown(sheet: SheetMetadata) -> bool:
    return sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _share(value: object) -> object:
    """A value that its sheet shows in per cent, so written."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return value
    return f"{round(value * 100, 2):,.2f}".rstrip("0").rstrip(".").translate(str.maketrans(",.", ".,")) + "%"


def _check(file: str, package: Package, limits: Limits) -> None:
    """Refuses a package that unpacks to too much or whose cells lie so far apart that the room between them is."""
    for name in package.names():
        if not name.startswith("xl/") or not name.endswith((".xml", ".bin")):
            continue
        part = package.read(name) or b""
        if name.startswith("xl/worksheets/"):
            places = [(_column(m[1]), int(m[2])) for m in _REFERENCE.finditer(part)]
            if len(places) > limits.cells:
                raise UnreadableFile("too_large", file=file)
            if places:
                width = max(c for c, _ in places) - min(c for c, _ in places) + 1
                height = max(r for _, r in places) - min(r for _, r in places) + 1
                if width * height > _SPARSE * limits.cells:
                    raise UnreadableFile("too_large", file=file)


def _texts(row: Sequence[object]) -> _Row:
    """A row's values as a Vietnamese paper would write them; years only where all its figures may be years."""
    figures = [value for value in row if isinstance(value, (int, float)) and not isinstance(value, bool)]
    if figures and all(value in _YEARS for value in figures):
        return [str(int(value)) if isinstance(value, (int, float)) else _text(value) for value in row]
    return [_text(value) for value in row]


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "x" if value else ""
    if isinstance(value, datetime):
        day = f"{value:%d/%m/%Y}"
        return day if value.time() == time() else f"{day} {value:%H:%M}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        return f"{value.total_seconds() / 3600:.2f}".replace(".", ",")
    if isinstance(value, (int, float)):
        return _figure(value)
    return str(value)


def _figure(value: float) -> str:
    if value == int(value):
        return f"{int(value):,}".replace(",", ".")
    decimals = len(repr(value).rpartition(".")[2]) if "e" not in repr(value) else 99
    if decimals > _FILE_DECIMALS:
        decimals = 2 if abs(value) >= 1 else 4
    return f"{value:,.{decimals}f}".rstrip("0").rstrip(".").translate(str.maketrans(",.", ".,"))


def _sheet(rows: list[_Row], merges: Sequence[Merge]) -> Iterator[Piece]:
    """The lines over the table, the table, the lines below it."""
    start, end = _table_rows(rows)
    yield from _lines(rows[:start])
    table = [list(row) for row in rows]
    for (top, left), (bottom, right) in merges:
        for r in range(max(top, start), min(bottom + 1, end)):
            for c in range(left, min(right + 1, len(table[r]))):
                table[r][c] = rows[top][left]
    grid = rectangular(table[start:end])
    if grid:
        yield Grid(grid)
    yield from _lines(rows[end:])


def _table_rows(rows: list[_Row]) -> tuple[int, int]:
    """Where the table starts and ends: around the rows that are filled as most are, up over headers that are less so,
    down to the last row with more than one cell. Equal numbers where there is no table."""
    filled = [sum(bool(cell.strip()) for cell in row) for row in rows]
    most = max(filled, default=0)
    if sum(n >= 2 for n in filled) < 2:
        return len(rows), len(rows)
    start = next(i for i, n in enumerate(filled) if n >= max(2, (most + 1) // 2))
    while start and filled[start - 1] >= 2 and not any(says(c, "motto", "number", "dateline") for c in rows[start - 1]):
        start -= 1
    end = max(i for i, n in enumerate(filled) if n >= 2) + 1
    while end < len(rows) and filled[end] and not rows[end][0].strip():
        end += 1
    return start, end


def _lines(rows: Sequence[_Row]) -> Iterator[Paragraph]:
    gap = False
    for row in rows:
        texts = [text for cell in row if (text := " ".join(clean(cell).split()))]
        for text in texts:
            yield Paragraph(text, gap=gap, centred=len(texts) == 1)
        gap = not texts
