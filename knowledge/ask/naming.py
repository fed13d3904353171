"""The name or the words that a "which" or "what" question asks for: the smallest stretch that says them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.ask import prose
from knowledge.ask.lookup import Desk
from knowledge.ask.prose import Stretch
from knowledge.ask.question import Question, Unit
from knowledge.ask.score import Candidate
from knowledge.ask.show import LONGEST, shortened
from knowledge.ask.sought import Sought, sought
from knowledge.facts.fact import FactKind
from knowledge.facts.terms import Term, Terms, within
from knowledge.lexicon.load import Lexicon
from knowledge.model import Span
from knowledge.text.capitals import UPPER
from knowledge.text.fold import fold
from knowledge.text.sentences import clauses

LOOKED_AT = 3  # passages
NEAR_BEST = 0.12  # so much worse than the best one they may explain the question
REACH = 40  # letters between what is asked about and the word that says what it is
NAMED = {
    "gate": FactKind.GATE,
    "person": FactKind.PERSON,
    "organisation": FactKind.ORGANISATION,
    "place": FactKind.PLACE,
}
_TELLING = re.compile(rf"{UPPER}\w*[^\W\d_A-Z]|\d")
_STOP = re.compile(r"[;.](?=\s|$)")
_TRIM = " \t\n,;:.–-"


@dataclass(frozen=True, slots=True)
class Words:
    """Where names end, what joins a thing and what it is, which concepts are of speaking (``vi/prose.toml``)."""

    ends: re.Pattern[str]
    copulas: re.Pattern[str]
    speech: frozenset[str]
    at: re.Pattern[str]


def words(lexicon: Lexicon) -> Words:
    """The words of ``vi/prose.toml``."""
    table = lexicon["vi/prose"]

    def any_of(key: str) -> str:
        return "|".join(sorted(map(re.escape, table[key]), key=len, reverse=True))

    return Words(
        re.compile(rf"[,;:.()\t\n](?!\d)|\s[-–—]\s(?!{UPPER})|\s+(?=(?:{any_of('ends')})\s)", re.IGNORECASE),
        re.compile(rf"\s*(?::\s|\b(?:{any_of('copulas')})\b\s*:?\s)", re.IGNORECASE),
        frozenset(table["speech"]),
        re.compile(rf"\b(?:{any_of('at')})\s+", re.IGNORECASE),
    )


def which(question: Question, desk: Desk, terms: Terms, words: Words) -> Stretch | None:
    """The name asked for, from a clause that says what is asked about it; None where none does."""
    asked = sought(question)
    ranked = prose.passages(asked.question, desk)
    kept = [c for c in ranked[:LOOKED_AT] if c.score >= max(desk.line, ranked[0].score - NEAR_BEST)]
    for candidate in [c for c in kept if prose.of_time(question, c) and prose.says(asked.question, c)]:
        for clause in _by_what_they_say(asked.question, candidate, terms):
            if asked.defines:
                found = _what_it_is(asked, candidate, clause, terms, words)
            else:
                found = _name(asked, candidate, clause) or _phrase(asked, candidate, clause, terms, words)
                if found is None and not asked.kinds:
                    found = _what_it_is(asked, candidate, clause, terms, words)
            if found is not None:
                return found
    return None


def _by_what_they_say(question: Question, candidate: Candidate, terms: Terms) -> list[Span]:
    """Clauses of the passage that say most of what is asked; of those that say as much, all."""
    quote = candidate.held.passage.quote
    spans = list(clauses(quote)) or [Span(0, len(quote))]
    found = terms.widened(quote)
    said = [prose.explained(question, within(found, span.start, span.end)) for span in spans]
    most = max(said)
    return [span for span, share in zip(spans, said, strict=True) if share == most and most > 0]


def _name(asked: Sought, candidate: Candidate, clause: Span) -> Stretch | None:
    """A name of the kind asked for that the question does not hold; none when there are several."""
    kinds = {NAMED[kind] for kind in asked.kinds}
    known = {id_ for who in asked.question.whos for id_ in who.ids} | asked.question.named
    facts = [
        fact
        for fact in candidate.held.passage.facts
        if fact.kind in kinds and fact.name is not None and fact.name.id not in known and clause.holds(fact.span)
    ]
    outer = [f for f in facts if not any(o is not f and o.span.holds(f.span) and o.span != f.span for o in facts)]
    if len({fact.name.id for fact in outer if fact.name}) != 1:
        return None
    fact = outer[0]
    return Stretch(candidate, fact.span, fact.name.name if fact.name else fact.text)


def _phrase(asked: Sought, candidate: Candidate, clause: Span, terms: Terms, words: Words) -> Stretch | None:
    """The words that begin with the thing looked for and go on with its name: "Đề án phát triển du lịch | Nà Sầm"."""
    quote = candidate.held.passage.quote
    heads = [unit for unit in asked.question.units if unit.head]
    found = terms.widened(quote)
    for place in _places(heads, found, clause):
        end = _known(asked.question, found, place.end, clause.end)
        match = words.ends.search(quote, end)
        stop = min(match.start() if match else len(quote), clause.end)
        name = quote[place.start : stop].strip(_TRIM)
        if _adds(quote[end:stop]) and len(name) <= LONGEST:
            return Stretch(candidate, Span(place.start, place.start + len(name)), name)
    return None


def _places(units: Sequence[Unit], found: Sequence[Term], clause: Span) -> list[Span]:
    """Where the clause says one of `units` in full."""
    full = {term for unit in units for term, factor in unit.options if factor >= 0.8}
    return [term.span for term in found if term.id in full and clause.holds(term.span)]


def _known(question: Question, found: Sequence[Term], start: int, end: int) -> int:
    """Where the words that the question itself says end, read on from `start`."""
    said = {term for unit in question.units for term in unit.terms}
    while True:
        nexts = [t.span.end for t in found if t.id in said and start < t.span.end <= end and t.span.start - start <= 2]
        if not nexts:
            return start
        start = max(nexts)


def _adds(text: str) -> bool:
    """Whether `text` holds a name or a figure."""
    return _TELLING.search(text) is not None


def _what_it_is(asked: Sought, candidate: Candidate, clause: Span, terms: Terms, words: Words) -> Stretch | None:
    """What stands after "là" or a colon behind the thing asked about, or before "là" in front of it."""
    quote = candidate.held.passage.quote
    said = {term for unit in asked.question.units for term, factor in unit.options if factor >= 0.8}
    ends = [term.span for term in terms.widened(quote) if term.id in said and clause.holds(term.span)]
    if not ends:
        return None
    last, first = max(span.end for span in ends), min(span.start for span in ends)
    for match in words.copulas.finditer(quote, last):
        if match.start() - last > REACH or _STOP.search(quote, last, match.start()):
            break
        stop = _STOP.search(quote, match.end())
        text = quote[match.end() : stop.start() if stop else len(quote)].strip(_TRIM)
        if text:
            return Stretch(candidate, Span(match.end(), match.end() + len(text)), shortened(text))
    for match in words.copulas.finditer(quote, clause.start, first):
        text = quote[clause.start : match.start()].strip(_TRIM)
        if _adds(text) and first - match.end() <= REACH and ":" not in match[0]:
            return Stretch(candidate, Span(clause.start, clause.start + len(text)), shortened(text))
    return None


def where(question: Question, desk: Desk, terms: Terms, words: Words) -> Stretch | None:
    """The place a clause tells of what is asked about: what follows "tại" or "ở"."""
    ranked = prose.passages(question, desk)
    for candidate in [c for c in ranked[:LOOKED_AT] if c.score >= desk.line]:
        if not prose.of_time(question, candidate) or not prose.says(question, candidate):
            continue
        quote = candidate.held.passage.quote
        for clause in _by_what_they_say(question, candidate, terms):
            for match in words.at.finditer(quote, clause.start, clause.end):
                end = words.ends.search(quote, match.end())
                stop = min(end.start() if end else len(quote), clause.end)
                name = quote[match.end() : stop].strip(_TRIM)
                if _adds(name) and fold(name) not in fold(question.read) and len(name) <= LONGEST:
                    return Stretch(candidate, Span(match.end(), match.end() + len(name)), name)
    return None


# --- who said what ---------------------------------------------------------------------------------------------


def speaks(question: Question, words: Words) -> bool:
    """Whether `question` asks what somebody said, asked for or directed."""
    who = any(one.kind in ("person", "post") for one in question.whos) or any(
        id_.startswith(("person:", "post:")) for id_ in question.named
    )
    text = fold(sought(question).text)
    verbs = [unit for unit in question.units if _speech(unit, words) and (not text or fold(unit.text) in text)]
    return who and bool(verbs)


def _speech(unit: Unit, words: Words) -> bool:
    return any(factor == 1.0 and term[2:] in words.speech for term, factor in unit.options if term.startswith("c:"))


def speech(question: Question, desk: Desk, terms: Terms, words: Words) -> Stretch | None:
    """What the person asked about said: the words after the verb of a sentence that has them speak."""
    people = {id_ for who in question.whos for id_ in who.ids} | question.named
    people = {id_ for id_ in people if id_.startswith(("person:", "post:"))}
    rest = tuple(unit for unit in question.units if not _speech(unit, words))
    for candidate in prose.passages(replace(question, units=rest or question.units), desk)[:LOOKED_AT]:
        quote = candidate.held.passage.quote
        speakers = [f for f in candidate.held.passage.facts if f.name is not None and f.name.id in people]
        verbs = [term.span for term in terms.widened(quote) if term.id.startswith("c:") and term.id[2:] in words.speech]
        for speaker in speakers:
            after = [span for span in verbs if 0 <= span.start - speaker.span.end <= 2 * REACH]
            others = [
                f
                for f in candidate.held.passage.facts
                if f.kind is FactKind.PERSON and f.name and f.name.id not in people
            ]
            if not after or any(speaker.span.end <= f.span.start < after[0].start for f in others):
                continue
            verb = max((span for span in after if span.start == after[0].start), key=lambda span: span.end)
            stop = _STOP.search(quote, verb.end)
            text = quote[verb.end : stop.start() if stop else len(quote)].strip(_TRIM)
            if len(text.split()) >= 4:
                return Stretch(candidate, Span(verb.end, verb.end + len(text)), shortened(text))
    return None
