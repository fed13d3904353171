"""Slides (.pptx): each slide's title a heading, its text and tables below it, in the order of the show."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from lxml import etree

from knowledge.documents.legacy import repair
from knowledge.documents.limits import Limits
from knowledge.documents.package import Package
from knowledge.documents.pieces import Grid, Paragraph, Piece, clean, rectangular, split
from knowledge.model import BlockKind, Problem

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_SLIDE = re.compile(r"ppt/slides/slide(\d{1,6})\.xml")
_TITLES = ("title", "ctrTitle")
_FURNITURE = ("dt", "ftr", "sldNum", "hdr")
_MOST_SPAN = 64


def read_pptx(file: str, data: bytes, limits: Limits) -> tuple[list[Piece], tuple[Problem, ...]]:
    """The pieces of a .pptx file, slides as pages. Raises UnreadableFile: damaged, encrypted, too_large."""
    package = Package(file, data)
    found: list[Piece] = []
    for number, name in enumerate(_order(package), 1):
        root = package.xml(name)
        if root is not None and root.get("show") not in ("0", "false"):
            found += _slide(root, number)
    return found, ()


def _order(package: Package) -> list[str]:
    """The slides' parts in the order of the show, by number where the presentation does not say."""
    names = sorted((n for n in package.names() if _SLIDE.fullmatch(n)), key=lambda n: int(_SLIDE.fullmatch(n)[1]))  # type: ignore[index]
    show = package.xml("ppt/presentation.xml")
    links = package.xml("ppt/_rels/presentation.xml.rels")
    if show is None or links is None:
        return names
    targets = {link.get("Id"): posixpath.normpath("ppt/" + link.get("Target", "")) for link in links}
    ordered = [targets.get(slide.get(f"{_R}id")) for slide in show.iterfind(f"{_P}sldIdLst/{_P}sldId")]
    return [name for name in ordered if name in names] or names


def _slide(root: etree._Element, number: int) -> Iterator[Piece]:
    """The title first, wherever it is drawn, then the other shapes in their order."""
    titles: list[Piece] = []
    others: list[Piece] = []
    for shape in root.iter(f"{_P}sp", f"{_P}graphicFrame"):
        holder = shape.find(f".//{_P}nvPr/{_P}ph")
        kind = holder.get("type", "body") if holder is not None else None
        if kind in _FURNITURE:
            continue
        table = shape.find(f".//{_A}tbl")
        if table is not None:
            grid = _grid(table)
            if grid:
                others.append(Grid(grid, header_rows=None, page=number))
            continue
        body = shape.find(f"{_P}txBody")
        if body is None:
            continue
        texts = list(_paragraphs(body, number, listed=kind == "body"))
        if kind in _TITLES and texts:
            title = " ".join(p.text for p in texts)
            first = number == 1
            titles.append(
                Paragraph(
                    title, level=0 if first else 1, kind=BlockKind.TITLE if first else None, gap=True, page=number
                )
            )
        else:
            others += texts
    yield from titles
    yield from others


def _text(paragraph: etree._Element) -> str:
    parts = []
    for node in paragraph.iter(f"{_A}t", f"{_A}br"):
        parts.append("\n" if node.tag == f"{_A}br" else node.text or "")
    return clean(repair("".join(parts)))


def _paragraphs(body: etree._Element, number: int, *, listed: bool) -> Iterator[Paragraph]:
    for paragraph in body.iterfind(f"{_A}p"):
        properties = paragraph.find(f"{_A}pPr")
        depth = properties.get("lvl", "0") if properties is not None else "0"
        bare = properties is not None and properties.find(f"{_A}buNone") is not None
        formats = [run.find(f"{_A}rPr") for run in paragraph.findall(f"{_A}r")]
        bold = bool(formats) and all(format is not None and format.get("b") == "1" for format in formats)
        item = int(depth) + 1 if listed and not bare and depth.isdigit() else 0
        yield from split(Paragraph(_text(paragraph), bold=bold, item=item, page=number))


def _grid(table: etree._Element) -> tuple[tuple[str, ...], ...]:
    rows: list[list[str]] = []
    for row in table.iterfind(f"{_A}tr"):
        cells: list[str] = []
        for cell in row.iterfind(f"{_A}tc"):
            if cell.get("hMerge") in ("1", "true") and cells:
                cells.append(cells[-1])
            elif cell.get("vMerge") in ("1", "true") and rows and len(cells) < len(rows[-1]):
                cells.append(rows[-1][len(cells)])
            else:
                cells.append("\n".join(filter(None, (_text(p) for p in cell.iter(f"{_A}p")))))
        rows.append(cells)
    return rectangular(rows)
