"""Who was at a meeting, and who was not: a person, or a body and its people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from knowledge.ask import prose
from knowledge.ask.judgement import Judgement
from knowledge.ask.lookup import Desk
from knowledge.ask.question import Question, Unit, Wanted
from knowledge.ask.score import Candidate
from knowledge.facts.fact import FactKind, Passage
from knowledge.facts.terms import Terms, within
from knowledge.lexicon.load import load
from knowledge.model import Span
from knowledge.text.fold import fold
from knowledge.text.sentences import clauses

ASKED = frozenset({"attend", "absent"})
ATTENDED = "c:attend"
ABSENT = "c:absent"
BEHIND = 40  # characters behind a name within which it may be said to be missed
_STOPS = re.compile(r"[;.(,]|\d\.")
SAID = 0.8


@dataclass(frozen=True, slots=True)
class Words:
    """Words that say somebody is missed, and by language what asks whether somebody went."""

    absence: re.Pattern[str]
    went: Mapping[str, re.Pattern[str]]


def asks(question: Question, words: Words) -> bool:
    """Whether it is asked if somebody, or some body, was at a meeting."""
    if not question.concepts & ASKED and not words.went[question.language].search(fold(question.read)):
        return False
    return any(id_.startswith("person:") for id_ in question.named) or bool(_subject(question))


def judge(question: Question, desk: Desk, terms: Terms, words: Words) -> Judgement | None:
    """Whether the one asked about was there (or was missed, where that is asked); None where no report tells."""
    present = _person(question, desk, words.absence) or _body(question, desk, terms, words.absence)
    if present is None:
        return None
    asks_absent = "absent" in question.concepts and "attend" not in question.concepts
    return replace(present, value=present.value != asks_absent)


def _person(question: Question, desk: Desk, absence: re.Pattern[str]) -> Judgement | None:
    people = {id_ for id_ in question.named if id_.startswith("person:")}
    if not people:
        return None
    asked = replace(question, wanted=Wanted.PERSON, named=frozenset(), units=(), concepts=frozenset())
    ranked = desk.ranked(asked, frozenset({FactKind.PERSON}))
    for candidate in [c for c in ranked if c.fact.name is not None and c.fact.name.id in people][:1]:
        quote, span = candidate.held.passage.quote, candidate.fact.span
        missed = absence.search(quote[: span.start]) or absence.search(_behind(candidate))
        return Judgement(missed is None, quote, (candidate,))
    return None


def _behind(candidate: Candidate) -> str:
    """What is said right behind a name, as far as the next mark or person; all of it where the roll says that they were
    missed ("ông A, Phó Trưởng ban, vắng")."""
    passage, end = candidate.held.passage, candidate.fact.span.end
    others = [f.span.start for f in passage.facts if f.kind is FactKind.PERSON and f.span.start >= end]
    if ABSENT in candidate.fact.near:
        return passage.quote[end:]
    text = passage.quote[end : min([end + BEHIND, *others])]
    stop = _STOPS.search(text)
    return text[: stop.start()] if stop else text


def _body(question: Question, desk: Desk, terms: Terms, absence: re.Pattern[str]) -> Judgement | None:
    """Whether a body is told of where those present, or those missed, are listed; what is missed goes first."""
    subject = _subject(question)
    if not subject:
        return None
    there: Judgement | None = None
    asked = replace(question, wanted=Wanted.TEXT, units=subject)
    for candidate in prose.passages(asked, desk):
        if not prose.of_time(question, candidate):
            continue
        passage = candidate.held.passage
        for text, held in _clauses(passage, terms):
            if not all(_named(unit, text, held, question.language) for unit in subject):
                continue
            if absence.search(text):
                return Judgement(False, passage.quote, (candidate,))
            if there is None and ATTENDED in passage.sentence | passage.context:
                there = Judgement(True, passage.quote, (candidate,))
    return there


def _clauses(passage: Passage, terms: Terms) -> Iterator[tuple[str, frozenset[str]]]:
    """The clauses of a passage, one before a colon with what follows; each with its terms and names."""
    quote = passage.quote
    found = terms.widened(quote)
    spans = list(clauses(quote)) or [Span(0, len(quote))]
    for index, span in enumerate(spans):
        if index and quote[: span.start].rstrip().endswith(":"):
            span = Span(spans[index - 1].start, span.end)
        names = frozenset("n:" + f.name.id for f in passage.facts if f.name is not None and span.holds(f.span))
        yield quote[span.start : span.end], within(found, span.start, span.end) | names


def _subject(question: Question) -> tuple[Unit, ...]:
    """Who is asked about: what stands before the word for being there, short of people and light words."""
    place = 0
    found: list[Unit] = []
    for unit in question.units:
        if any(term[2:] in ASKED for term, factor in unit.options if factor == 1.0):
            return tuple(found)
        at = question.read.find(unit.text, place)
        place = max(place, at + len(unit.text))
        if not unit.light and not any(term[2:] in _people() for term, factor in unit.options if factor == 1.0):
            found.append(unit)
    return ()


def _named(unit: Unit, text: str, held: frozenset[str], language: str) -> bool:
    """Whether a clause names what the unit does: by its words, or by a concept that is of one body alone."""
    if any(term in held for term, factor in unit.options if term.startswith("n:") and factor >= SAID):
        return True
    if re.search(rf"\b{re.escape(fold(unit.text))}\b", fold(text)):
        return True
    own = [term for term, factor in unit.options if term.startswith("c:") and factor == 1.0]
    return language == "en" and any(term in held and term[2:] not in _kinds() for term in own)


@lru_cache(maxsize=1)
def _kinds() -> frozenset[str]:
    return frozenset(load()["domain/measures"]["kinds_of_bodies"])


@lru_cache(maxsize=1)
def _people() -> frozenset[str]:
    return frozenset(load()["domain/measures"]["members"])
