"""Enumerations: where a sentence names several like things in a row, and which."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.facts.items import Items
from knowledge.facts.parsed import Sentence
from knowledge.lexicon.load import Lexicon
from knowledge.model import Dimension, Mention, MentionKind, Name, Quantity, Span
from knowledge.text.capitals import UPPER
from knowledge.text.sentences import clauses

KINDS = (MentionKind.PERSON, MentionKind.GATE, MentionKind.ORGANISATION, MentionKind.PLACE)
TIMES = (MentionKind.DATE, MentionKind.PERIOD)
WHOLE = (*KINDS, MentionKind.POST)
WIDENING = ("village", "commune", "district", "province")  # levels of places, as an address goes
MOST_ITEMS = 40
MIXED = 4  # names of several kinds make a list from so many on: fewer are an address
_BRACKETS = re.compile(r"\(([^()]*)\)")
_JOINT = re.compile(r"[,;]|\b(?:và|and|cùng)\b", re.IGNORECASE)
_RIGHT_BEFORE = re.compile(r"(?<![\d.,/])(\d{1,2})(?: ?[A-ZĐ]{2,4})?\s*[:(]\s*\Z")  # "cấp mới 02 (", "03 DN: "
_GLUE = re.compile(r"(?:[\s,;–—-]|\b(?:và|and|cùng)\b)*", re.IGNORECASE)
_PROPER = re.compile(rf"(?:^{UPPER}|\s{UPPER}|\d)")
_CAPITAL = rf"{UPPER}[\w-]*(?: (?:{UPPER}[\w-]*|\d+))*"
_CAPITALS = re.compile(rf"(?<!\w){_CAPITAL}(?:, {_CAPITAL})+(?:,? và {_CAPITAL})?(?!\w)")


@dataclass(frozen=True, slots=True)
class Enumeration:
    """Things named in a row: where, as items; `lead` is what stands before them in their clause, `tail` what follows in
    it; `declared` when a number before says how many there are, and there are so many."""

    span: Span
    items: tuple[str, ...]
    lead: Span
    tail: Span
    kinds: frozenset[str]
    declared: bool = False


class Enumerations:
    """Finds the enumerations of a sentence, by the openers of ``vi/lists.toml``."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon["vi/lists"]
        openers = "|".join(re.escape(word) for word in sorted(table["openers"], key=len, reverse=True))
        self._opener = re.compile(rf":(?=\s)|\b(?:{openers})\b(?=\s)", re.IGNORECASE)
        ends = "|".join(re.escape(word) for word in sorted(table["ends"], key=len, reverse=True))
        figures = "|".join(re.escape(word) for word in table["ends_figure"])
        self._end = re.compile(rf",\s+(?=(?:{ends})\b|(?:{figures})\b[^,;\d]{{0,20}}\d)", re.IGNORECASE)
        address = "|".join(re.escape(word) for word in sorted(table["address"], key=len, reverse=True))
        self._address = re.compile(rf"(?:\b(?:{address})\b|[\s,;:–—-])+", re.IGNORECASE)
        self._items = Items(lexicon)
        said = "|".join(re.escape(word) for word in sorted(table["said_of_all"], key=len, reverse=True))
        self._said = re.compile(rf"\s(?=(?:{said})\b)", re.IGNORECASE)

    def find(self, sentence: Sentence) -> tuple[Enumeration, ...]:
        """The enumerations of `sentence`, in order of place; none of them a piece of another."""
        outer = _outermost(sentence.mentions)
        runs = [*self._people(sentence, outer), *self._named(sentence, outer)]
        split = [*self._opened(sentence), *self._bracketed(sentence), *self._subjects(sentence)]
        found: list[Enumeration] = []
        # Where a list begins and ends capitals tell worst: "Cơ khí Ba Láng" is more than its first word.
        bare = self._capitals(sentence)
        split.sort(key=lambda e: (not e.declared, -len(e.items), e.span.end - e.span.start))
        bare = [
            one
            for one in bare
            if not any(o.declared or len(o.items) >= len(one.items) for o in split if o.span.overlaps(one.span))
        ]
        split = sorted([*split, *bare], key=lambda e: (not e.declared, -len(e.items), e.span.end - e.span.start))
        for one in [*runs, *split]:
            rivals = [other for other in found if other.span.overlaps(one.span)]
            if not rivals:
                found.append(one)
            elif one not in runs and all(other in runs and _completes(sentence, one, other) for other in rivals):
                found = [*(other for other in found if other not in rivals), one]
        return tuple(sorted(found, key=lambda e: e.span.start))

    # --- runs of names -------------------------------------------------------------------------------------

    def _people(self, sentence: Sentence, outer: Sequence[Mention]) -> list[Enumeration]:
        """People in a row, their posts and units between them."""
        found: list[Enumeration] = []
        run: list[Mention] = []
        for mention in [m for m in outer if m.kind is MentionKind.PERSON]:
            if run and not self._joins(sentence, run[-1].span.end, mention.span.start, WHOLE):
                found += self._close(sentence, run)
                run = []
            run.append(mention)
        return found + self._close(sentence, run)

    def _named(self, sentence: Sentence, outer: Sequence[Mention]) -> list[Enumeration]:
        """Gates, bodies and places in a row; of several kinds when there are enough of them."""
        found: list[Enumeration] = []
        run: list[Mention] = []
        for mention in [m for m in outer if m.kind in WHOLE]:
            if run and (
                mention.kind in (MentionKind.PERSON, MentionKind.POST)
                or (mention.kind is MentionKind.PLACE is run[-1].kind and _level(mention) != _level(run[-1]))
                or not self._joins(sentence, run[-1].span.end, mention.span.start, (MentionKind.QUANTITY,))
            ):
                found += self._close(sentence, run)
                run = []
            if mention.kind not in (MentionKind.PERSON, MentionKind.POST):
                run.append(mention)
        return found + self._close(sentence, run)

    def _joins(self, sentence: Sentence, start: int, end: int, skipped: Iterable[MentionKind]) -> bool:
        """Whether two names have nothing between them but joints of a list, forms of address, `skipped` mentions."""
        between = list(sentence.text[start:end])
        if not _JOINT.search(_BRACKETS.sub("", sentence.text[start:end])):
            return False
        for mention in sentence.mentions:
            if mention.kind in skipped and start <= mention.span.start and mention.span.end <= end:
                between[mention.span.start - start : mention.span.end - start] = " " * (
                    mention.span.end - mention.span.start
                )
        bare = self._address.sub(" ", _BRACKETS.sub("", "".join(between)))
        return _GLUE.fullmatch(bare) is not None

    def _close(self, sentence: Sentence, run: Sequence[Mention]) -> list[Enumeration]:
        kinds = {m.kind for m in run}
        if len(run) < 2:
            return []
        if len(kinds) > 1 and len(run) < MIXED:
            parts = [[m for m in run if m.kind is kind] for kind in KINDS]
            return [
                one for part in parts if len(part) > 1 and _adjacent(run, part) for one in self._close(sentence, part)
            ]
        items = tuple(dict.fromkeys(m.value.name if isinstance(m.value, Name) else m.text for m in run))
        if len(items) < 2:
            return []
        span = Span(run[0].span.start, run[-1].span.end)
        return [self._made(sentence, span, items, frozenset(f"list:{kind}" for kind in kinds))]

    # --- lists of anything ---------------------------------------------------------------------------------

    def _opened(self, sentence: Sentence) -> list[Enumeration]:
        """What follows a colon or an opener, up to where the list ends."""
        found = []
        for opener in self._opener.finditer(sentence.text):
            start, end = opener.end(), len(sentence.text)
            if _within(sentence, opener.start()):
                continue
            holder = next((m for m in _BRACKETS.finditer(sentence.text) if m.start() < start < m.end()), None)
            end = holder.end(1) if holder else end
            if stop := self._end.search(sentence.text, start, end):
                end = stop.start()
            found += self._cut(sentence, start, end, closed=opener[0] != ":" or holder is not None)
        return found

    def _bracketed(self, sentence: Sentence) -> list[Enumeration]:
        """ "ba doanh nghiệp (A, B, C)": as many in brackets as the words before them say."""
        return [
            one
            for match in _BRACKETS.finditer(sentence.text)
            for one in self._cut(sentence, match.start(1), match.end(1), closed=";" not in match[1])
            if one.declared or (len(one.items) > 2 and all(item[0].isupper() for item in one.items))
        ]

    def _subjects(self, sentence: Sentence) -> list[Enumeration]:
        """ "Đường N5, đường số 2 và Trạm biến áp được đưa vào khai thác": names at the head of a sentence, up to what
        is said of them all."""
        stop = self._said.search(sentence.text)
        head = sentence.text[: stop.start()] if stop else ""
        if not (" và " in head or ", " in head) or re.search(r"[:;()]", head):
            return []
        found = self._cut(sentence, 0, len(head), closed=True)
        return [one for one in found if one.items[0][0].isupper() and all(map(_PROPER.search, one.items))]

    def _capitals(self, sentence: Sentence) -> list[Enumeration]:
        """ "năm phường A, B, C, D và E": capitalised words in a row that no catalogue need know."""
        return [
            one
            for match in _CAPITALS.finditer(sentence.text)
            for one in self._cut(sentence, *match.span(), closed=True)
            if len(one.items) > 2
        ]

    def _cut(self, sentence: Sentence, start: int, end: int, *, closed: bool) -> list[Enumeration]:
        announced = _announced(sentence, start)
        cut = self._items.cut(sentence, start, end, announced, closed=closed)
        if cut is None or len(cut.items) > MOST_ITEMS or _no_list(sentence, cut.places):
            return []
        return [self._made(sentence, cut.span, cut.items, _kinds(sentence, cut.places))]

    def _made(self, sentence: Sentence, span: Span, items: tuple[str, ...], kinds: frozenset[str]) -> Enumeration:
        parts = clauses(sentence.text)
        before = [
            part for part in parts if part.start < span.start and sentence.text[part.start : span.start].strip(" ,;:(-")
        ]
        after = [part for part in parts if part.start < span.end <= part.end]
        lead = Span(before[-1].start, span.start) if before else Span(span.start, span.start)
        tail = Span(span.end, after[-1].end) if after else Span(span.end, span.end)
        return Enumeration(span, items, lead, tail, kinds, len(items) in _announced(sentence, span.start))


