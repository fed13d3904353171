"""Clauses that speak of what is asked: how much of it they say, each thing by what it tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from knowledge.ask.question import Unit
from knowledge.ask.score import Candidate
from knowledge.facts.terms import Terms, clause_terms
from knowledge.model import Span


def share(units: Sequence[Unit], said: frozenset[str], weights: Mapping[str, float]) -> float:
    """The share, 0 to 1, of `units` that the terms `said` say, each counted by its weight; 0 where there are none."""
    total = sum(weights.get(unit.text, 1.0) for unit in units)
    return sum(weights.get(unit.text, 1.0) * unit.said(said) for unit in units) / total if total else 0.0


def speaking(
    units: Sequence[Unit],
    candidate: Candidate,
    spans: Iterable[Span],
    terms: Terms,
    weights: Mapping[str, float],
    least: float,
) -> Iterator[Span]:
    """Those of `spans` of a passage that say at least so much of `units`."""
    passage = candidate.held.passage
    found = terms.widened(passage.quote)
    for span in spans:
        if share(units, clause_terms(passage, found, span), weights) >= least:
            yield span
