"""Names that a report writes on beyond what is known of them: "Giám đốc" of "Sở Thương mại", "Công ty Dệt" "nhuộm An
Bình"."""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge.ask.score import Candidate
from knowledge.facts.fact import FactKind
from knowledge.lexicon.load import load
from knowledge.model import Span
from knowledge.text.capitals import UPPER

LONGEST = 70  # letters of a body's name
_PLACE = re.compile(rf"\s+(?:(?:tỉnh|thành phố|huyện)\s+)?{UPPER}\w*(?:\s{UPPER}\w*){{1,3}}(?=[,;.)]|$)")
FEW = 3  # words of a firm's name that is hardly all of it


def span(candidate: Candidate) -> Span:
    """Where the post or body found stands, with the words of its name that follow."""
    fact, quote = candidate.fact, candidate.held.passage.quote
    if fact.kind is FactKind.POST and fact.name is not None and "/" not in fact.name.id:
        match = _body().match(quote, fact.span.end, fact.span.end + LONGEST) or _placed(candidate)
    elif fact.kind is FactKind.ORGANISATION and len(fact.text.split()) <= FEW:
        match = _more().match(quote, fact.span.end)
    else:
        match = None
    return fact.span if match is None else Span(fact.span.start, match.end())


def _placed(candidate: Candidate) -> re.Match[str] | None:
    """Where the body of a post is written on with the place it is of ("Ban Quản lý các KCN *Nam Định*, …")."""
    fact, passage = candidate.fact, candidate.held.passage
    match = _PLACE.match(passage.quote, fact.span.end)
    body = any(one.kind is FactKind.ORGANISATION and fact.span.holds(one.span) for one in passage.facts)
    if match is None or not body:
        return None
    people = (one.span for one in passage.facts if one.kind is FactKind.PERSON)
    return None if any(span.start < match.end() and match.start() < span.end for span in people) else match


def goes_on(candidate: Candidate) -> bool:
    """Whether the report writes the name on."""
    return span(candidate) != candidate.fact.span


def written(candidate: Candidate) -> str:
    """The name as the report writes it."""
    if not goes_on(candidate):
        return " ".join(candidate.fact.text.split())
    whole = span(candidate)
    return " ".join(candidate.held.passage.quote[whole.start : whole.end].split())


@lru_cache(maxsize=1)
def _body() -> re.Pattern[str]:
    """A body right behind its head, up to a word that goes on with the sentence."""
    table = load()["vi/titles"]
    bodies, ends = ("|".join(map(re.escape, table[key])) for key in ("bodies", "ends"))
    return re.compile(rf"\s+(?:{bodies})\b(?:\s+và\s+{UPPER}\w*|\s+(?!(?:{ends})\b)[^\W\d]+)*")


@lru_cache(maxsize=1)
def _more() -> re.Pattern[str]:
    """A small word and capitals after it, as in names of firms."""
    ends = "|".join(map(re.escape, load()["vi/titles"]["ends"]))
    return re.compile(rf"\s(?!(?:{ends})\b)(?!{UPPER})[^\W\d]+(?:\s{UPPER}\w*)+")
