"""Spreadsheets: the lines over the table, the table, the lines below; figures as a paper writes them."""

from __future__ import annotations

import io
import zipfile

from knowledge.documents import read
from knowledge.model import BlockKind
from tests.documents import made, told

_ROWS = [
    ["Kim ngạch theo tháng năm 2019"],
    ["", "", "Đơn vị: nghìn USD"],
    ["Tháng", "Xuất khẩu", None, "Tỷ lệ"],
    ["", "2018", "2019", "(%)"],
    ["Tháng 1", 1204, 38500.5, 87.23599632690542],
    ["Tháng 2", 977, 41200, 0.0518],
    ["Ghi chú: số ước"],
]


def test_lines_around_the_table_are_text_and_merged_headers_are_repeated() -> None:
    document = read("a.xlsx", made.xlsx(_ROWS, merges=["B3:C3", "A3:A4"]))
    told.sound(document)
    assert told.texts(document, BlockKind.TITLE) == ["Kim ngạch theo tháng năm 2019"]
    assert told.texts(document, BlockKind.CAPTION) == ["Đơn vị: nghìn USD", "Ghi chú: số ước"]
    (table,) = told.tables(document)
    assert table.header_rows == 2
    assert table.rows[:2] == (("Tháng", "Xuất khẩu", "Xuất khẩu", "Tỷ lệ"), ("Tháng", "2018", "2019", "(%)"))


def test_figures_are_written_as_vietnamese_papers_write_them() -> None:
    (table,) = told.tables(read("a.xlsx", made.xlsx(_ROWS)))
    assert table.rows[2:] == (("Tháng 1", "1.204", "38.500,5", "87,24"), ("Tháng 2", "977", "41.200", "0,0518"))


def test_years_in_a_header_are_years() -> None:
    rows = [["Chỉ tiêu", 2018, 2019], ["Thu phí", 1950, 2030.5]]
    (table,) = told.tables(read("a.xlsx", made.xlsx(rows)))
    assert table.rows == (("Chỉ tiêu", "2018", "2019"), ("Thu phí", "1.950", "2.030,5"))


def test_separated_values_are_a_table() -> None:
    document = read("a.csv", 'Tháng;Xuất;Nhập\nTháng 1;412;388\n"Tháng; 2";455;431\n'.encode())
    assert told.tables(document)[0].rows == (
        ("Tháng", "Xuất", "Nhập"),
        ("Tháng 1", "412", "388"),
        ("Tháng; 2", "455", "431"),
    )


def test_open_document_sheets_are_read_without_an_office_program() -> None:
    names = ("office", "table", "text")
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in names)

    def cell(value: str | int) -> str:
        kind = "string" if isinstance(value, str) else "float"
        stated = "" if isinstance(value, str) else f' office:value="{value}"'
        return f'<table:table-cell office:value-type="{kind}"{stated}><text:p>{value}</text:p></table:table-cell>'

    rows: list[list[str | int]] = [["Bãi", "Xe"], ["Số 1", 1204]]
    table = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
    sheet = f'<office:spreadsheet><table:table table:name="S">{table}</table:table></office:spreadsheet>'
    body = f"<office:body>{sheet}</office:body>"
    manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    data = made.package(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f"<office:document-content {spaces}>{body}</office:document-content>",
            "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{manifest}"/>',
        }
    )
    assert read("a.ods", data).text == "Bãi\tXe\nSố 1\t1.204"


def _styled(cells: dict[str, int], formats: str) -> bytes:
    """A sheet of two rows whose cells have the styles named: 1 is the built-in per cent, 2 the one in `formats`."""
    plain = made.xlsx([["Chỉ tiêu", "Năm trước", "Năm nay", "Số vụ"], ["Thu phí", 0.5183, 1.04, 0.5]])
    with zipfile.ZipFile(io.BytesIO(plain)) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    sheet = _part(parts, "xl/worksheets/sheet1.xml")
    for place, style in cells.items():
        sheet = sheet.replace(f'<c r="{place}">'.encode(), f'<c r="{place}" s="{style}">'.encode())
    parts["xl/worksheets/sheet1.xml"] = sheet
    parts["xl/styles.xml"] = (
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f'<numFmts>{formats}</numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="10"/>'
        '<xf numFmtId="170"/></cellXfs></styleSheet>'
    )
    return made.package(parts)


def _part(parts: dict[str, str | bytes], name: str) -> bytes:
    part = parts[name]
    return part if isinstance(part, bytes) else part.encode()


def test_a_share_is_read_as_the_sheet_shows_it() -> None:
    data = _styled({"B2": 1, "C2": 2}, '<numFmt numFmtId="170" formatCode="0.0%"/>')
    (table,) = told.tables(read("a.xlsx", data))
    assert table.rows[1] == ("Thu phí", "51,83%", "104%", "0,5")


def test_another_format_leaves_the_figure() -> None:
    data = _styled({"C2": 2}, '<numFmt numFmtId="170" formatCode="0.00&quot; lần&quot;"/>')
    (table,) = told.tables(read("a.xlsx", data))
    assert table.rows[1] == ("Thu phí", "0,5183", "1,04", "0,5")
