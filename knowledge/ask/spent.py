"""Whether money was spent to the last: by the percentage disbursed, by what was disbursed of how much, or as it is
told."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from knowledge.ask import prose
from knowledge.ask.judge import judge as verdict
from knowledge.ask.judgement import Judgement
from knowledge.ask.lookup import Desk
from knowledge.ask.question import Question, Unit, Wanted
from knowledge.ask.score import Candidate
from knowledge.ask.show import fact_text, value_of
from knowledge.facts.fact import FactKind
from knowledge.text.fold import fold

HUNDRED = Decimal(100)
_SPENT = Unit("", (("c:disburse", 1.0), ("c:disbursement_rate", 1.0)))


@dataclass(frozen=True, slots=True)
class Words:
    """How questions ask whether all was spent, by language; how reports say so without a figure."""

    asks: Mapping[str, re.Pattern[str]]
    told: re.Pattern[str]


def asks(question: Question, words: Words) -> bool:
    """Whether `question` asks if money was spent to the last."""
    return words.asks[question.language].search(fold(question.read)) is not None


def judge(question: Question, desk: Desk, words: Words) -> Judgement | None:
    """Whether all was spent, or None where the reports do not tell."""
    units = tuple(unit for unit in question.units if unit.word is None and not _is_spent(unit))
    if not units:
        return None
    base = replace(
        question, wanted=Wanted.QUANTITY, operations=frozenset(), change=False, units=(*units, _SPENT), denies=False,
        concepts=question.concepts - {"disburse"}, traits=question.traits - {"existence"},
    )  # fmt: skip
    latest = sorted(question.whens, key=lambda when: when.period.end - when.period.start)[:1]
    base = replace(base, whens=tuple(latest))
    return _share(base, desk) or _told(base, desk, words)


def _is_spent(unit: Unit) -> bool:
    return any(term in ("c:disburse", "c:pay") and factor == 1.0 for term, factor in unit.options)


def _share(base: Question, desk: Desk) -> Judgement | None:
    asked = replace(base, dimension="percent")
    ranked = [c for c in desk.ranked(asked, frozenset({FactKind.QUANTITY})) if _whole_time(base, c)]
    found = verdict(asked, ranked, desk.rules.weights).winner
    if found is None or found.fact.quantity is None or (value := value_of(found.fact.quantity)) is None:
        return None
    return Judgement(value >= HUNDRED, fact_text(found.fact), (found,))


def _whole_time(base: Question, candidate: Candidate) -> bool:
    """Whether the figure is of all the time asked about, neither aimed at nor a change."""
    period = candidate.held.report.period
    if candidate.fact.traits & {"ahead", "change"} or "c:disburse" not in candidate.fact.near | candidate.fact.clause:
        return False
    if period is None or len(base.whens) != 1:
        return True
    asked = base.whens[0].period
    return not (asked.contains(period) and period.end < asked.end)


def _told(base: Question, desk: Desk, words: Words) -> Judgement | None:
    for candidate, clause in prose.told(base, desk):
        if words.told.search(clause):
            return Judgement(True, clause, (candidate,))
    return None
