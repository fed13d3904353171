"""Whether something is to be done within a time: the deadline that a sentence or a table's row tells against it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from knowledge.ask import prose, schedule
from knowledge.ask.judgement import Judgement
from knowledge.ask.lookup import Desk
from knowledge.ask.question import Question, Unit, Wanted
from knowledge.ask.score import Candidate
from knowledge.ask.telling import share
from knowledge.facts.fact import FactKind, Passage
from knowledge.facts.terms import Terms, clause_terms
from knowledge.lexicon.load import load
from knowledge.model import Period, Span
from knowledge.recognise.finds import months, real_day
from knowledge.recognise.quarters import ROMAN
from knowledge.text.fold import fold
from knowledge.text.sentences import clauses

LOOKED_AT = 6  # passages
THING = 0.75  # of what is to be done, to be said by the passage
AHEAD = frozenset({"deadline", "planned", "ahead", "period"})


def judge(question: Question, desk: Desk, terms: Terms) -> Judgement | None:
    """Whether it is to be done within the time asked about; None where the question asks for no such thing, or no
    deadline is told, or several that differ."""
    folded = fold(question.read)
    if len(question.whens) != 1 or _asks("asks", question.language).search(folded) is None:
        return None
    if _asks("done", question.language).search(question.read.lower()) is not None:
        return None
    thing = tuple(unit for unit in question.units if not _of_plan(unit))
    if not any(not unit.light for unit in thing):
        return None
    about = replace(question, wanted=Wanted.TEXT, units=thing, whens=())
    weights = desk.weighing(about).of
    found: list[Judgement] = []
    for candidate in prose.passages(about, desk)[:LOOKED_AT]:
        if candidate.score < desk.line or share(thing, _said(candidate.held.passage), weights) < THING:
            continue
        if candidate.held.passage.kind != "row" and schedule.told(candidate.held.passage.quote.lower()) is not None:
            continue  # it tells what came of it
        told = dict(_deadlines(candidate, thing, desk, terms))
        value = _within(question, folded, *told.popitem()) if len(told) == 1 else None
        if value is not None:
            found.append(Judgement(value != question.denies, candidate.held.passage.quote.strip(), (candidate,)))
    return found[0] if found and len({one.value for one in found}) == 1 else None


def only_due(question: Question, found: Judgement) -> bool:
    """Whether what is said to have been done was but to be done, after the report that tells of it."""
    if not found.value or not found.operands:
        return False
    if "completed" not in question.concepts and _ends(question.language).search(fold(question.read)) is None:
        return False
    held = found.operands[0].held
    dated = held.report.document_date
    days = [f.period for f in held.passage.facts if f.kind is FactKind.DATE and f.period and f.text in found.said]
    return bool(days) and dated is not None and all(day.start > dated for day in days)


def _within(question: Question, folded: str, due: Period, limited: bool) -> bool | None:
    """Whether what is `due` lies in the time asked about, or not after it where that is a limit; `limited` where it is
    due before then."""
    when = question.whens[0]
    before = folded[: max(0, folded.find(fold(when.text)))]
    asked = when.period
    if _asks("limit", question.language).search(before):
        strictly = _asks("before", question.language).search(before) is not None
        if strictly and due == asked:
            return True if limited else None
        limit = asked.start if strictly else asked.end
        return True if due.end <= limit else False if due.start >= limit else None
    if due.start >= asked.end:
        return False
    return True if asked.contains(due) else None


def _deadlines(
    candidate: Candidate, thing: tuple[Unit, ...], desk: Desk, terms: Terms
) -> Iterator[tuple[Period, bool]]:
    """When a passage says that it is to be done, and whether before then: a sentence in its clause, a row in a cell
    below such a heading."""
    passage = candidate.held.passage
    if passage.kind == "row":
        yield from _cells(candidate, thing, desk, terms)
        return
    facts = [f for f in passage.facts if f.kind is FactKind.DATE and f.period is not None]
    spans = clauses(passage.quote)
    if len({fact.period for fact in facts}) > 1:
        at = next((s for s in spans if any(s.holds(_place(u, passage.quote)) for u in thing)), Span(0, 0))
        facts = [fact for fact in facts if at.holds(fact.span)]
    yield from ((fact.period, "deadline" in fact.traits) for fact in facts if fact.period and fact.traits & AHEAD)


def _cells(candidate: Candidate, thing: tuple[Unit, ...], desk: Desk, terms: Terms) -> Iterator[tuple[Period, bool]]:
    """The times that alone stand in a cell of a row whose label speaks of `thing`, below a heading of deadlines; below
    one that is not known, where none of the table's headings is of a beginning."""
    passage = candidate.held.passage
    headings = frozenset("c:" + heading for heading in load()["vi/due"]["headings"])
    if passage.context.isdisjoint(headings):
        return
    spans = passage.cells
    label = next((s for s in spans if any(c.isalpha() for c in passage.quote[s.start : s.end])), Span(0, 0))
    held = clause_terms(passage, terms.widened(passage.quote), label)
    if not any(unit.said(held) for unit in thing if not unit.light):
        return
    known = _headings(candidate, desk, terms)
    begins = any("c:" + concept in passage.context for concept in load()["vi/due"]["begins"])
    for column, span in enumerate(spans):
        cell = passage.quote[span.start : span.end]
        period = _period(cell)
        if period is not None and (known[column] & headings if column in known else not begins):
            yield period, _cell("within").match(cell.lower()) is not None


