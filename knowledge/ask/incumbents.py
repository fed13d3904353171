"""Who hold a post: a list gathered from the lines that name them one by one."""

from __future__ import annotations

from dataclasses import replace

from knowledge.ask.lookup import Desk
from knowledge.ask.question import Question, Wanted, Who
from knowledge.ask.score import Candidate
from knowledge.ask.sought import sought
from knowledge.facts.fact import FactKind
from knowledge.lexicon.load import load

POST = "post:"
LEFT = frozenset({"former", "replaced"})
CLOSE = 0.12  # so much worse than the best each of the others may be told
MEETING = frozenset({"attend", "absent", "meeting", "conference", "briefing"})


def held(question: Question, desk: Desk) -> tuple[Candidate, ...]:
    """Those who hold the post whose holders `question` asks for, by name, as one report tells, in its order; empty
    where it asks for no holders of a post, or where fewer than two are told. Of who was at a meeting one line tells."""
    asked = sought(question)
    heads = [unit for unit in asked.question.units if unit.head]
    posts = tuple(sorted(id_ for id_ in question.named if id_.startswith(POST)))
    if not posts or not heads or not all(_post(unit.terms) for unit in heads):
        return ()
    who = Who("post", posts, heads[0].text)
    rest = tuple(unit for unit in asked.question.units if not unit.head)
    people = replace(question, wanted=Wanted.PERSON, units=rest, whos=(*question.whos, who))
    told = [
        candidate
        for candidate in desk.ranked(people, frozenset({FactKind.PERSON}))
        if candidate.score >= desk.line and not candidate.fact.traits & LEFT
    ]
    if not told:
        return ()
    best = told[0]
    together = bool(question.concepts & MEETING)
    of: dict[str, Candidate] = {}
    for candidate in told:
        same = candidate.held.id == best.held.id if together else candidate.held.report.id == best.held.report.id
        name = candidate.fact.name
        if same and name is not None and "~" not in name.id and candidate.score >= best.score - CLOSE:
            of.setdefault(name.id, candidate)
    found = tuple(sorted(of.values(), key=lambda one: (one.held.id, one.fact.span.start)))
    return found if len(found) > 1 and asked.count in (0, len(found)) else ()


def _post(terms: tuple[str, ...]) -> bool:
    return any(term.removeprefix("c:") in load()["domain/kinds"]["posts"]["concepts"] for term in terms)
