"""What somebody said, asked for or was given to do: the words of the line that tells it of them, and of nobody else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from knowledge.ask import prose
from knowledge.ask.lookup import Desk
from knowledge.ask.question import Question, Unit
from knowledge.ask.shelf import Held
from knowledge.ask.weighing import MET
from knowledge.facts.fact import FactKind
from knowledge.facts.terms import Terms
from knowledge.lexicon.load import load
from knowledge.model import Span
from knowledge.text.fold import fold

BEARERS = ("person:", "post:", "org:")
FAR = 90  # letters between somebody and what is told of them: a post or an office may stand there
ABOUT = 0.5  # of what else is asked, to be said by the line
LEAST = 3  # words told
MOST = 3  # lines of one report
_HEAD = re.compile(
    r"^\W*(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s*|[a-zđ][.)]\s*|[-+•*–]\s*)?(?P<head>[^:\n]{2,140}):\s*(?P<told>\S.*)$",
    re.DOTALL,
)
_SENTENCE = re.compile(r"[.;](?=\s|$)")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question wants told of somebody: the `deed` ("says", "asks", "given", …), the words that name them, and
    what is asked besides."""

    deed: str
    who: str
    beside: str


@dataclass(frozen=True, slots=True)
class Told:
    """A line that tells it: where, and the words."""

    held: Held
    span: Span

    @property
    def text(self) -> str:
        return " ".join(self.held.passage.quote[self.span.start : self.span.end].split()).strip(" ,;.")


def asked(question: Question) -> Asked | None:
    """What is asked to be told of somebody; None for any other question."""
    read = question.read.strip()
    for deed, pattern in _patterns(question.language):
        match = pattern.search(fold(read))
        if match:
            return Asked(deed, read[slice(*match.span("who"))], f"{read[: match.start()]} ; {read[match.end() :]}")
    return None


def find(question: Question, wanted: Asked, desk: Desk, terms: Terms) -> tuple[Told, ...]:
    """The lines of the latest report that tells it, at most :data:`MOST`; none where no report does."""
    weigh = desk.weighing(question)
    subject = tuple(unit for unit in question.units if unit.text in wanted.who)
    rest = tuple(
        unit
        for unit in question.units
        if unit.text in wanted.beside and not unit.light and unit.word is None and not _meeting(unit)
    )
    bearers = frozenset(id_ for id_ in question.named if id_.startswith(BEARERS))
    found: list[Told] = []
    passages = sorted(desk.shelf.passages, key=lambda held: held.id)
    before: dict[int, Held] = {held.id: held for held in passages}
    for held in passages:
        if held.passage.kind != "sentence" or weigh.timing.fit(prose.whole(held.passage), held) is None:
            continue
        if rest and sum(_said(unit, held) for unit in rest) < ABOUT * len(rest):
            continue
        span = _told(held, before.get(held.id - 1), wanted.deed, bearers, subject, terms)
        if span is not None and len(held.passage.quote[span.start : span.end].split()) >= LEAST:
            found.append(Told(held, span))
    if not found:
        return ()
    latest = max(found, key=lambda told: (told.held.report.document_date is not None, told.held.report.document_date))
    return tuple(told for told in found if told.held.report.id == latest.held.report.id)[:MOST]


