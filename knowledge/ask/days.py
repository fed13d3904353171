"""Whether a day is the one asked for: of the grain asked for, planned or kept, put off or not."""

from __future__ import annotations

from datetime import timedelta

from knowledge.ask.question import Question
from knowledge.ask.shelf import Held
from knowledge.ask.weights import Weights
from knowledge.facts.fact import Fact

DAY = timedelta(days=1)
PLANNED = 1.6  # of an unasked side: a day that was only planned
MOVED = 0.15  # the day to which something was put off, where that is asked for


def dated(question: Question, fact: Fact) -> bool:
    """Whether the date is of the grain asked for, not merely the time the question itself names, and not what the one
    asked for was put off from."""
    period = fact.period
    if "moved" in question.traits and "planned" in fact.traits:
        return False
    if period is None or any(when.period == period for when in question.whens):
        return False
    day = period.end - period.start == DAY
    return day or "month_or_year" in question.traits


def parts(question: Question, fact: Fact, held: Held, weights: Weights) -> list[tuple[str, float]]:
    """What speaks for a day or against it besides the words around it."""
    found: list[tuple[str, float]] = []
    if "moved" in fact.traits & question.traits:
        found.append(("moved", MOVED))
    if _only_planned(question, fact, held) != ("planned" in question.traits):
        found.append(("planned", -weights.extra_side * PLANNED))
    if ("deadline" in fact.traits) != ("deadline" in question.traits):
        found.append(("deadline", -weights.extra_side))
    return found


def _only_planned(question: Question, fact: Fact, held: Held) -> bool:
    """Whether a day is told as planned; where planned ones are asked for, any after the day of the report is."""
    if "planned" in fact.traits or "planned" not in question.traits or fact.period is None:
        return "planned" in fact.traits
    return held.report.document_date is not None and fact.period.start > held.report.document_date
