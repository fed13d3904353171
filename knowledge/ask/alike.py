"""Names that stand in a row of which the same is told: where one is the answer, all are."""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge.ask.judge import Verdict
from knowledge.ask.listing import ABSENT, PEOPLE, TOLD, Listed
from knowledge.ask.lookup import Desk
from knowledge.ask.question import Question, Wanted
from knowledge.ask.score import Candidate
from knowledge.facts.fact import FactKind
from knowledge.lexicon.load import load
from knowledge.model import Span

_JOINS = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:[,;]|,?\s+(?:và|và cả|cùng|and))\s+")


def together(question: Question, desk: Desk, verdict: Verdict) -> Listed | None:
    """People named in a row, of all of whom the same is told, one of whom would be the answer ("ai được khen?")."""
    best = verdict.winner or (verdict.rivals[0] if verdict.rivals else None)
    if question.wanted is Wanted.PLACE:
        return None if verdict.winner is None else _places(verdict.winner)
    if (
        question.wanted is not Wanted.PERSON
        or best is None
        or any(who.kind == "post" for who in question.whos)
        or question.operations
    ):
        return None
    row = next(
        (
            fact
            for fact in best.held.passage.facts
            if fact.kind is FactKind.LIST and PEOPLE in fact.traits and fact.span.holds(best.fact.span)
        ),
        None,
    )
    if row is None or best.fact.name is None or best.fact.name.name not in row.items:
        return _absent(question, best)
    if any(unit.said(row.near) < TOLD <= unit.said(best.fact.near) for unit in question.units):
        return None  # what is asked is told of one of them
    others = {rival.held.id for rival in verdict.rivals}
    return Listed(row.items, (best,), row.span) if others <= {best.held.id} else None


def _places(candidate: Candidate) -> Listed | None:
    """The places of which the text says how many there are, where the one found is one of them."""
    for row in candidate.held.passage.facts:
        if (
            row.kind is FactKind.LIST
            and {"declared", "list:place"} <= row.traits
            and row.span.holds(candidate.fact.span)
        ):
            return Listed(row.items, (candidate,), row.span)
    return None


def _absent(question: Question, best: Candidate) -> Listed | None:
    """All who are said to be absent one after the other, each with a post or a reason ("Vắng: ông A (ốm); bà B")."""
    if "absent" not in question.concepts:
        return None
    people = [
        fact
        for fact in best.held.passage.facts
        if fact.kind is FactKind.PERSON and fact.name is not None and ABSENT in fact.near | fact.clause
    ]
    names = tuple(dict.fromkeys(fact.name.name for fact in people if fact.name is not None))
    if len(names) < 2 or not _absence().match(best.held.passage.quote):
        return None
    return Listed(names, (best,), Span(people[0].span.start, people[-1].span.end))


@lru_cache(maxsize=1)
def _absence() -> re.Pattern[str]:
    """How a line of those who are absent begins."""
    return re.compile(rf"\W*(?:{'|'.join(map(re.escape, load()['vi/truth']['absence']))})\b", re.IGNORECASE)


def beside(candidate: Candidate) -> Listed | None:
    """The list that the name found stands in, where its sentence names several in a row ("Trạm A, Trạm B vẫn chưa …"):
    the same is told of all of them."""
    fact, passage = candidate.fact, candidate.held.passage
    for row in passage.facts:
        if row.kind is FactKind.LIST and row.span.holds(fact.span) and len(row.items) > 1:
            return Listed(row.items, (candidate,), row.span)
    alike = sorted(
        (one for one in passage.facts if one.kind is fact.kind and one.name is not None), key=lambda one: one.span.start
    )
    run = [fact]
    for one in alike:
        if one.span.start >= run[-1].span.end and _JOINS.fullmatch(passage.quote[run[-1].span.end : one.span.start]):
            run.append(one)
    for one in reversed(alike):
        if one.span.end <= run[0].span.start and _JOINS.fullmatch(passage.quote[one.span.end : run[0].span.start]):
            run.insert(0, one)
    names = tuple(dict.fromkeys(one.name.name for one in run if one.name is not None))
    return Listed(names, (candidate,), Span(run[0].span.start, run[-1].span.end)) if len(names) > 1 else None
