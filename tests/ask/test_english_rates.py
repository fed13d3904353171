"""Rates asked for in English count nothing, and a rate that is only doubted is asked yes or no."""

from __future__ import annotations

import pytest

from knowledge.ask import heads
from knowledge.ask.forms import Forms
from knowledge.ask.question import Wanted
from knowledge.lexicon.load import load

FORMS = Forms(load(), "en")


@pytest.mark.parametrize("read", ["what percentage was disbursed", "what disbursement rate was reached"])
def test_a_rate_counts_nothing(read: str) -> None:
    asked = FORMS.read(read)
    start = asked.after + 1
    assert asked.dimension == "percent"
    assert heads.asked_for(read, asked, [(start, len(read))]) is None


@pytest.mark.parametrize(
    ("read", "wanted"),
    [
        ("did the occupancy rate of the park reach its plan", Wanted.BOOL),
        ("was the share of loose cargo above a third", Wanted.BOOL),
        ("what was the occupancy rate of the park", Wanted.QUANTITY),
    ],
)
def test_doubted_rates_are_asked_yes_or_no(read: str, wanted: Wanted) -> None:
    assert FORMS.read(read).wanted is wanted


@pytest.mark.parametrize(
    ("read", "share"),
    [
        ("what percentage of the plan was reached", False),
        ("what percentage of its export target did the park reach", False),
        ("what percentage of fees came from na son", True),
    ],
)
def test_a_percentage_of_a_plan_is_told_not_worked_out(read: str, share: bool) -> None:
    assert ("share" in FORMS.read(read).operations) is share


@pytest.mark.parametrize(
    ("read", "difference"), [("how many roads were upgraded", False), ("by how much was it up", True)]
)
def test_upgrading_is_no_rise(read: str, difference: bool) -> None:
    assert ("difference" in FORMS.read(read).operations) is difference
