"""Lists in running text: where they begin and end, what their items are called, what is no list."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.facts import parsed
from knowledge.facts.fact import Fact
from knowledge.library.workshop import workshop

STAGES = workshop(())
TODAY = date(2031, 1, 1)


def lists(text: str) -> tuple[Fact, ...]:
    mentions = STAGES.recogniser.recognise(text, today=TODAY)
    read = parsed.sentence(text, mentions, STAGES.reader.terms, STAGES.reader.clauses)
    return STAGES.reader.lists.facts(read, (), ())


def items(text: str) -> list[tuple[str, ...]]:
    return [fact.items for fact in lists(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ba loại hàng về nhiều nhất: ngô hạt 4.120 tấn, đá vôi 2.300 tấn, trâu 815 con.",
            ("ngô hạt", "đá vôi", "trâu"),
        ),
        ("Hàng đi chủ yếu là quế (310 tấn), hồi (95 tấn) và sắn khô (60,5 tấn).", ("quế", "hồi", "sắn khô")),
        ("Hai dự án chậm là Kho lạnh Nà Sầm (41,5%), Bãi xe Pác Bó (38,2%).", ("Kho lạnh Nà Sầm", "Bãi xe Pác Bó")),
        ("Dẫn đầu là quế, tiếp đến là hồi, sau đó là gừng.", ("quế", "hồi", "gừng")),
    ],
)
def test_items_are_names_without_their_figures(text: str, expected: tuple[str, ...]) -> None:
    assert items(text) == [expected]


def test_a_figure_within_an_item_belongs_to_it() -> None:
    text = "Ba việc phải làm gồm nới bãi đỗ lên 3,5 ha, kéo nước sạch về trạm, thuê thêm bốn nhân viên biết tiếng Lào."
    assert items(text) == [
        ("nới bãi đỗ lên 3,5 ha", "kéo nước sạch về trạm", "thuê thêm bốn nhân viên biết tiếng Lào"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Hiện có 03 kho hoạt động: Nà Sầm, Pác Bó, Lũng Pù; các kho còn lại vẫn đóng.",
            ("Nà Sầm", "Pác Bó", "Lũng Pù"),
        ),
        (
            "Thống nhất 02 việc: mở thêm làn cho xe lạnh; trao đổi số liệu vào thứ hai, thứ năm.",
            ("mở thêm làn cho xe lạnh", "trao đổi số liệu vào thứ hai, thứ năm"),
        ),
        ("Giao hai nhiệm vụ: rà soát và sửa quy chế, lập kế hoạch.", ("rà soát và sửa quy chế", "lập kế hoạch")),
        (
            "Nêu ba nhiệm vụ: giữ đường thông, tăng thu và chống gian lận.",
            ("giữ đường thông", "tăng thu", "chống gian lận"),
        ),
    ],
)
def test_how_many_are_announced_decides_how_a_list_is_cut(text: str, expected: tuple[str, ...]) -> None:
    (fact,) = lists(text)
    assert fact.items == expected
    assert "declared" in fact.traits


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hàng đi gồm quế, hồi và gừng, tăng 12% so với năm trước.", ("quế", "hồi", "gừng")),
        ("Hàng đi gồm quế, hồi và gừng, trong đó quế chiếm một nửa.", ("quế", "hồi", "gừng")),
        (
            "Được khen gồm Kho Nà Sầm, Bãi Pác Bó và Trạm Lũng Pù đã vượt chỉ tiêu.",
            ("Kho Nà Sầm", "Bãi Pác Bó", "Trạm Lũng Pù"),
        ),
    ],
)
def test_a_list_ends_where_something_else_is_said(text: str, expected: tuple[str, ...]) -> None:
    assert items(text) == [expected]


def test_names_no_catalogue_knows_make_a_list_by_their_capitals() -> None:
    (fact,) = lists("Các doanh nghiệp Hưng Vượng, Đại Cát và Sao Khuê còn nợ phí.")
    assert fact.items == ("Hưng Vượng", "Đại Cát", "Sao Khuê")
    assert {"c:enterprise", "c:fee_debt"} <= fact.near


def test_brackets_hold_a_list_where_so_many_are_announced() -> None:
    (fact,) = lists("Đường chậm do mưa; ba doanh nghiệp (Hưng Vượng, Vận tải Đại Cát, Sao Khuê) nợ phí 120 triệu đồng.")
    assert fact.items == ("Hưng Vượng", "Vận tải Đại Cát", "Sao Khuê")
    assert "c:fee_debt" in fact.near


def test_people_in_a_row_with_their_posts_between() -> None:
    text = "Dự họp có ông Lý Văn Tám, Trưởng ban; bà Tẩn Thị Mẩy - Chánh Văn phòng, và đồng chí Vàng Seo Tư."
    (fact,) = lists(text)
    assert fact.items == ("Lý Văn Tám", "Tẩn Thị Mẩy", "Vàng Seo Tư")
    assert "list:person" in fact.traits


def test_bodies_with_a_joint_in_their_name_stay_whole() -> None:
    (fact,) = lists("Sở Kế hoạch và Đầu tư, Sở Tài chính và Công an huyện Bát Xát được tặng Cờ thi đua.")
    assert fact.items == ("Sở Kế hoạch và Đầu tư", "Sở Tài chính", "Công an huyện Bát Xát")


@pytest.mark.parametrize(
    "text",
    [
        "Thu phí 11 tháng là 14,7 tỷ đồng, trong khi dự toán cả năm 13 tỷ.",
        "Hàng qua cửa khẩu trị giá 17 triệu USD, tăng 9,3% và đạt 104% kế hoạch.",
        "Vắng mặt: đồng chí Lý Văn Tám, Trưởng phòng Quản lý Đầu tư.",
        "Trụ sở: xã Trịnh Tường, huyện Bát Xát, tỉnh Lào Cai.",
        "Việc nối lại bắt đầu: ngày 17/01/2031, cặp cửa khẩu mở lại.",
    ],
)
def test_what_is_no_list(text: str) -> None:
    assert items(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ngoài ngân sách: 21 dự án; mới cấp 02 (Kho lạnh Nà Sầm 64 tỷ; Bến Pác Bó 18 tỷ); đang rà soát 04.",
            ("Kho lạnh Nà Sầm", "Bến Pác Bó"),
        ),
        (
            "Nợ 9 doanh nghiệp, 5,1 tỷ; trong đó khó đòi 1,2 tỷ (02 DN: Hải Tiến Lợi, Nam Á Xanh).",
            ("Hải Tiến Lợi", "Nam Á Xanh"),
        ),
        (
            "Trình thu hồi 03 dự án treo ở Nà Sầm, Pác Bó 2: Kho lạnh Đông Khê, Thép Hạ Lang 2, Cơ khí Ba Bể.",
            ("Kho lạnh Đông Khê", "Thép Hạ Lang 2", "Cơ khí Ba Bể"),
        ),
        (
            "Ba nhà máy (Chè Thanh Ba, Gạch Nà Cáp, Xi măng Đông Khê) ngừng chạy.",
            ("Chè Thanh Ba", "Gạch Nà Cáp", "Xi măng Đông Khê"),
        ),
    ],
)
def test_brackets_and_colons_bound_a_list_better_than_capitals(text: str, expected: tuple[str, ...]) -> None:
    assert items(text)[-1] == expected


def test_clauses_that_each_tell_a_figure_are_no_list() -> None:
    assert items("Ngoài ngân sách: 21 dự án; mới cấp 02; đang rà soát 04.") == []


def test_names_that_a_sentence_begins_with() -> None:
    text = "Đường N7, đường số 2 và Trạm kiểm dịch được đưa vào khai thác từ ngày 19/5/2031."
    assert items(text) == [("Đường N7", "đường số 2", "Trạm kiểm dịch")]
    assert items("Nhờ thời tiết thuận lợi, hàng về đã tăng.") == []
