"""Figures that only seem to be of what is asked for: the words for it are told of others."""

from __future__ import annotations

from knowledge.ask.question import Question
from knowledge.ask.shelf import Held
from knowledge.facts.fact import Fact, FactKind, Layer
from knowledge.lexicon.load import load

_TABLE = load()["domain/measures"]
MEASURES = frozenset("c:" + id_ for id_ in (*_TABLE["dimension"], *_TABLE["measuring"]))
TURNOVER = "c:trade_turnover"
SEIZED = frozenset(_TABLE["seized"])
SEIZED_TERMS = frozenset("c:" + id_ for id_ in SEIZED)
PROPOSED = frozenset("c:" + id_ for id_ in _TABLE["proposals"])
ASKS = frozenset(_TABLE["asks"])
WAYS = frozenset({"export", "import"})
BOTH = frozenset({"c:both_ways", "c:total_turnover"})


def only_proposed(question: Question, fact: Fact, held: Held) -> bool:
    """Whether the figure is one that somebody asked for, and the question is not of what was asked for: "đề nghị miễn
    12 tháng" says nothing of how many were granted."""
    if "correction" in held.passage.traits:
        return False  # what is asked for there is to put a figure right
    if "granted" in fact.traits or question.concepts & ASKS:
        return False
    if any("retracted" in other.traits for other in held.passage.facts):
        return False  # it stands for another figure, whatever the letter asks its readers to do
    return "wished" in fact.traits or bool(PROPOSED & (fact.near | fact.clause))


def of_other_measure(question: Question, fact: Fact, held: Held) -> bool:
    """Whether the figure's sentence tells of some measure and says none of the things asked for: they are then told of
    before, of other figures ("Kim ngạch đạt 4.515 triệu USD. Vốn xây dựng giải ngân 198 tỷ đồng")."""
    if not question.units or "cell" in fact.traits or not held.passage.sentence & (fact.near | fact.clause) & MEASURES:
        return False
    own = fact.near | fact.clause | held.passage.sentence
    return not any(term in own for unit in question.units for term in unit.terms)


def lost_goods(question: Question, fact: Fact) -> bool:
    """Whether the figure is what goods lost or seized were worth, and the question is not of these: that is no
    turnover, though it may be called a value of goods."""
    if question.concepts & SEIZED:
        return False
    asked = any((TURNOVER, 1.0) in unit.options for unit in question.units)
    return bool(SEIZED_TERMS & (fact.near if asked else fact.clause | fact.near)) and (asked or TURNOVER in fact.near)


def both_directions(question: Question, fact: Fact) -> bool:
    """Whether the figure is of both ways of trade together, and the question of one ("tổng trị giá hai chiều 423
    triệu", where imports are asked for)."""
    asked = question.concepts & WAYS
    return len(asked) == 1 and bool(fact.near & BOTH) and not any("c:" + way in fact.near for way in asked)


def time_of_another(question: Question, fact: Fact, held: Held) -> bool:
    """Whether the time asked for is said with another figure of the same thing: "11 cuộc ngừng việc (năm 2031: 19
    cuộc)" tells nothing of 2031 by its first figure."""
    for when in question.whens:
        told = [time.layer for time in fact.times if time.period == when.period]
        if not told or min(told) != Layer.SENTENCE or held.report.period == when.period:
            continue
        for other in held.passage.facts:
            if (
                other.kind is FactKind.QUANTITY
                and other is not fact
                and other.counted == fact.counted
                and any(time.layer <= Layer.CLAUSE and time.period == when.period for time in other.times)
            ):
                return True
    return False


def to_come(question: Question, fact: Fact, held: Held) -> bool:
    """Whether the figure is to be reached by a day after the report, and the question is of what was done: "yêu cầu đến
    30/9 giải ngân đạt 65%", in a report of July."""
    dated = held.report.document_date
    if dated is None or question.concepts & ASKS or "correction" in held.passage.traits:
        return False
    own = [time for time in fact.times if time.layer <= Layer.CLAUSE]
    if not own or any(time.period.start <= dated for time in own):
        return False
    return all(time.role in ("deadline", "as-of") for time in own) and not any(
        when.period.contains(time.period) for when in question.whens for time in own
    )
