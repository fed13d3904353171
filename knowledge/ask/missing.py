"""Why there is no answer, and what the reports hold instead."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta

from knowledge.ask import times
from knowledge.ask.lookup import Desk
from knowledge.ask.periods import named
from knowledge.ask.question import Question, Unit, Who
from knowledge.ask.score import Candidate
from knowledge.ask.small_talk import Said
from knowledge.facts.fact import Layer
from knowledge.model import Period, Unknown

MOST = 6
TRIED = 12  # gates looked up one by one to tell which have the figure
YEAR = timedelta(days=366)


def not_a_question(question: Question) -> Unknown:
    """Nothing was said that could be looked for."""
    return Unknown(question.language, "not_a_question")


def small_talk(said: Said) -> Unknown:
    """Nothing is asked; ``details["talk"]`` names the friendly reply."""
    return Unknown(said.language, "not_a_question", details={"talk": said.kind})


def empty(question: Question) -> Unknown:
    """There are no reports to look in."""
    return Unknown(question.language, "empty")


def bare(question: Question) -> bool:
    """Whether only a name or a time was said ("Tân Thanh?", "còn năm 2022?"), and nothing that is wanted of it."""
    if question.inherited or question.notes.get("form") or not all(_is_name(unit) for unit in question.units):
        return False
    said = question.units or question.whos or question.whens
    return bool(said) and all(who.kind != "post" for who in question.whos)


def bare_name(question: Question) -> Unknown:
    """Of a name or a time alone it cannot be told what is wanted of it."""
    names = [_spelled(who) for who in question.whos] + [unit.name or unit.text for unit in question.units]
    names += [named(when.period, question.language) for when in question.whens]
    return Unknown(question.language, "bare_name", details={"asked": names[0]})


def explain(question: Question, desk: Desk) -> Unknown:
    """What is missing: the name, the period, the gate, or the thing itself; with what is held of the rest.

    `desk` had better hold passages of any time, lest what is held at other times be overlooked.
    """
    language = question.language
    strangers = [who for who in question.whos if _stranger(who, desk)]
    if strangers:
        held = _gates(question, desk) if strangers[0].kind == "gate" else ()
        return Unknown(language, "no_name", held, {"asked": _spelled(strangers[0])})
    if question.whens:
        held = _periods(question, desk)
        if held:
            gate = [_spelled(who) for who in question.whos if who.kind == "gate"][:1]
            asked = ", ".join((*gate, named(question.whens[0].period, language)))
            return Unknown(language, "no_period", held, {"asked": asked})
    gates = [who for who in question.whos if who.kind == "gate"]
    if len(gates) == 1:
        held = _gates(question, desk)
        if held and _spelled(gates[0]) not in held:
            return Unknown(language, "no_gate", held, {"asked": _spelled(gates[0])})
    return Unknown(language, "nothing")


def _periods(question: Question, desk: Desk) -> tuple[str, ...]:
    """The times for which the reports do tell what is asked, the latest first; empty when the time asked for is one."""
    asked = question.whens[0]
    found: set[Period] = set()
    for candidate in _above(desk, replace(question, whens=())):
        period = times.of_fact(candidate.fact, candidate.held)
        if period is not None and (asked.day or _reported(period)):
            found.add(period)
    if any(when.period in found for when in question.whens):
        return ()
    ordered = sorted(found, key=lambda period: (period.end, period.start), reverse=True)
    return tuple(dict.fromkeys(named(period, question.language) for period in ordered))[:MOST]


def _reported(period: Period) -> bool:
    """Whether a period is one that figures are reported for: whole months, a year at most."""
    return period.start.day == 1 and period.end.day == 1 and period.end - period.start <= YEAR


def _gates(question: Question, desk: Desk) -> tuple[str, ...]:
    """The gates for which the reports do tell what is asked."""
    others = tuple(who for who in question.whos if who.kind != "gate")
    asked = {id_ for who in question.whos for id_ in who.ids}
    there = Counter(
        id_
        for held in desk.shelf.passages
        for fact in held.passage.facts
        for id_, layer in fact.names
        if layer <= Layer.CLAUSE and id_.startswith("gate:") and id_ in desk.shelf.names and id_ not in asked
    )
    told = []
    for id_, _ in there.most_common(TRIED):
        name = desk.shelf.names[id_]
        if _above(desk, replace(question, whos=(*others, Who("gate", (id_,), name, name=name)))):
            told.append(name)
    return tuple(dict.fromkeys(told))[:MOST]


def _stranger(who: Who, desk: Desk) -> bool:
    """Whether no report speaks of a gate or person."""
    if who.kind not in ("gate", "person") or not desk.shelf.names:
        return False
    zones = {"zone:" + id_.partition(":")[2] for id_ in who.ids}
    near = {*who.ids, *zones}
    return not near & desk.shelf.names.keys() and not any(near & report.names for report in desk.shelf.reports)


def _is_name(unit: Unit) -> bool:
    return bool(unit.options) and all(term.startswith("n:") for term, _ in unit.options)


def _spelled(who: Who) -> str:
    return who.name or who.text


def _above(desk: Desk, question: Question) -> list[Candidate]:
    return [c for c in desk.likely(question) if c.score >= desk.line]
