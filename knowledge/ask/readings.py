"""Readings of a question that tie: what to choose from, each with the question that means it alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from knowledge.ask.question import Question
from knowledge.ask.score import Candidate
from knowledge.ask.show import citation, fact_text, shortened
from knowledge.facts.fact import FactKind
from knowledge.model import Choice, Found, Span
from knowledge.text.sentences import clauses

MOST = 6
SHORT = 140  # characters of a sentence that is shown whole


def choice(
    question: Question, rivals: Sequence[Candidate], answers: Sequence[Found], names: Mapping[str, str]
) -> Choice:
    """The rivals as options: the answer, the words it stands in, the report, and whose it is where that differs.
    `answers` are those of the rivals, `names` the spellings of names by their ids."""
    chosen = tuple(rivals)[:MOST]
    several = len({candidate.held.report.board for candidate in chosen}) > 1
    return Choice(
        question.language,
        tuple(_option(candidate, names if several else {}) for candidate in chosen),
        tuple(
            f"{question.text.rstrip(' ?')} ({words_around(candidate)}, {candidate.held.report.title})"
            for candidate in chosen
        ),
        tuple(citation(candidate.held, candidate.fact.span) for candidate in chosen),
        tuple(answers)[:MOST],
    )


def _option(candidate: Candidate, names: Mapping[str, str]) -> str:
    fact, report = candidate.fact, candidate.held.report
    short = fact.name.name if fact.kind is FactKind.PERSON and fact.name else fact_text(fact)
    board, title = names.get(report.board, ""), shortened(report.title, 90)
    whose = f"{board}: " if board and board.lower() not in title.lower() else ""
    return f"{short}: {_told(candidate)} ({whose}{title})"


def _told(candidate: Candidate) -> str:
    """The sentence where it is short, since it says where and when; else the clause."""
    quote = candidate.held.passage.quote.replace("\t", " ").strip(" ,;")
    return quote if len(quote) <= SHORT else words_around(candidate)


def words_around(candidate: Candidate) -> str:
    """The clause the answer stands in."""
    quote, span = candidate.held.passage.quote, candidate.fact.span
    if "\t" in quote:
        return shortened(quote.replace("\t", " "), 90)
    for clause in clauses(quote):
        if clause.holds(Span(span.start, min(span.end, clause.end))) and clause.start <= span.start < clause.end:
            return shortened(quote[clause.start : clause.end].strip(" ,;"), 120)
    return shortened(quote, 120)
