"""Whether one is more than the other: than last year, than another gate, than another thing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from knowledge.ask import items
from knowledge.ask.judgement import Judgement
from knowledge.ask.lookup import Desk
from knowledge.ask.question import Question, Unit, Wanted
from knowledge.ask.score import Candidate
from knowledge.ask.show import fact_text, value_of
from knowledge.text.fold import fold

SIDES = frozenset({"increase", "decrease", "more", "less", "exceed", "compare"})
ASKED_FOR = frozenset({"plan", "propose", "request", "approve", "not_approved"})  # a rise somebody wants is none yet
FALLS = frozenset({"decrease", "less"})


@dataclass(frozen=True, slots=True)
class Words:
    """How questions compare: more, less, by language."""

    more: Mapping[str, re.Pattern[str]]
    less: Mapping[str, re.Pattern[str]]


def judge(question: Question, desk: Desk, words: Words) -> Judgement | None:
    """Whether what `question` compares is so, or None where it compares nothing or the reports do not tell."""
    folded = fold(question.read)
    less = words.less[question.language].search(folded)
    more = None if less else words.more[question.language].search(folded)
    sides = question.concepts & {"increase", "decrease", "more", "less"}
    falls = bool(less) or bool(sides & FALLS)
    if not (less or more or sides) or (sides & FALLS and sides - FALLS) or question.concepts & ASKED_FOR:
        return None
    base = replace(
        question, wanted=Wanted.QUANTITY, operations=frozenset(), concepts=question.concepts - SIDES, denies=False
    )
    base = replace(
        base, units=tuple(u for u in question.units if not _sides(u)), traits=question.traits - {"existence"}
    )
    match = less or more
    if match is not None and (pair := _pair(base, match.start())) is not None:
        return _figures(pair, desk, falls)
    found = _stated(base, desk, falls)
    if found is not None and match is None and _by_another(question, found):
        return None
    return found or _times(base, desk, falls)


def _by_another(question: Question, found: Judgement) -> bool:
    """Whether the question names by how much ("có giảm 50% phí không"), and that is not what is told."""
    named = items.figures(question)
    return bool(named) and not named & items.written(found.said)


def put_first(question: Question, words: Words, told: str) -> bool:
    """Whether `told`, where `question` compares two things, names the one asked about before the other, or alone: "hàng
    đi nhiều nhất là sầu riêng, thanh long" says nothing for thanh long."""
    folded = fold(question.read)
    match = words.less[question.language].search(folded) or words.more[question.language].search(folded)
    if match is None or _pair(question, match.start()) is None:
        return True
    places = [(folded.find(fold(unit.text)), fold(told).find(fold(unit.text))) for unit in question.units]
    before = [there for at, there in places if 0 <= at < match.start() and there >= 0]
    after = [there for at, there in places if at > match.start() and there >= 0]
    return not after or (bool(before) and min(before) < min(after))


def _sides(unit: Unit) -> bool:
    return any(term[2:] in SIDES for term, factor in unit.options if factor == 1.0)


def _stated(base: Question, desk: Desk, falls: bool) -> Judgement | None:
    """By a change the reports state."""
    if len(base.whens) > 2:
        return None
    whens = base.whens if len(base.whens) < 2 else (max(base.whens, key=lambda w: w.period.start),)
    found = desk.figure(replace(base, whens=whens, change=True))
    if found is None or found.fact.quantity is None or (value := value_of(found.fact.quantity)) is None:
        return None
    if "change" not in found.fact.traits:
        return None  # a level says nothing of another
    down = value < 0 or any(concept in FALLS for concept, _ in found.fact.governs)
    return Judgement(down == falls, fact_text(found.fact), (found,))


def _times(base: Question, desk: Desk, falls: bool) -> Judgement | None:
    """By the figures of the two times named."""
    times = sorted((*base.whens, *base.bases), key=lambda w: w.period.start)
    if len(times) != 2:
        return None
    earlier, later = (replace(base, whens=(when,), bases=(), change=False) for when in times)
    return _figures((later, earlier), desk, falls)


def _pair(base: Question, place: int) -> tuple[Question, Question] | None:
    """The question asked of either of the things compared; None when it compares no two names or things."""
    level = replace(base, change=False)
    kinds = [who.kind for who in base.whos]
    if len(base.whos) == 2 and len(set(kinds)) == 1:
        one, other = (
            replace(
                level, whos=(who,), named=frozenset(who.ids), units=tuple(u for u in level.units if not _names(u, base))
            )
            for who in base.whos
        )
        return one, other
    positions = [(base.read.find(unit.text), unit) for unit in base.units]
    before = [unit for at, unit in positions if 0 <= at < place]
    after = [unit for at, unit in positions if at > place]
    if not before or len(after) != 1 or base.whos or base.bases:
        return None
    return (
        replace(level, units=tuple(before)),
        replace(level, units=(replace(after[0], head=before[0].head), *before[1:])),
    )


def _names(unit: Unit, base: Question) -> bool:
    ids = {"n:" + id_ for who in base.whos for id_ in who.ids}
    return any(term in ids for term, _ in unit.options)


def _figures(pair: tuple[Question, Question], desk: Desk, falls: bool) -> Judgement | None:
    one, other = desk.figure(pair[0]), desk.figure(pair[1])
    if one is None or other is None or not _comparable(one, other):
        return None
    x, y = value_of(one.fact.quantity), value_of(other.fact.quantity)  # type: ignore[arg-type]
    if x is None or y is None:
        return None
    return Judgement(x < y if falls else x > y, f"{fact_text(one.fact)}; {fact_text(other.fact)}", (one, other))


def _comparable(one: Candidate, other: Candidate) -> bool:
    x, y = one.fact.quantity, other.fact.quantity
    return (
        x is not None and y is not None and x.unit == y.unit and x.dimension == y.dimension and one.fact != other.fact
    )
