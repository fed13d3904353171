"""Figures of something else than what their sentence but names behind them: the rest of a whole ("còn lại từ dự toán
chi"), or what comes next in a row by size ("nhiều nhất là sầu riêng với 212 nghìn tấn, tiếp theo là thanh long")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from knowledge.ask import remnant
from knowledge.ask.made import holds, words
from knowledge.ask.question import Question
from knowledge.ask.shelf import Held
from knowledge.facts.fact import Fact, Passage
from knowledge.facts.terms import Terms
from knowledge.model import Span
from knowledge.text.fold import fold

WELL = 0.8  # so well a thing must be said behind the figure
HARDLY = 0.5  # and no better than so anywhere else


def only_there(question: Question, fact: Fact, held: Held, terms: Terms) -> bool:
    """Whether something that `question` asks about is said in no other place of the figure's sentence than in a tail
    behind it, which is of other things than the figure."""
    if held.passage.kind != "sentence" or fact.quantity is None:
        return False
    for tail in _tails(held.passage):
        if fact.span.end <= tail.start:
            inside, outside = _said(held.passage, tail, terms)
            outside |= held.passage.context
            units = (unit for unit in (*question.units, *question.inherited) if not unit.light)
            if any(unit.said(inside) >= WELL and unit.said(outside) <= HARDLY for unit in units):
                return True
    return False


def _tails(passage: Passage) -> Iterator[Span]:
    """The stretches of a sentence that name a rest, or what comes next, without a figure of theirs before them."""
    quote, table = passage.quote, words()
    if holds(passage, (*table["rest"]["words"], *table["rest"]["after"])):
        for _, label in remnant.labels(quote):
            if not any(c.isdigit() for c in quote[label.start : label.end]):
                yield label
    if holds(passage, table["next"]["words"]):
        for match in _next().finditer(quote):
            yield Span(match.start(1), match.end(1))


def _said(passage: Passage, tail: Span, terms: Terms) -> tuple[frozenset[str], frozenset[str]]:
    """What is said in the tail, and what in the rest of the sentence."""
    found = terms.widened(passage.quote)
    inside = {term.id for term in found if tail.holds(term.span)}
    outside = {term.id for term in found if not tail.holds(term.span)}
    text = fold(passage.quote[tail.start : tail.end])
    other = fold(passage.quote[: tail.start] + " ; " + passage.quote[tail.end :])
    for id_, name in passage.names:
        inside |= {"n:" + id_} if fold(name) in text else set()
        outside |= {"n:" + id_} if fold(name) in other else set()
    return frozenset(inside), frozenset(outside)


@lru_cache(maxsize=1)
def _next() -> re.Pattern[str]:
    cues = "|".join(sorted(map(re.escape, words()["next"]["words"]), key=len, reverse=True))
    return re.compile(rf"[,;]\s+(?:và\s+)?(?:{cues})\b([^;.\n]*)", re.IGNORECASE)
