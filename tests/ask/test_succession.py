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


AWAY = """Buổi giao ban ngày 12/9/2031 do ông Mùa A Tủa, Phó Trưởng ban, chủ trì (Trưởng ban Lò Văn Hặc đi công tác Viêng Chăn).

Đồng chí Tòng Thị Phanh, Trưởng phòng Quản lý cửa khẩu, được bổ nhiệm Phó Chánh Thanh tra từ ngày 01/6/2031; đồng chí Cà Văn Ơn phụ trách phòng Quản lý cửa khẩu.

Ông Quàng Văn Bó thôi giữ chức Giám đốc Trung tâm Hạ tầng từ 15/7/2031 để nhận nhiệm vụ mới; ông Đinh Công Sự được giao phụ trách Trung tâm.

Anh Lò Văn Pọm, Phó Trưởng ban, được cử làm Bí thư Huyện ủy Mường Chà từ 01/9/2031. Thay anh là chị Quàng Thị Nhính, vốn là Chánh Thanh tra.

Ông Tẩn A Chìn, Chánh Thanh tra, vừa được luân chuyển. Bà Thào Thị Sua, Phó Chánh Thanh tra, lên thay ông ấy từ 10/9.

Ông Bạc Cầm Khiên phát biểu ý kiến.
"""  # noqa: E501


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Trưởng ban đi vắng thì ai điều khiển buổi giao ban tháng 9/2031?", "Mùa A Tủa"),
        ("Who ran the briefing on 12 September 2031?", "Mùa A Tủa"),
        ("Bà Tòng Thị Phanh lên Phó Chánh Thanh tra thì ai nhận lại phòng Quản lý cửa khẩu?", "Cà Văn Ơn"),
        ("When Tong Thi Phanh moved up, who took her old job?", "Cà Văn Ơn"),
        ("Giám đốc Trung tâm Hạ tầng rời ghế giữa năm 2031 thì ai lên phụ trách?", "Đinh Công Sự"),
        ("anh Lo Van Pom di luan chuyen thi ai len the", "Quàng Thị Nhính"),
        ("Ông Lò Văn Pọm đi làm Bí thư thì ai thế ghế Phó Trưởng ban?", "Quàng Thị Nhính"),
        ("Ông Tẩn A Chìn đi rồi thì ai thế ghế?", "Thào Thị Sua"),
        ("Ông Bạc Cầm Khiên nghỉ thì ai lên thay?", None),
        ("Bà Thào Thị Sua đi rồi thì ai thế ghế?", None),
    ],
)
def test_the_one_who_is_away_or_leaves_is_not_who_takes_over(question: str, expected: str | None) -> None:
    assert short(AWAY, question) == expected
