"""Several holders of one post, where it is asked what its holder has to do and no name is given: which one is meant?"""

from __future__ import annotations

import re

from knowledge.ask import prose
from knowledge.ask.lookup import Desk
from knowledge.ask.question import Question, Wanted
from knowledge.ask.score import Candidate
from knowledge.facts.fact import FactKind, Layer
from knowledge.lexicon.load import load
from knowledge.text.fold import fold

LOOKED_AT = 3  # passages
OPENING = 50  # letters in which a sentence names whose task it tells
OF_TEXT = frozenset({Wanted.WHICH, Wanted.TEXT, Wanted.PERSON, Wanted.POST})


def several(question: Question, desk: Desk) -> tuple[Candidate, ...]:
    """A sentence on each holder of the post that `question` names, where one report tells what several of them have to
    do; else nothing."""
    posts = {id_.partition("+")[0] for id_ in question.named if id_.startswith("post:")}
    if question.wanted not in OF_TEXT or not posts or any(id_.startswith("person:") for id_ in question.named):
        return ()
    if re.search(load()["vi/others"]["duties"]["pattern"], fold(question.read)) is None:
        return ()
    ranked = [c for c in prose.passages(question, desk)[:LOOKED_AT] if _holders(c, posts)]
    if not ranked:
        return ()
    best = ranked[0]
    found: dict[str, Candidate] = {}
    for held in desk.shelf.passages:
        if held.report.id == best.held.report.id:
            one = Candidate(best.fact, held, best.score, best.coverage, best.parts)
            for holder in _holders(one, posts):
                found.setdefault(holder.fact.name.id if holder.fact.name else "", holder)
    return tuple(found.values()) if len(found) > 1 else ()


def _holders(candidate: Candidate, posts: set[str]) -> list[Candidate]:
    """The holder of one of `posts` with whom a sentence opens that goes on after a colon ("Phó Trưởng ban A: …")."""
    quote = candidate.held.passage.quote
    colon = quote.find(":", 0, 2 * OPENING)
    return [
        Candidate(fact, candidate.held, candidate.score, candidate.coverage, candidate.parts)
        for fact in candidate.held.passage.facts
        if fact.kind is FactKind.PERSON
        and fact.name is not None
        and fact.span.start < OPENING
        and fact.span.end <= colon < len(quote.rstrip()) - 1
        and any(id_ in posts and layer == Layer.NEAR for id_, layer in fact.names)
    ][:1]
