"""Sentences: which measure, gate, time and side of a contrast each figure gets."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from knowledge.facts.fact import FactKind, Layer
from knowledge.model import Dimension, Period
from tests.facts.told import YEAR_2031, amount, figure, figures, nearest, passages, periods

TRADE = (
    "Năm 2031, kim ngạch xuất khẩu qua cửa khẩu Mường Khương đạt 215,4 triệu USD, tăng 12,5% so với năm 2030; "
    "nhập khẩu đạt 98,1 triệu USD, bằng 87% kế hoạch."
)


@pytest.mark.parametrize(
    ("text", "side", "other"), [("215,4 triệu USD", "export", "import"), ("98,1 triệu USD", "import", "export")]
)
def test_each_figure_is_of_the_side_it_is_told_of(text: str, side: str, other: str) -> None:
    fact = figure(TRADE, text)
    assert "c:" + side in fact.near
    assert "c:" + other not in fact.near
    assert {concept for concept, _ in fact.governs} == {side}


def test_a_level_is_no_change_and_a_change_no_level() -> None:
    assert "change" not in figure(TRADE, "215,4 triệu USD").traits
    change = figure(TRADE, "12,5%")
    assert {"change", "against:same_period_last_year"} <= change.traits
    assert "c:export" in change.clause


def test_a_share_of_the_plan_is_marked_as_such() -> None:
    share = figure(TRADE, "87%")
    assert "against:plan" in share.traits
    assert "change" not in share.traits


def test_a_year_compared_with_is_not_the_year_of_the_figure() -> None:
    assert all(periods(fact) == {YEAR_2031} for fact in figures(TRADE))


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Thu phí tăng 4,2 tỷ đồng so với năm trước.", "increase"),
        ("Số lượt xe giảm 120 lượt so với cùng kỳ.", "decrease"),
    ],
)
def test_direction_of_a_change(text: str, direction: str) -> None:
    (fact,) = figures(text)
    assert "change" in fact.traits
    assert (direction, Layer.NEAR) in fact.governs


def test_plan_and_what_was_done() -> None:
    text = "Kế hoạch thu phí năm 2031 là 60 tỷ đồng, thực hiện được 52,5 tỷ đồng."
    plan, done = figures(text)
    assert ("plan", Layer.NEAR) in plan.governs
    assert ("plan", Layer.NEAR) not in done.governs
    assert ("actual", Layer.NEAR) in done.governs
    assert "c:fee_revenue" in plan.near
    assert "c:fee_revenue" in done.clause


def test_each_figure_is_of_the_gate_before_it() -> None:
    text = "Tại cửa khẩu Mường Khương có 1.204 lượt xe, tại cửa khẩu Bản Vược có 655 lượt xe."
    assert nearest(figure(text, "1.204 lượt xe")) == {"gate:muong-khuong"}
    assert nearest(figure(text, "655 lượt xe")) == {"gate:ban-vuoc"}


def test_a_day_in_the_sentence_is_the_figures() -> None:
    (fact,) = figures("Ngày 14/7/2031 đã khởi công bãi kiểm hóa rộng 3,5 ha.")
    assert periods(fact) == {Period(date(2031, 7, 14), date(2031, 7, 15))}
    assert "c:groundbreaking" in fact.near


@pytest.mark.parametrize(
    ("time", "start", "end"),
    [
        ("Quý II năm 2031", date(2031, 4, 1), date(2031, 7, 1)),
        ("6 tháng đầu năm 2031", date(2031, 1, 1), date(2031, 7, 1)),
        ("Tháng 9/2031", date(2031, 9, 1), date(2031, 10, 1)),
        ("Năm 2031", date(2031, 1, 1), date(2032, 1, 1)),
    ],
)
def test_a_period_at_the_head_is_that_of_the_figure(time: str, start: date, end: date) -> None:
    (fact,) = figures(f"{time}, số thu phí tại cửa khẩu Bờ Y đạt 9,7 tỷ đồng.")
    assert periods(fact) == {Period(start, end)}


def test_what_a_heading_says_bears_on_the_figures_below_it() -> None:
    text = """BÁO CÁO
Kết quả công tác năm 2031

I. KẾT QUẢ THU PHÍ

1. Cửa khẩu Bờ Y

