"""What stands or happens at a time, told by a report of that time: debts on the day of an inspection, lorries held up
by a landslide on the 14th for who asks of September."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from knowledge.ask.question import Question, When
from knowledge.ask.shelf import Held
from knowledge.facts.fact import Fact, Layer, Time
from knowledge.lexicon.load import load
from knowledge.model import Period

_TABLE = load()["domain/measures"]
STANDING = frozenset(_TABLE["standing"])
INCIDENTS = frozenset(_TABLE["incidents"])
MONTH = timedelta(days=31)
THIRD = timedelta(days=11)  # of a month ("as of mid-December"): a figure of a day in it is of no other time
YEAR = timedelta(days=360)
AFTER = timedelta(days=20)  # so soon after a year its end is still told of
COUNTED = frozenset({"as-of", "day"})
UNBOUND = frozenset({"deadline", "vague"})


@dataclass(frozen=True, slots=True)
class About:
    """What a question is about: something that lasts, something that happens."""

    standing: bool
    incident: bool


def about(question: Question) -> About:
    """What `question` is about."""
    standing = question.stock or bool(question.concepts & STANDING) or "remainder" in question.operations
    return About(standing, bool(question.concepts & INCIDENTS))


def fit(when: When, fact: Fact, held: Held, of: About) -> float | None:
    """How well a figure that is of no such time by itself tells of `when`, 0 to 1; None when it does not."""
    asked = when.period
    own = [time for time in fact.times if time.layer <= Layer.CLAUSE and time.role not in UNBOUND]
    if own:
        return _counted(when, own, of) or _laid_down(when, own, held)
    if (laid := _laid_down(when, own, held)) is not None:
        return laid
    if when.day:
        return 0.75 if of.standing and held.report.document_date == asked.start and _days(fact.times) else None
    return 0.7 if (of.standing or when.until) and _told(when, fact, held, of) else None


def _counted(when: When, own: list[Time], of: About) -> float | None:
    """By a day that lies in the month asked for, or in what the question counts until."""
    if when.day or when.period.end - when.period.start > MONTH or any(time.role not in COUNTED for time in own):
        return None
    inside = [time for time in own if when.period.contains(time.period)]
    if not inside:
        return None
    if when.until or when.period.end - when.period.start <= THIRD:
        return 0.95 if any(time.role == "as-of" for time in inside) else 0.85
    return 0.85 if of.standing or (of.incident and len(inside) == len(own)) else None


def _laid_down(when: When, own: list[Time], held: Held) -> float | None:
    """What a year began with: told of the year by a report of its beginning."""
    dated = held.report.document_date
    if not when.rough or dated is None or not when.period.start <= dated < when.period.end:
        return None
    years = [time.period for time in own if time.role == "period" and _is_year(time.period)]
    return 0.8 if not own or any(year.contains(when.period) for year in years) else None


def _told(when: When, fact: Fact, held: Held, of: About) -> bool:
    """Whether the report itself is of the month asked for, or made when the year asked for was just over."""
    dated, asked = held.report.document_date, when.period
    if dated is None or any(time.layer <= Layer.CONTEXT and time.role == "period" for time in fact.times):
        return False
    if asked.end - asked.start <= MONTH:
        return asked.start <= dated < asked.end
    end = when.until or (when.also is not None and when.also.end == asked.end)
    return of.standing and end and _is_year(asked) and asked.end <= dated <= asked.end + AFTER


def _days(times: tuple[Time, ...]) -> bool:
    return all(time.role in COUNTED for time in times)


def _is_year(period: Period) -> bool:
    return YEAR < period.end - period.start <= YEAR + MONTH
