"""Whether something went up, went down or was changed: what a clause says of just that thing, or that it stayed."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from knowledge.ask import items, prose
from knowledge.ask.judgement import Judgement
from knowledge.ask.lookup import Desk
from knowledge.ask.question import Question, Unit, Wanted
from knowledge.ask.telling import speaking
from knowledge.facts.terms import Terms
from knowledge.lexicon.load import load
from knowledge.text.fold import fold
from knowledge.text.sentences import clauses

CHANGES = frozenset({"increase", "decrease", "change", "adjust", "unchanged"})
LOOKED_AT = 8  # passages
ABOUT = 0.5  # of it, to be said by a passage and what stands around it
SUBJECT = 0.75  # of what changed or not, to be said by the clause


def judge(question: Question, desk: Desk, terms: Terms) -> Judgement | None:
    """What the clause says that speaks of what changed; None where the question asks for no change, or by how much, or
    where no clause speaks of all of it."""
    match = _asked(question)
    if match is None or question.bases or items.figures(question):
        return None
    side = next(name for name, text in match.groupdict().items() if text is not None).rstrip("2")
    subject = tuple(unit for unit in question.units if not _verb(unit, match[0]))
    if not question.whos and all(unit.light or _vague(unit) for unit in subject):
        return None
    asked = replace(question, wanted=Wanted.TEXT, units=subject)
    weights = desk.weighing(asked).of
    for candidate in prose.passages(asked, desk)[:LOOKED_AT]:
        if not prose.of_time(question, candidate):
            continue
        quote = candidate.held.passage.quote
        for span in speaking(subject, candidate, clauses(quote), terms, weights, SUBJECT):
            clause = quote[span.start : span.end]
            told = _told(clause)
            if told is not None:
                value = told == side or (side == "any" and told != "still")
                return Judgement(value != question.denies, clause.strip(), (candidate,))
    return None


def beside_it(question: Question, found: Judgement) -> bool:
    """Whether what was found to tell of a change tells of another thing's."""
    match = _asked(question)
    if match is None or not found.operands or "existence" in question.traits:
        return False
    subject = tuple(unit for unit in question.units if not _verb(unit, match[0]) and not unit.light)
    if not question.whos and all(map(_vague, subject)):
        return True
    passage = found.operands[0].held.passage
    held = passage.sentence | passage.context
    return bool(subject) and sum(unit.said(held) for unit in subject) < ABOUT * len(subject)


def _told(clause: str) -> str | None:
    """What a clause says of what it is about: "still", "up" or "down"; None where it says nothing, or two of them, or
    what is only wanted."""
    low = clause.lower()
    still = [match[0] for match in _over("still").finditer(low)]
    rest = _over("still").sub(" ; ", low)
    found = [side for side in ("up", "down") if _over(side).search(rest)]
    calm = all(_over("calm").fullmatch(one) for one in still)  # may be said of what goes up as well
    if still and not (calm and _over("wanted").search(low)) and not found:
        return "still"
    return found[0] if calm and len(found) == 1 and not _over("wanted").search(low) else None


def _asked(question: Question) -> re.Match[str] | None:
    """Where the question asks for a change, not where its words are others without their marks."""
    match = _asks(question.language).search(fold(question.read))
    if match is None or question.language != "vi":
        return match
    return None if _over("unmeant").match(question.read.lower(), match.start()) else match


def _verb(unit: Unit, asked: str) -> bool:
    """Whether a unit is the change asked about."""
    return any(
        factor == 1.0 and term[2:] in CHANGES for term, factor in unit.options if term.startswith("c:")
    ) or asked.endswith(fold(unit.text))


def _vague(unit: Unit) -> bool:
    """Whether a unit names a measure of many things ("giá")."""
    vague = load()["vi/steady"]["vague"]
    return any(term[2:] in vague for term, factor in unit.options if factor == 1.0 and term.startswith("c:"))


@lru_cache(maxsize=2)
def _asks(language: str) -> re.Pattern[str]:
    return re.compile(load()[f"{language}/steady"]["asks"])


@lru_cache(maxsize=4)
def _over(key: str) -> re.Pattern[str]:
    return re.compile(load()["vi/steady"][key])
