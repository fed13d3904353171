"""Spelling: a question as it was meant, from a question as it was typed.

Shorthand is written out, what keyboards left over is read back, and a word that exists in neither language nor in the
reports becomes the nearest one that does, if one is clearly nearest. What may be a name, a figure or a date is left.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.ask import clipped, slurred
from knowledge.ask.shorthand import Shorthand
from knowledge.ask.words import is_english, words_of
from knowledge.lexicon.load import Lexicon
from knowledge.text.fold import accented, fold
from knowledge.text.keyboard import is_syllable, one_spelling, repair_keys, syllable_key
from knowledge.text.language import ENGLISH, weights
from knowledge.text.slips import respellings

_PIECE = re.compile(r"[^\W_]+")
_KEPT = re.compile(r"(?:\d.*|[a-z]{1,4}\d+)\Z")  # figures, "6t", "q1", "t8", "km3", "covid19"
_NOT = re.compile(
    r"\b(ha[sd]|have|was|were|is|are|d(?:o|id|oes)|could|would|should|must|need)n['\u2019]t\b", re.IGNORECASE
)
_VNI = re.compile(r"[a-z][1-9][a-z]")
_APOSTROPHE = re.compile("['\u2019]")  # every contraction has one
REMEMBERED = 8192  # words of questions whose language is remembered
LONGEST = 600  # characters of a question that are looked at


@dataclass(frozen=True, slots=True)
class Repaired:
    """The question as it was meant, and what was changed, in order, as (typed, meant)."""

    text: str
    changes: tuple[tuple[str, str], ...] = ()


class Speller:
    """Repairs questions. `vocabulary` are the folded words of the index with the number of passages that have them,
    `written` its words with their marks, which are no slips."""

    def __init__(self, lexicon: Lexicon, vocabulary: Mapping[str, int], written: Container[str] = frozenset()) -> None:
        self._shorthand = Shorthand(lexicon)
        self._words = words_of(lexicon)
        self._contractions: dict[str, str] = dict(lexicon["en/questions"]["contractions"]["irregular"])
        slips = lexicon["en/questions"]["slips"]
        self._slips: dict[str, str] = dict(slips["words"])
        self._calendar: list[str] = list(slips["calendar"])
        self._vocabulary, self._written = vocabulary, written
        self._leaning = lru_cache(maxsize=REMEMBERED)(self._leans)
        self._english: dict[int, list[str]] = {}  # by length: a slip changes it by few letters
        for word in sorted(self._words.english):
            self._english.setdefault(len(word), []).append(word)
        self._syllables = sorted({w for w in (*self._words.vietnamese, *vocabulary) if len(w) > 1 and is_syllable(w)})

    # --- which language -----------------------------------------------------------------------------------------------

    def language(self, question: str) -> str:
        """ "vi" or "en" for an NFC question, shorthand and keyboard leftovers counting as Vietnamese."""
        vietnamese = english = 0.0
        for piece in _PIECE.findall(question[:LONGEST]):
            vi, en = self._leaning(piece)
            vietnamese += vi
            english += en
        return "en" if english > vietnamese else "vi"

    def _leans(self, piece: str) -> tuple[float, float]:
        """What a word, as it is typed, says for Vietnamese and for English."""
        word = piece.lower()
        if word in ENGLISH or word.isdigit():
            return weights(piece)
        if self._shorthand.certain(word):
            return 1.0, 0.0
        if word in self._words.english and not is_syllable(fold(word)):
            return 0.0, 1.0
        if self._mistyped(word):
            return 1.0, 0.0
        return weights(piece) if piece.isalpha() else (0.0, 0.0)

    def _mistyped(self, word: str) -> bool:
        """Whether an unaccented lower-case word is what a Vietnamese keyboard leaves, or two words in one."""
        if not word.isascii() or is_syllable(word):
            return False
        if repair_keys(word) is None and not self._parted(word, False):
            return False
        return not is_english(word)

    # --- repair -------------------------------------------------------------------------------------------------------

    def repair(self, question: str) -> Repaired:
        """The NFC `question` as it was meant. Unaccented questions stay unaccented."""
        question = self._written_out(question)
        pieces = self._pieces(question)
        words = [question[start:end].lower() for start, end in pieces]
        vietnamese = self.language(question) == "vi"
        marked = any(accented(word) and not self._shorthand.certain(word) for word in words)
        typed_vni = any(_VNI.search(word) and repair_keys(word) for word in words)
        capital = [question[start].isupper() and not question[start:end].isupper() for start, end in pieces]
        meant: list[str] = []
        for at, (start, end) in enumerate(pieces):
            typed = question[start:end]
            if vietnamese:
                named = capital[at] and (at > 0 or capital[1:2] == [True])
                new = self._vietnamese(words, at, typed, named, marked, typed_vni)
            else:
                new = self._in_english(words[at], typed, first=at == 0)
            meant.append(typed if new is None else new)
        if vietnamese:
            kept = {at for at in range(len(words)) if self._shorthand.full(words, at, marked=marked) is not None}
            self._remark(meant, kept)
        return _rebuilt(question, pieces, meant)

    def _written_out(self, question: str) -> str:
        """`question` with English contractions written out: "hadn't" has lost no letter."""
        if not _APOSTROPHE.search(question):
            return question
        plain = written = question.replace("\u2019", "'")
        for short, full in self._contractions.items():
            written = re.sub(rf"\b{short}\b", full, written, flags=re.IGNORECASE)
        written = _NOT.sub(r"\1 not", written)
        return question if written == plain else written

    def _pieces(self, question: str) -> list[tuple[int, int]]:
        """Words by place; "đ/c" and "p.tiện" are one when they are shorthand."""
        pieces: list[tuple[int, int]] = []
        for match in _PIECE.finditer(question[:LONGEST]):
            if pieces and match.start() - pieces[-1][1] == 1 and question[pieces[-1][1]] in "./":
                joined = question[pieces[-1][0] : match.end()].lower()
                if joined in self._shorthand:
                    pieces[-1] = (pieces[-1][0], match.end())
                    continue
            pieces.append(match.span())
        return pieces

    def _vietnamese(
        self, words: list[str], at: int, typed: str, named: bool, marked: bool, typed_vni: bool
    ) -> str | None:
        """What word `at` was to be, or None to leave it; `named` when it may be part of a name."""
        word = words[at]
        official = typed.isupper() and word in self._words.abbreviations
        if not named and not official and (full := self._shorthand.full(words, at, marked=marked)) is not None:
            return _like(typed, full if marked or accented(word) or len(words) == 1 else fold(full))
        if _KEPT.match(word) and not (typed_vni and word[0].isalpha()):
            return None
        keys = repair_keys(word)
        if keys is not None and (marked or not is_english(word)):
            return _like(typed, keys.lower())
        if not word.isalpha() or len(word) < 2 or named or typed.isupper():
            return None
        folded = fold(word)
        if marked and (whole := slurred.undoubled(word)) is not None:
            return _like(typed, whole)
        if is_syllable(folded):
            odd = accented(word) and not self._spelt(word) and not self._pairs(words, at, folded)
            if odd and (whole := slurred.only(word, self._words.forms.get(folded, ()))) is not None:
                return _like(typed, whole)
            return self._known_neighbour(words, at, typed, marked) if odd or not self._known(folded) else None
        if word in self._words.english or word in self._vocabulary or (word.isascii() and is_english(word)):
            return None
        long = clipped.full(word, self._words, marked=marked)
        new = (
            (long if long is not None and (len(long.split()[1]) > 2 or not respellings(word)) else None)
            or self._respelt(words, at)
            or self._parted(folded, marked)
            or self._known_neighbour(words, at, word, marked)
        )
        return _like(typed, new) if new else None

    def _spelt(self, word: str) -> bool:
        """Whether a word is one as it is marked: the lexicon's, or one that reports write."""
        return syllable_key(word) in self._words.spelt or (accented(word) and word in self._written)

    def _known(self, folded: str) -> bool:
        return folded in self._words.vietnamese or folded in self._vocabulary

    def _respelt(self, words: list[str], at: int) -> str | None:
        """The likeliest respelling: one that makes a known pair with a neighbour, else the first that is known."""
        forms = [form for form in respellings(words[at]) if self._known(fold(form))]
        for form in forms:
            if self._pairs(words, at, fold(form)):
                return form
        return forms[0] if forms else next(iter(respellings(words[at])), None)

    def _pairs(self, words: list[str], at: int, folded: str) -> list[str]:
        """How `folded` is written in known pairs with the words before and after."""
        found: list[str] = []
        if at:
            found += [pair[1] for pair in self._words.pairs.get((fold(words[at - 1]), folded), ())]
        if at + 1 < len(words):
            found += [pair[0] for pair in self._words.pairs.get((folded, fold(words[at + 1])), ())]
        return found

    def _parted(self, folded: str, marked: bool) -> str | None:
        """Two words typed as one ("nhiemvu"), when they make a known pair."""
        for cut in range(2, len(folded) - 1):
            spelt = self._words.pairs.get((folded[:cut], folded[cut:]))
            if spelt:
                return " ".join(min(spelt)) if marked else f"{folded[:cut]} {folded[cut:]}"
        return None

    def _known_neighbour(self, words: list[str], at: int, typed: str, marked: bool) -> str | None:
        """The one syllable a letter away that makes a known pair with a neighbour; as written in the pair if marked."""
        folded = fold(words[at])
        if len(folded) < 3 or typed[0].isupper():
            return None
        near = process.extract(folded, self._syllables, scorer=OSA.distance, score_cutoff=1, limit=40)
        paired = {other: self._pairs(words, at, other) for other, _, _ in near if other != folded}
        fitting = [c for c, written in paired.items() if written]
        if is_syllable(folded) and self._known(folded):  # only its end may be missing
            fitting = [c for c in fitting if any(w.startswith(words[at]) for w in paired[c])]
        if len(fitting) > 1 and accented(words[at]):
            fitting = [c for c in fitting if any(w.startswith(words[at]) for w in paired[c])] or fitting
        if len(fitting) > 1:
            fitting = [c for c in fitting if sorted(c) == sorted(folded)] or fitting
        if len(fitting) != 1:
            return None
        return min(paired[fitting[0]]) if marked else fitting[0]

    def _remark(self, meant: list[str], kept: Container[int]) -> None:
        """Gives words the marks they have in a known pair, where as typed they make no sense ("nhiêm vụ"); not those at
        `kept`, which were written out."""
        for at in range(len(meant) - 1):
            pair = (meant[at], meant[at + 1])
            if not all(word.islower() and word.isalpha() for word in pair) or not any(map(accented, pair)):
                continue
            spelt = self._words.pairs.get((fold(pair[0]), fold(pair[1])), set())
            if not all(map(self._spelt, pair)):
                whole = slurred.nearest(pair, spelt)
                if whole is not None:
                    meant[at : at + 2] = map(one_spelling, whole)
                    continue
            if len(spelt) != 1:
                continue
            written = min(spelt)
            for offset, new in enumerate(written):
                if at + offset in kept:
                    continue
                other = 1 - offset
                if syllable_key(pair[other]) != syllable_key(written[other]):
                    continue
                unknown = not self._spelt(pair[offset])
                unmarked = accented(pair[other]) and not accented(pair[offset]) and accented(new)
                if unknown or (unmarked and not self._settled(meant, at + offset)):
                    meant[at + offset] = one_spelling(new)

    def _settled(self, meant: list[str], at: int) -> bool:
        """Whether word `at` makes a known pair with a neighbour as it is typed."""
        for left in (at - 1, at):
            if left >= 0 and left + 2 <= len(meant):
                typed = tuple(map(syllable_key, meant[left : left + 2]))
                spelt = self._words.pairs.get((fold(meant[left].lower()), fold(meant[left + 1].lower())), ())
                if any(tuple(map(syllable_key, written)) == typed for written in spelt):
                    return True
        return False

    def _in_english(self, word: str, typed: str, *, first: bool) -> str | None:
        """The English word that was meant, or None to leave it."""
        if word in self._slips and not typed[0].isupper():
            return self._slips[word]
        if (
            not first
            and typed[0].isupper()
            and typed[1:].islower()
            and word not in self._vocabulary
            and not is_english(word)
        ):
            near = process.extract(word, self._calendar, scorer=OSA.distance, score_cutoff=1 if len(word) < 8 else 2)
            if len(near) == 1:
                return _like(typed, near[0][0]) if near[0][1] else None
        if not word.isascii() or not word.isalpha() or len(word) < 4:
            return None
        named = typed[0].isupper() and not first
        if named and (len(word) < 5 or typed.isupper()):
            return None
        if word in self._words.english or word in self._vocabulary or is_syllable(word) or is_english(word):
            return None
        allowed = 1 if len(word) < 7 else 2
        alike = [other for n in range(-allowed, allowed + 1) for other in self._english.get(len(word) + n, ())]
        near = process.extract(word, alike, scorer=OSA.distance, score_cutoff=allowed, limit=30)
        ranked = sorted((_unlikeness(word, other, int(distance)), other) for other, distance, _ in near)
        if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
            return None
        if named and (ranked[0][0][0] or ranked[0][1][0] != word[0]):
            return None  # of what may be a name only letters swapped or doubled are put right ("Baord")
        if ranked[0][1][0] != word[0] and int(ranked[0][0][1]) > 0:
            return None
        return _like(typed, ranked[0][1])


