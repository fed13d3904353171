"""Whether a plan was met: by the percentage of it, by what was done against it, or by what a report says of it."""

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
from knowledge.ask.score import Candidate, one_way
from knowledge.ask.show import fact_text, value_of
from knowledge.facts.fact import FactKind, Layer
from knowledge.text.fold import fold

HUNDRED = Decimal(100)
ESTIMATE = "c:estimate"
MORE = frozenset({"exceed", "increase"})
LESS = frozenset({"fall_short", "decrease"})
BESIDE = 2  # passages between what was planned and what was done, where neither repeats of what it is


@dataclass(frozen=True, slots=True)
class Words:
    """Concepts of reaching a plan and of plans; how questions ask for it; how reports say it was met or missed,
    and that it is only aimed at."""

    reach: frozenset[str]
    plans: frozenset[str]
    asks: Mapping[str, re.Pattern[str]]
    met: re.Pattern[str]
    missed: re.Pattern[str]
    aims: re.Pattern[str]
    is_plan: re.Pattern[str]  # right before a figure: it is the plan itself


def asks(question: Question, words: Words) -> bool:
    """Whether `question` is one of a plan met or missed."""
    reaches = bool(question.concepts & words.reach) or words.asks[question.language].search(fold(question.read))
    plan = "plan" in question.concepts or question.against_plan
    plan = plan or (question.language == "vi" and words.asks["vi"].search(fold(question.read)) is not None)
    if not plan and len(question.whos) > 1 and len({who.kind for who in question.whos}) == 1:
        return False  # one of them exceeds the other
    plan = plan or bool(question.concepts & {"exceed", "fall_short"})
    if "plan" in question.concepts and question.concepts & {"increase", "decrease", "approve", "supplement", "change"}:
        return False  # whether the plan itself is changed
    return bool(reaches and plan and (question.language == "en" or "than" not in question.read))


def judge(question: Question, desk: Desk, words: Words) -> Judgement | None:
    """Whether the plan was met, or None where the reports do not tell."""
    reaching = words.reach | {"completed", "attend"}  # "co du" is "có đủ" as well
    units = tuple(u for u in question.units if not _of(u, reaching) and not _of(u, words.plans))
    base = replace(
        question, wanted=Wanted.QUANTITY, operations=frozenset(), change=False, units=units, denies=False,
        concepts=question.concepts - words.reach - words.plans, traits=question.traits - {"existence"},
    )  # fmt: skip
    falls = "fall_short" in question.concepts
    plan = tuple(u for u in question.units if _of(u, words.plans) and not _of(u, words.reach))
    found = _percent(base, desk, words) or _figures(base, plan, desk, words) or _told(base, desk, words)
    return found if found is None or not falls else replace(found, value=not found.value)


def _of(unit: Unit, concepts: frozenset[str]) -> bool:
    return any(factor == 1.0 and term[2:] in concepts for term, factor in unit.options if term.startswith("c:"))


def _percent(base: Question, desk: Desk, words: Words) -> Judgement | None:
    """By the percentage of the plan, where it is no aim and not of a part of the time."""
    plan = Unit("", (("c:plan", 1.0), ("c:plan_percent", 1.0)))
    asked = replace(base, dimension="percent", units=(*base.units, plan), concepts=base.concepts | {"plan"})
    ranked = desk.ranked(asked, frozenset({FactKind.QUANTITY}))
    kept = [c for c in ranked if not _aimed(c, words) and not _partial(base, c) and _of_plan(c, words)]
    found = verdict(asked, kept, desk.rules.weights).winner
    if found is None or found.fact.quantity is None:
        return None
    if words.is_plan.search(found.held.passage.quote[: found.fact.span.start]):
        return None  # it is what was planned
    better = [c for c in ranked if c.score > found.score and c not in kept and _of_plan(c, words)]
    if any(ESTIMATE in c.fact.near | c.fact.clause and not _partial(base, c) for c in better):
        return None  # what is told best is an estimate; the rest is of something else
    value = value_of(found.fact.quantity)
    if value is None:
        return None
    if "change" in found.fact.traits:
        sides = {side for side, layer in found.fact.governs if layer == Layer.NEAR}
        if bool(sides & MORE) == bool(sides & LESS):
            return None  # so many per cent away from it: above or below?
        return Judgement(bool(sides & MORE), fact_text(found.fact), (found,))
    exceeds = "c:exceed" in found.fact.near and 0 < value < HUNDRED  # "vượt 2,6% kế hoạch"
    return Judgement(exceeds or value >= HUNDRED, fact_text(found.fact), (found,))


