"""Figures of another measure than is asked for, by their own words or unit: another family of sums, foreign money for
what is paid in đồng, a span of time for goods, both ways of trade for one, goods that were seized."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from knowledge.ask.question import Question
from knowledge.ask.shelf import Held
from knowledge.facts.fact import Fact, Layer
from knowledge.lexicon.load import load
from knowledge.model import Dimension
from knowledge.text.fold import fold

_TABLE = load()["domain/measures"]


def _terms(*names: str) -> frozenset[str]:
    return frozenset("c:" + id_ for name in names for id_ in _TABLE[name])


MEASURES = _terms("dimension", "measuring")
SUMS = frozenset("c:" + id_ for id_, dimension in _TABLE["dimension"].items() if dimension == Dimension.MONEY)
OF_SUMS = SUMS | _terms("measuring")
LEVIED = _terms("levied")
TRADE = _terms("trade")
TRAVELLERS = _terms("travellers")
TRAVEL = _terms("travellers", "travel")
TRAFFIC = _terms("traffic")
HANDLED = frozenset(_TABLE["handled"])
SEIZED = frozenset(_TABLE["seized"])
SEIZED_TERMS = _terms("seized")
VALUE = "c:value"
TURNOVER, RATE = "c:trade_turnover", "c:ratio"
_FAMILY: dict[str, str] = {id_: family for family, ids in _TABLE["sums"].items() for id_ in ids}
FOREIGN = frozenset({"USD", "CNY"})
AIMS = frozenset(
    {"plan", "assigned", "capital_plan", "forecast", "estimate", "fee_estimate", "target", "propose", "request"}
)
OF_PLAN = frozenset({"plan", "exceed", "fall_short"})
PEOPLE = frozenset(fold(word) for word in _TABLE["people_words"])
UNTRADED = frozenset(fold(word) for word in _TABLE["untraded"])
WAYS = frozenset({"export", "import"})
WAY_TERMS = frozenset("c:" + side for side in WAYS)
BOTH = frozenset({"c:both_ways", "c:total_turnover"})
TAKINGS = frozenset({"fees", "budget"})
TURNOVERS = "turnover"
SPENT = "c:disburse"
BROAD = frozenset({"c:ratio", "c:value", "c:revenue", "c:investment", "c:amount"})  # of any measure
_CLAUSE = re.compile(r"[,;:.(](?=\s|$)")
CLEARLY = 0.8  # so well a term must say what is asked, to be it


def of_other_measure(question: Question, fact: Fact, held: Held) -> bool:
    """Whether the figure's sentence tells of some measure and says none of the things asked for: they are then told of
    before, of other figures ("Kim ngạch đạt 4.515 triệu USD. Vốn xây dựng giải ngân 198 tỷ đồng")."""
    if not question.units or "cell" in fact.traits or not held.passage.sentence & (fact.near | fact.clause) & MEASURES:
        return False
    own = fact.near | fact.clause | held.passage.sentence
    return not any(term in own for unit in question.units for term in unit.terms)


def asked_for(question: Question, least: float = 1.0) -> frozenset[str]:
    """The terms of all that is asked for that say it at `least` so well."""
    units = (*question.units, *question.inherited)
    return frozenset(term for unit in units for term, factor in unit.options if factor >= least)


def levied_abroad(question: Question, fact: Fact, _: Held) -> bool:
    """Whether fees, taxes or wages are asked for, which are paid in đồng, and the sum is one of foreign money."""
    quantity = fact.quantity
    if quantity is None or quantity.unit not in FOREIGN or question.unit is not None:
        return False
    asked = asked_for(question) & SUMS
    return bool(asked) and asked <= LEVIED


def lasts(question: Question, fact: Fact, _: Held) -> bool:
    """Whether it is a span of time, and none is asked for."""
    quantity = fact.quantity
    if quantity is None or quantity.dimension is not Dimension.DURATION or question.dimension is not None:
        return False
    return "cell" not in fact.traits


def no_worth(question: Question, fact: Fact, _: Held) -> bool:
    """Whether it is asked what something is worth, and the figure is a percentage."""
    if fact.quantity is None or fact.quantity.dimension is not Dimension.PERCENT or question.dimension is not None:
        return False
    return any((VALUE, 1.0) in unit.options for unit in question.units)


def other_sum(question: Question, fact: Fact, _: Held) -> bool:
    """Whether the nearest words that say what a sum is of name a family of sums of which the question names none
    ("Thuế XNK: 1.126 tỷ" is no turnover)."""
    if fact.quantity is None or fact.quantity.dimension is not Dimension.MONEY:
        return False
    asked = families(question.concepts | {term[2:] for term in asked_for(question, CLEARLY)})
    if not asked:
        return False
    for terms in (fact.near, fact.clause):
        if told := families(term[2:] for term in terms):
            return not told & asked
    return False


def families(concepts: Iterable[str]) -> frozenset[str]:
    """Which families of sums `concepts` belong to."""
    return frozenset(_FAMILY[id_] for id_ in concepts if id_ in _FAMILY)


def another(question: Question, fact: Fact, _: Held) -> bool:
    """Whether the figure's own words name a measure, and neither they nor the clauses before any that the question
    names ("lương trung bình 4,1 triệu" is no capital)."""
    asked = [u for u in question.units if any(t in MEASURES and factor >= CLEARLY for t, factor in u.options)]
    if not asked or "cell" in fact.traits or not fact.near & MEASURES - BROAD:
        return False
    return not any(unit.said(fact.near | fact.clause) for unit in asked)


def of_work(question: Question, fact: Fact, held: Held) -> bool:
    """Whether the money spent is asked about, and the percentage is of the work done ("đạt 45% khối lượng")."""
    quantity = fact.quantity
    if quantity is None or quantity.dimension is not Dimension.PERCENT or SPENT not in asked_for(question, CLEARLY):
        return False
    return _work().match(held.passage.quote, fact.span.end) is not None


@lru_cache(maxsize=1)
def _work() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{'|'.join(load()['vi/others']['work']['words'])})\b", re.IGNORECASE)


def change_of_another(question: Question, fact: Fact, _: Held) -> bool:
    """Whether a percentage tells how another measure changed than the one asked about."""
    if "change" not in fact.traits or fact.quantity is None or fact.quantity.dimension is not Dimension.PERCENT:
        return False
    units = [unit for unit in question.units if any(t in SUMS and factor == 1.0 for t, factor in unit.options)]
    told = (fact.near | fact.clause) & OF_SUMS
    return bool(units and told) and not any(term in told for unit in units for term in unit.terms)


def changed(question: Question, fact: Fact, _: Held) -> bool:
    """Whether it is asked what share of a plan was reached, and the figure is how far it is from something else."""
    if question.dimension != Dimension.PERCENT or question.change or "change" not in fact.traits:
        return False
    if "share" in question.operations or not (question.against_plan or question.concepts & AIMS):
        return False
    return "against:plan" not in fact.traits and not any(side in OF_PLAN for side, _ in fact.governs)


def of_other_base(question: Question, fact: Fact, held: Held) -> bool:
    """Whether it is asked what share of a plan was reached, and the percentage is of something else: of the year before
    ("bằng 85% cùng kỳ"), or of what no word ties to a plan."""
    quantity = fact.quantity
    if question.dimension != Dimension.PERCENT or question.change or "share" in question.operations:
        return False
    if quantity is None or quantity.dimension is not Dimension.PERCENT or "cell" in fact.traits:
        return False
    if not (question.against_plan or question.concepts & AIMS) or "against:plan" in fact.traits:
        return False
    if any(trait.startswith("against:") for trait in fact.traits):
        return True
    around = fact.near | fact.clause | held.passage.sentence
    if RATE not in fact.near | fact.clause:  # a rate with a name of its own is not that of the heading
        around |= held.passage.context
    return not {"c:" + id_ for id_ in AIMS} & around


def no_goods(question: Question, fact: Fact, _: Held) -> bool:
    """Whether exports or imports are asked about, and the figure counts people, or projects, firms and the like."""
    if not asked_for(question) & TRADE or any(unit.head for unit in question.units):
        return False
    if any(term in TRAVEL for unit in question.units for term, _ in unit.options):
        return False
    words = fold(fact.counted or "").split()
    return bool(words) and (words[0] in PEOPLE or not {words[0], " ".join(words[:2])}.isdisjoint(UNTRADED))


def no_passengers(question: Question, fact: Fact, held: Held) -> bool:
    """Whether people are counted of whom nothing around says that they travel."""
    head = next((unit for unit in question.units if unit.head), None)
    if head is None or not any(factor == 1.0 and term in TRAVELLERS for term, factor in head.options):
        return False
    around = fact.near | fact.clause | held.passage.sentence | held.passage.context
    return "c:people_count" in fact.near and not around & TRAVEL


def handled(question: Question, fact: Fact, _: Held) -> bool:
    """Whether travellers or vehicles are asked about, and the figure counts those to which something was done ("phun
    khử trùng 6.870 lượt xe") of which the question does not speak."""
    asked = {term for unit in (*question.units, *question.inherited) for term, _ in unit.options}
    if not asked & TRAFFIC or question.concepts & HANDLED or not {"c:" + id_ for id_ in HANDLED} & fact.near:
        return False
    return not (asked & fact.near) - TRAFFIC


def both_ways(question: Question, fact: Fact, held: Held) -> bool:
    """Whether one way of trade alone is asked about, and the figure is of both: its own words say so ("tổng trị giá hai
    chiều 423 triệu"), or the sentence tells that way by a figure of its own."""
    asked = question.concepts & WAYS
    if len(asked) != 1:
        return False
    (side,) = asked
    if fact.near & BOTH and "c:" + side not in fact.near:
        return True
    if (
        fact.quantity is None
        or fact.quantity.dimension is not Dimension.MONEY
        or "c:" + side in fact.near | fact.clause
    ):
        return False
    return any(
        other is not fact
        and other.quantity is not None
        and other.quantity.unit == fact.quantity.unit
        and (side, Layer.NEAR) in other.governs
        and "change" not in other.traits
        for other in held.passage.facts
    )


def one_way(question: Question, fact: Fact, _: Held) -> bool:
    """Whether the turnover of both ways is asked for, and the sum is of one ("hàng về 5,5 triệu USD")."""
    if question.concepts & WAYS or TURNOVERS not in _asked_families(question):
        return False
    if fact.quantity is None or fact.quantity.dimension is not Dimension.MONEY:
        return False
    return len(fact.near & WAY_TERMS) == 1 and not fact.near & (BOTH | {"c:import_export", "c:total"})


def no_way(question: Question, fact: Fact, held: Held) -> bool:
    """Whether one way of trade is asked about, and the sentence with the sum names no such way: it is most likely of
    the whole ("Cộng 2.084 triệu USD")."""
    asked = question.concepts & WAYS
    if len(asked) != 1 or fact.quantity is None or fact.quantity.dimension is not Dimension.MONEY:
        return False
    own = fact.near | fact.clause | held.passage.sentence
    if "cell" in fact.traits:
        own |= held.passage.context
    return not own & {"c:" + side for side in asked}


def lost_goods(question: Question, fact: Fact, _: Held) -> bool:
    """Whether the figure is what goods lost or seized were worth, and the question is not of these: that is no
    turnover, though it may be called a value of goods."""
    if question.concepts & SEIZED:
        return False
    asked = any((TURNOVER, 1.0) in unit.options for unit in question.units)
    return bool(SEIZED_TERMS & (fact.near if asked else fact.clause | fact.near)) and (asked or TURNOVER in fact.near)


def _asked_families(question: Question) -> frozenset[str]:
    return families(term[2:] for term in asked_for(question, CLEARLY))


def no_turnover(question: Question, fact: Fact, held: Held) -> bool:
    """Whether a turnover is asked for, and a sum in đồng is told, far from any word for one: what crosses a border is
    told in foreign money."""
    quantity = fact.quantity
    if quantity is None or quantity.unit != "VND":
        return False
    asked = [
        unit
        for unit in question.units
        if TURNOVERS in families(term[2:] for term, factor in unit.options if factor >= CLEARLY)
    ]
    told = fact.near | fact.clause | held.passage.sentence | held.passage.context
    return bool(asked) and TURNOVERS not in families(term[2:] for term in told) and not told & TRADE


def set_aside(question: Question, fact: Fact, held: Held) -> bool:
    """Whether takings are asked for, and the sum is owed, paid back, waived or recovered ("truy thu 1,86 tỷ đồng tiền
    phí")."""
    quantity = fact.quantity
    if quantity is None or quantity.dimension is not Dimension.MONEY or "cell" in fact.traits or question.change:
        return False
    if not families(question.concepts) & TAKINGS or _asks_aside().search(fold(question.read)):
        return False
    parts = _CLAUSE.split(held.passage.quote[: fact.span.start])
    told = " ".join(parts[-2:]) if _within().match(parts[-1]) else parts[-1]
    return _aside().search(told) is not None


@lru_cache(maxsize=1)
def _within() -> re.Pattern[str]:
    """How a clause begins that tells a part of the sum before it."""
    return re.compile(rf"\s*(?:{'|'.join(map(re.escape, load()['vi/others']['aside']['part']))})\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _aside() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, load()['vi/others']['aside']['words']))})\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _asks_aside() -> re.Pattern[str]:
    return re.compile(load()["vi/others"]["aside"]["pattern"])