def _unlikeness(word: str, other: str, distance: int) -> tuple[int, ...]:
    """How unlike a slip of `other` the `word` is, the first difference deciding: doubled and swapped letters are the
    commonest slips, letters left out commoner than letters too many, and the first letter is seldom wrong."""
    doubled = _single(word) == _single(other)
    swapped = sorted(word) == sorted(other)
    alike = 0
    while alike < min(len(word), len(other)) and word[alike] == other[alike]:
        alike += 1
    return (
        0 if doubled or swapped else distance,
        int(word[0] != other[0]),
        int(len(word) > len(other)),
        int(len(word) == len(other) and not swapped),
        int(word[-1] != other[-1]),
        -alike,
    )


def _single(word: str) -> str:
    return re.sub(r"(.)\1+", r"\1", word)


def _like(typed: str, new: str) -> str:
    return new[:1].upper() + new[1:] if typed[0].isupper() and not typed.isupper() else new


def _rebuilt(question: str, pieces: list[tuple[int, int]], meant: list[str]) -> Repaired:
    out: list[str] = []
    changes: list[tuple[str, str]] = []
    done = 0
    for (start, end), new in zip(pieces, meant, strict=True):
        out += [question[done:start], new]
        done = end
        if new != question[start:end]:
            changes.append((question[start:end], new))
    return Repaired("".join([*out, question[done:]]), tuple(changes))
