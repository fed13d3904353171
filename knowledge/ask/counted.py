"""Whether a figure counts the thing asked for."""

from __future__ import annotations

import re

from knowledge.ask.question import Unit
from knowledge.ask.shelf import Held
from knowledge.ask.weights import Weights
from knowledge.facts.fact import Fact, Layer
from knowledge.lexicon.load import load
from knowledge.model import Dimension
from knowledge.text.fold import fold

COUNTS = frozenset({Dimension.COUNT, Dimension.NUMBER})  # how many there are, of whatever
HEAD_NEAR = 0.75  # so well must the thing counted be said beside a figure that counts something
NARROW = 0.5  # a broader or like concept beside the figure is enough for the thing counted
FAINT = 0.2
# Words that count things of many kinds, each with its own kind: what happens, or what can be held.
CLASSIFIERS = {
    fold(word): kind for kind, words in enumerate(load()["domain/measures"]["classifiers"]) for word in words
}
EARLIER = 0.5
_NONE = re.compile(r"\s+(\w+)\s+nào\b", re.IGNORECASE)
TURNS = {word: frozenset("c:" + id_ for id_ in things) for word, things in load()["domain/measures"]["turns"].items()}
HAPPENINGS = frozenset(load()["domain/measures"]["happenings"])
MEASURES = frozenset({Dimension.MASS, Dimension.VOLUME, Dimension.LENGTH, Dimension.AREA})
COMPOSED = frozenset({"c:vehicle", "c:project", "c:task", "c:enterprise", "c:dossier"})  # what composites count


def _in_other_column(unit: Unit, fact: Fact, held: Held) -> bool:
    """Whether what is counted heads another column than that of the cell ("số hộ còn vướng" beside hectares)."""
    if "cell" not in fact.traits:
        return False
    terms = {term for term, factor in unit.options if factor >= NARROW}
    if terms & (fact.near | fact.clause | fact.label):
        return False
    return any("cell" in other.traits and terms & (other.near - other.label) for other in held.passage.facts)


def _among(counted: str | None, words: frozenset[str]) -> bool:
    """Whether a counted thing ("vụ tai nạn lao động") is of one of `words`."""
    return counted is not None and any(counted == word or counted.startswith(word + " ") for word in words)


def _classified(counted: str | None) -> int | None:
    """The kind of word that counts, where a figure is told with one ("vụ", "bộ hồ sơ")."""
    words = fold(counted or "").split()
    return next((CLASSIFIERS[one] for one in (" ".join(words[:2]), *words[:1]) if one in CLASSIFIERS), None)


def _same_word(counted: str | None, asked: str) -> bool:
    """Whether a figure counts by the very word that the question does ("mấy người": "870 người đi làm")."""
    one, other = fold(counted or ""), fold(asked)
    return bool(one and other) and f"{one} ".startswith(f"{other} ")


def _turns(counted: str | None, unit: Unit) -> bool:
    """Whether a figure counts by a word for what the question counts ("221.340 lượt" are crossings of people)."""
    things = TURNS.get((counted or "").lower().split(" ")[0], frozenset())
    return any(term in things for term, factor in unit.options if factor == 1.0)


def _none_of_another(unit: Unit, fact: Fact, held: Held) -> bool:
    """Whether it is said that there is none of another thing ("trong công nhân: không có ca nào" counts no workers)."""
    none = _NONE.match(held.passage.quote, fact.span.end)
    return none is not None and none[1].lower() in HAPPENINGS and "người" in unit.counters


def _shortened(fact: Fact, asked: str, held: Held) -> bool:
    """Whether a figure counts by the first word of what its sentence counts in full before ("286 gian hàng, trong đó
    118 gian")."""
    word, full = fold(fact.counted or ""), fold(asked)
    before = [one for one in held.passage.facts if one.span.end <= fact.span.start]
    return (
        bool(word) and full.startswith(word + " ") and any(fold(one.counted or "").startswith(full) for one in before)
    )


def uncounted(unit: Unit, match: float, fact: Fact, held: Held, weights: Weights, *, denies: bool = False) -> float:
    """How surely `fact` does not count what is asked: 0 where the word or one like it stands with the figure, or where
    the figure counts nothing in particular; less than 1 where it stands in an earlier clause (unless the question
    `denies` what the figure tells)."""
    if "zero" in fact.traits and _none_of_another(unit, fact, held):
        return 1.0
    if unit.things:
        own, other = CLASSIFIERS.get(fold(unit.text)), _classified(fact.counted)
        if other not in (None, own):
            return 1.0
        if unit.things & fact.near and (fact.counted is None or other == own or _among(fact.counted, unit.counters)):
            return 0.0
    if _among(fact.counted, unit.others):
        return 1.0
    if _in_other_column(unit, fact, held):
        return 1.0
    if (
        any(term in fact.near for term, factor in unit.options if factor >= NARROW and term not in unit.things)
        or match >= weights.layers[Layer.NEAR]
        or _same_word(fact.counted, unit.text)
        or _shortened(fact, unit.text, held)
        or (match > FAINT and _same_word(unit.text, fact.counted or ""))  # "mấy gói thuốc lá": "643.200 gói"
        or (match > FAINT and _turns(fact.counted, unit))
        or (match > FAINT and any(part in fact.near for part in unit.parts if part in COMPOSED))
    ):
        return 0.0
    measured = fact.quantity is not None and fact.quantity.dimension in MEASURES  # "tấn" weighs, it counts nothing
    if fact.counted is None or measured or "cell" in fact.traits:
        return 0.0 if match > FAINT else 1.0
    likely = match > FAINT and _among(fact.counted, unit.counters)  # "1 người" may be a worker
    return EARLIER if (likely or match >= HEAD_NEAR) and not denies else 1.0
