"""Days that were put off: of "lùi từ 02/12 sang 18/12/2009" the first was only planned, the second holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.facts.fact import Fact, FactKind
from knowledge.lexicon.load import load

NEAR = 45  # letters before a day in which it may be said that something was put off to it
DAYS = frozenset({"day", "deadline", "as-of", "since"})
MOVED, PLANNED = "moved", "planned"
_PARTED = re.compile(r"[;.\n]")


def _words(*keys: str) -> str:
    return "|".join(re.escape(word) for key in keys for word in load()["vi/moved"][key])


_FILLED = rf"(?:\s+(?:{_words('fill')}))*"
_TO = rf"(?:(?:{_words('to')})(?:\s+{_words('day')})?|{_words('day')})"
_TARGET = re.compile(_TO, re.IGNORECASE)
# Right before a day: that something was put off to it; words that also mean other things only with "sang".
_PUT_OFF = re.compile(
    rf"\b(?:(?:{_words('verbs')}){_FILLED}(?:\s+{_TO})?|(?:{_words('loose')}){_FILLED}\s+{_TO})\s*$", re.IGNORECASE
)
_FROM = re.compile(
    rf"\b(?:{_words('verbs', 'loose')}){_FILLED}\s+(?:{_words('from')})(?:\s+{_words('day')})?\s*$", re.IGNORECASE
)


def moved(facts: Sequence[Fact], text: str) -> list[Fact]:
    """`facts` of a sentence `text`, with "moved" on days to which something was put off and "planned" on those it was
    put off from."""
    told = list(facts)
    days = [index for index, fact in enumerate(told) if fact.kind is FactKind.DATE and fact.traits & DAYS]
    for place, index in enumerate(days):
        fact = told[index]
        before = days[place - 1] if place else None
        start = told[before].span.end if before is not None else 0
        lead = text[max(start, fact.span.start - NEAR) : fact.span.start]
        from_ = before is not None and _goes_from(text, told[before]) and _TARGET.fullmatch(lead.strip()) is not None
        if not from_ and _PUT_OFF.search(lead) is None:
            continue
        near = fact.near
        if before is not None and not _PARTED.search(text, start, fact.span.start):
            first = told[before]
            near |= first.near
            told[before] = replace(first, traits=(first.traits - {MOVED, "since", "as-of"}) | {PLANNED, "day"})
        traits = (fact.traits - {PLANNED, "as-of"}) | {MOVED, "day"}
        told[index] = replace(fact, traits=traits, near=near, clause=fact.clause - near)
    return told


def _goes_from(text: str, first: Fact) -> bool:
    """Whether the day is the one that something was put off from ("lùi từ 02/12")."""
    return _FROM.search(text[max(0, first.span.start - NEAR) : first.span.start]) is not None
