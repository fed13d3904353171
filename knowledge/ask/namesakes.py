"""Two people of one name in the roll of a meeting: which of them is meant is asked back."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.ask.question import Question
from knowledge.ask.score import Candidate
from knowledge.facts.fact import Fact, FactKind, Layer

PERSON = "person:"


def apart(question: Question, ranked: Sequence[Candidate], line: float) -> tuple[Candidate, ...]:
    """The people of the name asked about whom one report calls by different posts, each at a place of their own in its
    list of those present; empty where there is but one."""
    people = {id_ for id_ in question.named if id_.startswith(PERSON)}
    found: dict[str, Candidate] = {}
    for candidate in ranked:
        if candidate.score < line or (found and candidate.held.report.id != ranked[0].held.report.id):
            continue
        for fact in candidate.held.passage.facts:
            post = _post(fact, people)
            if post and not any(_same(post, other) for other in found):
                found[post] = Candidate(fact, candidate.held, candidate.score, candidate.coverage, candidate.parts)
    return tuple(found.values()) if len(found) > 1 and _listed(tuple(found.values())) else ()


def _post(fact: Fact, people: set[str]) -> str:
    if fact.kind is not FactKind.POST or fact.name is None or "former" in fact.traits or "new" in fact.traits:
        return ""
    owned = any(id_ in people and layer == Layer.NEAR for id_, layer in fact.names)
    return fact.name.id if owned else ""


def _same(one: str, other: str) -> bool:
    """Whether two posts may be one, told more or less fully."""
    return one.partition("/")[0].partition("+")[0] == other.partition("/")[0].partition("+")[0]


def _listed(found: Sequence[Candidate]) -> bool:
    """Whether all stand in the same list, or sentence: a roll names nobody twice."""
    return len({(candidate.held.report.id, candidate.held.passage.group) for candidate in found}) == 1
