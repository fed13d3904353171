"""What was not done, where one sentence tells of all and of the part done: "có 410 nền, đã giao 233 nền" leaves 177."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.ask import arithmetic
from knowledge.ask.arithmetic import Computed
from knowledge.ask.lookup import Desk
from knowledge.ask.question import Question
from knowledge.ask.rest import DONE, OTHERS, STATES
from knowledge.ask.score import Candidate, denied
from knowledge.ask.show import value_of
from knowledge.facts.fact import Fact, FactKind, Layer
from knowledge.model import Dimension, Quantity

MARGIN = 0.12  # so much better than any other passage the one must be that tells both
SLACK = 0.1  # below the line: that it tells a whole and a part done says as much
CHANGED = frozenset({"change", "compared", "whole", "ahead", "from", "to"})
_DONE = re.compile(r"\b(?:đã|mới|mới chỉ|xong)\b[^,;:.()]*\Z", re.IGNORECASE)


def undone(question: Question, desk: Desk) -> Computed | None:
    """The whole less the part done; both of one unit, and the only ones of it in their sentence."""
    if not (question.denies or "remainder" in question.operations) or question.concepts & OTHERS or question.change:
        return None
    base = arithmetic.unsided(replace(arithmetic.plain(question), denies=False), STATES)
    base = replace(base, units=tuple(replace(u, head=u.head and bool(u.counters)) for u in base.units))
    if not base.units:
        return None
    ranked = desk.ranked(base, frozenset({FactKind.QUANTITY}))
    if not ranked or ranked[0].score < desk.line - SLACK or "cell" in ranked[0].fact.traits:
        return None
    best = ranked[0]
    others = [c for c in ranked if c.held.id != best.held.id]
    if others and others[0].score > best.score - MARGIN:
        return None
    pair = _pair(best)
    if pair is None:
        return None
    whole, part = pair
    x, y = arithmetic.value(part), arithmetic.value(whole)
    if x is None or y is None:
        return None
    return arithmetic.combine(y - x, [whole, part], "-", arithmetic.unit(part))


def _pair(best: Candidate) -> tuple[Candidate, Candidate] | None:
    """The whole, told first, and the part of it that is said to be done."""
    alike = [fact for fact in best.held.passage.facts if _like(fact, best.fact.quantity)]
    if len(alike) != 2 or any(denied(fact) for fact in alike):
        return None
    first, second = sorted(alike, key=lambda fact: fact.span.start)
    x, y = (value_of(fact.quantity) for fact in (first, second) if fact.quantity is not None)
    before = best.held.passage.quote[first.span.end : second.span.start]
    done = _DONE.search(before) is not None or any(
        concept in DONE and layer == Layer.NEAR for concept, layer in second.governs
    )
    if x is None or y is None or x <= y or not done:
        return None
    return replace(best, fact=first), replace(best, fact=second)


def _like(fact: Fact, quantity: Quantity | None) -> bool:
    """Whether it is a figure of that unit, and a level."""
    own = fact.quantity
    if own is None or quantity is None or fact.kind is not FactKind.QUANTITY or fact.traits & CHANGED:
        return False
    return own.dimension is not Dimension.PERCENT and (own.dimension, own.unit) == (quantity.dimension, quantity.unit)
