"""What the name stages share: finds in words, the scene they are collected in, and which of them stand in the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from knowledge.model import Mention, MentionKind, Name, Span
from knowledge.recognise.name_words import Words


@dataclass(frozen=True, slots=True)
class Found:
    """A name in words `first` up to `last`. The heavier of two that overlap stands. `parts` are an organisation's or
    post's id in segments, general to particular."""

    kind: MentionKind
    first: int
    last: int
    name: Name
    rule: str
    weight: int
    parts: tuple[str, ...] = ()
    closed: bool = False  # holds nothing: a gate in a company's name is no gate


# what may stand inside what: a post or organisation holds the place, gate or organisation that narrows it
_HOLDS = {
    MentionKind.ORGANISATION: {MentionKind.PLACE, MentionKind.GATE, MentionKind.ORGANISATION},
    MentionKind.POST: {MentionKind.PLACE, MentionKind.GATE, MentionKind.ORGANISATION},
}


@dataclass(slots=True)
class Scene:
    """One text with all that has been found in it so far."""

    words: Words
    finds: list[Found] = field(default_factory=list)
    _starts: dict[tuple[MentionKind, int], Found] = field(default_factory=dict)
    _ends: dict[tuple[MentionKind, int], Found] = field(default_factory=dict)

    def add(self, found: Found) -> None:
        self.finds.append(found)
        for index, place in ((self._starts, found.first), (self._ends, found.last)):
            before = index.get((found.kind, place))
            if before is None or before.last - before.first < found.last - found.first:
                index[found.kind, place] = found

    def starting(self, kind: MentionKind, i: int) -> Found | None:
        """The longest find of that kind that begins at word i."""
        return self._starts.get((kind, i))

    def ending(self, kind: MentionKind, i: int) -> Found | None:
        """The longest find of that kind that ends before word i."""
        return self._ends.get((kind, i))

    def of(self, kind: MentionKind) -> Iterator[Found]:
        return (found for found in self.finds if found.kind is kind)


def settle(scene: Scene) -> tuple[Mention, ...]:
    """The finds that stand, in order of place, the outer before the inner. No two overlap in part."""
    standing: list[Found] = []
    for found in sorted(scene.finds, key=lambda f: (-f.weight, f.first - f.last, f.first)):
        if all(_compatible(found, other) for other in standing):
            standing.append(found)
    standing.sort(key=lambda f: (f.first, -f.last))
    return tuple(_mention(scene.words, found) for found in standing)


def _compatible(a: Found, b: Found) -> bool:
    if a.last <= b.first or b.last <= a.first:
        return True
    outer, inner = (a, b) if a.last - a.first > b.last - b.first else (b, a)
    same_size = a.last - a.first == b.last - b.first
    within = outer.first <= inner.first and inner.last <= outer.last
    return within and not same_size and not outer.closed and inner.kind in _HOLDS.get(outer.kind, ())


def _mention(words: Words, found: Found) -> Mention:
    span = Span(words.words[found.first].start, words.words[found.last - 1].end)
    return Mention(found.kind, span, words.text[span.start : span.end], found.rule, found.name)
