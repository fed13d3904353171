"""Taking up a post: "Trưởng phòng từ 01/9/2031" tells of an appointment without the word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.facts.fact import Fact, FactKind, Layer
from knowledge.lexicon.load import load

APPOINTED = "c:appoint"
DEPARTURES = frozenset("c:" + id_ for id_ in load()["domain/measures"]["departures"])
HOLDERS = frozenset({FactKind.PERSON, FactKind.POST})


def taken_up(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """`facts`, those of a post held since a day, and that day, told of an appointment."""
    return tuple(replace(fact, near=fact.near | {APPOINTED}) if _taken(fact) else fact for fact in facts)


def _taken(fact: Fact) -> bool:
    post = fact.kind is FactKind.POST or any(
        id_.startswith("post:") and layer == Layer.NEAR for id_, layer in fact.names
    )
    if not post or "former" in fact.traits or fact.near & DEPARTURES:
        return False
    if fact.kind is FactKind.DATE:
        return "since" in fact.traits
    return fact.kind in HOLDERS and any(time.role == "since" and time.layer == Layer.NEAR for time in fact.times)
