"""Days that were put off: of "lùi từ 02/12 sang 18/12/2009" the first was only planned, the second holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from knowledge.facts.fact import Fact, FactKind
from knowledge.lexicon.load import load

NEAR = 45  # letters before a day in which it may be said that something was put off to it
DAYS = frozenset({"day", "deadline", "as-of", "since"})
MOVED, PLANNED = "moved", "planned"
_PARTED = re.compile(r"[;.\n]")


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
        from_ = before is not None and _goes_from(text, told[before]) and _target().fullmatch(lead.strip()) is not None
        if not from_ and _put_off().search(lead) is None:
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
    return _from().search(text[max(0, first.span.start - NEAR) : first.span.start]) is not None


def _verbs() -> str:
    return "|".join(map(re.escape, load()["vi/moved"]["verbs"]))


def _filled() -> str:
    return rf"(?:\s+(?:{'|'.join(map(re.escape, load()['vi/moved']['fill']))}))*"


def _targets() -> str:
    return "|".join(map(re.escape, load()["vi/moved"]["to"]))


@lru_cache(maxsize=1)
def _put_off() -> re.Pattern[str]:
    """Right before a day: that something was put off to it; words that also mean other things only with "sang"."""
    loose = "|".join(map(re.escape, load()["vi/moved"]["loose"]))
    clear = rf"(?:{_verbs()}){_filled()}(?:\s+(?:{_targets()}))?"
    vague = rf"(?:{loose}){_filled()}\s+(?:{_targets()})"
    return re.compile(rf"\b(?:{clear}|{vague})\s*$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _from() -> re.Pattern[str]:
    loose, source = ("|".join(map(re.escape, load()["vi/moved"][key])) for key in ("loose", "from"))
    return re.compile(rf"\b(?:{_verbs()}|{loose}){_filled()}\s+(?:{source})\s*$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _target() -> re.Pattern[str]:
    return re.compile(_targets(), re.IGNORECASE)