def _announced(sentence: Sentence, start: int) -> frozenset[int]:
    """Counts said in the clause before `start`: "ba cá nhân: …"."""
    begin = max(
        [0, *(part.start for part in clauses(sentence.text) if sentence.text[part.start : start].strip(" ,;:(-"))]
    )
    counts = {
        int(m.value.value)
        for m in sentence.mentions
        if isinstance(m.value, Quantity)
        and begin <= m.span.start
        and m.span.end <= start
        and m.value.dimension is Dimension.COUNT
        and m.value.value is not None
        and m.value.value == int(m.value.value)
    }
    bare = _RIGHT_BEFORE.search(sentence.text, 0, start)
    counts |= {int(bare[1])} if bare else set()
    return frozenset(count for count in counts if 2 <= count <= MOST_ITEMS)


def _outermost(mentions: Sequence[Mention]) -> list[Mention]:
    """Names and posts that lie in no other one, in order of place."""
    named = [m for m in mentions if m.kind in WHOLE]
    return sorted(
        (m for m in named if not any(o is not m and o.span.holds(m.span) and o.span != m.span for o in named)),
        key=lambda m: m.span.start,
    )


def _within(sentence: Sentence, place: int) -> bool:
    """Whether `place` is inside of a name or a post."""
    return any(m.kind in WHOLE and m.span.start <= place < m.span.end for m in sentence.mentions)


