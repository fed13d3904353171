"""Whether something is so, by the clause that speaks of it: it says so, or denies it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from knowledge.ask import prose
from knowledge.ask.judgement import Judgement
from knowledge.ask.lookup import Desk
from knowledge.ask.question import Question, Unit, Wanted
from knowledge.ask.score import Candidate
from knowledge.facts.terms import Terms, within
from knowledge.lexicon.load import load
from knowledge.model import Span
from knowledge.text.capitals import UPPER
from knowledge.text.fold import fold
from knowledge.text.sentences import clauses

LOOKED_AT = 12  # passages
SLACK = 0.15  # so much below the line a passage may be whose clause says what is asked
ENOUGH = 0.6  # of what is asked to be so, said in one clause
REQUESTS = frozenset({"propose", "request"})  # said by "xin" as well
WHOLLY = 0.99  # all of it
REACH = 40  # letters between a denial and what it denies
_NAMES = re.compile(rf"(?<=\w )(?:{UPPER}\w* )+{UPPER}\w+")
COUNTRY = "n:country:"
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Words:
    """Words that deny, that only seem to, that end the reach of a denial; that wish for something, that ask for it,
    that put it off; where a question's predicate begins; concepts one of which denies the other."""

    denial: re.Pattern[str]
    no_denial: re.Pattern[str]
    turns: re.Pattern[str]
    wishes: re.Pattern[str]
    requests: re.Pattern[str]
    put_off: re.Pattern[str]
    opens: Mapping[str, re.Pattern[str]]
    polar: frozenset[str] = frozenset()
    rulings: frozenset[str] = frozenset()
    befalls: frozenset[str] = frozenset()
    asking: frozenset[str] = frozenset()  # of those who ask and those who rule


@dataclass(frozen=True, slots=True)
class _Window:
    """A clause, with the one after its colon; what of the question it says, and its sentence (`around`), and where it
    says the first thing asked."""

    candidate: Candidate
    span: Span
    share: float
    around: float
    keys: tuple[Span, ...]
    opposite: bool

    @property
    def clause(self) -> str:
        return self.candidate.held.passage.quote[self.span.start : self.span.end]


def judge(question: Question, desk: Desk, terms: Terms, words: Words) -> Judgement | None:
    """What the clause says that speaks of most that is asked, or None where none speaks of enough of it."""
    predicate = _ruled_on(question, _predicate(question, words.opens[question.language]), words)
    if not predicate:
        return None
    firm = tuple(unit for unit in predicate if not is_of(unit, REQUESTS))
    asked = replace(question, wanted=Wanted.TEXT, units=firm or predicate)
    windows = [
        window
        for candidate in prose.passages(asked, desk)[:LOOKED_AT]
        if candidate.score >= desk.line - SLACK
        and prose.of_time(question, candidate)
        and _of_names(question, candidate, desk)
        for window in _windows(
            question, candidate, _from_verdict(predicate, words), terms, desk.rules.contrasts, words.requests
        )
    ]
    telling = [(window, value) for window in windows if (value := _value(question, window, words)) is not None]
    if not telling:
        later = replace(question, whens=())
        return (
            judge(later, desk, terms, words) if question.whens and _put_off_to(question, later, desk, words) else None
        )
    subject = tuple(unit for unit in question.units if unit not in predicate)
    best, value = max(
        telling,
        key=lambda pair: (
            pair[0].share + _about(subject, pair[0].candidate) / 2,
            pair[0].candidate.score,
            -pair[0].candidate.held.id,
        ),
    )
    return Judgement(value, best.clause.strip(), (best.candidate,))


def _put_off_to(question: Question, later: Question, desk: Desk, words: Words) -> bool:
    """Whether the passage that speaks most of what is asked puts it off ("để sang kế hoạch năm 2032")."""
    if words.put_off.search(question.read) or "existence" in question.traits:
        return False
    found = prose.passages(replace(later, wanted=Wanted.TEXT), desk)[:1]
    return any(c.score >= desk.line and words.put_off.search(c.held.passage.quote) is not None for c in found)


