"""What a line tells of somebody in so many words: why they were not there, the post they had before, that they read the
report to a meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from knowledge.ask import prose, titles
from knowledge.ask.lookup import Desk
from knowledge.ask.question import Question, Unit, Wanted
from knowledge.ask.score import Candidate, score
from knowledge.ask.shelf import Held
from knowledge.ask.utterance import Told
from knowledge.facts.fact import Fact, FactKind
from knowledge.lexicon.load import load
from knowledge.model import Span
from knowledge.text.fold import fold
from knowledge.text.required import Screened

PERSON = "person:"
ABSENT = "c:absent"
POSTS = frozenset({Wanted.POST, Wanted.WHICH, Wanted.TEXT, Wanted.LIST, Wanted.PLACE})
_POST = r"[^\W\d][^;:()]{1,60}?"
_BRACKET = re.compile(r"\((?P<bracket>[^()]{2,80})\)")
NEAR = 110  # letters behind a name within which the post they had before is told


def asked(question: Question) -> str:
    """Which of these `question` asks for: "reason", "former", "presented", or "" for none."""
    read = fold(question.text)
    if question.wanted is Wanted.REASON:
        return "reason" if "absent" in question.concepts and _people(question) else ""
    if question.wanted is Wanted.PERSON:
        return "presented" if _form("presented", question.language).search(read) else ""
    if question.wanted in POSTS and _people(question) and _form("former", question.language).search(read):
        if question.language == "en" and not _wanted().search(read):
            return ""
        return "former"
    return ""


def find(question: Question, desk: Desk) -> Told | None:
    """The one thing told; None where nothing is, or different things are."""
    kind = asked(question)
    if not kind:
        return None
    rule = {"reason": _reason, "former": _former, "presented": _presented}[kind]
    people = _people(question)
    bare = replace(question, wanted=Wanted.TEXT, units=(_ANY,), inherited=())
    found = [
        told
        for held in desk.shelf.passages
        if held.passage.kind == "sentence" and (kind == "presented" or _names(held, people))
        for told in rule(held, people)
        if _fits(bare, held, desk)
    ]
    if not found:
        return None
    latest = max((day for told in found if (day := told.held.report.document_date)), default=None)
    last = [told for told in found if told.held.report.document_date == latest] or found
    return last[0] if len({fold(told.text) for told in last}) == 1 else None


def _people(question: Question) -> frozenset[str]:
    """Ids of the people a question names."""
    units = {term[2:] for unit in question.units for term in unit.terms if term.startswith("n:" + PERSON)}
    return frozenset(units | {id_ for id_ in question.named if id_.startswith(PERSON)})


def _names(held: Held, people: frozenset[str]) -> bool:
    return any(id_ in people for id_, _ in held.passage.names)


def _fits(bare: Question, held: Held, desk: Desk) -> bool:
    """Whether the line is of the times and places asked for, of which alone `bare` tells."""
    return score(bare, prose.whole(held.passage), held, desk.shelf, desk.rules, desk.weighing(bare)) is not None


_ANY = Unit("", ())


def _reason(held: Held, people: frozenset[str]) -> Iterator[Told]:
    quote = held.passage.quote
    away = ABSENT in held.passage.sentence | held.passage.context
    for fact in held.passage.facts:
        if not away or fact.kind is not FactKind.PERSON or fact.name is None or fact.name.id not in people:
            continue
        end = _next(held, fact)
        posts = [f for f in held.passage.facts if f.kind is FactKind.POST]
        match = _behind().match(quote[fact.span.end : end])
        if match is None:
            continue
        span = _in(match, "bracket" if match["bracket"] else "told", fact.span.end)
        if any(span.overlaps(post.span) for post in posts) or _none().match(quote[span.start : span.end].strip()):
            rest = _BRACKET.search(quote[span.end + 1 : end])
            if rest is not None:  # the first brackets hold the post
                yield Told(held, _in(rest, "bracket", span.end + 1))
            continue
        yield Told(held, span)


def _in(match: re.Match[str], group: str, start: int) -> Span:
    return Span(start + match.start(group), start + match.end(group))


def _next(held: Held, fact: Fact) -> int:
    """Where the next person is named."""
    starts = [f.span.start for f in held.passage.facts if f.kind is FactKind.PERSON and f.span.start >= fact.span.end]
    return min(starts, default=len(held.passage.quote))


def _former(held: Held, people: frozenset[str]) -> Iterator[Told]:
    quote = held.passage.quote
    persons = [f for f in held.passage.facts if f.kind is FactKind.PERSON and f.name is not None]
    for post in held.passage.facts:
        if post.kind is not FactKind.POST:
            continue
        before = [f for f in persons if f.span.end <= post.span.start]
        who = before[-1] if before else None
        if who is not None and who.name is not None and who.name.id in people:
            between = quote[who.span.end : post.span.start]
            if len(between) <= NEAR and ";" not in between and (_from().search(between) or _was().search(between)):
                yield Told(held, titles.span(Candidate(post, held, 1.0, 1.0, ())))


def _presented(held: Held, people: frozenset[str]) -> Iterator[Told]:
    quote = held.passage.quote
    told = load()["domain/told"]["presented"]
    if not re.search(told["report"], quote, re.IGNORECASE):
        return
    for fact in held.passage.facts:
        if fact.kind is not FactKind.PERSON or fact.name is None:
            continue
        behind = quote[fact.span.end : _next(held, fact)]
        match = re.match(told["behind"], behind, re.IGNORECASE)
        if match is None:
            continue
        near = quote[max(0, fact.span.start - 60) : fact.span.end + match.end() + 30]
        if re.search(told["report"], near, re.IGNORECASE):
            yield Told(held, fact.span)


@lru_cache(maxsize=8)
def _form(kind: str, language: str) -> Screened:
    return Screened(load()["domain/told"][kind][language])


@lru_cache(maxsize=1)
def _wanted() -> re.Pattern[str]:
    return re.compile(load()["domain/told"]["former"]["wanted"])


@lru_cache(maxsize=1)
def _behind() -> re.Pattern[str]:
    return re.compile(load()["domain/told"]["absence"]["behind"].replace("POST", _POST), re.IGNORECASE)


@lru_cache(maxsize=1)
def _none() -> re.Pattern[str]:
    return re.compile(load()["domain/told"]["absence"]["none"], re.IGNORECASE)


@lru_cache(maxsize=1)
def _from() -> re.Pattern[str]:
    return re.compile(load()["domain/told"]["former"]["told"], re.IGNORECASE)


@lru_cache(maxsize=1)
def _was() -> re.Pattern[str]:
    return re.compile(load()["domain/told"]["former"]["held"], re.IGNORECASE)
