"""Word files: what Word keeps apart and what it hides."""

from __future__ import annotations

import pytest

from knowledge.documents import read
from knowledge.model import BlockKind
from tests.documents import made, told
from tests.documents.made import docx_of, word_paragraph, word_table


def test_a_letterhead_in_a_borderless_table_is_no_table() -> None:
    body = word_table(
        [
            [
                "UBND TỈNH HÀ GIANG\nBAN QUẢN LÝ KHU KINH TẾ\nSố: 31/BC-BQL",
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nHà Giang, ngày 05 tháng 7 năm 2016",
            ]
        ],
        borders=False,
    )
    body += word_paragraph("BÁO CÁO", centred=True, bold=True) + word_paragraph(
        "Công tác 6 tháng", centred=True, bold=True
    )
    body += word_paragraph("Trong 6 tháng đã cấp 4 giấy chứng nhận.")
    body += word_table([["Nơi nhận:\n- Như trên;", "TRƯỞNG BAN\n(đã ký)\nVàng Văn Mẫu"]], borders=False)
    document = read("a.docx", docx_of(body))
    told.sound(document)
    assert told.tables(document) == []
    assert told.texts(document, BlockKind.LETTERHEAD) == [
        "UBND TỈNH HÀ GIANG",
        "BAN QUẢN LÝ KHU KINH TẾ",
        "Số: 31/BC-BQL",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Hà Giang, ngày 05 tháng 7 năm 2016",
        "Nơi nhận:",
        "- Như trên;",
        "TRƯỞNG BAN",
        "(đã ký)",
        "Vàng Văn Mẫu",
    ]
    assert told.texts(document, BlockKind.TITLE) == ["BÁO CÁO", "Công tác 6 tháng"]


def test_styles_make_headings_titles_and_items() -> None:
    body = word_paragraph("Công tác năm", style="T") + word_paragraph("Kết quả", style="H1")
    body += word_paragraph("Đã cấp 4 giấy.") + word_paragraph("Thu hồi 1 giấy;", style="L")
    document = read("a.docx", docx_of(body))
    assert told.kinds(document) == [
        ("title", "Công tác năm"),
        ("heading", "Kết quả"),
        ("paragraph", "Đã cấp 4 giấy."),
        ("item", "Thu hồi 1 giấy;"),
    ]


def test_deleted_text_and_field_codes_are_left_out_and_inserted_text_stays() -> None:
    body = (
        "<w:p><w:r><w:t>Tổng thu </w:t></w:r><w:del><w:r><w:delText>10</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>12</w:t></w:r></w:ins><w:r><w:instrText>PAGE</w:instrText></w:r>"
        "<w:r><w:t> tỷ đồng.</w:t></w:r></w:p>"
    )
    assert read("a.docx", docx_of(body)).text == "Tổng thu 12 tỷ đồng."


def test_text_boxes_are_read_once() -> None:
    box = f"<w:txbxContent>{word_paragraph('Số liệu đến ngày 20/6.')}</w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    body = (
        f"<w:p><w:r><w:t>Báo cáo nhanh</w:t></w:r><w:r><mc:AlternateContent {mc}><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert read("a.docx", docx_of(body)).text == "Báo cáo nhanh\nSố liệu đến ngày 20/6."


@pytest.mark.parametrize(("font", "encoding"), [(".VnTime", "tcvn3"), ("VNI-Times", "vni")])
def test_runs_in_old_fonts_are_converted_and_their_neighbours_left_alone(font: str, encoding: str) -> None:
    old = made.old("được hưởng ưu đãi", encoding)
    run = f'<w:r><w:rPr><w:rFonts w:ascii="{font}"/></w:rPr><w:t xml:space="preserve">{old}</w:t></w:r>'
    new = '<w:r><w:rPr><w:rFonts w:ascii="Arial"/></w:rPr><w:t xml:space="preserve"> theo quy định: ®, café</w:t></w:r>'
    assert read("a.docx", docx_of(f"<w:p>{run}{new}</w:p>")).text == "được hưởng ưu đãi theo quy định: ®, café"


def test_the_font_of_the_default_style_counts_where_a_run_names_none() -> None:
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    styles = (
        f'<w:styles {w}><w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr><w:rFonts w:ascii=".VnTime"/>'
        "</w:rPr></w:style></w:styles>"
    )
    body = word_paragraph(made.old("được hưởng", "tcvn3"))
    document = made.package(
        {"word/styles.xml": styles, "word/document.xml": f"<w:document {w}><w:body>{body}</w:body></w:document>"}
    )
    assert read("a.docx", document).text == "được hưởng"


def test_a_font_of_capitals_gives_capitals() -> None:
    old = made.old("báo cáo", "tcvn3")
    assert read("a.docx", docx_of(word_paragraph(old, font=".VnTimeH"))).text == "BÁO CÁO"


def test_a_row_right_across_a_table_is_its_caption() -> None:
    rows: made.Rows = [["Kim ngạch (triệu USD)", None, None], ["Cửa khẩu", "Xuất", "Nhập"], ["Cha Lo", "12,5", "30,1"]]
    document = read("a.docx", docx_of(word_paragraph("Đã làm được nhiều việc trong năm.") + word_table(rows)))
    assert told.texts(document, BlockKind.CAPTION) == ["Kim ngạch (triệu USD)"]
    assert told.tables(document)[0].rows == (("Cửa khẩu", "Xuất", "Nhập"), ("Cha Lo", "12,5", "30,1"))


def test_years_over_columns_are_headers_and_a_row_of_column_numbers_is_one() -> None:
    rows: made.Rows = [
        ["Địa điểm", "Người", None],
        [..., "2018", "2019"],
        ["(1)", "(2)", "(3)"],
        ["Tây Trang", "91.204", "97.316"],
    ]
    (table,) = told.tables(read("a.docx", docx_of(word_table(rows))))
    assert table.header_rows == 3


def test_a_table_of_figures_alone_has_no_header() -> None:
    (table,) = told.tables(read("a.docx", docx_of(word_table([["Xuất", "1.204"], ["Nhập", "977"]]))))
    assert table.header_rows == 0
