"""A sentence as the stages see it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from knowledge.facts.clauses import Clause, Clauses, holding
from knowledge.facts.terms import Term, Terms
from knowledge.model import Dimension, Mention, MentionKind, Quantity, Span

_BRACKETS = re.compile(r"\(([^()]{1,40})\)")
PEOPLE = frozenset({"c:passenger", "c:entry_exit", "c:people_count"})
GOODS = frozenset({"c:trade_turnover", "c:import_export", "c:goods", "c:vehicle"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as the stages see it: text, what was recognised in it, its terms and clauses (offsets within
    `text`)."""

    text: str
    mentions: tuple[Mention, ...]
    terms: tuple[Term, ...]
    clauses: tuple[Clause, ...]


def sentence(text: str, mentions: tuple[Mention, ...], terms: Terms, splitter: Clauses) -> Sentence:
    """`text` parsed; a side said in short right before a figure ("xuất 52,5") is a term as well."""
    found = list(terms.widened(text))
    clauses = splitter.split(text, mentions)
    said = {term.id for term in found}
    people = bool(said & PEOPLE) and not said & GOODS
    for mention in mentions:
        if mention.kind is MentionKind.QUANTITY:
            start = clauses[holding(clauses, mention.span.start)].span.start
            start = max([start, *(m.span.end for m in mentions if start < m.span.end <= mention.span.start)])
            side = splitter.side(text[start : mention.span.start], people)
            if side is not None:
                found.append(Term("c:" + side, Span(start, mention.span.start)))
    return Sentence(
        text, mentions, tuple(sorted(found, key=lambda term: (term.span.start, term.span.end, term.id))), clauses
    )


def scaled(
    text: str, mentions: tuple[Mention, ...], recognise: Callable[[str], tuple[Mention, ...]]
) -> tuple[Mention, ...]:
    """`mentions` with the unit that stands once in brackets ("… theo tháng (triệu đồng): tháng 1 3.450; …") given to
    the bare figures of the sentence."""
    units = [
        inner
        for inner in _BRACKETS.findall(text)
        if any(c.isalpha() for c in inner) and not any(c.isdigit() for c in inner)
    ]
    bare = [m for m in mentions if isinstance(m.value, Quantity) and m.value.dimension is Dimension.NUMBER]
    if len(units) != 1 or len(bare) < 2:
        return mentions
    read: list[Mention] = []
    for mention in mentions:
        if mention in bare:
            figures = [
                m.value
                for m in recognise(f"{mention.text} {units[0].split(':')[-1].strip()}")
                if isinstance(m.value, Quantity)
            ]
            if figures and figures[0].dimension is not Dimension.NUMBER:
                mention = replace(mention, value=figures[0], rule="bracketed-unit")
        read.append(mention)
    return tuple(read)


def shift(mentions: Sequence[Mention], start: int, end: int) -> tuple[Mention, ...]:
    """The mentions within [start, end), their spans counted from `start`."""
    return tuple(
        replace(mention, span=Span(mention.span.start - start, mention.span.end - start))
        for mention in mentions
        if start <= mention.span.start and mention.span.end <= end
    )
