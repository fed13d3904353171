"""Who was at a meeting as its minutes call the roll: "TK: Lương Oanh" took them, "Bà Diệp - PTB: vắng" was missed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.facts.fact import Fact, FactKind
from knowledge.lexicon.load import Lexicon

BEHIND = 60  # characters behind a name within which it may be said to be missed


@dataclass(frozen=True, slots=True)
class Roll:
    """Short labels before a colon, by what they say of those named behind them; and what marks somebody as missed."""

    labels: tuple[tuple[re.Pattern[str], str], ...]
    missed: re.Pattern[str]
    absence: str

    @classmethod
    def of(cls, lexicon: Lexicon) -> Roll:
        table = lexicon["vi/lists"]["roll"]
        labels = tuple((re.compile(row["label"]), "c:" + row["concept"]) for row in table["labels"])
        absent = "|".join(map(re.escape, (*lexicon["vi/truth"]["absence"], *table["away"])))
        missed = re.compile(table["missed"].replace("ABSENT", absent), re.IGNORECASE)
        return cls(labels, missed, "c:" + table["absence"])

    def called(self, text: str, facts: Sequence[Fact]) -> tuple[Fact, ...]:
        """`facts` of the line `text`, people with what the roll says of them."""
        people = [fact for fact in facts if fact.kind is FactKind.PERSON]
        if not people:
            return tuple(facts)
        label = next((concept for pattern, concept in self.labels if pattern.match(text)), None)
        added = {id(fact): self._said(text, fact, people, label) for fact in people}
        return tuple(replace(fact, near=fact.near | added[id(fact)]) if added.get(id(fact)) else fact for fact in facts)

    def _said(self, text: str, fact: Fact, people: Sequence[Fact], label: str | None) -> frozenset[str]:
        end = min((other.span.start for other in people if other.span.start >= fact.span.end), default=len(text))
        behind = text[fact.span.end : min(end, fact.span.end + BEHIND)]
        found = {label} if label else set()
        if self.missed.match(behind):
            found.add(self.absence)
        return frozenset(found)
