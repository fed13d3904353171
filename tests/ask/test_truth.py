"""Questions of yes or no: what affirms, what denies, and when the reports do not tell."""

from __future__ import annotations

import pytest

from tests.ask.asked import table, value

PLAN = """Thu phí hạ tầng cửa khẩu năm 2031 đạt 48,2 tỷ đồng, bằng 104,8% kế hoạch.

Kim ngạch xuất nhập khẩu năm 2031 đạt 812 triệu USD; chỉ tiêu kim ngạch năm 2031 là 900 triệu USD.

Giải ngân vốn đầu tư là chỉ tiêu duy nhất không về đích.
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Thu phí năm 2031 có vượt kế hoạch không?", True),
        ("thu phi nam 2031 co dat ke hoach khong", True),
        ("did fee revenue exceed the plan in 2031?", True),
        ("Kim ngạch năm 2031 có đạt chỉ tiêu không?", False),
        ("Giải ngân vốn đầu tư năm 2031 có đạt chỉ tiêu không?", False),
        ("Kim ngạch năm 2030 có đạt chỉ tiêu không?", None),
        ("Hành khách năm 2031 có vượt kế hoạch không?", None),
    ],
)
def test_whether_a_plan_was_met(question: str, expected: bool | None) -> None:
    assert value(PLAN, question) is expected


COMPARED = """Năm 2031, cửa khẩu Bản Vược thông quan 4.120 xe, cửa khẩu Mường Khương thông quan 3.870 xe.

Lượng quế xuất khẩu năm 2031 là 310 tấn; lượng gừng xuất khẩu năm 2031 là 95 tấn.

Số vụ vi phạm năm 2031 giảm 12% so với năm 2030.
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Năm 2031 Bản Vược thông quan nhiều xe hơn Mường Khương không?", True),
        ("Năm 2031 số xe qua Mường Khương có nhiều hơn Bản Vược không?", False),
        ("Năm 2031 quế có xuất khẩu nhiều hơn gừng không?", True),
        ("nam 2031 gung co xuat khau nhieu hon que khong", False),
        ("Số vụ vi phạm năm 2031 có giảm so với năm 2030 không?", True),
        ("Số vụ vi phạm năm 2031 có tăng so với năm 2030 không?", False),
    ],
)
def test_which_is_more(question: str, expected: bool | None) -> None:
    assert value(COMPARED, question) is expected


