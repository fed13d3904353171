"""What a sum of money is of where its own sentence does not say: "La Lay thì ngược lại: 31,6 triệu USD", after a
sentence on the turnover of another gate.

A measure goes on from sentence to sentence, paragraph to paragraph, until a heading or a question; within a paragraph
it also reaches back to figures told before it is named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from knowledge.facts.fact import Fact, FactKind, Layer, Passage
from knowledge.facts.terms import Terms
from knowledge.lexicon.load import Lexicon
from knowledge.model import Dimension

SUBJECT = 120  # characters at most of a heading or question that says what the figures below it are of


@dataclass(frozen=True, slots=True)
class Measure:
    """Terms of what a sum is of, and the gates it was told of."""

    terms: frozenset[str]
    gates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Topics:
    """What the lexicon says of measures: those told in `money`, concepts that name nothing counted (`bare`: sides,
    light words, changes), and the concepts of goods whose sums in foreign money are a `turnover`."""

    terms: Terms
    money: frozenset[str]
    bare: frozenset[str]
    goods: frozenset[str]
    turnover: str
    directions: frozenset[str]
    whole: frozenset[str]  # words that say a figure is of all gates together
    filler: frozenset[str]  # words that may stand between a name and its sum

    @classmethod
    def of(cls, lexicon: Lexicon, terms: Terms, contrasts: Iterable[frozenset[str]]) -> Topics:
        measures = lexicon["domain/measures"]
        sides = {id_ for contrast in contrasts for id_ in contrast}
        carried = measures["carried"]
        bare = sides | {*measures["light"], *measures["generic"], *measures["change"], *carried["bare"]}
        money = {id_ for id_, dimension in measures["dimension"].items() if dimension == "money"}
        return cls(
            terms,
            frozenset("c:" + id_ for id_ in money),
            frozenset("c:" + id_ for id_ in bare - money),
            frozenset("c:" + id_ for id_ in carried["goods"]),
            "c:" + carried["turnover"],
            frozenset(carried["directions"]),
            frozenset("w:" + word for word in carried["whole"]),
            frozenset("w:" + word for word in carried["filler"]),
        )


@dataclass(slots=True)
class Topic:
    """The walk's memory of what sums of money were last told of, by currency."""

    topics: Topics
    known: dict[str, Measure] = field(default_factory=dict)

    def heading(self, text: str) -> None:
        """A heading, or a question that what follows answers: another subject begins."""
        self.known = {}
        if len(text) <= SUBJECT:
            said = {term.id for term in self.topics.terms.find(text)}
            if said & self.topics.goods and not said & (self.topics.money - {self.topics.turnover}):
                self.known = {"USD": Measure(frozenset({self.topics.turnover}))}

    def settle(self, passages: Sequence[Passage]) -> list[Passage]:
        """The passages of a block, sums that name no measure told of the one they go on from."""
        settled: list[Passage] = []
        for passage in passages:
            own = self._measured(passage)
            settled.append(passage if own else _with(passage, self.known, self._open))
            self.known |= {unit: replace(measure, gates=()) for unit, measure in own.items()}
        # A time alone ("Sang 2030 nhích lên 289,5 triệu USD") goes with what its paragraph says before, or later.
        return self._in_turn(self._in_turn(settled)[::-1])[::-1]

    def _in_turn(self, passages: Sequence[Passage]) -> list[Passage]:
        said: dict[str, Measure] = {}
        told: list[Passage] = []
        for passage in passages:
            own = self._measured(passage)
            told.append(passage if own else _with(passage, said, self._timed))
            said |= own
        return told

    def _measured(self, passage: Passage) -> dict[str, Measure]:
        """The measure of the first sum in each currency, where the sentence says one."""
        found: dict[str, Measure] = {}
        for fact in passage.facts:
            unit = _currency(fact)
            measure = (fact.near | fact.clause) & self.topics.money
            directed = any(concept in self.topics.directions for concept, _ in fact.governs)
            if unit and measure and not directed and "change" not in fact.traits:
                gates = tuple(id_ for id_, layer in fact.names if id_.startswith("gate:") and layer <= Layer.CLAUSE)
                found.setdefault(unit, Measure(measure, gates))
        return found

    def _open(self, fact: Fact, passage: Passage) -> bool:
        """Whether nothing beside the figure says what it is of but a name: in dongs much is told, so that there no
        word may stand with the name that is unknown."""
        if not any(layer <= Layer.CLAUSE for _, layer in fact.names) or self._says(fact.near):
            return False
        names = {"w:" + word for _, name in passage.names for word in name.lower().split()}
        words = {term for term in fact.near if term.startswith("w:")}
        return _currency(fact) != "VND" or not words - names - self.topics.filler

    def _timed(self, fact: Fact, passage: Passage) -> bool:
        """Whether it has a time of its own and nothing beside it says what it is of, or that it is of all together."""
        if fact.near & self.topics.whole:
            return False
        own = any(time.layer <= Layer.CLAUSE and time.role == "period" for time in fact.times)
        words = {term for term in fact.near if term.startswith("w:")}
        return (
            own
            and not self._says(fact.near | fact.clause)
            and (_currency(fact) != "VND" or not words - self.topics.filler)
        )

    def _says(self, terms: frozenset[str]) -> bool:
        return any(term.startswith("c:") and term not in self.topics.bare for term in terms)


def _with(passage: Passage, measures: dict[str, Measure], eligible: Callable[[Fact, Passage], bool]) -> Passage:
    """`passage` with the measure of its currency, and its gates, for each sum that is eligible."""
    facts = tuple(
        _told(fact, measures[unit]) if (unit := _currency(fact)) in measures and eligible(fact, passage) else fact
        for fact in passage.facts
    )
    return replace(passage, facts=facts) if facts != passage.facts else passage


def _told(fact: Fact, measure: Measure) -> Fact:
    gates = () if any(id_.startswith("gate:") for id_, _ in fact.names) else measure.gates
    names = fact.names + tuple((id_, Layer.CONTEXT) for id_ in gates)
    return replace(fact, clause=fact.clause | measure.terms - fact.near, names=names)


def _currency(fact: Fact) -> str:
    quantity = fact.quantity
    if fact.kind is not FactKind.QUANTITY or quantity is None or quantity.dimension is not Dimension.MONEY:
        return ""
    return quantity.unit or ""
