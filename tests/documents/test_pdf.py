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


def test_letterhead_and_signature_in_two_columns_are_taken_apart() -> None:
    page = made_pdf.Page()
    lines = [
        ("UBND TỈNH SƠN LA", 90, 800), ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 310, 800),
        ("BAN QUẢN LÝ KHU KINH TẾ", 75, 786), ("Độc lập - Tự do - Hạnh phúc", 330, 786),
        ("Số: 15/BC-BQL", 100, 765), ("Sơn La, ngày 08 tháng 7 năm 2014", 320, 765),
        ("BÁO CÁO", 280, 735), ("Sơ kết công tác 6 tháng đầu năm 2014", 200, 720),
        ("Trong 6 tháng đã cấp 4 giấy chứng nhận.", 90, 690),
        ("Nơi nhận:", 75, 650), ("KT. TRƯỞNG BAN", 360, 650),
        ("- Như trên;", 75, 636), ("PHÓ TRƯỞNG BAN", 360, 636),
        ("- Lưu: VT.", 75, 622), ("Quàng Văn Mẫu", 362, 590),
    ]  # fmt: skip
    for text, x, y in lines:
        page.line(text, x, y)
    document = read("a.pdf", made_pdf.of_pages([page], "".join(text for text, _, _ in lines)))
    told.sound(document)
    assert told.texts(document, BlockKind.LETTERHEAD) == [
        "UBND TỈNH SƠN LA",
        "BAN QUẢN LÝ KHU KINH TẾ",
        "Số: 15/BC-BQL",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Sơn La, ngày 08 tháng 7 năm 2014",
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT.",
        "KT. TRƯỞNG BAN",
        "PHÓ TRƯỞNG BAN",
        "Quàng Văn Mẫu",
    ]
    assert told.texts(document, BlockKind.TITLE) == ["BÁO CÁO", "Sơ kết công tác 6 tháng đầu năm 2014"]
    assert told.texts(document, BlockKind.PARAGRAPH) == ["Trong 6 tháng đã cấp 4 giấy chứng nhận."]
