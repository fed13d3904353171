"""Figures that a sentence tells without writing them: the rest of a whole ("còn lại chưa khởi công"), a share of it
("trong đó Kim Thành chiếm 40%"), the plan of which so much was reached, how far a level is from the one beside it.

Each is made as a fact of its sentence, with the words that say what it is of, and scored like those that are written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.ask import beside, moved, outstanding, portion, remnant, shares, target, vacancies
from knowledge.ask.arithmetic import Computed
from knowledge.ask.lookup import Desk
from knowledge.ask.made import Made
from knowledge.ask.question import Question
from knowledge.ask.reach import Reach
from knowledge.ask.score import Candidate, denied, score
from knowledge.ask.shelf import Held
from knowledge.ask.show import value_of
from knowledge.ask.timing import FIGURES
from knowledge.facts.terms import Terms
from knowledge.model import Dimension

MAKERS = (
    remnant.made,
    portion.made,
    target.made,
    beside.made,
    moved.made,
    shares.made,
    vacancies.made,
    outstanding.made,
)
PLANNED = frozenset({"plan", "assigned"})
TOLD = (
    target.PLAN | remnant.LEFT | vacancies.OWN | vacancies.STAFF | {"c:increase", "c:decrease"}
)  # what figures made are told of besides
CLEARER = 0.04  # so much better than the figure written in its sentence one made of it must fit


@dataclass(frozen=True, slots=True)
class Inferred:
    """A computed figure with the score of the fact made for it."""

    computed: Computed
    score: float
    passage: int


def find(question: Question, desk: Desk, terms: Terms) -> Inferred | None:
    """The one figure inferred from a sentence that answers `question`; None where none or several differing do."""
    weigh = desk.weighing(question)
    reach = Reach(question, FIGURES, desk.rules, weigh, TOLD)
    found: list[tuple[Candidate, Made]] = []
    for held in desk.shelf.passages:
        # What is made is made of two figures, and of the time of one of them.
        if len(held.figures) < 2 or not weigh.timing.fitting(held, FIGURES) or reach.below_line(held):
            continue
        for one in _made(held, terms):
            candidate = score(question, one.fact, held, desk.shelf, desk.rules, weigh)
            if (
                candidate is not None
                and candidate.score >= desk.line
                and _speaks(question, one)
                and _of_it(question, candidate)
            ):
                found.append((candidate, one))
    found = _measured(question, found)
    if not found:
        return None
    found.sort(key=lambda pair: (-pair[0].score, pair[0].held.id, pair[0].fact.span.start))
    best, made = found[0]
    quantity = made.fact.quantity
    assert quantity is not None
    for other, _ in found[1:]:
        near = other.score >= best.score - desk.rules.weights.margin
        if near and value_of(other.fact.quantity) != value_of(quantity):  # type: ignore[arg-type]
            return None
    value = value_of(quantity)
    if value is None:
        return None
    operands = tuple(replace(best, fact=fact) for fact in made.operands)
    return Inferred(Computed(value, quantity.unit, made.arithmetic, operands), best.score, best.held.id)


def _measured(question: Question, found: list[tuple[Candidate, Made]]) -> list[tuple[Candidate, Made]]:
    """`found` without the percentages of which the figure is told as well, where none is asked for."""
    if question.dimension == Dimension.PERCENT:
        return found
    plain = {c.held.id for c, _ in found if c.fact.quantity and c.fact.quantity.dimension is not Dimension.PERCENT}
    return [
        (c, made)
        for c, made in found
        if c.held.id not in plain or (c.fact.quantity and c.fact.quantity.dimension is not Dimension.PERCENT)
    ]


def clearer(found: Inferred, written: Sequence[Candidate]) -> bool:
    """Whether what was inferred answers better than the figures `written`, all of its own sentence."""
    return bool(written) and all(one.held.id == found.passage and found.score >= one.score + CLEARER for one in written)


def _made(held: Held, terms: Terms) -> Iterator[Made]:
    passage = held.passage
    if passage.kind != "sentence":
        return
    for maker in MAKERS:
        yield from maker(passage, terms)


def _of_it(question: Question, candidate: Candidate) -> bool:
    """Whether a share is told of all that is asked: the share of one thing is soon taken for that of another."""
    fact = candidate.fact
    rate = fact.quantity is not None and fact.quantity.dimension is Dimension.PERCENT and "change" not in fact.traits
    if not rate:
        return True
    return all(value >= 0 for name, value in candidate.parts if name == "missing") and not shares.of_another(
        question, fact
    )


def _asks_left(question: Question) -> bool:
    """Whether what is left, or was not done, is asked for."""
    return question.denies or "remainder" in question.operations


def _speaks(question: Question, one: Made) -> bool:
    """Whether the question says what makes the figure another than those written: a word of `one.own`, or that it asks
    for a change."""
    if not one.own:
        return question.change and not (moved.of_levels(one) and moved.of_level(question))
    rate = one.fact.quantity is not None and one.fact.quantity.dimension is Dimension.PERCENT
    if "denied" in one.fact.traits and one.operands[0].traits.isdisjoint({"denied"}) and not _asks_left(question):
        return False
    if rate and (question.denies != denied(one.fact) or question.change):
        return False  # a share of those of whom it is so, and no growth
    if any("c:" + side in one.own for side in question.concepts & PLANNED):
        return True
    units = (*question.units, *question.inherited)
    undone = "denied" in one.fact.traits  # "chưa xử lý": of what is not done the verb tells all
    if any(
        term in one.own for unit in units if undone or not unit.light for term, factor in unit.options if factor >= 0.8
    ):
        return True
    return any(id_ in one.own for who in question.whos for id_ in ("n:" + one_ for one_ in who.ids))
