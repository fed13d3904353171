"""What a figure is of, where a reader has to look beside it: other columns, other lines, later reports."""

from __future__ import annotations

from decimal import Decimal

import pytest

from knowledge.model import Found
from tests.ask.asked import answer, short, table, value

LAND = table(
    "Bảng 1. Thu hồi đất, giải phóng mặt bằng năm 2031",
    ("Xã", "Phải thu hồi (ha)", "Đã bàn giao (ha)", "Số hộ còn vướng"),
    ("Bản Vược", "104,9", "92,2", "21"),
    ("Mường Khương", "81,0", "80,1", "4"),
)
FEES = table(
    "Bảng 2. Thu phí hạ tầng",
    ("Cửa khẩu", "Dự toán (tỷ đồng)", "Thực hiện", "Cùng kỳ"),
    ("Bản Vược", "12,5", "9,7 (tạm tính)", "8,8"),
    ("Mường Khương", "4,5", "4,1*", "3,9"),
)
TURNOVER = (
    "I. KẾT QUẢ CHUNG\nNăm qua hàng hóa thông suốt.\n<p>Bảng 3. Kim ngạch năm 2031</p><p>(Đơn vị tính: triệu USD)</p>"
    "<table><tr><td>Cửa khẩu</td><td>Kế hoạch</td><td>Thực hiện</td></tr>"
    "<tr><td>Bản Vược</td><td>95,0</td><td>111,3</td></tr></table>"
)
MONTHS = "Kim ngạch qua Bản Vược theo tháng: T10 8,4 / T11 9,2 / T12 7,7 triệu USD."
COUNTED = "Người XC/NC qua Bản Vược: 12.345/11.222 lượt."
STORM = "Sau bão số 4, Bản Vược mất 6 ngày mới thông quan trở lại, Mường Khương mất 3 ngày."
PROJECTS = table(
    "Bảng 4. Tiến độ vốn đến 20/11/2031 (triệu đồng)",
    ("Dự án", "Kế hoạch năm 2031", "Giải ngân năm 2031"),
    ("Kè sông Bản Vược", "48.000", "26.880"),
)
CORRECTED = """BAN QUẢN LÝ KHU KINH TẾ TỈNH LÀO CAI
Lào Cai, ngày 05 tháng 02 năm 2034

BÁO CÁO
Kết quả công tác năm 2033

"""


@pytest.mark.parametrize(
    ("report", "question", "expected"),
    [
        (LAND, "xã Bản Vược còn mấy hộ vướng năm 2031", "21"),
        (LAND, "nam 2031 ban vuoc con bao nhieu ho vuong mat bang", "21"),
        (LAND, "xã Bản Vược năm 2031 bàn giao bao nhiêu ha", "92.2"),
        (FEES, "thu phí Bản Vược năm 2031", "9700000000"),
        (FEES, "mường khương 2031 thu phí nhiu", "4100000000"),
        (FEES, "thu phí Bản Vược năm 2030 là bao nhiêu", "8800000000"),
        (FEES, "dự toán thu phí Mường Khương 2031", "4500000000"),
        (TURNOVER, "số chốt kim ngạch Bản Vược năm 2031", "111300000"),
        (TURNOVER, "kim ngach ban vuoc 2031 bao nhieu", "111300000"),
        (MONTHS, "kim ngạch Bản Vược tháng 11/2031", "9200000"),
        (MONTHS, "kn ban vuoc t10/2031", "8400000"),
        (COUNTED, "số người nhập cảnh qua Bản Vược năm 2031", "11222"),
        (COUNTED, "may luot nguoi xuat canh ban vuoc 2031", "12345"),
        (STORM, "sau bão số 4 Mường Khương mất mấy ngày mới thông quan lại", "3"),
        (PROJECTS, "Kè sông Bản Vược đến 20/11/2031 giải ngân bao nhiêu tiền", "26880000000"),
    ],
)
def test_the_column_and_line_meant(report: str, question: str, expected: str) -> None:
    assert value(report, question) == Decimal(expected)


def test_a_turnover_is_no_number_of_cars() -> None:
    assert value(COUNTED, "kim ngạch Bản Vược năm 2031 bao nhiêu") is None


def test_hectares_are_no_households() -> None:
    assert value(LAND, "xã Bản Vược năm 2031 phải thu hồi bao nhiêu hộ") != Decimal("104.9")


@pytest.mark.parametrize(
    "correction",
    [
        "Đính chính: Báo cáo năm 2031 viết thu phí hạ tầng 39,2 tỷ đồng là đảo số. Số đúng: 32,9 tỷ đồng.",
        "Đính chính: Báo cáo năm 2031 in nhầm thu phí hạ tầng là 39,2 tỷ đồng; số đúng là 32,9 tỷ đồng.",
    ],
)
def test_a_correction_of_years_later(correction: str) -> None:
    found = answer("Thu phí hạ tầng 39,2 tỷ đồng.", "thu phí hạ tầng năm 2031 bao nhiêu", CORRECTED + correction)
    assert isinstance(found, Found)
    assert found.value == Decimal("32900000000")


def test_a_correction_of_a_part() -> None:
    correction = (
        "Đính chính: Báo cáo năm 2031 ghi số kiốt chợ Bản Vược đã cho thuê là 27/42 lô. "
        "Con số đúng ở thời điểm cuối năm 2031 là 25/42 lô."
    )
    asked = "năm 2031 chợ Bản Vược cho thuê bao nhiêu lô kiốt"
    assert short("Kiốt chợ Bản Vược: đã cho thuê 27/42 lô.", asked) == "27/42 lô"
    found = answer("Kiốt chợ Bản Vược: đã cho thuê 27/42 lô.", asked, CORRECTED + correction)
    assert isinstance(found, Found)
    assert found.value == Decimal(25)
