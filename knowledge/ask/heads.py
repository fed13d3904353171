"""The thing counted or looked for, among the things a question speaks of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from knowledge.ask.forms import Asked
from knowledge.ask.question import Unit, Wanted
from knowledge.lexicon.load import load
from knowledge.model import Dimension
from knowledge.text.fold import fold

HEAD_GAP = 8  # characters between the asking words and the thing asked for
PEOPLE = frozenset({"c:people_count"})
BY_HEAD = frozenset(load()["domain/measures"]["counts"]["người"])
RUN = 3  # words before the thing counted that say what it is like


def asked_for(read: str, asked: Asked, spans: list[tuple[int, int]]) -> int | None:
    """Index of the thing counted or looked for: right after the asking words, or right before "nào"."""
    if asked.wanted is None or asked.dimension == Dimension.PERCENT:
        return None  # a rate counts nothing
    if asked.wanted in (Wanted.QUANTITY, Wanted.LIST) or (asked.wanted is Wanted.WHICH and asked.spans):
        for index, (start, _) in enumerate(spans):
            if 0 <= start - asked.after <= HEAD_GAP:
                return None if any(c.isdigit() for c in read[asked.after : start]) else index
    if asked.wanted is Wanted.WHICH and asked.spans:
        before = [index for index, (_, end) in enumerate(spans) if 0 <= asked.spans[0][0] - end <= HEAD_GAP]
        if before:
            return before[-1]
    return None


def posts_held(units: Sequence[Unit], posts: frozenset[str]) -> int | None:
    """Index of the post all whose holders are asked for ("phó trưởng ban gồm những ai")."""
    return next((i for i, unit in enumerate(units) if any(t[2:] in posts and f == 1.0 for t, f in unit.options)), None)


def named_count(head: int, units: Sequence[Unit], counting: Sequence[bool]) -> int:
    """Index of the count that is named before ("*Số đại biểu* dự là bao nhiêu người"), for the people after the
    asking words; else `head`."""
    if not any(term in PEOPLE for term, factor in units[head].options if factor == 1.0):
        return head
    return next((i for i in range(head) if counting[i] and any(t[2:] in BY_HEAD for t, _ in units[i].options)), head)


def noun(head: int, units: Sequence[Unit], places: Sequence[tuple[int, int]], countable: frozenset[str]) -> int:
    """Index of the thing counted in a run of English words that opens with what it is like ("new FDI projects")."""
    at = head
    while at - head < RUN and not counts(units[at], countable):
        if at + 1 == len(units) or places[at + 1][0] - places[at][1] > 1:
            return head
        at += 1
    return at if counts(units[at], countable) else head


def doing(unit: Unit, language: str) -> bool:
    """Whether an English unit is something done ("clearing one truck"), which takes time and is not counted."""
    return language == "en" and unit.text.lower().endswith("ing")


def befallen(read: str, unit: Unit, place: tuple[int, int]) -> int | None:
    """0 where an English question opens with things of which it goes on to say what was done to them ("households
    already paid compensation"): they are counted, whatever is measured besides."""
    plural = unit.text.lower().endswith("s") and not place[0]
    return 0 if plural and _befell().match(fold(read), place[1]) else None


@lru_cache(maxsize=1)
def _befell() -> re.Pattern[str]:
    return re.compile(load()["en/questions"]["befallen"]["pattern"])


def counts(unit: Unit, countable: frozenset[str]) -> bool:
    """Whether it is a thing that is counted."""
    return any(term[2:] in countable for term, factor in unit.options if factor == 1.0)
