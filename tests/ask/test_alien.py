"""Figures, days and people that stand among the words asked for, and are of something else."""

from __future__ import annotations

import pytest

from knowledge.model import Choice, Found
from tests.ask.asked import answer, items, short, table, value

FEES = (
    "Kim ngạch qua các cửa khẩu đạt 96,3 triệu USD, tăng 11,4% so với cùng kỳ (86,4 triệu USD); thu phí bến bãi 7.250 "
    "triệu đồng.\n"
)
PARTS = "Thu phí hạ tầng chia theo nơi thu: Kim Thành 64,2 tỷ đồng; ba cửa khẩu còn lại 9,7 tỷ đồng.\n"


def test_a_fee_is_paid_in_no_foreign_money() -> None:
    assert value(FEES, "Năm 2030 thu phí bến bãi được bao nhiêu?") is None
    assert short(FEES, "Năm 2031 thu phí bến bãi được bao nhiêu?") == "7.250 triệu đồng"


def test_taxes_are_no_turnover() -> None:
    told = "Thuế xuất nhập khẩu: 1.480 tỷ đồng, dự toán 1.900 tỷ đồng.\n"
    assert value(told, "Năm 2031 tổng giá trị hàng hóa qua các cửa khẩu là bao nhiêu?") is None
    assert value(told, "Năm 2031 kim ngạch mục tiêu là bao nhiêu?") is None
    assert short(told, "Thuế xuất nhập khẩu năm 2031 bao nhiêu?") == "1.480 tỷ đồng"


def test_a_span_of_time_is_no_export() -> None:
    told = "Năm 2031, lần đầu tiên sau 06 năm xuất khẩu qua các cửa khẩu giảm.\n"
    assert value(told, "exports through the gates in 2031") is None


def test_the_rest_of_several_is_not_all() -> None:
    assert value(PARTS, "Năm 2031 thu phí hạ tầng qua các cửa khẩu được bao nhiêu?") is None
    assert short(PARTS, "Năm 2031 các cửa khẩu còn lại thu phí hạ tầng bao nhiêu?") == "9,7 tỷ đồng"


@pytest.mark.parametrize(
    ("question", "told"),
    [("Tằng Loỏng 1 phát bao nhiêu kWh?", "3,4 tỷ kWh"), ("Tằng Loỏng 2 phát bao nhiêu kWh?", None)],
)
def test_one_of_a_series_is_not_another(question: str, told: str | None) -> None:
    text = "Thủy điện Tằng Loỏng 1 phát 3,4 tỷ kWh; Tằng Loỏng 2 mới hòa lưới trong tháng 11.\n"
    assert short(text, question) == told


def test_a_day_told_of_another_person_is_no_answer() -> None:
    told = "Đồng chí Lò Văn Tám được bổ nhiệm Trưởng phòng Quản lý Đầu tư từ ngày 01/6/2031 thay bà Giàng Thị Mỷ.\n"
    assert short(told, "Ông Vàng Seo Páo được bổ nhiệm Trưởng phòng ngày nào?") is None
    assert short(told, "Ông Lò Văn Tám được bổ nhiệm Trưởng phòng ngày nào?") == "ngày 01/6/2031"


def test_a_day_told_of_another_gate_is_no_answer() -> None:
    told = "Đón khách trở lại qua Mường Khương từ 12/3/2031, Kim Thành từ 04/5/2031.\n"
    assert short(told, "Kim Thành đón khách trở lại từ ngày nào?") == "04/5/2031"


def test_staff_are_no_passengers() -> None:
    told = "Trạm trưởng Mường Khương xin thêm 04 người; Trưởng ban đồng ý bổ sung 03 người.\n"
    assert value(told, "Năm 2031 có bao nhiêu lượt khách qua Mường Khương?") is None


def test_what_is_taken_out_is_not_told() -> None:
    told = "Đã cách ly 1.240 người nhập cảnh, trong đó công dân Việt Nam 1.100 người.\n"
    assert value(told, "Năm 2031 cách ly bao nhiêu người không phải công dân Việt Nam?") != 1100
    assert value(told, "Năm 2031 cách ly bao nhiêu công dân Việt Nam?") == 1100


def test_an_aim_is_no_result() -> None:
    told = "Phấn đấu kim ngạch trên 420 triệu USD, thu phí hạ tầng 31 tỷ đồng.\n"
    assert value(told, "Năm 2031 kim ngạch là bao nhiêu?") is None
    assert value(told, "Năm 2031 thu phí hạ tầng được bao nhiêu?") is None
    assert short(told, "Năm 2031 phấn đấu thu phí hạ tầng bao nhiêu?") == "31 tỷ đồng"


def test_what_was_granted_is_not_what_was_requested() -> None:
    told = "Cổng tự động Kim Thành: lắp 02 bộ trong năm 2031, bộ thứ ba xem xét sau.\n"
    assert value(told, "Biên phòng xin lắp mấy bộ cổng tự động ở Kim Thành?") is None
    assert value(told, "Lắp mấy bộ cổng tự động ở Kim Thành?") == 2


