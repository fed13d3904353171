"""How well facts fit the times that one question asks for: worked out once for all figures told of the same times."""

from __future__ import annotations

from knowledge.ask import standing, times
from knowledge.ask.question import Question
from knowledge.ask.shelf import Held
from knowledge.ask.tenure import MEETINGS, of_office
from knowledge.facts.fact import Fact, FactKind, Time

FIGURES = frozenset({FactKind.QUANTITY})

_Fit = tuple[tuple[Time, ...], float | None]


class Timing:
    """The fit of facts to the times of one question. It lasts as long as the question is looked up."""

    def __init__(self, question: Question) -> None:
        self._whens = question.whens
        self._event = bool(question.concepts & MEETINGS)
        self._plan = "plan" in question.concepts
        self._stock = question.stock
        self._office = of_office(question)
        self._about = standing.about(question)
        # By report, then by what alone decides of a figure there: its times, known by the object (kept here, so that it
        # stays the only one of its id) since hashing them costs more than the fit.
        self._known: dict[int, dict[int, _Fit]] = {}

    def fit(self, fact: Fact, held: Held) -> float | None:
        """How well `fact` fits the worst of the times asked for, 0 to 1; None when it is of another time."""
        if not self._whens:
            return 1.0
        if self._event or fact.kind is not FactKind.QUANTITY:
            return self._fit(fact, held)
        known = self._known.setdefault(held.report.id, {})
        return (known.get(id(fact.times)) or self._first(fact, held, known))[1]

    def fitting(self, held: Held, kinds: frozenset[FactKind]) -> list[tuple[Fact, float]]:
        """The facts of `held`, of some `kinds`, that are not of another time, each with how well it fits."""
        if kinds == FIGURES and self._whens and not self._event:
            return self._fitting_figures(held) if held.timed else []
        facts = [fact for fact in held.passage.facts if fact.kind in kinds]
        if not self._whens:
            return [(fact, 1.0) for fact in facts]
        return [(fact, fitted) for fact in facts if (fitted := self.fit(fact, held)) is not None]

    def _fitting_figures(self, held: Held) -> list[tuple[Fact, float]]:
        """The same of figures: those told of the same times fit alike."""
        known = self._known.get(held.report.id)
        if known is None:
            known = self._known[held.report.id] = {}
        found: list[tuple[Fact, float]] = []
        for alike in held.timed:
            first = alike[0]
            fitted = (known.get(id(first.times)) or self._first(first, held, known))[1]
            if fitted is not None:
                found += [(fact, fitted) for fact in alike]
        return found

    def _first(self, fact: Fact, held: Held, known: dict[int, _Fit]) -> _Fit:
        """The fit of the first figure met of its times, to be known from then on."""
        fit = known[id(fact.times)] = (fact.times, self._fit(fact, held))
        return fit

    def _fit(self, fact: Fact, held: Held) -> float | None:
        worst = 1.0
        for when in self._whens:
            fitted = times.fit(
                when, fact, held, event=self._event, plan=self._plan, stock=self._stock, office=self._office
            )
            if fitted is None and fact.kind is FactKind.QUANTITY:
                fitted = standing.fit(when, fact, held, self._about)
            if fitted is None:
                return None
            worst = min(worst, fitted)
        return worst
