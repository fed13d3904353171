"""Both ways added up: the report tells each way of travellers, or of trade, by itself ("xuất cảnh 214 lượt, nhập cảnh
209 lượt") and the question asks for both together."""

from __future__ import annotations

from dataclasses import replace

from knowledge.ask import arithmetic
from knowledge.ask.arithmetic import Computed
from knowledge.ask.judge import Verdict
from knowledge.ask.lookup import Desk
from knowledge.ask.other_measures import AIMS
from knowledge.ask.question import Question
from knowledge.ask.score import Candidate
from knowledge.facts.fact import Layer
from knowledge.lexicon.load import load

SAID = frozenset({"total", "amount"})  # that they are added up need not be said of each
CHANGED = frozenset({"change", "compared", "whole", "part", "ahead", "from", "to"})


def both(question: Question, verdict: Verdict) -> Computed | None:
    """The sum of the two figures that tie, where they are the two ways of one thing, told in one place, and `question`
    asks for neither way alone."""
    if len(verdict.rivals) != 2 or question.dimension == "percent" or question.change:
        return None
    one, other = sorted(verdict.rivals, key=lambda c: c.fact.span.start)
    pair = _ways(one, other)
    if pair is None or len(question.concepts & pair) == 1 or not _alike(one, other):
        return None
    x, y = arithmetic.value(one), arithmetic.value(other)
    if x is None or y is None:
        return None
    return arithmetic.combine(x + y, [one, other], "+", arithmetic.unit(one))


def apart(question: Question, desk: Desk) -> Computed | None:
    """The sum of both ways, each looked for by itself, where they are asked for by one word ("xuất nhập cảnh")."""
    if question.dimension == "percent" or question.change or question.operations:
        return None
    aims = frozenset("c:" + aim for aim in question.concepts & AIMS)
    for both_, ways in load()["domain/measures"]["both"].items():
        if both_ not in question.concepts or question.concepts & set(ways):
            continue
        base = arithmetic.unsided(arithmetic.plain(question), SAID)
        base = replace(base, concepts=base.concepts - {both_})
        found = [desk.figure(arithmetic.swapped(base, both_, way)) for way in ways]
        one, other = (found[0], found[1]) if len(found) == 2 else (None, None)
        if one is None or other is None or _ways(one, other) is None or not _alike(one, other):
            continue
        if aims and not all(aims & c.fact.near for c in (one, other)):
            continue  # what was traded is no goal
        x, y = arithmetic.value(one), arithmetic.value(other)
        if x is not None and y is not None:
            return arithmetic.combine(x + y, [one, other], "+", arithmetic.unit(one))
    return None


def _ways(one: Candidate, other: Candidate) -> frozenset[str] | None:
    """The two ways that the figures are of, each of one."""
    for ways in load()["domain/measures"]["both"].values():
        sides = [_sides(c) & set(ways) for c in (one, other)]
        if all(len(side) == 1 for side in sides) and sides[0] != sides[1]:
            return frozenset(ways)
    return None


def one_way(question: Question, candidate: Candidate) -> bool:
    """Whether `question` names both ways and the figure is of one of them alone."""
    return any(
        set(ways) <= question.concepts and len(_sides(candidate) & set(ways)) == 1
        for ways in load()["domain/measures"]["both"].values()
    )


def _sides(candidate: Candidate) -> set[str]:
    said = {term[2:] for term in candidate.fact.near if term.startswith("c:")}
    return said | {side for side, layer in candidate.fact.governs if layer == Layer.NEAR}


def _alike(one: Candidate, other: Candidate) -> bool:
    """Whether two figures of one sentence, or one row, are of the same unit, time and names."""
    a, b = one.fact, other.fact
    if (
        one.held.id != other.held.id
        or a.traits & CHANGED
        or b.traits & CHANGED
        or a.quantity is None
        or b.quantity is None
    ):
        return False
    if (a.quantity.dimension, a.quantity.unit) != (b.quantity.dimension, b.quantity.unit):
        return False
    names = [{id_ for id_, layer in f.names if layer == Layer.NEAR} for f in (a, b)]
    return names[0] == names[1]
