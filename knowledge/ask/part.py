"""Of what a share is asked: a town's name stands for its gate ("what part of turnover was down to Vinh Xuong")."""

from __future__ import annotations

from dataclasses import replace

from knowledge.ask.names import as_gate, may_be_gate
from knowledge.ask.question import Question


def gated(question: Question) -> Question:
    """`question` with the one name it merely speaks of as that of a gate, where it names no gate."""
    if any(who.kind == "gate" for who in question.whos):
        return question
    named = [unit for unit in question.units if may_be_gate(unit)]
    if len(named) != 1:
        return question
    (unit,) = named
    units = tuple(other for other in question.units if other is not unit)
    return replace(question, units=units, whos=(*question.whos, as_gate(unit)))
