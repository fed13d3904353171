"""PDF files: paragraphs over page ends, tables over page ends, page furniture."""

from __future__ import annotations

import random

from knowledge.documents import read
from knowledge.model import BlockKind
from tests.documents import made, made_pdf, told

_WORDS = [
    "cửa",
    "khẩu",
    "hàng",
    "xe",
    "phí",
    "tỷ",
    "đồng",
    "năm",
    "tháng",
    "kế",
    "hoạch",
    "đầu",
    "tư",
    "giao",
    "nhận",
    "phòng",
    "ban",
    "tỉnh",
    "đường",
    "bãi",
]


def _prose(seed: int, words: int) -> str:
    drawn = random.Random(seed)
    return "Trong năm " + " ".join(drawn.choice(_WORDS) for _ in range(words)) + "."


def test_paragraphs_go_on_over_page_ends_and_page_numbers_do_not_come_between() -> None:
    paragraphs = [_prose(seed, 180) for seed in range(8)]
    document = read("a.pdf", made_pdf.pdf(["* Báo cáo nhanh", *paragraphs]))
    told.sound(document)
    assert told.texts(document, BlockKind.PARAGRAPH) == paragraphs
    assert told.texts(document, BlockKind.DEBRIS) == ["1", "2", "3"]
    pages = [block.page or 0 for block in document.blocks if block.kind is BlockKind.PARAGRAPH]
    assert pages == sorted(pages)
    assert set(pages) == {1, 2}  # the last one starts on the second page


def test_a_table_that_goes_on_over_a_page_end_is_one_table() -> None:
    header = ["Tháng", "Xuất", "Nhập"]
    first: list[list[made.Cell]] = [header, *([f"Xã {i}", f"{i}.{i:03}", "7"] for i in range(1, 30))]
    second: list[list[made.Cell]] = [header, *([f"Xã {i}", f"{i}.{i:03}", "7"] for i in range(30, 50))]
    document = read("a.pdf", made_pdf.pdf([first, second]))
    (table,) = told.tables(document)
    assert [row[0] for row in table.rows] == ["Tháng", *(f"Xã {i}" for i in range(1, 50))]


def test_an_old_font_is_converted() -> None:
    text = "Trong tháng 3 năm 2004, Ban Quản lý đã phối hợp với các ngành giải quyết 152 hồ sơ, không có hồ sơ quá hạn."
    document = read("a.pdf", made_pdf.pdf([made.old(text, "tcvn3")], font="ABCDEF+.VnTime"))
    assert told.texts(document, BlockKind.PARAGRAPH) == [text]
