"""A question of several readings: each option comes with its own answer."""

from __future__ import annotations

from knowledge.model import Choice, Found
from tests.ask.asked import answer

TWICE = "Năm 2031, thu phí tại bãi Đông đạt 70 tỷ đồng.\n\nNăm 2031, thu phí tại bãi Tây đạt 11,5 tỷ đồng."


def test_every_option_has_the_answer_it_names() -> None:
    told = answer(TWICE, "Thu phí năm 2031 được bao nhiêu?")
    assert isinstance(told, Choice)
    assert len(told.options) == len(told.answers) == len(told.questions) == 2
    for option, each in zip(told.options, told.answers, strict=True):
        assert isinstance(each, Found)
        assert option.startswith(each.short)
        assert each.short in each.citations[0].quote


OTHER = """BAN QUẢN LÝ KHU KINH TẾ TỈNH QUẢNG TRỊ
Quảng Trị, ngày 09 tháng 01 năm 2032

BÁO CÁO
Công tác quản lý cửa khẩu năm 2031

Năm 2031, thu phí tại bãi Nam đạt 8,5 tỷ đồng."""


def test_options_of_several_boards_say_whose_they_are() -> None:
    told = answer("Năm 2031, thu phí tại bãi Tây đạt 11,5 tỷ đồng.", "Thu phí năm 2031 được bao nhiêu?", OTHER)
    assert isinstance(told, Choice)
    assert any("Lào Cai" in option and "11,5" in option for option in told.options)
    assert any("Quảng Trị" in option and "8,5" in option for option in told.options)


def test_options_of_one_board_need_not() -> None:
    told = answer(TWICE, "Thu phí năm 2031 được bao nhiêu?")
    assert isinstance(told, Choice)
    assert not any("Lào Cai" in option for option in told.options)
