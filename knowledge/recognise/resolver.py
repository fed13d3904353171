"""Names in questions: which known gate, person, post, organisation or place may be meant.

What the recogniser reads is taken first; what is left over is compared with the known names, type by type, by likeness
(:mod:`knowledge.text.similar`). A word of the lexicon's own vocabulary is never taken for a misspelt name. One
candidate well ahead of the rest is certain; several are for the asker to choose from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Protocol

from knowledge.lexicon.load import Lexicon
from knowledge.model import Mention, MentionKind, Name, Span
from knowledge.recognise.everyday import vocabulary
from knowledge.recognise.gate_catalogue import gate_rows
from knowledge.recognise.name_words import Gap, Word, Words, words_of
from knowledge.recognise.names import NameRecogniser
from knowledge.recognise.ordinals import renumbered
from knowledge.recognise.people import named
from knowledge.recognise.place_catalogue import place_rows
from knowledge.recognise.posts import covers
from knowledge.text.fold import fold
from knowledge.text.keyboard import is_syllable
from knowledge.text.similar import Shelf

_MARGIN = 5.0  # points by which the best must lead to be certain
_SURE = 85.0
_FULL_NAME = 92.0  # likeness at which three syllables in small letters are a known person's
_CLOSE = 8.0  # candidates this far behind the best are still offered
_SPELT = 98.9  # a name so like another is that name, rightly spelt
_AT_MOST = 8


class Known(Protocol):
    """A name as the reports hold it."""

    @property
    def kind(self) -> MentionKind: ...
    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def count(self) -> int: ...
    @property
    def within(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name seen in the reports, as often as `count` says."""

    kind: MentionKind
    id: str
    name: str
    count: int = 1
    within: str | None = None

    @classmethod
    def of(cls, kind: str, name: Name, count: int = 1) -> KnownName:
        """`name` as a name of that kind ("gate", "person", …), seen `count` times; ValueError for no such kind."""
        return cls(MentionKind(kind), name.id, name.name, count, name.within)


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a stretch of a question names: candidates with their likeness (0 to 100), best first. `certain` when the
    first is meant beyond reasonable doubt; `said` is the recogniser's mention where there is one."""

    span: Span
    kind: MentionKind
    candidates: tuple[tuple[Name, float], ...]
    certain: bool
    said: Mention | None = None


@dataclass(slots=True)
class _Type:
    """The names of one type: several wordings may stand for one name."""

    names: list[Name] = field(default_factory=list)
    wordings: list[Sequence[str]] = field(default_factory=list)
    count: dict[str, int] = field(default_factory=dict)  # of those in the index
    shelf: Shelf = field(default_factory=lambda: Shelf(()))

    def add(self, wording: str, name: Name) -> None:
        syllables = [word.text for word in Words(wording).words]
        if syllables:
            self.names.append(name)
            self.wordings.append(syllables)

    def close(self) -> None:
        self.shelf = Shelf(self.wordings)


