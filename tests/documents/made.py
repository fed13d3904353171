"""The same content written in every format an office uses, without the programs that usually write it.

Content is a list of parts: a string is a paragraph, "# ..." a heading, "* ..." a title line; a list of rows is a table.
A cell that is None carries on the one to its left, a cell that is `...` the one above.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from types import EllipsisType
from xml.sax.saxutils import escape

from viparse.normalize.encodings import CHARMAPS  # type: ignore[import-untyped]

Cell = str | None | EllipsisType
Rows = Sequence[Sequence[Cell]]
Part = str | Rows


def spans(rows: Rows, r: int, c: int) -> tuple[int, int]:
    """How many columns and rows the cell at (r, c) covers."""
    width = 1
    while c + width < len(rows[r]) and rows[r][c + width] is None:
        width += 1
    height = 1
    while r + height < len(rows) and rows[r + height][c] is ...:
        height += 1
    return width, height


def filled(rows: Rows) -> tuple[tuple[str, ...], ...]:
    """The rows as they must be read: a merged cell in every place it covers."""
    found: list[list[str]] = []
    for row in rows:
        line: list[str] = []
        for c, cell in enumerate(row):
            line.append(line[c - 1] if cell is None else found[-1][c] if cell is ... else str(cell))
        found.append(line)
    return tuple(map(tuple, found))


def old(text: str, encoding: str) -> str:
    """`text` in an old Vietnamese encoding, as its bytes look in Latin-1."""
    table = {new: seq for seq, new in CHARMAPS[encoding].pairs}
    return "".join(table.get(c, c) for c in text)


def txt(parts: Sequence[Part]) -> bytes:
    lines: list[str] = []
    for part in parts:
        if isinstance(part, str):
            lines += [part.lstrip("#* "), ""]
        else:
            lines += [" | ".join(row) for row in filled(part)] + [""]
    return "\n".join(lines).encode()


def html(parts: Sequence[Part]) -> bytes:
    body = []
    for part in parts:
        if isinstance(part, str):
            tag = {"#": "h2", "*": "h1"}.get(part[:1], "p")
            body.append(f"<{tag}>{escape(part.lstrip('#* '))}</{tag}>")
            continue
        body.append("<table border=1>")
        for r, row in enumerate(part):
            body.append("<tr>")
            for c, cell in enumerate(row):
                if isinstance(cell, str):
                    width, height = spans(part, r, c)
                    body.append(f"<td colspan={width} rowspan={height}>{escape(cell)}</td>")
            body.append("</tr>")
        body.append("</table>")
    return f"<html><head><meta charset=utf-8></head><body>{''.join(body)}</body></html>".encode()


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def package(parts: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def word_paragraph(text: str, *, style: str = "", font: str = "", centred: bool = False, bold: bool = False) -> str:
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties += '<w:jc w:val="center"/>' if centred else ""
    run = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>' if font else ""
    run += "<w:b/>" if bold else ""
    body = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr>{body}</w:r></w:p>"


def word_table(rows: Rows, *, borders: bool = True) -> str:
    found = ["<w:tbl><w:tblPr>", "<w:tblBorders/>" if borders else "", "</w:tblPr>"]
    for r, row in enumerate(rows):
        found.append("<w:tr>")
        for c, cell in enumerate(row):
            if cell is None:
                continue
            first = cell if isinstance(cell, str) else ""
            width, height = spans(rows, r, c)
            merge = f'<w:gridSpan w:val="{width}"/>' if width > 1 else ""
            merge += "<w:vMerge/>" if cell is ... else '<w:vMerge w:val="restart"/>' if height > 1 else ""
            found.append(f"<w:tc><w:tcPr>{merge}</w:tcPr>{word_paragraph(first)}</w:tc>")
        found.append("</w:tr>")
    return "".join([*found, "</w:tbl>"])


_STYLES = f"""<w:styles {_W}><w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="L"><w:name w:val="List Bullet"/></w:style></w:styles>"""


def docx_of(body: str) -> bytes:
    """A .docx file around the given body."""
    return package(
        {
            "[Content_Types].xml": "<Types/>",
            "word/styles.xml": _STYLES,
            "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>",
        }
    )


def docx(parts: Sequence[Part]) -> bytes:
    body = []
    for part in parts:
        if isinstance(part, str):
            body.append(word_paragraph(part.lstrip("#* "), style={"#": "H1", "*": "T"}.get(part[:1], "")))
        else:
            body.append(word_table(part))
    return docx_of("".join(body))


def rtf(parts: Sequence[Part], encoding: str | None = None) -> bytes:
    """Rich text, in Unicode or in the bytes of an old encoding's font."""
    font = {"tcvn3": ".VnTime", "vni": "VNI-Times", None: "Times New Roman"}[encoding]

    def coded(text: str) -> str:
        if encoding:
            return "".join(c if c.isascii() else f"\\'{ord(c):02x}" for c in old(text, encoding))
        return "".join(c if c.isascii() else f"\\u{ord(c)}?" for c in text)

    body = []
    for part in parts:
        if isinstance(part, str):
            level = "\\outlinelevel0 " if part[:1] == "#" else ""
            body.append(f"\\pard\\plain\\f1 {level}{coded(part.lstrip('#* '))}\\par\n")
            continue
        for r, row in enumerate(part):
            edges, cells = "", ""
            for c, cell in enumerate(row):
                width, height = spans(part, r, c)
                flags = "\\clmrg" if cell is None else "\\clvmrg" if cell is ... else ""
                flags += "\\clmgf" if width > 1 and not flags else ""
                flags += "\\clvmgf" if height > 1 and not flags else ""
                edges += f"{flags}\\cellx{2000 * (c + 1)}"
                cells += f"\\pard\\intbl\\f1 {coded(cell) if isinstance(cell, str) else ''}\\cell"
            body.append(f"\\trowd{edges}{cells}\\row\n")
    fonts = f"{{\\fonttbl{{\\f0 Arial;}}{{\\f1\\fnil {font};}}}}"
    return f"{{\\rtf1\\ansi\\ansicpg1252\\deff0{fonts}\n{''.join(body)}}}".encode("ascii")


