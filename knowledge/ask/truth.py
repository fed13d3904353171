"""Yes or no: from a figure (is there any?), from a comparison (was the plan met?), or from what the text denies."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from knowledge.ask import prose
from knowledge.ask.lookup import Desk
from knowledge.ask.question import Question, Unit, Wanted
from knowledge.ask.score import Candidate
from knowledge.ask.show import fact_text, value_of
from knowledge.facts.fact import FactKind
from knowledge.facts.terms import Terms, within
from knowledge.model import Dimension
from knowledge.text.fold import fold
from knowledge.text.sentences import clauses

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Judgement:
    value: bool
    said: str  # what it rests on, in the report's words
    operands: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Words of denial and absence, and the concepts that make a question one of plan or comparison."""

    denial: re.Pattern[str]
    absence: re.Pattern[str]
    reach: frozenset[str]


def judge(question: Question, desk: Desk, terms: Terms, words: Words) -> Judgement | None:
    """The truth of what `question` asks, or None where the reports do not tell."""
    return (
        _plan(question, desk, words)
        or _compared(question, desk)
        or _attended(question, desk, words)
        or _any(question, desk)
        or _said(question, desk, terms, words)
    )


def _plan(question: Question, desk: Desk, words: Words) -> Judgement | None:
    """Whether a plan was met: by the percentage of it, else by the two figures."""
    if "plan" not in question.concepts and not question.concepts & words.reach:
        return None
    units = tuple(u for u in question.units if not any(t[2:] in words.reach for t, f in u.options if f == 1.0))
    base = replace(question, wanted=Wanted.QUANTITY, operations=frozenset(), change=False, units=units, denies=False)
    percent = desk.figure(replace(base, dimension="percent", concepts=base.concepts | {"plan"}))
    if (
        percent is not None
        and percent.fact.quantity is not None
        and (value := value_of(percent.fact.quantity)) is not None
    ):
        return Judgement(value >= HUNDRED, fact_text(percent.fact), (percent,))
    plan = desk.figure(replace(base, concepts=base.concepts | {"plan"}))
    units = tuple(u for u in base.units if not any(t == "c:plan" for t, _ in u.options))
    actual = desk.figure(replace(base, units=units, concepts=base.concepts - {"plan"}))
    if plan is None or actual is None or plan.fact.quantity is None or actual.fact.quantity is None:
        return None
    x, y = value_of(actual.fact.quantity), value_of(plan.fact.quantity)
    if x is None or y is None or plan.fact.quantity.unit != actual.fact.quantity.unit or plan.fact == actual.fact:
        return None
    return Judgement(x >= y, f"{fact_text(actual.fact)} / {fact_text(plan.fact)}", (actual, plan))


def _compared(question: Question, desk: Desk) -> Judgement | None:
    """More or less than last year: by a change the reports state."""
    sides = question.concepts & {"increase", "decrease", "more", "less"}
    if len(sides) != 1 or len(question.whens) > 2:
        return None
    base = replace(
        question, wanted=Wanted.QUANTITY, operations=frozenset(), change=True, concepts=question.concepts - sides
    )
    whens = question.whens if len(question.whens) < 2 else (max(question.whens, key=lambda w: w.period.start),)
    found = desk.figure(replace(base, whens=whens))
    if found is None or found.fact.quantity is None:
        return None
    value = value_of(found.fact.quantity)
    if value is None:
        return None
    governs = {concept for concept, _ in found.fact.governs}
    falls = value < 0 or bool(governs & {"decrease", "less"})
    asked_fall = bool(sides & {"decrease", "less"})
    return Judgement(falls == asked_fall, fact_text(found.fact), (found,))


def _attended(question: Question, desk: Desk, words: Words) -> Judgement | None:
    """Whether a person was there: absent when the clause that names them says so."""
    people = {id_ for id_ in question.named if id_.startswith("person:")}
    if not people or not question.concepts & {"attend", "absent"}:
        return None
    ranked = desk.ranked(
        replace(question, wanted=Wanted.PERSON, named=frozenset(), units=()), frozenset({FactKind.PERSON})
    )
    for candidate in [c for c in ranked if c.fact.name is not None and c.fact.name.id in people][:1]:
        before = candidate.held.passage.quote[: candidate.fact.span.start]
        return Judgement(not words.absence.search(before), candidate.held.passage.quote, (candidate,))
    return None


def _any(question: Question, desk: Desk) -> Judgement | None:
    """Whether there is any of a counted thing: the figure is not 0."""
    if "existence" not in question.traits:
        return None
    found = desk.figure(replace(question, wanted=Wanted.QUANTITY, operations=frozenset()))
    if (
        found is None
        or found.fact.quantity is None
        or found.fact.quantity.dimension not in (Dimension.COUNT, Dimension.NUMBER)
    ):
        return None
    if not any(unit.head for unit in question.units) and "zero" not in found.fact.traits and found.coverage < 0.85:
        return None
    value = value_of(found.fact.quantity)
    return None if value is None else Judgement(value != 0, fact_text(found.fact), (found,))


def _key(question: Question) -> Unit | None:
    """What the question is whether it is so: the first thing after its "có"; None where that cannot be told."""
    folded = fold(question.read)
    if " co " not in folded:
        return None
    start = folded.index(" co ")
    after = [unit for unit in question.units if question.read.find(unit.text) > start]
    return after[0] if after else None


def _said(question: Question, desk: Desk, terms: Terms, words: Words) -> Judgement | None:
    """What the best passage says: denied where its clause denies, or takes the other side of a contrast."""
    ranked = prose.passages(replace(question, wanted=Wanted.TEXT), desk)
    if not ranked or ranked[0].score < desk.line:
        return None
    best = ranked[0]
    quote = best.held.passage.quote
    found = terms.widened(quote)
    spans = clauses(quote)
    if not spans:
        return None
    key = _key(question)
    span = max(spans, key=lambda s: prose.explained(question, within(found, s.start, s.end), key))
    clause = quote[span.start : span.end]
    denied = bool(words.denial.search(clause))
    held = {term[2:] for term in within(found, span.start, span.end) if term.startswith("c:")}
    opposite = any(
        question.concepts & c and held & c and not question.concepts & held & c for c in desk.rules.contrasts
    )
    return Judgement(not (denied or opposite), clause.strip(), (best,))
