"""A given name right after a post ("PTB Thuyên") is the one person of that name whom the report names in full."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from knowledge.model import Mention, MentionKind, Name, Span

GIVEN = "person:~"
FULL = 2  # words at least of a full name
_NEXT = re.compile(r" (?P<name>[^\W\d_a-zà-ỹđ][a-zà-ỹđ]+)(?![\w-])(?! +[^\W\d_a-zà-ỹđ])")


@dataclass(frozen=True, slots=True)
class Called:
    """The people of one report by their given names; none that two of them bear."""

    names: dict[str, Name] = field(default_factory=dict)

    @classmethod
    def of(cls, mentions: Iterable[Mention]) -> Called:
        """The people among `mentions`, all of a report's."""
        full: dict[str, dict[str, Name]] = {}
        for mention in mentions:
            name = mention.value
            if mention.kind is not MentionKind.PERSON or not isinstance(name, Name) or name.id.startswith(GIVEN):
                continue
            words = name.name.split()
            if len(words) >= FULL:
                full.setdefault(words[-1], {})[name.id] = name
        return cls({given: next(iter(people.values())) for given, people in full.items() if len(people) == 1})

    def added(self, text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """`mentions` of `text`, with the people called by their given names after their posts."""
        found: list[Mention] = []
        for post in mentions if self.names else ():
            match = _NEXT.match(text, post.span.end) if post.kind is MentionKind.POST else None
            if match is None or match["name"] not in self.names:
                continue
            span = Span(*match.span("name"))
            if not any(other.span.overlaps(span) for other in mentions):
                found.append(
                    Mention(MentionKind.PERSON, span, match["name"], "person-called", self.names[match["name"]])
                )
        return tuple(sorted([*mentions, *found], key=lambda m: (m.span.start, -m.span.end))) if found else mentions
