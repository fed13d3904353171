"""People of whom something else is told than is asked: who holds no such post, or did nothing of the kind."""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge.ask.question import Question
from knowledge.ask.shelf import Held
from knowledge.ask.tenure import of_office
from knowledge.facts.fact import Fact, FactKind, Layer
from knowledge.lexicon.load import load
from knowledge.text.fold import fold

MOVED = frozenset({"new", "former", "before"})
HALF = 0.5


def chief(question: Question, fact: Fact, _: Held) -> bool:
    """Whether a deputy is asked for, and the person holds a post, none of them a deputy's."""
    if _asks("deputy").search(fold(question.read)) is None or any(who.kind == "person" for who in question.whos):
        return False
    posts = [id_ for id_, layer in fact.names if layer == Layer.NEAR and id_.startswith("post:")]
    return bool(posts) and not any(id_.startswith("post:pho-") for id_ in posts)


def later_holder(question: Question, fact: Fact, _: Held) -> bool:
    """Whether a post's holder is asked for at a time, and the person held it only from a later day on."""
    if len(question.whens) != 1 or not any(who.kind == "post" for who in question.whos) or "replaced" in fact.traits:
        return False
    since = [time.period.start for time in fact.times if time.role == "since" and time.layer == Layer.NEAR]
    return bool(since) and min(since) >= question.whens[0].period.end


def gone(question: Question, fact: Fact, held: Held) -> bool:
    """Whether it is asked who holds a post now, and the person is told to have left it ("thôi giữ chức Trưởng ban")."""
    if not of_office(question) or "former" in question.traits or question.notes.get("succession"):
        return False
    if any(when.period.end <= question.asked_on for when in question.whens):
        return False
    return _left().match(held.passage.quote, fact.span.end) is not None


@lru_cache(maxsize=1)
def _left() -> re.Pattern[str]:
    words = sorted(load()["vi/others"]["left_post"]["words"], key=len, reverse=True)
    return re.compile(
        rf"(?:, [^,;.]{{3,40}},)?\s*(?:đã |xin |được )?(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE
    )


def strangers(question: Question, _: Fact, held: Held) -> bool:
    """Whether somebody is asked about who is none of the several that the sentence names."""
    asked = {id_ for id_ in question.named if id_.startswith("person:")}
    there = {id_ for id_, _ in held.passage.names if id_.startswith("person:")}
    return bool(asked) and len(there) > 1 and not asked & there


def idle(question: Question, fact: Fact, held: Held) -> bool:
    """Whether it is asked who was absent, took the minutes or took another's place, and the sentence says nothing of
    that, nor of anybody who changed posts."""
    units = (*question.units, *question.inherited)
    deeds = _deeds()
    asked = [unit for unit in units if any(term in deeds and factor == 1.0 for term, factor in unit.options)]
    own = fact.near | fact.clause | held.passage.sentence
    if not asked or any(unit.said(own) >= HALF for unit in asked) or "replaced" in fact.traits:
        return False
    return not any(one.kind is FactKind.POST and one.traits & MOVED for one in held.passage.facts)


@lru_cache(maxsize=1)
def _deeds() -> frozenset[str]:
    return frozenset("c:" + concept for concept in load()["domain/measures"]["deeds"])


@lru_cache(maxsize=4)
def _asks(name: str) -> re.Pattern[str]:
    """The pattern of a row of ``vi/others.toml``, over the folded question."""
    return re.compile(load()["vi/others"][name]["pattern"])