def _headings(candidate: Candidate, desk: Desk, terms: Terms) -> dict[int, frozenset[str]]:
    """What the headings say of the columns of a row's table in which any figure stands."""
    passage, found = candidate.held.passage, dict[int, frozenset[str]]()
    for held in desk.shelf.passages:
        if held.report.id != candidate.held.report.id or held.passage.group != passage.group:
            continue
        for column, span in enumerate(held.passage.cells):
            for fact in held.passage.facts:
                if fact.header and span.holds(fact.span):
                    found[column] = frozenset(term.id for term in terms.widened(fact.header.split(" · ")[-1]))
    return found


def _place(unit: Unit, quote: str) -> Span:
    at = fold(quote).find(fold(unit.text))
    return Span(at, at + len(unit.text)) if at >= 0 else Span(len(quote), len(quote) + 1)


def _period(cell: str) -> Period | None:
    """The time that alone stands in a cell."""
    for key in ("quarter", "day", "month", "year"):
        match = _cell(key).match(cell.lower())
        if match is None:
            continue
        said, year = match.groupdict(), int(match["year"])
        if said.get("day"):
            return real_day(year, int(match["month"]), int(match["day"]))
        if said.get("quarter"):
            number = ROMAN.get(match["quarter"]) or int(match["quarter"])
            return months(year, 3 * number - 2, 3)
        if said.get("month"):
            return months(year, int(match["month"]), 1)
        return months(year, 1, 12)
    return None


def _said(passage: Passage) -> frozenset[str]:
    return passage.sentence | {"n:" + id_ for id_, _ in passage.names}


def _of_plan(unit: Unit) -> bool:
    """Whether a unit says that it is to be done, or when."""
    table = load()["vi/due"]
    return fold(unit.text) in table["slight"] or any(
        factor == 1.0 and term[2:] in table["plans"] for term, factor in unit.options if term.startswith("c:")
    )


@lru_cache(maxsize=2)
def _ends(language: str) -> re.Pattern[str]:
    """That a question asks for an end of something, whenever it came."""
    table = load()[f"{language}/due"]
    return re.compile(table.get("ends", table["asks"]))


@lru_cache(maxsize=8)
def _asks(key: str, language: str) -> re.Pattern[str]:
    return re.compile(load()[f"{language}/due"][key])


@lru_cache(maxsize=8)
def _cell(key: str) -> re.Pattern[str]:
    return re.compile(load()["vi/due"][key])
