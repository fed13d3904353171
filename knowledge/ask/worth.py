"""Goods told in money: "hàng qua cửa khẩu trị giá bao nhiêu" asks for the turnover."""

from __future__ import annotations

from dataclasses import replace

from knowledge.ask.other_measures import SEIZED
from knowledge.ask.question import Unit
from knowledge.lexicon.load import load
from knowledge.model import Dimension

_TABLE = load()["domain/measures"]["worth"]
GOODS = frozenset("c:" + id_ for id_ in _TABLE["goods"])
PASSING = frozenset("c:" + id_ for id_ in _TABLE["passing"])
VALUE = "c:value"
OWN = 0.75
TURNOVER = (("c:trade_turnover", 1.0), ("c:total_turnover", 0.85), ("c:import_export", 0.85))


def as_turnover(units: tuple[Unit, ...], said: frozenset[str], dimension: str | None) -> tuple[Unit, ...]:
    """`units` with goods and what they are worth as one, and without the verbs of their passing; as they are where no
    goods, or no worth, or what was seized is spoken of."""
    goods = [unit for unit in units if _says(unit, GOODS)]
    worth = [unit for unit in units if _says(unit, frozenset({VALUE})) and unit not in goods]
    if not goods or not (worth or dimension == Dimension.MONEY) or said & SEIZED:
        return units
    own = tuple((term, OWN) for term in sorted(GOODS))  # "Hàng hóa (nghìn USD)" heads tables
    kept = replace(
        goods[0], options=(*TURNOVER, *own), parts=(), head=False, light=False, others=frozenset(), word=None
    )
    dropped = [*goods[1:], *worth, *(unit for unit in units if _says(unit, PASSING))]
    return tuple(kept if unit is goods[0] else unit for unit in units if unit not in dropped)


def _says(unit: Unit, terms: frozenset[str]) -> bool:
    return any(term in terms and factor == 1.0 for term, factor in unit.options)
