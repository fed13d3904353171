"""Who builds something: the company that is called its contractor, in a row of a table or a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.ask import prose
from knowledge.ask.lookup import Desk
from knowledge.ask.question import Question, Unit, Wanted
from knowledge.ask.score import Candidate
from knowledge.facts.fact import FactKind
from knowledge.text.fold import fold

BODIES = frozenset({FactKind.ORGANISATION})
APART, SAID = 0.02, 0.75
FIRM = "org:cong-ty/"
FIRMS = frozenset({"c:contractor", "c:investor", "c:enterprise", "c:infrastructure_investor"})
CONTRACTOR = "c:contractor"
BUILDS = frozenset({"c:construction", CONTRACTOR})


def asked(question: Question) -> Question | None:
    """`question` as one for a contractor, where it asks who builds something; None where it does not."""
    if question.wanted is not Wanted.PERSON or not question.units:
        return None
    units = tuple(_builder(unit) if _builds(unit) else unit for unit in question.units)
    if units == question.units or any(who.kind == "post" for who in question.whos):
        return None
    return replace(question, wanted=Wanted.WHICH, units=units)


def found(question: Question, desk: Desk) -> Candidate | None:
    """The company named by the passage that tells most of what is built."""
    ranked = prose.passages(question, desk)
    if not ranked or ranked[0].score < desk.line or prose.spoken(question, ranked[0], desk) < prose.SPOKEN:
        return None
    name = prose.named(question, ranked[:1], BODIES, FIRM)
    return name if name is not None and all(_of(unit, name) for unit in question.units if not unit.head) else None


def _of(unit: Unit, name: Candidate) -> bool:
    """Whether a row, by its label and not by the company's name, is of what is asked: "cầu Na Mo" is no "bãi Na Mo"."""
    passage = name.held.passage
    labels = frozenset[str]().union(*(fact.label for fact in passage.facts))
    if not labels:
        return True
    if any(term.startswith("n:") for term in unit.terms):
        rest = fold(passage.quote[: name.fact.span.start] + passage.quote[name.fact.span.end :])
        return set(fold(unit.text).split()) <= set(re.findall(r"\w+", rest))
    return unit.said(labels | passage.context | {"n:" + id_ for id_, _ in passage.names}) >= SAID


def firms(units: Sequence[Unit]) -> bool:
    """Whether a company is looked for, and no office."""
    return any(unit.head and unit.options and unit.options[0][0] in FIRMS for unit in units)


def best(ranked: Sequence[Candidate]) -> list[Candidate]:
    """Those that tell no less than the first: another company than that of the thing asked about is no answer."""
    return [candidate for candidate in ranked if candidate.score >= ranked[0].score - APART]


def _builds(unit: Unit) -> bool:
    return any(term in BUILDS and factor == 1.0 for term, factor in unit.options)


def _builder(unit: Unit) -> Unit:
    return replace(unit, head=True, options=((CONTRACTOR, 1.0), *unit.options))
