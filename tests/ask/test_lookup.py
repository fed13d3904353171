"""What is worked out once however often a question is looked up, and for that question alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from knowledge.ask.implied import Implied
from knowledge.ask.lookup import Desk
from knowledge.ask.question import Question, Unit, Wanted, When
from knowledge.ask.shelf import Shelf
from knowledge.ask.weights import Rules, load
from knowledge.facts.terms import Terms
from knowledge.lexicon.load import load as lexicon
from knowledge.model import Period
from knowledge.recognise.concepts import Concepts

RARITY: Mapping[str, float] = {"c:fee": 0.4, "w:cảng": 0.9}
ASKED = Question(
    "", "", "vi", Wanted.QUANTITY, date(2031, 5, 1), (Unit("phí", (("c:fee", 1.0),)), Unit("cảng", (("w:cảng", 1.0),)))
)


def desk() -> Desk:
    rules = Rules(
        load(), (), frozenset(), frozenset(), {}, Implied.of(lexicon()), {}, Terms(lexicon(), Concepts(lexicon()))
    )
    return Desk(Shelf((), (), lambda term: RARITY[term]), rules)


def test_a_question_is_weighed_once() -> None:
    one = desk()
    assert one.weighing(ASKED) is one.weighing(ASKED)
    assert one.weighing(ASKED).of == {"phí": 0.4, "cảng": 0.9}


def test_another_question_is_weighed_anew() -> None:
    one = desk()
    then = replace(ASKED, whens=(When(Period(date(2030, 1, 1), date(2031, 1, 1)), False, "năm 2030"),))
    assert one.weighing(then) is not one.weighing(ASKED)
    assert one.weighing(replace(ASKED, units=ASKED.units[:1])).of == {"phí": 0.4}


def test_what_one_desk_knows_is_no_part_of_what_it_is() -> None:
    one, other = desk(), desk()
    other = replace(other, shelf=one.shelf, rules=one.rules)
    one.weighing(ASKED)
    assert one == other
