"""The row of totals of a table, where all of it is asked for ("tỷ lệ giải ngân chung của các công trình")."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from knowledge.ask.lookup import Desk
from knowledge.ask.question import Question
from knowledge.ask.score import Candidate
from knowledge.lexicon.load import load
from knowledge.text.fold import fold


def asks(question: Question) -> bool:
    """Whether a rate of all things together is asked for, and not what one of them makes of them."""
    return "share" not in question.operations and _of_all().search(fold(question.read)) is not None


@lru_cache(maxsize=1)
def _of_all() -> re.Pattern[str]:
    return re.compile(load()["domain/measures"]["of_all"])


def row(question: Question, cell: Candidate, desk: Desk) -> Candidate | None:
    """`cell`, or for that of one row, which `question` does not speak of, the one below it in the row of totals; None
    where the table has none."""
    label = cell.fact.label
    if not label or any(term in label for unit in (*question.units, *question.inherited) for term in unit.terms):
        return cell
    here = cell.held
    found = [
        replace(cell, fact=fact, held=held)
        for held in desk.shelf.passages
        if held.report.id == here.report.id and held.passage.group == here.passage.group
        for fact in held.passage.facts
        if "cell" in fact.traits and not fact.label and fact.header == cell.fact.header and fact.quantity is not None
    ]
    return found[0] if len(found) == 1 else None
