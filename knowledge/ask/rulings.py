"""Whether what somebody asks for was granted: the request and the ruling on it, which may stand far behind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby

from knowledge.ask import prose, said
from knowledge.ask.judgement import Judgement
from knowledge.ask.lookup import Desk
from knowledge.ask.question import Question, Unit
from knowledge.ask.score import Candidate
from knowledge.ask.shelf import Held
from knowledge.ask.telling import share
from knowledge.facts.fact import Layer
from knowledge.facts.terms import Terms
from knowledge.lexicon.load import load
from knowledge.model import Span
from knowledge.text.fold import fold
from knowledge.text.sentences import clauses

MATTER = 0.6  # of what is asked for, to be said by the request or the ruling
RULED = 0.5  # of it, by the ruling alone
PLAINLY = 0.75  # of it, by a conclusion that grants it only by ordering it
AROUND = 0.8  # so well it is said by what stands around a ruling
ASKER = 0.3  # so much telling who asks for it counts
CLOSE = 0.05  # nearer than this, rulings that differ leave it open
NEAR = 14  # letters before a word in which it is denied
BEHIND = 2  # passages behind a request that may rule on it
PLACES = frozenset({"gate", "province", "zone", "country"})
CONCLUDES = "c:conclude"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for (`matter`), by whom (`asker`), whether all of it, and whether it is asked if it was refused."""

    matter: tuple[Unit, ...]
    asker: tuple[Unit, ...]
    wholly: bool
    requested: bool  # the question itself says that it was asked for
    refused: bool = False


@dataclass(frozen=True, slots=True)
class _Ruling:
    held: Held
    text: str
    value: bool
    share: float


def asked(question: Question, words: said.Words) -> Asked | None:
    """What the question asks to have been granted, or None where it asks nothing of the kind."""
    folded = fold(question.read)
    language = question.language
    request = _asks("asks_for", language).search(folded)
    verdicts = _meant(question, "verdict", request.end() if request is not None else 0)
    if not verdicts:
        return None
    verdict = verdicts[-1] if language == "vi" else verdicts[0]
    if request is None and not _meant(question, "rules", verdict.start()):
        return None
    slight = frozenset(load()["vi/rulings"]["slight"])
    placed = [
        (at, unit)
        for at, unit in said.placed(question)
        if not (unit.light and unit.word is not None)
        and fold(unit.text) not in slight
        and not said.is_of(unit, words.rulings | words.asking)
    ]
    start = request.end() if request is not None else 0
    asker = tuple(unit for at, unit in placed if at < (start or verdict.start()))
    matter = tuple(unit for at, unit in placed if start and start <= at)
    if not start:
        behind = tuple(unit for at, unit in placed if at >= verdict.end())
        active = language == "en" or _asks("active", language).match(folded, verdict.start()) is not None
        matter, asker = (behind, asker) if active and behind else (asker, ())
    if not matter:
        return None
    refused = _asks("refused", language).search(verdict[0]) is not None
    wholly = not refused and _asks("wholly", language).search(folded) is not None
    return Asked(matter, asker, wholly, request is not None, refused)


def _meant(question: Question, key: str, start: int) -> list[re.Match[str]]:
    """The matches of a pattern over the folded question, but for words that are others without their marks."""
    found = list(_asks(key, question.language).finditer(fold(question.read), start))
    barred = [Span(*match.span()) for match in _over("unmeant").finditer(question.read.lower())]
    return [match for match in found if not any(bar.overlaps(Span(*match.span())) for bar in barred)]


def judge(question: Question, asked: Asked, desk: Desk, terms: Terms, words: said.Words) -> Judgement | None:
    """Whether it was granted, or None where no report rules on it."""
    weights = desk.weighing(question).of
    found: list[_Ruling] = []
    for _, group in groupby(desk.shelf.passages, key=lambda held: held.report.id):
        held = [h for h in group if h.passage.kind == "sentence"]
        if held and _of_report(question, held):
            found += _rulings(question, asked, held, weights, terms, words)
    if not found:
        return None
    best = max(found, key=lambda r: (r.share, (r.held.report.document_date or date.min).toordinal(), -r.held.id))
    if any(r.value != best.value and r.share > best.share - CLOSE for r in found):
        return None
    fact = prose.whole(best.held.passage)
    candidate = Candidate(fact, best.held, best.share, best.share, ())
    value = best.value != (asked.refused != question.denies)
    return Judgement(value, best.text.strip(" -–"), (candidate,))


def only_asks(found: Judgement) -> bool:
    """Whether what is said to be so is but asked for."""
    return found.value and _over("requests").search(found.said.lower()) is not None


