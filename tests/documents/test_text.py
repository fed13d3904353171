"""Plain text as people type it, copy it from web pages, or as old systems print it."""

from __future__ import annotations

import textwrap
import unicodedata

import pytest

from knowledge.documents import read
from knowledge.model import BlockKind
from tests.documents import told
from tests.documents.made import old

_PAPER = """\
UBND TỈNH QUẢNG TRỊ                         CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
BAN QUẢN LÝ KHU KINH TẾ                           Độc lập - Tự do - Hạnh phúc
Số: 77/TB-KKT                                   Đông Hà, ngày 03 tháng 4 năm 2017

                              THÔNG BÁO
        Kết luận của Trưởng ban tại giao ban quý I năm 2017

Sáng 31/3/2017, Trưởng ban chủ trì giao ban quý I. Dự họp có đủ lãnh đạo các phòng.

I. Kết quả
1. Đã làm xong 41 việc.
2. Còn 3 việc, trong đó:
- 2 việc của phòng Đầu tư;
- 1 việc của Văn phòng.

II. Việc tới đây
Mỗi phòng gửi kế hoạch trước ngày 10/4.

Nơi nhận:                                       TL. TRƯỞNG BAN
- Như trên;                                     CHÁNH VĂN PHÒNG
- Lưu: VT.                                          Lê Văn Mẫu
"""


def test_a_letterhead_in_two_columns_is_taken_apart_left_column_first() -> None:
    document = told.of(_PAPER)
    told.sound(document)
    assert told.texts(document, BlockKind.LETTERHEAD) == [
        "UBND TỈNH QUẢNG TRỊ",
        "BAN QUẢN LÝ KHU KINH TẾ",
        "Số: 77/TB-KKT",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Đông Hà, ngày 03 tháng 4 năm 2017",
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT.",
        "TL. TRƯỞNG BAN",
        "CHÁNH VĂN PHÒNG",
        "Lê Văn Mẫu",
    ]


def test_title_headings_and_items() -> None:
    document = told.of(_PAPER)
    assert told.texts(document, BlockKind.TITLE) == ["THÔNG BÁO", "Kết luận của Trưởng ban tại giao ban quý I năm 2017"]
    assert told.outline(document) == [("I. Kết quả", 1), ("II. Việc tới đây", 1)]
    assert [(b.text, b.level) for b in document.blocks if b.kind is BlockKind.ITEM] == [
        ("1. Đã làm xong 41 việc.", 1),
        ("2. Còn 3 việc, trong đó:", 1),
        ("- 2 việc của phòng Đầu tư;", 2),
        ("- 1 việc của Văn phòng.", 2),
    ]


@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_hard_wrapped_lines_become_the_paragraphs_they_were(width: int) -> None:
    paragraphs = [
        "Ban Quản lý đã phối hợp với hải quan, biên phòng điều tiết 1.240 lượt xe mỗi ngày, không để ùn ứ kéo dài tại "
        "khu vực bãi chờ và đường vào cửa khẩu.",
        "Số thu phí đến hết tháng 6 là 71,25 tỷ đồng, bằng 52% dự toán; nợ của 03 doanh nghiệp chưa thu được là "
        "412 triệu đồng.",
        "- Văn phòng trình phương án sắp xếp lại các phòng và trung tâm trực thuộc trước 30/7, kèm dự kiến nhân sự "
        "từng vị trí việc làm.",
        "Các đơn vị nghiêm túc thực hiện.",
    ]
    wrapped = "\n\n".join(textwrap.fill(p, width) for p in ["Tin giao ban giữa năm", *paragraphs])
    document = told.of(wrapped)
    assert [b.text for b in document.blocks][1:] == paragraphs


def test_lines_that_are_whole_paragraphs_stay_apart() -> None:
    lines = ["Biên bản ghi nhớ", "Tổng số 12 hồ sơ.", "Đã giải quyết 11 hồ sơ", "Còn lại 1 hồ sơ"]
    assert [b.text for b in told.of("\n".join(lines)).blocks] == lines


