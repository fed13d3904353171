"""Figures of one sentence that are told together: what went from one to another, and the parts of a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from knowledge.facts.clauses import Clauses
from knowledge.facts.fact import Fact, FactKind, Layer
from knowledge.facts.parsed import Sentence
from knowledge.model import Dimension, Quantity, Span


def together(facts: Sequence[Fact], sentence: Sentence, splitter: Clauses) -> tuple[Fact, ...]:
    """`facts`, all of `sentence`, each with what it takes over from another."""
    return tuple(_of_the_same(_from_to(sentence, facts, splitter)))


def _of_the_same(facts: Sequence[Fact]) -> list[Fact]:
    """`facts` with the gate of a whole for its parts: of "1.246 người qua Hoa Lư phải cách ly; 1.187 người đã về, 59
    người đang trong khu cách ly" all are told of Hoa Lư, the only gate named."""
    gates = {id_ for fact in facts for id_, layer in fact.names if id_.startswith("gate:") and layer <= Layer.SENTENCE}
    if len(gates) != 1:
        return list(facts)
    (gate,) = gates
    told: list[Fact] = []
    whole: Fact | None = None
    for fact in facts:
        if fact.quantity is not None and fact.kind is FactKind.QUANTITY:
            own = any(id_ == gate and layer <= Layer.CLAUSE for id_, layer in fact.names)
            if own and fact.quantity.value is not None:
                whole = fact
            elif whole is not None and _part(fact, whole):
                others = tuple(name for name in fact.names if name[0] != gate)
                fact = replace(fact, names=((gate, Layer.CLAUSE), *others))
        told.append(fact)
    return told


def _part(fact: Fact, whole: Fact) -> bool:
    """Whether a figure counts the same things as `whole`, and no more of them."""
    one, all_ = fact.quantity, whole.quantity
    return (
        one is not None and all_ is not None
        and one.dimension is all_.dimension is Dimension.COUNT and one.unit == all_.unit
        and one.value is not None and all_.value is not None and one.value <= all_.value
    )  # fmt: skip


def _from_to(sentence: Sentence, facts: Sequence[Fact], splitter: Clauses) -> list[Fact]:
    """`facts` with "from" and "to" on figures that tell where something came from and went; neither is a change, and
    what one is told of the other is, too."""
    figures = [m for m in sentence.mentions if isinstance(m.value, Quantity)]
    marks: dict[Span, str] = {}
    for first, second in pairwise(figures):
        if splitter.rises(sentence.text, first.span, second.span):
            marks |= {first.span: "from", second.span: "to"}
    told: list[Fact] = []
    for fact in facts:
        mark = marks.get(fact.span) if fact.quantity is not None else None
        if mark is not None:
            fact = replace(fact, traits=(fact.traits - {"change"}) | {mark})
            if mark == "to" and told and "from" in told[-1].traits:
                near = fact.near | told[-1].near
                fact = replace(fact, near=near, clause=(fact.clause | told[-1].clause) - near)
        told.append(fact)
    return told
