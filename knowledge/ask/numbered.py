"""Places told apart by a number: "KCN Quế Võ 2" is written "Quế Võ II" as well."""

from __future__ import annotations

import re

from knowledge.recognise.ordinals import roman

ZONES = ("zone:", "commune:", "village:")
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_COUNTED = r"(?:thang|nam|ngay|quy|tuan|du an|xe|ho|doanh|lo|ha|%|month|year|day|week|quarter|project)"
_NUMBER = re.compile(rf"\s+(?P<number>[1-9]|[ivx]{{1,4}})\b(?![.,/]\d)(?!\s*{_COUNTED}\b)")
_TAIL = re.compile(r"-(?P<number>[1-9]|[ivx]{1,4})$")


def numbered(ids: tuple[str, ...], after: str) -> tuple[tuple[str, ...], int]:
    """The ids of a place with the number that follows it in `after` (folded), either way of writing it, before those
    without; how long that number is, 0 where none follows. An id that ends in a number is joined by its other way."""
    match = _NUMBER.match(after)
    value = _value(match["number"]) if match is not None else None
    own = [id_ for id_ in ids if id_.startswith(ZONES)]
    if match is None or value is None or not own or any(_TAIL.search(id_) for id_ in own):
        return (*ids, *(other for id_ in own if (other := _otherwise(id_)))), 0
    both = tuple(f"{id_}-{way}" for id_ in own for way in (str(value), _ROMAN[value]))
    return (*both, *ids), match.end()


def bare(id_: str) -> str:
    """The id of a zone without its number: whoever names none may mean any; "" where it ends in none."""
    match = _TAIL.search(id_)
    return id_[: match.start()] if match is not None and id_.startswith(ZONES) else ""


def _otherwise(id_: str) -> str:
    """The id with its number written the other way; "" where it ends in none."""
    match = _TAIL.search(id_)
    value = _value(match["number"]) if match is not None else None
    if match is None or value is None:
        return ""
    way = _ROMAN[value] if match["number"].isdigit() else str(value)
    return f"{id_[: match.start()]}-{way}"


def _value(number: str) -> int | None:
    value = int(number) if number.isdigit() else roman(number)
    return value if value is not None and 0 < value < len(_ROMAN) else None
