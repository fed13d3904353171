"""Who heads or has something in charge, who stands behind it, and why something went short."""

from __future__ import annotations

import pytest

from tests.ask.asked import short, table, value

REPORT = """- Hành khách xuất nhập cảnh cả năm 71.250 lượt (2030: 64.310 lượt).

- Cầu Nậm Lạnh khởi công ngày 12/2/2031, hợp long ngày 18/9/2031, thông xe ngày 20/12/2031.

- Tổ hỗ trợ doanh nghiệp số hóa thủ tục gồm 9 người, do đồng chí Quàng Văn Phiêng, Phó Trưởng ban, làm Tổ trưởng.

- Ngày 01/8/2031 sáp nhập hai trung tâm quản lý cửa khẩu. Giám đốc trung tâm mới là đồng chí Cà Thị Ún; các Phó Giám đốc: Lò Thị Mây, Tòng Văn Hặc.

- Chiềng Khương không đạt dự toán thu phí. Nguyên nhân: phía bạn cấm biên 60 ngày.

- Dự án Khu nghỉ dưỡng Suối Mường (300 tỷ đồng) được cấp mới, nhà đầu tư là Công ty cổ phần Kiến trúc Mộc Lan.

II. LÃNH ĐẠO PHÂN CÔNG PHỤ TRÁCH

- Trưởng ban Cầm Ngọc Minh: phụ trách chung.

- PTB Quàng Văn Phiêng: CK Lóng Sập, công tác chuyển đổi số.

- PTB Lường Thị Xôm: CK Chiềng Khương, phòng cháy chữa cháy.
"""  # noqa: E501

UNITS = table(
    "Bảng 1. Tổ chức, biên chế",
    ("Đơn vị", "Người đứng đầu", "Biên chế"),
    ("Văn phòng", "Pờ Thị Hà", "7"),
    ("Phòng Quản lý doanh nghiệp", "Tẩn A Sài", "6"),
    ("Trung tâm Quản lý cửa khẩu Ma Lù Thàng", "Vàng Văn Thức", "12"),
)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Ai cầm đầu tổ giúp doanh nghiệp số hóa thủ tục?", "Quàng Văn Phiêng"),
        ("ai đứng đầu trung tâm mới sau khi sáp nhập", "Cà Thị Ún"),
        ("Trong lãnh đạo Ban ai lo mảng chuyển đổi số?", "Quàng Văn Phiêng"),
        ("lãnh đạo nào phụ trách cửa khẩu Chiềng Khương", "Lường Thị Xôm"),
        ("cầu Nậm Lạnh hợp long ngày mấy", "ngày 18/9/2031"),
        ("vì sao Chiềng Khương không đạt dự toán", "Nguyên nhân: phía bạn cấm biên 60 ngày"),
        ("sao chieng khuong khong thu du phi nam 2031", "Nguyên nhân: phía bạn cấm biên 60 ngày"),
    ],
)
def test_who_has_what_in_charge(question: str, expected: str) -> None:
    assert short(REPORT, question) == expected


@pytest.mark.parametrize(
    "question", ["ai là nhà đầu tư khu nghỉ dưỡng Suối Mường", "who is the investor behind the Suoi Muong resort?"]
)
def test_who_invests_is_a_company(question: str) -> None:
    assert "Công ty cổ phần Kiến trúc Mộc Lan" in (short(REPORT, question) or "")


@pytest.mark.parametrize(
    "question", ["ai đứng đầu phòng kế hoạch", "ai phụ trách cửa khẩu Nà Cài", "sao long sap thu vuot du toan"]
)
def test_of_others_nothing_is_told(question: str) -> None:
    assert short(REPORT, question) is None


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Năm 2030 có bao nhiêu lượt khách xuất nhập cảnh?", 64310),
        ("cả năm 2031 mấy lượt hành khách xuất nhập cảnh", 71250),
    ],
)
def test_the_year_before_stands_in_brackets(question: str, expected: int) -> None:
    assert value(REPORT, question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("truong phong quan ly doanh nghiep nam 2031 ten gi", "Tẩn A Sài"),
        ("chánh văn phòng là ai", "Pờ Thị Hà"),
        ("giám đốc trung tâm Ma Lù Thàng tên gì", "Vàng Văn Thức"),
        ("ai là phó trưởng phòng Quản lý doanh nghiệp", None),
    ],
)
def test_tables_tell_who_heads_each_unit(question: str, expected: str | None) -> None:
    assert short(UNITS, question) == expected


STUCK = """Tính đến sáng 20/12/2031 tại cửa khẩu Bản Vược còn tồn 214 xe dưa hấu, trong đó 63 xe quá 5 ngày, 12 xe quá 10 ngày.
"""  # noqa: E501


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("xe dưa hấu tồn quá 5 ngày ở Bản Vược là mấy xe", 63),
        ("bao nhieu xe dua hau ton qua 10 ngay o ban vuoc", 12),
        ("how many watermelon trucks had been stuck at Ban Vuoc for more than 5 days", 63),
        ("Bản Vược còn tồn bao nhiêu xe dưa hấu", 214),
    ],
)
def test_a_length_of_time_tells_which_figure_is_meant(question: str, expected: int) -> None:
    assert value(STUCK, question) == expected
