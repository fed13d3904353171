"""The thing a question looks for: "những *cửa khẩu* nào", "which *company*", and what kind of name such a thing has."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from knowledge.ask.question import Question, Unit
from knowledge.lexicon.load import load
from knowledge.text.fold import fold


@dataclass(frozen=True, slots=True)
class Sought:
    """`text` as the question writes it ("" when it names no thing); `kinds` of names it may have ("gate", "person",
    "organisation", "place"; none for a project or a task); `question` with the thing marked as what is looked for."""

    text: str
    kinds: frozenset[str]
    question: Question


def sought(question: Question) -> Sought:
    """What `question` looks for."""
    table = load()["domain/kinds"]
    folded = fold(question.read)
    span = next((m.span("thing") for pattern in _patterns(question.language) if (m := pattern.search(folded))), None)
    if span is None:
        people = re.search(table["people"]["pattern"], folded) is not None
        return Sought("", frozenset({"person"}) if people else _kinds(question), question)
    start, end = span
    units: list[Unit] = []
    place = 0
    for unit in question.units:
        at = question.read.find(unit.text, place)
        place = at + len(unit.text) if at >= 0 else place
        inside = at >= 0 and at < end and start < place
        units.append(replace(unit, head=inside and not (question.language == "en" and any(u.head for u in units))))
    if not any(unit.head for unit in units):
        units = list(question.units)
    asked = replace(question, units=tuple(units))
    text = question.read[start:end]
    said = {
        kind for word, kind in table["words"].items() if re.search(rf"\b{re.escape(word)}(?:$|,)", folded[start:end])
    }
    return Sought(text, _kinds(asked) | said, asked)


def _kinds(question: Question) -> frozenset[str]:
    names = load()["domain/kinds"]["names"]
    terms = {
        term.removeprefix("c:")
        for unit in question.units
        if unit.head
        for term, factor in unit.options
        if factor == 1.0
    }
    return frozenset(kind for term in terms if (kind := names.get(term)))


@lru_cache(maxsize=4)
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in load()["domain/kinds"]["sought"][language])
