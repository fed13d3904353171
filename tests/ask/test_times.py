"""How well a figure fits the time asked for: a year contains its parts but is not them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from knowledge.ask.question import When
from knowledge.ask.shelf import Held, ReportView
from knowledge.ask.times import fit, of_fact
from knowledge.facts.fact import Fact, FactKind, Layer, Passage, Time
from knowledge.model import Period, Span


def span(start: str, end: str) -> Period:
    """From `start` to before `end`."""
    return Period(date.fromisoformat(start), date.fromisoformat(end))


def day(text: str) -> Period:
    return Period(date.fromisoformat(text), date.fromisoformat(text) + timedelta(days=1))


YEAR, BEFORE = span("2031-01-01", "2032-01-01"), span("2030-01-01", "2031-01-01")
HALF, SECOND_HALF = span("2031-01-01", "2031-07-01"), span("2031-07-01", "2032-01-01")
QUARTER, MAY = span("2031-01-01", "2031-04-01"), span("2031-05-01", "2031-06-01")
PLAN = span("2031-01-01", "2036-01-01")


def held(period: Period | None, written: date | None = None) -> Held:
    view = ReportView(1, "bc.txt", "Báo cáo", written, period, frozenset(), frozenset(), "board")
    return Held(1, Passage("sentence", "", 0, 0, frozenset(), frozenset(), ()), view)


def figure(*times: Time, kind: FactKind = FactKind.QUANTITY) -> Fact:
    return Fact(kind, Span(0, 0), "", frozenset(), frozenset(), times)


def near(period: Period, role: str = "period", layer: int = Layer.NEAR) -> Time:
    return Time(period, layer, role)


def asked(period: Period, *, until: bool = False) -> When:
    return When(period, period.end - period.start == timedelta(days=1), "", until=until)


@pytest.mark.parametrize("period", [YEAR, BEFORE, HALF, SECOND_HALF, QUARTER, MAY])
def test_a_figure_of_the_very_time_fits_best(period: Period) -> None:
    assert fit(asked(period), figure(near(period)), held(YEAR)) == 1.0


@pytest.mark.parametrize(
    ("question", "told"),
    [(YEAR, HALF), (HALF, YEAR), (YEAR, BEFORE), (BEFORE, YEAR), (HALF, SECOND_HALF), (HALF, QUARTER), (QUARTER, MAY)],
    ids=["part of year", "year of part", "year before", "year after", "other half", "part of half", "other month"],
)
def test_a_figure_of_another_time_does_not_fit(question: Period, told: Period) -> None:
    assert fit(asked(question), figure(near(told)), held(YEAR)) is None


def test_without_a_time_of_its_own_it_is_of_the_reports() -> None:
    assert fit(asked(HALF), figure(), held(HALF)) == 0.9
    assert fit(asked(YEAR), figure(), held(HALF)) is None
    assert fit(asked(HALF), figure(), held(YEAR)) is None


def test_its_own_time_goes_before_the_reports() -> None:
    fact = figure(near(HALF))
    assert fit(asked(HALF), fact, held(YEAR)) == 1.0
    assert fit(asked(YEAR), fact, held(YEAR)) is None


def test_a_nearer_time_goes_before_a_farther_one() -> None:
    fact = figure(near(QUARTER), near(YEAR, layer=Layer.CONTEXT))
    assert fit(asked(QUARTER), fact, held(YEAR)) == 1.0
    assert fit(asked(YEAR), fact, held(YEAR)) is None


def test_the_nearer_it_stands_the_better_it_fits() -> None:
    fits = [
        fit(asked(HALF), figure(near(HALF, layer=layer)), held(YEAR))
        for layer in (Layer.NEAR, Layer.CLAUSE, Layer.SENTENCE)
    ]
    assert None not in fits
    assert fits == sorted(fits, key=lambda value: -(value or 0))
    assert len(set(fits)) == 3


def test_a_time_elsewhere_in_the_sentence_may_be_another_figures() -> None:
    assert fit(asked(YEAR), figure(near(BEFORE, layer=Layer.SENTENCE)), held(YEAR)) == 0.9


def test_a_deadline_says_not_when_the_figure_is_of() -> None:
    fact = figure(near(day("2032-03-31"), "deadline"))
    assert fit(asked(YEAR), fact, held(YEAR)) == 0.9
    assert fit(asked(day("2032-03-31")), fact, held(YEAR)) is None


@pytest.mark.parametrize("role", ["as-of", "day"])
def test_counted_until_the_end_of_the_time_asked_for(role: str) -> None:
    last = figure(near(day("2031-06-30"), role))
    assert fit(asked(HALF), last, held(None)) is not None
    assert fit(asked(SECOND_HALF), last, held(None)) is None


def test_a_programme_of_several_years_is_no_time_of_a_year() -> None:
    fact = figure(near(PLAN))
    by_its_report = fit(asked(YEAR), fact, held(YEAR))
    assert by_its_report is not None
    assert 0 < by_its_report < 0.9  # less well than a figure that tells no longer time
    assert fit(asked(PLAN), fact, held(YEAR)) == 1.0


def test_plans_are_made_for_years_and_told_of_in_reports_of_their_parts() -> None:
    assert fit(asked(YEAR), figure(), held(HALF), plan=True) == 0.8
    assert fit(asked(YEAR), figure(), held(HALF)) is None
    assert fit(asked(HALF), figure(), held(YEAR), plan=True) is None


def test_how_many_there_are_is_told_for_the_year_too() -> None:
    assert fit(asked(YEAR), figure(), held(HALF), stock=True) == 0.6
    assert fit(asked(BEFORE), figure(), held(HALF), stock=True) is None
    assert fit(asked(YEAR), figure(near(HALF)), held(HALF), stock=True) is None


def test_what_happened_within_a_year_happened_in_it() -> None:
    fact = figure(near(day("2031-05-14"), "day"), kind=FactKind.DATE)
    assert fit(asked(YEAR), fact, held(YEAR)) == 0.9
    assert fit(asked(MAY), fact, held(YEAR)) == 0.9
    assert fit(asked(day("2031-05-14")), fact, held(YEAR)) == 0.97
    assert fit(asked(SECOND_HALF), figure(near(day("2031-05-14"), "day"), kind=FactKind.DATE), held(None)) is None


def test_a_figure_of_an_event_is_of_the_time_of_the_event() -> None:
    fact = figure(near(day("2031-05-14"), "day"))
    assert fit(asked(YEAR), fact, held(None), event=True) == 0.9


def test_a_post_is_held_from_a_day_on() -> None:
    fact = figure(near(day("2029-08-01"), "since"), kind=FactKind.PERSON)
    assert fit(asked(YEAR), fact, held(None, date(2032, 1, 5))) == 0.8
    assert fit(asked(span("2028-01-01", "2029-01-01")), fact, held(None, date(2032, 1, 5))) is None
    assert fit(asked(span("2040-01-01", "2041-01-01")), fact, held(None, date(2032, 1, 5))) is None


def test_a_day_is_found_in_a_report_of_that_day() -> None:
    written = date(2031, 5, 14)
    assert fit(asked(day("2031-05-14")), figure(), held(None, written)) == 0.8
    assert fit(asked(day("2031-05-15")), figure(), held(None, written)) is None


def test_until_a_month_ends_from_whenever_it_is_counted() -> None:
    assert fit(asked(MAY, until=True), figure(near(span("2031-01-01", "2031-06-01"))), held(YEAR)) == 0.97
    assert fit(asked(MAY), figure(near(span("2031-01-01", "2031-06-01"))), held(YEAR)) is None


def test_what_a_figure_is_of() -> None:
    assert of_fact(figure(near(HALF), near(YEAR, layer=Layer.CONTEXT)), held(BEFORE)) == HALF
    assert of_fact(figure(near(day("2031-05-14"), "deadline")), held(BEFORE)) == BEFORE
    assert of_fact(figure(), held(None)) is None
