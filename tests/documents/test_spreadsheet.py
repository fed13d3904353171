"""Spreadsheets: the lines over the table, the table, the lines below; figures as a paper writes them."""

from __future__ import annotations

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