def _value(question: Question, window: _Window, words: Words) -> bool | None:
    """What a window says: that it is so, that it is not, or neither."""
    if max(window.share, window.around if window.around >= WHOLLY else 0.0) < ENOUGH:
        return None
    if words.put_off.search(window.clause) and not words.put_off.search(question.read):
        return question.denies  # it is to be done later
    keys = [Span(key.start - window.span.start, key.end - window.span.start) for key in window.keys]
    if window.opposite or denied(window.clause, keys, words):
        told = window.share >= WHOLLY or same_figures(question, window.candidate.held.passage.quote)
        return question.denies if told else None  # of how much else nothing was denied
    if not keys or window.share < ENOUGH or not same_figures(question, window.candidate.held.passage.quote):
        return None  # nothing says that it is so
    if not same_figures(question, window.clause) and denied(window.candidate.held.passage.quote, [], words):
        return None  # of another figure it is so, of the one asked about it may not be
    wished = [m.end() for m in words.wishes.finditer(window.clause)]
    if not words.wishes.search(question.read) and any(0 <= key.start - end <= REACH for key in keys for end in wished):
        return None  # somebody wants it
    return not question.denies


def _predicate(question: Question, opens: re.Pattern[str]) -> tuple[Unit, ...]:
    """What is asked to be so: the things after the question's "có" or "đã", else all; the first is the key."""
    found = placed(question)
    for match in opens.finditer(fold(question.read)):
        after = tuple(unit for at, unit in found if at >= match.end())
        if after:
            return after
    return tuple(unit for _, unit in found)


def placed(question: Question) -> list[tuple[int, Unit]]:
    """The units of the question, each with where it stands in what was read."""
    found, place = [], 0
    for unit in question.units:
        at = question.read.find(unit.text, place)
        place = max(place, at + len(unit.text))
        found.append((at, unit))
    return found


def _ruled_on(question: Question, predicate: tuple[Unit, ...], words: Words) -> tuple[Unit, ...]:
    """What is asked to be so, without light words; a verdict at its end ("was the request for a pump *granted*") goes
    first, and what it is on comes after."""
    befallen = [unit for unit in predicate if is_of(unit, words.befalls)]
    if befallen and "existence" in question.traits:
        return (befallen[0],)  # "were there any deaths in the flood": the flood is told of before
    heavy = tuple(unit for unit in predicate if not (unit.light and unit.word is not None)) or predicate
    polar = [unit for unit in heavy if is_of(unit, words.polar if len(heavy) == 1 else words.rulings)]
    if not polar or heavy[-1] is not polar[-1] or len(polar) != 1:
        return heavy
    on = tuple(
        unit
        for unit in question.units
        if unit is not polar[0] and unit.word != "name" and not unit.light and not is_of(unit, words.asking)
    )
    return (polar[0], *on) if on else heavy


def is_of(unit: Unit, concepts: frozenset[str]) -> bool:
    """Whether `unit` is surely one of `concepts`."""
    return any(term[2:] in concepts for term, factor in unit.options if factor == 1.0 and term.startswith("c:"))


def _from_verdict(predicate: tuple[Unit, ...], words: Words) -> tuple[Unit, ...]:
    """What is asked from the word on that a report may as well tell by its opposite ("did the head *approve* …", "were
    any tests *positive*"); all of it where none is asked."""
    for index, unit in enumerate(predicate):
        if is_of(unit, words.polar):
            return predicate[index:]
    return predicate


def _about(subject: tuple[Unit, ...], candidate: Candidate) -> float:
    """Share of the things before the predicate that the passage or what stands around it says."""
    passage = candidate.held.passage
    held = passage.sentence | passage.context | candidate.held.report.terms
    return sum(unit.said(held) for unit in subject) / len(subject) if subject else 1.0


def _of_names(question: Question, candidate: Candidate, desk: Desk) -> bool:
    """Whether the passage, or what stands around it, says every word the question writes with a capital as in a name;
    a passage that names nobody may leave that to the rest of its report."""
    passage = candidate.held.passage
    held = passage.sentence | passage.context | candidate.held.report.terms
    capitals = [u for u in question.units if u.text[:1].isupper() and question.read.find(u.text) > 0]
    names = [unit for unit in capitals if not any(term.startswith("c:") for term in unit.terms)]
    unsaid = [unit for unit in names if not any(term in held for term in unit.terms)]
    if _neighbour().search(passage.quote):
        unsaid = [unit for unit in unsaid if not any(term.startswith(COUNTRY) for term in unit.terms)]
    if not unsaid:
        return True
    if _NAMES.search(passage.quote):
        return False
    others = [h.passage.sentence for h in desk.shelf.passages if h.report.id == candidate.held.report.id]
    return all(any(term in sentence for sentence in others for term in unit.terms) for unit in unsaid)


