"""Decides between candidates: one clear winner, readings to choose from, or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.ask import times
from knowledge.ask.question import Question
from knowledge.ask.score import Candidate
from knowledge.ask.weights import Weights
from knowledge.facts.fact import Fact, Layer

_EARLY = date.min
BOARD = 0.12  # so much worse another board's figure may explain a question that names no board
TOLD = 0.35  # of what the figure taken back explains, the one that takes its place must at least
LIKE = 0.8  # so well a word must be said in the figure's own clause
REPORT = 0.005  # nearer than this: a tie within a report
SENTENCE = 0.03  # the same within a sentence
FULLER_SIDES = -0.14  # a side, and clearly another than is asked
CONTENT = frozenset({"coverage", "missing", "fit", "sides"})
FULLER = 0.05  # so much more of the question another figure of the sentence must explain
CORRECTION = 0.2  # how much worse the corrected wording may explain the question


@dataclass(frozen=True, slots=True)
class Verdict:
    """`winner` with others that say the same (`same`), or `rivals` that tie with different values, or nothing."""

    winner: Candidate | None = None
    same: tuple[Candidate, ...] = ()
    rivals: tuple[Candidate, ...] = ()
    superseded: Candidate | None = None


def identity(fact: Fact) -> object:
    """What makes two facts the same answer."""
    if fact.quantity is not None:
        q = fact.quantity
        return (q.value, q.low, q.high, q.unit if q.unit in ("VND", "USD", "CNY", "%") else None)
    if fact.name is not None:
        return fact.name.id
    if fact.items:
        return fact.items
    return fact.period


def judge(question: Question, ranked: Sequence[Candidate], weights: Weights) -> Verdict:
    """The verdict on `ranked` candidates (best first)."""
    above = [candidate for candidate in ranked if candidate.score >= weights.line]
    if not above:
        return Verdict()
    best = above[0]
    later = _correction(question, best, ranked, weights.line)
    if later is not None:
        others = _boards(question, later, above[1:], max(best.score, later.score))
        return Verdict(rivals=(later, *others)) if others else Verdict(later, superseded=best)
    close = [c for c in above[1:] if c.score >= best.score - weights.margin]
    same = tuple(c for c in close if identity(c.fact) == identity(best.fact))
    differing = [c for c in close if identity(c.fact) != identity(best.fact)]
    rivals = _namesakes(question, best, above[1:]) or _rivals(question, best, differing)
    rivals = rivals or _boards(question, best, above[1:]) or _fuller(best, above[1:])
    if rivals:
        return Verdict(rivals=(best, *rivals))
    return Verdict(best, same)


def _correction(question: Question, best: Candidate, ranked: Sequence[Candidate], line: float) -> Candidate | None:
    """The figure that takes the place of `best`: one said to correct that very value, or a later report of the same
    board that corrects and tells as much of what is asked."""
    if best.fact.quantity is None:
        return None
    others = [c for c in ranked if c.held.report.board == best.held.report.board and c.fact is not best.fact]
    for other in others:
        if f"corrects:{best.fact.quantity.value}" in other.fact.traits and other.coverage >= best.coverage * TOLD:
            return other
    for other in others:
        if (
            "correction" in other.held.passage.traits
            and "retracted" not in other.fact.traits
            and (other.score >= best.score - CORRECTION or (other.score >= line and _tells(question, other)))
            and (other.held.report.document_date or _EARLY) > (best.held.report.document_date or _EARLY)
            and identity(other.fact) != identity(best.fact)
            and other.fact.quantity is not None
            and other.fact.quantity.unit == best.fact.quantity.unit
        ):
            return other
    return None


def _tells(question: Question, candidate: Candidate) -> bool:
    """Whether a figure is told, in its own words, of what is asked and of just the time asked for."""
    fact = candidate.fact
    own = {time.period for time in fact.times if time.layer <= Layer.CLAUSE}
    return (
        bool(question.whens)
        and all(when.period in own for when in question.whens)
        and all(
            unit.light or any(term in fact.near for term, factor in unit.options if factor >= LIKE)
            for unit in question.units
        )
    )


def _namesakes(question: Question, best: Candidate, above: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The best of each other person whom the question may mean, where it names several alike ("ông Hưng")."""
    alike = {id_ for who in question.whos if who.kind == "person" and not who.certain for id_ in who.ids}
    if len(alike) < 2:
        return ()
    own = _of(best, alike)
    found: dict[str, Candidate] = {}
    for other in above:
        person = _of(other, alike)
        if person and person != own:
            found.setdefault(person, other)
    return tuple(found.values())


