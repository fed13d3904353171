"""What a figure says by its unit alone: of "11,2 triệu USD" nobody needs to write that it is a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.ask.question import Unit
from knowledge.facts.fact import Fact, FactKind
from knowledge.lexicon.load import Lexicon
from knowledge.model import Dimension


@dataclass(frozen=True, slots=True)
class Implied:
    """`shares`: by dimension and ``c:`` term, how well a figure of that dimension says it; `measures`: by dimension,
    the terms of all that is told in it."""

    shares: Mapping[Dimension, Mapping[str, float]]
    measures: Mapping[Dimension, frozenset[str]]

    @classmethod
    def of(cls, lexicon: Lexicon) -> Implied:
        """The rows of ``domain/measures.toml``."""
        table = lexicon["domain/measures"]
        measures: dict[Dimension, set[str]] = {}
        for concept, dimension in table["dimension"].items():
            measures.setdefault(Dimension(dimension), set()).add("c:" + concept)
        for dimension, concepts in table["told_in"].items():
            measures.setdefault(Dimension(dimension), set()).update("c:" + concept for concept in concepts)
        return cls(
            {
                Dimension(dimension): {"c:" + concept: share for concept, share in row.items()}
                for dimension, row in table["implied"].items()
            },
            {dimension: frozenset(terms) for dimension, terms in measures.items()},
        )

    def by_unit(self, term: str, fact: Fact) -> float:
        """How well (0 to 1) the unit of `fact` alone says `term`."""
        shares = None if fact.quantity is None else self.shares.get(fact.quantity.dimension)
        return 0.0 if shares is None else shares.get(term, 0.0)

    def share(self, unit: Unit, fact: Fact, asked: frozenset[str]) -> float:
        """How well (0 to 1) the unit of `fact` alone says `unit`; 0 where something else than `asked` (all terms of the
        question) is said to be measured."""
        if fact.kind is not FactKind.QUANTITY or fact.quantity is None:
            return 0.0
        shares = self.shares.get(fact.quantity.dimension)
        if shares is None:
            return 0.0
        share = max((shares[term] * factor for term, factor in unit.options if term in shares), default=0.0)
        if not share:
            return 0.0
        others = self.measures.get(fact.quantity.dimension, frozenset()) - asked
        return 0.0 if others & fact.near else share
