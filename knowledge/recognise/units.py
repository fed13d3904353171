"""Units and counted things: what may follow a figure."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from knowledge.lexicon.load import Lexicon
from knowledge.model import Dimension
from knowledge.recognise.reading import Reading
from knowledge.text.fold import fold

_LANGUAGES = ("vi", "en")
_TOKEN = re.compile(r" {0,3}([^\W\d_]+(?:-[^\W\d_]+)*[23²³]?(?!\d)|%|[$€¥₫]|f[01](?!\d))")
_LONGEST = 5  # tokens in a phrase
_NEWER = ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"]
_OLDER = ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"]
_TONES = dict(zip(_NEWER, _OLDER, strict=True))  # the newer place of the tone mark, written the older way


@dataclass(frozen=True, slots=True)
class Unit:
    """`name` in the reports' Vietnamese spelling; `end` is where it ends in the text; `language` is "vi" or "en"
    when the wording is of that alone."""

    name: str
    dimension: Dimension
    end: int
    language: str = ""

    @property
    def counted(self) -> bool:
        return self.dimension is Dimension.COUNT


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    dimension: Dimension | None  # None: a blocker, no unit
    marked_only: bool = False
    doubtful: bool = False
    language: str = ""


def _ends(phrase: str) -> list[int]:
    """Where the beginnings of one, two, ... tokens of a phrase end."""
    return [*(at for at, letter in enumerate(phrase) if letter == " "), len(phrase)]


def tone(word: str) -> str:
    """`word` with its tone mark in the older place ("hoà" → "hòa"), so that both spellings are one."""
    for new, old in _TONES.items():
        if new in word and not (new[0] == "u" and "qu" in word):
            return word.replace(new, old)
    return word


class Units:
    """The lexicon's units, looked up behind a figure."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._marked: dict[str, _Entry] = {}
        self._plain: dict[str, _Entry] = {}
        self._lists: dict[str, set[str]] = {}
        self._per_names: dict[str, str] = {}
        for language in _LANGUAGES:
            self._take(lexicon[f"{language}/units"], language)
        self._beginnings = {
            marked: {phrase[:end] for phrase in entries for end in _ends(phrase)}
            for marked, entries in ((True, [*self._marked, *self._plain]), (False, list(self._plain)))
        }
        self._stop = self._lists.get("stop", set())
        self._stop_plain = {fold(word) for word in self._stop}
        self._per = self._lists.get("per", set())
        self._per_plain = {fold(word): word for word in sorted(self._per)}
        self._rates = {form[:end] for word in self._per for form in (tone(word), fold(word)) for end in _ends(form)}

    def _take(self, table: Mapping[str, Any], language: str) -> None:
        for row in table.get("unit", ()):
            self._add(row["words"], row["name"], Dimension(row["dimension"]), language)
        lists = table.get("lists", {})
        for name, wordings in table.get("counted", {}).items():
            self._add(wordings, name, Dimension.COUNT, language)
        for word in lists.get("counted", ()):
            self._add([word], word.lstrip("!?"), Dimension.COUNT, "counted")
        for word in lists.get("blockers", ()):
            self._add([word], word, None, language)
        for name in ("stop", "per", "places"):
            self._lists.setdefault(name, set()).update(lists.get(name, ()))
        self._per_names.update(table.get("per_names", {}))

    def _add(self, wordings: Iterable[str], name: str, dimension: Dimension | None, language: str) -> None:
        for wording in wordings:
            bare = wording.lstrip("!?")
            only = "en" if language == "en" else "vi" if fold(bare) != bare or language == "counted" else ""
            entry = _Entry(name, dimension, wording.startswith("!"), wording.startswith("?"), only)
            self._marked.setdefault(tone(bare), entry)
            if not entry.marked_only:
                self._plain.setdefault(fold(bare), entry)

    def after(self, reading: Reading, place: int) -> Unit | None:
        """The known unit that begins at `place` (at most three spaces on), the longest there is."""
        phrases = self._phrases(reading, place, self._beginnings[reading.marked])
        for size in range(len(phrases), 0, -1):
            phrase, end = phrases[size - 1]
            entry = self._entry(reading, phrase)
            if entry is None:
                continue
            if entry.dimension is None:
                return None
            if entry.doubtful and not reading.marked and not self._goes_on(reading, end):
                continue
            return Unit(entry.name, entry.dimension, end, entry.language)
        return None

    def _entry(self, reading: Reading, phrase: str) -> _Entry | None:
        if not reading.marked:
            return self._plain.get(phrase)
        entry = self._marked.get(tone(phrase))
        if entry is None and phrase.isascii():
            entry = self._plain.get(phrase)
            if entry is not None and (entry.doubtful or " " not in phrase):
                return None  # "so" in a text typed with marks is no "sở"
        return entry

    def _goes_on(self, reading: Reading, end: int) -> bool:
        match = _TOKEN.match(reading.hay, end)
        if match is None:
            return not reading.hay[end:].strip() or reading.hay[end : end + 1] in ",;.)/"
        return match[1] not in self._stop_plain

    @staticmethod
    def _phrases(reading: Reading, place: int, beginnings: Container[str]) -> list[tuple[str, int]]:
        """The phrases of one, two, ... tokens that begin at `place`, with their ends, while they are in
        `beginnings`."""
        phrases: list[tuple[str, int]] = []
        words: list[str] = []
        for _ in range(_LONGEST):
            match = _TOKEN.match(reading.hay, place)
            if match is None:
                comma = reading.hay.startswith(", ", place) and words
                match = _TOKEN.match(reading.hay, place + 1) if comma else None
                if match is None:
                    break
                words[-1] += ","
            words.append(match[1])
            place = match.end()
            phrase = " ".join(words)
            if (tone(phrase) if reading.marked else phrase) not in beginnings:
                break
            phrases.append((phrase, place))
        return phrases

    def thing(self, reading: Reading, place: int) -> Unit | None:
        """An unknown counted thing at `place`: a lower-case word that can be one. In English the known noun within the
        next three words goes first ("5 overdue tasks")."""
        match = _TOKEN.match(reading.hay, place)
        if match is None or match.start(1) == place:
            return None
        if reading.english:
            at = match.end()
            if match[1] in self._stop and match[1] not in {"overdue", "completed", "remaining"}:
                return None
            for _ in range(2):
                if (unit := self.after(reading, at)) is not None:
                    return unit if unit.counted else None
                step = _TOKEN.match(reading.hay, at)
                if step is None or step[1] in self._stop:
                    break
                at = step.end()
        word = match[1]
        stop = self._stop if reading.marked or reading.english else self._stop_plain
        if len(word) < 2 or not word.isalpha() or word in stop or not reading.text[match.start(1)].islower():
            return None
        return Unit(word, Dimension.COUNT, match.end())

    def rate(self, reading: Reading, place: int) -> tuple[str, int] | None:
        """What a figure is per, when the word at `place` can be that: its name and end."""
        phrases = self._phrases(reading, place, self._rates)
        for phrase, end in reversed(phrases):
            name = phrase if phrase in self._per and reading.marked else self._per_plain.get(phrase)
            if name is not None:
                return self._per_names.get(name, name), end
        return None

    def is_place(self, name: str) -> bool:
        return name in self._lists.get("places", set())
