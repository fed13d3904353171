"""What a question leaves open: figures and names told as well of it as the best, and not the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from knowledge.ask import times, within
from knowledge.ask.question import Question, Unit, Wanted
from knowledge.ask.score import Candidate
from knowledge.facts.fact import Fact, Layer
from knowledge.lexicon.load import load
from knowledge.model import Dimension
from knowledge.recognise.posts import covers
from knowledge.text.fold import fold

BOARD = 0.22
REPORT = 0.005  # nearer than this: a tie within a report
SENTENCE = 0.03  # the same within a sentence
FULLER_SIDES = -0.14  # a side, and clearly another than is asked
CONTENT = frozenset({"coverage", "missing", "fit", "sides"})
FULLER = 0.05  # so much more of the question another figure of the sentence must explain
OTHERWISE = 0.15  # so much worse the same counted otherwise may be told: its clause need not name it again
TIMES = 0.1  # so much worse the figure of another time may be told
TAKING = frozenset({"appoint", "elect"})
LASTING = frozenset({Dimension.AREA, Dimension.LENGTH, Dimension.DURATION})  # what is measured so is of no time


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


def namesakes(question: Question, best: Candidate, above: Sequence[Candidate]) -> tuple[Candidate, ...]:
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


def boards(
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


def fuller(best: Candidate, above: Sequence[Candidate]) -> tuple[Candidate, ...]:
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


def tied(question: Question, best: Candidate, differing: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Those of the tied that a person would have to choose between."""
    rivals: list[Candidate] = []
    seen = {identity(best.fact)}
    for other in differing:
        if identity(other.fact) in seen or within.lesser(question, best, other):
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