SAID = """Về đề nghị của Công ty Hưng Vượng xin mở thêm làn xe: chưa đồng ý, chờ ý kiến Sở Giao thông vận tải.

UBND tỉnh đồng ý cho Công ty Đại Cát gia hạn tiến độ dự án kho lạnh đến tháng 6/2032.

Công ty Sao Khuê xin được nộp phí theo quý.

Trong năm không có vụ cháy nổ nào. Đã phát hiện 02 vụ buôn lậu.

Trạm kiểm dịch Nà Sầm đã đưa vào sử dụng nhưng chưa quyết toán.

Vắng mặt: bà Tẩn Thị Hoa, Chánh Văn phòng (đi công tác). Dự họp có ông Lý Văn Tám, Phó Trưởng ban.

Chức danh Phó Giám đốc Trung tâm hiện còn để trống.
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Công ty Hưng Vượng xin mở thêm làn xe có được đồng ý không?", False),
        ("UBND tỉnh có đồng ý cho Công ty Đại Cát gia hạn tiến độ không?", True),
        ("Năm 2031 có vụ cháy nổ nào không?", False),
        ("Năm 2031 có phát hiện vụ buôn lậu nào không?", True),
        ("Trạm kiểm dịch Nà Sầm đã đưa vào sử dụng chưa?", True),
        ("Trạm kiểm dịch Nà Sầm đã quyết toán chưa?", False),
        ("Bà Hoa có dự họp không?", False),
        ("ong Ly Van Tam co du hop khong", True),
        ("Trung tâm có Phó Giám đốc không?", False),
        ("Công ty Sao Khuê có được gia hạn tiến độ không?", None),
        ("Công ty Sao Khuê có được nộp phí theo quý không?", None),
        ("Công ty Sao Khuê có xin nộp phí theo quý không?", True),
        ("Năm 2031 có ca bệnh truyền nhiễm nào không?", None),
        ("Năm 2029 có vụ cháy nổ nào không?", None),
    ],
)
def test_what_the_text_says(question: str, expected: bool | None) -> None:
    assert value(SAID, question) is expected


ROWS = table(
    "Bảng 1. Chỉ tiêu năm 2031",
    ("Chỉ tiêu", "Đơn vị", "Kế hoạch", "Thực hiện", "So với kế hoạch (%)"),
    ("Thu phí", "tỷ đồng", "46", "48,2", "104,8"),
    ("Hành khách", "lượt", "150.000", "121.000", "80,7"),
)


@pytest.mark.parametrize(
    ("question", "expected"),
    [("Thu phí năm 2031 có đạt kế hoạch không?", True), ("Hành khách năm 2031 có đạt kế hoạch không?", False)],
)
def test_plans_in_a_table(question: str, expected: bool) -> None:
    assert value(ROWS, question) is expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Nhà máy điện Cốc San 2 có phát điện trong năm 2031 không?", True),
        ("Năm 2031 nhà máy điện Cốc San 2 có phát điện không?", True),
    ],
)
def test_a_factory_asks_for_no_number(question: str, expected: bool | None) -> None:
    assert value("Nhà máy điện Cốc San 2 phát điện từ ngày 27/4/2031, góp 4,1 tỷ kWh.", question) is expected


STORM = "Bão số 5 làm tốc mái 12 nhà kho ở Kim Thành, không có thiệt hại về người."
DEADLY = "Bão số 5 làm 02 người chết ở Kim Thành."
FIRE = "Vụ cháy kho Kim Thành thiệt hại 12 tỷ đồng, không có thương vong."


@pytest.mark.parametrize(
    ("report", "question", "expected"),
    [
        (STORM, "Bão số 5 ở Kim Thành có ai thiệt mạng không?", False),
        (DEADLY, "bao so 5 o kim thanh co ai chet khong", True),
        (FIRE, "Did anybody come to harm in the fire at Kim Thanh?", False),
    ],
)
def test_anyone(report: str, question: str, expected: bool) -> None:
    assert value(report, question) is expected


DECIDED = """2.1. Không chấp thuận đề nghị của Ban quản lý cửa khẩu Mường Khương về việc mua thêm 01 xe ô tô bán tải.

2.2. Đồng ý cho Công ty Đại Cát lắp thêm cân ô tô.

Xét nghiệm Covid-19: trong năm lấy 512 mẫu, toàn bộ âm tính.

Đo thân nhiệt 3.916 lượt người phòng cúm A, không phát hiện người nghi mắc.

Đêm 21/4/2031 cháy xưởng xốp KCN Tằng Loỏng, thiệt hại 2 tỷ đồng, không có thương vong.

Nợ phí của doanh nghiệp đến 31/12/2031: không còn.
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Trưởng ban có duyệt mua thêm xe bán tải không?", False),
        ("Trưởng ban có duyệt cho Công ty Đại Cát lắp thêm cân ô tô không?", True),
        ("Did the head approve a new weighbridge for Sao Mai company?", None),
        ("Were any of the COVID tests positive in 2031?", False),
        ("Were any suspected cases found in 2031?", False),
        ("Did anybody come to harm in the April 2031 fire at Tang Loong park?", False),
        ("Were there any firms behind on their gate fees at the end of 2031?", False),
    ],
)
def test_what_was_granted_found_or_left(question: str, expected: bool | None) -> None:
    assert value(DECIDED, question) is expected


def test_the_figure_behind_the_words_of_the_question_tells() -> None:
    report = "Nhiệm vụ tỉnh giao 263: hoàn thành 260 (trước hạn 121, đúng hạn 135, trễ hạn 04), còn hạn 03, quá hạn 0."
    assert value(report, "năm 2031 có nhiệm vụ tỉnh giao nào quá hạn không") is False
