"""Figures read twice, by the Vietnamese and by the English model, which is the better one for them."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.documents.slips import mended
from knowledge.documents.tesseract import Word

_FIGURE = re.compile(r"^[+\-–(]?\d[\d.,/]*(?: ?%)?\)?$")
_WELL_FORMED = re.compile(r"^[+\-–(]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?(?: ?%)?\)?$")
_EDGES = " |_.,;:°'`‘’\"~—*"
_SLIPS = str.maketrans("OoQlIi|SB", "000111158")  # letters for figures, within what is otherwise a figure
_TAIL = re.compile(r"[^\d%)]*$")
_HEAD = re.compile(r"^[^\d+\-–(]*")


def chosen(vietnamese: str, english: str) -> str:
    """The reading of a cell: a figure as the English model has it, unless only the other makes a proper figure of it;
    anything else in Vietnamese. Points and commas are kept as read."""
    figure, other = _figure(english), _figure(vietnamese)
    if figure is None:
        return mended(vietnamese) if other is None else other
    if other is not None and not _WELL_FORMED.match(figure) and _WELL_FORMED.match(other):
        return other
    return figure


def _figure(text: str) -> str | None:
    """The figure in a cell that holds nothing else, without specks; None where there is none."""
    text = text.strip(_EDGES)
    if text in ("-", "–"):
        return text
    if _FIGURE.match(text):
        return text
    mended = text.translate(_SLIPS)
    digits = sum(c.isdigit() for c in text)
    return mended if digits >= 2 and len(text) - digits <= digits and _WELL_FORMED.match(mended) else None


def checked(words: list[Word], english: list[Word]) -> list[Word]:
    """`words` of running text, their figures as the English model has them where it stands in the same place and is no
    less sure."""
    figures = [word for word in english if any(c.isdigit() for c in word.text)]
    return [_checked(word, figures) if any(c.isdigit() for c in word.text) else word for word in words]


def _checked(word: Word, figures: list[Word]) -> Word:
    head, body, tail = _inner(word.text)
    other = next((o for o in figures if _same_place(word, o)), None)
    if other is None or not _FIGURE.match(body):
        return word
    figure = _inner(other.text)[1]
    if figure == body or not _FIGURE.match(figure) or other.sure < word.sure:
        return word
    if _WELL_FORMED.match(body) and not _WELL_FORMED.match(figure):
        return word
    return replace(word, text=head + figure + tail)


def _inner(text: str) -> tuple[str, str, str]:
    """A word as (what stands before its figure, the figure, what stands behind it)."""
    head = _HEAD.search(text)
    tail = _TAIL.search(text)
    start, end = head.end() if head else 0, tail.start() if tail else len(text)
    return text[:start], text[start:end], text[end:]


def _same_place(one: Word, other: Word) -> bool:
    """Whether two words stand at one place; one model may have joined to it what the other keeps apart."""
    slack = (one.bottom - one.top) / 2
    return (
        abs(one.left - other.left) < slack
        and abs(one.right - other.right) < slack
        and other.top < (one.top + one.bottom) / 2 < other.bottom
    )
