"""Web pages (.html): the main text and its tables as pieces, everything around it marked as debris.

Trafilatura tells which texts are the article; the smallest element that holds nearly all of them is taken for it,
so that tables, captions and the author's line, which it may leave out, stay in.
"""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import trafilatura
from lxml import etree, html

from knowledge.documents.encoding import decode
from knowledge.documents.limits import Limits
from knowledge.documents.pieces import Grid, Paragraph, Piece, clean, rectangular, split
from knowledge.documents.wording import says
from knowledge.errors import UnreadableFile
from knowledge.model import BlockKind, Problem

# fmt: off
_DROPPED = frozenset((
    "script", "style", "noscript", "template", "iframe", "object", "svg", "canvas", "select", "option", "input",
    "button", "textarea", "head", "video", "audio", "map", "datalist",
))
_BLOCKS = frozenset((
    "p", "div", "section", "article", "main", "header", "footer", "nav", "aside", "ul", "ol", "dl", "dt", "dd", "li",
    "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "figure", "figcaption", "center", "form", "fieldset",
    "table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption", "address", "hr", "body", "html", "details",
    "summary",
))
# fmt: on
_AROUND = frozenset(("nav", "aside", "footer"))
_BOLD = frozenset(("b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"))
_ENOUGH = 0.85  # share of the article's letters the chosen element must hold
_DEEPEST = 200
_WIDEST_CELL = 600
_MOST_SPAN = 100
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_STYLE_RIGHT = re.compile(r"text-align\s*:\s*(right|end)")
_STYLE_CENTRE = re.compile(r"text-align\s*:\s*center")
_STYLE_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_STYLE_BOLD = re.compile(r"font-weight\s*:\s*(bold|[6-9]00)")


@dataclass(frozen=True, slots=True)
class _Around:
    """What the elements around a text say of it."""

    debris: bool = False
    bold: bool = False
    centred: bool = False
    right: bool = False
    item: int = 0
    level: int = 0
    kind: BlockKind | None = None


def read_html(file: str, data: bytes, limits: Limits) -> tuple[list[Piece], tuple[Problem, ...]]:
    """The pieces of a web page. Raises UnreadableFile ``not_text`` or ``damaged``."""
    text, problems = decode(file, _unfolded(data))
    root = _parse(file, text)
    body = root.find("body")
    top = body if body is not None else root
    article = _article(text, top)
    pieces = list(_walk(top, _Around(debris=article is not top), article, 0))
    return _with_title(pieces, root), problems


def _unfolded(data: bytes) -> bytes:
    """The page in a web archive (.mht), which is laid out like an e-mail; other data as it is."""
    head = data[:2000].lower()
    if b"content-type:" not in head or head.lstrip().startswith(b"<"):
        return data
    for part in email.message_from_bytes(data).walk():
        if part.get_content_type() == "text/html" and isinstance(content := part.get_payload(decode=True), bytes):
            return content
    return data


def _parse(file: str, text: str) -> html.HtmlElement:
    text = re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", text)
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFile("damaged", file=file) from error
    return root


def _article(text: str, top: html.HtmlElement) -> html.HtmlElement:
    """The smallest element that holds nearly all of what the main-text extraction keeps."""
    kept = trafilatura.extract(
        text, include_comments=False, include_tables=True, favor_recall=True, deduplicate=False, fast=True
    )
    lines = {key for line in (kept or "").split("\n") if len(key := _key(line)) > 20}
    if not lines:
        return top
    weights: dict[html.HtmlElement, int] = {}
    for element in top.iter():
        if isinstance(element.tag, str) and element.tag in _BLOCKS and element.tag not in _DROPPED:
            own = _key(_own_text(element))
            if len(own) > 20 and any(own in line or line in own for line in lines):
                at: html.HtmlElement | None = element
                while at is not None:
                    weights[at] = weights.get(at, 0) + len(own)
                    if at is top:
                        break
                    at = at.getparent()
    total = weights.get(top, 0)
    chosen = top
    while total:
        inner = max(chosen, key=lambda child: weights.get(child, 0), default=None)
        if (
            inner is None
            or weights.get(inner, 0) < _ENOUGH * total
            or inner.tag in ("p", "table", "ul", "ol", "tbody", "tr")
        ):
            break
        chosen = inner
    return chosen


