"""What else to offer once a question has to be asked back: what other reports tell of the same, though less plainly."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.ask.ambiguity import identity
from knowledge.ask.question import Question
from knowledge.ask.score import Candidate

PLAINLY = 0.2  # so far below the line may stand what is only offered beside others, and not given as the answer


def besides(
    question: Question, rivals: Sequence[Candidate], ranked: Sequence[Candidate], line: float
) -> tuple[Candidate, ...]:
    """The best of each report that none of the `rivals` is from, where it speaks of all that is asked and nothing
    speaks against it. None where the question names a time or a name, or the rivals stand in one report."""
    seen = {rival.held.report.id for rival in rivals}
    if question.whens or question.named or len(seen) < 2:
        return ()
    known = {identity(rival.fact) for rival in rivals}
    found: dict[int, Candidate] = {}
    for other in ranked:
        if (
            other.score >= line - PLAINLY
            and other.held.report.id not in seen
            and identity(other.fact) not in known
            and all(value >= 0 for _, value in other.parts)
        ):
            found.setdefault(other.held.report.id, other)
    return tuple(found.values())
