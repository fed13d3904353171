"""Capitalised runs: how far a name of unknown make reaches, and whether it looks like a person's."""

from __future__ import annotations

from typing import Any

from knowledge.lexicon.load import Lexicon
from knowledge.recognise.name_beside import Beside
from knowledge.recognise.name_words import Gap, Phrases, Words, phrases, syllable, tight


class Runs:
    """Knows family names, middle names and the words that end a name, and carries what the words beside names say."""

    def __init__(self, lexicon: Lexicon) -> None:
        table: Any = lexicon["domain/family_names"]
        weak = set(table.get("weak", ()))
        self._family: Phrases[bool] = phrases([(name, name not in weak) for name in table.get("strong", ())])
        self._small: Phrases[None] = phrases([(name, None) for name in table.get("small", ())])
        self._middle = {syllable(name)[0] for name in table.get("middle", ())}
        self._middle_folded = {syllable(name)[1] for name in table.get("middle", ())}
        self._plainest = {syllable(name)[1] for name in table.get("plainest", ())}
        self.beside = Beside(lexicon)
        self._stops: Phrases[None] = phrases([(name, None) for name in table.get("stops", ())])

    def family(self, words: Words, i: int) -> bool | None:
        """Whether a family name begins at word i: True a strong one, False a weak one, None none."""
        best: bool | None = None
        for match in self._family.at(words, i):
            if match.exact or not words.accented:
                best = bool(best) or match.value
        return best

    def small(self, words: Words, i: int) -> bool:
        """Whether a family name that stands out even in small letters begins at word i."""
        return self._small.longest(words, i) is not None

    def middle(self, words: Words, i: int) -> bool:
        """Whether word i is a usual middle name ("Văn", "Thị", "Thanh")."""
        if i >= len(words):
            return False
        word = words.words[i]
        return word.key in self._middle or (word.plain and word.folded in self._middle_folded)

    def plainest(self, words: Words, i: int) -> bool:
        """Whether word i is a middle name that hardly occurs elsewhere ("Văn", "Thị")."""
        return i < len(words) and words.words[i].folded in self._plainest and self.middle(words, i)

    def run(self, words: Words, i: int, limit: int = 5, *, abbreviations: bool = False) -> int:
        """The end of the run of capitalised words from word i on, at most `limit` words; i itself when there is none.
        A word of office ("Trưởng", "Ban") ends it, and so does a family name once two words stand."""
        last = i
        while last < len(words) and last - i < limit and words.capital(last):
            word = words.words[last]
            if last > i and not self.joined(words, last):
                break
            if (word.upper and not abbreviations) or not word.text.isalpha() or self.stops(words, last):
                break
            if last - i >= 2 and self.family(words, last) and self.person_like(words, last):
                break
            last += 1
        return last

    def stops(self, words: Words, i: int) -> bool:
        """Whether a word of office ("Trưởng", "Ban") begins at word i."""
        match = self._stops.longest(words, i)
        return match is not None and match.exact

    def joined(self, words: Words, i: int) -> bool:
        """Whether word i continues the name of the word before it: by a space, an apostrophe or a tight dash."""
        return words.words[i].gap in (Gap.SPACE, Gap.APOSTROPHE) or tight(words, i)

    def person_like(self, words: Words, i: int) -> bool:
        """Whether a strong family name with two more capitalised words or a middle name begins at word i."""
        if self.family(words, i) is None or not words.capital(i + 1):
            return False
        return words.words[i + 1].gap is Gap.SPACE and (self.middle(words, i + 1) or bool(self.family(words, i)))
