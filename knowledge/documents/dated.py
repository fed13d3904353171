"""The day a document bears: on its date line, in a news item's first words, where a page says it was posted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge.documents.wording import holds, rows, says
from knowledge.model import Block, BlockKind, Document
from knowledge.text.fold import fold

_FILE = "vi/heading"
_LEAD = 2  # paragraphs in which a news item says when its meeting was
_NEAR = timedelta(days=45)  # a news item is posted so long after its meeting at most
_OLDEST = 1975
_HEAD, _FOOT = 12, 4  # blocks in which a paper says when it came out
_LINE, _OPENING = 120, 60  # letters of such a line, and of a text's beginning


@dataclass(frozen=True, slots=True)
class Dated:
    day: date
    place: str | None = None
    uncertain: bool = False


@dataclass(frozen=True, slots=True)
class _Day:
    start: int
    day: int | None
    month: int
    year: int | None

    def on(self, year: int) -> date | None:
        try:
            return date(self.year or year, self.month, self.day or 1)
        except ValueError:
            return None


def _days(text: str) -> Iterator[_Day]:
    folded = fold(text)
    taken: list[tuple[int, int]] = []
    found: list[_Day] = []
    for row in rows("date", _FILE):
        for match in row.pattern.finditer(folded):
            if any(a < match.end() and match.start() < b for a, b in taken):
                continue
            taken.append(match.span())
            groups = match.groupdict()
            day, year = groups.get("day"), groups.get("year")
            start = match.start("day") if day else match.start()
            found.append(_Day(start, int(day) if day else None, int(groups["month"]), int(year) if year else None))
    yield from sorted(found, key=lambda one: one.start)


def _sane(day: date | None, today: date) -> bool:
    return day is not None and day.year >= _OLDEST and day <= today + timedelta(days=1)


def _dateline(document: Document, today: date) -> Dated | None:
    for block in document.blocks:
        if block.kind is not BlockKind.LETTERHEAD or not says(block.text, "dateline"):
            continue
        for one in _days(block.text):
            day = one.on(today.year)
            if day is not None and one.year is not None and day.year >= _OLDEST:
                place = block.text.split(",", 1)[0].strip() if "," in block.text else None
                return Dated(day, place, uncertain=one.day is None or not _sane(day, today))
    return None


def _posted(document: Document, today: date) -> date | None:
    """When the page says it was posted: the date in the lines around the title."""
    blocks = document.blocks
    title = next((i for i, block in enumerate(blocks) if block.kind is BlockKind.TITLE), 0)
    near = sorted(range(max(0, title - 4), min(len(blocks), title + 5)), key=lambda i: (abs(i - title), i < title))
    for i in near:
        if blocks[i].kind in (BlockKind.DEBRIS, BlockKind.LETTERHEAD) and not says(blocks[i].text, "related"):
            for one in _days(blocks[i].text):
                day = one.on(today.year)
                if one.year is not None and one.day is not None and _sane(day, today):
                    return day
    return None


def _held(text: str, before: int) -> bool:
    lead = fold(text[:before])
    return holds(lead, "held") and not holds(lead, "not_held")


def _meeting(document: Document, posted: date | None, today: date) -> Dated | None:
    body = [b.text for b in document.blocks if b.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM)][:_LEAD]
    for n, text in enumerate(body):
        for one in _days(text[:400]):
            if one.day is None or not _held(text, one.start):
                continue
            if posted:
                for year in (posted.year, posted.year - 1):
                    day = one.on(year)
                    if day and posted - _NEAR <= day <= posted:
                        return Dated(day)
            elif one.year is not None and one.start < (300 if n == 0 else 60):
                day = one.on(today.year)
                if day and _sane(day, today):
                    return Dated(day)
    return None


def _titled(document: Document, today: date) -> date | None:
    """The day a title ends in or holds ("Báo cáo nhanh (17h00 ngày 04/10/2031)"); not one that figures are counted
    to."""
    for block in document.blocks:
        if block.kind is BlockKind.TITLE and (day := _said(block.text, today, len(block.text))) is not None:
            return day
    return None


def _printed(document: Document, today: date) -> date | None:
    """When a paper came out: in its first lines ("Số 12, ra ngày 15/7/2031"), at the beginning of the text ("(Báo Biên
    Cương, 15/7/2031) - …"), or below it."""
    blocks = document.blocks
    text = next((i for i, b in enumerate(blocks) if b.kind is BlockKind.PARAGRAPH), len(blocks))
    head, body, foot = blocks[: min(text, _HEAD)], blocks[text : text + 1], blocks[max(text + 1, len(blocks) - _FOOT) :]
    for part, reach in ((head, _LINE), (body, _OPENING), (foot, _LINE)):
        for block in part:
            if block.table is not None or (part is not body and len(block.text) > _LINE):
                continue
            if says(block.text, "related"):
                continue
            day = _said(block.text, today, reach, cued=True)
            if day is not None:
                return day
    return _signed(foot, today)


def _signed(foot: Sequence[Block], today: date) -> date | None:
    """The day at the end of the last line, where that is no more than who wrote it, or where."""
    for block in foot[-1:]:
        ends = len(block.text) <= _OPENING and block.text.rstrip(" .)")[-4:].isdigit()
        if ends and block.kind is not BlockKind.ITEM:
            return _said(block.text, today, _OPENING)
    return None


def counted_to(document: Document, today: date) -> date | None:
    """The day until which the figures are counted, where a title or the first lines say so ("số liệu chốt
    30/9/2031")."""
    for block in document.blocks[:_HEAD]:
        if len(block.text) > _LINE or block.kind in (BlockKind.ITEM, BlockKind.TABLE):
            continue
        for one in _days(block.text):
            lead, day = fold(block.text[: one.start]), one.on(today.year)
            whole = one.day is not None and one.year is not None and _sane(day, today)
            if whole and holds(lead, "counted_to"):
                return day
    return None


def _said(text: str, today: date, reach: int, *, cued: bool = False) -> date | None:
    """The first full day in the first `reach` letters; with `cued` only behind words of coming out."""
    for one in _days(text):
        lead = fold(text[: one.start])
        if one.start > reach or one.day is None or one.year is None:
            continue
        if holds(lead, "not_printed") or (cued and not holds(lead, "printed")):
            continue
        day = one.on(today.year)
        if day is not None and _sane(day, today):
            return day
    return None


def document_date(document: Document, file: str, today: date) -> Dated | None:
    """The document's date, and where its date line says so, the place.

    In this order: the date line of the letterhead, the day of the meeting a news item or record opens with, the day of
    posting, a day in the title, the day a paper says it came out on, the file name (uncertain). Dates after `today` are
    uncertain or not believed.
    """
    line = _dateline(document, today)
    if line:
        return line
    posted = _posted(document, today)
    meeting = _meeting(document, posted, today)
    if meeting:
        return meeting
    if posted:
        return Dated(posted)
    shown = _titled(document, today) or _printed(document, today)
    if shown:
        return Dated(shown)
    for one in _days(file.replace("_", "-").rsplit(".", 1)[0]):
        day = one.on(today.year)
        if one.year is not None and day and _sane(day, today):
            return Dated(day, uncertain=True)
    return None
