"""Figures told in a row after their names in a row: "Luồng xanh/vàng/đỏ: 2.109/968/335", "A, B, C lần lượt là 3,1; 1,9
và 0,8"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from knowledge.facts.parsed import Sentence
from knowledge.model import Mention, MentionKind, Name, Span

NAMES = (MentionKind.GATE, MentionKind.PLACE, MentionKind.ORGANISATION, MentionKind.PERSON)
_BETWEEN = re.compile(r"\s*(?:[/,;]|và|and)\s*(?:và\s+)?")
_SLASHED = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)?(?:/[^\W\d_]+(?: [^\W\d_]+)?)+")
REACH = 60  # characters from the last label to the first figure


@dataclass(frozen=True, slots=True)
class Label:
    """What a figure of a row is told of: a text, or a name; `others` are the stretches of the other labels."""

    text: str
    name: str | None
    others: tuple[Span, ...]


def labels(sentence: Sentence, in_turn: Callable[[str], bool]) -> dict[Span, Label]:
    """The label of each figure that stands in a row, by the figure's span. `in_turn` tells whether the words between
    names and figures say that they go in turn ("lần lượt là")."""
    found: dict[Span, Label] = {}
    for row in _rows(sentence):
        spans = _slashed(sentence, row) or _named(sentence, row, in_turn)
        if spans is None:
            continue
        for index, figure in enumerate(row):
            text, name, _ = spans[index]
            found[figure.span] = Label(
                text, name, tuple(span for other, (_, _, span) in enumerate(spans) if other != index)
            )
    return found


def _rows(sentence: Sentence) -> list[list[Mention]]:
    rows: list[list[Mention]] = []
    for mention in sentence.mentions:
        if mention.kind is not MentionKind.QUANTITY:
            continue
        if rows and _BETWEEN.fullmatch(sentence.text[rows[-1][-1].span.end : mention.span.start]):
            rows[-1].append(mention)
        else:
            rows.append([mention])
    return [row for row in rows if len(row) > 1]


def _slashed(sentence: Sentence, row: list[Mention]) -> list[tuple[str, str | None, Span]] | None:
    start = row[0].span.start
    for match in reversed(list(_SLASHED.finditer(sentence.text[:start]))):
        parts = match[0].split("/")
        if len(parts) != len(row) or start - match.end() > REACH:
            continue
        first = parts[0].split()
        head = sentence.text[max(0, match.start() - 30) : match.start()]
        lead = re.split(r"[,;:.()]", head)[-1].strip()
        prefix = " ".join([lead, *first[:-1]]).strip()
        place = match.start() + len(parts[0]) - len(first[-1])
        spans: list[tuple[str, str | None, Span]] = []
        for index, part in enumerate(parts):
            word = first[-1] if index == 0 else part
            spans.append((f"{prefix} {word}".strip(), None, Span(place, place + len(word))))
            place += len(word) + 1
        return spans
    return None


def _named(
    sentence: Sentence, row: list[Mention], in_turn: Callable[[str], bool]
) -> list[tuple[str, str | None, Span]] | None:
    start = row[0].span.start
    for kind in NAMES:
        before = [m for m in sentence.mentions if m.kind is kind and m.span.end <= start][-len(row) :]
        if len(before) == len(row) and in_turn(sentence.text[before[-1].span.end : start]):
            return [(m.text, m.value.id if isinstance(m.value, Name) else None, m.span) for m in before]
    return None
