"""The items of a list: where one ends and the next begins, and what of each is its name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.facts.parsed import Sentence
from knowledge.lexicon.load import Lexicon
from knowledge.model import Dimension, MentionKind, Quantity, Span

LONGEST = 90  # letters of an item between commas
LONGEST_CLAUSE = 160  # and between semicolons
SHORT = 45
_MARKER = re.compile(r"^(?:[-–+•*]|\(?\d{1,2}[).](?!\d)|\(?[a-zđ][).])\s*")
_BRACKETS = re.compile(r"\s*\([^()]*\)?")
_SIGN = re.compile(r";|,(?!\d)|(?<!\w)(?:và|and)(?!\w)", re.IGNORECASE)
_EDGE = " \t\n.,;:/"
_PROTECTED = frozenset(
    {
        MentionKind.ORGANISATION,
        MentionKind.POST,
        MentionKind.GATE,
        MentionKind.PLACE,
        MentionKind.PERSON,
        MentionKind.QUANTITY,
    }
)


@dataclass(frozen=True, slots=True)
class Cut:
    """A list cut up: from its first item to its last, the items, and where each stands."""

    span: Span
    items: tuple[str, ...]
    places: tuple[Span, ...]


class Items:
    """Cuts lists into items, by the words of ``vi/lists.toml``."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon["vi/lists"]

        def words(key: str) -> str:
            return "|".join(re.escape(word) for word in sorted(table[key], key=len, reverse=True))

        self._address = re.compile(rf"^(?:(?:{words('address')})\s+)+", re.IGNORECASE)
        self._said = re.compile(rf"(?:{words('no_item')})\b", re.IGNORECASE)
        self._before_figure = re.compile(rf"(?:\s+(?:{words('before_figure')}))+$")  # "Kho Thành Đạt (85 tỷ)" is a name
        self._tail = re.compile(rf"\s+(?=(?:{words('tails')})\b)", re.IGNORECASE)

    def cut(self, sentence: Sentence, start: int, end: int, announced: frozenset[int], *, closed: bool) -> Cut | None:
        """The list in [start, end) of `sentence`, or None when it is none: cut in the way that gives as many items as
        are announced, else at semicolons, or (a `closed` list ends at the first of these) at commas."""
        ways = self._ways(sentence, start, end, closed=closed)
        cuts = [cut for places, longest in ways if (cut := self._cut(sentence, places, longest)) is not None]
        return next((cut for cut in cuts if len(cut.items) in announced), cuts[0] if cuts else None)

    def name(self, text: str) -> str:
        """An item without its marker, brackets and form of address: "- ông Lê Văn Tám (vắng);" is "Lê Văn Tám"."""
        bare = _BRACKETS.sub("", _MARKER.sub("", text.strip())).strip(_EDGE)
        return self._address.sub("", bare).strip(_EDGE + "-–+")

    def _ways(self, sentence: Sentence, start: int, end: int, *, closed: bool) -> list[tuple[list[Span], int]]:
        signs = _signs(sentence, start, end)
        semicolons = [span for sign, span in signs if sign == ";"]
        stop = semicolons[0].start if semicolons else end
        first = [(sign, span) for sign, span in signs if span.end <= stop]
        commas = [span for sign, span in first if sign == ","]
        joints = [span for sign, span in first if sign not in ",;"]
        last = [span for span in joints if not commas or span.start >= commas[-1].start][-1:]
        plain = _between(start, stop, sorted([*commas, *last], key=lambda span: span.start))
        ways = [(plain, LONGEST)]
        if semicolons and not closed:
            whole = (_between(start, end, semicolons), LONGEST_CLAUSE)
            names = all(
                place.end - place.start <= SHORT and sentence.text[place.start : place.end].strip()[:1].isupper()
                for place in plain
            )
            ways = [*ways, whole] if names and len(plain) > 2 else [whole, *ways]
        every = sorted([*commas, *joints], key=lambda span: span.start)
        return [*ways, (_between(start, stop, commas), LONGEST), (_between(start, stop, every), LONGEST)]

    def _cut(self, sentence: Sentence, places: list[Span], longest: int) -> Cut | None:
        if len(places) < 2:
            return None
        places = self._without_figures(sentence, self._without_tail(sentence, places))
        named = [(name, place) for place in places if (name := self.name(sentence.text[place.start : place.end]))]
        if len(named) < 2 or any(len(name) > longest or not re.search(r"[^\W\d_]{2}", name) for name, _ in named):
            return None
        if any(self._said.match(name) for name, _ in named):
            return None  # what became of something: "giao 41 việc, đã xong 37, còn 4"
        if any(_counts(sentence, place) for _, place in named):
            return None  # clauses that each tell a figure: "17 dự án; mới cấp 02; đang rà soát 03"
        if sum(name[0].isdigit() for name, _ in named) * 2 > len(named):
            return None
        items = tuple(dict.fromkeys(name for name, _ in named))
        first, last = (sentence.text[place.start : place.end] for place in (places[0], places[-1]))
        start = places[0].start + len(first) - len(first.lstrip())
        span = Span(start, places[-1].start + len(last.rstrip(_EDGE)))
        return Cut(span, items, tuple(place for _, place in named)) if len(items) > 1 else None

    def _without_tail(self, sentence: Sentence, places: list[Span]) -> list[Span]:
        """The last item without what is said of the whole list: "A, B và C | được biểu dương"."""
        if any(self._tail.search(sentence.text, place.start, place.end) for place in places[:-1]):
            return places
        last = places[-1]
        text = sentence.text[last.start : last.end]
        begin = last.start + len(text) - len(text.lstrip())
        tail = next((m for m in self._tail.finditer(sentence.text, begin, last.end) if m.start() > begin), None)
        return places if tail is None else [*places[:-1], Span(last.start, tail.start())]

    def _without_figures(self, sentence: Sentence, places: list[Span]) -> list[Span]:
        """Each item up to the figure it ends with, where half of the items or more end with one."""
        heads = [self._head(sentence, place) for place in places]
        if sum(head is not None for head in heads) * 2 < len(places):
            return places
        return [place if head is None else head for place, head in zip(places, heads, strict=True)]

    def _head(self, sentence: Sentence, place: Span) -> Span | None:
        text = sentence.text[place.start : place.end]
        bare = _BRACKETS.sub(lambda match: " " * len(match[0]), text).rstrip(_EDGE)
        for mention in sentence.mentions:
            ends = place.end <= mention.span.end + len(text) - len(bare)
            if mention.kind is MentionKind.QUANTITY and place.start < mention.span.start < place.end and ends:
                head = self._before_figure.sub("", bare[: mention.span.start - place.start].rstrip())
                if head.strip(_EDGE):
                    return Span(place.start, place.start + len(head))
        return None


