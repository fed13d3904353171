"""A figure or name looked up: candidates scored and judged."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from knowledge.ask.judge import Verdict, judge
from knowledge.ask.offered import besides
from knowledge.ask.question import Question
from knowledge.ask.restated import taken_back
from knowledge.ask.score import Candidate, candidates
from knowledge.ask.shelf import Shelf
from knowledge.ask.timing import Timings
from knowledge.ask.weighing import Weighing, weights_of
from knowledge.ask.weights import Rules
from knowledge.facts.fact import FactKind


@dataclass(frozen=True, slots=True)
class Desk:
    """All that looking up takes besides the question."""

    shelf: Shelf
    rules: Rules
    timings: Timings = field(default_factory=Timings, compare=False, repr=False)
    # By the object that a question is, which is kept here so that it stays the only one of its id.
    _weighed: dict[int, tuple[Question, Weighing]] = field(default_factory=dict, init=False, compare=False, repr=False)

    @property
    def line(self) -> float:
        return self.rules.weights.line

    def weighing(self, question: Question) -> Weighing:
        """What each thing that `question` speaks of tells, worked out once however often it is looked up."""
        known = self._weighed.get(id(question))
        if known is None:
            timing = self.timings.of(question)
            known = self._weighed[id(question)] = (question, weights_of(question, self.shelf, timing))
        return known[1]

    def ranked(self, question: Question, kinds: frozenset[FactKind] | None = None) -> list[Candidate]:
        """All facts that may answer `question`, best first."""
        return candidates(question, self.shelf, self.rules, self.weighing(question), kinds)

    def likely(self, question: Question, kinds: frozenset[FactKind] | None = None) -> list[Candidate]:
        """Of :meth:`ranked` those that reach the line or correct others, and few besides: all a verdict needs."""
        return candidates(question, self.shelf, self.rules, self.weighing(question), kinds, likely=True)

    def verdict(self, question: Question, kinds: frozenset[FactKind] | None = None) -> Verdict:
        """One clear winner, or all that the question leaves open, or nothing."""
        found = judge(question, self.likely(question, kinds), self.rules.weights)
        if found.winner is not None and found.superseded is None:
            right = taken_back(found.winner, self.shelf)
            return found if right is None else Verdict(right, superseded=found.winner)
        if not found.rivals:
            return found
        return replace(
            found, rivals=found.rivals + besides(question, found.rivals, self.ranked(question, kinds), self.line)
        )

    def figure(self, question: Question) -> Candidate | None:
        """The one figure that answers `question`, or None where none or several do."""
        return self.verdict(question, frozenset({FactKind.QUANTITY})).winner
