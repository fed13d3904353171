"""Posts in time: held, taken up or left, and whether that is what the question asks for."""

from __future__ import annotations

from knowledge.ask.question import Question, Wanted
from knowledge.ask.weights import Weights
from knowledge.facts.fact import Fact, Layer
from knowledge.recognise.posts import covers

MEETINGS = frozenset(
    {"conference", "meeting", "staff_conference", "summary_conference", "midyear_conference", "briefing"}
)
OFFICE = frozenset({"acting_head"})
FORMER = frozenset({"former_post"})
HELD_BEFORE = "held_before"  # how the question is worded
MOVES = frozenset({"appoint", "rotate", "reappoint", "promotion_grade", "transfer", "dismiss"})


def tenure(question: Question, fact: Fact, weights: Weights) -> float:
    """For or against a post left or taken up, as the question asks for the one or the other."""
    if question.concepts & FORMER or HELD_BEFORE in question.traits:
        return weights.extra_side if fact.traits & {"former", "before"} or _shaded(fact) else -weights.extra_side
    if "former" in fact.traits:
        return -weights.extra_side
    if "before" in fact.traits and not until(question, fact):
        return -weights.extra_side / 2
    if question.concepts & MOVES:
        return weights.extra_side / 2 if "new" in fact.traits else -weights.extra_side / 2
    return 0.0


def _shaded(fact: Fact) -> bool:
    """Whether the post's own words say that it was held before ("nguyên Trưởng ban")."""
    return fact.name is not None and "+nguyen" in fact.name.id


def of_office(question: Question) -> bool:
    """Whether the question is who holds a post, not who did something."""
    posts = any(who.kind == "post" for who in question.whos) or bool(question.concepts & OFFICE)
    return question.wanted is Wanted.PERSON and posts and not question.concepts & (MEETINGS | MOVES)


def until(question: Question, fact: Fact) -> bool:
    """Whether the question asks of a time before the day from which on another post was held."""
    since = [time.period.start for time in fact.times if time.role == "since" and time.layer <= Layer.SENTENCE]
    return bool(since) and any(when.period.end <= max(since) for when in question.whens)


def of_post(question: Question, id_: str) -> bool:
    """Whether a post may be the one asked for: none that the question names, save where it asks which one of them."""
    if "which_post" not in question.traits:
        return id_ not in question.named
    asked = [other for other in question.named if other.startswith("post:")]
    return not asked or any(one == id_ or covers(one, id_) for one in asked)