def _key(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())


def _own_text(element: html.HtmlElement) -> str:
    """The text of an element without that of the blocks in it."""
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _BLOCKS and child.tag not in _DROPPED:
            parts.append(_own_text(child) if len(child) < 500 else "")
        parts.append(child.tail or "")
    return "".join(parts)


def _around(element: html.HtmlElement, outer: _Around, article: html.HtmlElement) -> _Around:
    """What `element` adds to what those around it say."""
    tag = element.tag
    style = element.get("style", "").lower()
    align = element.get("align", "").lower()
    debris = (
        outer.debris
        or tag in _AROUND
        or element.get("role") in ("navigation", "complementary", "contentinfo", "search")
    )
    return replace(
        outer,
        debris=False if element is article else debris,
        bold=outer.bold or tag in _BOLD or bool(_STYLE_BOLD.search(style)),
        centred=outer.centred or align == "center" or tag == "center" or bool(_STYLE_CENTRE.search(style)),
        right=outer.right or align == "right" or bool(_STYLE_RIGHT.search(style)),
        item=outer.item + 1 if tag in ("ul", "ol") else outer.item,
        level=int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit() else outer.level,
        kind=BlockKind.CAPTION if tag in ("figcaption", "caption") else outer.kind,
    )


def _hidden(element: html.HtmlElement) -> bool:
    return element.get("hidden") is not None or bool(_STYLE_HIDDEN.search(element.get("style", "").lower()))


def _walk(element: html.HtmlElement, outer: _Around, article: html.HtmlElement, depth: int) -> Iterator[Piece]:
    if depth > _DEEPEST or element.tag in _DROPPED or _hidden(element):
        return
    around = _around(element, outer, article)
    if element.tag == "table" and _is_data(element):
        caption = element.find("caption")
        if caption is not None and (text := clean(_flat(caption))):
            yield Paragraph(" ".join(text.split()), kind=BlockKind.DEBRIS if around.debris else BlockKind.CAPTION)
        grid = _grid(element)
        if grid.rows:
            if around.debris:
                yield from (Paragraph(" ".join(" ".join(row).split()), kind=BlockKind.DEBRIS) for row in grid.rows)
            else:
                yield grid
        return
    inline: list[tuple[str, bool]] = [(_SPACE.sub(" ", element.text or ""), around.bold)]
    picture = False
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else ""
        if tag in _BLOCKS:
            yield from _flush(inline, around, element, picture)
            inline, picture = [], False
            yield from _walk(child, around, article, depth + 1)
        elif tag and tag not in _DROPPED and not _hidden(child):
            picture = picture or tag == "img" or child.find(".//img") is not None
            if any(isinstance(d.tag, str) and d.tag in _BLOCKS for d in child.iterdescendants()):
                yield from _flush(inline, around, element, picture)
                inline, picture = [], False
                yield from _walk(child, around, article, depth + 1)
            else:
                inline += _inline(child, around.bold, 0)
        inline.append((_SPACE.sub(" ", child.tail or ""), around.bold))
    yield from _flush(inline, around, element, picture)


def _inline(element: html.HtmlElement, bold: bool, depth: int) -> list[tuple[str, bool]]:
    if element.tag == "br":
        return [("\n", bold)]
    bold = bold or element.tag in _BOLD or bool(_STYLE_BOLD.search(element.get("style", "").lower()))
    found = [(_SPACE.sub(" ", element.text or ""), bold)]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _DROPPED and depth < _DEEPEST:
            found += _inline(child, bold, depth + 1)
        found.append((_SPACE.sub(" ", child.tail or ""), bold))
    return found


def _flush(
    inline: list[tuple[str, bool]], around: _Around, element: html.HtmlElement, picture: bool
) -> Iterator[Paragraph]:
    text = clean("".join(part for part, _ in inline))
    if not text:
        return
    bold = all(strong for part, strong in inline if any(c.isalnum() for c in part))
    kind = around.kind
    if around.debris:
        kind = BlockKind.DEBRIS
    elif kind is None and picture and len(text) < 250:
        kind = BlockKind.CAPTION
    item = around.item if element.tag in ("li", "ul", "ol") else 0
    yield from split(
        Paragraph(text, bold=bold, centred=around.centred, right=around.right, level=around.level, item=item, kind=kind)
    )