def _rulings(
    question: Question,
    asked: Asked,
    held: Sequence[Held],
    weights: Mapping[str, float],
    terms: Terms,
    words: said.Words,
) -> Iterator[_Ruling]:
    """The rulings of one report on what is asked for."""
    lows = [one.passage.quote.lower() for one in held]
    requests = [one for one, low in zip(held, lows, strict=True) if _over("requests").search(low)]
    made = [(_share(asked.matter, (one,), weights), _share(asked.asker, (one,), weights)) for one in requests]
    asking = max((by for matter, by in made if matter >= RULED), default=0.0)
    requested = any(matter >= MATTER for matter, _ in made)
    for place, one in enumerate(held):
        near = held[place : place + 1 + BEHIND]
        around = max(_context(asked.matter, other, weights) for other in near)
        if max(_share(asked.matter, near, weights), around) < MATTER:
            continue
        request = _over("requests").search(lows[place])
        if request is not None and _rules_first(one.passage.quote[: request.start()], asked, terms, words):
            request = None
        behind = (one, *_behind(held, place, asked)) if request is not None else (one,)
        for number, other in enumerate(behind):
            both = (one,) if number == 0 else (one, other)
            said_of = _share(asked.matter, both, weights)
            own = _share(asked.matter, (other,), weights)
            if _speaks(other, asked) or _over("bare").search(other.passage.quote.lower()):
                own = max(own, _context(asked.matter, other, weights))
            if said_of < MATTER and own < MATTER:
                continue
            by = max(_share(asked.asker, both, weights), asking if request is None else 0.0)
            if asked.asker and asked.requested and not by and max(said_of, own) < PLAINLY:
                continue
            text = other.passage.quote
            if number == 0 and request is not None:
                text = _rest(text, request.end())
            value = _verdict(text, asked, terms, words)
            if value and not said.same_figures(question, text if other.figures else f"{one.passage.quote} {text}"):
                value = None
            if value is None and request is None and requested and CONCLUDES in other.passage.context:
                value = _ordered(text, question, asked, own, words)
            if value is not None:
                yield _Ruling(other, text, value, max(said_of, own) + ASKER * by)
                break


def _rules_first(before: str, asked: Asked, terms: Terms, words: said.Words) -> bool:
    """Whether a sentence rules before it says that it was asked for ("không giảm phí như Công ty đề nghị")."""
    return bool(before.strip()) and _verdict(before, asked, terms, words) is not None


def _verdict(text: str, asked: Asked, terms: Terms, words: said.Words) -> bool | None:
    """What `text` rules: that it is granted, that it is not, or nothing certain."""
    low = text.lower()
    barred = [Span(*match.span()) for match in _over("refusals").finditer(low)]
    refused = [bar.start for bar in barred]
    spans = [t.span for t in terms.widened(text) if any(t.id in unit.terms for unit in asked.matter[:2])]
    refused += [span.start for span in spans if said.denied(text[max(0, span.start - NEAR) : span.end], [], words)]
    granted = [
        match.start()
        for match in _over("grants").finditer(low)
        if not any(bar.overlaps(Span(*match.span())) for bar in barred)
    ]
    if refused and (not granted or min(refused) < min(granted)):
        return False
    if granted:
        if refused or _over("part").search(low):
            return False if asked.wholly else None
        return True
    return False if words.put_off.search(text) else None


def _ordered(text: str, question: Question, asked: Asked, told: float, words: said.Words) -> bool | None:
    """Whether a conclusion grants what is asked for by ordering it, where it says nearly all of it, or denies it."""
    low = text.lower()
    if told < PLAINLY or _over("open").search(low) or _over("part").search(low):
        return None
    if said.denied(text, [], words):
        return False if len(clauses(text)) == 1 else None
    return True if not asked.wholly and said.same_figures(question, text) else None


def _rest(quote: str, start: int) -> str:
    """What a passage says behind the clause of the request that ends at `start`."""
    behind = [span for span in clauses(quote) if span.start >= start]
    return quote[behind[0].start :] if behind else ""


def _behind(held: Sequence[Held], place: int, asked: Asked) -> Iterator[Held]:
    """The passages behind a request that rule on it, to the next item or request: they speak of what is asked for or of
    who asks, or stand right behind it and speak of nothing else."""
    one = held[place]
    for number, other in enumerate(held[place + 1 : place + 1 + BEHIND], start=1):
        low = other.passage.quote.lower()
        ruling = _over("ruling").match(low)
        if ruling is None and (_over("item").match(low) or _over("requests").search(low)):
            return
        if other.id - one.id != number and other.passage.group != one.passage.group:
            return
        if _speaks(other, asked) or (number == 1 and _over("bare").search(low)):
            yield other


def _speaks(held: Held, asked: Asked) -> bool:
    """Whether a passage itself speaks of what is asked for, or of who asks."""
    terms = _terms((held,))
    return any(unit.said(terms) for unit in (*asked.matter, *asked.asker) if not unit.light)


def _share(units: Sequence[Unit], held: Iterable[Held], weights: Mapping[str, float]) -> float:
    """Share of `units` that the passages `held` say themselves."""
    return share(units, _terms(held), weights)


def _terms(held: Iterable[Held]) -> frozenset[str]:
    """All that the passages `held` say themselves."""
    return frozenset[str]().union(*(o.passage.sentence | {"n:" + id_ for id_, _ in o.passage.names} for o in held))


def _context(units: Sequence[Unit], held: Held, weights: Mapping[str, float]) -> float:
    """The same of what stands around it, by which less is told."""
    return AROUND * share(units, held.passage.sentence | held.passage.context, weights)


def _of_report(question: Question, held: Sequence[Held]) -> bool:
    """Whether a report speaks of the places and of one of the times that the question names."""
    report = held[0].report
    names = report.names | {id_ for one in held for id_, _ in one.passage.names}
    if any(names.isdisjoint(who.ids) for who in question.whos if who.kind in PLACES and not who.unknown):
        return False
    if not question.whens:
        return True
    periods = [time.period for one in held for time in one.passage.times if time.layer <= Layer.SENTENCE]
    periods += [report.period] if report.period is not None else []
    day = report.document_date
    return any(
        (day is not None and when.period.start <= day < when.period.end)
        or any(one.start < when.period.end and when.period.start < one.end for one in periods)
        for when in question.whens
    )


@lru_cache(maxsize=16)
def _asks(key: str, language: str) -> re.Pattern[str]:
    return re.compile(load()[f"{language}/rulings"][key])


@lru_cache(maxsize=16)
def _over(key: str) -> re.Pattern[str]:
    return re.compile(load()["vi/rulings"][key])
