"""A figure that a later report of the board tells a little otherwise: it was counted anew, and what was told first is
past."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from knowledge.ask import times
from knowledge.ask.question import Question
from knowledge.ask.score import Candidate
from knowledge.ask.shelf import Shelf

_EARLY = date.min
TIE = 0.005
CONTENT = frozenset({"coverage", "missing", "fit"})
RESTATED = 0.12  # so much worse a later report may tell what it tells anew
TELLING = 3  # figures of a number that hardly another thing has too
NEARLY = Decimal("0.05")  # so near, of the value, a figure counted anew is


def counted_anew(question: Question, best: Candidate, above: Sequence[Candidate]) -> Candidate | None:
    """The same figure in a later report of the board, a little other: what was counted anew prevails."""
    one = best.fact.quantity
    if one is None or one.value is None or not _plain(best) or len(question.whens) != 1:
        return None
    found = [
        other
        for other in above
        if other.held.report.board == best.held.report.board
        and (other.held.report.document_date or _EARLY) > (best.held.report.document_date or _EARLY)
        and other.score >= best.score - RESTATED
        and _plain(other)
        and _planned(other) == _planned(best)
        and other.fact.quantity is not None
        and other.fact.quantity.value is not None
        and (other.fact.quantity.unit, other.fact.quantity.dimension) == (one.unit, one.dimension)
        and 0 < abs(other.fact.quantity.value - one.value) <= abs(one.value) * NEARLY
        and times.of_fact(other.fact, other.held) == times.of_fact(best.fact, best.held) == question.whens[0].period
    ]
    return max(found, key=lambda other: other.held.report.document_date or _EARLY, default=None)


def taken_back(best: Candidate, shelf: Shelf) -> Candidate | None:
    """The figure by which a report of the same board takes back that very number, though it does not say again of which
    gate it was. Of numbers of one or two figures there are many, and one is no other."""
    one = best.fact.quantity
    if one is None or one.value is None or len(one.value.normalize().as_tuple().digits) < TELLING:
        return None
    trait = f"corrects:{one.value}"
    for held in shelf.passages:
        if held.corrects and held.report.board == best.held.report.board and held.id != best.held.id:
            for fact in held.figures:
                if trait in fact.traits and fact.quantity is not None and fact.quantity.unit == one.unit:
                    return replace(best, fact=fact, held=held)
    return None


def _planned(candidate: Candidate) -> bool:
    """Whether a figure is told with a plan, or as one."""
    fact = candidate.fact
    return "c:plan" in fact.near or any(time.role == "plan" for time in fact.times)


def _plain(candidate: Candidate) -> bool:
    """Whether nothing speaks against a figure but how little of the question it explains."""
    against = sum(value for name, value in candidate.parts if name not in CONTENT)
    return against > -TIE and not candidate.fact.traits & {"ahead", "change", "compared"}
