"""Things that the sentence of an answer names one after the other ("Hai dự án chưa khởi công: A và B"): all of them
answer a question for which it is."""

from __future__ import annotations

import re

from knowledge.ask.listing import Listed
from knowledge.ask.question import Question, Unit, Wanted
from knowledge.ask.score import Candidate
from knowledge.ask.sought import sought
from knowledge.facts.fact import Fact, FactKind

SAID = 0.5
PEOPLE = "list:person"
DECLARED = "declared"
_OPENED = re.compile(r"(?:[:(]|(?<!\w)(?:gồm|là))\s*(?:có|các|cả|những)?\s*\Z", re.IGNORECASE)


def rows(question: Question, candidate: Candidate) -> list[Fact]:
    """The lists of the candidate's passage whose items are, by its own words, what `question` looks for."""
    if question.wanted is not Wanted.WHICH or question.operations:
        return []
    asked = sought(question)
    heads = [unit for unit in asked.question.units if unit.head]
    rest = [unit for unit in asked.question.units if not unit.head and not unit.light]
    quote = candidate.held.passage.quote
    found = []
    for fact in candidate.held.passage.facts:
        if fact.kind is not FactKind.LIST or PEOPLE in fact.traits:
            continue
        declared = DECLARED in fact.traits
        if not declared and not _OPENED.search(quote, 0, fact.span.start):
            continue
        if heads and not (any(_called(unit, fact.near) for unit in heads) or (declared and not asked.kinds)):
            continue
        if all(_told(unit, fact, candidate) for unit in rest):
            found.append(fact)
    return found


def fitting(question: Question, candidate: Candidate, rows: list[Fact]) -> Listed | None:
    """The one of `rows` that answers: of as many items as are asked for; None where none is, or several are."""
    count = sought(question).count
    fits = [row for row in rows if count in (0, len(row.items))]
    return Listed(fits[0].items, (candidate,), fits[0].span) if len(fits) == 1 else None


def _called(unit: Unit, terms: frozenset[str]) -> bool:
    return any(term in terms for term, factor in unit.options if factor == 1.0)


def _told(unit: Unit, fact: Fact, candidate: Candidate) -> bool:
    """Whether what the passage says of a thing asked it says of the list."""
    told = unit.said(candidate.held.passage.sentence)
    return told < SAID or unit.said(fact.near | fact.clause) >= SAID