@pytest.mark.parametrize(
    "drawn",
    [
        "Tháng | Xuất | Nhập\nTháng 1 | 412 | 388\nTháng 2 | 455 | 431",
        "| Tháng | Xuất | Nhập |\n|-------|------|------|\n| Tháng 1 | 412 | 388 |\n| Tháng 2 | 455 | 431 |",
        "+---------+------+------+\n| Tháng   | Xuất | Nhập |\n+---------+------+------+\n| Tháng 1 | 412  | 388  |\n"
        "| Tháng 2 | 455  | 431  |\n+---------+------+------+",
        "│ Tháng   │ Xuất │ Nhập │\n├─────────┼──────┼──────┤\n│ Tháng 1 │ 412  │ 388  │\n│ Tháng 2 │ 455  │ 431  │",
        "Tháng\tXuất\tNhập\nTháng 1\t412\t388\nTháng 2\t455\t431",
        "Tháng      Xuất   Nhập\nTháng 1    412    388\nTháng 2    455    431",
    ],
)
def test_a_table_drawn_in_text_is_a_table(drawn: str) -> None:
    document = told.of(f"Lượt người qua lại năm 2022\n\nSố liệu từng tháng như sau.\n\n{drawn}\n\nHết.")
    (table,) = told.tables(document)
    assert table.rows == (("Tháng", "Xuất", "Nhập"), ("Tháng 1", "412", "388"), ("Tháng 2", "455", "431"))
    assert table.header_rows == 1


def test_two_lines_with_one_bar_are_no_table() -> None:
    document = told.of("Tin mới\n\nHọp báo quý II | 12/7/2020\nKhai trương | 13/7/2020")
    assert told.tables(document) == []


_PAGE = """\
Nhảy đến nội dung
Trang chủ » Tin tức » Cửa khẩu
Cỡ chữ:  A-   A   A+      In trang

Giao ban tháng 8: xe tăng, phí giảm
12/08/2021 09:30   |   Lượt xem: 512

Sáng 11/8, Ban Quản lý họp giao ban. Trong tháng có 3.200 xe qua lại, tăng 4% so với tháng 7; thu phí được 5,1 tỷ đồng.

giao ban 08_01.jpg
Quang cảnh cuộc họp

Kết luận cuộc họp, Trưởng ban yêu cầu các đơn vị bám sát tình hình, báo cáo trước 17 giờ hằng ngày.

Minh Hà

Các tin khác
» Kiểm tra bãi xe (02/08/2021)
» Tập huấn phòng cháy (30/07/2021)
"""


def test_what_a_web_page_has_around_its_text_is_debris() -> None:
    document = told.of(_PAGE)
    told.sound(document)
    assert told.texts(document, BlockKind.TITLE) == ["Giao ban tháng 8: xe tăng, phí giảm"]
    assert told.texts(document, BlockKind.DEBRIS) == [
        "Nhảy đến nội dung",
        "Trang chủ » Tin tức » Cửa khẩu",
        "Cỡ chữ: A- A A+ In trang",
        "12/08/2021 09:30 | Lượt xem: 512",
        "giao ban 08_01.jpg",
        "Các tin khác",
        "» Kiểm tra bãi xe (02/08/2021)",
        "» Tập huấn phòng cháy (30/07/2021)",
    ]
    assert told.texts(document, BlockKind.CAPTION) == ["Quang cảnh cuộc họp"]
    assert told.texts(document, BlockKind.LETTERHEAD) == ["Minh Hà"]
    assert len(told.texts(document, BlockKind.PARAGRAPH)) == 2


def test_short_numbered_lines_after_one_another_are_a_list_of_people() -> None:
    document = told.of(
        "BIÊN BẢN HỌP\n\nI. THÀNH PHẦN\n1. Ông Trần A – Trưởng ban\n2. Bà Lê B – Phó Trưởng ban\n\n"
        "II. NỘI DUNG\nBàn việc."
    )
    assert told.outline(document) == [("I. THÀNH PHẦN", 1), ("II. NỘI DUNG", 1)]
    assert told.texts(document, BlockKind.ITEM) == ["1. Ông Trần A – Trưởng ban", "2. Bà Lê B – Phó Trưởng ban"]


