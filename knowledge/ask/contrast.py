"""Sides of contrasts ("planned or done", "export or import"): whether a fact is on the one that is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from knowledge.ask.question import Question
from knowledge.ask.weights import Rules
from knowledge.facts.fact import Fact, FactKind, Layer
from knowledge.model import Dimension

UNMARKED = frozenset({"actual"})  # what is told when nothing else is said
AHEAD = 1.3  # what is to come is hardly an answer to what was
EXTRA = (1.0, 0.4, 0.0, 0.0, 0.0)  # of the penalty, by the layer a side stands in


def penalty_of(question: Question, fact: Fact, rules: Rules, dated: date | None = None) -> float | None:
    """Penalty for sides of contrasts the question does not name; None when the fact is on another side than asked.
    What stands in a plan `dated` after its own time is told of what was."""
    weights, penalty = rules.weights, 0.0
    figure = fact.kind is FactKind.QUANTITY
    governs = dict(fact.governs)
    contrasts = _contrasts_of(rules.contrasts)
    for contrast in {one for concept in governs for one in contrasts.get(concept, ())}:
        asked = question.concepts & contrast
        held = {concept: layer for concept, layer in governs.items() if concept in contrast and concept not in UNMARKED}
        if asked and held:
            if asked & held.keys() or (len(held) > 1 and min(held.values()) > Layer.NEAR):
                continue  # told beside both sides it is on neither
            if not figure and _told_whole(question, asked, fact):
                continue
            if min(held.values()) == Layer.NEAR or (_captioned(fact, held.values()) and _counts(question, asked)):
                return None
            penalty = max(penalty, weights.other_side if min(held.values()) == Layer.CLAUSE else weights.extra_side / 2)
        elif held and figure and restricts(contrast, question, fact, rules):
            layer = min(held.values())
            share = 1.0 if "plan" in held and layer == Layer.CLAUSE else EXTRA[layer]
            penalty = max(penalty, share * (weights.extra_plan if "plan" in held else weights.extra_side))
    if figure and "ahead" in fact.traits and "plan" not in question.concepts and not _over(fact, dated):
        penalty += weights.extra_plan * AHEAD
    return penalty


def _told_whole(question: Question, sides: frozenset[str], fact: Fact) -> bool:
    """Whether each of `sides` is asked only as part of a thing that the fact is told of ("mở cửa lại": it opened again,
    though after it had closed)."""
    named = frozenset("c:" + side for side in sides)
    of = [unit for unit in question.units if not named.isdisjoint(unit.terms)]
    return bool(of) and all(
        not any(term in named for term, _ in unit.options)
        and any(term in fact.near for term, factor in unit.options if factor == 1.0)
        for unit in of
    )


def _over(fact: Fact, dated: date | None) -> bool:
    """Whether the figure's own time was over when it was told: a column "Thực hiện 2030" in the plan for 2032."""
    return dated is not None and any(
        time.role == "period" and time.layer == Layer.NEAR and time.period.end <= dated for time in fact.times
    )


def _captioned(fact: Fact, layers: Iterable[int]) -> bool:
    """Whether a table's caption says it: then it is so of all its figures."""
    return "cell" in fact.traits and min(layers) <= Layer.SENTENCE


def _counts(question: Question, sides: frozenset[str]) -> bool:
    """Whether the thing counted is on one of `sides`."""
    return any(
        term[2:] in sides for unit in question.units if unit.head for term, factor in unit.options if factor == 1.0
    )


@lru_cache(maxsize=8)
def _contrasts_of(contrasts: tuple[frozenset[str], ...]) -> dict[str, list[frozenset[str]]]:
    """By concept, the contrasts it is a side of."""
    found: dict[str, list[frozenset[str]]] = {}
    for contrast in contrasts:
        for concept in contrast:
            found.setdefault(concept, []).append(contrast)
    return found


def restricts(contrast: frozenset[str], question: Question, fact: Fact, rules: Rules) -> bool:
    """Whether a question must name its side of `contrast` to be served with `fact`."""
    of = rules.restricting.get(contrast)
    if of is None or (of and not of & question.concepts):
        return False
    percent = fact.quantity is not None and fact.quantity.dimension is Dimension.PERCENT
    return not (percent and "plan" in contrast)  # "đạt 96 % kế hoạch" is told of what was done
