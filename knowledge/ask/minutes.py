"""What was decided at a meeting: a question says who decided and how ("Trưởng ban duyệt cho … bao nhiêu"), the minutes
but that it stands in the conclusion."""

from __future__ import annotations

from dataclasses import replace

from knowledge.ask.question import Unit, Wanted
from knowledge.lexicon.load import load

_TABLE = load()["domain/measures"]["decided"]
DECIDES = frozenset("c:" + id_ for id_ in (*_TABLE["who"], *_TABLE["how"]))
CONCLUSION = "c:conclude"
AS_GOOD = 0.8  # how well the conclusion says that somebody decided
FOR = frozenset({None, Wanted.QUANTITY, Wanted.DATE, Wanted.BOOL})


def by_conclusion(units: tuple[Unit, ...], wanted: Wanted | None) -> tuple[Unit, ...]:
    """`units`, those of who decided, and of deciding, said by a conclusion as well; as they are where a person or a
    text is asked for."""
    if wanted not in FOR:
        return units
    return tuple(_concluded(unit) if _decides(unit) else unit for unit in units)


def _decides(unit: Unit) -> bool:
    return not unit.head and any(term in DECIDES and factor == 1.0 for term, factor in unit.options)


def _concluded(unit: Unit) -> Unit:
    return replace(unit, options=(*unit.options, (CONCLUSION, AS_GOOD)))