class Resolver:
    """Built once from the names in the index and the lexicon; rebuild when the index has changed."""

    def __init__(self, known: Iterable[Known], lexicon: Lexicon, recogniser: NameRecogniser | None = None) -> None:
        self._recogniser = recogniser or _reader(lexicon)
        self._beside = self._recogniser.beside
        self._types = {kind: _Type() for kind in MentionKind if kind in _FUZZY}
        self._known: dict[MentionKind, list[KnownName]] = {}
        self._places_as_gates: dict[str, Name] = {}
        self._doubtful: dict[MentionKind, set[str]] = {kind: set() for kind in _FUZZY}  # everyday words, too, unmarked
        for wording, gate in gate_rows(lexicon):
            if gate.common:
                self._doubtful[MentionKind.GATE].add(gate.name.id)
            if gate.place:
                self._places_as_gates[wording] = gate.name
            if " " in wording:
                self._types[MentionKind.GATE].add(wording, gate.name)
        for wording, place in place_rows(lexicon):
            if place.common:
                self._doubtful[MentionKind.PLACE].add(place.name.id)
            if place.level in ("province", "zone", "foreign") and " " in wording:
                self._types[MentionKind.PLACE].add(wording, place.name)
        for row in known:
            entry = KnownName(row.kind, row.id, row.name, row.count, row.within)
            self._known.setdefault(row.kind, []).append(entry)
            if row.kind in self._types and "~" not in row.id:
                self._types[row.kind].add(row.name, Name(row.id, row.name, True, row.within))
                self._types[row.kind].count[row.id] = row.count
                if row.kind is MentionKind.PLACE and row.id.startswith("zone:") and (other := renumbered(row.name)):
                    self._types[row.kind].add(other, Name(row.id, row.name, True, row.within))
                    bare, shared = row.name.rpartition(" ")[0], row.id.rpartition("-")[0]
                    self._types[row.kind].add(bare, Name(shared, bare, True, row.within))
        for kind in (MentionKind.GATE, MentionKind.PLACE):
            self._doubtful[kind] -= self._types[kind].count.keys()  # the reports speak of it
        for rows in self._known.values():
            rows.sort(key=lambda row: (-row.count, row.id))
        for type_ in self._types.values():
            type_.close()
        self._joined = frozenset().union(*(type_.shelf.joined for type_ in self._types.values()))
        self._given = self._by_given_name()
        self._words, self._pairs, self._marked = vocabulary(lexicon)

    def resolve(self, text: str, names: Sequence[Mention] | None = None) -> tuple[Resolution, ...]:
        """The names that NFC `text` means or may mean, in order of place, without overlap except for what an
        organisation or post holds; `names` are those that stand there, where they have been found already."""
        words = words_of(text)
        named = self._recogniser.recognise(text) if names is None else names
        mentions = [m for m in named if not self._cut_short(words, m)]
        found = [self._read(mention) for mention in mentions]
        taken = [mention.span for mention in mentions]
        found += self._held(words, mentions)
        for resolution in self._left_over(words, taken):
            found.append(resolution)
        return tuple(sorted(found, key=lambda r: (r.span.start, -r.span.end)))

    def _cut_short(self, words: Words, mention: Mention) -> bool:
        """Whether a name in small letters goes on as a known person's: "nguyen thi mai" of "nguyen thi mai tram"."""
        if mention.rule != "person-small":
            return False
        name = [word.text for word in words.words if mention.span.start <= word.start < mention.span.end]
        after = [word.text for word in words.words if word.start > mention.span.end][:1]
        return bool(self._near(MentionKind.PERSON, [*name, *after])) and not self._near(MentionKind.PERSON, name)

    # --- what the recogniser read

    def _read(self, mention: Mention) -> Resolution:
        name = mention.value
        assert isinstance(name, Name)
        if mention.kind is MentionKind.PERSON:
            return self._person(mention, name)
        if mention.kind in (MentionKind.POST, MentionKind.ORGANISATION):
            held = [k for k in self._known.get(mention.kind, ()) if k.id != name.id and covers(name.id, k.id)]
            own = [(name, 100.0)]
            own += [(Name(k.id, k.name, True, k.within), 99.0) for k in held[: _AT_MOST - 1]]
            return Resolution(mention.span, mention.kind, tuple(own), True, mention)
        if mention.kind is MentionKind.PLACE and mention.rule in ("place-district", "place-province"):
            gate = self._gate_instead(mention, name)
            if gate is not None:
                return gate
        if name.known or any(k.id == name.id for k in self._known.get(mention.kind, ())):
            return Resolution(mention.span, mention.kind, ((name, 100.0),), True, mention)
        near = self._near(mention.kind, [word.text for word in words_of(name.name).words])
        if near:
            return _resolution(mention.span, mention.kind, near, mention)
        return Resolution(mention.span, mention.kind, ((name, 100.0),), True, mention)

    def _gate_instead(self, mention: Mention, name: Name) -> Resolution | None:
        """A town's bare name means its gate where the reports speak of that gate more than of the town."""
        gate = self._places_as_gates.get(name.name)
        if gate is None or " " not in mention.text:
            return None
        counts = {k.id: k.count for kind in (MentionKind.GATE, MentionKind.PLACE) for k in self._known.get(kind, ())}
        if counts.get(gate.id, 0) <= counts.get(name.id, 0):
            return None
        return Resolution(mention.span, MentionKind.GATE, ((gate, 99.0), (name, 90.0)), True, mention)

    def _person(self, mention: Mention, name: Name) -> Resolution:
        if name.id.startswith("person:~"):
            return self._given_name(mention.span, name, mention)
        near = self._near(MentionKind.PERSON, [word.text for word in words_of(name.name).words])
        if near:
            return _resolution(mention.span, mention.kind, near, mention)
        parts = words_of(name.name).words
        if len(parts) == 2 and mention.rule == "person-family-name":  # "Le Than" may be a misspelt gate, too
            for kind in (MentionKind.GATE, MentionKind.PLACE):
                near = self._near(kind, [part.text for part in parts])
                if near:
                    return _resolution(mention.span, kind, near, mention)
        tail = [
            k
            for k in self._known.get(MentionKind.PERSON, ())
            if named(f"person:~{name.id.removeprefix('person:')}", k.id)
        ]
        if tail and len(parts) == 2:
            return _resolution(mention.span, mention.kind, [(Name(k.id, k.name, True), 95.0) for k in tail], mention)
        return Resolution(mention.span, mention.kind, ((name, 100.0),), False, mention)

    def _given_name(self, span: Span, name: Name, mention: Mention | None) -> Resolution:
        asked = name.name.lower()
        bearers = [k for k in self._given.get(fold(asked.split()[-1]), ()) if named(name.id, k.id)]
        exact = [k for k in bearers if k.name.lower().endswith(asked)]
        chosen = exact if exact and fold(asked) != asked else bearers
        candidates = tuple((Name(k.id, k.name, True), 95.0) for k in chosen[:_AT_MOST])
        return Resolution(span, MentionKind.PERSON, candidates or ((name, 100.0),), len(candidates) == 1, mention)

    def _by_given_name(self) -> Mapping[str, list[KnownName]]:
        index: dict[str, list[KnownName]] = {}
        for known in self._known.get(MentionKind.PERSON, ()):
            if "~" not in known.id:
                index.setdefault(fold(known.name.split()[-1]), []).append(known)
        return index

    def _held(self, words: Words, mentions: Sequence[Mention]) -> Iterator[Resolution]:
        """The places that end organisations in small letters, none of whose names was read: "ban quan ly mong cai"."""
        for body in mentions:
            if body.kind is not MentionKind.ORGANISATION or body.text != body.text.lower():
                continue
            if any(other is not body and body.span.holds(other.span) for other in mentions):
                continue
            part = [word for word in words.words if body.span.start <= word.start < body.span.end]
            for size in range(min(4, len(part) - 1), 1, -1):
                end = part[-size:]
                near = [
                    (kind, names)
                    for kind in (MentionKind.GATE, MentionKind.PLACE)
                    if (names := self._near(kind, [word.text for word in end])) and names[0][1] >= _SPELT
                ]
                if near:
                    kind, names = max(near, key=lambda pair: pair[1][0][1])
                    yield _resolution(Span(end[0].start, end[-1].end), kind, names, None)
                    break

    # --- what it left

    def _left_over(self, words: Words, taken: list[Span]) -> list[Resolution]:
        tokens = words.words
        folded = [fold(word.text) for word in tokens]
        shut = [any(s.start < w.end and w.start < s.end for s in taken) for w in tokens]
        apart = [word.gap not in _WITHIN for word in tokens]
        best: list[Resolution] = []
        for size in (4, 3, 2, 1):
            for i in range(len(tokens) - size + 1):
                if True in shut[i : i + size] or True in apart[i + 1 : i + size]:
                    continue
                if size > 1 and not self._may_be(folded[i : i + size]):
                    continue
                resolution = self._window(words, i, size, folded[i : i + size])
                if resolution is not None:
                    best.append(resolution)
                    shut[i : i + size] = [True] * size
        return best

    def _may_be(self, folded: Sequence[str]) -> bool:
        """Whether several words may be a name at all, by the first of them or as one word: few may."""
        return "".join(folded) in self._joined or any(type_.shelf.begins(folded) for type_ in self._types.values())

    def _window(self, words: Words, i: int, size: int, folded: Sequence[str]) -> Resolution | None:
        part = words.words[i : i + size]
        if size == 1 and (len(part[0].text) < 6 or part[0].folded in self._words):
            return self._addressed(words, i)
        if any(word.text.isdigit() for word in part):
            return None
        asked = [word.text for word in part]
        options: list[tuple[float, MentionKind, list[tuple[Name, float]]]] = []
        for kind in _FUZZY:
            near = self._near(kind, asked, folded)
            if near and self._believable(words, i, size, kind, near[0]):
                options.append((near[0][1], kind, near))
        if not options:
            return None
        options.sort(key=lambda option: (-option[0], _FUZZY.index(option[1])))
        return _resolution(Span(part[0].start, part[-1].end), options[0][1], options[0][2], None)

    def _believable(self, words: Words, i: int, size: int, kind: MentionKind, best: tuple[Name, float]) -> bool:
        """Whether words like a name are meant as one: rightly spelt ones unless they are everyday words; misspelt ones
        only with a capital, a word like "cửa khẩu" before them, or a syllable that no Vietnamese word has."""
        part = words.words[i : i + size]
        capital = words.cased and all(word.capital for word in part)
        cued = i > 0 and words.words[i].gap is Gap.SPACE and self._beside.says(words.words[i - 1], f"cue_{kind}")
        if best[1] >= _SPELT:
            if best[0].id in self._doubtful[kind] and not any(not word.plain for word in part):
                return capital or cued
            return capital or size >= 3 or not self._everyday(part) or self._of_the_reports(words, i, size, best[0])
        if self._is_name(words, i, size) or (not capital and self._everyday(part)):
            return False
        if capital or cued:
            return True
        name = Words(best[0].name).words
        if kind is MentionKind.PERSON and size >= 3 and best[1] >= _FULL_NAME and part[0].folded == name[0].folded:
            return True
        own = {word.text.lower() for word in name}
        written = [word.text.lower() for word in part if not word.plain]
        if any(w in own and w not in self._marked for w in written):
            return True
        clash = any(w not in own and w in self._marked for w in written)
        return not clash and any(not is_syllable(fold(word.text)) for word in part)

    def _of_the_reports(self, words: Words, i: int, size: int, name: Name) -> bool:
        """Whether words that begin a text, but are everyday ones too ("dien bien": "diễn biến"), mean a province that
        the reports are of: they make no pair with the next word ("dien bien dich")."""
        if i or not name.id.startswith(PROVINCE) or name.id not in self._types[MentionKind.PLACE].count:
            return False
        last = [word.folded for word in words.words[size - 1 : size + 1]]
        return " ".join(last) not in self._pairs

    def _near(
        self, kind: MentionKind, asked: Sequence[str], folded: Sequence[str] | None = None
    ) -> list[tuple[Name, float]]:
        """The names of one type that `asked` may be, each once, those in the index before others as like."""
        type_ = self._types.get(kind)
        if type_ is None:
            return []
        found = type_.shelf.near(asked, folded)
        if not found:
            return []
        best: dict[str, tuple[Name, float]] = {}
        for near in found:
            name = type_.names[near.index]
            score = near.score - (0.0 if name.id in type_.count or not type_.count else 1.0)
            if name.id not in best or best[name.id][1] < score:
                best[name.id] = (name, score)
        order = sorted(best.values(), key=lambda pair: (-round(pair[1]), -type_.count.get(pair[0].id, 0), pair[0].id))
        alike: dict[str, tuple[Name, float]] = {}
        for name, score in order:  # "phường Vũng Áng" and the zone of that name: the one more often spoken of
            alike.setdefault(fold(name.name), (name, score))
        return list(alike.values())

    def _addressed(self, words: Words, i: int) -> Resolution | None:
        """ "anh son", "chi hanh": a given name in small letters after a form of address."""
        if (
            i == 0
            or words.words[i].gap is not Gap.SPACE
            or not self._beside.says(words.words[i - 1], "cue_given", marked=words.accented)
        ):
            return None
        word = words.words[i]
        bearers = [
            known
            for known in self._given.get(fold(word.text.lower()), ())
            if word.plain or known.name.lower().endswith(word.text.lower())
        ]
        if not bearers or f"{words.words[i - 1].folded} {word.folded}" in self._pairs:
            return None
        name = Name(f"person:~{fold(word.text)}", word.text)
        resolution = self._given_name(Span(word.start, word.end), name, None)
        return resolution if resolution.candidates[0][0].known else None

    def _everyday(self, part: Sequence[Word]) -> bool:
        """Whether each pair of neighbours among the words stands in the lexicon's vocabulary."""
        return len(part) > 1 and all(f"{a.folded} {b.folded}" in self._pairs for a, b in pairwise(part))

    def _is_name(self, words: Words, i: int, size: int) -> bool:
        """Whether the words are, as they stand, a name of some other type: then no misspelling of this one."""
        place = self._recogniser.places.known(words, i)
        gate = self._recogniser.gates.known(words, i)
        return any(match is not None and match.last == i + size for match in (place, gate))


PROVINCE = "province:"
_FUZZY = (MentionKind.GATE, MentionKind.PERSON, MentionKind.PLACE)
_WITHIN = frozenset({Gap.SPACE, Gap.DASH, Gap.APOSTROPHE})


def _resolution(span: Span, kind: MentionKind, near: list[tuple[Name, float]], mention: Mention | None) -> Resolution:
    top = near[0][1]
    close = tuple(pair for pair in near if pair[1] >= top - _CLOSE)[:_AT_MOST]
    certain = top >= _SURE and (len(close) == 1 or top - close[1][1] >= _MARGIN or (top >= 99.9 and close[1][1] < 99.0))
    return Resolution(span, kind, close, certain, mention)


@lru_cache(maxsize=2)
def _reader(lexicon: Lexicon) -> NameRecogniser:
    return NameRecogniser(lexicon)