def _told(
    held: Held, before: Held | None, deed: str, bearers: frozenset[str], subject: tuple[Unit, ...], terms: Terms
) -> Span | None:
    """Where a passage tells it: after the name before a colon, after the verb of which somebody is the subject, or, of
    what was given to somebody, after the name."""
    quote = held.passage.quote
    labelled = _HEAD.match(quote)
    if labelled and _names(held, Span(*labelled.span("head")), bearers, subject, terms):
        if deed == "given" and not held.passage.context.isdisjoint(_opinions()):
            return None  # a line of what they had to say
        return _labelled(quote, Span(*labelled.span("told")), deed)
    for name in _places(held, bearers):
        if deed == "given":
            if _verb("given", r"\s*(?:cho\s+)?(?:các\s+)?(?:[Đđ]/c|đồng chí|ông|bà)?\s*$").search(quote, 0, name.start):
                return Span(name.end, _end(quote, name.end))
            continue
        match = _verb(deed, "").search(quote, name.end, min(len(quote), name.end + FAR))
        if match and not _others(held, Span(name.end, match.start())):
            return Span(match.start(), _end(quote, match.end()))
    if deed != "given" and before is not None and before.report.id == held.report.id and _goes_on(quote):
        people = [fact for fact in before.passage.facts if fact.kind is FactKind.PERSON and fact.name is not None]
        if people and people[-1].name is not None and people[-1].name.id in bearers:
            match = _verb(deed, "").search(quote, 0, FAR)
            if match and not _others(held, Span(0, match.start())):
                return Span(match.start(), _end(quote, match.end()))
    return None


def _labelled(quote: str, told: Span, deed: str) -> Span | None:
    """Of a line with a name before its colon all that follows; of what was asked for only what is said to be so."""
    if deed in ("given", "says"):
        return told
    match = _verb(deed, "").search(quote, told.start)
    return Span(match.start(), _end(quote, match.end())) if match else None


def _places(held: Held, bearers: frozenset[str]) -> Iterator[Span]:
    """Where the passage names them."""
    for fact in held.passage.facts:
        if fact.name is not None and fact.name.id in bearers:
            yield fact.span


def _names(held: Held, head: Span, bearers: frozenset[str], subject: tuple[Unit, ...], terms: Terms) -> bool:
    """Whether the words before a colon name them: by a name, or by all the words of the question for them."""
    named = [fact for fact in held.passage.facts if fact.name is not None and head.holds(fact.span)]
    if any(fact.name is not None and fact.name.id in bearers for fact in named):
        return True
    if bearers or not subject:
        return False
    said = frozenset(term.id for term in terms.widened(held.passage.quote[head.start : head.end]))
    return all(unit.said(said) >= 1.0 for unit in subject)


def _others(held: Held, span: Span) -> bool:
    """Whether somebody else is named within `span`."""
    return any(fact.kind is FactKind.PERSON and span.holds(fact.span) for fact in held.passage.facts)


def _end(quote: str, start: int) -> int:
    match = _SENTENCE.search(quote, start)
    return match.start() if match else len(quote)


def _goes_on(quote: str) -> bool:
    """Whether a sentence goes on about the person last named ("Ông yêu cầu …")."""
    return (
        re.match(rf"(?:{'|'.join(map(re.escape, load()['vi/utterances']['pronouns']['words']))})\b", quote) is not None
    )


def _said(unit: Unit, held: Held) -> bool:
    said = (
        held.passage.sentence | held.passage.context | held.report.terms | {"n:" + id_ for id_, _ in held.passage.names}
    )
    return unit.said(said) >= ABOUT


def _meeting(unit: Unit) -> bool:
    return any(term in MET for term, _ in unit.options)


@lru_cache(maxsize=1)
def _opinions() -> frozenset[str]:
    return frozenset("c:" + id_ for id_ in load()["vi/utterances"]["opinions"]["concepts"])


@lru_cache(maxsize=16)
def _verb(deed: str, after: str) -> re.Pattern[str]:
    table = load()["vi/utterances"]["verbs"]
    verbs = [verb for kind in table for verb in table[kind]] if deed == "says" else table[deed]
    return re.compile(
        rf"\b(?:{'|'.join(sorted(map(re.escape, verbs), key=len, reverse=True))})\b{after}", re.IGNORECASE
    )


@lru_cache(maxsize=2)
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = load()[f"{language}/utterances"]["asked"]
    return tuple((row["deed"], re.compile(pattern)) for row in rows for pattern in row["patterns"])
