"""Days of another thing than is asked for: of another person, place or post of the same sentence, of what was only due,
or of something of which the question says nothing."""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge.ask.question import Question, Wanted
from knowledge.ask.shelf import Held
from knowledge.ask.whos import SPOTS
from knowledge.facts.fact import Fact, FactKind, Layer
from knowledge.lexicon.load import load
from knowledge.recognise.posts import covers
from knowledge.text.fold import fold

HALF = 0.5  # so well a thing is said by half of its words
DUE = frozenset({"deadline", "planned"})
DONE = 0  # the stage that a work ends with, among the patterns
_MARK = re.compile(r"[,;:.()](?=\s|\Z)")


def other_spot(question: Question, fact: Fact, _: Held) -> bool:
    """Whether the day stands by the name of one place, and the one asked for is but named elsewhere in the sentence."""
    if question.wanted is not Wanted.DATE:
        return False
    near = {id_.partition(":")[2] for id_, layer in fact.names if layer == Layer.NEAR and id_.startswith(SPOTS)}
    asked = {id_.partition(":")[2] for who in question.whos if who.kind == "gate" for id_ in who.ids}
    there = {id_.partition(":")[2] for id_, layer in fact.names if layer == Layer.SENTENCE}
    return bool(near and asked & there) and not asked & near


def other_person(question: Question, fact: Fact, held: Held) -> bool:
    """Whether the day is told of other persons, in a passage that does not name the one asked about."""
    asked = {id_ for id_ in question.named if id_.startswith("person:")}
    there = {id_ for id_, _ in (*held.passage.names, *fact.names) if id_.startswith("person:")}
    return bool(asked and there) and not asked & there


def other_post(question: Question, fact: Fact, held: Held) -> bool:
    """Whether it is asked when somebody came into a post, and the sentence tells of no such post, or that another one
    was taken up."""
    asked = {id_ for id_ in question.named if id_.startswith("post:")}
    if not asked or not any(id_.startswith("person:") for id_ in question.named):
        return False
    if held.passage.kind != "sentence" or _asks("becomes").search(fold(question.read)) is None:
        return False
    posts = [one for one in held.passage.facts if one.kind is FactKind.POST]
    new = [one for one in posts if "new" in one.traits]
    new = [one for one in new if not _of_others(question, one)] or new
    return not any(
        one.name is not None and (one.name.id in asked or any(covers(id_, one.name.id) for id_ in asked))
        for one in new or posts
    )


def _of_others(question: Question, post: Fact) -> bool:
    """Whether a post stands by the name of somebody else than is asked about."""
    owners = {id_ for id_, layer in post.names if layer == Layer.NEAR and id_.startswith("person:")}
    return bool(owners) and not owners & question.named


def only_due(question: Question, fact: Fact, held: Held) -> bool:
    """Whether the day is one by which something was to be done, or for which it was planned, and it is asked when it
    was."""
    if not fact.traits & DUE or question.traits & DUE or question.wanted is not Wanted.DATE:
        return False
    folded = fold(question.read)
    return _asks("happened").search(folded) is not None and _asks("must").search(folded) is None


def untold(question: Question, fact: Fact, held: Held) -> bool:
    """Whether the day's own sentence says nothing of what is asked, or but half of a name ("hệ thống"): of what
    was put off the next sentence tells."""
    passage = held.passage
    own = fact.near | passage.sentence | {"n:" + id_ for id_, _ in passage.names}
    if passage.kind == "row":
        own |= fact.clause | passage.context
    units = [unit for unit in (*question.units, *question.inherited) if not unit.light]
    if not units or max(unit.said(own) for unit in units) > HALF:
        return False
    return not question.traits & {"moved", "final"}


def other_stage(question: Question, fact: Fact, held: Held) -> bool:
    """Whether the words beside the day tell of another stage of a work than is asked for by name ("thông xe ngày …":
    nothing of when the two ends met)."""
    asked = _stages(question.read)
    if not asked or DONE in asked or question.wanted is not Wanted.DATE or held.passage.kind != "sentence":
        return False
    told = _stages(_beside(held.passage.quote, fact))
    return bool(told) and not asked & told


def _beside(quote: str, fact: Fact) -> str:
    """The clause that a day stands in."""
    before = _MARK.split(quote[: fact.span.start])[-1]
    return f"{before} ; {_MARK.split(quote[fact.span.end :])[0]}"


@lru_cache(maxsize=256)
def _stages(text: str) -> frozenset[int]:
    """Which stages of a work `text` names."""
    folded = fold(text)
    return frozenset(number for number, stage in enumerate(_patterns()) if stage.search(folded))


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    table = load()["vi/others"]["stages"]
    return tuple(re.compile(rf"\b(?:{'|'.join(stage)})\b") for stage in (table["done"], *table["words"]))


@lru_cache(maxsize=4)
def _asks(name: str) -> re.Pattern[str]:
    """The pattern of a row of ``vi/others.toml``, over the folded question."""
    return re.compile(load()["vi/others"][name]["pattern"])