def _adjacent(run: Sequence[Mention], part: Sequence[Mention]) -> bool:
    places = [index for index, m in enumerate(run) if m in part]
    return places[-1] - places[0] + 1 == len(part)


def _level(mention: Mention) -> str:
    return mention.value.id.partition(":")[0] if isinstance(mention.value, Name) else ""


def _completes(sentence: Sentence, split: Enumeration, run: Enumeration) -> bool:
    """Whether `split` is the run with things no catalogue knows, and no list of people with their posts."""
    if len(split.items) <= len(run.items):
        return False
    holders = [next((i for i, item in enumerate(split.items) if name in item), None) for name in run.items]
    return None not in holders and len(set(holders)) == len(holders)


def _no_list(sentence: Sentence, places: Sequence[Span]) -> bool:
    """Whether what stands between the commas is a person and what he is, an address, or in part a time."""
    if any(m.kind in TIMES and _covers(m.span, place) for place in places for m in sentence.mentions):
        return True
    starts = [m.span.start for m in sentence.mentions if m.kind is MentionKind.POST]
    posts = [any(place.start <= start <= place.start + 2 for start in starts) for place in places]
    if any(posts) and not all(posts):
        return True
    levels = [
        _level(m) for place in places for m in sentence.mentions if m.kind is MentionKind.PLACE and place.holds(m.span)
    ]
    return any(one in WIDENING and other in WIDENING[WIDENING.index(one) + 1 :] for one, other in pairwise(levels))


def _covers(name: Span, place: Span) -> bool:
    """Whether more than half of an item is the name."""
    return name.overlaps(place) and (name.end - name.start) * 2 > place.end - place.start


def _kinds(sentence: Sentence, places: Sequence[Span]) -> frozenset[str]:
    """Kinds of names that half of the items or more are."""
    counts = dict.fromkeys(KINDS, 0)
    for place in places:
        for mention in sentence.mentions:
            if mention.kind in counts and _covers(mention.span, place):
                counts[mention.kind] += 1
                break
    found = frozenset(f"list:{kind}" for kind, count in counts.items() if count * 2 >= len(places))
    return found or frozenset({"list:other"})
