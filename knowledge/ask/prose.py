"""Answers from running text, where no figure or name alone will do: the smallest stretch that answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.ask.lookup import Desk
from knowledge.ask.pointless import pointless
from knowledge.ask.question import Question, Unit, Wanted
from knowledge.ask.score import Candidate, score
from knowledge.ask.shelf import Held
from knowledge.ask.show import LONGEST, shortened
from knowledge.ask.sought import sought
from knowledge.ask.superlatives import only_bounds
from knowledge.facts.fact import Fact, FactKind, Layer, Passage
from knowledge.facts.terms import Terms, within
from knowledge.model import Span
from knowledge.text.sentences import clauses
from knowledge.text.tokens import tokens

KEY = 10.0
CHARGE = "c:responsibility"
GAP = 2  # characters between two sentences
LIKELY = 5  # passages looked through for what is told in words
SPOKEN = 0.4  # of what is asked, to be said by the sentence that is to answer it
ADDED = 3  # words an answer must have that the question has not
_NUMBERED = re.compile(r"\A\s*\(?\d{1,2}[.)/]\s")
_ROUND_THE_CLOCK = re.compile(r"\b(?:24/24|24/7|7/7)\b")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a passage: where, as text, and the candidate it was found by."""

    candidate: Candidate
    span: Span
    text: str


def passages(question: Question, desk: Desk) -> list[Candidate]:
    """Whole passages by how much of the question they explain, best first."""
    weigh = desk.weighing(question)
    rules = replace(desk.rules, contrasts=(), members=frozenset())
    found = []
    for held in desk.shelf.passages:
        if held.passage.kind == "heading" or only_bounds(question, held.passage):
            continue
        fact = whole(held.passage)
        candidate = score(question, fact, held, desk.shelf, rules, weigh)
        if candidate is not None:
            found.append(candidate)
    return sorted(found, key=lambda c: (-c.score, c.held.id))


def naming(question: Question, desk: Desk, kind: str) -> list[Candidate]:
    """The same of passages that name something of the `kind` looked for: they need not say what it is."""
    units = tuple(unit for unit in question.units if not unit.head)
    if not any(not unit.light for unit in units):
        return []
    found = passages(replace(question, units=units), desk)
    return [c for c in found if any(id_.startswith(kind) for id_, _ in c.held.passage.names)]


def told(question: Question, desk: Desk) -> Iterator[tuple[Candidate, str]]:
    """The clauses of the passages that speak most of what is asked, of its time and of nothing ahead."""
    for candidate in passages(replace(question, wanted=Wanted.TEXT), desk)[:LIKELY]:
        if candidate.score < desk.line or not of_time(question, candidate) or "ahead" in candidate.fact.traits:
            continue
        quote = candidate.held.passage.quote
        yield from ((candidate, quote[span.start : span.end]) for span in clauses(quote))


def of_time(question: Question, candidate: Candidate) -> bool:
    """Whether the passage names no time, none being asked for, or one that has to do with a time asked for."""
    own = [time.period for time in candidate.held.passage.times if time.layer <= Layer.SENTENCE]
    asked = [when.period for when in (*question.whens, *question.bases)]
    return (
        not own or not asked or any(one.start < other.end and other.start < one.end for one in own for other in asked)
    )


def whole(passage: Passage) -> Fact:
    names = tuple((id_, 0) for id_, _ in passage.names)
    return Fact(
        FactKind.TEXT, Span(0, len(passage.quote)), passage.quote, passage.sentence, frozenset(),
        times=passage.times, names=names, traits=passage.traits,
    )  # fmt: skip


def reason(question: Question, desk: Desk, markers: re.Pattern[str]) -> Stretch | None:
    """The clause that gives the reason, from a passage that explains the rest."""
    for candidate in passages(question, desk)[:5]:
        if candidate.score < desk.line:
            return None
        if not of_time(question, candidate):
            continue
        for held in (candidate.held, *_next(candidate.held, desk)):
            quote = held.passage.quote
            match = markers.search(quote) if held is candidate.held else markers.match(quote)
            if match is None:
                continue
            span = Span(match.start(), _stop(quote, match.start()))
            told = candidate if held is candidate.held else replace(candidate, held=held, fact=whole(held.passage))
            return Stretch(told, span, shortened(quote[span.start : span.end]))
    return None


def _next(held: Held, desk: Desk) -> tuple[Held, ...]:
    """The sentence right behind one, in the same paragraph or list."""
    passage = held.passage
    behind = [
        other
        for other in desk.shelf.passages
        if other.report.id == held.report.id
        and other.passage.group == passage.group
        and passage.end <= other.passage.start <= passage.end + GAP
    ]
    return tuple(behind[:1])


def _stop(text: str, start: int) -> int:
    match = re.search(r"[;.](?=\s|$)", text[start:])
    return start + match.start() if match else len(text)