def _counts(sentence: Sentence, place: Span) -> bool:
    """Whether what stands there begins with a figure that counts something."""
    text = sentence.text[place.start : place.end]
    begin = place.start + len(text) - len(text.lstrip())
    return any(
        m.span.start == begin
        and isinstance(m.value, Quantity)
        and m.value.dimension in (Dimension.COUNT, Dimension.MONEY)
        for m in sentence.mentions
    )


def _signs(sentence: Sentence, start: int, end: int) -> list[tuple[str, Span]]:
    """Commas, semicolons and "và" of a stretch that stand in no bracket and no name."""
    closed = [m.span for m in sentence.mentions if m.kind in _PROTECTED]
    brackets = [m.span() for m in re.finditer(r"\([^()]*\)", sentence.text)]
    closed += [Span(left, right) for left, right in brackets if not (left < start and end <= right)]
    return [
        (match[0].lower(), Span(*match.span()))
        for match in _SIGN.finditer(sentence.text, start, end)
        if not any(span.start <= match.start() < span.end for span in closed)
    ]


def _between(start: int, end: int, signs: list[Span]) -> list[Span]:
    """The stretches that `signs` part."""
    edges = [start, *(edge for sign in signs for edge in (sign.start, sign.end)), end]
    return [Span(left, right) for left, right in zip(edges[::2], edges[1::2], strict=True) if right > left]
