"""Which side of a contrast a figure is on: completed or overdue, plan or actual, export or import.

Of each contrast set (``domain/contrasts.toml``) the member that stands nearest governs: before the figure in its
clause, else after it, else in the clauses before, else in what surrounds the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from knowledge.facts.clauses import Clause, holding
from knowledge.facts.fact import Layer
from knowledge.facts.terms import Term
from knowledge.model import Mention, MentionKind, Span

JOINED = 6  # characters between two members that are named in one breath ("đúng hạn và trước hạn")


class Read(Protocol):
    """A sentence as far as this stage looks at it."""

    @property
    def terms(self) -> tuple[Term, ...]: ...
    @property
    def clauses(self) -> tuple[Clause, ...]: ...
    @property
    def mentions(self) -> tuple[Mention, ...]: ...


def governing(
    contrasts: Sequence[frozenset[str]],
    sentence: Read,
    span: Span,
    edges: tuple[int, int],
    leaning: frozenset[str],
    *,
    lead: bool = True,
) -> tuple[tuple[str, int], ...]:
    """(concept, layer) for each contrast that bears on the figure at `span`; `edges` bound its own stretch of the
    clause, `leaning` are terms of what the sentence goes on from. Without `lead` only what follows the figure counts
    (the whole of "119/128 nhiệm vụ được giao")."""
    terms, clauses = sentence.terms, sentence.clauses
    figures = [m.span for m in sentence.mentions if m.kind is MentionKind.QUANTITY]
    hits = [term for term in terms if term.id.startswith("c:")]
    said = {hit.id[2:] for hit in hits}
    index = holding(clauses, span.start)
    found: list[tuple[str, int]] = []
    for contrast in contrasts:
        if contrast.isdisjoint(said):  # of most nothing is said
            found += [(id_, Layer.CONTEXT) for id_ in sorted(contrast) if lead and "c:" + id_ in leaning]
            continue
        members = _outermost([hit for hit in hits if hit.id[2:] in contrast])
        before = [m for m in members if edges[0] <= m.span.start and m.span.end <= span.start]
        after = [m for m in members if span.end <= m.span.start and m.span.end <= edges[1]]
        inside = [m for m in members if span.start <= m.span.start and m.span.end <= span.end]
        if not lead:
            found += [
                (m.id[2:], Layer.NEAR) for m in (inside or _nearest(after, last=False) if inside or after else [])
            ]
        elif before:
            found += [(m.id[2:], Layer.NEAR) for m in _nearest(before, last=True)]
        elif inside or after:
            found += [(m.id[2:], Layer.NEAR) for m in inside or _nearest(after, last=False)]
        elif earlier := _earlier(members, clauses, index, edges[0], figures):
            found += [(m.id[2:], Layer.CLAUSE) for m in earlier]
        else:
            around = [id_ for id_ in contrast if "c:" + id_ in leaning]
            found += [(id_, Layer.CONTEXT) for id_ in sorted(around)]
    return tuple(found)


def _outermost(hits: list[Term]) -> list[Term]:
    return [
        hit
        for hit in hits
        if not any(other is not hit and other.span.holds(hit.span) and other.span != hit.span for other in hits)
    ]


def _nearest(hits: list[Term], *, last: bool) -> list[Term]:
    ordered = sorted(hits, key=lambda hit: hit.span.start, reverse=last)
    chosen = [ordered[0]]
    for hit in ordered[1:]:
        gap = chosen[-1].span.start - hit.span.end if last else hit.span.start - chosen[-1].span.end
        if gap > JOINED:
            break
        chosen.append(hit)
    return chosen


def _earlier(
    members: list[Term], clauses: Sequence[Clause], index: int, edge: int, figures: Sequence[Span]
) -> list[Term]:
    """Members in the nearest earlier clause that has any, passing over clauses with figures of their own; a figure's
    lead does not reach across a semicolon."""
    own = [m for m in members if clauses[index].span.start <= m.span.start and m.span.end <= edge]
    if own:
        return _nearest(own, last=True)
    for position in range(index - 1, -1, -1):
        span = clauses[position].span
        there = [m for m in members if span.start <= m.span.start and m.span.end <= span.end]
        if there and not any(span.holds(figure) for figure in figures):
            return _nearest(there, last=True)
        if clauses[position + 1].mark == ";":
            break
    return []
