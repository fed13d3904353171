"""The part of a whole that a question narrows its count to: "420 gian hàng, trong đó doanh nghiệp Trung Quốc 165 gian"
has 165 of the Chinese ones, however much more of the question's words the whole stands by."""

from __future__ import annotations

from knowledge.ask.counted import COUNTS
from knowledge.ask.question import Question, Unit
from knowledge.ask.score import Candidate
from knowledge.ask.shelf import layer_of
from knowledge.ask.show import value_of
from knowledge.ask.within import opens
from knowledge.facts.fact import Fact, Layer
from knowledge.model import Dimension
from knowledge.text.fold import fold

WELL = 0.8  # so well a thing must be said by a word beside the part
APART = frozenset({"change", "compared", "cell", "denied", "zero"})


def part(question: Question, whole: Candidate, other: Candidate) -> bool:
    """Whether `other` is told as a part of `whole`, and something that `question` says of the things it counts stands
    beside `other`, not beside `whole`; and nothing the other way round."""
    if other.held.id != whole.held.id or other.fact.span.start < whole.fact.span.end:
        return False
    if question.operations or (whole.fact.traits | other.fact.traits) & APART or not _less(whole.fact, other.fact):
        return False
    between = whole.held.passage.quote[whole.fact.span.end : other.fact.span.start]
    if not opens(between):
        return False
    head = next((unit for unit in question.units if unit.head), None)
    if not _counts_alike(whole.fact, other.fact, head):
        return False
    units = [unit for unit in question.units if not unit.head and not unit.light]
    of_part = [unit for unit in units if _beside(unit, other) and not _beside(unit, whole)]
    of_whole = [unit for unit in units if _beside(unit, whole) and _far(unit, other)]
    return bool(of_part) and not of_whole


def _less(whole: Fact, part: Fact) -> bool:
    one, other = whole.quantity, part.quantity
    if one is None or other is None or one.per or other.per:
        return False
    x, y = value_of(one), value_of(other)
    return x is not None and y is not None and y < x


def _counts_alike(whole: Fact, part: Fact, head: Unit | None) -> bool:
    """Whether both are of one measure: of one unit, or the part counts by a word that is short for the whole's or may
    count the thing asked for ("186 cán bộ, trong đó 71 người biên chế")."""
    one, other = whole.quantity, part.quantity
    assert one is not None
    assert other is not None
    if one.dimension not in COUNTS or other.dimension not in COUNTS:
        return (one.dimension, one.unit) == (other.dimension, other.unit) and one.dimension is not Dimension.PERCENT
    full, short = fold(whole.counted or ""), fold(part.counted or "")
    if not short or f"{full} ".startswith(f"{short} "):
        return True
    return head is not None and short.split()[0] in {fold(word) for word in head.counters}


def _beside(unit: Unit, candidate: Candidate) -> bool:
    layers = (layer_of(term, candidate.fact, candidate.held) for term in _ways(unit))
    return any(layer == Layer.NEAR for layer in layers)


def _far(unit: Unit, candidate: Candidate) -> bool:
    """Whether the clauses of the figure do not say it."""
    layers = [layer_of(term, candidate.fact, candidate.held) for term in _ways(unit)]
    return all(layer is None or layer > Layer.CLAUSE for layer in layers)


def _ways(unit: Unit) -> list[str]:
    return [term for term, factor in unit.options if factor >= WELL]