_S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def xlsx(rows: Sequence[Sequence[str | float | None]], *, merges: Sequence[str] = (), dimension: str = "") -> bytes:
    """A workbook with one sheet; text cells are written in place."""
    lines = []
    for r, row in enumerate(rows, 1):
        cells = ""
        for c, value in enumerate(row):
            place = f"{chr(65 + c)}{r}"
            if isinstance(value, str):
                cells += f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
            elif value is not None:
                cells += f'<c r="{place}"><v>{value!r}</v></c>'
        lines.append(f'<row r="{r}">{cells}</row>')
    merged = "".join(f'<mergeCell ref="{ref}"/>' for ref in merges)
    return xlsx_of(
        (f'<dimension ref="{dimension}"/>' if dimension else "")
        + f"<sheetData>{''.join(lines)}</sheetData>"
        + (f"<mergeCells>{merged}</mergeCells>" if merged else "")
    )


def xlsx_of(sheet: str) -> bytes:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    return package(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="r1" Type="{_RELATION}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook {_S} xmlns:r="{_RELATION}"><sheets><sheet name="Sheet1" sheetId="1" '
            'r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="r1" '
            f'Type="{_RELATION}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/worksheets/sheet1.xml": f"<worksheet {_S}>{sheet}</worksheet>",
        }
    )


def pptx(slides: Sequence[tuple[str, Sequence[Part]]]) -> bytes:
    """Slides, each a title with its parts."""
    a, p = (
        "http://schemas.openxmlformats.org/drawingml/2006/main",
        "http://schemas.openxmlformats.org/presentationml/2006/main",
    )

    def shape(kind: str, lines: Sequence[str]) -> str:
        text = "".join(f"<a:p><a:r><a:t>{escape(line)}</a:t></a:r></a:p>" for line in lines)
        holder = f'<p:nvSpPr><p:nvPr><p:ph type="{kind}"/></p:nvPr></p:nvSpPr>'
        return f"<p:sp>{holder}<p:txBody>{text}</p:txBody></p:sp>"

    def table(rows: Rows) -> str:
        found = ""
        for row in rows:
            cells = ""
            for cell in row:
                mark = ' hMerge="1"' if cell is None else ' vMerge="1"' if cell is ... else ""
                text = escape(cell) if isinstance(cell, str) else ""
                cells += f"<a:tc{mark}><a:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></a:txBody></a:tc>"
            found += f"<a:tr>{cells}</a:tr>"
        graphic = f"<a:graphic><a:graphicData><a:tbl>{found}</a:tbl></a:graphicData></a:graphic>"
        return f"<p:graphicFrame>{graphic}</p:graphicFrame>"

    files: dict[str, str | bytes] = {"ppt/presentation.xml": f'<p:presentation xmlns:p="{p}"/>'}
    for number, (title, parts) in enumerate(slides, 1):
        shapes = "".join(shape("body", [part]) if isinstance(part, str) else table(part) for part in parts)
        shapes += shape("title", [title])  # drawn last, read first
        tree = f"<p:cSld><p:spTree>{shapes}</p:spTree></p:cSld>"
        files[f"ppt/slides/slide{number}.xml"] = f'<p:sld xmlns:p="{p}" xmlns:a="{a}">{tree}</p:sld>'
    return package(files)