Đã thu được 9,7 tỷ đồng.
"""
    fact = figure(text, "9,7 tỷ đồng")
    assert nearest(fact) == {"gate:bo-y"}


def test_a_part_of_a_whole_gives_both() -> None:
    part, whole = figures("Có 12/15 nhiệm vụ hoàn thành đúng hạn.")
    assert (amount(part), amount(whole)) == (Decimal(12), Decimal(15))
    assert part.quantity is not None
    assert part.quantity.total == 15
    assert "part" in part.traits
    assert "whole" in whole.traits


def test_a_range_is_no_single_value() -> None:
    (fact,) = figures("Mỗi ngày có khoảng 300 đến 350 lượt xe qua cửa khẩu.")
    quantity = fact.quantity
    assert quantity is not None
    assert (quantity.value, quantity.low, quantity.high, quantity.approx) == (None, Decimal(300), Decimal(350), True)
    assert "c:per_day" in fact.near


@pytest.mark.parametrize(
    ("text", "value", "unit", "dimension"),
    [
        ("Thu ngân sách đạt 1.250,5 tỷ đồng.", "1250500000000", "VND", Dimension.MONEY),
        ("Kim ngạch đạt 2,1 tỷ USD.", "2100000000", "USD", Dimension.MONEY),
        ("Sản lượng sầu riêng đạt 12.480 tấn.", "12480", "tấn", Dimension.MASS),
        ("Tỷ lệ giải ngân đạt 96,4%.", "96.4", "%", Dimension.PERCENT),
        ("Bãi đỗ rộng 4,5 ha.", "4.5", "ha", Dimension.AREA),
    ],
)
def test_figures_are_in_base_units(text: str, value: str, unit: str, dimension: Dimension) -> None:
    (fact,) = figures(text)
    quantity = fact.quantity
    assert quantity is not None
    assert (quantity.value, quantity.unit, quantity.dimension) == (Decimal(value), unit, dimension)


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện Nghị định số 14/2018/NĐ-CP của Chính phủ về thương mại biên giới.",
        "Báo cáo số 215/BC-BQLKKT gửi Ủy ban nhân dân tỉnh.",
        "Tuyến Quốc lộ 18B bị sạt lở nhiều đoạn.",
        "Đường dây nóng: 0203.3880.123.",
    ],
)
def test_numbers_of_papers_roads_and_telephones_are_no_figures(text: str) -> None:
    assert figures(text) == []


def test_of_months_in_a_row_each_figure_has_its_own() -> None:
    row = figures("Kim ngạch: T10/2031 8,4 / T11/2031 9,2 / T12/2031 7,7 triệu USD.")
    assert [{time.period.start.month for time in fact.times if time.layer == 0} for fact in row] == [{10}, {11}, {12}]


def test_what_takes_time_loses_nothing() -> None:
    assert "change" not in figure("Bản Vược mất 6 ngày để thông quan lại.", "6 ngày").traits
    assert "change" in figure("Bản Vược mất 14,5% so với năm 2030.", "14,5%").traits


def test_a_change_told_in_full_is_none_of_the_next_figure() -> None:
    text = "Kim ngạch cửa khẩu Bờ Y 16,2 triệu USD, tăng 12,7%; Nam Giang 84,5 triệu USD, tăng 3,2%."
    assert "change" in figure(text, "12,7%").traits
    assert "change" not in figure(text, "84,5 triệu USD").traits
    assert "change" in figure("Tăng lần lượt 12,7%; 3,2% so với năm trước.", "3,2%").traits


def test_a_bracket_explains_what_stands_before_it() -> None:
    text = "Kim ngạch cửa khẩu Bờ Y 16,2 triệu USD (XK 8,9; NK 7,3); cửa khẩu Nam Giang 84,5 triệu USD."
    assert nearest(figure(text, "7,3")) == {"gate:bo-y"}
    assert nearest(figure(text, "84,5 triệu USD")) == {"gate:nam-giang"}


def test_beside_an_unknown_place_a_figure_is_not_the_one_named_before() -> None:
    text = "Số hộ ở huyện Sa Thầy là 318 hộ, ở Tân Lạc Thượng 146 hộ."
    other = dict(figure(text, "146 hộ").names)
    assert other.get("district:sa-thay", Layer.SENTENCE) == Layer.SENTENCE
    assert dict(figure(text, "318 hộ").names)["district:sa-thay"] == Layer.NEAR


def test_what_is_wished_or_missing_is_marked() -> None:
    assert "wished" in figure("Đồn biên phòng đề nghị lắp 20 trụ đèn.", "20 trụ").traits
    assert "wished" not in figure("Đã lắp 20 trụ đèn.", "20 trụ").traits
    assert "wished" not in figure("Đã tiêm vắc xin cho 20 người.", "20 người").traits
    assert "short" in figure("Doanh nghiệp báo thiếu 6.800 lao động.", "6.800 lao động").traits
    assert "short" not in figure("Doanh nghiệp có 6.800 lao động.", "6.800 lao động").traits


def test_the_zero_within_a_number_denies_nothing() -> None:
    fact = figure(
        "Khách xuất nhập cảnh một triệu không trăm hai mươi nghìn lượt.", "một triệu không trăm hai mươi nghìn lượt"
    )
    assert amount(fact) == Decimal(1_020_000)
    assert "denied" not in fact.traits


def test_a_title_before_a_name_is_that_persons() -> None:
    (passage,) = (
        p
        for p in passages("Dự họp: Phó Trưởng ban Lường Văn Bá, Phó Trưởng ban Hà Trung Tín, Chánh Văn phòng Vũ Lê.")
        if "Dự họp" in p.quote
    )
    posts = {
        fact.name.name: {id_ for id_, layer in fact.names if id_.startswith("post:") and layer == Layer.NEAR}
        for fact in passage.facts
        if fact.kind is FactKind.PERSON and fact.name is not None
    }
    assert posts == {
        "Lường Văn Bá": {"post:pho-truong-ban"},
        "Hà Trung Tín": {"post:pho-truong-ban"},
        "Vũ Lê": {"post:chanh-van-phong"},
    }


def test_signatories_side_by_side_keep_what_announces_each() -> None:
    (passage,) = (p for p in passages("Thư ký: Bùi Khánh Ly Chủ trì: Hà Trung Tín") if "Thư ký" in p.quote)
    near = {fact.text: fact.near for fact in passage.facts if fact.kind is FactKind.PERSON}
    assert "c:chair" in near["Hà Trung Tín"]
    assert "c:chair" not in near["Bùi Khánh Ly"]
    assert "c:secretary" in near["Bùi Khánh Ly"]
