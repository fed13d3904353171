"""People by their given names after a post, years in brackets, and who heads the unit of a row."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.facts.fact import FactKind
from knowledge.model import Period
from tests.facts.told import figure, passages

HEAD = "BÁO CÁO\nKết quả công tác năm 2031\n\n"


def people(text: str) -> list[str]:
    """The people of the last sentence of `text`, in its order."""
    last = passages(HEAD + text)[-1]
    return [fact.name.id for fact in last.facts if fact.kind is FactKind.PERSON and fact.name is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dự họp có đ/c Lộc Văn Thuyên - PTB.\n\nPTB Thuyên phụ trách đoàn.\n", ["person:loc-van-thuyen"]),
        ("Dự họp có đ/c Lộc Văn Thuyên - PTB.\n\nPTB Hào phụ trách đoàn.\n", []),
        ("Dự họp có đ/c Lộc Văn Thuyên - PTB; đ/c Hà Thuyên - CVP.\n\nPTB Thuyên phụ trách đoàn.\n", []),
        ("Dự họp có đ/c Phạm Văn Chỉ - PTB.\n\nTrưởng ban Chỉ Đạo phụ trách đoàn.\n", []),
    ],
)
def test_a_given_name_after_a_post_is_the_one_who_bears_it(text: str, expected: list[str]) -> None:
    assert people(text) == expected


def test_a_year_in_brackets_is_of_the_figure_there() -> None:
    text = HEAD + "Xử lý 43 vụ (2030: 39 vụ), trị giá hàng 2,15 tỷ đồng.\n"
    year = Period(date(2030, 1, 1), date(2031, 1, 1))
    assert year in {time.period for time in figure(text, "39 vụ").times}
    assert year not in {time.period for time in figure(text, "2,15 tỷ đồng").times}


def test_a_time_alone_in_a_bracket_goes_on_bearing_on_what_follows() -> None:
    text = "Tuần đầu (01 - 07/8) chỉ còn 1.204 lượt xe, hụt 31%; Hải quan mở được 66 tờ khai, trị giá 3 triệu USD.\n"
    week = Period(date(2031, 8, 1), date(2031, 8, 8))
    assert week in {time.period for time in figure(HEAD + text, "66 tờ khai").times}
