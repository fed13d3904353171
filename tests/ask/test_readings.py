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
