"""Figures of one sentence that count the same: of "18 ki-ốt, đang cho thuê 11" the second is told in the words of "cho
thuê được mấy ki-ốt", though the first names the thing and stands nearer to it."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.ask.counted import COUNTS
from knowledge.ask.question import Question, Unit, Wanted
from knowledge.ask.score import Candidate
from knowledge.ask.shelf import layer_of
from knowledge.facts.fact import Layer
from knowledge.text.fold import fold

OWN = 0.8  # so well must a word say what is asked
MOST = "highest"
COMPARED = "compared"
WHOLE = frozenset({"total", "plan", "assigned", "capital_plan"})


def spoken_of(question: Question, ranked: Sequence[Candidate]) -> list[Candidate]:
    """`ranked` without the figures beside which one of the same sentence and sort is told in words of the question that
    stand with no other; all of them where a whole is asked for."""
    if question.wanted is not Wanted.QUANTITY or question.change or question.concepts & WHOLE or len(ranked) < 2:
        return list(ranked)
    return [c for c in ranked if not any(rule(question, other, c) for other in ranked for rule in RULES)]


def _told(question: Question, own: Candidate, other: Candidate) -> bool:
    """Whether `own` is what is spoken of, and `other` but stands in its sentence."""
    if own.held.id != other.held.id or own.fact is other.fact or not _alike(question, own, other):
        return False
    if own.fact.traits & {"change", COMPARED} or own.fact.span.start < other.fact.span.end:
        return False
    told = [unit for unit in question.units if not unit.head and _only(unit, own, other)]
    about = _about(other)
    rest = [unit for unit in question.units if not unit.head and fold(unit.text) not in about]
    return bool(told) and not any(_only(unit, other, own) for unit in rest)


def _about(candidate: Candidate) -> str:
    """What the whole sentence is about, folded: the words before its colon ("Biên phòng Ka Lăng: 31 chiến sĩ, thiếu
    5")."""
    before, colon, _ = candidate.held.passage.quote[: candidate.fact.span.start].partition(":")
    return fold(before) if colon else ""


def _usual(question: Question, own: Candidate, other: Candidate) -> bool:
    """Whether `other` is the most there was, which is not asked for, and `own`, in the same sentence, what is usual
    ("320 xe/ngày, cao điểm 510 xe/ngày")."""
    if own.held.id != other.held.id or MOST in question.concepts:
        return False
    if "c:" + MOST not in other.fact.near or "c:" + MOST in own.fact.near:
        return False
    return _alike(question, own, other) and own.fact.span.end <= other.fact.span.start


def _former(question: Question, own: Candidate, other: Candidate) -> bool:
    """Whether one of two figures of a sentence is only compared with the other ("còn 35 phút, so với 90 phút trước
    đây") and `other` is the one of the two that is not asked for."""
    if own.held.id != other.held.id or question.whens or question.bases:
        return False
    asked, left = (COMPARED in c.fact.traits for c in (own, other))
    return asked == ("former" in question.traits) and left != asked and _same_measure(own, other)


def _same_measure(one: Candidate, other: Candidate) -> bool:
    x, y = one.fact.quantity, other.fact.quantity
    return x is not None and y is not None and (x.dimension, x.unit) == (y.dimension, y.unit)


def _alike(question: Question, one: Candidate, other: Candidate) -> bool:
    """Whether two figures of a sentence count the same: by the same word, or the one by none,
    or by one for what is asked."""
    x, y = one.fact.quantity, other.fact.quantity
    if x is None or y is None or "cell" in one.fact.traits | other.fact.traits:
        return False
    if x.dimension not in COUNTS or y.dimension not in COUNTS or x.total is not None:
        return False
    counted = one.fact.counted
    if counted is None or counted == other.fact.counted:
        return True
    return any(unit.head and counted in unit.counters for unit in question.units)  # "22 cán bộ, thiếu 08 người"


def _only(unit: Unit, own: Candidate, other: Candidate) -> bool:
    """Whether `unit` is said beside `own`, and of `other` no nearer than in its sentence."""
    terms = [term for term, factor in unit.options if factor >= OWN]
    if not any(term in own.fact.near for term in terms):
        return False
    layers = [layer_of(term, other.fact, other.held) for term in unit.terms]
    return all(layer is None or layer == Layer.SENTENCE for layer in layers)


RULES = (_told, _usual, _former)
