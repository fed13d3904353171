"""What a table's cells of words tell: who is named in a row with what post, what body, and on what day."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from knowledge.facts.around import role
from knowledge.facts.fact import Fact, FactKind, Layer, Time
from knowledge.facts.office import taken_up
from knowledge.model import Mention, MentionKind, Name, Period, Span
from knowledge.text.fold import fold

KINDS = {
    MentionKind.PERSON: FactKind.PERSON,
    MentionKind.POST: FactKind.POST,
    MentionKind.ORGANISATION: FactKind.ORGANISATION,
}
_PARTS = re.compile(r"[^;,/\n]+")
_NAME = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){1,4}")


@dataclass(frozen=True, slots=True)
class Headings:
    """What (folded) headings say of the cells below them: that they name `people`, or are days by which something is to
    be done (`deadlines`); `address` is a form of address that makes a bare name one of a person. Below `heads` stand
    those who head the unit of the row, with a post that goes by how the unit's (folded) name begins (`posts`)."""

    people: re.Pattern[str]
    deadlines: re.Pattern[str]
    address: str
    heads: re.Pattern[str]
    posts: tuple[tuple[str, str], ...]


def headings(table: Mapping[str, Any]) -> Headings:
    """The :class:`Headings` of the lexicon's ``vi/tables``."""
    people, deadlines = (re.compile("|".join(table[name])) for name in ("people", "deadlines"))
    heads = re.compile("|".join(table["unit_heads"]))
    return Headings(people, deadlines, table["address"], heads, tuple(table["head_posts"].items()))


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of words: its text, where it stands in the row, its column's folded heading and the heading's terms."""

    text: str
    place: Span
    heading: str
    terms: frozenset[str]


def facts(
    cells: Sequence[Cell],
    row: frozenset[str],
    headings: Headings,
    recognise: Callable[[str], tuple[Mention, ...]],
    texts: Sequence[str] = (),
) -> list[Fact]:
    """The people, posts, bodies and days that the `cells` of a row tell of, each with the terms of the whole `row` and
    of its own heading. `texts` are all cells of the row, those below "Đơn vị" with them."""
    found = [(cell, mention) for cell in cells for mention in _mentions(cell, headings, recognise)]
    people = [mention for _, mention in found if mention.kind is MentionKind.PERSON]
    spots = tuple((name, Layer.NEAR) for cell in cells for name in _spots(cell, headings, recognise))
    told: list[Fact] = []
    for cell, mention in found:
        span = Span(cell.place.start + mention.span.start, cell.place.start + mention.span.end)
        beside = [
            other
            for other_cell, other in found
            if other is not mention and (len(people) == 1 or _binds(cell, mention, other_cell, other))
        ]
        names = tuple((other.value.id, Layer.NEAR) for other in beside if isinstance(other.value, Name)) + spots
        if mention.kind is MentionKind.PERSON and headings.heads.search(cell.heading):
            names += _headed(texts, headings, recognise)
        fact = Fact(FactKind.DATE, span, mention.text, row | cell.terms, frozenset(), names=names)
        if isinstance(mention.value, Period):
            how = "deadline" if headings.deadlines.search(cell.heading) else role(mention)
            told.append(replace(fact, period=mention.value, traits=frozenset({how})))
        elif isinstance(mention.value, Name):
            times = tuple(
                Time(other.value, Layer.NEAR, role(other))
                for other in beside
                if isinstance(other.value, Period) and role(other) == "since"
            )
            told.append(replace(fact, kind=KINDS[mention.kind], name=mention.value, times=times))
    return list(taken_up(told))


def held(facts: Sequence[Fact]) -> frozenset[str]:
    """The posts of the people of a row, as terms it is found by."""
    people = (fact for fact in facts if fact.kind is FactKind.PERSON)
    return frozenset("n:" + id_ for fact in people for id_, _ in fact.names if id_.startswith("post:"))


def _spots(cell: Cell, headings: Headings, recognise: Callable[[str], tuple[Mention, ...]]) -> list[str]:
    """The ids of the gates and places that a cell names, where it is none of people."""
    if headings.people.search(cell.heading):
        return []
    kinds = (MentionKind.GATE, MentionKind.PLACE)
    return [m.value.id for m in recognise(cell.text) if m.kind in kinds and isinstance(m.value, Name)]


def _headed(
    texts: Sequence[str], headings: Headings, recognise: Callable[[str], tuple[Mention, ...]]
) -> tuple[tuple[str, int], ...]:
    """The post of who heads the unit that a row with these cells is of."""
    for text in texts:
        opening = next((post for words, post in headings.posts if fold(text).startswith(words)), None)
        if opening is None:
            continue
        whole = f"{opening} {text[:1].lower()}{text[1:]}"
        return tuple(
            (m.value.id, Layer.NEAR)
            for m in recognise(whole)
            if m.kind is MentionKind.POST and m.span.start == 0 and isinstance(m.value, Name)
        )
    return ()


def _binds(cell: Cell, mention: Mention, other_cell: Cell, other: Mention) -> bool:
    """Whether two mentions in a row with several people are told of each other: a post only of a person in its own
    cell."""
    both = {mention.kind, other.kind}
    return cell is other_cell or not both <= {MentionKind.PERSON, MentionKind.POST}


def _mentions(cell: Cell, headings: Headings, recognise: Callable[[str], tuple[Mention, ...]]) -> list[Mention]:
    found = [
        mention
        for mention in recognise(cell.text)
        if mention.kind in KINDS or (mention.kind is MentionKind.DATE and isinstance(mention.value, Period))
    ]
    if not headings.people.search(cell.heading) or any(m.kind is MentionKind.PERSON for m in found):
        return found
    for part in _PARTS.finditer(cell.text):
        text = part[0].strip()
        if _NAME.fullmatch(text) is None or not text.istitle():
            continue
        whole = f"{headings.address} {text}"
        person = next((m for m in recognise(whole) if m.kind is MentionKind.PERSON and m.span.end == len(whole)), None)
        if person is not None:
            start = part.start() + part[0].index(text)
            span = Span(start, start + len(text))
            found = [m for m in found if not m.span.overlaps(span)] + [replace(person, span=span, text=text)]
    return found
