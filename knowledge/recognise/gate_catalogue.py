"""The gates that the lexicon knows: names, aliases, and what the words beside them tell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from knowledge.lexicon.load import Lexicon
from knowledge.model import Name
from knowledge.recognise.name_words import slug, syllable


@dataclass(frozen=True, slots=True)
class Gate:
    name: Name
    kind: str
    place: bool = False  # the word also names a town or province
    common: bool = False  # in small letters also an everyday word
    not_after: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()


def gate_rows(lexicon: Lexicon) -> Iterable[tuple[str, Gate]]:
    """Every wording of every catalogued gate."""
    rows: list[Any] = lexicon["domain/gates"].get("gate", [])
    provinces: dict[str, set[str]] = {}
    for row in rows:
        provinces.setdefault(row["name"], set()).add(row.get("province", ""))
    for row in rows:
        name = row["name"]
        homes = provinces[name] - {""}
        within = f"province:{slug(next(iter(homes)))}" if len(homes) == 1 else None
        gate = Gate(
            Name(f"gate:{slug(name)}", name, True, within),
            row.get("kind", ""),
            row.get("place", False),
            row.get("common", False),
            _folded(row.get("not_after", ())),
            _folded(row.get("not_before", ())),
        )
        for wording in (name, *row.get("aliases", ())):
            yield wording, gate if name.endswith(wording) else replace(gate, place=False)


def _folded(phrases_: Iterable[str]) -> frozenset[str]:
    return frozenset(" ".join(syllable(word)[1] for word in phrase.split()) for phrase in phrases_)