def text(question: Question, desk: Desk, terms: Terms) -> Stretch | None:
    """The stretch of the best passage that says most of what the question leaves open, 200 characters at most."""
    asked = sought(question)
    ranked = passages(asked.question, desk)
    if not ranked or ranked[0].score < desk.line or not of_time(question, ranked[0]):
        return None
    best = ranked[0]
    if spoken(asked.question, best, desk) < SPOKEN or not _done(asked.question, best):
        return None
    quote = best.held.passage.quote
    spans = clauses(quote) or (Span(0, len(quote)),)
    found = terms.widened(quote)
    said = [explained(question, within(found, span.start, span.end)) for span in spans]
    telling = [index for index in range(len(spans)) if not asked.figure or _figure(quote, spans[index], question)]
    if not telling:
        return None
    start = end = max(telling, key=lambda index: said[index])
    while True:
        grown = False
        if end + 1 < len(spans) and spans[end + 1].end - spans[start].start <= LONGEST:
            end, grown = end + 1, True
        if not grown and start > 0 and spans[end].end - spans[start - 1].start <= LONGEST:
            start, grown = start - 1, True
        if not grown:
            break
    span = Span(spans[start].start, spans[end].end)
    short = shortened(quote[span.start : span.end].strip(" ,;"))
    if pointless(asked, question, best.held, span, terms):
        return None
    return Stretch(best, span, short) if _adds(question, short) else None


def spoken(question: Question, candidate: Candidate, desk: Desk) -> float:
    """Share of what the question asks that the passage says itself, not the headings and names around it."""
    weigh, passage = desk.weighing(question), candidate.held.passage
    own = passage.sentence | {"n:" + id_ for id_, _ in passage.names}
    if passage.kind == "row":
        own |= candidate.fact.near  # a cell is told by its column's heading too
    total = sum(weigh.of[unit.text] for unit in question.units)
    if not total:
        return 1.0
    said = 0.0
    for unit in question.units:
        said += weigh.of[unit.text] * unit.said(own)
    return said / total


def charged(question: Question, candidate: Candidate) -> bool:
    """Whether it is asked who is in charge of something, and the candidate is a person with what they have in charge
    behind a colon, below a heading that says so ("PTB Lan: cửa khẩu, xây dựng" below "Phân công phụ trách")."""
    passage, fact = candidate.held.passage, candidate.fact
    if "responsibility" not in question.concepts or CHARGE not in passage.context:
        return False
    return fact.kind is FactKind.PERSON and passage.quote[fact.span.end :].lstrip(" -–").startswith(":")


def _done(question: Question, candidate: Candidate) -> bool:
    """Whether the passage, or what stands around it, says what became of the thing looked for ("dự án nào bị thu hồi"):
    of another thing of its kind it is no answer."""
    if question.wanted is not Wanted.WHICH:
        return True
    passage = candidate.held.passage
    said = passage.sentence | passage.context | candidate.fact.near | {"n:" + id_ for id_, _ in passage.names}
    told = [
        any(term in said for term in unit.terms)
        for unit in question.units
        if not (unit.head or unit.light) and unit.word is None and unit.options[0][0].startswith("c:")
    ]
    return not told or any(told)


def _figure(quote: str, span: Span, question: Question) -> bool:
    """Whether a clause holds a figure that the question does not."""
    told = _NUMBERED.sub("", quote[span.start : span.end])
    figures = set(re.findall(r"\d+", _ROUND_THE_CLOCK.sub(" ", told)))
    return bool(figures - set(re.findall(r"\d+", question.read)))


def _adds(question: Question, short: str) -> bool:
    """Whether `short` says a few words more than the question."""
    asked = {token.folded for token in tokens(question.read)}
    return len({token.folded for token in tokens(short)} - asked) >= ADDED


def explained(question: Question, terms: frozenset[str], key: Unit | None = None) -> float:
    """How many of the question's things `terms` say; `key` counts for as much as all others."""
    total = 0.0
    for unit in (*question.units, *question.inherited):
        said = max((factor for term, factor in unit.options if term in terms), default=0.0)
        total += said * (KEY if unit is key else 1.0)
    return total


def named(
    question: Question, candidates: Sequence[Candidate], kinds: frozenset[FactKind], within: str = ""
) -> Candidate | None:
    """The name of one of `kinds` in the best passage that the question itself does not name (its id begins with
    `within`): the one of whom its own clause says most that is asked, else the first."""
    asked = question.named | {id_ for who in question.whos for id_ in who.ids}
    for candidate in candidates[:3]:
        facts = [
            fact
            for fact in candidate.held.passage.facts
            if fact.kind in kinds
            and fact.name is not None
            and fact.name.id not in asked
            and fact.name.id.startswith(within)
        ]
        if facts:
            fact = max(facts, key=lambda one: explained(question, one.near))
            return Candidate(fact, candidate.held, candidate.score, candidate.coverage, candidate.parts)
    return None
