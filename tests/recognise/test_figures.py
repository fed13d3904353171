"""What figures and times say in their sentence: the year left unsaid, the base, units said once, noughts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from knowledge.lexicon.load import load
from knowledge.model import Base, Mention, MentionKind, Period, Quantity
from knowledge.recognise.engine import Recogniser

RECOGNISER = Recogniser(load())
TODAY = date(2024, 5, 10)


def year(number: int) -> Period:
    return Period(date(number, 1, 1), date(number + 1, 1, 1))


def figures(text: str, *, today: date = TODAY, anchor: Period | None = None) -> list[Mention]:
    return list(RECOGNISER.figures(text, today=today, anchor=anchor))


def times(text: str, *, today: date = TODAY, anchor: Period | None = None) -> list[tuple[date, date]]:
    values = [m.value for m in figures(text, today=today, anchor=anchor)]
    return [(value.start, value.end) for value in values if isinstance(value, Period)]


def amounts(text: str) -> list[tuple[Decimal | None, str | None]]:
    values = [m.value for m in figures(text)]
    return [(value.value, value.unit) for value in values if isinstance(value, Quantity)]


def bases(text: str, *, anchor: Period | None = None) -> list[Base]:
    return [m.value for m in figures(text, anchor=anchor) if isinstance(m.value, Base)]


# --- the year left unsaid --------------------------------------------------------------------------------------------


def test_a_report_gives_its_own_year() -> None:
    assert times("Trong quý III đạt kế hoạch", anchor=year(2019)) == [(date(2019, 7, 1), date(2019, 10, 1))]


def test_a_later_year_named_before_wins_over_the_reports() -> None:
    found = times("Năm 2020: trình đề án trong quý II", anchor=year(2019))
    assert found[1] == (date(2020, 4, 1), date(2020, 7, 1))


def test_an_earlier_year_named_before_does_not() -> None:
    found = times("Tăng so với 2018, riêng quý II tăng mạnh", anchor=year(2019))
    assert found == [(date(2019, 4, 1), date(2019, 7, 1))]


def test_without_a_report_the_nearest_year_named_before_counts() -> None:
    assert times("Năm 2017 tăng, quý II giảm")[1] == (date(2017, 4, 1), date(2017, 7, 1))


def test_a_year_is_shared_with_the_next_of_its_kind() -> None:
    found = times("Sơ kết 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2020")
    assert found == [(date(2020, 1, 1), date(2020, 7, 1)), (date(2020, 7, 1), date(2021, 1, 1))]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("tháng 5", date(2024, 5, 1)),
        ("tháng 6", date(2023, 6, 1)),
        ("quý II", date(2024, 4, 1)),
        ("quý III", date(2023, 7, 1)),
    ],
)
def test_a_question_means_the_latest_that_has_begun(text: str, start: date) -> None:
    assert times(f"{text} thu được bao nhiêu")[0][0] == start


def test_a_deadline_in_a_report_of_last_year_lies_ahead() -> None:
    [(start, _)] = times("hoàn thành trước 31/3", today=date(2019, 1, 4), anchor=year(2018))
    assert start == date(2019, 3, 31)


def test_a_range_takes_its_year_from_its_end_even_over_new_year() -> None:
    assert times("từ 25/12 đến 15/01/2022") == [(date(2021, 12, 25), date(2022, 1, 16))]


def test_days_listed_before_their_month() -> None:
    assert times("các ngày 12, 13 và 14/6/2020") == [(date(2020, 6, d), date(2020, 6, d + 1)) for d in (12, 13, 14)]


# --- what a figure is compared with ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "tăng 5% so với cùng kỳ", "tăng 5% so với cùng kỳ năm trước", "tang 5% so voi cung ky nam ngoai",
        "up 5% year on year", "up 5% compared with the same period last year",
    ],
)  # fmt: skip
def test_same_period_last_year(text: str) -> None:
    assert bases(text) == [Base("same_period_last_year")]


def test_a_base_keeps_the_period_it_names() -> None:
    assert bases("so với cùng kỳ năm 2019 tăng 5%") == [Base("same_period_last_year", year(2019))]
    assert bases("giảm 3% so với năm 2015") == [Base("previous_period", year(2015))]


def test_the_reports_own_period_a_year_earlier_is_the_same_period() -> None:
    half = Period(date(2020, 1, 1), date(2020, 7, 1))
    earlier = Period(date(2019, 1, 1), date(2019, 7, 1))
    assert bases("giảm 3% so với 6 tháng đầu năm 2019", anchor=half) == [Base("same_period_last_year", earlier)]


@pytest.mark.parametrize(
    "text",
    ["so với năm trước", "so voi nam ngoai", "so với tháng trước", "compared with last year", "than the previous year"],
)
def test_previous_period(text: str) -> None:
    assert bases(f"{text} 5%") == [Base("previous_period")]


@pytest.mark.parametrize(
    "text", ["so với kế hoạch", "so voi du toan", "đạt 95% kế hoạch", "bằng 57,5% dự toán", "95% of the plan"]
)
def test_plan(text: str) -> None:
    assert bases(text) == [Base("plan")]


# --- units said once for several figures -----------------------------------------------------------------------------


def test_the_unit_at_the_end_of_a_list_is_that_of_all() -> None:
    found = amounts("lần lượt là 3,1; 1,9 và 0,8 tỷ đồng")
    assert found == [(Decimal(3_100_000_000), "VND"), (Decimal(1_900_000_000), "VND"), (Decimal(800_000_000), "VND")]


def test_the_unit_at_the_beginning_too() -> None:
    found = amounts("đạt 172,6 triệu USD: chiều nhập 110,7, chiều xuất 61,9.")
    assert found == [(Decimal(172_600_000), "USD"), (Decimal(110_700_000), "USD"), (Decimal(61_900_000), "USD")]


def test_the_unit_in_brackets_behind_a_list() -> None:
    found = amounts("tháng 1 là 96,8; tháng 2 là 138,4 (triệu USD)")
    assert found == [(Decimal(96_800_000), "USD"), (Decimal(138_400_000), "USD")]


def test_parts_after_trong_do_take_the_unit_of_the_whole() -> None:
    found = amounts("Thu 204 tỷ đồng, bằng 51% kế hoạch; trong đó nhập 151,9, xuất 52,1.")
    assert found[2:] == [(Decimal(151_900_000_000), "VND"), (Decimal(52_100_000_000), "VND")]


def test_the_first_of_a_change_takes_the_unit_of_the_second() -> None:
    assert amounts("rút từ 110 xuống 65 phút") == [(Decimal(110), "phút"), (Decimal(65), "phút")]


@pytest.mark.parametrize("text", ["Thu 5 tỷ đồng, tăng 12,5.", "Thu 5 tỷ đồng. Hệ số 12,5.", "Thu 5 tỷ đồng\t12,5"])
def test_a_figure_of_another_sort_sentence_or_cell_takes_none(text: str) -> None:
    assert amounts(text)[-1] == (Decimal("12.5"), None)


def test_each_way_of_a_heading_with_a_stroke_has_its_figure() -> None:
    assert amounts("Người XC/NC: 9.377/9.512 lượt") == [(Decimal(9377), "lượt"), (Decimal(9512), "lượt")]


def test_three_figures_with_strokes_are_three() -> None:
    assert [value for value, _ in amounts("Luồng xanh/vàng/đỏ: 2.109/968/335")] == [2109, 968, 335]


# --- nought in words -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("không có nhiệm vụ quá hạn", "nhiệm vụ"), ("không phát sinh hồ sơ trễ hạn", "hồ sơ"),
        ("chưa ghi nhận ca nào", "ca"),
        ("Gỗ thì không phát sinh", None), ("hàng chính ngạch: chưa phát sinh", None), ("no overdue tasks", "nhiệm vụ"),
    ],
)  # fmt: skip
def test_nought_in_words(text: str, unit: str | None) -> None:
    [mention] = figures(text)
    assert isinstance(mention.value, Quantity)
    assert (mention.rule, mention.value.value, mention.value.unit) == ("zero-in-words", 0, unit)


@pytest.mark.parametrize(
    "text", ["không có gì thay đổi", "có nhiệm vụ nào quá hạn không", "chưa có quyết định", "no later than that"]
)
def test_no_nought(text: str) -> None:
    assert figures(text) == []


# --- how a text is written -------------------------------------------------------------------------------------------


def test_the_language_tells_what_a_comma_means() -> None:
    assert amounts("Đạt 1,234 tỷ đồng trong năm") == [(Decimal(1_234_000_000), "VND")]
    assert amounts("there were 1,234 vehicles at the gate") == [(Decimal(1234), "xe")]


def test_a_unit_of_the_other_language_tells_too() -> None:
    assert amounts("Kim ngạch qua cửa khẩu gồm 1,234 tonnes") == [(Decimal(1234), "tấn")]


def test_a_name_is_no_quantity_with_names_recognised() -> None:
    found = RECOGNISER.recognise("Sạt lở trên quốc lộ 7 làm 3 xe mắc kẹt", today=TODAY)
    assert [m.text for m in found if m.kind is MentionKind.QUANTITY] == ["3 xe"]


def test_without_marks_words_that_mean_other_things_are_left_alone() -> None:
    assert amounts("nam 2020 tan thanh thu 3 ty 200 trieu") == [(Decimal(3_200_000_000), "VND")]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("thu phí bằng 95% CK", "same_period_last_year"),
        ("đạt 104,2% CK", "same_period_last_year"),
        ("bằng 105% KHV", "plan"),
        ("đạt 64% KH giao", "plan"),
    ],
)
def test_what_a_percentage_in_office_shorthand_is_of(text: str, relation: str) -> None:
    assert [base.relation for base in bases(text)] == [relation]
