"""A given name alone ("ông Minh") is the one person of that name whom its report names in full."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from knowledge.facts.fact import Fact, FactKind, Passage
from knowledge.model import Name
from knowledge.recognise.people import named

GIVEN = "person:~"


def settled(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """The passages of one report with every given name that only one full name bears replaced by it."""
    kept = tuple(passages)
    full: dict[str, Name] = {}
    given: set[str] = set()
    for passage in kept:
        for fact in passage.facts:
            if fact.kind is FactKind.PERSON and fact.name is not None:
                if fact.name.id.startswith(GIVEN):
                    given.add(fact.name.id)
                else:
                    full.setdefault(fact.name.id, fact.name)
    meant: dict[str, Name] = {}
    for short in given:
        bearers = [name for id_, name in full.items() if named(short, id_)]
        if len(bearers) == 1:
            meant[short] = bearers[0]
    return tuple(_settled(passage, meant) for passage in kept) if meant else kept


def _settled(passage: Passage, meant: dict[str, Name]) -> Passage:
    return replace(
        passage,
        sentence=_terms(passage.sentence, meant),
        context=_terms(passage.context, meant),
        facts=tuple(_fact(fact, meant) for fact in passage.facts),
        names=tuple((meant[id_].id, meant[id_].name) if id_ in meant else (id_, name) for id_, name in passage.names),
    )


def _fact(fact: Fact, meant: dict[str, Name]) -> Fact:
    name = meant.get(fact.name.id, fact.name) if fact.name is not None else None
    names = tuple((meant[id_].id if id_ in meant else id_, layer) for id_, layer in fact.names)
    return replace(fact, name=name, names=names)


def _terms(terms: frozenset[str], meant: dict[str, Name]) -> frozenset[str]:
    return frozenset("n:" + meant[term[2:]].id if term[2:] in meant else term for term in terms)
