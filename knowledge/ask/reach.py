"""The best score that the facts of a passage can reach, told by the passage's terms alone: most passages hold a word or
two of a question and stay below the line whatever their facts are like."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.ask import days
from knowledge.ask.question import Question, Unit, Wanted
from knowledge.ask.shelf import Held
from knowledge.ask.timing import FIGURES
from knowledge.ask.weighing import PARTS, Weighing, abroad
from knowledge.ask.weights import Rules
from knowledge.facts.fact import FactKind, Layer

PLAN = "c:plan"
SLIGHT = 1e-9  # sums of the same numbers in another order differ by less


@dataclass(frozen=True, slots=True)
class _Thing:
    """A thing asked: what it weighs, what it costs (`missing`, of its weight) where nothing says it, its terms by how
    well they say it, and how well it may be said (`least`) where none of them stands."""

    weight: float
    missing: float
    factors: tuple[tuple[str, float], ...]
    least: float


class Reach:
    """What facts of some `kinds` may reach at most as answers to one question, passage by passage. What a single fact
    tells besides is left out: it only speaks against it, save in corrections, of posts and of days put off. Terms
    `made` are said of every fact. It lasts as long as the question is looked up."""

    def __init__(
        self, question: Question, kinds: frozenset[FactKind], rules: Rules, weigh: Weighing,
        made: frozenset[str] = frozenset(),
    ) -> None:  # fmt: skip
        weights, of = rules.weights, weigh.of
        self._own = max(weights.layers)
        self._sentence, self._context, self._report = (
            weights.layers[layer] for layer in (Layer.SENTENCE, Layer.CONTEXT, Layer.REPORT)
        )
        self._things = [
            *(
                _thing(unit, of[unit.text], 0.0 if abroad(unit) else weights.missing, rules, made)
                for unit in question.units
            ),
            *(_thing(unit, of[unit.text] * weights.inherited, 0.0, rules, made) for unit in question.inherited),
        ]
        self._saying: dict[str, list[tuple[int, float]]] = {}  # term -> the things it says, and how well
        for number, thing in enumerate(self._things):
            for term, factor in thing.factors:
                self._saying.setdefault(term, []).append((number, factor))
        self._terms = frozenset(self._saying)
        self._named = 0 if kinds == FIGURES else len(question.whos)
        self._total = sum(thing.weight for thing in self._things) + self._named
        self._more = SLIGHT + (weights.extra_side if question.wanted is Wanted.POST else 0.0)
        self._more += days.MOVED if "moved" in question.traits and FactKind.DATE in kinds else 0.0
        self._line = weights.line
        # How well each thing is said around all passages of a section, by its context (which is kept here, so that it
        # stays the only one of its id) and report.
        self._around: dict[tuple[int, int], tuple[frozenset[str], list[float]]] = {}

    def below_line(self, held: Held) -> bool:
        """Whether no fact of `held` reaches the line; never of passages that correct others, which count even so."""
        return not held.corrects and self.of(held) < self._line

    def of(self, held: Held) -> float:
        """A score above that of every fact of `held`, unless the passage corrects others; by what stands there alone,
        not by what is in the care of the board whose report it is (:mod:`knowledge.ask.board`)."""
        if not self._total:
            return 1.0 + self._more
        said = self._said_around(held).copy()
        own = self._terms & held.own
        self._hear(said, own, self._own)
        self._hear(said, (self._terms & held.passage.sentence) - own, self._sentence)
        reached = float(self._named)
        for thing, best in zip(self._things, said, strict=True):
            reached += thing.weight * (best or -thing.missing)
        return reached / self._total + self._more

    def _said_around(self, held: Held) -> list[float]:
        context = held.passage.context
        key = (id(context), held.report.id)
        known = self._around.get(key)
        if known is None:
            said = [thing.least for thing in self._things]
            self._hear(said, self._terms & held.report.terms, self._report)
            self._hear(said, self._terms & context, self._context)
            known = self._around[key] = (context, said)
        return known[1]

    def _hear(self, said: list[float], terms: frozenset[str], layer: float) -> None:
        """Note in `said`, by thing, what `terms` of a `layer` say better than was said before."""
        for term in terms:
            for number, factor in self._saying[term]:
                if layer * factor > said[number]:
                    said[number] = layer * factor


def _thing(unit: Unit, weight: float, missing: float, rules: Rules, made: frozenset[str]) -> _Thing:
    shares, context = rules.implied.shares.values(), rules.weights.layers[Layer.CONTEXT]
    factors = (*unit.options, *((part, PARTS) for part in unit.parts))
    least = [share.get(term, 0.0) * factor for share in shares for term, factor in unit.options]
    least += [context * factor for term, factor in unit.options if term == PLAN]  # said by a section of plans
    least += [factor for term, factor in factors if term in made]
    return _Thing(weight, missing, factors, max(least, default=0.0))