def test_levels_follow_the_order_in_which_marks_appear() -> None:
    document = told.of(
        "BÁO CÁO\nCông tác năm 2014\n\nPHẦN I: ĐÃ LÀM\n\nA. Thu hút\n1. Dự án mới\nCấp 5 giấy.\n2. Dự án cũ\n"
        "Thu hồi 1 giấy.\nB. Đất đai\nGiao 3 ha.\n\nPHẦN II: SẼ LÀM\n1. Thu hút\nCấp 7 giấy.\n"
    )
    assert told.outline(document) == [
        ("PHẦN I: ĐÃ LÀM", 1),
        ("A. Thu hút", 2),
        ("1. Dự án mới", 3),
        ("2. Dự án cũ", 3),
        ("B. Đất đai", 2),
        ("PHẦN II: SẼ LÀM", 1),
        ("1. Thu hút", 2),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_files_of_any_kind_are_read(encoding: str) -> None:
    text = "Tình hình cửa khẩu\n\nTrong tháng có 1.250 lượt xe, thu 3,2 tỷ đồng tiền phí bến bãi.\n"
    assert (
        read("a.txt", text.encode(encoding)).text
        == "Tình hình cửa khẩu\nTrong tháng có 1.250 lượt xe, thu 3,2 tỷ đồng tiền phí bến bãi."
    )


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
@pytest.mark.parametrize("stored", ["latin-1", "utf-8"])
def test_old_encodings_are_undone(encoding: str, stored: str) -> None:
    text = (
        "Trong tháng 3 năm 2004, Ban Quản lý đã phối hợp với các ngành chức năng giải quyết 152 hồ sơ, không có hồ sơ "
        "nào quá hạn; số thu phí bến bãi đạt 1.204 triệu đồng, tăng so với cùng kỳ năm trước."
    )
    assert read("a.txt", old(text, encoding).encode(stored)).text == text


def test_windows_1258_is_read() -> None:
    text = "Trong tháng, Ban Quản lý đã giải quyết 152 hồ sơ, không có hồ sơ quá hạn; thu phí đạt 1.204 triệu đồng."
    parts = []
    for letter in text:  # the code page has â, ê, ô, ơ, ư, ă, đ whole and the tones as marks of their own
        base = unicodedata.normalize("NFD", letter)
        tone = "".join(c for c in base if c in "\u0300\u0301\u0303\u0309\u0323")
        parts.append(unicodedata.normalize("NFC", "".join(c for c in base if c not in tone)) + tone)
    assert read("a.txt", "".join(parts).encode("cp1258")).text == text


def test_decomposed_letters_come_out_composed() -> None:
    text = unicodedata.normalize("NFD", "Phấn đấu thu phí 96,5 tỷ đồng trong năm tới.")
    assert told.of(text).text == unicodedata.normalize("NFC", text)


def test_a_short_line_set_apart_over_running_text_is_a_heading() -> None:
    document = told.of("Tin cửa khẩu\n\nSáng nay xe tăng.\n\nThu phí\n\nTừ đầu năm thu được 2,1 tỷ đồng.\n\nMinh Hà")
    assert told.outline(document) == [("Thu phí", 1)]


def test_several_articles_in_one_file_keep_their_titles_and_their_texts() -> None:
    text = "Trong tháng có 3.200 xe qua lại, tăng 4% so với tháng trước, thu phí được 5,1 tỷ đồng. " * 4
    document = told.of(
        f"Xe tăng\n\n{text}\n\nTin liên quan\n» Kiểm tra bãi (02/08/2021)\n\n"
        f"Đối thoại quý III\n15/09/2021 10:00\n\n{text}\n"
    )
    assert told.texts(document, BlockKind.TITLE) == ["Xe tăng", "Đối thoại quý III"]
    assert told.texts(document, BlockKind.PARAGRAPH) == [text.strip()] * 2


def test_a_letter_that_names_its_subject_in_the_letterhead() -> None:
    document = told.of(
        "UBND TỈNH QUẢNG NINH            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Số: 45/UBND-TM                     Độc lập - Tự do - Hạnh phúc\n"
        "V/v mở lại cửa khẩu                Hạ Long, ngày 11 tháng 7 năm 2019\n\n"
        "        Kính gửi:\n          - Bộ Công Thương;\n          - Tổng cục Hải quan.\n\n"
        "Ủy ban nhân dân tỉnh báo cáo như sau.\n"
    )
    assert "- Tổng cục Hải quan." in told.texts(document, BlockKind.LETTERHEAD)
    assert told.texts(document, BlockKind.PARAGRAPH) == ["Ủy ban nhân dân tỉnh báo cáo như sau."]
