"""Why there is no answer, and what the reports hold instead."""

from __future__ import annotations

from dataclasses import replace

from knowledge.ask import times
from knowledge.ask.lookup import Desk
from knowledge.ask.periods import named
from knowledge.ask.question import Question
from knowledge.ask.score import Candidate
from knowledge.model import Unknown

MOST = 6


def not_a_question(question: Question) -> Unknown:
    return Unknown(question.language, "not_a_question")


def explain(question: Question, desk: Desk) -> Unknown:
    """What is missing: the period, the gate, or the thing itself; with what is held of the rest."""
    if question.whens:
        held = _above(desk, replace(question, whens=()))
        periods = {period for c in held if (period := times.of_fact(c.fact, c.held)) is not None}
        if periods:
            names = [named(p, question.language) for p in sorted(periods, key=lambda p: (p.start, p.end), reverse=True)]
            asked = named(question.whens[0].period, question.language)
            return Unknown(question.language, "no_period", tuple(dict.fromkeys(names))[:MOST], {"asked": asked})
    gates = [who for who in question.whos if who.kind == "gate"]
    if gates:
        held = _above(desk, replace(question, whos=tuple(who for who in question.whos if who.kind != "gate")))
        names = [name for c in held for id_, name in c.held.passage.names if id_.startswith("gate:")]
        if names:
            return Unknown(question.language, "no_gate", tuple(dict.fromkeys(names))[:MOST], {"asked": gates[0].text})
    return Unknown(question.language, "nothing")


def _above(desk: Desk, question: Question) -> list[Candidate]:
    return [c for c in desk.ranked(question) if c.score >= desk.line]
