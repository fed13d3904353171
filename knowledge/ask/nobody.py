"""Whether anything befell any of a board's people: a clause that says of none that it did."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from knowledge.ask import prose
from knowledge.ask.judgement import Judgement
from knowledge.ask.lookup import Desk
from knowledge.ask.question import Question, Unit, Wanted
from knowledge.facts.terms import Terms, clause_terms
from knowledge.lexicon.load import load
from knowledge.text.sentences import clauses

LOOKED_AT = 6  # passages
SLACK = 0.15  # so much below the line may stand a passage whose clause says what is asked
MOST = 0.6  # of what befell them, to be said by the clause


def judge(question: Question, desk: Desk, terms: Terms) -> Judgement | None:
    """That it befell nobody, or None where no clause says so."""
    befell = _befell(question)
    if not befell:
        return None
    about = replace(question, wanted=Wanted.TEXT, units=befell[-1:])
    for candidate in prose.passages(about, desk)[:LOOKED_AT]:
        quote = candidate.held.passage.quote
        if candidate.score < desk.line - SLACK or not _none().search(quote.lower()):
            continue
        if not prose.of_time(question, candidate):
            continue
        found = terms.widened(quote)
        for span in clauses(quote):
            clause = quote[span.start : span.end]
            denied = _none().search(clause.lower())
            if denied is None or not _of_people(denied, terms):
                continue
            held = clause_terms(candidate.held.passage, found, span)
            own = [unit.said(held) for unit in befell]
            if own[0] and own[-1] and (sum(own) >= MOST * len(own) or _sure(befell[-1])):
                return Judgement(question.denies, clause.strip(), (candidate,))
    return None


def beside_it(question: Question, found: Judgement) -> bool:
    """Whether what was found to tell that there is some tells nothing of what befell them."""
    befell = _befell(question)
    if not befell or not found.operands:
        return False
    fact = found.operands[0].fact
    return not befell[-1].said(fact.near | fact.clause | frozenset(f"c:{side}" for side, _ in fact.governs))


def _befell(question: Question) -> tuple[Unit, ...]:
    """What is asked to have befallen any of a board's people; nothing where that is not asked."""
    if "existence" not in question.traits:
        return ()
    people = next((place for place, unit in enumerate(question.units) if _people(unit)), None)
    behind = () if people is None else question.units[people + 1 :]
    return tuple(unit for unit in behind if not unit.light and not _people(unit))


def _of_people(denied: re.Match[str], terms: Terms) -> bool:
    """Whether those whom a denial is of are a board's people, or anybody."""
    return denied["of"] is None or any(term.id[2:] in _concepts() for term in terms.widened(denied["of"]))


def _sure(unit: Unit) -> bool:
    return any(term.startswith("c:") for term, factor in unit.options if factor == 1.0)


def _people(unit: Unit) -> bool:
    return any(term[2:] in _concepts() for term, factor in unit.options if factor == 1.0 and term.startswith("c:"))


@lru_cache(maxsize=1)
def _concepts() -> frozenset[str]:
    return frozenset(load()["vi/nobody"]["people"])


@lru_cache(maxsize=1)
def _none() -> re.Pattern[str]:
    return re.compile(load()["vi/nobody"]["none"])
