"""A figure or name looked up: candidates scored and judged."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.ask.judge import Verdict, judge
from knowledge.ask.question import Question
from knowledge.ask.score import Candidate, candidates
from knowledge.ask.shelf import Shelf
from knowledge.ask.weights import Rules
from knowledge.facts.fact import FactKind


@dataclass(frozen=True, slots=True)
class Desk:
    """All that looking up takes besides the question."""

    shelf: Shelf
    rules: Rules

    @property
    def line(self) -> float:
        return self.rules.weights.line

    def ranked(self, question: Question, kinds: frozenset[FactKind] | None = None) -> list[Candidate]:
        """All facts that may answer `question`, best first."""
        return candidates(question, self.shelf, self.rules, kinds)

    def likely(self, question: Question, kinds: frozenset[FactKind] | None = None) -> list[Candidate]:
        """Of :meth:`ranked` those that reach the line or correct others, and few besides: all a verdict needs."""
        return candidates(question, self.shelf, self.rules, kinds, likely=True)

    def verdict(self, question: Question, kinds: frozenset[FactKind] | None = None) -> Verdict:
        return judge(question, self.likely(question, kinds), self.rules.weights)

    def figure(self, question: Question) -> Candidate | None:
        """The one figure that answers `question`, or None where none or several do."""
        return self.verdict(question, frozenset({FactKind.QUANTITY})).winner
