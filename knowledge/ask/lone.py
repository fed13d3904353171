"""A figure that stays a little below the line, where no other comes near it."""

from __future__ import annotations

from knowledge.ask.ambiguity import identity
from knowledge.ask.lookup import Desk
from knowledge.ask.question import Question
from knowledge.ask.score import Candidate
from knowledge.ask.timing import FIGURES


def figure(question: Question, desk: Desk) -> Candidate | None:
    """The one figure that explains nearly as much of `question` as it must, where every other explains far less. How
    much is set by the weights `lone` and `apart`, as the line is. Nothing is computed with such a figure."""
    if question.operations or question.change:
        return None
    weights = desk.rules.weights
    ranked = desk.ranked(question, FIGURES)
    if not ranked or ranked[0].score < weights.line - weights.lone:
        return None
    best = ranked[0]
    if dict(best.parts).get("sides", 0.0) < 0:
        return None  # fees owed are none collected
    other = next((c for c in ranked if identity(c.fact) != identity(best.fact)), None)
    return best if other is None or other.score <= best.score - weights.apart else None
