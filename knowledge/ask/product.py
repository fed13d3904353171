"""So many at so much each: "60 suất quà, mỗi suất 500 nghìn đồng" cost 30 million in all."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from knowledge.ask.arithmetic import Computed
from knowledge.ask.lookup import Desk
from knowledge.ask.question import Question
from knowledge.ask.score import Candidate
from knowledge.ask.show import fact_text, figure
from knowledge.facts.fact import Fact, FactKind
from knowledge.model import Dimension

PEOPLE = frozenset({"người", "cá nhân", "hộ", "gia đình", "đối tượng"})
_EACH = re.compile(r"\b(?:mỗi|một|từng)\s+([^\W\d_]+)(?:\s+[^\W\d_]+){0,4}\s*$", re.IGNORECASE)
_BEHIND = re.compile(r"\s*/?\s*(?:một|mỗi|1|/)\s*([^\W\d_]+)", re.IGNORECASE)


def product(question: Question, desk: Desk) -> Computed | None:
    """What all cost, asked for in money, where the report says how many and how much each."""
    if question.dimension != "money":
        return None
    asked = replace(question, operations=frozenset(), unit=None)
    ranked = desk.ranked(asked, frozenset({FactKind.QUANTITY}))
    if not ranked or ranked[0].score < desk.line:
        return None
    price = ranked[0]
    each = _each(price)
    if each is None or price.fact.quantity is None or price.fact.quantity.value is None:
        return None
    if "sum" not in question.operations and not _counted(question, price):
        return None
    counts = [
        fact for fact in price.held.passage.facts if _counts(fact, each) and fact.span.end <= price.fact.span.start
    ]
    if len(counts) != 1:
        return None
    count = counts[0].quantity
    assert count is not None
    assert count.value is not None
    value: Decimal = count.value * price.fact.quantity.value
    unit = price.fact.quantity.unit
    text = f"{fact_text(counts[0])} × {fact_text(price.fact)} = {figure(value, unit)}"
    return Computed(value, unit, text, (replace(price, fact=counts[0]), price))


def _counted(question: Question, price: Candidate) -> bool:
    """Whether the question itself says of how many: those of the report ("60 suất quà hết bao nhiêu tiền")."""
    named = set(re.findall(r"\d[\d.]*", question.read))
    return any(
        fact.quantity is not None and fact.quantity.value is not None and str(fact.quantity.value) in named
        for fact in price.held.passage.facts
        if fact.quantity is not None and fact.quantity.dimension is Dimension.COUNT
    )


def _each(price: Candidate) -> str | None:
    """The thing of which the figure is the price of one; None where it is no price of one."""
    quantity = price.fact.quantity
    if quantity is None or quantity.dimension is not Dimension.MONEY:
        return None
    if quantity.per is not None:
        return quantity.per.partition("/")[0].lower()
    quote, span = price.held.passage.quote, price.fact.span
    before = _EACH.search(quote[max(0, span.start - 40) : span.start])
    behind = _BEHIND.match(quote[span.end :])
    match = before or behind
    return match[1].lower() if match else None


def _counts(fact: Fact, each: str) -> bool:
    """Whether a figure counts the things whose price is told."""
    quantity = fact.quantity
    if quantity is None or quantity.dimension is not Dimension.COUNT or quantity.value is None or quantity.total:
        return False
    unit = (quantity.unit or "").lower()
    first = unit.split(" ")[0]
    return each in (unit, first) or (each in PEOPLE and (unit in PEOPLE or first in PEOPLE))
