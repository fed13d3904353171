"""How much each thing a question speaks of tells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.ask.question import Question, Unit
from knowledge.ask.shelf import Shelf
from knowledge.ask.tenure import MEETINGS
from knowledge.ask.timing import Timing
from knowledge.lexicon.load import load

PARTS = 0.9  # a thing said by its parts
LIGHT = 0.5  # a verb that says little of what is asked
CHAFF = 0.25  # a word of everyday speech
FOREIGN = 0.1  # the same in English, which reports have only by accident
UNKNOWN = {"en": 0.25, "vi": 0.5, "name": 1.0}
HOLLOW = frozenset("c:" + id_ for id_ in load()["domain/measures"]["hollow"])
ABROAD = 0.3
RECORDED = 0.1  # a meeting, where its day tells which
MET = frozenset("c:" + id_ for id_ in MEETINGS) | {"c:talks", "c:minutes"}
ROLES = frozenset({"secretary"})  # which nobody has but at a meeting
RECORDS = MET | {"c:conclude"}  # in titles of what was written of a meeting


@dataclass(frozen=True, slots=True)
class Weighing:
    """How much each thing a question speaks of tells, by its text; `asked` are all terms for them; `timing` is of the
    times asked for."""

    of: Mapping[str, float]
    asked: frozenset[str]
    timing: Timing


def weights_of(question: Question, shelf: Shelf, timing: Timing) -> Weighing:
    """The weighing of all that `question`, of the times of `timing`, speaks of; worked out once for all facts."""
    units = (*question.units, *question.inherited)
    found = bool(question.concepts & ROLES) or _recorded(question, shelf)
    again = _again(units)
    weights = {unit.text: _weight(unit, shelf) * (RECORDED if found and _meets(unit) else 1.0) for unit in units}
    return Weighing(
        {text: 0.0 if text in again else weight for text, weight in weights.items()},
        frozenset(term for unit in units for term, _ in unit.options),
        timing,
    )


def _again(units: tuple[Unit, ...]) -> frozenset[str]:
    """Names that another stands for already ("Pingxiang (Bằng Tường)")."""
    first: dict[tuple[tuple[str, float], ...], str] = {}
    for unit in units:
        if unit.options and all(term.startswith("n:") for term, _ in unit.options):
            first.setdefault(unit.options, unit.text)
    return frozenset(unit.text for unit in units if first.get(unit.options, unit.text) != unit.text)


def _recorded(question: Question, shelf: Shelf) -> bool:
    """Whether a report is of a meeting of the day asked about: the day then tells which meeting is meant."""
    return any(
        when.day
        and report.document_date is not None
        and when.period.start <= report.document_date < when.period.end
        and not report.terms.isdisjoint(RECORDS)
        for when in question.whens
        for report in shelf.reports
    )


def _meets(unit: Unit) -> bool:
    """Whether it but says that people met ("cuộc họp")."""
    said = [term for term, factor in unit.options if factor == 1.0]
    return bool(said) and all(term in MET for term in said)


def _weight(unit: Unit, shelf: Shelf) -> float:
    """How much a unit tells: the rarer, the more; what no report knows counts as rare."""
    rarities = [shelf.rarity(term) for term, factor in unit.options if factor >= 0.9]
    weight = max(0.15, min(rarities) if rarities else 1.0)
    if unit.light:
        weight *= LIGHT if unit.word is None and not _hollow(unit) else FOREIGN if unit.word == "en" else CHAFF
    elif unit.word is not None and weight == 1.0:
        weight *= UNKNOWN[unit.word]  # a word that no report has: a slip, or English, more often than something missing
    return weight * ABROAD if abroad(unit) else weight


def _hollow(unit: Unit) -> bool:
    """Whether it only says that there is a figure ("đạt")."""
    return all(term in HOLLOW for term, factor in unit.options if factor == 1.0)


def abroad(unit: Unit) -> bool:
    """Whether it is a country: which one the goods go to is mostly left unsaid."""
    return any(term.startswith("n:country:") for term, _ in unit.options)
