"""Which cells of an .xlsx show their value as a share of a hundred: 0.5183 stands in the file, 51,83% on the sheet."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from knowledge.documents.package import Package

_FORMAT = re.compile(rb"<(?:\w+:)?numFmt\s([^>]*)>")
_STYLES = re.compile(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_STYLE = re.compile(rb"<(?:\w+:)?xf\s([^>]*)>")
_SHEET = re.compile(rb"<(?:\w+:)?sheet\s([^>]*)>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s([^>]*)>")
_CELL = re.compile(rb"<(?:\w+:)?c\s([^>]*)>")
_ATTRIBUTE = re.compile(rb"([\w:]+)\s*=\s*\"([^\"]*)\"")
_PLACE = re.compile(rb"^([A-Z]{1,3})(\d{1,7})$")
_BUILT_IN = {b"9", b"10"}  # 0% and 0.00%, ECMA-376 part 1, 18.8.30

Place = tuple[int, int]  # row and column, from 0


def percents(package: Package) -> list[frozenset[Place]]:
    """For each sheet, in the order of the workbook, the places of the cells shown in per cent; empty where the package
    does not say."""
    styles = _percent_styles(package.read("xl/styles.xml") or b"")
    if not styles:
        return []
    targets = {
        found[b"Id"]: found[b"Target"].decode("utf-8", "replace")
        for found in _found(_RELATION, package.read("xl/_rels/workbook.xml.rels") or b"")
        if b"Id" in found and b"Target" in found
    }
    sheets = []
    for sheet in _found(_SHEET, package.read("xl/workbook.xml") or b""):
        target = targets.get(next((value for name, value in sheet.items() if name.endswith(b":id")), b""), "")
        part = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
        sheets.append(frozenset(_places(package.read(part) or b"", styles)) if target else frozenset())
    return sheets


def _found(pattern: re.Pattern[bytes], part: bytes) -> Iterator[dict[bytes, bytes]]:
    for match in pattern.finditer(part):
        yield dict(_ATTRIBUTE.findall(match[1]))


def _percent_styles(part: bytes) -> frozenset[bytes]:
    """The numbers of the cell styles whose format ends in a per cent sign."""
    own = {
        found.get(b"numFmtId", b"")
        for found in _found(_FORMAT, part)
        if found.get(b"formatCode", b"").split(b";")[0].rstrip(b" \\_)").endswith(b"%")
    }
    styles = _STYLES.search(part)
    if styles is None:
        return frozenset()
    kinds = [found.get(b"numFmtId", b"0") for found in _found(_STYLE, styles[0])]
    return frozenset(str(n).encode() for n, kind in enumerate(kinds) if kind in own | _BUILT_IN)


def _places(part: bytes, styles: frozenset[bytes]) -> Iterator[Place]:
    for cell in _found(_CELL, part):
        place = _PLACE.match(cell.get(b"r", b""))
        if place and cell.get(b"s") in styles:
            column = 0
            for letter in place[1]:
                column = column * 26 + letter - 64
            yield int(place[2]) - 1, column - 1
