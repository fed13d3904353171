"""Concepts: what the words of a question and of a report mean, whatever the language they are in.

A row of ``lexicon/domain/concepts/*.toml`` names a concept and lists its wordings. A wording matches whole words:
letter for letter where the writer types marks, folded where he does not, and English by stem. A composite ("fee
revenue") may say which atomic concepts it `includes`; a narrower one ("truck") which it has as `broader`; one that is
`whole` hides the words it is made of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Any

from knowledge.errors import LexiconError
from knowledge.lexicon.load import Lexicon
from knowledge.recognise.abbreviations import Abbreviations, Pieces
from knowledge.text.english import stem
from knowledge.text.fold import accented
from knowledge.text.keyboard import folded_key, is_syllable, syllable_key
from knowledge.text.language import language

_PIECE = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")  # as in knowledge.text.tokens; bare matches are four times as fast
_LISTS = ("vi", "vi_accented", "en", "en_exact", "includes", "broader")
_JOINING = frozenset(" -–—/&'\"“”‘’")
_COMMA = ","
_NOTHING = ""  # the id under which compounds stand that mean no concept


@dataclass(frozen=True, slots=True)
class ConceptHit:
    """A concept and the characters that say it."""

    id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Concept:
    """One row: wordings by language; `includes` and `broader` are ids as written, not followed further."""

    id: str
    vi: tuple[str, ...]
    en: tuple[str, ...]
    vi_accented: tuple[str, ...] = ()
    en_exact: tuple[str, ...] = ()
    includes: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    whole: bool = False  # what its wordings are made of is not meant: "nhập khẩu" in "xuất nhập khẩu"


@dataclass(slots=True)
class _Node:
    after: dict[str, _Node] = field(default_factory=dict)
    ends: list[tuple[str, tuple[str, ...], bool]] = field(default_factory=list)  # id, exact keys, only with its marks


@dataclass(frozen=True, slots=True)
class _Word:
    exact: str  # key with marks
    folded: str
    stem: str
    lower: str
    marked: bool
    syllable: bool
    named: bool  # begins with a capital, as names do


@lru_cache(maxsize=16384)
def _word(text: str) -> _Word:
    lower = text.lower()
    folded = folded_key(text)
    return _Word(syllable_key(text), folded, stem(lower), lower, accented(text), is_syllable(folded), text.istitle())


def concepts_of(lexicon: Lexicon) -> tuple[Concept, ...]:
    """All rows; raises LexiconError for a row without id or wording, an unknown field, or an id given twice."""
    rows: dict[str, Concept] = {}
    for table in lexicon.under("domain/concepts"):
        for row in table.get("concept", ()):
            concept = _concept(row)
            if concept.id in rows:
                raise LexiconError(f"concept {concept.id}: given twice")
            rows[concept.id] = concept
    for concept in rows.values():
        for other in (*concept.includes, *concept.broader):
            if other not in rows or other == concept.id:
                raise LexiconError(f"concept {concept.id}: no other concept is called {other}")
    return tuple(rows.values())


def _concept(row: Mapping[str, Any]) -> Concept:
    name = row.get("id")
    if not isinstance(name, str) or not name:
        raise LexiconError(f"concept without id: {dict(row)}")
    if unknown := set(row) - {"id", "whole", *_LISTS}:
        raise LexiconError(f"concept {name}: unknown field {', '.join(sorted(unknown))}")
    lists: dict[str, tuple[str, ...]] = {}
    for key in _LISTS:
        value = row.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
            raise LexiconError(f"concept {name}: {key} must be a list of words")
        lists[key] = tuple(value)
    if not any(lists[key] for key in ("vi", "vi_accented", "en", "en_exact")):
        raise LexiconError(f"concept {name}: no wording")
    return Concept(id=name, whole=row.get("whole") is True, **lists)


def _insert(root: _Node, keys: Iterable[str], end: tuple[str, tuple[str, ...], bool]) -> None:
    node = root
    for key in keys:
        node = node.after.setdefault(key, _Node())
    node.ends.append(end)


def _steps(text: str, words: list[re.Match[str]]) -> list[int]:
    """How each word joins the next: 0 directly, 1 over a comma, 2 not at all (a stop, a bracket, a tab, a line)."""
    steps = []
    end = -1
    for word in words:
        start = word.start()
        if end >= 0:
            steps.append(0 if start == end + 1 and text[end] == " " else _step(text[end:start]))
        end = word.end()
    steps.append(2)
    return steps


def _pieces(text: str) -> Pieces:
    words = list(_PIECE.finditer(text))
    return Pieces(
        tuple([word[0] for word in words]), tuple([word.span() for word in words]), tuple(_steps(text, words))
    )


@lru_cache(maxsize=512)
def _step(gap: str) -> int:
    if all(c in _JOINING for c in gap):
        return 0
    return 1 if gap.strip() == _COMMA else 2


_Spans = dict[tuple[int, int], tuple[set[str], bool]]  # words from, to → ids, and whether English says it


class Concepts:
    """Finds concepts in texts. `all` are the rows by id; `contrasts` the sets of which one figure has at most one."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.all: Mapping[str, Concept] = {concept.id: concept for concept in concepts_of(lexicon)}
        self.contrasts: tuple[frozenset[str], ...] = tuple(_contrasts(lexicon, self.all))
        self._short = Abbreviations(lexicon)
        self._vi, self._en, self._en_exact = _Node(), _Node(), _Node()
        for concept in self.all.values():
            for wordings, marks_only in ((concept.vi, False), (concept.vi_accented, True)):
                for wording in wordings:
                    self._add_vi(concept.id, wording, marks_only)
            for wording in concept.en:
                _insert(self._en, _keys(wording, "stem"), (concept.id, (), False))
            for wording in concept.en_exact:
                _insert(self._en_exact, _keys(wording, "lower"), (concept.id, (), False))
        for wording in lexicon["vi/compounds"].get("words", ()):
            self._add_vi(_NOTHING, wording, False)
        self._lone = frozenset(lexicon["vi/compounds"].get("lone", ()))
        self._whole = {concept.id for concept in self.all.values() if concept.whole}
        self._includes = {name: _closure(name, self.all, "includes") for name in self.all}
        self._broader = {name: _closure(name, self.all, "broader") for name in self.all}

    def _add_vi(self, name: str, wording: str, marks_only: bool) -> None:
        exact = tuple(key for key in _keys(wording, "exact") if key != _COMMA)
        _insert(self._vi, _keys(wording, "folded"), (name, exact, marks_only))

    def includes(self, name: str) -> frozenset[str]:
        """Ids of all concepts the composite says in one, followed to the end; empty for an atomic or unknown one."""
        return self._includes.get(name, frozenset())

    def broader(self, name: str) -> frozenset[str]:
        """Ids of all concepts this one is a kind of, followed to the end; empty when there are none."""
        return self._broader.get(name, frozenset())

    def expand(self, names: Iterable[str]) -> frozenset[str]:
        """`names` with everything they include or are a kind of."""
        found = set(names)
        for name in tuple(found):
            found |= self.includes(name) | self.broader(name)
        for name in tuple(found):
            found |= self.broader(name)
        return frozenset(found)

    def exclusive(self, one: Iterable[str], other: Iterable[str]) -> bool:
        """Whether two sets of concepts cannot speak of the same figure: in some contrast set each has a member and
        they share none."""
        left, right = frozenset(one), frozenset(other)
        return any(s & left and s & right and not s & left & right for s in self.contrasts)

    def find(self, text: str, *, nested: bool = True) -> tuple[ConceptHit, ...]:
        """Concepts in NFC `text` in order of place, longer first. Where two cross, the longer or earlier stays,
        unless what they share is a word by itself.

        With `nested` also those inside longer ones, except single Vietnamese syllables, which inside a longer word mean
        something else ("sắt" in "đường sắt"), and what is inside a `whole` one.
        """
        pieces = _pieces(text)
        english = language(text) == "en"
        hits = self._hits(pieces, english, nested)
        if self._short.stand_in(pieces.words):
            marked = any(_word(word).marked for word in pieces.words)
            full = self._short.written_out(pieces, partial(self._reaching, english=english), marked=marked)
            hits |= self._hits(full, english, nested)
            hits = hits if nested else _apart(hits)
        return tuple(sorted(hits, key=lambda hit: (hit.start, -hit.end, hit.id)))

    def _reaching(self, pieces: Pieces, at: int, count: int, *, english: bool) -> int:
        """How many words the longest wording has that holds some of the `count` words from `at` on and others."""
        spans = self._spans(pieces, english)
        return max(
            (end - first for first, end in spans if first < at + count and at < end and end - first > count), default=0
        )

    def _hits(self, pieces: Pieces, english: bool, nested: bool) -> set[ConceptHit]:
        spans = self._spans(pieces, english)
        owner: list[tuple[int, int] | None] = [None] * len(pieces.words)
        hits: set[ConceptHit] = set()
        for span in sorted(spans, key=lambda s: (s[0] - s[1], s[0])):
            first, end = span
            around = owner[first]
            if around != owner[end - 1]:
                if not nested or not all(self._may_cross(span, o, spans) for o in (around, owner[end - 1])):
                    continue
            elif around is not None:
                syllable = end - first == 1 and not spans[span][1] and _word(pieces.words[first]).syllable
                if not nested or syllable or not spans[around][0].isdisjoint(self._whole):
                    continue
                owner[first:end] = [None] * (end - first)
            owner[first:end] = [span if held is None else held for held in owner[first:end]]
            for name in spans[span][0]:
                if name is not _NOTHING:
                    hits.add(ConceptHit(name, pieces.places[first][0], pieces.places[end - 1][1]))
        return hits

    def _may_cross(self, span: tuple[int, int], other: tuple[int, int] | None, spans: _Spans) -> bool:
        """Whether what both share is a word: "người" in "lượt người xuất cảnh", not in "hoàn thành tích hợp"."""
        if other is None:
            return True
        shared = (max(span[0], other[0]), min(span[1], other[1]))
        ids = spans[span][0] | spans[other][0]
        return shared in spans and _NOTHING not in ids and ids.isdisjoint(self._whole)

    def _spans(self, pieces: Pieces, english: bool) -> _Spans:
        """Concept ids by word span, and whether an English wording is among them."""
        spans: _Spans = {}
        forms, steps = [_word(word) for word in pieces.words], pieces.steps
        marked = any(form.marked for form in forms)
        vi, en, en_exact = self._vi.after, self._en.after, self._en_exact.after
        for first, form in enumerate(forms):
            if form.folded in vi:
                # a lone syllable typed without marks may be any of several words
                clear = form.folded in self._lone and not marked and not english
                self._walk_vi(first, forms, steps, 1 if clear else 2, spans)
                if form.named and _in_name(forms, first):
                    spans.pop((first, first + 1), None)
            if form.lower in en_exact:
                self._walk_en(self._en_exact, "lower", first, forms, steps, english, spans)
            if form.stem in en:
                self._walk_en(self._en, "stem", first, forms, steps, english, spans)
        return spans

    def _walk_vi(
        self,
        first: int,
        forms: list[_Word],
        steps: Sequence[int],
        shortest: int,
        spans: _Spans,
    ) -> None:
        node: _Node | None = self._vi
        for at in range(first, len(forms)):
            assert node is not None
            node = node.after.get(forms[at].folded)
            if node is None:
                return
            for name, exact, marks_only in node.ends:
                loose = not marks_only and at + 1 - first >= shortest
                for form, key in zip(forms[first : at + 1], exact, strict=True):
                    if form.exact != key and not (loose and not form.marked):
                        break
                else:
                    spans.setdefault((first, at + 1), (set(), False))[0].add(name)
            if steps[at] == 2:
                return
            if steps[at] == 1:
                node = node.after.get(_COMMA)
                if node is None:
                    return

    def _walk_en(
        self,
        root: _Node,
        key: str,
        first: int,
        forms: list[_Word],
        steps: Sequence[int],
        english: bool,
        spans: _Spans,
    ) -> None:
        node: _Node | None = root
        for at in range(first, len(forms)):
            assert node is not None
            node = node.after.get(getattr(forms[at], key))
            if node is None:
                return
            span = (first, at + 1)
            word = english or at > first or not forms[at].syllable
            # "planning", where it is a word of its own, is not a form of "plan"
            if node.ends and word and (key == "lower" or span not in spans or not spans[span][1]):
                ids = spans.get(span, (set(), True))[0]
                spans[span] = (ids | {end[0] for end in node.ends}, True)
            if steps[at] == 2:
                return
            if steps[at] == 1:
                node = node.after.get(_COMMA)
                if node is None:
                    return


