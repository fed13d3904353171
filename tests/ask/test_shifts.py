"""Times counted from the time asked about before."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.ask.forms import Forms
from knowledge.lexicon.load import load
from knowledge.model import Period

FORMS = {language: Forms(load(()), language) for language in ("vi", "en")}
WEEK = Period(date(2031, 8, 1), date(2031, 8, 8))
HALF = Period(date(2031, 1, 1), date(2031, 7, 1))


@pytest.mark.parametrize(
    ("language", "text", "asked", "meant"),
    [
        ("en", "how about the six days after that?", WEEK, Period(date(2031, 8, 8), date(2031, 8, 14))),
        ("en", "and the week before that?", WEEK, Period(date(2031, 7, 25), date(2031, 8, 1))),
        ("en", "and in the following year?", HALF, Period(date(2032, 1, 1), date(2032, 7, 1))),
        ("vi", "thế sáu ngày sau đó?", WEEK, Period(date(2031, 8, 8), date(2031, 8, 14))),
        ("vi", "quý tiếp theo thì sao", HALF, Period(date(2031, 7, 1), date(2031, 10, 1))),
    ],
)
def test_a_time_is_counted_from_the_one_before(language: str, text: str, asked: Period, meant: Period) -> None:
    shift = FORMS[language].shift(text)
    assert shift is not None
    assert shift.of(asked) == meant


@pytest.mark.parametrize(("language", "text"), [("en", "tasks six days overdue"), ("vi", "sáu ngày làm việc")])
def test_a_length_of_time_is_no_shift(language: str, text: str) -> None:
    assert FORMS[language].shift(text) is None
