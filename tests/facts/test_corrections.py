"""Corrections: the figure taken back, and the right one that is told of the same."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.facts.told import amount, figure, figures, nearest

PLAIN = "Đính chính: báo cáo 6 tháng đầu năm 2031 ghi thu phí 39,2 tỷ đồng; số đúng là 32,9 tỷ đồng."


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        "Đính chính: báo cáo 6 tháng đầu năm 2031 ghi thu phí 39,2 tỷ đồng. Số đúng là 32,9 tỷ đồng.",
    ],
    ids=["one sentence", "two sentences"],
)
def test_one_is_taken_back_and_the_other_right(text: str) -> None:
    wrong, right = figures(text)
    assert "retracted" in wrong.traits
    assert "corrects:39200000000" in right.traits
    assert "retracted" not in right.traits
    assert amount(right) == Decimal("32900000000")


def test_the_right_figure_is_told_of_what_the_wrong_one_was() -> None:
    wrong, right = figures(PLAIN)
    assert "c:fee_revenue" in wrong.near
    assert "c:fee_revenue" in right.near
    assert right.times == wrong.times
    assert right.governs == wrong.governs


def test_the_right_figure_is_of_the_same_gate() -> None:
    text = "Đính chính: báo cáo trước ghi số lượt xe qua cửa khẩu Bờ Y là 31.204 lượt; số đúng là 30.214 lượt."
    wrong, right = figures(text)
    assert nearest(wrong) == nearest(right) == {"gate:bo-y"}


def test_figures_of_other_paragraphs_are_left_alone() -> None:
    text = f"Thu phí năm 2031 đạt 70 tỷ đồng.\n\n{PLAIN}\n\nCả năm có 1.204 lượt xe."
    for of in ("70 tỷ đồng", "1.204 lượt xe"):
        assert not [trait for trait in figure(text, of).traits if trait.startswith(("retracted", "correct"))]


def test_a_figure_in_another_unit_takes_nothing_over() -> None:
    text = "Đính chính: báo cáo trước ghi 1.204 lượt xe; số đúng là 12,5%."
    assert not [trait for fact in figures(text) for trait in fact.traits if trait.startswith("corrects:")]


def test_without_a_word_of_correction_nothing_is_taken_back() -> None:
    assert not any(
        "retracted" in fact.traits for fact in figures("Báo cáo trước ghi 39,2 tỷ đồng; nay là 32,9 tỷ đồng.")
    )


def test_the_part_takes_the_place_of_the_part_and_the_whole_of_the_whole() -> None:
    text = "Đính chính: báo cáo trước ghi đã cho thuê 27/42 lô; số đúng là 25/40 lô."
    right = [fact for fact in figures(text) if fact.text == "25/40 lô"]
    assert {trait for fact in right for trait in fact.traits if trait.startswith("corrects:")} == {
        "corrects:27",
        "corrects:42",
    }


def test_what_is_called_a_slip_behind_the_figure_is_taken_back() -> None:
    text = "Đính chính: báo cáo trước có số thu 14,2 tỷ đồng là đảo số, còn 12 dự án giữ nguyên."
    assert "retracted" in figure(text, "14,2 tỷ đồng").traits
    assert "retracted" not in figure(text, "12 dự án").traits


@pytest.mark.parametrize(
    "text",
    [
        "Đính chính: số hộ chưa nhận tiền là 64 hộ (báo viết nhầm thành 46 hộ).",
        "Đính chính: lắp 64 trụ đèn, không phải 46.",
        "Phần đính chính: cấp mới 64 dự án (bản cũ 46).",
    ],
)
def test_the_right_figure_may_stand_first(text: str) -> None:
    right, wrong = figures(text)
    assert "corrects:46" in right.traits
    assert "retracted" not in right.traits
    assert "retracted" in wrong.traits


def test_a_note_takes_nothing_back() -> None:
    text = "Đính chính: Ghi chú số 2: số người chết là 08 người."
    assert "retracted" not in figure(text, "08 người").traits


def _table(first: str, second: str) -> str:
    head = f"<tr><th>Nội dung</th><th>{first}</th><th>{second}</th></tr>"
    return f"<p>Bảng số liệu</p><table>{head}<tr><td>Nộp ngân sách (tỷ đồng)</td><td>514</td><td>521</td></tr></table>"


def test_a_column_of_what_is_right_corrects_the_one_of_what_was_said() -> None:
    wrong, right = figures(_table("Số đã công bố", "Số đúng"))
    assert "retracted" in wrong.traits
    assert "corrects:514000000000" in right.traits


def test_other_columns_correct_nothing() -> None:
    assert all(not {"retracted"} & fact.traits for fact in figures(_table("Kế hoạch", "Thực hiện")))
