"""Figures told in a row after their names in a row: "Luồng xanh/vàng/đỏ: 2.109/968/335", "A, B, C lần lượt là 3,1; 1,9
và 0,8"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from knowledge.facts.parsed import Sentence
from knowledge.lexicon.load import load
from knowledge.model import Mention, MentionKind, Name, Quantity, Span

NAMES = (MentionKind.GATE, MentionKind.PLACE, MentionKind.ORGANISATION, MentionKind.PERSON)
_BETWEEN = re.compile(r"\s*(?:[/,;]|và|and)\s*(?:và\s+)?")
_SLASHED = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)?(?:/[^\W\d_]+(?: [^\W\d_]+)?)+")
_JOINT = re.compile(r"\s*(?:[,/;]|[,;]?\s*\b(?:và|cùng)\b)\s*(?:[^\W\d_]+\s+){0,4}")
_PIECE = re.compile(r"\s*(?:[,/]|[,]?\s*\bvà\b)\s*")
_END = re.compile(r"[;:.()]")
_TO_FIGURES, _TO_NAMES = ("|".join(map(re.escape, load()["vi/clauses"][key])) for key in ("to_figures", "to_names"))
_COLON = re.compile(rf"\s*(?:\([^()]*\)\s*)?(?::|\b(?:{_TO_FIGURES})\b)?\s*")
_AFTER = re.compile(rf",?\s*(?:[^\W\d_]+ ){{1,3}}?(?:{_TO_NAMES})\s+")
OPENING = 25  # characters before the first name within which it is said that they go in turn
LONGEST = 160  # characters in which things that go in turn are named
WIDEST = 50  # characters of one of them
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
    start, end = row[0].span.start, row[-1].span.end
    for kind in NAMES:
        named = [m for m in sentence.mentions if m.kind is kind]
        before = [m for m in named if m.span.end <= start][-len(row) :]
        if len(before) == len(row) and _told_in_turn(sentence, row, before, in_turn):
            return [_name(m) for m in before]
        after = [m for m in named if m.span.start >= end][: len(row)]
        if len(after) == len(row) and in_turn(sentence.text[end : after[0].span.start]) and _joined(sentence, after):
            return [_name(m) for m in after]
    return _spelled(sentence, row, in_turn)


def _name(mention: Mention) -> tuple[str, str | None, Span]:
    return mention.text, mention.value.id if isinstance(mention.value, Name) else None, mention.span


def _told_in_turn(sentence: Sentence, row: list[Mention], names: list[Mention], in_turn: Callable[[str], bool]) -> bool:
    """Whether the figures after `names` are each one's: because it is said so, before the names or after them; or
    because three and more names stand in a row right before as many figures of one unit."""
    between = sentence.text[names[-1].span.end : row[0].span.start]
    if in_turn(between):
        return True
    if not _COLON.fullmatch(between) or not _joined(sentence, names):
        return False
    opening = sentence.text[max(0, names[0].span.start - OPENING) : names[0].span.start]
    units = {m.value.unit for m in row if isinstance(m.value, Quantity)}
    return in_turn(opening) or (len(row) > 2 and len(units) == 1 and ":" in between)


def _joined(sentence: Sentence, names: list[Mention]) -> bool:
    """Whether nothing but joints and words for their kind stand between names."""
    return all(
        _JOINT.fullmatch(sentence.text[one.span.end : other.span.start]) is not None for one, other in pairwise(names)
    )


def _spelled(
    sentence: Sentence, row: list[Mention], in_turn: Callable[[str], bool]
) -> list[tuple[str, str | None, Span]] | None:
    """Things no catalogue knows, before figures or after them that are said to go in turn."""
    text, start, end = sentence.text, row[0].span.start, row[-1].span.end
    begins = [m.start() for m in re.finditer(r"\w+", text[:start]) if start - m.start() <= REACH]
    turn = next((place for place in reversed(begins) if in_turn(text[place:start])), None)
    if turn is not None and not _END.search(text, turn, start):
        return _pieces(text, max(0, turn - LONGEST), turn, len(row), last=True)
    after = _AFTER.match(text, end)
    if after is not None and in_turn(after[0]):
        return _pieces(text, after.end(), len(text), len(row), last=False)
    return None


def _pieces(text: str, low: int, high: int, count: int, *, last: bool) -> list[tuple[str, str | None, Span]] | None:
    """The `count` like things named in a row that ends (with `last`) or begins a stretch of text."""
    stop = _END.search(text, low, high) if not last else None
    high = stop.start() if stop else high
    if last:
        low = max((m.end() for m in _END.finditer(text, low, high)), default=low)
    spans: list[Span] = []
    place = low
    for joint in [*_PIECE.finditer(text, low, high), None]:
        to = joint.start() if joint else high
        words = text[place:to]
        if words.strip():
            begin = place + len(words) - len(words.lstrip())
            spans.append(Span(begin, begin + len(words.strip())))
        place = joint.end() if joint else high
    if len(spans) != count or count < 2:
        return None
    size = min(len(text[s.start : s.end].split()) for s in (spans[1:-1] or spans[1:] if last else spans[:-1]))
    if last:  # before the first stands what all are told of, and after the last what they do
        spans[0] = _last_words(text, spans[0], size)
        spans[-1] = _first_words(text, spans[-1], size)
    if any(s.end - s.start > WIDEST or any(c.isdigit() for c in text[s.start : s.end]) for s in spans):
        return None
    return [(text[s.start : s.end], None, s) for s in spans]


def _last_words(text: str, span: Span, size: int) -> Span:
    words = list(re.finditer(r"\S+", text[span.start : span.end]))[-size:]
    return Span(span.start + words[0].start(), span.end)


def _first_words(text: str, span: Span, size: int) -> Span:
    words = list(re.finditer(r"\S+", text[span.start : span.end]))[:size]
    return Span(span.start, span.start + words[-1].end())
