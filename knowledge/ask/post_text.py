"""A post as a person would write it: with the body it is held in ("Giám đốc Sở Công Thương", not "Giám đốc")."""

from __future__ import annotations

from knowledge.ask.score import Candidate
from knowledge.facts.fact import FactKind
from knowledge.lexicon.load import load

BODIES = frozenset({FactKind.ORGANISATION, FactKind.PLACE, FactKind.GATE})
BARE = tuple(load()["domain/measures"]["bare_bodies"])


def in_full(candidate: Candidate) -> str:
    """The post that `candidate` tells of, with the body or place written right behind it."""
    passage, fact = candidate.held.passage, candidate.fact
    end = fact.span.end
    for other in sorted((f for f in passage.facts if f.kind in BODIES), key=lambda f: f.span.start):
        if end <= other.span.start <= end + 1 and not passage.quote[end : other.span.start].strip():
            end = other.span.end
    if end == fact.span.end:
        rest = passage.quote[end:]
        bare = next((word for word in BARE if rest.startswith(f" {word}") and not rest[len(word) + 1 :][:1].isalnum()), "")
        end += len(bare) + 1 if bare else 0
    return " ".join(passage.quote[fact.span.start : end].split())
