"""The places that the lexicon knows, by level, each with all its wordings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from knowledge.lexicon.load import Lexicon
from knowledge.model import Name
from knowledge.recognise.name_words import slug
from knowledge.text.keyboard import is_syllable


@dataclass(frozen=True, slots=True)
class Place:
    level: str
    name: Name
    common: bool = False
    bare: bool = True


def place_rows(lexicon: Lexicon) -> Iterable[tuple[str, Place]]:
    """Every wording of every catalogued place."""
    table: Any = lexicon["domain/places"]
    provinces = table.get("provinces", {})
    common = set(provinces.get("common", ()))
    for name in provinces.get("names", ()):
        place = Place("province", Name(f"province:{slug(name)}", name, True), name in common)
        for wording in (name, *provinces.get("aliases", {}).get(name, ())):
            yield wording, place
    homes: dict[str, set[str]] = {}
    for province, names in table.get("districts", {}).items():
        for name in names:
            homes.setdefault(name, set()).add(province)
    for name, where in homes.items():
        within = f"province:{slug(next(iter(where)))}" if len(where) == 1 else None
        yield name, Place("district", Name(f"district:{slug(name)}", name, True, within), False, " " in name)
    for row in table.get("country", ()):
        place = Place("country", Name(f"country:{slug(row['name'])}", row["name"], True), row.get("common", False))
        for wording in (row["name"], *row.get("aliases", ())):
            yield wording, place
    plain = set(table.get("abroad", {}).get("plain", ()))
    for country, names in table.get("foreign", {}).items():
        for wordings in names:
            name = Name(f"foreign:{slug(wordings[0])}", wordings[0], True, f"country:{slug(country)}")
            for wording in wordings:
                yield wording, Place("foreign", name, wording not in plain and _vietnamese(wording))
    for row in table.get("zone", ()):
        within = f"province:{slug(row['province'])}" if "province" in row else None
        place = Place(
            "zone",
            Name(f"zone:{slug(row['name'])}", row["name"], True, within),
            row.get("common", False),
            row.get("bare", False),
        )
        yield row["name"], place
        for wording in row.get("aliases", ()):
            yield wording, replace(place, bare=False)


def opposite_rows(lexicon: Lexicon) -> Iterable[tuple[str, Place]]:
    """The gates across the border, from the gates that face them."""
    for row in lexicon["domain/gates"].get("gate", ()):
        for name in row.get("opposite", ()):
            yield name, Place("foreign", Name(f"foreign:{slug(name)}", name, True), _vietnamese(name))


def _vietnamese(wording: str) -> bool:
    """Whether each part of the name could be a Vietnamese word, so that it may be everyday words without its marks."""
    return all(is_syllable(part) for part in slug(wording).split("-"))
