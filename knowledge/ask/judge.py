"""Decides between candidates: one clear winner, readings to choose from, or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.ask import narrowed, within
from knowledge.ask.ambiguity import (
    boards,
    fuller,
    identity,
    meant,
    namesakes,
    other_counts,
    other_posts,
    other_takers,
    other_times,
    per_report,
    tied,
)
from knowledge.ask.question import Question
from knowledge.ask.restated import counted_anew
from knowledge.ask.score import Candidate
from knowledge.ask.siblings import spoken_of
from knowledge.ask.weights import Weights
from knowledge.facts.fact import Layer

_EARLY = date.min
TOLD = 0.35  # of what the figure taken back explains, the one that takes its place must at least
LIKE = 0.8  # so well a word must be said in the figure's own clause
CORRECTION = 0.2  # how much worse the corrected wording may explain the question


@dataclass(frozen=True, slots=True)
class Verdict:
    """`winner` with others that say the same (`same`), or `rivals` that tie with different values, or nothing."""

    winner: Candidate | None = None
    same: tuple[Candidate, ...] = ()
    rivals: tuple[Candidate, ...] = ()
    superseded: Candidate | None = None


def judge(question: Question, ranked: Sequence[Candidate], weights: Weights) -> Verdict:
    """The verdict on `ranked` candidates (best first)."""
    above = spoken_of(question, [candidate for candidate in ranked if candidate.score >= weights.line])
    if not above:
        return Verdict()
    best = above[0]
    later = _correction(question, best, ranked, weights.line)
    if later is not None:
        others = boards(question, later, above[1:], max(best.score, later.score))
        return Verdict(rivals=(later, *others)) if others else Verdict(later, superseded=best)
    above = [best, *(c for c in above[1:] if not _corrects(best, c))]
    of_change = meant(question, best, above[1:])
    if of_change is not None:
        return Verdict(of_change)
    restated = counted_anew(question, best, above[1:])
    if restated is not None and not boards(question, restated, above[1:], best.score):
        return Verdict(restated, superseded=best)
    part = next((c for c in above[1:] if narrowed.part(question, best, c)), None)
    if part is not None:
        above = [part, *(c for c in above if c is not part and c is not best)]
        best = part
    close = [c for c in above[1:] if c.score >= best.score - weights.margin]
    whole = next((c for c in close if within.lesser(question, c, best)), None)
    if whole is not None:
        best, close = whole, [best, *(c for c in close if c is not whole)]
    same = tuple(c for c in close if identity(c.fact) == identity(best.fact))
    differing = [c for c in close if identity(c.fact) != identity(best.fact)]
    beside = tied(question, best, differing)
    if beside and all(one.held.report.id == best.held.report.id for one in beside):
        reports = per_report(question, best, above[1:])
        if reports:
            return Verdict(rivals=reports)
    rivals = (
        namesakes(question, best, above[1:])
        or beside
        or boards(question, best, above[1:])
        or fuller(best, above[1:])
        or other_counts(question, best, above[1:])
        or other_times(question, best, above[1:])
        or other_takers(question, best, above[1:])
        or other_posts(question, best, above[1:])
    )
    if rivals:
        return Verdict(rivals=(best, *rivals))
    return Verdict(best, same)


def _correction(question: Question, best: Candidate, ranked: Sequence[Candidate], line: float) -> Candidate | None:
    """The figure that takes the place of `best`: one said to correct that very value, or a later report of the same
    board that corrects and tells as much of what is asked."""
    if best.fact.quantity is None:
        return None
    others = [c for c in ranked if c.held.report.board == best.held.report.board and c.fact is not best.fact]
    for other in others:
        if f"corrects:{best.fact.quantity.value}" in other.fact.traits and other.coverage >= best.coverage * TOLD:
            return other
    for other in others:
        if (
            "correction" in other.held.passage.traits
            and "retracted" not in other.fact.traits
            and (other.score >= best.score - CORRECTION or (other.score >= line and _tells(question, other)))
            and (other.held.report.document_date or _EARLY) > (best.held.report.document_date or _EARLY)
            and identity(other.fact) != identity(best.fact)
            and other.fact.quantity is not None
            and other.fact.quantity.unit == best.fact.quantity.unit
        ):
            return other
    return None


def _corrects(one: Candidate, other: Candidate) -> bool:
    """Whether a figure is said to stand for that very value of the `other`, told by the same board."""
    return (
        other.fact.quantity is not None
        and f"corrects:{other.fact.quantity.value}" in one.fact.traits
        and other.held.report.board == one.held.report.board
    )


def _tells(question: Question, candidate: Candidate) -> bool:
    """Whether a figure is told, in its own words, of what is asked and of just the time asked for."""
    fact = candidate.fact
    own = {time.period for time in fact.times if time.layer <= Layer.CLAUSE}
    return (
        bool(question.whens)
        and all(when.period in own for when in question.whens)
        and all(
            unit.light or any(term in fact.near for term, factor in unit.options if factor >= LIKE)
            for unit in question.units
        )
    )


def fullest(winner: Candidate, same: tuple[Candidate, ...]) -> Candidate:
    """Of candidates that say the same one that also says of how many ("119/128 nhiệm vụ"), else the winner."""
    whole = (c for c in (winner, *same) if c.fact.quantity is not None and c.fact.quantity.total is not None)
    return next((c for c in whole if "whole" not in c.fact.traits), winner)
