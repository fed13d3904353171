"""A text made ready for the rules: once lower-cased or folded, once judged for how it is typed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from knowledge.model import Period
from knowledge.text.fold import fold
from knowledge.text.language import language

_WORD = re.compile(r"[^\W\d_]+")
_SHARE_MARKED = 4  # one word in four with marks: its writer types them (in running Vietnamese it is two in three)


@dataclass(frozen=True, slots=True)
class Reading:
    """`hay` is what patterns run on, letter for letter as long as `text`: lower case, and folded unless `marked` (the
    writer types Vietnamese marks). `english` tells the language, and with it what "1,234" means."""

    text: str
    hay: str
    marked: bool
    english: bool
    today: date
    anchor: Period | None


def read(text: str, today: date, anchor: Period | None) -> Reading:
    """`text` (NFC) made ready. Marked needs a quarter of the words with marks: a lone accented name in a text typed
    without does not count."""
    marked = english = False
    if text.isascii():
        english = language(text) == "en"
    else:
        words = [word for word in _WORD.findall(text) if not word.isupper() or not word.isascii()]
        marked = sum(not word.isascii() for word in words) * _SHARE_MARKED >= len(words) > 0
        if not marked:
            english = language(text) == "en"
    return Reading(text, lower(text) if marked else fold(text), marked, english, today, anchor)


def lower(text: str) -> str:
    """Lower case, one letter for each letter of `text`."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
