"""Enumerations: runs of like things in a sentence, kept as one fact with its items."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.facts.fact import Fact, FactKind, Layer, Time
from knowledge.facts.parsed import Sentence
from knowledge.facts.terms import within
from knowledge.lexicon.load import Lexicon
from knowledge.model import Mention, MentionKind, Name, Period, Span

KINDS = (MentionKind.PERSON, MentionKind.GATE, MentionKind.ORGANISATION, MentionKind.PLACE)
LONGEST_ITEM = 90
_JOINT = re.compile(r"[\s,;]*(?:\b(?:và|and|cùng)\b)?[\s,;]*", re.IGNORECASE)
_TAIL = re.compile(r"[\s.,;:/]+$")


class Lists:
    """Finds the enumerations of a sentence, by the openers and trims of ``vi/clauses.toml``."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon["vi/clauses"]
        openers = "|".join(re.escape(word) for word in sorted(table["lists"], key=len, reverse=True))
        self._opener = re.compile(rf":|\b(?:{openers})\b", re.IGNORECASE)
        address = "|".join(re.escape(word) for word in sorted(table["address"], key=len, reverse=True))
        self._address = re.compile(rf"^(?:(?:{address})\s+)+", re.IGNORECASE)

    def facts(
        self, sentence: Sentence, times: tuple[Time, ...], names: tuple[tuple[str, int], ...]
    ) -> tuple[Fact, ...]:
        """List facts of `sentence`, each of two items or more."""
        runs = self._runs(sentence)
        spans = [*runs, *(one for one in self._opened(sentence) if not any(_swallows(one, run) for run in runs))]
        own_times = tuple(
            Time(m.value, Layer.CLAUSE, "day" if m.kind is MentionKind.DATE else "period")
            for m in sentence.mentions
            if isinstance(m.value, Period)
        )
        found = []
        for span, items in spans:
            lead = within(sentence.terms, 0, span.start)
            near = within(sentence.terms, max(0, span.start - 80), span.start)
            inside = tuple(
                (m.value.id, Layer.NEAR if m.span.end <= span.start else Layer.SENTENCE)
                for m in sentence.mentions
                if isinstance(m.value, Name)
            )
            tail = within(sentence.terms, span.end, len(sentence.text))
            found.append(
                Fact(
                    FactKind.LIST, span, sentence.text[span.start : span.end], near, (lead | tail) - near,
                    times=own_times + times, names=inside + names, items=items,
                    traits=frozenset({_kind(sentence, span)}),
                )
            )  # fmt: skip
        return tuple(found)

    def _runs(self, sentence: Sentence) -> list[tuple[Span, tuple[str, ...]]]:
        """Names of one kind with nothing but commas and "và" (and a bracket or a form of address) between."""
        found = []
        for kind in KINDS:
            run: list[Mention] = []
            for mention in [m for m in sentence.mentions if m.kind is kind]:
                if run and not self._joins(sentence.text[run[-1].span.end : mention.span.start]):
                    found += self._close(run)
                    run = []
                if run and mention.span.start < run[-1].span.end:
                    continue
                if run and kind is MentionKind.PLACE and _level(run[-1]) != _level(mention):
                    found += self._close(run)
                    run = []
                run.append(mention)
            found += self._close(run)
        return found

    def _joins(self, between: str) -> bool:
        bare = re.sub(r"\([^()]*\)", "", between)
        bare = self._address.sub("", bare.lstrip(" ,;")) if bare.strip(" ,;") else bare
        rest = _JOINT.sub("", bare, count=1)
        return bool(re.search(r"[,;]|\b(?:và|and)\b", between)) and not self._address.sub("", rest + " ").strip()

    def _close(self, run: Sequence[Mention]) -> list[tuple[Span, tuple[str, ...]]]:
        if len(run) < 2:
            return []
        items = tuple(m.value.name if isinstance(m.value, Name) else m.text for m in run)
        return [(Span(run[0].span.start, run[-1].span.end), items)]

    def _opened(self, sentence: Sentence) -> list[tuple[Span, tuple[str, ...]]]:
        """What follows a colon or an opener, cut at commas, semicolons and "và"."""
        found = []
        text = sentence.text
        for opener in self._opener.finditer(text):
            start = opener.end()
            end = len(text)
            if opener[0] != ":" and (stop := re.search(r"[;:]", text[start:])):
                end = start + stop.start()
            separator = r";" if ";" in text[start:end] else r",|\bvà\b"
            items, place, first = [], start, None
            for piece in re.split(rf"({separator})", text[start:end]):
                item = self._trim(sentence, place, piece)
                if item and not re.fullmatch(separator, piece):
                    first = place + len(piece) - len(piece.lstrip()) if first is None else first
                    items.append(item)
                place += len(piece)
            if len(items) >= 2 and first is not None and all(len(item) <= LONGEST_ITEM for item in items):
                found.append((Span(first, len(text[:end].rstrip(" ./"))), tuple(items)))
        return found

    def _trim(self, sentence: Sentence, place: int, piece: str) -> str:
        """An item without brackets, forms of address and the figure that follows it."""
        end = place + len(piece)
        for mention in sentence.mentions:
            if mention.kind is MentionKind.QUANTITY and place < mention.span.start < end:
                head = piece[: mention.span.start - place]
                if head.strip():
                    piece, end = head, mention.span.start
        piece = re.sub(r"\([^()]*\)?", "", piece)
        return _TAIL.sub("", self._address.sub("", piece.strip())).strip("- –+")


def _level(mention: Mention) -> str:
    return mention.value.id.partition(":")[0] if isinstance(mention.value, Name) else ""


def _swallows(opened: tuple[Span, tuple[str, ...]], run: tuple[Span, tuple[str, ...]]) -> bool:
    """Whether what an opener found is a run of names and something more, or a piece of it."""
    return opened[0].overlaps(run[0]) and sum(any(name in item for item in opened[1]) for name in run[1]) >= 2


def _kind(sentence: Sentence, span: Span) -> str:
    """Kind of the names a list holds most of, "list:other" when it holds none."""
    counts = dict.fromkeys(KINDS, 0)
    for mention in sentence.mentions:
        if mention.kind in counts and span.holds(mention.span):
            counts[mention.kind] += 1
    best = max(KINDS, key=lambda kind: counts[kind])
    return f"list:{best}" if counts[best] >= 2 else "list:other"
