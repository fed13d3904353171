"""Word files (.docx): paragraphs with their styles, tables with merged cells, straight from the parts that hold text.

Only the parts needed are unpacked, so pictures and embedded files cost nothing. Deleted text, field codes and the older
copies of text boxes are left out; inserted text is taken as accepted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from knowledge.documents.legacy import Run, detect, unify
from knowledge.documents.limits import Limits
from knowledge.documents.package import Package
from knowledge.documents.pieces import Grid, Paragraph, Piece, clean, columns, rectangular, split
from knowledge.errors import UnreadableFile
from knowledge.model import BlockKind, Problem

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SKIPPED = {
    f"{_W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "rPr", "pPr", "fldData", "footnoteReference")
}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TEXT_BOX = f"{_W}txbxContent"
_DEEPEST = 12  # tables within tables


def _value(element: etree._Element | None, path: str) -> str | None:
    found = element.find(path) if element is not None else None
    return found.get(f"{_W}val") if found is not None else None


def _on(element: etree._Element | None, path: str) -> bool | None:
    """A switch such as w:b: None where it is not set."""
    found = element.find(path) if element is not None else None
    return None if found is None else found.get(f"{_W}val", "true") not in ("0", "false", "off")


def _font(properties: etree._Element | None) -> str | None:
    fonts = properties.find(f"{_W}rFonts") if properties is not None else None
    return None if fonts is None else fonts.get(f"{_W}ascii") or fonts.get(f"{_W}hAnsi")


@dataclass(frozen=True)
class _Style:
    level: int = 0
    bold: bool = False
    centred: bool = False
    right: bool = False
    item: int = 0
    title: bool = False
    bordered: bool = False
    font: str | None = None


class _Reader:
    def __init__(self, package: Package, root: etree._Element | None) -> None:
        self._package = package
        self._root = root
        self._styles: dict[str, _Style] = {}
        self._font: str | None = None  # of the document, where nothing else is said
        self._default: str | None = None  # the old encoding of runs whose font says nothing

    @cached_property
    def _raw_styles(self) -> dict[str, etree._Element]:
        """The styles by name; under the empty name the one of paragraphs that name none."""
        root = self._package.xml("word/styles.xml")
        if root is None:
            return {}
        self._font = _font(root.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr"))
        found = {style.get(f"{_W}styleId", ""): style for style in root.findall(f"{_W}style")}
        for style in found.copy().values():
            if style.get(f"{_W}type") == "paragraph" and style.get(f"{_W}default") in ("1", "true"):
                found[""] = style
        return found

    def _style(self, name: str | None) -> _Style:
        name = name or ""
        if name not in self._styles:
            self._styles[name] = self._inherited(self._raw_styles, name)
        return self._styles[name]

    def _inherited(self, raw: dict[str, etree._Element], name: str) -> _Style:
        """A style with what it takes over from those it is based on."""
        chain: list[etree._Element] = []
        at: str | None = name
        while at in raw and raw[at] not in chain and len(chain) < 20:
            chain.append(raw[at])
            at = _value(raw[at], f"{_W}basedOn")
        level, item, bold, align, title, bordered, font = 0, 0, None, None, False, False, None
        for style in chain:
            label = (_value(style, f"{_W}name") or "").lower()
            outline = _value(style, f"{_W}pPr/{_W}outlineLvl")
            if not level and label.startswith("heading ") and label[8:].isdigit():
                level = int(label[8:])
            if not level and outline is not None and outline.isdigit() and int(outline) < 9:
                level = int(outline) + 1
            if not item and (label.startswith("list") or style.find(f"{_W}pPr/{_W}numPr") is not None) and not level:
                digits = "".join(c for c in label if c.isdigit())
                item = int(digits) if digits else 1
            bold = _on(style, f"{_W}rPr/{_W}b") if bold is None else bold
            align = align or _value(style, f"{_W}pPr/{_W}jc")
            title = title or label == "title"
            font = font or _font(style.find(f"{_W}rPr"))
            bordered = bordered or style.find(f"{_W}tblPr/{_W}tblBorders") is not None
        centred, right = align == "center", align in ("right", "end")
        return _Style(level, bool(bold), centred, right, min(item, 9), title, bordered, font or self._font)

    def pieces(self) -> list[Piece]:
        body = self._root.find(f"{_W}body") if self._root is not None else None
        if body is None:
            return []
        self._default = detect(" ".join(text.text or "" for text in body.iter(f"{_W}t")))
        found = list(self._blocks(body, 0))
        for part in ("word/footnotes.xml", "word/endnotes.xml"):
            notes = self._package.xml(part)
            if notes is not None:
                for note in notes:
                    if note.get(f"{_W}type") is None:
                        found += self._blocks(note, 0)
        return found

    def _blocks(self, parent: etree._Element, depth: int) -> Iterator[Piece]:
        gap = False
        for child in parent:
            if child.tag == f"{_W}p":
                boxes: list[etree._Element] = []
                paragraphs = self._paragraph(child, gap, boxes)
                yield from paragraphs
                gap = not paragraphs
                for box in boxes:
                    if depth < _DEEPEST:
                        yield from self._blocks(box, depth + 1)
            elif child.tag == f"{_W}tbl":
                yield from self._table(child, depth)
                gap = False
            elif child.tag == f"{_W}sdt":
                content = child.find(f"{_W}sdtContent")
                if content is not None and depth < _DEEPEST:
                    yield from self._blocks(content, depth + 1)
            elif child.tag in (f"{_W}ins", f"{_W}moveTo", f"{_W}smartTag", f"{_W}customXml") and depth < _DEEPEST:
                yield from self._blocks(child, depth + 1)

    def _paragraph(self, element: etree._Element, gap: bool, boxes: list[etree._Element]) -> list[Paragraph]:
        properties = element.find(f"{_W}pPr")
        style = self._style(_value(properties, f"{_W}pStyle"))
        parts: list[Run] = []
        letters, bold_letters = 0, 0
        for run, text in _runs(element, boxes):
            run_properties = run.find(f"{_W}rPr") if run is not None else None
            parts.append(Run(text, _font(run_properties) or style.font))
            count = sum(c.isalnum() for c in text)
            bold = _on(run_properties, f"{_W}b")
            letters += count
            bold_letters += count if (style.bold if bold is None else bold) else 0
        raw = unify(parts, self._default)
        text = clean(raw)
        if not text:
            return []
        align = _value(properties, f"{_W}jc")
        outline = _value(properties, f"{_W}outlineLvl")
        level = int(outline) + 1 if outline is not None and outline.isdigit() and int(outline) < 9 else style.level
        number = properties.find(f"{_W}numPr") if properties is not None else None
        item = style.item
        if number is not None and not level:
            depth = _value(number, f"{_W}ilvl") or "0"
            item = 0 if _value(number, f"{_W}numId") == "0" else int(depth) + 1 if depth.isdigit() else 1
        return split(
            Paragraph(
                text,
                bold=letters > 0 and bold_letters == letters,
                centred=align == "center" if align else style.centred,
                right=align in ("right", "end") if align else style.right,
                level=0 if style.title else level,
                item=item,
                gap=gap,
                kind=BlockKind.TITLE if style.title else None,
                columns=columns(raw),
            )
        )

    def _table(self, table: etree._Element, depth: int) -> Iterator[Piece]:
        """A table; one that holds another is only there for the layout, and its cells are read as text."""
        nested = table.find(f"{_W}tr//{_W}tbl") is not None
        rows: list[list[str]] = []
        headers = 0
        for row in _rows(table):
            cells: list[str] = []
            skip = _value(row, f"{_W}trPr/{_W}gridBefore")
            cells += [""] * (int(skip) if skip and skip.isdigit() else 0)
            for cell in row.iterfind(f"{_W}tc"):
                span = _value(cell, f"{_W}tcPr/{_W}gridSpan")
                width = min(int(span), 64) if span and span.isdigit() else 1
                merge = cell.find(f"{_W}tcPr/{_W}vMerge")
                carried = merge is not None and merge.get(f"{_W}val", "continue") == "continue"
                if carried and rows and len(cells) < len(rows[-1]):
                    cells += rows[-1][len(cells) : len(cells) + width]
                    continue
                if nested:
                    if depth < _DEEPEST:
                        yield from self._blocks(cell, depth + 1)
                    continue
                cells += ["\n".join(self._cell(cell, depth))] * width
            rows.append(cells)
            if _on(row, f"{_W}trPr/{_W}tblHeader") and headers == len(rows) - 1:
                headers = len(rows)
        grid = rectangular(rows)
        if nested or not grid:
            return
        name = _value(table, f"{_W}tblPr/{_W}tblStyle")
        style = self._style(name) if name else _Style()
        bordered = (
            style.bordered
            or table.find(f"{_W}tblPr/{_W}tblBorders") is not None
            or table.find(f"{_W}tr/{_W}tc/{_W}tcPr/{_W}tcBorders") is not None
        )
        yield Grid(grid, header_rows=headers or None, bordered=bordered)

    def _cell(self, cell: etree._Element, depth: int) -> list[str]:
        return [piece.text for piece in self._blocks(cell, depth + 1) if isinstance(piece, Paragraph)]


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == f"{_W}tr":
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}ins", f"{_W}customXml"):
            yield from child.iter(f"{_W}tr")


def _runs(element: etree._Element, boxes: list[etree._Element]) -> Iterator[tuple[etree._Element | None, str]]:
    """The run texts of a paragraph in order; text boxes met on the way are put aside in `boxes`."""
    stack: list[tuple[etree._Element, etree._Element | None]] = [(element, None)]
    while stack:
        node, run = stack.pop()
        tag = node.tag
        if not isinstance(tag, str) or tag in _SKIPPED or tag == _FALLBACK:
            continue
        if tag == _TEXT_BOX:
            boxes.append(node)
        elif tag == f"{_W}t":
            yield run, node.text or ""
        elif tag == f"{_W}tab":
            yield run, "\t"
        elif tag in (f"{_W}br", f"{_W}cr"):
            yield run, "\n"
        elif tag == f"{_W}noBreakHyphen":
            yield run, "-"
        elif tag == f"{_W}softHyphen":
            yield run, "\u00ad"  # in a TCVN3 font this is the letter ư
        else:
            inner = node if tag == f"{_W}r" else run
            stack.extend((child, inner) for child in reversed(node))


def read_docx(file: str, data: bytes, limits: Limits) -> tuple[list[Piece], tuple[Problem, ...]]:
    """The pieces of a .docx file. Raises UnreadableFile ``damaged``, ``encrypted`` or ``too_large``."""
    package = Package(file, data)
    root = package.xml("word/document.xml")
    if root is not None and sum(1 for _ in root.iter(f"{_W}tc")) > limits.cells:
        raise UnreadableFile("too_large", file=file)
    return _Reader(package, root).pieces(), ()
