"""A figure or name looked up: candidates scored and judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.ask.judge import Verdict, judge
from knowledge.ask.question import Question
from knowledge.ask.score import Candidate, candidates
from knowledge.ask.shelf import Shelf
from knowledge.ask.weights import Weights
from knowledge.facts.fact import FactKind


@dataclass(frozen=True, slots=True)
class Desk:
    """All that looking up takes besides the question."""

    shelf: Shelf
    weights: Weights
    contrasts: Sequence[frozenset[str]]

    def ranked(self, question: Question, kinds: frozenset[FactKind] | None = None) -> list[Candidate]:
        return candidates(question, self.shelf, self.weights, self.contrasts, kinds)

    def verdict(self, question: Question, kinds: frozenset[FactKind] | None = None) -> Verdict:
        return judge(question, self.ranked(question, kinds), self.weights)

    def figure(self, question: Question) -> Candidate | None:
        """The one figure that answers `question`, or None where none or several do."""
        return self.verdict(question, frozenset({FactKind.QUANTITY})).winner
