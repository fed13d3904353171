"""What the items of a list are, where the words around them do not say it in so many words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from knowledge.ask.question import Question
from knowledge.ask.score import Candidate
from knowledge.ask.shelf import Held
from knowledge.ask.sought import Sought
from knowledge.facts.fact import Fact, FactKind
from knowledge.lexicon.load import load
from knowledge.text.fold import fold

_FIGURE = re.compile(r"(?<![\d/.,])\d+(?:[.,]\d+)?(?![\d/])")


def built(asked: Sought, fact: Fact) -> bool:
    """Whether works are looked for and every item is called one: a road, a bridge, a drain."""
    table = load()["domain/kinds"]["built"]
    heads = {term for unit in asked.question.units if unit.head for term, factor in unit.options if factor == 1.0}
    if not heads & {"c:" + concept for concept in table["concepts"]}:
        return False
    return bool(fact.items) and all(fold(item).startswith(tuple(table["words"])) for item in fact.items)


def counted(asked: Sought, candidate: Candidate) -> bool:
    """Whether the list says itself that it is of as many things as are asked for, and names a figure of the question
    ("ba dự án chưa tới 30%": "Ba dự án dưới 30% gồm …")."""
    fact = candidate.fact
    if not asked.count or asked.count != len(fact.items) or "declared" not in fact.traits:
        return False
    quote = candidate.held.passage.quote[: candidate.fact.span.start]
    named = figures(asked.question)
    return bool(named & set(_FIGURE.findall(quote)))


def figures(question: Question) -> set[str]:
    """The figures a question names, of times none."""
    return written(question.timeless)


def written(text: str) -> set[str]:
    """The figures of `text`."""
    return set(_FIGURE.findall(text))


def at_large(held: Held) -> Iterator[Fact]:
    """The lists of a passage of which few items name a place: what one of them names is not where they all are."""
    lists = [fact for fact in held.passage.facts if fact.kind is FactKind.LIST and "declared" in fact.traits]
    spelled = {id_: fold(name) for id_, name in held.passage.names} if lists else {}
    for fact in lists:
        items = [fold(item) for item in fact.items]
        inner = {id_ for id_, name in spelled.items() if any(name in item for item in items)}
        named = sum(any(spelled[id_] in item for id_ in inner) for item in items)
        if inner and named * 2 < len(items):
            yield replace(fact, names=tuple(pair for pair in fact.names if pair[0] not in inner))
