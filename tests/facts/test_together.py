"""Figures of one sentence that are told together."""

from __future__ import annotations

import pytest

from tests.facts.told import figure, nearest


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Cước xe vọt từ 22 triệu lên 31 triệu đồng/chuyến.", "22 triệu", "31 triệu đồng/chuyến"),
        ("Khách qua Bờ Y rơi từ 134.100 lượt xuống còn 38.900 lượt.", "134.100 lượt", "38.900 lượt"),
        ("Mở rộng bãi từ 1,2 ha lên 2,0 ha.", "1,2 ha", "2,0 ha"),
    ],
)
def test_from_and_to(text: str, first: str, second: str) -> None:
    assert "from" in figure(text, first).traits
    assert "to" in figure(text, second).traits
    assert "change" not in figure(text, second).traits


def test_two_figures_in_a_row_are_no_way_from_one_to_the_other() -> None:
    text = "Bờ Y thu 22 triệu đồng, Đăk Kôi thu 31 triệu đồng."
    assert not figure(text, "31 triệu đồng").traits & {"from", "to"}


def test_the_parts_are_of_the_gate_of_the_whole() -> None:
    text = "Có 1.246 người qua Bờ Y phải cách ly tập trung; 1.187 người đã về nhà, 59 người đang trong khu cách ly."
    assert nearest(figure(text, "59 người")) == {"gate:bo-y"}
    assert ("still_isolated", 0) in figure(text, "59 người").governs


def test_more_than_the_whole_is_no_part_of_it() -> None:
    text = "Có 1.246 người qua Bờ Y phải cách ly; khu kinh tế có 3.000 người làm việc."
    figures_gates = [layer for id_, layer in figure(text, "3.000 người").names if id_ == "gate:bo-y"]
    assert min(figures_gates, default=9) > 1


@pytest.mark.parametrize(
    ("text", "of", "left"),
    [
        ("Khu cách ly: vào 412, ra 376, còn 36 người.", "36 người", True),
        ("Xong 79 việc; hiện còn 15 việc.", "15 việc", True),
        ("Khách tụt còn 38.900 lượt.", "38.900 lượt", False),
    ],
)
def test_what_is_left(text: str, of: str, left: bool) -> None:
    assert ("left" in figure(text, of).traits) is left