def test_several_works_are_no_row() -> None:
    rows = (
        ("Công trình", "Kế hoạch vốn"),
        ("Kè Bản Phiệt", "41.000"),
        ("Bãi xe Kim Thành", "18.500"),
        ("Cộng", "59.500"),
    )
    told = table("Kế hoạch vốn năm 2031 (triệu đồng)", *rows)
    assert value(told, "Năm 2031 hai công trình được bố trí bao nhiêu tiền vốn?") is None


def test_exports_are_counted_in_no_passengers() -> None:
    told = "Năm 2031, xuất khẩu qua cửa khẩu gặp khó; khách xuất nhập cảnh 512 nghìn lượt.\n"
    assert value(told, "xuất khẩu năm 2031 được bao nhiêu?") is None


def test_both_ways_are_not_one() -> None:
    told = "Trị giá hàng hóa cả năm 640 triệu USD; xuất khẩu 410 triệu USD và nhập khẩu 230 triệu USD.\n"
    assert value(told, "Năm 2031 nhập khẩu bao nhiêu triệu USD?") == 230_000_000


def test_a_change_of_another_measure_is_none() -> None:
    told = "Tổng kim ngạch bình quân tăng 2,3% so với năm 2030.\n"
    assert value(told, "Thu nhập tăng thêm bình quân năm 2031 bao nhiêu?") is None


def test_a_chief_is_no_deputy() -> None:
    told = "Tham dự có ông Ma Văn Dín, Chi cục trưởng Chi cục Hải quan cửa khẩu Kim Thành.\n"
    assert short(told, "Who was the deputy head of Kim Thanh customs in 2031?") is None


def test_who_took_up_a_post_later_did_not_hold_it() -> None:
    told = "Ông Ma Văn Dín giữ chức Trưởng ban từ ngày 01/7/2031, thay ông Sùng A Lử nghỉ hưu.\n"
    found = answer(told, "who was the head of the management board in 2029?")
    assert not (isinstance(found, Found) and found.short == "Ma Văn Dín")
    assert short(told, "who is the head of the management board now?") == "Ma Văn Dín"


def test_nothing_is_told_of_whom_no_report_names() -> None:
    told = "Ông Ma Văn Dín thôi giữ chức Chánh Văn phòng từ 01/10/2031, người kế nhiệm là ông Sùng A Lử.\n"
    assert short(told, "Ai thay bà Thắm làm Chánh Văn phòng?") is None
    assert short(told, "Ai thay ông Dín làm Chánh Văn phòng?") == "Sùng A Lử"


def test_all_of_several_gates_are_told() -> None:
    told = "Mường Khương, Bản Vược dừng thông quan từ tháng 9/2031.\n"
    assert set(items(told, "Năm 2031 cửa khẩu nào dừng thông quan?")) == {"Mường Khương", "Bản Vược"}


def test_people_are_no_projects() -> None:
    told = "Ông Dín cùng bà Mỷ trực tiếp vận động 08 hộ thuộc hai dự án bị thu hồi.\n"
    assert items(told, "Năm 2031 thu hồi hai dự án nào?") == ()


def test_events_of_different_days_are_asked_back_about() -> None:
    told = """Ngày 14/2/2031 xảy ra cháy tại kho Bản Vược, thiệt hại 620 triệu đồng.

Ngày 22/8/2031 xảy ra cháy tại chợ Kim Thành, thiệt hại 1,9 tỷ đồng.
"""
    assert isinstance(answer(told, "Vụ cháy thiệt hại bao nhiêu?"), Choice)


def test_more_than_planned_is_told_by_how_much() -> None:
    told = "Kim ngạch qua cửa khẩu cả năm 710 triệu USD, vượt kế hoạch 6,4%.\n"
    assert value(told, "Kim ngạch năm 2031 có vượt kế hoạch không?") is True


def test_a_post_is_told_with_its_body() -> None:
    told = "Ông Ma Văn Dín nhận chức Trưởng ban từ 01/12/2031, trước đó là Giám đốc Sở Lâm nghiệp và Thủy lợi.\n"
    assert "Sở Lâm nghiệp" in (short(told, "Trước khi làm Trưởng ban, ông Ma Văn Dín giữ chức gì?") or "")


def test_any_at_the_beginning_asks_whether() -> None:
    assert value("Tiếp nhận 640 hồ sơ; không có hồ sơ trễ hạn.\n", "any overdue dossiers in 2031") is False


def test_a_part_of_the_year_over_years() -> None:
    told = (
        '<p>Số liệu chi tiết:</p><table><tr><th rowspan="2">Cửa khẩu</th><th colspan="2">Kim ngạch 6 tháng đầu năm '
        "(triệu USD)</th></tr><tr><th>Năm 2030</th><th>Năm 2031</th></tr><tr><td>Kim Thành</td><td>310,2</td><td>342,8"
        "</td></tr><tr><td>Bản Vược</td><td>41,5</td><td>39,9</td></tr></table>"
    )
    assert value(told, "Kim ngạch qua Kim Thành năm 2030 là bao nhiêu?") is None
    assert value(told, "Kim ngạch qua Kim Thành 6 tháng đầu năm 2030 là bao nhiêu?") == 310_200_000
