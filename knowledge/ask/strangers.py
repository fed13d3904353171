"""People whom a question names and no report does: nothing is told of them, whatever is told of others."""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge.ask.lookup import Desk
from knowledge.ask.question import Question, Wanted
from knowledge.lexicon.load import load
from knowledge.text.capitals import UPPER
from knowledge.text.fold import fold

PERSON = "n:person:"
OF_PEOPLE = frozenset({Wanted.PERSON, Wanted.POST, Wanted.DATE})
_CAPITAL = re.compile(rf"\b{UPPER}\w*")


def unknown(question: Question, desk: Desk) -> bool:
    """Whether `question` is of somebody whom no report names."""
    if question.wanted not in OF_PEOPLE:
        return False
    for unit in question.units:
        people = [term[2:] for term in unit.terms if term.startswith(PERSON)]
        if (
            people
            and not any(id_ in desk.shelf.names for id_ in people)
            and len(unit.text.split()) > 1
            and not _written(unit.text, desk)
        ):
            return True
    match = _left_by().search(fold(question.read))
    return match is not None and not any(
        fold(capital) == match[1] for held in desk.shelf.passages for capital in _CAPITAL.findall(held.passage.quote)
    )


def _written(text: str, desk: Desk) -> bool:
    """Whether a report writes the name, though as that of no person: a town abroad may sound like one."""
    name = re.compile(rf"\b{re.escape(fold(text))}\b")
    return any(name.search(fold(held.passage.quote)) for held in desk.shelf.passages)


@lru_cache(maxsize=1)
def _left_by() -> re.Pattern[str]:
    return re.compile(load()["vi/succession"]["left_by"])
