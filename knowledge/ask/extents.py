"""How far a thing reaches ("cảng cạn rộng bao nhiêu", "how long is the road"): whose figure it must be."""

from __future__ import annotations

from dataclasses import replace

from knowledge.ask.question import Unit


def of_thing(units: tuple[Unit, ...], extent: str) -> tuple[Unit, ...]:
    """`units` of a question about the `extent`, a concept, of a thing: the first thing that is spoken of must be said
    where the figure stands, since a figure of another thing says the extent as well."""
    said = "c:" + extent
    thing = next((unit for unit in units if not unit.light and all(term != said for term, _ in unit.options)), None)
    return tuple(replace(unit, narrows=True) if unit is thing else unit for unit in units)
