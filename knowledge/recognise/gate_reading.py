"""Whether a gate's name, alone or after a gate word, is meant as one: by its letters and the words beside it."""

from __future__ import annotations

from knowledge.recognise.gate_catalogue import Gate
from knowledge.recognise.name_beside import Beside
from knowledge.recognise.name_words import Gap, Match, Words
from knowledge.recognise.places import Places


def clear(words: Words, known: Match[Gate], places: Places, *, headed: bool) -> bool:
    """Whether the words beside the name leave it a gate's."""
    gate = known.value
    if known.last < len(words) and words.words[known.last].gap in (Gap.SPACE, Gap.DASH):
        following = words.words[known.last].folded
        if following in gate.not_before or f"{following} {_at(words, known.last + 1)}" in gate.not_before:
            return False
    longer = places.known(words, known.first)
    if longer is not None and longer.last > known.last and longer.value.level == "foreign":
        return False
    if headed:
        return known.exact or not words.accented or words.capital(known.first) or not known.value.common
    if known.first > 0 and words.words[known.first].gap is Gap.SPACE:
        before = words.words[known.first - 1].folded
        if before in gate.not_after or f"{_at(words, known.first - 2)} {before}" in gate.not_after:
            return False
    return True


def readable(words: Words, known: Match[Gate], beside: Beside) -> bool:
    """Whether the letters of a bare name leave no doubt."""
    part = words.words[known.first : known.last]
    if len(part) == 1 and not known.exact:
        return False
    capital = all(word.capital for word in part if word.text.isalpha())
    if known.exact and part[0].capital and known.first > 0 and not known.value.common:
        capital = True  # "Hữu nghị", as some write
    if capital:
        return known.exact or not words.accented or not any(words.shouted[known.first : known.last])
    if (known.value.common or known.value.not_after) and words.cased:
        return False
    if known.value.common and not known.exact:
        spaced = known.first > 0 and words.words[known.first].gap is Gap.SPACE
        return spaced and beside.says(words.words[known.first - 1], "cue_gate")
    return not part[0].capital or known.first == 0 or not known.value.common


def _at(words: Words, i: int) -> str:
    return words.words[i].folded if 0 <= i < len(words) else ""
