"""The things a question speaks of, said as reports say them: goods and their worth as a turnover, decisions as the
conclusion of a meeting, and words that beside others mean more ("people exited" are travellers)."""

from __future__ import annotations

from dataclasses import replace

from knowledge.ask.minutes import by_conclusion
from knowledge.ask.question import Unit, Wanted
from knowledge.ask.worth import as_turnover
from knowledge.lexicon.load import load

BESIDE: tuple[tuple[str, frozenset[str], str], ...] = tuple(
    ("c:" + said, frozenset(others), "c:" + meant)
    for said, others, meant in load()["domain/measures"]["beside"]["meanings"]
)
DONE = frozenset({"collect", "actual", "disburse"})  # what was taken of it is asked for
SIDES: tuple[tuple[str, frozenset[str], str], ...] = tuple(
    (said, frozenset(others), side) for said, others, side in load()["domain/measures"]["beside"]["sides"]
)


def reworded(
    units: tuple[Unit, ...], said: frozenset[str], wanted: Wanted | None, dimension: str | None
) -> tuple[Unit, ...]:
    """`units` of a question that speaks of the concepts `said`, with the words of reports for them."""
    if wanted in (None, Wanted.QUANTITY):
        units = as_turnover(units, said, dimension)
    return tuple(_beside(unit, said) for unit in by_conclusion(units, wanted))


def meant(said: frozenset[str]) -> frozenset[str]:
    """Sides of contrasts that the concepts `said` take together ("được giao thu phí": a plan)."""
    sides = frozenset(side for word, others, side in SIDES if word in said and said & others)
    return frozenset() if said & DONE else sides


def _beside(unit: Unit, said: frozenset[str]) -> Unit:
    own = {term for term, factor in unit.options if factor == 1.0}
    more = tuple((meant, 1.0) for word, others, meant in BESIDE if word in own and said & others and meant not in own)
    return replace(unit, options=(*more, *unit.options)) if more else unit
