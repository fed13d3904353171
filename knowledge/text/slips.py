"""Respellings: what a mistyped or playfully spelt Vietnamese syllable was to be ("thág", "ngị", "fước", "zự")."""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge.text.fold import fold
from knowledge.text.keyboard import is_syllable, split_tone, with_tone

_VOWELS = "aăâeêioôơuưy"
# Tried in order; each pattern works on the letters without tone. More than one outcome where the sound leaves it open.
_RULES: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (re.compile(pattern), outcomes)
    for pattern, outcomes in (
        (r"^f", ("ph",)),
        (r"^w", ("qu",)),
        (r"^dz", ("d", "v", "gi")),
        (r"^z", ("d", "gi", "v", "r")),
        (r"^j", ("gi", "ch", "d")),
        (r"^ng(?=[iêey])", ("ngh",)),
        (r"^ngh(?=[aăâoôơuư])", ("ng",)),
        (r"^gh(?=[aăâoôơuư])", ("g",)),
        (r"^g(?=[eê])", ("gh",)),
        (r"^k(?=[aăâoôơuưl])", ("c", "kh")),
        (r"^c(?=[iêey])", ("k", "ch")),
        (r"^q(?=[^u])", ("qu",)),
        (r"^hp", ("ph",)),
        (r"^hk", ("kh",)),
        (r"^ht", ("th",)),
        (r"^rt", ("tr",)),
        (r"^hn", ("nh",)),
        (r"^gn", ("ng",)),
        (rf"(?<=[{_VOWELS}])g$", ("ng",)),
        (rf"(?<=[{_VOWELS}])gn$", ("ng",)),
        (rf"(?<=[{_VOWELS}])hn$", ("nh",)),
        (rf"(?<=[{_VOWELS}])h$", ("nh", "ch")),
        (rf"(?<=[{_VOWELS}])k$", ("c", "ch")),
        (rf"(?<=[{_VOWELS}])nk$", ("nh",)),
        (r"([b-df-hj-np-tv-zđ])\1+", (r"\1",)),
        (rf"([{_VOWELS}])\1+", (r"\1",)),
    )
)


@lru_cache(maxsize=8192)
def respellings(word: str) -> tuple[str, ...]:
    """Real syllables (lower case) that the lower-case `word`, itself none, may stand for, the likeliest first."""
    base, tone = split_tone(word)
    if is_syllable(fold(base)):
        return ()
    forms = {base: None}
    for pattern, outcomes in _RULES:
        for form in tuple(forms):
            for outcome in outcomes:
                if pattern.search(form):
                    forms[pattern.sub(outcome, form, count=1)] = None
    found = (form for form in forms if form != base and is_syllable(fold(form)))
    return tuple(dict.fromkeys(with_tone(form, tone) for form in found))
