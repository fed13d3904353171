"""The thing a question looks for: "những *cửa khẩu* nào", "which *company*", and what kind of name such a thing has."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from knowledge.ask.question import Question, Unit
from knowledge.lexicon.load import load
from knowledge.text.fold import accented, fold


@dataclass(frozen=True, slots=True)
class Sought:
    """`text` as the question writes it ("" when it names no thing); `kinds` of names it may have ("gate", "person",
    "organisation", "place"; none for a project or a task); `question` with the thing marked as what is
    looked for; `count` how many the question says there are (0 when it does not); `figure` when the thing is a
    number ("số điện thoại nào")."""

    text: str
    kinds: frozenset[str]
    question: Question
    count: int = 0
    figure: bool = False


def sought(question: Question) -> Sought:
    """What `question` looks for."""
    table = load()["domain/kinds"]
    folded = fold(question.read)
    match, count = _match(question, folded)
    figure = any(re.search(rf"\b{words}\b", folded) for words in table["figures"]["anywhere"])
    if match is None:
        people = re.search(table["people"]["pattern"], folded) is not None
        return Sought("", frozenset({"person"}) if people else _kinds(question), question, figure=figure)
    start, end = match.span("thing")
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
    figure = figure or any(re.search(rf"\b{word}$", folded[start:end]) for word in table["figures"]["words"])
    return Sought(text, _kinds(asked) or frozenset(said), asked, count, figure)


def _match(question: Question, folded: str) -> tuple[re.Match[str] | None, int]:
    """Where the thing stands, by the first pattern that fits, and how many are asked for."""
    marked = accented(question.read)
    numerals: dict[str, int] = load()["domain/kinds"]["numerals"]
    for pattern in _patterns(question.language):
        match = pattern.search(folded)
        if match is None:
            continue
        written = (
            question.read[slice(*match.span("count"))].lower()
            if "count" in match.groupdict() and match["count"]
            else ""
        )
        if not written:
            return match, 0
        if written.isdigit():
            return match, int(written)
        for numeral, count in numerals.items():
            if written == numeral or (not marked and written == fold(numeral)):
                return match, count
    return None, 0


def _kinds(question: Question) -> frozenset[str]:
    table = load()["domain/kinds"]
    names = {**table["names"], **dict.fromkeys(table["posts"]["concepts"], "person")}
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
