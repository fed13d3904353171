"""A post as a person would write it: with the body it is held in ("Giám đốc Sở Công Thương", not "Giám đốc")."""

from __future__ import annotations

import re

from knowledge.ask.score import Candidate
from knowledge.facts.fact import FactKind
from knowledge.lexicon.load import load
from knowledge.text.capitals import UPPER
from knowledge.text.fold import fold

BODIES = frozenset({FactKind.ORGANISATION, FactKind.PLACE, FactKind.GATE})
_TABLE = load()["domain/measures"]
_BARE = re.compile(rf" (?:{'|'.join(map(re.escape, _TABLE['bare_bodies']))})\b")
_SEATED = tuple(fold(body) for body in _TABLE["seated_bodies"])
_PLACE = re.compile(rf"(?: {UPPER}[^\W\d_]*){{1,3}}")


def in_full(candidate: Candidate) -> str:
    """The post that `candidate` tells of, with the body or place written right behind it."""
    passage, fact = candidate.held.passage, candidate.fact
    quote, end = passage.quote, fact.span.end
    for other in sorted((f for f in passage.facts if f.kind in BODIES), key=lambda f: f.span.start):
        if end <= other.span.start <= end + 1 and not quote[end : other.span.start].strip():
            end = other.span.end
    if end == fact.span.end and (bare := _BARE.match(quote, end)):
        end = bare.end()
    if fold(quote[fact.span.start : end]).endswith(_SEATED) and (place := _PLACE.match(quote, end)):
        end = place.end()
    return " ".join(quote[fact.span.start : end].split())
