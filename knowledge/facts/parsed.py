"""A sentence as the stages see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.facts.clauses import Clause
from knowledge.facts.terms import Term
from knowledge.model import Mention, Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as the stages see it: text, what was recognised in it, its terms and clauses (offsets within `text`)."""

    text: str
    mentions: tuple[Mention, ...]
    terms: tuple[Term, ...]
    clauses: tuple[Clause, ...]


def shift(mentions: Sequence[Mention], start: int, end: int) -> tuple[Mention, ...]:
    """The mentions within [start, end), their spans counted from `start`."""
    return tuple(
        replace(mention, span=Span(mention.span.start - start, mention.span.end - start))
        for mention in mentions
        if start <= mention.span.start and mention.span.end <= end
    )
