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


def of_another(question: Question, fact: Fact, held: Held) -> bool:
    """Whether the figure's sentence tells of some measure and says none of the things asked for: they are then told of
    before, of other figures ("Kim ngạch đạt 4.515 triệu USD. Vốn xây dựng giải ngân 198 tỷ đồng")."""
    if "c:trade_turnover" in fact.near and not question.concepts & SEIZED and SEIZED_TERMS & (fact.near | fact.clause):
        return True  # what was seized is no trade
    if not question.units or "cell" in fact.traits or not held.passage.sentence & (fact.near | fact.clause) & MEASURES:
        return False
    own = fact.near | fact.clause | held.passage.sentence
    return not any(term in own for unit in question.units for term in unit.terms)
