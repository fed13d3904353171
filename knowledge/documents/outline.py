"""Headings and list items: their marks, and the levels that follow from the order in which marks appear."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.documents.pieces import Paragraph
from knowledge.documents.wording import says

_BULLET = re.compile(r"([-–—+*•·●▪◦■□»✓→])(?:\s+(?=\S)|(?=[^\W\d]))")
# Outermost first. The text after the mark must start like a phrase, so that figures ("1.5 tỷ") are not taken for marks.
_NUMBERING = (
    ("letter", re.compile(r"[A-HKLMĐ](?:\.|\)|\s[-–])\s*(?=[^\W\d])")),
    ("roman", re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})(?:\.|\)|:|/(?=\s)|\s?[-–](?=\s))\s*(?=[^\W\d_]|\")")),
    ("decimal", re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}(?:\.|\))?\s*(?=[^\W\d_])(?=\S*\s)")),
    ("number", re.compile(r"\d{1,2}(?:\.|/|\.\)|\s?[-–](?=\s))\s*(?=[^\W\d_]|[\"“(])")),
    ("bracket", re.compile(r"(?:\(\d{1,2}\)|\d{1,2}\))\s*(?=[^\W_]|[\"“])")),
    ("alpha", re.compile(r"[a-zđ](?:\.|\))\s*(?=[^\W_]|[\"“])")),
)
_ENDS = tuple(".;,?!…")
_LONGEST_HEADING = 160
_LONGEST_ALONE = 40  # letters of a heading told only by the white space around it
_FIRST = re.compile(r"\(?(?:1|I|A|a|\d{1,2}\.1)(?![\w])")
_PART = re.compile(r"^\w+ (?:\w+ )?\w+\s*:\s+")  # "Phần hai: …"
_CLOCK = re.compile(r"^\[[^\]]{1,20}\]\s*")


def numbering(text: str) -> str | None:
    """The class of the number a line starts with ("roman" for "II. ...", "decimal3" for "1.2.3 ..."), or None."""
    if says(text, "part"):
        return "part"
    for name, pattern in _NUMBERING:
        mark = pattern.match(text)
        if mark:
            return f"decimal{mark[0].count('.', 0, len(mark[0].rstrip('. )')))}" if name == "decimal" else name
    return None


def bullet(text: str) -> str | None:
    """The bullet a line starts with, dashes made one, or None."""
    mark = _BULLET.match(text)
    return ("-" if mark[1] in "-–—" else mark[1]) if mark else None


def upper(text: str) -> bool:
    """Whether `text` is set in capitals: four letters at least, and no more than one in twelve in lower case."""
    letters = [c for c in _CLOCK.sub("", text) if c.isalpha()]
    return len(letters) >= 4 and sum(c.islower() for c in letters) * 12 <= len(letters)


def _phrase(text: str) -> bool:
    """Whether `text` reads like a heading: short, no full stop at its end or within, no value after a colon."""
    if len(text) > _LONGEST_HEADING or text.endswith(_ENDS):
        return False
    inner = text.rstrip(": ")
    return ": " not in inner and "; " not in inner and not re.search(r"[^\W\d]{3,}\. [^\W\d_a-zđ]", inner)


def listed(paragraphs: Sequence[Paragraph | None]) -> frozenset[int]:
    """The places of numbered lines that are items of a list although each alone might be a heading.

    A run counts up from 1 without a break; where half of its members or more carry text of their own ("1. Chủ trì: ông
    ..."), or nothing stands between them, all are items. `paragraphs` has None for tables.
    """
    items: set[int] = set()
    runs: dict[str, list[int]] = {}

    def close(mark: str) -> None:
        run = runs.pop(mark, [])
        members = [p for i in run if (p := paragraphs[i]) is not None]
        weak = sum(not (p.bold or upper(p.text) or _phrase(p.text)) for p in members)
        if len(run) > 1 and (2 * weak >= len(run) or run[-1] - run[0] == len(run) - 1):
            items.update(run)

    for i, paragraph in enumerate(paragraphs):
        mark = numbering(paragraph.text) if paragraph is not None else None
        if paragraph is None or mark is None or mark in ("part", "bracket"):
            continue
        if _FIRST.match(paragraph.text):
            close(mark)
        runs.setdefault(mark, []).append(i)
    for mark in list(runs):
        close(mark)
    return frozenset(items)


def heading_class(paragraph: Paragraph, *, listed: bool, last: bool, alone: bool) -> str | None:
    """The class of heading that `paragraph` is, or None. `listed`: it is in a numbered list; `last`: it is the end;
    `alone`: white space stands before and after it, and running text follows."""
    text = paragraph.text
    if paragraph.level:
        return f"style{paragraph.level}"
    if len(text) > _LONGEST_HEADING or paragraph.item:
        return None
    mark = numbering(text)
    strong = paragraph.bold or upper(text)
    if mark == "part" and (strong or _phrase(_PART.sub("", text))):
        return mark
    if mark:
        if mark == "bracket":
            return None
        if strong and not text.endswith(_ENDS[:3]):
            return mark
        plain = listed or last or not _phrase(text) or (mark == "alpha" and not text.endswith(":"))
        return None if plain else mark
    if bullet(text):
        return "star" if text.startswith("*") and text.endswith(":") and len(text) <= 80 else None
    if says(text, "numbered_caption"):
        return "part"
    if text.endswith(_ENDS) or not any(c.isalpha() for c in text):
        return None
    if upper(text):
        return "upper"
    if paragraph.bold and _phrase(text):
        return "bold"
    short = len(text) <= _LONGEST_ALONE and text[:1].isupper() and not text.endswith(":") and _phrase(text)
    return "alone" if alone and short else None


class Levels:
    """Levels by nesting: a class seen before closes all opened after it, a new one opens a level below."""

    def __init__(self) -> None:
        self._open: list[str] = []

    def level(self, name: str) -> int:
        if name.startswith("style"):
            self._open = [one for one in self._open if one.startswith("style") and one < name]
        elif name in self._open:
            self._open = self._open[: self._open.index(name)]
        self._open.append(name)
        return len(self._open)

    def close(self) -> None:
        self._open = []
