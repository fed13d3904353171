"""Questions for several things: the list that is of them, all of it, and none rather than another's."""

from __future__ import annotations

import pytest

from knowledge.model import Found
from tests.ask.asked import answer, answer_after, items, table

REPORT = """Năm 2031 đã thu hồi hai dự án chậm tiến độ là Kho lạnh Nà Sầm và Bãi xe Pác Bó.

Ba doanh nghiệp (Hưng Vượng, Vận tải Đại Cát, Sao Khuê) nợ phí 120 triệu đồng.

Ba mặt hàng nhập nhiều nhất: ngô hạt 4.120 tấn, đá vôi 2.300 tấn, trâu 815 con.

Ban đã hội đàm với chính quyền Hà Khẩu ba lần; thống nhất hai việc: mở thêm làn cho xe lạnh; trao đổi số liệu hằng tuần.

Có 03 cửa khẩu phụ được nâng cấp: Bản Vược, Y Tý, Lũng Pô; hai lối mở còn lại chờ ý kiến Bộ Ngoại giao.

Các đơn vị chưa nộp báo cáo: phòng Quản lý Đầu tư, Trung tâm Quản lý cửa khẩu Mường Khương.

Chủ tịch UBND tỉnh tặng Bằng khen cho bà Tẩn Thị Mẩy, ông Vàng Seo Tư và ông Lý Văn Tám.

Các khó khăn chính:
- Đường vào cửa khẩu hẹp;
- Thiếu cán bộ biết tiếng Trung;
- Kho bãi xuống cấp.
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Năm 2031 thu hồi những dự án nào?", ("Kho lạnh Nà Sầm", "Bãi xe Pác Bó")),
        ("hai du an nao bi thu hoi nam 2031", ("Kho lạnh Nà Sầm", "Bãi xe Pác Bó")),
        ("Những doanh nghiệp nào nợ phí?", ("Hưng Vượng", "Vận tải Đại Cát", "Sao Khuê")),
        ("which companies owed fees in 2031?", ("Hưng Vượng", "Vận tải Đại Cát", "Sao Khuê")),
        ("kể tên ba mặt hàng nhập nhiều nhất", ("ngô hạt", "đá vôi", "trâu")),
        ("Ban và Hà Khẩu thống nhất hai việc gì?", ("mở thêm làn cho xe lạnh", "trao đổi số liệu hằng tuần")),
        ("những cửa khẩu phụ nào được nâng cấp?", ("Bản Vược", "Y Tý", "Lũng Pô")),
        ("which secondary gates were upgraded in 2031?", ("Bản Vược", "Y Tý", "Lũng Pô")),
        ("Những đơn vị nào chưa nộp báo cáo?", ("phòng Quản lý Đầu tư", "Trung tâm Quản lý cửa khẩu Mường Khương")),
        ("Những cá nhân nào được Chủ tịch UBND tỉnh tặng Bằng khen?", ("Tẩn Thị Mẩy", "Vàng Seo Tư", "Lý Văn Tám")),
    ],
)
def test_the_list_of_what_is_asked(question: str, expected: tuple[str, ...]) -> None:
    assert items(REPORT, question) == expected


@pytest.mark.parametrize(
    "question",
    [
        "Năm 2031 khởi công những dự án nào?",
        "Những xã nào được đầu tư đường điện?",
        "Bốn mặt hàng xuất nhiều nhất là gì?",
        "which wards were merged in 2031?",
        "Những lối mở nào được nâng cấp?",
    ],
)
def test_none_rather_than_another_list(question: str) -> None:
    assert items(REPORT, question) == ()


def test_items_below_a_lead_in_and_where_they_stand() -> None:
    found = answer(REPORT, "Những khó khăn chính là gì? kể tên các khó khăn")
    assert isinstance(found, Found)
    assert found.items == ("Đường vào cửa khẩu hẹp", "Thiếu cán bộ biết tiếng Trung", "Kho bãi xuống cấp")
    assert [c.quote for c in found.citations][1:] == [
        "- Đường vào cửa khẩu hẹp;",
        "- Thiếu cán bộ biết tiếng Trung;",
        "- Kho bãi xuống cấp.",
    ]


TABLE = table(
    "Bảng 1. Giải phóng mặt bằng năm 2031",
    ("Xã", "Diện tích (ha)", "Hộ còn vướng"),
    ("Trịnh Tường", "12,4", "7"),
    ("Quang Kim", "8,0", "0"),
    ("Bản Vược", "15,1", "3"),
    ("Tổng cộng", "35,5", "10"),
)


def test_rows_in_whose_column_there_is_something() -> None:
    assert items(TABLE, "Những xã nào còn hộ vướng giải phóng mặt bằng?") == ("Trịnh Tường", "Bản Vược")


def test_people_below_a_lead_in_by_name() -> None:
    report = """Thành phần dự họp:
1. Ông Lý Văn Tám - Trưởng ban (chủ trì)
2. Bà Tẩn Thị Hoa - Chánh Văn phòng
3. Ông Vàng Seo Tư - Giám đốc Trung tâm
"""
    assert items(report, "Những ai dự họp?") == ("Lý Văn Tám", "Tẩn Thị Hoa", "Vàng Seo Tư")


BOARD = """Lãnh đạo Ban: ông Vừ A Sính, Trưởng ban; hai Phó Trưởng ban là ông Lò Văn Panh và bà Cà Thị Hoan.