def _apart(hits: set[ConceptHit]) -> set[ConceptHit]:
    """Of `hits` that overlap the longest."""
    kept: set[ConceptHit] = set()
    for hit in sorted(hits, key=lambda one: (one.start - one.end, one.start)):
        place = (hit.start, hit.end)
        if all(place == (other.start, other.end) or hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.add(hit)
    return kept


def _in_name(forms: list[_Word], at: int) -> bool:
    """Whether a capital stands before or after too: the "Lương" of "Lương Thanh Sơn" is no wage."""
    return (at > 0 and forms[at - 1].named) or (at + 1 < len(forms) and forms[at + 1].named)


def _keys(wording: str, key: str) -> tuple[str, ...]:
    """What a wording is found by; a comma it is written with is a step of its own."""
    if wording.replace(" ", "").isalpha():
        return tuple(getattr(_word(word), key) for word in wording.split())
    words = list(_PIECE.finditer(wording))
    steps = _steps(wording, words)
    keys: list[str] = []
    if not words:
        raise LexiconError(f"wording without a word: {wording!r}")
    for word, step in zip(words, steps, strict=True):
        keys.append(getattr(_word(word[0]), key))
        if step == 1:
            keys.append(_COMMA)
    return tuple(keys)


def _closure(name: str, rows: Mapping[str, Concept], relation: str) -> frozenset[str]:
    found: set[str] = set()
    open_ids = [name]
    while open_ids:
        for other in getattr(rows[open_ids.pop()], relation):
            if other not in found:
                found.add(other)
                open_ids.append(other)
    return frozenset(found - {name})


def _contrasts(lexicon: Lexicon, rows: Mapping[str, Concept]) -> Iterable[frozenset[str]]:
    for row in lexicon["domain/contrasts"].get("contrast", ()):
        members = frozenset(row.get("concepts", ()))
        if len(members) < 2 or not members <= rows.keys():
            raise LexiconError(f"contrast {row.get('name')}: needs two concepts; unknown: {members - rows.keys()}")
        yield members
