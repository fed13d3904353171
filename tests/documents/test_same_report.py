"""One report in every format: the same blocks, the same table, whatever it was written with."""

from __future__ import annotations

import pytest

from knowledge.documents import read
from knowledge.model import BlockKind
from tests.documents import made, made_ole, made_pdf, told

ROWS: made.Rows = [
    ["Cửa khẩu", "Phương tiện (lượt xe)", None, "Ghi chú"],
    [..., "Xuất khẩu", "Nhập khẩu", ...],
    ["Móng Cái", "41.207", "63.115", "-"],
    ["Ka Long", "7.390", "5.864", "mở lại tháng 4"],
    ["Cộng", "48.597", "68.979", ""],
]
REPORT: list[made.Part] = [
    "* Kết quả công tác năm 2017",
    "# I. Kết quả đạt được",
    "Trong năm Ban Quản lý đã giải quyết xong 143/150 nhiệm vụ được giao, còn 07 nhiệm vụ đang làm trong thời hạn.",
    "Bảng 1. Phương tiện qua cửa khẩu",
    ROWS,
    "# II. Phương hướng",
    "Phấn đấu thu phí 96,5 tỷ đồng.",
]
FORMATS = {
    "a.txt": made.txt(REPORT),
    "a.html": made.html(REPORT),
    "a.docx": made.docx(REPORT),
    "a.rtf": made.rtf(REPORT),
    "tcvn3.rtf": made.rtf(REPORT, "tcvn3"),
    "vni.rtf": made.rtf(REPORT, "vni"),
    "a.doc": made_ole.doc(REPORT),
    "tcvn3.doc": made_ole.doc(REPORT, "tcvn3"),
    "vni.doc": made_ole.doc(REPORT, "vni"),
    "a.pdf": made_pdf.pdf(REPORT),
}


@pytest.mark.parametrize("file", FORMATS)
def test_the_same_blocks_come_out(file: str) -> None:
    document = read(file, FORMATS[file])
    told.sound(document)
    assert document.format == file.rsplit(".", 1)[1]
    assert told.texts(document, BlockKind.TITLE) == ["Kết quả công tác năm 2017"]
    assert told.outline(document) == [("I. Kết quả đạt được", 1), ("II. Phương hướng", 1)]
    assert told.texts(document, BlockKind.CAPTION) == ["Bảng 1. Phương tiện qua cửa khẩu"]
    assert told.texts(document, BlockKind.PARAGRAPH) == [REPORT[2], REPORT[6]]


@pytest.mark.parametrize("file", FORMATS)
def test_the_table_is_whole(file: str) -> None:
    (table,) = told.tables(read(file, FORMATS[file]))
    assert table.rows == made.filled(ROWS)
    assert table.header_rows == 2


def test_slides_give_the_same_table() -> None:
    document = read("a.pptx", made.pptx([("Kết quả công tác năm 2017", ["Bảng 1. Phương tiện", ROWS])]))
    told.sound(document)
    assert told.texts(document, BlockKind.TITLE) == ["Kết quả công tác năm 2017"]
    assert [table.rows for table in told.tables(document)] == [made.filled(ROWS)]


@pytest.mark.parametrize(
    ("file", "really"), [("a.docx", "a.pdf"), ("a.doc", "a.html"), ("a.pdf", "a.docx"), ("a", "a.rtf")]
)
def test_a_wrong_extension_does_no_harm_where_the_content_can_be_read(file: str, really: str) -> None:
    assert read(file, FORMATS[really]).text == read(really, FORMATS[really]).text
