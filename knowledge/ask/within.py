"""Of figures that answer a question about equally well, those that tell of less than is asked: a part of the other
("112 xe (83 xe hoa quả)"), another name's ("ba lần với A, hai lần với B"), a count of part of the time."""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge.ask.question import Question
from knowledge.ask.score import Candidate
from knowledge.ask.shelf import layer_of
from knowledge.ask.show import value_of
from knowledge.facts.fact import Layer
from knowledge.lexicon.load import load

FULL = 0.85  # so much of the question a whole must explain
ALIKE = 0.8  # so well another measure says what is counted
MOST = 0.7  # the same, where all of it is said somewhere about
_BRACKET = re.compile(r"\A[^()\d;.]{0,40}\((?:[^()]{0,40})\Z")


def lesser(question: Question, best: Candidate, other: Candidate) -> bool:
    """Whether `other` is of less than `question` asks for, and `best` is not."""
    return any(rule(question, best, other) for rule in (part_of, of_another_name, unfinished, former, fainter))


def part_of(question: Question, whole: Candidate, part: Candidate) -> bool:
    """Whether `part` is told in brackets behind `whole`, or after "trong đó", as the part of it of which something is
    said that the question does not speak of."""
    if part.held.id != whole.held.id or part.fact.span.start < whole.fact.span.end:
        return False
    if whole.coverage < (MOST if _said_around(question, whole) else FULL):
        return False  # of a whole that does not say all that is asked, another part may be meant
    one, other = whole.fact.quantity, part.fact.quantity
    if one is None or other is None or (one.dimension, one.total) != (other.dimension, None):
        return False
    x, y = value_of(one), value_of(other)
    if x is None or y is None or y >= x:
        return False
    between = whole.held.passage.quote[whole.fact.span.end : part.fact.span.start]
    if _BRACKET.match(between) is None and _opens().search(between) is None:
        return False
    more = _near(part) - _near(whole)
    if more & _asked(question):
        return False  # the part is what is asked about
    return any(term.startswith("c:") for term in more - whole.fact.clause)


def opens(between: str) -> bool:
    """Whether what stands between two figures says that the second is a part of the first."""
    return (
        _BRACKET.match(between) is not None or between.lstrip().startswith(":") or _opens().search(between) is not None
    )


def _said_around(question: Question, whole: Candidate) -> bool:
    """Whether all that is asked is said in the figure's clause or around its sentence, nothing of it with another
    figure of that sentence."""
    for unit in question.units:
        layers = [layer_of(term, whole.fact, whole.held) for term, _ in unit.options]
        nearest = min((layer for layer in layers if layer is not None), default=Layer.REPORT)
        if nearest == Layer.SENTENCE:
            return False
    return True


def of_another_name(question: Question, best: Candidate, other: Candidate) -> bool:
    """Whether a figure of the same sentence stands by another name than the one asked about, which stands by `best`."""
    if other.held.id != best.held.id or "cell" in best.fact.traits:
        return False
    asked = {term[2:] for term in _asked(question) if term.startswith("n:")}
    near, others = ({id_ for id_, layer in c.fact.names if layer == Layer.NEAR} for c in (best, other))
    if not near & asked or others & asked:
        return False
    kinds = {id_.partition(":")[0] for id_ in near & asked}
    far = all(layer >= Layer.SENTENCE for id_, layer in other.fact.names if id_ in asked)
    return far or any(id_.partition(":")[0] in kinds for id_ in others)


def unfinished(question: Question, best: Candidate, other: Candidate) -> bool:
    """Whether `best` is told of all the time asked about, and `other` in an earlier report of what was counted to a day
    within it."""
    if len(question.whens) != 1 or question.whens[0].day or other.held.report.id == best.held.report.id:
        return False
    asked = question.whens[0].period
    if other.held.report.board != best.held.report.board or best.held.report.period != asked:
        return False
    own = [time for time in other.fact.times if time.layer <= Layer.CLAUSE]
    written = other.held.report.document_date
    return (
        any(time.role == "as-of" and asked.contains(time.period) and time.period.end < asked.end for time in own)
        and written is not None
        and written < asked.end
    )


def former(question: Question, best: Candidate, other: Candidate) -> bool:
    """Whether `other` is said to have been so before ("còn 25 phút, trước đây 40 phút"), and `best` is not."""
    if other.held.id != best.held.id or "former" in question.traits:
        return False
    return _was(other) and not _was(best)


def fainter(question: Question, best: Candidate, other: Candidate) -> bool:
    """Whether of the ways to say what is counted ("people crossed": passengers, entries and exits) the clause of
    `other` says some, and that of `best` all of these and more."""
    if other.held.id == best.held.id:
        return False
    for unit in question.units:
        ways = {term for term, factor in unit.options if factor >= ALIKE}
        one, two = (ways & (candidate.fact.near | candidate.fact.clause) for candidate in (best, other))
        if unit.head and two < one:
            return True
    return False


def _was(candidate: Candidate) -> bool:
    before = candidate.held.passage.quote[: candidate.fact.span.start]
    return _before().search(before) is not None


def _near(candidate: Candidate) -> frozenset[str]:
    fact = candidate.fact
    return fact.near | {"n:" + id_ for id_, layer in fact.names if layer <= Layer.CLAUSE}


def _asked(question: Question) -> frozenset[str]:
    return frozenset(term for unit in (*question.units, *question.inherited) for term, _ in unit.options)


@lru_cache(maxsize=1)
def _opens() -> re.Pattern[str]:
    """Words behind a whole that open its parts."""
    words = load()["vi/inferred"]["part"]["opens"]
    return re.compile(rf"\A\s*[,;:(]?\s*(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _before() -> re.Pattern[str]:
    """Words at the head of a clause that tell of an earlier time, and what stands between them and the figure."""
    words = load()["vi/inferred"]["was"]["words"]
    return re.compile(rf"(?:^|[,;:(]\s*)(?:{'|'.join(map(re.escape, words))})\b[^,;:()]*\Z", re.IGNORECASE)
