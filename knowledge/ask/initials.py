"""Provinces by their initials, as staff type them first in a question: "hp 2031 thu phí bao nhiêu" is Hải Phòng."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from knowledge.recognise.resolver import KnownName
from knowledge.text.fold import fold

_FIRST = re.compile(r"\s*(?P<short>[^\W\d_]{2,4})(?=\s+\S)")


def of(known: Iterable[KnownName]) -> Mapping[str, str]:
    """To the initials of a province that the reports name, its name; none where two share them."""
    found: dict[str, set[str]] = {}
    for name in known:
        if name.id.startswith("province:"):
            found.setdefault("".join(word[0] for word in fold(name.name).split()), set()).add(name.name)
    return {short: next(iter(names)) for short, names in found.items() if len(names) == 1 and len(short) > 1}


def expanded(text: str, initials: Mapping[str, str], words: Iterable[str]) -> str:
    """`text` with the province written out that its first word is short for, unless that is one of `words`."""
    match = _FIRST.match(text)
    if match is None or fold(match["short"]) in words:
        return text
    name = initials.get(fold(match["short"]))
    return text if name is None else text[: match.start("short")] + name + text[match.end("short") :]
