"""What was not done, where one sentence tells of all and of the part done: "có 410 nền, đã giao 233 nền" leaves 177."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.ask import arithmetic
from knowledge.ask.arithmetic import Computed
from knowledge.ask.lookup import Desk
from knowledge.ask.question import Question
from knowledge.ask.rest import DONE, OTHERS, STATES
from knowledge.ask.score import Candidate, denied, one_way
from knowledge.ask.show import value_of
from knowledge.facts.fact import Fact, FactKind, Layer
from knowledge.model import Dimension, Quantity

MARGIN = 0.12  # so much better than any other passage the one must be that tells both
SLACK = 0.1  # below the line: that it tells a whole and a part done says as much
CHANGED = frozenset({"change", "compared", "whole", "ahead", "from", "to"})
AHEAD = frozenset({"ahead"})  # of a list of what is to be done: how far it got is told there
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
    if not ranked or _fits(ranked[0]) < desk.line - SLACK or "cell" in ranked[0].fact.traits:
        return None
    best = ranked[0]
    others = [c for c in ranked if c.held.id != best.held.id and not _beside(c, best)]
    if others and others[0].score > best.score - MARGIN:
        return None
    pair = _pair(best) or _apart(best, desk)
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
    if len(alike) != 2 or any(denied(fact) or one_way(fact) for fact in alike):
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


def _fits(candidate: Candidate) -> float:
    """Its score; that it stands in a list of what is to be done does not speak against it."""
    sides = sum(value for name, value in candidate.parts if name == "sides")
    return candidate.score - (sides if candidate.fact.traits & AHEAD else 0.0)


def _beside(one: Candidate, other: Candidate) -> bool:
    """Whether one stands in the sentence right before or right behind the other, in one paragraph."""
    a, b = one.held, other.held
    return abs(a.id - b.id) == 1 and a.report.id == b.report.id and a.passage.group == b.passage.group


def _apart(best: Candidate, desk: Desk) -> tuple[Candidate, Candidate] | None:
    """The same of two sentences: "Phải kiểm định 75 xe. Đến nay đã kiểm định 58 xe."; each tells one such figure."""
    found: list[Candidate] = []
    for held in desk.shelf.passages:
        one = replace(best, held=held)
        if held.id != best.held.id and not _beside(one, best):
            continue
        alike = [fact for fact in held.passage.facts if _like(fact, best.fact.quantity, AHEAD)]
        if len(alike) > 1 or any(denied(fact) for fact in alike):
            return None
        found += [replace(one, fact=fact) for fact in alike]
    if len(found) != 2 or found[0].held.id + 1 != found[1].held.id:
        return None
    whole, part = found
    x, y = arithmetic.value(part), arithmetic.value(whole)
    done = _DONE.search(part.held.passage.quote[: part.fact.span.start]) is not None
    same = bool(whole.fact.near & part.fact.near & _things(best))
    return (whole, part) if done and same and x is not None and y is not None and x < y else None


def _things(best: Candidate) -> frozenset[str]:
    """What the figure's words say, but for everyday syllables."""
    return frozenset(term for term in best.fact.near if term.startswith("c:"))


def _like(fact: Fact, quantity: Quantity | None, kept: frozenset[str] = frozenset()) -> bool:
    """Whether it is a figure of that unit, and a level."""
    own = fact.quantity
    if own is None or quantity is None or fact.kind is not FactKind.QUANTITY or fact.traits & (CHANGED - kept):
        return False
    return own.dimension is not Dimension.PERCENT and (own.dimension, own.unit) == (quantity.dimension, quantity.unit)
