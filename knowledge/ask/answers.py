"""Answers put together from what was found: the figure, name or list with the sentences it stands in."""

from __future__ import annotations

from knowledge.ask import arithmetic, listing, titles
from knowledge.ask.judge import Verdict, fullest
from knowledge.ask.lookup import Desk
from knowledge.ask.question import Question
from knowledge.ask.readings import choice
from knowledge.ask.show import citation, distinct, fact_text, figure, iso, shortened, value_of
from knowledge.facts.fact import FactKind
from knowledge.model import Answer, Found, Problem


def found(question: Question, verdict: Verdict) -> Found | None:
    """The answer that the winner of `verdict` gives; None where nothing won."""
    winner = verdict.winner
    if winner is None:
        return None
    told = fullest(winner, verdict.same)
    fact = told.fact
    cited = distinct(tuple(citation(c.held, c.fact.span) for c in dict.fromkeys((told, winner, *verdict.same))))
    notes: tuple[Problem, ...] = ()
    if verdict.superseded is not None:
        old = verdict.superseded
        notes = (Problem("corrected", {"old": fact_text(old.fact), "report": old.held.report.title}),)
    if fact.quantity is not None:
        value = value_of(fact.quantity)
        return Found(question.language, fact_text(fact), cited, value=value, unit=fact.quantity.unit, notes=notes)
    if fact.period is not None and fact.kind is FactKind.DATE:
        return Found(question.language, fact.text, cited, day=iso(fact.period), notes=notes)
    if fact.name is not None and fact.kind is FactKind.PERSON:
        return Found(question.language, fact.name.name, cited, notes=notes)
    return Found(question.language, titles.written(told), cited, notes=notes)


def chosen(question: Question, desk: Desk, verdict: Verdict) -> Answer | None:
    """The same, or what to choose from where `verdict` has rivals."""
    if not verdict.rivals:
        return found(question, verdict)
    each = [found(question, Verdict(winner=rival)) for rival in verdict.rivals]
    return choice(question, verdict.rivals, [answer for answer in each if answer is not None], desk.shelf.names)


def computed(question: Question, result: arithmetic.Computed) -> Found:
    """A figure worked out, with the arithmetic and every operand cited."""
    cited = distinct(tuple(citation(c.held, c.fact.span) for c in result.operands))
    return Found(
        question.language, figure(result.value, result.unit), cited, value=result.value, unit=result.unit,
        arithmetic=result.arithmetic or None,
    )  # fmt: skip


def listed(question: Question, items: listing.Listed) -> Found:
    """A list, with the passages that its items stand in."""
    cited = [citation(c.held, items.mark) for c in items.operands] + [citation(held) for held in items.also]
    return Found(question.language, shortened("; ".join(items.items)), distinct(tuple(cited)), items=items.items)


def listed_if(question: Question, items: listing.Listed | None) -> Found | None:
    """The same; None where there is no list."""
    return None if items is None else listed(question, items)
