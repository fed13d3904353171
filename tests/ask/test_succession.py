"""Who took whose place, in many wordings; nobody where the report does not tell."""

from __future__ import annotations

import pytest

from tests.ask.asked import short

REPORT = """Bà Lò Thị Pản, Phó Trưởng phòng Quản lý doanh nghiệp, được bổ nhiệm làm Trưởng Văn phòng đại diện Bản Vược từ ngày 10/02/2031, thay ông Cao Bá Lâm nghỉ hưu.

Ông Phùng Quốc Khải, Chánh Văn phòng, đi học dài hạn nên cử bà Tẩn Thị Say dự thay.

Từ 01/8/2031, ông Vương Đình Hải rời Ban để nhận chức Giám đốc Sở Ngoại vụ. Đồng chí Lương Thị Hạnh, Phó Trưởng ban, được giao quyền Trưởng ban kể từ ngày đó.

Đồng chí Giàng A Sử chuyển công tác về huyện Si Ma Cai; đồng chí Hoàng Thị Nụ được cử thay thế.

Ghế Trưởng phòng Quản lý cửa khẩu ông Đặng Ngọc Bích để lại do ông Sùng Seo Páo đảm nhận từ 01/5/2031.

Ông Lê Khắc Định nghỉ hưu từ ngày 01/11/2031.

Phụ trách trạm Mường Khương thay anh Chảo Láo Tả: chị Ma Thị Dợ.

Anh Vàng Seo Dín thôi làm Đội trưởng Đội Cơ động sang huyện Bảo Thắng. Người thay anh ở Đội là anh Thào A Vừ.
"""  # noqa: E501


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Ai thay ông Cao Bá Lâm?", "Lò Thị Pản"),
        ("ai the cho ong Cao Ba Lam lam truong dai dien Ban Vuoc", "Lò Thị Pản"),
        ("Bà Lò Thị Pản thay ai?", "Cao Bá Lâm"),
        ("Trước bà Lò Thị Pản thì ai làm Trưởng Văn phòng đại diện Bản Vược?", "Cao Bá Lâm"),
        ("Who did Lo Thi Pan replace?", "Cao Bá Lâm"),
        ("Chánh Văn phòng vắng, ai dự thay?", "Tẩn Thị Say"),
        ("who stood in for Phung Quoc Khai?", "Tẩn Thị Say"),
        ("Ông Vương Đình Hải rời Ban thì ai lên phụ trách?", "Lương Thị Hạnh"),
        ("Who stepped in when Vuong Dinh Hai left the board?", "Lương Thị Hạnh"),
        ("ai thay đ/c Giàng A Sử", "Hoàng Thị Nụ"),
        ("who succeeded Giang A Su", "Hoàng Thị Nụ"),
        ("Ai kế nhiệm ông Đặng Ngọc Bích?", "Sùng Seo Páo"),
        ("who filled the post Dang Ngoc Bich left", "Sùng Seo Páo"),
        ("ai thay anh Chảo Láo Tả ở trạm Mường Khương", "Ma Thị Dợ"),
        ("Ai phụ trách trạm Mường Khương năm 2031?", "Ma Thị Dợ"),
        ("Ai thay anh Vàng Seo Dín?", "Thào A Vừ"),
    ],
)
def test_who_took_whose_place(question: str, expected: str) -> None:
    assert short(REPORT, question) == expected


@pytest.mark.parametrize(
    "question",
    [
        "Ai thay ông Lê Khắc Định?",
        "who replaced Le Khac Dinh",
        "Ai thay bà Lương Thị Hạnh?",
        "Ông Sùng Seo Páo nghỉ thì ai lên thay?",
        "Ông Lê Khắc Định thay ai?",
    ],
)
def test_nobody_where_it_is_not_told(question: str) -> None:
    assert short(REPORT, question) is None
