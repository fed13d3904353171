"""A time asked for without its year ("9 tháng"), of which this year's reports tell nothing: the years that do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from knowledge.ask.periods import named
from knowledge.ask.question import Question
from knowledge.ask.shelf import Shelf
from knowledge.ask.show import shortened
from knowledge.model import Choice, Found, Period

MOST = 6


def years(read: Question, shelf: Shelf) -> tuple[Period, ...]:
    """The years that the reports on `shelf` tell of, the latest first; none where the question names no time, or
    several."""
    if len(read.whens) != 1 or read.bases:
        return ()
    told = {report.period.start.year for report in shelf.reports if report.period is not None}
    return tuple(Period(date(year, 1, 1), date(year + 1, 1, 1)) for year in sorted(told, reverse=True)[:MOST])


def choice(told: Sequence[tuple[Question, Found]]) -> Choice | None:
    """What to choose from: the answers told of the time in one year and another; None where they are not of two."""
    if len({one.short for _, one in told}) < 2:
        return None
    whens = [named(read.whens[0].period, read.language) for read, _ in told]
    return Choice(
        told[0][0].language,
        tuple(
            f"{one.short}: {when} ({shortened(one.citations[0].title, 90)})"
            for when, (_, one) in zip(whens, told, strict=True)
        ),
        tuple(f"{read.text.rstrip(' ?')} ({when})" for when, (read, _) in zip(whens, told, strict=True)),
        tuple(one.citations[0] for _, one in told),
        tuple(one for _, one in told),
    )