@lru_cache(maxsize=1)
def _neighbour() -> re.Pattern[str]:
    """What reports call the country beyond the border, whose name a question gives."""
    words = "|".join(map(re.escape, load()["vi/truth"]["neighbour"]))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def _windows(
    question: Question,
    candidate: Candidate,
    predicate: tuple[Unit, ...],
    terms: Terms,
    contrasts: Iterable[frozenset[str]],
    requests: re.Pattern[str],
) -> list[_Window]:
    quote = candidate.held.passage.quote
    found = terms.widened(quote)
    spans = list(clauses(quote))
    pairs = [
        Span(one.start, other.end)
        for one, other in pairwise(spans)
        if quote[one.end : other.start].strip() == ":" or quote[one.start : one.end].rstrip().endswith(":")
    ]
    answered = {pair.start for pair in pairs}  # what stands before a colon is told by what stands behind
    sentence = candidate.held.passage.sentence | {"n:" + id_ for id_, _ in candidate.held.passage.names}
    key = predicate[0]
    sides = _sides(key, contrasts)
    made = []
    for span in [*(span for span in spans if span.start not in answered), *pairs]:
        held = within(found, span.start, span.end)
        keys = tuple(term.span for term in found if span.holds(term.span) and term.id in _full(key))
        wished = [Span(*match.span()) for match in requests.finditer(quote, span.start, span.end)]
        keys += tuple(wished) if is_of(key, REQUESTS) else ()
        others = tuple(term.span for term in found if span.holds(term.span) and term.id in sides)
        share = sum(1.0 if wished and is_of(unit, REQUESTS) else unit.said(held) for unit in predicate)
        share += 1.0 if others and not key.said(held) else 0.0
        around = sum(unit.said(sentence) for unit in predicate) / len(predicate) if keys else 0.0
        opposite = bool(others) and not _free(keys, others)
        made.append(_Window(candidate, span, share / len(predicate), around, keys or others, opposite))
    return made


def _full(unit: Unit) -> frozenset[str]:
    return frozenset(term for term, factor in unit.options if factor >= 0.8) or frozenset(unit.parts)


def _sides(key: Unit, contrasts: Iterable[frozenset[str]]) -> frozenset[str]:
    """Terms of the other sides of the contrasts the key is on one side of."""
    own = {term[2:] for term, factor in key.options if factor == 1.0 and term.startswith("c:")}
    return frozenset("c:" + other for contrast in contrasts if own & contrast for other in contrast - own)


def _free(keys: tuple[Span, ...], others: tuple[Span, ...]) -> bool:
    """Whether the key is said where no word of the other side holds it ("chưa đồng ý" holds "đồng ý")."""
    return any(not any(other.holds(key) for other in others) for key in keys)


def denied(clause: str, keys: list[Span], words: Words) -> bool:
    """Whether a denial reaches one of `keys`; without any, whether there is a denial at all."""
    seeming = [Span(*m.span()) for m in words.no_denial.finditer(clause)]
    denials = [
        Span(*m.span()) for m in words.denial.finditer(clause) if not any(s.overlaps(Span(*m.span())) for s in seeming)
    ]
    if not keys:
        return bool(denials)
    for denial in denials:
        for key in keys:
            if denial.overlaps(key):
                if key.holds(denial):
                    continue  # it is what is asked: "khuyết", asked whether the place was vacant
                return True
            if denial.end <= key.start <= denial.end + REACH and not _turned(clause[denial.end : key.start], words):
                return True
            if key.end <= denial.start and _closes(clause, key.end, denial):
                return True
    return False


def _turned(between: str, words: Words) -> bool:
    """Whether the clause turns between a denial and what follows; "chưa nên" is but a milder denial."""
    return any(between[: match.start()].strip() for match in words.turns.finditer(between))


def _closes(clause: str, end: int, denial: Span) -> bool:
    """Whether a denial after the key answers it: right after a colon, or with hardly a word after it."""
    between, after = clause[end : denial.start], clause[denial.end :]
    return between.rstrip().endswith(":") or (len(between) <= REACH and len(after.split()) <= 1)


def same_figures(question: Question, quote: str) -> bool:
    """Whether every figure the question names, times aside, stands in the passage."""
    held = {_bare(figure) for figure in _DIGITS.findall(quote)}
    return all(_bare(figure) in held for figure in _DIGITS.findall(question.timeless))


def _bare(figure: str) -> str:
    return figure.replace(".", "").replace(",", "").lstrip("0")
