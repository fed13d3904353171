"""Who, and what post: each person with their own posts, held, taken up or left; a given name is the person it means."""

from __future__ import annotations

import pytest

from knowledge.model import Choice
from tests.ask.asked import answer, short

POSTS = """Từ 01/4/2031 hợp nhất ba Trung tâm; đồng chí Lò Văn Tấn được bổ nhiệm giữ chức Giám đốc Trung tâm, đồng chí Giàng A Sử giữ chức Phó Giám đốc Trung tâm.

Đồng chí Vàng Thị Mỷ, Phó Chánh Văn phòng, được bổ nhiệm Trưởng phòng Quản lý doanh nghiệp từ ngày 01/6/2031.

Ông Hoàng Đức Lợi nguyên là Phó Giám đốc Sở Công Thương, giữ chức Phó Trưởng ban từ ngày 15/3/2031.

Đại diện Ban Quản lý: Phùng Quốc Khải (Trưởng phòng Quản lý cửa khẩu), Tẩn Mí Sao (Trưởng Văn phòng đại diện tại Mường Khương).

Ngày 20/8/2031: đồng chí Đặng Ngọc Bích sang làm Giám đốc Sở Ngoại vụ; đồng chí Lương Thị Hạnh được giao phụ trách Ban.

Ông Khải: đề nghị lắp thêm camera ở bãi xe Bản Phiệt.
"""  # noqa: E501


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Ai là Giám đốc Trung tâm năm 2031?", "Lò Văn Tấn"),
        ("pho giam doc trung tam nam 2031 la ai", "Giàng A Sử"),
        ("Ai lên làm Trưởng phòng Quản lý doanh nghiệp năm 2031?", "Vàng Thị Mỷ"),
        ("Trước khi lên Trưởng phòng, bà Vàng Thị Mỷ giữ chức gì?", "Phó Chánh Văn phòng"),
        ("Bà Vàng Thị Mỷ giữ chức gì từ tháng 6/2031?", "Trưởng phòng Quản lý doanh nghiệp"),
        ("ong Hoang Duc Loi truoc khi ve Ban lam chuc gi", "Phó Giám đốc Sở Công Thương"),
        ("Ông Phùng Quốc Khải giữ chức gì?", "Trưởng phòng Quản lý cửa khẩu"),
        ("what is Tan Mi Sao's position", "Trưởng Văn phòng đại diện tại Mường Khương"),
        ("tu cuoi thang 8/2031 ai duoc giao phu trach Ban", "Lương Thị Hạnh"),
        ("Ai đề nghị lắp thêm camera ở bãi xe Bản Phiệt?", "Phùng Quốc Khải"),
    ],
)
def test_each_person_with_their_own_posts(question: str, expected: str) -> None:
    assert short(POSTS, question) == expected


def test_people_of_one_given_name_are_asked_back_about() -> None:
    report = POSTS + "\nÔng Nguyễn Đình Khải, Phó Chánh Văn phòng, trình bày dự thảo.\n"
    found = answer(report, "Ông Khải giữ chức gì năm 2031?")
    assert isinstance(found, Choice)
    assert len(found.options) == 2


MEETING = """Sáng 12/01/2032, Ban Quản lý tổ chức hội nghị tổng kết công tác năm 2031.

- Ông Hoàng Đức Lợi, Phó Trưởng ban phụ trách - chủ trì (chức Trưởng ban còn khuyết từ khi ông Đặng Ngọc Bích về hưu);

Đến dự và phát biểu chỉ đạo có bà Lương Thị Hạnh, Phó Chủ tịch UBND tỉnh.

Ông Phùng Quốc Khải, Chánh Văn phòng, trình bày báo cáo tổng kết.

Kết luận hội nghị, ông Hoàng Đức Lợi yêu cầu các phòng bắt tay ngay vào việc. Số điện thoại đường dây nóng trực 24/24 giữ nguyên.
"""  # noqa: E501


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Ai chủ trì hội nghị tổng kết năm 2031?", "Hoàng Đức Lợi"),
        ("who was in the chair at the 2031 year-end conference", "Hoàng Đức Lợi"),
        ("ai bao cao tai hoi nghi tong ket nam 2031", "Phùng Quốc Khải"),
        ("Who presented the report at the 2031 year-end conference?", "Phùng Quốc Khải"),
        ("Lãnh đạo tỉnh nào đến dự và phát biểu chỉ đạo hội nghị tổng kết?", "Lương Thị Hạnh"),
        ("Số điện thoại đường dây nóng là số nào?", None),
        ("Bà Lương Thị Hạnh trước khi lên Phó Chủ tịch giữ chức gì?", None),
    ],
)
def test_who_does_what_at_a_meeting(question: str, expected: str | None) -> None:
    assert short(MEETING, question) == expected


HELD = """Ông Giàng A Páo, Phó Chánh Văn phòng, trước đó là Bí thư Đảng ủy xã Mường Nhà.

Chị Vừ Thị Mỷ, nguyên Phó Chánh Văn phòng, giữ chức Trưởng phòng Tài chính từ 02/3/2031.

Từ 01/7/2031 ông Khoàng Văn Phú được giao quyền Trưởng phòng Quản lý cửa khẩu. Ông Lò Văn Hặc, Trưởng ban, chủ trì.
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Ông Giàng A Páo làm gì trước khi được đưa về Văn phòng?", "Bí thư Đảng ủy xã Mường Nhà"),
        ("What did Giang A Pao do before becoming deputy chief of office?", "Bí thư Đảng ủy xã Mường Nhà"),
        ("Chị Vừ Thị Mỷ từ ghế nào sang?", "nguyên Phó Chánh Văn phòng"),
        ("What job did Vu Thi My hold before that?", "nguyên Phó Chánh Văn phòng"),
        ("Chị Vừ Thị Mỷ giờ làm trưởng phòng nào?", "Trưởng phòng Tài chính"),
        ("Who is acting head of the border-gate section from July 2031?", "Khoàng Văn Phú"),
        ("Ông Khoàng Văn Phú làm gì trước khi về Ban?", None),
    ],
)
def test_posts_held_before_and_of_a_division(question: str, expected: str | None) -> None:
    assert short(HELD, question) == expected


def test_a_district_after_its_committee_is_no_person() -> None:
    report = "Anh Phan Văn Linh được luân chuyển làm Bí thư Huyện ủy Đầm Dơi hồi tháng 8/2031."
    assert short(report, "Ai được luân chuyển tháng 8/2031?") != "Đầm Dơi"


def test_a_sentence_that_hardly_speaks_of_it_is_no_answer() -> None:
    report = "Còn chuyện vui là mùa thi này Ban trao học bổng cho con em công nhân các công ty."
    assert short(report, "Kho xăng nổi bị trôi neo là của công ty nào?") is None
