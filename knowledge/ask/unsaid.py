"""A deed asked about without its object ("how much was collected?"): each thing that reports tell of is a reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.ask.ambiguity import identity
from knowledge.ask.lookup import Desk
from knowledge.ask.question import Question, Unit, Wanted
from knowledge.ask.score import Candidate
from knowledge.facts.fact import FactKind
from knowledge.lexicon.load import load
from knowledge.model import Dimension

FIGURES = frozenset({FactKind.QUANTITY})
AS_WELL = 0.9  # how well the others of a kind of thing say it


def readings(question: Question, desk: Desk) -> tuple[Candidate, ...]:
    """The figure of each kind of thing that the deed asked about may have been done to, where the question names none
    and reports tell of several; else nothing."""
    if question.wanted is not Wanted.QUANTITY or question.operations or question.change or question.inherited:
        return ()
    for deed, things in load()["domain/measures"]["objects"].items():
        if question.concepts & {id_ for kind in things for id_ in kind}:
            continue
        index = next((i for i, unit in enumerate(question.units) if ("c:" + deed, 1.0) in unit.options), None)
        if index is None:
            continue
        found: dict[object, Candidate] = {}
        for kind in things:
            verdict = desk.verdict(_of(question, index, kind), FIGURES)
            best = verdict.winner or next(iter(verdict.rivals), None)
            if best is not None:
                found.setdefault(identity(best.fact), best)
        if len(found) > 1:
            return tuple(found.values())
    return ()


def _of(question: Question, index: int, kind: Sequence[str]) -> Question:
    """`question` with its deed done to the things of one `kind`."""
    options = (("c:" + kind[0], 1.0), *(("c:" + id_, AS_WELL) for id_ in kind[1:]))
    unit = Unit(question.units[index].text, options)
    return replace(
        question,
        units=(*question.units[:index], unit, *question.units[index + 1 :]),
        concepts=question.concepts | {kind[0]},
        expected=str(Dimension.MONEY),
        measured=str(Dimension.MONEY),
    )
