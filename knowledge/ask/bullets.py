"""Lists that stand below each other: a lead-in, and what the items under it name."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from knowledge.ask.shelf import Held, Shelf
from knowledge.facts.fact import Fact, FactKind
from knowledge.model import Span

LONGEST = 120
_MARKER = re.compile(r"^\s*(?:[-–+•*]|\(?\d{1,2}[).](?!\d)|\(?[a-zđ][).])\s*")
_NAME = re.compile(r"\s*(?:[:;(]|\s[-–—]\s|[,.](?=[^,.]*\d)|[.]?$)")


@dataclass(frozen=True, slots=True)
class Bulleted:
    """A lead-in with the list below it, as a fact of the lead-in, and the passages the items stand in."""

    lead: Held
    fact: Fact
    items: tuple[Held, ...]


def bulleted(shelf: Shelf) -> list[Bulleted]:
    """Every lead-in on the shelf that has two items or more under it."""
    groups: dict[tuple[int, int], list[Held]] = defaultdict(list)
    for held in shelf.passages:
        if held.passage.kind != "row":
            groups[(held.report.id, held.passage.group)].append(held)
    found = []
    for members in groups.values():
        members.sort(key=lambda held: held.passage.start)
        start = next((i for i, held in enumerate(members) if leads(held)), None)
        if start is None:
            continue
        items = [held for held in members[start + 1 :] if held.passage.kind == "sentence" and not leads(held)]
        if len(items) >= 2 and all(_MARKER.match(held.passage.quote) for held in items):
            found.append(Bulleted(members[start], _fact(members[start], items), tuple(items)))
    return found


def leads(held: Held) -> bool:
    """Whether a list may follow right below."""
    return held.passage.kind == "heading" or held.passage.quote.rstrip().endswith(":")


def _fact(lead: Held, items: list[Held]) -> Fact:
    people = [
        next((f.name for f in held.passage.facts if f.kind is FactKind.PERSON and f.name is not None), None)
        for held in items
    ]
    names = tuple(person.name for person in people if person is not None)
    several = len(names) == len(items)
    return Fact(
        FactKind.LIST,
        Span(0, len(lead.passage.quote)),
        lead.passage.quote,
        lead.passage.sentence,
        lead.passage.context,
        times=lead.passage.times,
        names=tuple((id_, 0) for id_, _ in lead.passage.names),
        items=names if several else tuple(label(held.passage.quote) for held in items),
        traits=frozenset({"list:person" if several else "list:other"}),
    )


def label(quote: str) -> str:
    """What an item is about: its words up to a colon, a dash, a bracket or the figures after a comma."""
    text = " ".join(_MARKER.sub("", quote).split())
    match = _NAME.search(text, 2)
    name = text[: match.start()] if match else text
    return name if len(name) <= LONGEST else name[: LONGEST - 1].rsplit(" ", 1)[0] + "…"
