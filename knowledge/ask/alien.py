"""Facts that seem to be of what is asked, but whose own words say that they are of something else. Each rule is a
function of the question, the fact and its passage that is true of such a fact; a new one joins the row of its kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from knowledge.ask import (
    bare_trade,
    intentions,
    other_days,
    other_kinds,
    other_measures,
    other_people,
    other_things,
    tails,
    whos,
)
from knowledge.ask.question import Question
from knowledge.ask.shelf import Held
from knowledge.facts.fact import Fact, FactKind
from knowledge.facts.terms import Terms

Rule = Callable[[Question, Fact, Held], bool]

RULES: Mapping[FactKind, tuple[Rule, ...]] = {
    FactKind.QUANTITY: (
        whos.of_another,
        intentions.only_proposed,
        intentions.not_requested,
        intentions.aimed,
        intentions.due_later,
        intentions.not_begun,
        intentions.planned_sum,
        intentions.never_planned,
        intentions.ahead,
        intentions.for_later,
        intentions.at_the_end,
        other_kinds.measured,
        other_kinds.times_over,
        other_kinds.counted_otherwise,
        other_kinds.named_already,
        other_kinds.of_series,
        bare_trade.kinds_or_taxes,
        other_measures.levied_abroad,
        other_measures.lasts,
        other_measures.no_worth,
        other_measures.other_sum,
        other_measures.another,
        other_measures.of_work,
        other_measures.changed,
        other_measures.of_other_base,
        other_measures.change_of_another,
        other_measures.handled,
        other_measures.both_ways,
        other_measures.one_way,
        other_measures.no_way,
        other_measures.lost_goods,
        other_measures.no_goods,
        other_measures.no_passengers,
        other_measures.no_turnover,
        other_measures.set_aside,
        other_things.of_the_rest,
        other_things.one_gate,
        other_things.one_row,
        other_things.one_of_several,
        other_things.part_of_total,
        other_things.unnamed_row,
        other_things.other_number,
        other_things.of_the_excluded,
        other_things.time_of_another,
    ),
    FactKind.PERSON: (
        other_people.chief,
        other_people.later_holder,
        other_people.gone,
        other_people.idle,
        other_people.strangers,
    ),
    FactKind.DATE: (
        other_days.other_person,
        other_days.other_spot,
        other_days.other_post,
        other_days.only_due,
        other_days.untold,
        other_days.other_stage,
        other_things.other_number,
    ),
}


def alien(question: Question, fact: Fact, held: Held, terms: Terms) -> bool:
    """Whether `fact` is of something else than `question` asks for; by `terms` it is known where in its sentence a
    thing is said."""
    told = any(rule(question, fact, held) for rule in RULES.get(fact.kind, ()))
    return told or tails.only_there(question, fact, held, terms)
