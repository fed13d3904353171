"""Likeness of names: how far a written name may be from a known one and still be it.

Names are compared syllable by syllable with :mod:`rapidfuzz` (optimal string alignment), after folding and after
levelling the sounds that Vietnamese writers confuse (ch/tr, s/x, d/gi/r, l/n, ph/f, ng/ngh …) and what keyboards leave
behind ("hoanf thanhf", "dd", "uw"). A likeness is 0 to 100; short names must be nearly right, for there one letter
makes another name. Compare names of one type only, and look at the margin to the runner-up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from knowledge.text.fold import fold
from knowledge.text.keyboard import split_tone

_SOUND_COST = 0.35  # of a syllable that sounds alike but is written otherwise
_TONE_COST = 0.25  # of a syllable that differs in tone alone
_VOWEL_COST = 0.6  # of a syllable whose bare letters agree but whose vowels are others (năm, Nam)
_REMEMBERED = 20_000  # look-ups kept by a shelf
_NONE: frozenset[int] = frozenset()
_STARTS = (
    ("ngh", "ng"), ("gh", "g"), ("ph", "f"), ("tr", "ch"), ("gi", "d"), ("dz", "d"), ("r", "d"), ("z", "d"), ("j", "d"),
    ("x", "s"), ("k", "c"), ("qu", "cu"), ("q", "c"), ("l", "n"), ("w", "cu"),
)  # fmt: skip
_ENDS = (("nh", "n"), ("ng", "n"), ("g", "n"), ("ch", "c"), ("t", "c"), ("k", "c"), ("y", "i"))
_DOUBLED = re.compile(r"([aeod])\1")
_TONE_KEY = re.compile(r"(?<=[a-z]{2})[fsrxj]$")


@lru_cache(maxsize=16384)
def sound(syllable: str) -> str:
    """A folded syllable as it sounds to one who spells by ear."""
    if len(syllable) > 2:
        for start, level in _STARTS:
            if syllable.startswith(start):
                syllable = level + syllable[len(start) :]
                break
        for end, level in _ENDS:
            if syllable.endswith(end) and len(syllable) > len(end):
                syllable = syllable[: -len(end)] + level
                break
    return syllable.replace("y", "i")


@lru_cache(maxsize=16384)
def untyped(syllable: str) -> str:
    """A folded syllable without what Telex leaves when its keys are not turned into marks ("nghij" is "nghi")."""
    plain = _DOUBLED.sub(r"\1", _TONE_KEY.sub("", syllable)).replace("uw", "u").replace("ow", "o").replace("aw", "a")
    return plain if len(plain) >= 2 else syllable


@lru_cache(maxsize=16384)
def _variants(syllable: str) -> frozenset[str]:
    """The syllable's sound and that with one letter left out: two syllables that share one are near each other."""
    heard = {sound(syllable), sound(untyped(syllable))}
    near = {s[:i] + s[i + 1 :] for s in heard | {syllable} for i in range(len(s)) if len(s) > 2}
    return frozenset(heard | near | {syllable})


@lru_cache(maxsize=32768)
def distance(asked: str, name: str) -> float:
    """Cost between two written syllables (accents and all): 0 equal, below 1 a slip of marks or ear, 1 a letter."""
    if asked == name:
        return 0.0
    a, b = fold(asked), fold(name)
    if a == b:
        return 0.0 if a == asked else _TONE_COST if split_tone(asked)[0] == split_tone(name)[0] else _VOWEL_COST
    if untyped(a) == b:
        return _SOUND_COST
    heard = float(OSA.distance(sound(a), sound(b)))
    return min(float(OSA.distance(a, b)), heard + _SOUND_COST)


def allowed(letters: int) -> float:
    """The cost at which a name of so many letters is still taken for itself."""
    if letters <= 4:
        return 0.3
    if letters <= 5:
        return 0.6
    if letters <= 8:
        return 1.1
    if letters <= 12:
        return 2.0
    return 2.6


@dataclass(frozen=True, slots=True)
class Near:
    """A known name that a written one may be: its place in the shelf and its likeness, 100 when equal."""

    index: int
    score: float


class Shelf:
    """Names of one type, each a sequence of lower-case syllables with their marks."""

    def __init__(self, names: Iterable[Sequence[str]]) -> None:
        self._names = [tuple(s.lower() for s in name) for name in names]
        self._by_sound: dict[tuple[int, int, str], set[int]] = {}
        self.joined: dict[str, list[int]] = {}  # folded, without the spaces: names so written
        self._near_by: dict[tuple[int, int, str], set[int]] = {}  # what was asked before
        for index, name in enumerate(self._names):
            for place, written in enumerate(name):
                for variant in _variants(fold(written)):
                    self._by_sound.setdefault((len(name), place, variant), set()).add(index)
            self.joined.setdefault("".join(map(fold, name)), []).append(index)

    def __len__(self) -> int:
        return len(self._names)

    def near(self, asked: Sequence[str], folded: Sequence[str] | None = None) -> list[Near]:
        """The names that `asked` (syllables as written) may be, best first; only those of as many syllables, and of
        those joined or split otherwise only equal ones. `folded` are the same syllables, where they are at hand."""
        if folded is None:
            folded = [fold(s) for s in asked]
        candidates = self._candidates(folded)
        joined = self.joined.get("".join(folded))
        if not candidates and joined is None:
            return []  # nearly always: of all the windows of a question few are names
        asked = [s.lower() for s in asked]
        found: dict[int, float] = {}
        for index in candidates:
            name = self._names[index]
            costs = [distance(a, b) for a, b in zip(asked, name, strict=True)]
            letters = sum(map(len, name))
            if sum(costs) <= allowed(letters) and _bearable(costs, name):
                found[index] = 100.0 * (1.0 - sum(costs) / letters)
        for index in joined or ():
            found.setdefault(index, 96.0)
        return sorted((Near(i, score) for i, score in found.items()), key=lambda near: (-near.score, near.index))

    def begins(self, folded: Sequence[str]) -> bool:
        """Whether any name of as many syllables has one like the first of `folded` in the first place."""
        return bool(self._place(len(folded), 0, folded[0]))

    def _candidates(self, folded: Sequence[str]) -> set[int]:
        """Names each of whose syllables is near the asked one in its place."""
        chosen: set[int] = set()
        for place, written in enumerate(folded):
            here = self._place(len(folded), place, written)
            chosen = chosen & here if place else here
            if not chosen:
                break
        return chosen

    def _place(self, size: int, place: int, written: str) -> set[int]:
        """Names of `size` syllables whose syllable in that place is near the folded `written`."""
        key = (size, place, written)
        found = self._near_by.get(key)
        if found is None:
            if len(self._near_by) >= _REMEMBERED:
                self._near_by.clear()
            found = set()
            for variant in _variants(written):
                found |= self._by_sound.get((size, place, variant), _NONE)
            self._near_by[key] = found
        return found


def _bearable(costs: Sequence[float], name: Sequence[str]) -> bool:
    """No syllable may be another word altogether, and one at least must be right but for marks or ear."""
    worst = all(cost <= (1.0 if len(part) < 5 else 2.0) for cost, part in zip(costs, name, strict=True))
    return worst and (min(costs) < 1.0 or len(name) == 1)