def _of_plan(candidate: Candidate, words: Words) -> bool:
    """Whether the percentage is said to be one of a plan."""
    named = frozenset("c:" + id_ for id_ in (*words.plans, *words.reach, "plan_percent"))
    return bool(named & candidate.fact.near)


def _aimed(candidate: Candidate, words: Words) -> bool:
    """Whether the figure is only aimed at."""
    before = candidate.held.passage.quote[: candidate.fact.span.start]
    return "ahead" in candidate.fact.traits or words.aims.search(before) is not None


def _partial(base: Question, candidate: Candidate) -> bool:
    """Whether the report is of a part of the time asked about: it cannot know how the rest went."""
    period = candidate.held.report.period
    if period is None or len(base.whens) != 1:
        return False
    asked = base.whens[0].period
    return asked.contains(period) and period.end < asked.end


def _figures(base: Question, plan: tuple[Unit, ...], desk: Desk, words: Words) -> Judgement | None:
    """By what the report says of the plan right behind it ("chỉ tiêu là 2.600 triệu USD; kết quả vượt kế hoạch"), else
    by what was planned and what was done."""
    plan = plan if any(_of(unit, frozenset({"plan"})) for unit in plan) else (*plan, Unit("", (("c:plan", 1.0),)))
    planned = desk.figure(replace(base, units=(*base.units, *plan), concepts=base.concepts | {"plan"}))
    if planned is None or planned.fact.quantity is None or "c:plan" not in _said_of(planned):
        return None
    said = _behind(planned, words)
    if said is not None:
        return said
    done = desk.figure(base)
    if done is None or not _alike(done, planned):
        done = _beside(base, desk, planned)
    if done is None or done.fact.quantity is None or (one_way(done.fact) and not one_way(planned.fact)):
        return None  # of the plan of all trade exports are but a part
    x, y = value_of(done.fact.quantity), value_of(planned.fact.quantity)
    if x is None or y is None:
        return None
    return Judgement(x >= y, f"{fact_text(done.fact)} / {fact_text(planned.fact)}", (done, planned))


def _behind(planned: Candidate, words: Words) -> Judgement | None:
    """What the rest of the sentence of a plan says of it in words, where it tells no other figure."""
    passage, end = planned.held.passage, planned.fact.span.end
    rest = passage.quote[end:]
    if passage.kind != "sentence" or any(c.isdigit() for c in rest) or words.aims.search(passage.quote):
        return None
    missed, met = words.missed.search(rest), words.met.search(rest)
    if missed is None and met is None:
        return None
    return Judgement(missed is None, passage.quote, (planned,))


def _said_of(candidate: Candidate) -> frozenset[str]:
    return (
        candidate.fact.near
        | candidate.fact.clause
        | frozenset(f"c:{c}" for c, layer in candidate.fact.governs if layer <= 1)
    )


def _alike(done: Candidate, planned: Candidate) -> bool:
    """Whether the two are figures of one measure: of one unit, the one no plan, the other none of the first's."""
    x, y = done.fact.quantity, planned.fact.quantity
    return (
        x is not None and y is not None and x.unit == y.unit and done.fact != planned.fact
        and "c:plan" not in done.fact.near and "change" not in done.fact.traits and "ahead" not in done.fact.traits
    )  # fmt: skip


def _beside(base: Question, desk: Desk, planned: Candidate) -> Candidate | None:
    """What was done, told right before the plan or right after it."""
    same = planned.held.report.id
    ranked = [c for c in desk.ranked(base, frozenset({FactKind.QUANTITY})) if c.held.report.id == same]
    near = [c for c in ranked if abs(c.held.id - planned.held.id) <= BESIDE and _alike(c, planned)]
    return near[0] if near else None


def _told(base: Question, desk: Desk, words: Words) -> Judgement | None:
    """By what a report says of it in words: "không về đích"."""
    asked = {id_ for who in base.whos if who.kind == "gate" for id_ in who.ids}
    for candidate, clause in prose.told(base, desk):
        gates = {id_ for id_, name in candidate.held.passage.names if id_.startswith("gate:") and name in clause}
        if asked and gates and not asked & gates:
            continue  # of another gate
        if words.missed.search(clause):
            return Judgement(False, clause, (candidate,))
        if words.met.search(clause):
            return Judgement(True, clause, (candidate,))
    return None
