"""What a figure is of, where a reader has to look beside it: other columns, other lines, later reports."""

from __future__ import annotations

from decimal import Decimal

import pytest

from knowledge.model import Found
from tests.ask.asked import answer, short, table, talked, value

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
PORTS = table(
    "Sản lượng hàng qua cảng năm 2031 (triệu tấn)",
    ("Cụm cảng", "Năm 2030", "Năm 2031"),
    ("Vũng Áng", "5,86", "6,74"),
    ("Sơn Dương", "19,95", "18,76"),
)
TALKS = "Theo kế hoạch, trong năm có 06 cuộc hội đàm với Đông Hưng; thực tế tổ chức 05 cuộc."
MEMBERS = "Dự kiến kết nạp 12 đảng viên, thực tế kết nạp được 9 đảng viên."
ISOLATED = "Khu cách ly Bản Vược: vào 412 người, ra 376 người, còn 36 người."
FARES = "Cước xe qua Bản Vược vọt từ 22 triệu lên 31 triệu đồng/chuyến."
AHEAD = (
    "A. NĂM 2031\n\nBản Vược thông suốt.\n\nB. NĂM 2032\n\n1. Kim ngạch 440 triệu USD (Bản Vược 325, Mường Khương 115)."
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
        (FARES, "cước xe Bản Vược vọt lên nhiu 1 chuyến", "31000000"),
        (FARES, "cuoc xe ban vuoc truoc do bao nhieu", "22000000"),
        (AHEAD, "chỉ tiêu kim ngạch Mường Khương 2032 nhiu", "115000000"),
        (PORTS, "hàng qua cảng Sơn Dương năm 2030 bao nhiêu tấn", "19950000"),
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


BY_MONTH = "Thu phí qua các tháng (triệu đồng): tháng 1: 3.412; tháng 2: 2.108; tháng 3 (ước): 3.655."
LEFT = "UBND tỉnh giao 57 đầu việc, đã xong 49 đầu việc, tám đầu việc còn lại đang làm và chưa tới hạn."
TAKES = "Thông quan một xe hàng ở Bản Vược bình quân hai giờ rưỡi, năm 2030 là bốn giờ."
AIM = "* ĐÍCH 2032\n- Kim ngạch 900 triệu USD; phí hạ tầng 50 tỷ đồng; thu hút 4 dự án."
JABS = "Tiêm vắc xin mũi 1 cho 96/104 cán bộ, công chức, viên chức và người lao động."
STALLS = "Chợ Bản Vược có 214 quầy, 168 quầy sáng đèn."


@pytest.mark.parametrize(
    ("report", "question", "expected"),
    [
        (BY_MONTH, "tháng 2/2031 thu phí được bao nhiêu", "2108000000"),
        (BY_MONTH, "thu phi thang 3/2031", "3655000000"),
        (LEFT, "năm 2031 còn mấy việc tỉnh giao chưa làm xong", "8"),
        (LEFT, "nam 2031 tinh giao bao nhieu dau viec", "57"),
        (LEFT, "năm 2031 đã xong bao nhiêu đầu việc", "49"),
        (TAKES, "thông quan một xe hàng ở Bản Vược năm 2031 mất mấy giờ", "2.5"),
        (AIM, "năm nay Lào Cai đặt mục tiêu phí hạ tầng bao nhiêu", "50000000000"),
        (JABS, "may nguoi da chich mui 1 nam 2031", "96"),
        (STALLS, "chợ Bản Vược có mấy quầy còn buôn bán", "168"),
    ],
)
def test_figures_told_in_short(report: str, question: str, expected: str) -> None:
    assert value(report, question) == Decimal(expected)


def test_another_thing_counted_takes_no_unit_of_its_neighbour() -> None:
    report = table(
        "Bảng 1. Hoạt động qua cửa khẩu Bản Vược năm 2031",
        ("Thời gian", "Kim ngạch (triệu USD)", "Lượt xe"),
        ("Quý I", "26,8", "8.940"),
        ("Quý III", "35,0", "12.180"),
    )
    assert value(report, "Quý III/2031 Bản Vược có bao nhiêu lượt xe?") == Decimal("12180")


@pytest.mark.parametrize(
    ("report", "dialogue", "expected"),
    [
        (TALKS, ("năm 2031 dự kiến hội đàm với Đông Hưng mấy cuộc", "thực tế họp được mấy cuộc"), "5"),
        (MEMBERS, ("năm 2031 dự kiến kết nạp bao nhiêu đảng viên", "còn thực tế?"), "9"),
        (ISOLATED, ("năm 2031 khu cách ly Bản Vược nhận vào bao nhiêu người?", "còn mấy người chưa ra?"), "36"),
        (PORTS, ("Hàng qua cảng Sơn Dương năm 2031 là bao nhiêu?", "rồi cùng kỳ năm trước thì sao?"), "19950000"),
        (STORM, ("Sau bão số 4 Mường Khương mấy ngày thì thông quan lại?", "còn Bản Vược?"), "6"),
    ],
)
def test_what_a_question_goes_on_to(report: str, dialogue: tuple[str, str], expected: str) -> None:
    assert talked(report, *dialogue) == Decimal(expected)