def other_counts(question: Question, best: Candidate, above: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The same counted otherwise beside it, where the question does not say which is meant: a plan before and after it
    was changed ("đầu năm 90 tỷ đồng, tháng 8 điều chỉnh còn 75 tỷ đồng"), the whole and what is within narrower bounds
    ("nếu chỉ tính …")."""
    if _said(question.timeless, "settled") or any(_said(question.read, words) for words in ("first", "last")):
        return ()
    return tuple(
        other
        for other in _counts(best, above)
        if sum(_of_one(unit, best.fact, other.fact) for unit in question.units) <= 1  # the measure itself
    )


def meant(question: Question, best: Candidate, above: Sequence[Candidate]) -> Candidate | None:
    """The plan before its change, or after it, where the question says which and the sentence tells both."""
    first, last = (_said(question.read, words) for words in ("first", "last"))
    both = (best, *_counts(best, above)) if first != last else ()
    if len(both) < 2 or not _said(best.held.passage.quote, "changed"):
        return None
    return sorted(both, key=lambda candidate: candidate.fact.span.start)[0 if first else -1]


def _counts(best: Candidate, above: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The figure of the same sentence that counts otherwise what `best` counts."""
    one = best.fact.quantity
    if one is None or best.held.passage.kind != "sentence":
        return ()
    return tuple(
        other
        for other in above
        if other.held.id == best.held.id
        and other.score >= best.score - OTHERWISE
        and other.fact.quantity is not None
        and other.fact.quantity.unit == one.unit
        and identity(other.fact) != identity(best.fact)
        and _against(other) >= _against(best) - SENTENCE
        and _counted_otherwise(best.fact, other.fact, best.held.passage.quote)
    )[:1]


def _of_one(unit: Unit, one: Fact, two: Fact) -> bool:
    """Whether `unit` is said of the one figure and not of the other."""
    return unit.said(one.near) > unit.said(two.near)


def _counted_otherwise(one: Fact, two: Fact, quote: str) -> bool:
    """Whether the words between two figures of a sentence say that the later is the earlier, changed or counted within
    other bounds."""
    first, second = sorted((one.span, two.span), key=lambda span: span.start)
    between = quote[first.end : second.start]
    return _said(between, "bounds") or (_said(between, "changed") and "c:plan" in one.near | two.near)


def other_times(question: Question, best: Candidate, above: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The figures of other times, where the question names none and asks for what came about in one, not for what
    there is: other reports tell as well of it."""
    if question.wanted is not Wanted.QUANTITY or question.whens or question.stock or question.inherited:
        return ()
    own, found = times.of_fact(best.fact, best.held), dict[object, Candidate]()
    if own is None or best.fact.quantity is None or best.fact.quantity.dimension in LASTING:
        return ()
    for other in above:
        period = times.of_fact(other.fact, other.held)
        if (
            other.score >= best.score - TIMES
            and other.held.report.id != best.held.report.id
            and period is not None
            and period != own
            and identity(other.fact) != identity(best.fact)
            and _against(other) >= _against(best) - SENTENCE
        ):
            found.setdefault(period, other)
    return tuple(found.values())


def other_takers(question: Question, best: Candidate, above: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Those who took up the same post at other times, where it is asked who was appointed, and no time is named: who
    holds a post is another question, which the latest report answers."""
    if question.wanted is not Wanted.PERSON or question.whens or not question.concepts & TAKING:
        return ()
    found: dict[object, Candidate] = {}
    for other in above:
        if (
            other.score >= best.score - OTHERWISE
            and other.held.report.id != best.held.report.id
            and identity(other.fact) != identity(best.fact)
            and "replaced" not in other.fact.traits
            and any("c:" + taking in other.held.passage.sentence for taking in question.concepts & TAKING)
        ):
            found.setdefault(identity(other.fact), other)
    return tuple(found.values())


def other_posts(question: Question, best: Candidate, above: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The posts that other reports give the person asked about, where no time is named: he may have held one after the
    other, or be two."""
    if question.wanted is not Wanted.POST or question.whens or _said(question.read, "now"):
        return ()
    if question.inherited or all(who.kind != "person" for who in question.whos):
        return ()
    found: dict[str, Candidate] = {}
    for other in above:
        one, two = best.fact.name, other.fact.name
        if (
            one is not None
            and two is not None
            and other.score >= best.score - OTHERWISE
            and other.held.report.id != best.held.report.id
            and not (covers(one.id, two.id) or covers(two.id, one.id))
            and _against(other) >= _against(best) - TIMES
        ):
            found.setdefault(two.id, other)
    return tuple(found.values())


def per_report(question: Question, best: Candidate, above: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The figure that each report tells of its own time, that of `best` first, where the question names no time and
    reports of several differ: else a report's other columns would be all there is to choose from."""
    if question.wanted is not Wanted.QUANTITY or question.whens or question.stock or question.inherited:
        return ()
    if _said(question.read, "now") or best.fact.quantity is None or best.fact.quantity.dimension in LASTING:
        return ()
    found: dict[int, Candidate] = {}
    for other in (best, *above):
        period = other.held.report.period
        if (
            period is not None
            and times.of_fact(other.fact, other.held) == period
            and other.score >= best.score - TIMES
            and other.held.report.board == best.held.report.board
            and other.fact.quantity is not None
            and other.fact.quantity.unit == best.fact.quantity.unit
            and "ahead" not in other.fact.traits
            and _against(other) >= _against(best) - SENTENCE
        ):
            found.setdefault(other.held.report.id, other)
    values = {identity(candidate.fact) for candidate in found.values()}
    periods = {candidate.held.report.period for candidate in found.values()}
    own = best.held.report.id in found
    return tuple(found.values()) if own and len(values) > 1 and len(periods) > 1 else ()


def _said(text: str, words: str) -> bool:
    """Whether `text` says one of the lexicon's `words` for another way of counting."""
    return _alternatives(words).search(text) is not None


@lru_cache(maxsize=8)
def _alternatives(words: str) -> re.Pattern[str]:
    found = [word for language in ("vi", "en") for word in load()[f"{language}/alternatives"][words]]
    return re.compile(
        rf"\b(?:{'|'.join(sorted({re.escape(w) for word in found for w in (word, fold(word))}))})\b", re.IGNORECASE
    )
