"""A park that a report calls by its full name once ("KCN Tằng Loỏng") goes by its bare one in the rest of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from knowledge.lexicon.load import Lexicon
from knowledge.model import Mention, MentionKind, Name, Span
from knowledge.recognise.gate_catalogue import gate_rows
from knowledge.recognise.place_catalogue import place_rows

ZONE = "zone:"
PATTERN = "place-zone"  # the rules by which a zone is told from its head
NAMES = frozenset({MentionKind.GATE, MentionKind.PLACE, MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.POST})
_WORD_BEFORE = re.compile(r"(?:^|(?P<gap>[^\w])\s*)(?P<word>\w+)\s+\Z")
_WORD_AFTER = re.compile(r"\s+(?:[^\W\d_a-zà-ỹđ]\w*|\d\b)")


@dataclass(frozen=True, slots=True)
class ShortNames:
    """The bare names of one report's parks: spelling to name; `openers` are capitalised words that may stand before
    one at the head of a clause ("Riêng …")."""

    names: dict[str, Name] = field(default_factory=dict)
    openers: frozenset[str] = frozenset()
    _pattern: re.Pattern[str] | None = None

    @classmethod
    def of(cls, mentions: Iterable[Mention], lexicon: Lexicon) -> ShortNames:
        """The bare names of the parks among `mentions`, all of a report's; none that a gate, a commune or anything else
        there bears, too, or that is catalogued for one."""
        zones: dict[str, Name] = {}
        others = set(_catalogued(lexicon))
        for mention in mentions:
            name = mention.value
            if not isinstance(name, Name):
                continue
            if name.id.startswith(ZONE):
                if mention.rule.startswith(PATTERN) and " " in name.name:
                    zones.setdefault(name.id, name)
            elif mention.kind is not MentionKind.PERSON:
                others.add(name.id.partition(":")[2])
        kept = {spelling: name for id_, name in zones.items() if id_.partition(":")[2] not in others
                for spelling in _spellings(name.name)}  # fmt: skip
        if not kept:
            return cls()
        words = "|".join(sorted(map(re.escape, kept), key=len, reverse=True))
        openers = frozenset(map(str.lower, lexicon["domain/places"]["short"]["openers"]))
        return cls(kept, openers, re.compile(rf"(?<!\w)(?:{words})(?!\w)"))

    def added(self, text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """`mentions` of `text`, with the parks that go by their bare names; one read as a person is none."""
        if self._pattern is None:
            return mentions
        found: list[Mention] = []
        dropped: list[Mention] = []
        for match in self._pattern.finditer(text):
            span = Span(*match.span())
            over = [m for m in mentions if m.kind in NAMES and m.span.overlaps(span)]
            if any(m.kind is not MentionKind.PERSON or m.span != span for m in over) or self._longer(text, span):
                continue
            dropped += over
            found.append(Mention(MentionKind.PLACE, span, match[0], "place-zone-short", self.names[match[0]]))
        if not found:
            return mentions
        kept = [m for m in mentions if all(m is not one for one in dropped)]
        return tuple(sorted([*kept, *found], key=lambda m: (m.span.start, -m.span.end)))

    def _longer(self, text: str, span: Span) -> bool:
        """Whether the words are but part of a longer name."""
        if text[span.start : span.end].isupper():
            return False
        if _WORD_AFTER.match(text, span.end):
            return True
        before = _WORD_BEFORE.search(text[: span.start])
        if before is None or not before["word"][:1].isupper():
            return False
        return before["word"].lower() not in self.openers


def _spellings(name: str) -> tuple[str, ...]:
    return (name, name.upper()) if not name.isupper() else (name, name.title())


def _catalogued(lexicon: Lexicon) -> Iterable[str]:
    """Slugs of the gates of the catalogue, and of its places that are no zones."""
    for _, gate in gate_rows(lexicon):
        yield gate.name.id.partition(":")[2]
    for _, place in place_rows(lexicon):
        if place.level != "zone":
            yield place.name.id.partition(":")[2]
