"""How well facts fit the times that questions ask for: worked out once for all figures told of the same times, and kept
for the questions to come, most of which ask about the same few periods."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, replace

from knowledge.ask import standing, times
from knowledge.ask.question import Question, When
from knowledge.ask.shelf import Held
from knowledge.ask.tenure import MEETINGS, of_office
from knowledge.facts.fact import Fact, FactKind, Time

FIGURES = frozenset({FactKind.QUANTITY})

KEPT = 32  # times asked for whose fits are remembered, each of some hundred facts

_Fit = tuple[tuple[Time, ...], float | None]
Fitting = tuple[tuple[Fact, float], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """All that a question says of times: those it asks for, and what decides how facts fit them."""

    whens: tuple[When, ...]
    event: bool
    plan: bool
    stock: bool
    office: bool
    about: standing.About


def asked(question: Question) -> Asked:
    """What `question` says of times."""
    return Asked(
        tuple(replace(when, text="") for when in question.whens),  # in whatever words
        event=bool(question.concepts & MEETINGS),
        plan="plan" in question.concepts,
        stock=question.stock,
        office=of_office(question),
        about=standing.about(question),
    )


class Timing:
    """The fit of facts to the times of questions that say the same of times, as long as the reports stay as they
    are."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._whens, self._event = asked.whens, asked.event
        # By report, then by what alone decides of a figure there: its times, known by the object (kept here, so that it
        # stays the only one of its id) since hashing them costs more than the fit.
        self._known: dict[int, dict[int, _Fit]] = {}
        self._figures: dict[int, tuple[Held, Fitting]] = {}  # by the passage, which may be read anew

    def fit(self, fact: Fact, held: Held) -> float | None:
        """How well `fact` fits the worst of the times asked for, 0 to 1; None when it is of another time."""
        if not self._whens:
            return 1.0
        if self._event or fact.kind is not FactKind.QUANTITY:
            return self._fit(fact, held)
        known = self._known.setdefault(held.report.id, {})
        return (known.get(id(fact.times)) or self._first(fact, held, known))[1]

    def fitting(self, held: Held, kinds: frozenset[FactKind]) -> Fitting:
        """The facts of `held`, of some `kinds`, that are not of another time, each with how well it fits."""
        if kinds == FIGURES and self._whens and not self._event:
            if not held.timed:
                return ()
            kept = self._figures.get(held.id)
            if kept is None or kept[0] is not held:
                kept = self._figures[held.id] = (held, self._fitting_figures(held))
            return kept[1]
        facts = [fact for fact in held.passage.facts if fact.kind in kinds]
        if not self._whens:
            return tuple((fact, 1.0) for fact in facts)
        return tuple((fact, fitted) for fact in facts if (fitted := self.fit(fact, held)) is not None)

    def _fitting_figures(self, held: Held) -> Fitting:
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
        return tuple(found)

    def _first(self, fact: Fact, held: Held, known: dict[int, _Fit]) -> _Fit:
        """The fit of the first figure met of its times, to be known from then on."""
        fit = known[id(fact.times)] = (fact.times, self._fit(fact, held))
        return fit

    def _fit(self, fact: Fact, held: Held) -> float | None:
        asked, worst = self._asked, 1.0
        for when in asked.whens:
            fitted = times.fit(
                when, fact, held, event=asked.event, plan=asked.plan, stock=asked.stock, office=asked.office
            )
            if fitted is None and fact.kind is FactKind.QUANTITY:
                fitted = standing.fit(when, fact, held, asked.about)
            if fitted is None:
                return None
            worst = min(worst, fitted)
        return worst


class Timings:
    """The timings of questions over one state of the index; those asked for last stay."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Asked, Timing] = OrderedDict()

    def of(self, question: Question) -> Timing:
        """The timing of all that `question` says of times."""
        asks = asked(question)
        timing = self._kept.get(asks)
        if timing is None:
            timing = self._kept[asks] = Timing(asks)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(asks)
        return timing
