"""Yes or no: from a figure (is there any?), a plan, a comparison, a list of who was there, or what the text says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from knowledge.ask import attended, compared, due, nobody, planned, rulings, said, schedule, spent, steady
from knowledge.ask.judgement import Judgement
from knowledge.ask.lookup import Desk
from knowledge.ask.question import Question, Wanted
from knowledge.ask.score import Candidate
from knowledge.ask.show import fact_text, value_of
from knowledge.ask.timing import FIGURES
from knowledge.facts.terms import Terms
from knowledge.lexicon.load import Lexicon
from knowledge.model import Dimension
from knowledge.text.fold import fold

SURE = 0.85  # so much of the question a figure must explain that counts no thing the question names

__all__ = ["Judgement", "Words", "judge", "words"]


@dataclass(frozen=True, slots=True)
class Words:
    """Words by which reports affirm and deny, compiled from ``vi/truth.toml`` and, for questions, both languages."""

    attended: attended.Words
    said: said.Words
    planned: planned.Words
    spent: spent.Words
    compared: compared.Words


def words(lexicon: Lexicon) -> Words:
    """The words of ``vi/truth.toml`` and ``en/truth.toml``."""
    table = lexicon["vi/truth"]
    both: Mapping[str, Mapping[str, str]] = {language: lexicon[f"{language}/truth"] for language in ("vi", "en")}

    def pattern(key: str) -> re.Pattern[str]:
        longest = sorted(map(re.escape, table[key]), key=len, reverse=True)
        return re.compile(r"\b(?:" + "|".join(longest) + r")\b", re.IGNORECASE)

    def asked(key: str) -> dict[str, re.Pattern[str]]:
        return {language: re.compile(rows[key]) for language, rows in both.items()}

    def sides(key: str) -> frozenset[str]:
        rows = (row for row in lexicon["domain/contrasts"]["contrast"] if row["name"] in table[key])
        return frozenset(concept for row in rows for concept in row["concepts"])

    return Words(
        attended.Words(pattern("absence"), asked("asks_went")),
        said.Words(
            pattern("denial"),
            pattern("no_denial"),
            pattern("turns"),
            pattern("wishes"),
            pattern("requests"),
            re.compile(table["put_off"], re.IGNORECASE),
            asked("opens"),
            sides("polar"),
            sides("rulings"),
            frozenset(lexicon["domain/measures"]["befalls"]),
            frozenset(table["asking"]),
        ),
        planned.Words(
            frozenset(table["reach"]),
            frozenset(table["plans"]),
            asked("asks_plan"),
            pattern("met"),
            pattern("missed"),
            pattern("aims"),
            re.compile(table["is_plan"], re.IGNORECASE),
        ),
        spent.Words(asked("asks_spent"), pattern("all_spent")),
        compared.Words(asked("more"), asked("less")),
    )


def judge(question: Question, desk: Desk, terms: Terms, words: Words) -> Judgement | None:
    """The truth of what `question` asks, or None where the reports do not tell."""
    if spent.asks(question, words.spent) and (found := spent.judge(question, desk, words.spent)) is not None:
        return found
    timed = schedule.asks(question) and not question.concepts & words.planned.reach
    if timed and (found := schedule.judge(question, desk, terms)) is not None:
        return found
    if planned.asks(question, words.planned):
        return planned.judge(question, desk, words.planned)
    if attended.asks(question, words.attended):
        return attended.judge(question, desk, terms, words.attended)
    ruled = rulings.asked(question, words.said)
    granted = None if ruled is None else rulings.judge(question, ruled, desk, terms, words.said)
    if granted is not None:
        return granted
    found = (
        compared.judge(question, desk, words.compared)
        or steady.judge(question, desk, terms)
        or due.judge(question, desk, terms)
        or nobody.judge(question, desk, terms)
    )
    if found is not None:
        return found
    found = _any(question, desk)
    if found is None or nobody.beside_it(question, found):
        found = said.judge(question, desk, terms, words.said)
    if found is None or steady.beside_it(question, found) or due.only_due(question, found):
        return None
    if found.value and timed and schedule.of_plan(question):
        return None  # that it came about says nothing of when
    if ruled is not None and ruled.requested and rulings.only_asks(found):
        return None
    return found if compared.put_first(question, words.compared, found.said) else None


def _any(question: Question, desk: Desk) -> Judgement | None:
    """Whether there is any of a counted thing: the figure is not 0."""
    if "existence" not in question.traits:
        return None
    counted = replace(question, wanted=Wanted.QUANTITY, operations=frozenset())
    verdict = desk.verdict(counted, FIGURES)
    found = verdict.winner or _in_so_many_words(counted, verdict.rivals)
    counts = (Dimension.COUNT, Dimension.NUMBER)
    if found is None or found.fact.quantity is None or found.fact.quantity.dimension not in counts:
        return None
    if not any(unit.head for unit in question.units) and "zero" not in found.fact.traits and found.coverage < SURE:
        return None
    value = value_of(found.fact.quantity)
    return None if value is None else Judgement(value != 0, fact_text(found.fact), (found,))


def _in_so_many_words(question: Question, rivals: Sequence[Candidate]) -> Candidate | None:
    """Of figures that tell as well the one right behind words of the question: of "trễ hạn 04, quá hạn 0" the second,
    where it is asked what is "quá hạn"."""
    words = tuple(fold(unit.text) for unit in question.units)
    told = [c for c in rivals if fold(c.held.passage.quote[: c.fact.span.start]).rstrip(" :").endswith(words)]
    return told[0] if len(told) == 1 else None
