"""Figures that only seem to be of what is asked for: the words for it are told of others."""

from __future__ import annotations

from knowledge.ask.question import Question
from knowledge.ask.shelf import Held
from knowledge.facts.fact import Fact
from knowledge.lexicon.load import load

_TABLE = load()["domain/measures"]
MEASURES = frozenset("c:" + id_ for id_ in (*_TABLE["dimension"], *_TABLE["measuring"]))
SEIZED = frozenset(_TABLE["seized"])
SEIZED_TERMS = frozenset("c:" + id_ for id_ in SEIZED)


PROPOSED = frozenset(f"c:{id_}" for id_ in _TABLE["proposals"])
GRANTED = frozenset(f"c:{id_}" for id_ in _TABLE["grants"])


def only_proposed(question: Question, fact: Fact, held: Held) -> bool:
    """Whether the figure is one that somebody asked for, and the question is not of what was asked for: "đề nghị miễn
    12 tháng" says nothing of how many were granted."""
    if "correction" in held.passage.traits:
        return False  # what is asked for there is to put a figure right
    proposed = PROPOSED & fact.near or (PROPOSED & fact.clause and not GRANTED & fact.near)
    return bool(proposed) and not any(
        term in PROPOSED for unit in (*question.units, *question.inherited) for term, _ in unit.options
    )


def of_another(question: Question, fact: Fact, held: Held) -> bool:
    """Whether the figure's sentence tells of some measure and says none of the things asked for: they are then told of
    before, of other figures ("Kim ngạch đạt 4.515 triệu USD. Vốn xây dựng giải ngân 198 tỷ đồng")."""
    if "c:trade_turnover" in fact.near and not question.concepts & SEIZED and SEIZED_TERMS & (fact.near | fact.clause):
        return True  # what was seized is no trade
    if not question.units or "cell" in fact.traits or not held.passage.sentence & (fact.near | fact.clause) & MEASURES:
        return False
    own = fact.near | fact.clause | held.passage.sentence
    return not any(term in own for unit in question.units for term in unit.terms)


def no_turnover(question: Question, fact: Fact) -> bool:
    """Whether a turnover is asked for, and the figure is what goods lost or seized were worth."""
    asked = any(("c:trade_turnover", 1.0) in unit.options for unit in question.units)
    return asked and bool(SEIZED_TERMS & fact.near) and not question.concepts & SEIZED
