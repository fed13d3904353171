"""Whether something came about when it was to, or on a day: what a sentence says of just that thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from knowledge.ask import prose
from knowledge.ask.judgement import Judgement
from knowledge.ask.lookup import Desk
from knowledge.ask.question import Question, Unit, Wanted
from knowledge.ask.score import Candidate
from knowledge.ask.telling import speaking
from knowledge.facts.fact import FactKind, Layer
from knowledge.facts.terms import Terms
from knowledge.lexicon.load import load
from knowledge.model import Span
from knowledge.text.fold import fold
from knowledge.text.sentences import clauses

LOOKED_AT = 8  # passages
THING = 0.7  # of what was to come about, to be said by the clause


def asks(question: Question) -> bool:
    """Whether `question` is one of something that came about when it was to, or on a day."""
    return of_plan(question) or (
        any(when.day for when in question.whens)
        and _asks("comes", question.language).search(fold(question.read)) is not None
    )


def of_plan(question: Question) -> bool:
    """Whether `question` asks in so many words whether it came about when it was to."""
    return _asks("asks", question.language).search(fold(question.read)) is not None


def thing(question: Question) -> tuple[Unit, ...]:
    """What was to come about: all that the question speaks of but the plan."""
    plans = frozenset(load()["vi/schedule"]["plans"])
    match = _asks("asks", question.language).search(fold(question.read))
    said = match[0] if match is not None else ""
    return tuple(
        unit
        for unit in question.units
        if not any(factor == 1.0 and term[2:] in plans for term, factor in unit.options if term.startswith("c:"))
        and fold(unit.text) not in said
    )


def judge(question: Question, desk: Desk, terms: Terms) -> Judgement | None:
    """Whether it came about then, or None where no sentence tells."""
    about = thing(question)
    if not any(not unit.light for unit in about):
        return None
    days = tuple(when.period for when in question.whens if when.day)
    planned = of_plan(question)
    whens = () if days else question.whens
    asked = replace(question, wanted=Wanted.TEXT, units=about, whens=whens)
    weights = desk.weighing(asked).of
    for candidate in prose.passages(asked, desk)[:LOOKED_AT]:
        if days and not _of_days(candidate, {day.start.year for day in days}):
            continue
        if not days and not prose.of_time(question, candidate):
            continue
        quote = candidate.held.passage.quote
        for span in speaking(about, candidate, _stretches(quote), terms, weights, THING):
            text = quote[span.start : span.end].lower()
            value = told(text)
            if value is None and days:
                value = _on_day(candidate, span, {day.start for day in days}, text)
            elif value and days and not planned:
                value = _on_day(candidate, span, {day.start for day in days}, "")
            if value is not None:
                return Judgement(value != question.denies, quote.strip(), (candidate,))
    return None


def told(text: str) -> bool | None:
    """What a clause in small letters says: that it came about when it was to, that it did not, or nothing certain."""
    barred = [Span(*match.span()) for match in _over("not_late").finditer(text)]
    late = [m for m in _over("late").finditer(text) if not any(bar.overlaps(Span(*m.span())) for bar in barred)]
    if late:
        just = _over("just").search(text)
        return None if just is not None and just.start() < late[0].start() else False
    if _over("early").search(text) or _over("ahead").search(_over("met").sub(" ; ", text)):
        return None
    met = _over("met").search(text)
    if met is None:
        return None
    denied = (Span(*match.span()) for match in _over("denial").finditer(text, 0, met.start()))
    return True if all(any(bar.overlaps(one) for bar in barred) for one in denied) else None


def _on_day(candidate: Candidate, span: Span, days: set[object], text: str) -> bool | None:
    """Whether the clause names one of `days`, or another, as the day on which it came about."""
    if _over("ahead").search(text) or _over("denial").search(text):
        return None
    named = {
        fact.period.start
        for fact in candidate.held.passage.facts
        if fact.kind is FactKind.DATE and fact.period is not None and span.holds(fact.span)
    }
    return None if len(named) != 1 else bool(named & days)


def _stretches(quote: str) -> Iterator[Span]:
    """The clauses of a passage; what stands before a colon is told by what stands behind."""
    spans = clauses(quote)
    pairs = [Span(one.start, two.end) for one, two in pairwise(spans) if ":" in quote[one.end - 1 : two.start]]
    answered = {pair.start for pair in pairs}
    yield from (span for span in spans if span.start not in answered)
    yield from pairs


def _of_days(candidate: Candidate, years: set[int]) -> bool:
    """Whether a passage is of one of `years`, by its own times or else by its report."""
    own = {time.period.start.year for time in candidate.held.passage.times if time.layer <= Layer.SENTENCE}
    day = candidate.held.report.document_date
    return bool(own & years) or (not own and (day is None or bool({day.year, day.year - 1} & years)))


@lru_cache(maxsize=4)
def _asks(key: str, language: str) -> re.Pattern[str]:
    return re.compile(load()[f"{language}/schedule"][key])


@lru_cache(maxsize=8)
def _over(key: str) -> re.Pattern[str]:
    return re.compile(load()["vi/schedule"][key])
