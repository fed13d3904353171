"""Words of two syllables the first of which is clipped to its first letter: "bgiao" is "bàn giao", "xlý" "xử lý"."""

from __future__ import annotations

import re

from knowledge.ask.words import Words
from knowledge.text.fold import accented, fold
from knowledge.text.keyboard import is_syllable, syllable_key

_ONSET = re.compile(r"(ngh|ng|gh|gi|kh|nh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])\.?(?=[^\W\d_]{2})")
SEEN = 5  # times a word is in the lexicon at least
CLEARLY = 3  # times as often as the next one


def full(word: str, words: Words, *, marked: bool) -> str | None:
    """What the lower-case `word`, no syllable itself, is clipped from, where that is clear; without its marks unless
    the question is `marked`."""
    match = _ONSET.match(word)
    if match is None:
        return None
    rest = word[match.end() :]
    if not is_syllable(fold(rest)):
        return None
    onset = fold(match[1])
    ranked = sorted(
        ((n, first) for first, n in words.before.get(fold(rest), {}).items() if first.startswith(onset)), reverse=True
    )
    if not ranked or ranked[0][0] < SEEN or (len(ranked) > 1 and ranked[0][0] < CLEARLY * ranked[1][0]):
        return None
    first = ranked[0][1]
    if not marked and not accented(rest):
        return f"{first} {fold(rest)}"
    spelt = sorted(words.pairs[(first, fold(rest))])
    alike = [pair for pair in spelt if syllable_key(pair[1]) == syllable_key(rest)] if accented(rest) else spelt
    return " ".join(alike[0]) if alike else None