Còn 14 hộ chưa nhận tiền: phường Noong Bua 9 hộ, xã Thanh Luông 5 hộ.

5. Thu hút đầu tư

Cấp mới 03: Nhà máy xay xát Nà Tấu; Bến xe hàng Tây Trang; Kho lạnh Pom Lót.

Chấm dứt hoạt động 02: Chợ Pa Thơm và Bãi đỗ Huổi Puốc.

Hai doanh nghiệp xin trả đất là Đại Thuận Phát và Mường Thanh Xanh.

Ba dự án giải ngân dưới 80% là Đường số 4 (71,4%), Trạm bơm Nà Tấu (64,8%), Nhà kiểm soát Tây Trang (58,0%).

Chủ tịch UBND tỉnh tặng Bằng khen cho ba cá nhân: Lò Thị Mai, Quàng Văn Hải, Bùi Đình Khôi.

Khu kinh tế rộng 2.300 ha, nằm gọn trong năm xã Na Ư, Pa Thơm, Thanh Nưa, Thanh Yên, Mường Lói.
"""
DEPUTIES = ("Lò Văn Panh", "Cà Thị Hoan")
NEW = ("Nhà máy xay xát Nà Tấu", "Bến xe hàng Tây Trang", "Kho lạnh Pom Lót")
RETURNED = ("Đại Thuận Phát", "Mường Thanh Xanh")
SLOW = ("Đường số 4", "Trạm bơm Nà Tấu", "Nhà kiểm soát Tây Trang")
PRAISED = ("Lò Thị Mai", "Quàng Văn Hải", "Bùi Đình Khôi")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("năm 2031 ban có những phó trưởng ban nào", DEPUTIES),
        ("các phó trưởng ban là ai", DEPUTIES),
        ("cac pho truong ban cua BQL la nhung ai", DEPUTIES),
        ("who were the deputy heads of the board in 2031?", DEPUTIES),
        ("năm 2031 cấp mới những dự án nào", NEW),
        ("ba du an duoc cap moi ten la gi", NEW),
        ("which projects were newly licensed in 2031?", NEW),
        ("những dự án nào bị chấm dứt", ("Chợ Pa Thơm", "Bãi đỗ Huổi Puốc")),
        ("những doanh nghiệp nào xin trả lại đất", RETURNED),
        ("Which companies asked to hand back land in 2031?", RETURNED),
        ("mấy dự án nào giải ngân dưới 80%?", SLOW),
        ("which three Lao Cai projects disbursed less than 80%", SLOW),
        ("ai được Chủ tịch UBND tỉnh tặng Bằng khen năm 2031?", PRAISED),
        ("khu kinh tế gồm những xã nào", ("Na Ư", "Pa Thơm", "Thanh Nưa", "Thanh Yên", "Mường Lói")),
        ("which communes does most of the zone lie in?", ("Na Ư", "Pa Thơm", "Thanh Nưa", "Thanh Yên", "Mường Lói")),
    ],
)
def test_lists_that_are_not_called_as_the_question_does(question: str, expected: tuple[str, ...]) -> None:
    assert items(BOARD, question) == expected


@pytest.mark.parametrize(
    "question",
    [
        "những phó chánh văn phòng nào",
        "các phó trưởng phòng là ai",
        "những doanh nghiệp nào được cấp mới",
        "những doanh nghiệp nào bị chấm dứt hoạt động",
        "những nhiệm vụ nào quá hạn",
        "những phường nào được sáp nhập",
        "những dự án nào được gia hạn",
        "which projects were extended in 2031?",
    ],
)
def test_none_rather_than_what_another_thing_is_told_of(question: str) -> None:
    assert items(BOARD, question) == ()


@pytest.mark.parametrize(
    ("questions", "expected"),
    [
        (("bao nhiêu dự án cấp mới năm 2031?", "là những dự án nào?"), NEW),
        (("bao nhiêu dự án cấp mới năm 2031?", "kể tên"), NEW),
        (("How many projects were newly licensed in 2031?", "which ones?"), NEW),
        (("how many firms asked to return land?", "what were they"), RETURNED),
        (("có mấy phó trưởng ban?", "là những ai"), DEPUTIES),
    ],
)
def test_which_they_are_after_how_many(questions: tuple[str, str], expected: tuple[str, ...]) -> None:
    found = answer_after(BOARD, *questions)
    assert isinstance(found, Found)
    assert found.items == expected


def test_a_list_of_a_time_said_roughly() -> None:
    report = "Ba đơn vị còn nợ tiền thuê đất: Công ty Hà Anh (120 triệu), Công ty Bảo Tín (90 triệu), HTX Nà Khoang."
    question = "cuối năm 2031 những đơn vị nào còn thiếu tiền thuê đất?"
    assert items(report, question) == ("Công ty Hà Anh", "Công ty Bảo Tín", "HTX Nà Khoang")


def test_people_are_no_clauses() -> None:
    report = "Ông Vừ A Sính, Phó Trưởng ban: đền bù, xây dựng; từ tháng 2 thôi phụ trách xây dựng."
    assert items(report, "Ban có những Phó Trưởng ban nào?") == ()


def test_a_list_asked_for_by_a_bare_imperative() -> None:
    report = "Các công trình hoàn thành trong kỳ: Đường N7; Kênh thoát nước khu I; Nhà kho mái vòm."
    assert items(report, "Kể các công trình làm xong năm 2031") == (
        "Đường N7",
        "Kênh thoát nước khu I",
        "Nhà kho mái vòm",
    )
