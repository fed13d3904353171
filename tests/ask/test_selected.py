"""Rows of a table, items of a sentence, days of the week: things asked for in other words than the report's."""

from __future__ import annotations

import pytest

from tests.ask.asked import answer, items, short, table

WORKS = table(
    "Biểu 2. Các công trình năm 2031 (triệu đồng)",
    ("TT", "Công trình", "Kế hoạch vốn", "Giải ngân", "Nhà thầu thi công", "Ghi chú"),
    ("1", "Nâng cấp đường N3 Kim Thành", "14.500", "12.300", "Công ty CP Xây dựng An Khang", "Xong"),
    ("2", "Nhà kiểm hóa Bản Vược", "9.200", "0", "Công ty TNHH Tiến Đạt", "Chưa có mặt bằng"),
    ("3", "Kè bờ sông Lục Cẩu", "21.000", "18.400", "Công ty CP Xây dựng An Khang", "Đang thi công"),
    ("4", "Bãi đỗ xe Na Mo", "6.700", "0", "Công ty CP Sông Hồng 9", "Chờ thẩm định"),
    ("5", "Cấp nước Cốc Lếu", "5.100", "4.800", "Công ty TNHH Tiến Đạt", "Xong"),
    ("", "Tổng cộng", "56.500", "35.500", "", ""),
)
PLANNED = table(
    "Danh mục dự án năm 2032",
    ("TT", "Tên dự án", "Tổng mức đầu tư (tỷ đồng)", "Vốn năm 2032 (tỷ đồng)", "Lũy kế giải ngân"),
    ("I", "Dự án đầu tư công", "", "", ""),
    ("1", "Cải tạo Quốc môn Kim Thành", "35", "10", "chưa giải ngân"),
    ("2", "Đường nối cầu Bản Vược", "120", "44", "31"),
    ("3", "Số hóa cửa khẩu giai đoạn 2", "18", "18", "chưa giải ngân"),
    ("II", "Dự án kêu gọi đầu tư", "", "", ""),
    ("4", "Kho lạnh Bát Xát", "210", "-", "-"),
    ("5", "Chợ trung tâm Mường Khương", "75", "-", "-"),
)
TOLD = """Biên bản họp tháng 12/2031
Vắng: đ/c Tẩn Thị Mẩy - PTB (dự tập huấn tại Hà Nội); đ/c Hoàng Seo Páo - TP KH (ốm).
Báo cáo kết quả do bà Cư Thị Dở, Phó Trưởng Ban trình bày.
Bà Lò Thị Xuân được điều động từ Bí thư Huyện ủy Bát Xát về giữ chức Trưởng Ban, thay ông Đỗ Khắc Minh nghỉ hưu.
UBND tỉnh giao 41 việc, xong 37, còn 4 (2 việc quá hạn: đề án sắp xếp chợ Bản Vược và di dời bãi than Lục Cẩu).
Ba dự án chưa khởi công: Bến xe khách Mường Khương, Trạm cân Na Mo và Kè suối Ngòi Phát.
Phía bạn chỉ nhận hàng tại Bản Vược vào các ngày thứ ba, thứ năm và thứ bảy hàng tuần.
Kêu gọi đầu tư vào 04 lĩnh vực: kho ngoại quan, chế biến chuối, dịch vụ hậu cần, khách sạn.
"""


@pytest.mark.parametrize(
    ("report", "question", "rows"),
    [
        (WORKS, "Công ty An Khang làm những công trình nào?", {"Nâng cấp đường N3 Kim Thành", "Kè bờ sông Lục Cẩu"}),
        (WORKS, "Công ty TNHH Tiến Đạt thi công các công trình gì?", {"Nhà kiểm hóa Bản Vược", "Cấp nước Cốc Lếu"}),
        (WORKS, "công trình nào chưa giải ngân", {"Nhà kiểm hóa Bản Vược", "Bãi đỗ xe Na Mo"}),
        (WORKS, "Which projects had disbursed nothing in 2031?", {"Nhà kiểm hóa Bản Vược", "Bãi đỗ xe Na Mo"}),
        (WORKS, "Những công trình nào đã xong?", {"Nâng cấp đường N3 Kim Thành", "Cấp nước Cốc Lếu"}),
        (PLANNED, "Những dự án nào kêu gọi đầu tư năm 2032?", {"Kho lạnh Bát Xát", "Chợ trung tâm Mường Khương"}),
        (
            PLANNED,
            "dự án đầu tư công nào chưa giải ngân",
            {"Cải tạo Quốc môn Kim Thành", "Số hóa cửa khẩu giai đoạn 2"},
        ),
        (WORKS, "Công ty Hoàng Long làm những công trình nào?", set()),
        (WORKS, "những công trình nào bị thu hồi vốn", set()),
    ],
)
def test_rows(report: str, question: str, rows: set[str]) -> None:
    assert set(items(report, question)) == rows


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("kè bờ sông Lục Cẩu ai thi công", "Công ty CP Xây dựng An Khang"),
        ("nhà thầu nào làm cấp nước Cốc Lếu", "Công ty TNHH Tiến Đạt"),
        ("nhà thầu nào thi công bãi đỗ xe Na Mo", "Công ty CP Sông Hồng 9"),
        ("ai thi công cầu Na Mo", None),
    ],
)
def test_who_builds(question: str, named: str | None) -> None:
    assert short(WORKS, question) == named


@pytest.mark.parametrize(
    ("question", "listed"),
    [
        ("Hai việc quá hạn là việc gì?", ("đề án sắp xếp chợ Bản Vược", "di dời bãi than Lục Cẩu")),
        ("Hai việc quá hạn nêu ở giao ban là việc gì?", ("đề án sắp xếp chợ Bản Vược", "di dời bãi than Lục Cẩu")),
        ("dự án nào chưa khởi công", ("Bến xe khách Mường Khương", "Trạm cân Na Mo", "Kè suối Ngòi Phát")),
        ("kêu gọi đầu tư vào những gì", ("kho ngoại quan", "chế biến chuối", "dịch vụ hậu cần", "khách sạn")),
        ("bên bạn nhận hàng ở Bản Vược vào những ngày nào trong tuần", ("thứ ba", "thứ năm", "thứ bảy")),
        ("Ba việc quá hạn là việc gì?", ()),
        ("Bốn dự án nào chưa khởi công?", ()),
        ("phía bạn nghỉ những ngày nào trong tuần", ()),
    ],
)
def test_items_in_other_words(question: str, listed: tuple[str, ...]) -> None:
    assert items(TOLD, question) == listed


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Vì sao bà Tẩn Thị Mẩy vắng họp?", "dự tập huấn tại Hà Nội"),
        ("Why was Hoang Seo Pao absent?", "ốm"),
        ("Ai đọc báo cáo tại cuộc họp?", "Cư Thị Dở"),
        ("trước khi làm Trưởng Ban bà Xuân giữ chức gì", "Bí thư Huyện ủy Bát Xát"),
        ("What post did Lo Thi Xuan hold before heading the board?", "Bí thư Huyện ủy Bát Xát"),
        ("Vì sao bà Cư Thị Dở vắng họp?", None),
    ],
)
def test_told_of_people(question: str, told: str | None) -> None:
    assert short(TOLD, question) == told


def test_days_without_any_told() -> None:
    assert not hasattr(answer("Trạm Na Mo làm việc cả tuần.", "trạm Na Mo nghỉ những ngày nào trong tuần"), "items")
