"""Whether a figure is of the measure asked for, and a day of the grain asked for."""

from __future__ import annotations

from knowledge.ask.days import dated
from knowledge.ask.question import Question, Wanted
from knowledge.facts.fact import Fact, FactKind
from knowledge.model import Dimension, Quantity

COUNTED = frozenset(
    {Dimension.COUNT, Dimension.AREA, Dimension.LENGTH, Dimension.MASS, Dimension.VOLUME, Dimension.DURATION}
)
TOLD = frozenset({Dimension.MONEY, Dimension.PERCENT, Dimension.POINTS})
MEASURED = TOLD | {Dimension.AREA, Dimension.LENGTH, Dimension.MASS, Dimension.VOLUME}
ODD = frozenset({Dimension.PERCENT, Dimension.POINTS, Dimension.ORDINAL})
UNCOUNTED = ODD | {Dimension.MONEY}


def measures(question: Question, fact: Fact) -> bool:
    """Whether the figure is of the dimension and unit asked for."""
    quantity = fact.quantity
    if question.wanted is Wanted.DATE and fact.kind is FactKind.DATE:
        return dated(question, fact)
    if quantity is None:
        return fact.kind is not FactKind.QUANTITY
    dimension = quantity.dimension
    if question.dimension is None:
        if dimension in UNCOUNTED and any(unit.head for unit in question.units):
            return False  # what is counted is no percentage and no sum of money
        if question.expected == "money" and dimension in COUNTED:
            return False  # a turnover is no number of cars
        if "cell" not in fact.traits and _fraction(quantity):
            return False  # "three eighths" is a share
    elif dimension != question.dimension:
        return False
    if "counted" in question.traits and dimension in MEASURED:
        return False
    if question.change and question.dimension == Dimension.PERCENT and "change" not in fact.traits:
        return False
    return question.unit is None or quantity.unit == question.unit


def odd(question: Question, quantity: Quantity) -> bool:
    """Whether the figure is told in another dimension than such a measure is."""
    if question.expected is not None:
        return quantity.dimension not in (question.expected, Dimension.NUMBER)
    return quantity.dimension in ODD


def _fraction(quantity: Quantity) -> bool:
    return quantity.dimension is Dimension.NUMBER and quantity.value is not None and 0 < quantity.value < 1
