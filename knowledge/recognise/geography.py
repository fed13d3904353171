"""What lies in what: gates in zones and provinces, zones and districts in provinces, old provinces in new ones.

Since 1 July 2025 many provinces are one; a gate of the old Kon Tum lies in Quảng Ngãi, too. Ids are those of names.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from knowledge.lexicon.load import Lexicon
from knowledge.recognise.name_words import slug
from knowledge.recognise.place_catalogue import place_rows


class Geography:
    """Built once from a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._outer: dict[str, set[str]] = {}
        self._kinds: dict[str, str] = {}
        self._opposite: dict[str, tuple[str, ...]] = {}
        for _, place in place_rows(lexicon):
            if place.name.within is not None:
                self._put(place.name.id, place.name.within)
            elif place.level == "province":
                self._put(place.name.id, "country:viet-nam")
        table: Any = lexicon["domain/places"]
        for province, names in table.get("districts", {}).items():
            for name in names:
                self._put(f"district:{slug(name)}", f"province:{slug(province)}")
        for old, new in table.get("merged", {}).items():
            self._put(f"province:{slug(old)}", f"province:{slug(new)}")
        for row in lexicon["domain/gates"].get("gate", ()):
            gate = f"gate:{slug(row['name'])}"
            self._kinds[gate] = row.get("kind", "")
            self._opposite[gate] = tuple(f"foreign:{slug(name)}" for name in row.get("opposite", ()))
            if "province" in row:
                self._put(gate, f"province:{slug(row['province'])}")
            if "zone" in row:
                self._put(gate, f"zone:{slug(row['zone'])}")

    def _put(self, inner: str, outer: str) -> None:
        if inner != outer:
            self._outer.setdefault(inner, set()).add(outer)

    def around(self, identity: str) -> frozenset[str]:
        """Ids of all that `identity` lies in, nearest and farthest; empty for one that is not known. A name that two
        gates or districts share lies in both provinces, as far as the name alone tells."""
        found: set[str] = set()
        open_: list[str] = [identity]
        while open_:
            for outer in self._outer.get(open_.pop(), ()):
                if outer not in found:
                    found.add(outer)
                    open_.append(outer)
        return frozenset(found - {identity})

    def contains(self, outer: str, inner: str) -> bool:
        """Whether `inner` is `outer` or lies in it."""
        return inner == outer or outer in self.around(inner)

    def gates_in(self, identity: str) -> tuple[str, ...]:
        """Ids of the catalogued gates that lie in a zone, province or country, in the catalogue's order."""
        return tuple(gate for gate in self._kinds if identity in self.around(gate))

    def gate_kind(self, gate: str) -> str:
        """ "international", "main", "secondary", "opening", "railway", "port", "airport"; "" for an unknown gate."""
        return self._kinds.get(gate, "")

    def opposite(self, gate: str) -> Iterable[str]:
        """Ids of the places that face the gate across the border."""
        return self._opposite.get(gate, ())
