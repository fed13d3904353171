"""The examples in the lexicon are tests."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.documents.covered import from_title
from knowledge.documents.wording import find
from knowledge.lexicon.load import load

_LAYOUT = [(group, row) for group, rows in load()["vi/layout"].items() for row in rows]
_PERIODS = [example for row in load()["vi/heading"]["period"] for example in row["yes"]]


@pytest.mark.parametrize(("group", "text"), [(group, text) for group, row in _LAYOUT for text in row["yes"]])
def test_a_line_is_recognised(group: str, text: str) -> None:
    assert find(group, text), text


@pytest.mark.parametrize(("group", "text"), [(group, text) for group, row in _LAYOUT for text in row.get("no", [])])
def test_a_line_that_only_looks_alike_is_not(group: str, text: str) -> None:
    assert not find(group, text), text


@pytest.mark.parametrize(("text", "first", "last"), _PERIODS)
def test_a_period_is_read(text: str, first: str, last: str) -> None:
    period, _ = from_title(text, None)
    assert period is not None
    assert (period.start.isoformat(), date.fromordinal(period.end.toordinal() - 1).isoformat()) == (first, last)
