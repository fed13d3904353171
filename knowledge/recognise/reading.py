"""A text made ready for the rules: once lower-cased or folded, once judged for how it is typed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from knowledge.model import Period
from knowledge.text.fold import fold
from knowledge.text.language import language

_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"(?<![\d.,])(?:19[5-9]|20[0-4])\d(?!\d|[.,]\d)")
_PIECE = re.compile(r"[^\W\d_]+|\d+|[/:–(@%.-]")
# the places of figures, of those of one or two digits that begin a figure, of those that may be years
DIGITS, FEW_DIGITS, FOUR_DIGITS = "0", "10", "2000"
_SHARE_MARKED = 4  # one word in four with marks: its writer types them (in running Vietnamese it is two in three)


@dataclass(frozen=True, slots=True)
class Reading:
    """`hay` is what patterns run on, letter for letter as long as `text`: lower case, and folded unless `marked` (the
    writer types Vietnamese marks). `english` tells the language, and with it what "1,234" means. `at` tells where each
    word of `hay` stands, each mark of "/:–(@%.-", each figure ("0"), each short one ("10"), each that may be a year
    ("2000"); `years` are the years written out: place and year."""

    text: str
    hay: str
    marked: bool
    english: bool
    today: date
    anchor: Period | None
    at: Mapping[str, list[int]]
    years: tuple[tuple[int, int], ...]


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
    hay = lower(text) if marked else fold(text)
    at = _places(hay)
    years = tuple((place, int(hay[place : place + 4])) for place in at.get(FOUR_DIGITS, ()) if _YEAR.match(hay, place))
    return Reading(text, hay, marked, english, today, anchor, at, years)


def _places(hay: str) -> dict[str, list[int]]:
    at: dict[str, list[int]] = {}
    for match in _PIECE.finditer(hay):
        piece = match[0]
        if piece.isdigit():
            if len(piece) == 4 and piece.startswith(("19", "20")):
                at.setdefault(FOUR_DIGITS, []).append(match.start())
            elif len(piece) < 3 and hay[match.start() - 1 : match.start()] not in (".", ","):
                at.setdefault(FEW_DIGITS, []).append(match.start())
            piece = DIGITS
        at.setdefault(piece, []).append(match.start())
    return at


def lower(text: str) -> str:
    """Lower case, one letter for each letter of `text`."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