def _of(candidate: Candidate, people: set[str]) -> str:
    """Which of `people` a candidate is of: the nearest named."""
    return next((id_ for id_, _ in candidate.fact.names if id_ in people), "")


def _boards(
    question: Question, best: Candidate, above: Sequence[Candidate], reached: float | None = None
) -> tuple[Candidate, ...]:
    """The best of each other board, where the question does not say whose figure it wants, that scores near `best`, or
    near what the figure that it corrects has `reached`."""
    reached = best.score if reached is None else reached
    if question.named:
        return ()
    found: dict[str, Candidate] = {}
    for other in above:
        board = other.held.report.board
        if board and board != best.held.report.board and other.score >= reached - BOARD:
            found.setdefault(board, other)
    return tuple(found.values())


def _against(candidate: Candidate) -> float:
    """What speaks for or against it besides how much of the question it explains."""
    return sum(value for name, value in candidate.parts if name not in ("coverage", "missing"))


def _fuller(best: Candidate, above: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """A figure of the same sentence that says more of what is asked, though it also says what is not ("xong 127, trễ
    03")."""
    one = best.fact.quantity
    return tuple(
        other
        for other in above
        if other.held.id == best.held.id
        and one is not None
        and other.fact.quantity is not None
        and other.fact.quantity.dimension == one.dimension
        and other.coverage >= best.coverage + FULLER
        and identity(other.fact) != identity(best.fact)
        and ("plan", Layer.NEAR) not in other.fact.governs
        and all(value > (FULLER_SIDES if name in CONTENT else -REPORT) for name, value in other.parts)
    )[:1]


def _side_by_side(best: Candidate, other: Candidate) -> bool:
    """Whether two figures of one unit stand in one sentence: which is meant only the words around them tell, unless
    the time or a name does."""
    one, two = best.fact.quantity, other.fact.quantity
    return (
        other.held.id == best.held.id
        and best.held.passage.kind == "sentence"
        and _against(other) >= _against(best) - REPORT
        and one is not None
        and two is not None
        and one.unit == two.unit
    )


def _apart(best: Candidate, other: Candidate) -> bool:
    """Whether two figures are told of two days on which something happened: neither report prevails over the other."""
    one, two = ({t.period for t in c.fact.times if t.role == "day" and t.layer <= Layer.CLAUSE} for c in (best, other))
    return bool(one and two) and not one & two and best.held.id != other.held.id


def _rivals(question: Question, best: Candidate, differing: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Those of the tied that a person would have to choose between."""
    rivals: list[Candidate] = []
    seen = {identity(best.fact)}
    for other in differing:
        if identity(other.fact) in seen:
            continue
        same_board = other.held.report.board == best.held.report.board and not _apart(best, other)
        same_report = other.held.report.id == best.held.report.id
        if (
            same_board
            and not same_report
            and (not question.whens or times.of_fact(other.fact, other.held) == times.of_fact(best.fact, best.held))
        ):
            continue  # the later report stands first and prevails
        near = SENTENCE if _side_by_side(best, other) else REPORT
        if same_report and other.score < best.score - near:
            continue
        seen.add(identity(other.fact))
        rivals.append(other)
    return tuple(rivals)