def _flat(element: html.HtmlElement) -> str:
    parts: list[str] = []
    for node in element.iter():
        if not isinstance(node.tag, str) or node.tag in _DROPPED:
            if node is not element and node.tail:
                parts.append(node.tail)
            continue
        if node.tag == "br" or node.tag in _BLOCKS:
            parts.append("\n")
        parts.append(_SPACE.sub(" ", node.text or ""))
        if node is not element:
            if node.tag in _BLOCKS:
                parts.append("\n")
            parts.append(_SPACE.sub(" ", node.tail or ""))
    return "".join(parts)


def _rows(table: html.HtmlElement) -> list[html.HtmlElement]:
    return [row for row in table.iter("tr") if next(row.iterancestors("table"), None) is table]


def _is_data(table: html.HtmlElement) -> bool:
    """Whether the table holds data; one with tables or much text in its cells only lays out the page."""
    if table.find(".//table") is not None:
        return False
    rows = _rows(table)
    if len(rows) < 2:
        return False
    widths = [len([c for c in row if c.tag in ("td", "th")]) for row in rows]
    if max(widths, default=0) < 2:
        return False
    longest = max(
        (len(clean(cell.text_content())) for row in rows for cell in row if isinstance(cell.tag, str)), default=0
    )
    return longest <= _WIDEST_CELL or table.find(".//th") is not None


def _grid(table: html.HtmlElement) -> Grid:
    """The table with merged cells repeated in every place they cover."""
    rows: list[list[str]] = []
    carried: dict[int, tuple[str, int]] = {}  # column: cell that reaches down, rows left
    headers = 0
    for tr in _rows(table):
        row: list[str] = []

        def carry(row: list[str] = row) -> None:
            while len(row) in carried:
                text, left = carried.pop(len(row))
                if left > 1:
                    carried[len(row)] = (text, left - 1)
                row.append(text)

        cells = [cell for cell in tr if cell.tag in ("td", "th")]
        for cell in cells:
            carry()
            text = clean(_flat(cell))
            down = _span(cell, "rowspan")
            for _ in range(_span(cell, "colspan")):
                if down > 1:
                    carried[len(row)] = (text, down - 1)
                row.append(text)
        carry()
        rows.append(row)
        if cells and all(cell.tag == "th" for cell in cells) and headers == len(rows) - 1:
            headers += 1
    border = table.get("border", "") not in ("", "0") or table.find(".//th") is not None
    return Grid(rectangular(rows), header_rows=headers or None, bordered=border)


def _span(cell: html.HtmlElement, name: str) -> int:
    value = cell.get(name, "1").strip()
    return min(max(int(value), 1), _MOST_SPAN) if value.isdigit() and len(value) < 5 else 1


def _with_title(pieces: list[Piece], root: html.HtmlElement) -> list[Piece]:
    """`pieces` with the page's title marked: the first <h1>, else the heading like its <title>, else the first
    heading before any running text."""
    name = _key(root.findtext(".//title") or "")
    heads = [
        i
        for i, p in enumerate(pieces)
        if isinstance(p, Paragraph) and p.level and p.kind is None and not says(p.text, "related", "debris")
    ]
    prose = next(
        (i for i, p in enumerate(pieces) if isinstance(p, Paragraph) and p.kind is None and len(p.text) > 250),
        len(pieces),
    )

    def text(i: int) -> str:
        piece = pieces[i]
        return piece.text if isinstance(piece, Paragraph) else ""

    def level(i: int) -> int:
        piece = pieces[i]
        return piece.level if isinstance(piece, Paragraph) else 0

    first = [i for i in heads if level(i) == 1][:1]
    named = [i for i in heads if name and (key := _key(text(i))) and (key in name or name in key)]
    chosen = next(iter(first or named or [i for i in heads if i < prose]), None)
    if chosen is None:
        return pieces
    lowest = level(chosen)
    found: list[Piece] = []
    for i, piece in enumerate(pieces):
        if i == chosen and isinstance(piece, Paragraph):
            piece = replace(piece, kind=BlockKind.TITLE, level=0)
        elif isinstance(piece, Paragraph) and piece.level and i > chosen:
            piece = replace(piece, level=max(1, piece.level - lowest))
        found.append(piece)
    return found
