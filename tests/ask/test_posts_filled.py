"""Posts granted and filled, certificates that are projects, a station without its name, one measure among like ones."""

from __future__ import annotations

import pytest

from tests.ask.asked import items, short, value

STAFF = "Biên chế được giao 37, hiện có 33 (nam 21, nữ 12)."
FAIR = "Lượng khách xuất nhập cảnh đạt 812.450 lượt người.\n\nHội chợ đón 6 vạn lượt khách tham quan."
LICENSED = "Cấp mới 03 GCNĐT: Kho lạnh Thành Đạt (61 tỷ), Bến xe Bản Qua (18,2 tỷ), Chợ mốc 102 (24 tỷ)."
RAIL = """<html><body><p>Biểu 1. Phương tiện năm 2031</p><table>
<tr><th>Chỉ tiêu</th><th>ĐVT</th><th>Năm 2031</th></tr>
<tr><td>Toa xe qua ga đường sắt</td><td>toa</td><td>22.318</td></tr>
<tr><td>Xe qua Kim Thành</td><td>xe</td><td>98.114</td></tr>
</table></body></html>"""


@pytest.mark.parametrize(
    ("report", "question", "expected"),
    [
        (STAFF, "How many employees did the board actually have in 2031?", 33),
        (STAFF, "Năm 2031 Ban có bao nhiêu cán bộ?", 33),
        (STAFF, "biên chế được giao bao nhiêu", 37),
        (STAFF, "Ban còn thiếu mấy người so với biên chế giao năm 2031?", 4),
        (FAIR, "how many people crossed the border in 2031", 812_450),
        (FAIR, "năm 2031 hội chợ có bao nhiêu lượt khách tham quan", 60_000),
        (RAIL, "Số toa xe qua ga đường sắt Lào Cai năm 2031?", 22_318),
    ],
)
def test_figure(report: str, question: str, expected: int) -> None:
    assert value(report, question) == expected


def test_another_provinces_station_is_not_this_one() -> None:
    assert short(RAIL, "Số toa xe qua ga đường sắt Đồng Đăng năm 2031?") is None


@pytest.mark.parametrize(
    "question",
    ["nam 2031 cap moi giay chung nhan dau tu cho nhung du an nao", "Năm 2031 cấp mới GCNĐT cho những dự án nào?"],
)
def test_certificates_are_granted_to_projects(question: str) -> None:
    assert items(LICENSED, question) == ("Kho lạnh Thành Đạt", "Bến xe Bản Qua", "Chợ mốc 102")
