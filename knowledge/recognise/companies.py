"""Companies: kinds of business, in small letters or not, then the name ("Công ty TNHH Vận tải Xuân Cương")."""

from __future__ import annotations

from typing import Any

from knowledge.lexicon.load import Lexicon
from knowledge.model import MentionKind, Name
from knowledge.recognise.name_runs import Runs
from knowledge.recognise.name_scene import Found
from knowledge.recognise.name_words import Gap, Phrases, Words, phrases, slug

_WEIGHT = 93  # more than that of a river: "Công ty Sông Đà" is a company
_LONGEST = 14  # words
MOST_DIGITS = 3


class Companies:
    """Reads what follows "Công ty", "Tập đoàn", "Hợp tác xã"; built once from a lexicon."""

    def __init__(self, lexicon: Lexicon, runs: Runs) -> None:
        self._runs = runs
        table: Any = lexicon["domain/organisations"].get("company", {})
        self._kinds: Phrases[None] = phrases([(w, None) for w in table.get("words", ())])
        self._joins: Phrases[None] = phrases([(w, None) for w in table.get("joins", ())])
        self._verbs: Phrases[None] = phrases([(w, None) for w in table.get("verbs", ())])
        self._ends: Phrases[None] = phrases([(w, None) for w in table.get("ends", ())])

    def at(self, words: Words, first: int, start: int) -> Found | None:
        """The company whose head stands in words `first` up to `start`; None when no name follows."""
        last = named = start
        while last < len(words) and last - first < _LONGEST:
            step = self._kind(words, last) or self._name(words, last)
            if step == 0:
                break
            if step > last and words.words[last].capital:
                named = step
            last = step
        if named == start:
            return None
        named += self._numbered(words, named)
        core = slug(words.slice(start, named))
        name = Name(f"org:cong-ty/{core}", words.slice(first, named))
        return Found(
            MentionKind.ORGANISATION,
            first,
            named,
            name,
            "organisation-company",
            _WEIGHT,
            ("cong-ty", core),
            closed=True,
        )

    def _numbered(self, words: Words, i: int) -> int:
        """1 where word i is the number by which a company goes ("Cầu đường 19"), of nothing that it would count."""
        if not 0 < i < len(words) or not words.words[i].text.isdigit() or len(words.words[i].text) > MOST_DIGITS:
            return 0
        if words.words[i].gap is not Gap.SPACE or not words.words[i - 1].text.isalpha():
            return 0
        if i + 1 == len(words):
            return 1
        after = words.words[i + 1]
        return int(
            (
                after.gap in (Gap.COMMA, Gap.OPEN, Gap.CLOSE, Gap.BREAK, Gap.SEMICOLON, Gap.COLON)
                and not after.text.isdigit()
            )
            or (after.gap is Gap.SPACE and self._verbs.longest(words, i + 1) is not None)
        )

    def _kind(self, words: Words, i: int) -> int:
        """The end of a kind of business at word i, which may follow a comma or "và"; 0 when there is none."""
        gap = words.words[i].gap
        if gap not in (Gap.SPACE, Gap.DASH, Gap.AND, Gap.COMMA):
            return 0
        join = self._joins.longest(words, i)
        begin = join.last if join is not None and gap is Gap.SPACE else i
        if begin >= len(words):
            return 0
        kind = self._kinds.longest(words, begin)
        if kind is None or not (kind.exact or words.words[begin].capital):
            return 0
        if gap is Gap.COMMA and not words.words[begin].capital:
            return 0
        return kind.last

    def _name(self, words: Words, i: int) -> int:
        """The end of capitalised words at word i; 0 when there are none."""
        if words.words[i].gap not in (Gap.SPACE, Gap.DASH) or self._ends.longest(words, i) is not None:
            return 0
        if words.shouted[i]:
            last = i
            while last < len(words) and words.words[last].upper and words.words[last].gap is Gap.SPACE:
                last += 1
            return last if last > i else 0
        if words.words[i].text.isdigit():
            return i + 1
        last = self._runs.run(words, i, 5, abbreviations=True)
        return last if last > i else 0
