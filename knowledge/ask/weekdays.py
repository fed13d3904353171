"""Days of the week on which something is done ("vào các ngày thứ ba, thứ năm"), where they are asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from knowledge.ask import prose
from knowledge.ask.lookup import Desk
from knowledge.ask.question import Question, Unit, Wanted
from knowledge.ask.score import Candidate
from knowledge.ask.shelf import Held
from knowledge.lexicon.load import load
from knowledge.model import Span
from knowledge.text.fold import fold
from knowledge.text.required import Screened

LIKELY = 3  # passages looked through
MOST = 3  # days in a sentence that tells from which to which


@dataclass(frozen=True, slots=True)
class Days:
    """The days, one by one or ("từ thứ hai đến thứ sáu") as written, and where they stand."""

    held: Held
    span: Span
    items: tuple[str, ...]
    text: str


def asks(question: Question) -> bool:
    """Whether days of the week may be asked for."""
    return _asked(question.language).search(fold(question.read)) is not None


def find(question: Question, desk: Desk) -> Days | None:
    """The days that the sentence tells which speaks of all that is asked; None where none does, or tells several
    rows of days."""
    words = frozenset(load()["domain/weekdays"]["asked"]["words"])
    units = tuple(replace(unit, head=False) for unit in question.units if fold(unit.text) not in words)
    if not units and not question.whos:
        return None
    asked = replace(question, wanted=Wanted.TEXT, units=units)
    for candidate in prose.passages(asked, desk)[:LIKELY]:
        if candidate.score < desk.line:
            return None
        if all(_told(unit, candidate) for unit in units if not unit.light) and (days := _days(candidate)) is not None:
            return days
    return None


def _told(unit: Unit, candidate: Candidate) -> bool:
    passage = candidate.held.passage
    said = passage.sentence | passage.context | {"n:" + id_ for id_, _ in passage.names}
    return any(term in said for term in unit.terms)


def _days(candidate: Candidate) -> Days | None:
    quote = candidate.held.passage.quote
    one, row, stretch = _written()
    if whole := stretch.search(quote):
        return Days(candidate.held, Span(*whole.span()), (), whole[0]) if len(one.findall(quote)) <= MOST else None
    rows = list(row.finditer(quote))
    if len(rows) != 1:
        return None
    table = load()["domain/weekdays"]["written"]
    names = (table["day"], table["sunday"])
    items = tuple(
        day if day.lower().startswith(names) else names[0] + day for day in re.split(table["joins"], rows[0][0]) if day
    )
    return Days(candidate.held, Span(*rows[0].span()), items, ", ".join(items))


@lru_cache(maxsize=1)
def _written() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A day, a row of days, and from one day to another."""
    table = load()["domain/weekdays"]["written"]
    one, bare = f"(?<!\\w){table['one']}", table["bare"]
    row = f"{one}(?:{table['joins']}(?:{one}|{bare}))*"
    stretch = table["span"].replace("ONE", one).replace("BARE", bare)
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in (one, row, stretch))  # type: ignore[return-value]


@lru_cache(maxsize=2)
def _asked(language: str) -> Screened:
    return Screened(load()["domain/weekdays"]["asked"][language])
