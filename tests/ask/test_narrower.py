"""A word beside the thing counted that names a kind of it: of the kind that no report knows there is no figure."""

from __future__ import annotations

import pytest

from tests.ask.asked import value

CARS = "Lưu lượng xe tải qua Kim Thành đạt 41.306 lượt; phí thu được 96,4 tỷ đồng."


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("How many trucks passed through Kim Thanh in 2031?", 41_306),
        ("How many overloaded trucks passed through Kim Thanh in 2031?", None),
        ("how many amphibious trucks went through Kim Thanh in 2031", None),
        ("fees collected in 2031", 96_400_000_000),
        ("anchorage fees collected in 2031", None),
        ("Năm 2031 có bao nhiêu lượt xe tải qua Kim Thành?", 41_306),
    ],
)
def test_of_another_kind_there_is_no_figure(question: str, expected: int | None) -> None:
    assert value(CARS, question) == expected
