"""Yes or no by what a report refuses, puts off, or says of a plan; who was absent; another stage of a work."""

from __future__ import annotations

import pytest

from tests.ask.asked import items, short, value

ABSENT = """Ông Vàng A Chớ, Phó Trưởng Ban, vắng mặt do đi học.

Bà Sùng Thị Mỷ - Trưởng phòng Tài chính: vắng (ốm).

Đ/c Thào Seo Vư (PTB) vắng, có báo cáo.

Ông Lý Láo San, Chánh Văn phòng, không đến dự được.

Ông Tẩn Duần Siệu, Phó Trưởng Ban, dự và kết luận; ông Hạng Seo Lùng vắng.
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Ông Vàng A Chớ có dự họp không?", False),
        ("did Mr Vang A Cho attend the meeting?", False),
        ("ba Sung Thi My co du hop khong", False),
        ("Ông Thào Seo Vư có tham dự không?", False),
        ("Ông Lý Láo San có dự họp không?", False),
        ("Ông Tẩn Duần Siệu có dự họp không?", True),
        ("Ông Vàng A Chớ có vắng mặt không?", True),
        ("Ông Tẩn Duần Siệu có vắng mặt không?", False),
    ],
)
def test_absent_behind_the_post(question: str, expected: bool) -> None:
    assert value(ABSENT, question) is expected


PLANS = """Năm 2031 xuất khẩu đạt 640 triệu USD, nhập khẩu đạt 815 triệu USD.

Chỉ tiêu kim ngạch tỉnh giao năm 2031 là 1.400 triệu USD; kết quả vượt kế hoạch.

Kế hoạch thu phí năm 2031 là 52 tỷ đồng, kết quả không đạt.

Chỉ tiêu giải ngân năm 2031 là 93%; đã hoàn thành chỉ tiêu.
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Kim ngạch năm 2031 có vượt kế hoạch tỉnh giao không?", True),
        ("did total trade beat the 2031 plan?", True),
        ("Thu phí năm 2031 có đạt kế hoạch không?", False),
        ("Giải ngân 2031 có hoàn thành chỉ tiêu không?", True),
        ("Xuất khẩu năm 2031 có vượt kế hoạch không?", None),
    ],
)
def test_what_is_said_of_the_plan_right_behind_it(question: str, expected: bool | None) -> None:
    assert value(PLANS, question) is expected


RULED = """Kết luận: Không giảm 40% tiền thuê kho, chỉ giảm 15%.

Mái hiên nhà khách Lũng Pô để sang kế hoạch năm 2032.

Lối mở Bản Quẩn chưa được phía bạn đồng ý mở lại.

Cửa khẩu phụ Na Lốc đã được phía Trung Quốc đồng ý mở lại từ 12/5/2031.
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Có giảm 40% tiền thuê kho không?", {None, False}),
        ("Mái hiên nhà khách Lũng Pô có được làm ngay trong năm 2031 không?", {False}),
        ("Lối mở Bản Quẩn đã được phía Trung Quốc đồng ý mở lại chưa?", {False}),
        ("loi mo ban quan da duoc phia trung quoc dong y mo lai chua, theo bao cao nam 2031", {False}),
        ("Cửa khẩu phụ Na Lốc được mở lại chưa vậy?", {True}),
        ("cua khau phu na loc da duoc phia trung quoc dong y mo lai chua, theo bao cao nam 2031", {True}),
    ],
)
def test_refused_put_off_or_granted(question: str, expected: set[bool | None]) -> None:
    assert value(RULED, question) in expected


WORKS = """Cầu Ngòi Phát khởi công ngày 4/2/2030, hợp long ngày 9/8/2031.

Cầu Bản Phiệt thông xe từ 16/3/2031.

Năm 2031 Ban được giao 08 dự án, gồm 06 dự án chuyển tiếp và 02 dự án khởi công mới.

Hai dự án khởi công mới là Kè bờ sông Lũng Pô và Đường vào bãi Nậm Chảy.
"""


def test_stages_of_a_work() -> None:
    assert short(WORKS, "Cầu Ngòi Phát hợp long ngày nào?") == "ngày 9/8/2031"
    assert short(WORKS, "Cầu Bản Phiệt thông xe ngày nào?") is not None
    assert short(WORKS, "Cầu Bản Phiệt hợp long ngày nào?") is None
    assert short(WORKS, "cau ban phiet nghiem thu ngay nao") is None


def test_works_asked_for_by_their_kind() -> None:
    found = items(WORKS, "Năm 2031 Ban khởi công mới những công trình gì?")
    assert found == ("Kè bờ sông Lũng Pô", "Đường vào bãi Nậm Chảy")


def test_a_word_in_full_is_not_spelt_by_its_like() -> None:
    assert value("Mái tôn nhà kho Lũng Pô rộng 240 m2.", "Mái tôn nhà kho Lũng Pô rộng bao nhiêu m2?") == 240
