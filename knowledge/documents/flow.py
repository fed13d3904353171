"""Lines placed on pages become paragraphs in reading order; what is printed on every page is told apart.

Used wherever a format gives places instead of paragraphs: PDF, recognised scans.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from knowledge.documents.aligned import with_tables
from knowledge.documents.outline import bullet, numbering, upper
from knowledge.documents.pieces import Grid, Paragraph, Piece
from knowledge.documents.placed import Line, Page
from knowledge.documents.wording import find, says
from knowledge.model import BlockKind

_DIGITS = re.compile(r"\d+")
_ENDS = tuple(".:;!?…")
_ENOUGH = 4  # full lines that tell where lines start


@dataclass(frozen=True, slots=True)
class _Area:
    """Where the running text of a page stands."""

    left: float
    right: float
    lead: float  # usual distance from line to line

    def centred(self, line: Line) -> bool:
        middle = (self.left + self.right) / 2
        return line.x0 > self.left + 4 and line.x1 < self.right - 4 and abs((line.x0 + line.x1) / 2 - middle) < 6


def flow(pages: list[Page]) -> list[Piece]:
    """The pieces of these pages: paragraphs joined, also over page ends; tables that go on over a page end made one."""
    furniture = _furniture(pages)
    found: list[Piece] = []
    debris: list[Piece] = []  # comes last, so that it does not stand between a paragraph and its rest
    ends: Line | None = None  # the line in which the last paragraph ends, while it may go on
    for page in pages:
        area = _area(page)
        fresh = True  # nothing of this page's text so far
        for part in _parts(page, first=page is pages[0]):
            if part.framed:
                found += _columns(part.lines, page)
                ends = None
                continue
            kept: list[Line | Grid] = []
            for item in part.items:
                if isinstance(item, Line) and page.in_margin(item) and _is_furniture(item, furniture):
                    debris.append(Paragraph(item.text, kind=BlockKind.DEBRIS, page=page.number))
                else:
                    kept.append(item)
            for item in with_tables(kept, page.number):
                if isinstance(item, Grid):
                    _add_grid(found, item, fresh)
                    ends = None
                else:
                    ends = _add_line(found, item, ends, area, page, fresh)
                fresh = False
    return found + debris


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of a page that is, or is not, a frame in two columns."""

    framed: bool
    items: tuple[Line | Grid, ...]

    @property
    def lines(self) -> list[Line]:
        return [item for item in self.items if isinstance(item, Line)]


def _parts(page: Page, *, first: bool) -> list[_Part]:
    zones = [zone for zone in (_head(page) if first else None, _foot(page)) if zone]

    def framed(item: Line | Grid) -> bool:
        if isinstance(item, Grid) or (page.in_margin(item) and says(item.text, "page_number")):
            return False
        return any(top <= item.top <= bottom for top, bottom in zones)

    return [_Part(is_framed, tuple(items)) for is_framed, items in groupby(page.items, key=framed)]


def _furniture(pages: list[Page]) -> frozenset[str]:
    """What stands in the margins of several pages alike, figures aside."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({_DIGITS.sub("#", line.text) for line in page.lines() if page.in_margin(line)})
    return frozenset(text for text, count in counts.items() if count >= 3 or 1 < count == len(pages))


def _is_furniture(line: Line, furniture: frozenset[str]) -> bool:
    return says(line.text, "page_number") or _DIGITS.sub("#", line.text) in furniture


def _usual(values: Iterable[float], default: float) -> float:
    """The value most of `values` are near; on a scan they differ by a point."""
    counts = Counter(round(value) for value in values)
    if not counts:
        return default
    return float(max(counts, key=lambda v: (2 * counts[v] + counts[v - 1] + counts[v + 1], -v)))


def _area(page: Page) -> _Area:
    body = [line for line in page.lines() if not page.in_margin(line)] or page.lines()
    wide = [line for line in body if line.x1 - line.x0 > 0.5 * page.width]
    ends = sorted(line.x1 for line in wide)
    leads = [b.top - a.top for a, b in pairwise(body) if 0 < b.top - a.top < 4 * b.size]
    starts = wide if len(wide) >= _ENOUGH else []  # of fewer, most may be first lines of paragraphs, set in
    return _Area(
        left=_usual((line.x0 for line in starts), min((line.x0 for line in body), default=0)),
        right=ends[len(ends) * 3 // 4] if ends else max((line.x1 for line in body), default=page.width),
        lead=_usual(leads, 14),
    )


def _pairs(page: Page) -> list[tuple[Line, Line]]:
    """Lines that stand side by side, the left one first."""
    lines = page.lines()
    found = []
    for i, a in enumerate(lines):
        for b in lines[i + 1 : i + 6]:
            overlap = min(a.bottom, b.bottom) - max(a.top, b.top)
            if overlap > 0.3 * min(a.size, b.size) and (a.x1 < b.x0 or b.x1 < a.x0):
                found.append((a, b) if a.x0 < b.x0 else (b, a))
    return found


def _head(page: Page) -> tuple[float, float] | None:
    """From where to where the letterhead in two columns reaches on the first page."""
    end = None
    stop = next((line.top for line in page.lines() if find("kind", line.text) and upper(line.text)), 0.5 * page.height)
    for a, b in _pairs(page):
        if max(a.top, b.top) < stop and any(says(t.text, "motto", "number", "dateline", "body") for t in (a, b)):
            end = max(end or 0, a.top, b.top)
    if end is None:
        return None
    for line in page.lines():
        if end < line.top < stop and says(line.text, "dateline", "number"):
            end = line.top
    return 0, end


def _foot(page: Page) -> tuple[float, float] | None:
    """From where to where recipients and signature reach."""
    start = next((line.top for line in page.lines() if says(line.text, "recipients")), None)
    if start is None:
        signing = [
            min(a.top, b.top) for a, b in _pairs(page) if any(says(t.text, "signing") and upper(t.text) for t in (a, b))
        ]
        start = min((top for top in signing if top > 0.1 * page.height), default=None)
    if start is None:
        return None
    end = page.height
    for item in page.items:
        if (
            isinstance(item, Line)
            and item.top > start
            and (says(item.text, "numbered_caption") or len(item.text) > 110)
        ):
            end = min(end, item.top - 1)
    return start - 4, end


def _columns(lines: list[Line], page: Page) -> list[Paragraph]:
    """The lines of a frame, left column first."""
    if not lines:
        return []
    rights = [b.x0 for a, b in _pairs(replace(page, items=tuple(lines)))]
    border = min(rights) - 3 if rights else page.width
    ordered = [line for line in lines if line.x0 < border] + [line for line in lines if line.x0 >= border]
    return [Paragraph(line.text, bold=line.bold, kind=BlockKind.LETTERHEAD, page=page.number) for line in ordered]


def _add_grid(found: list[Piece], grid: Grid, fresh: bool) -> None:
    last = found[-1] if found else None
    if fresh and isinstance(last, Grid) and len(last.rows[0]) == len(grid.rows[0]) and last.page != grid.page:
        rows = grid.rows
        while rows and rows[0] in last.rows[:3]:  # the header is printed again
            rows = rows[1:]
        found[-1] = replace(last, rows=last.rows + rows)
    else:
        found.append(grid)


def _add_line(found: list[Piece], line: Line, ends: Line | None, area: _Area, page: Page, fresh: bool) -> Line:
    """Adds a line to the pieces, to the last paragraph where it carries that on; the line the text now ends in."""
    last = found[-1] if found else None
    centred = area.centred(line)
    if ends and isinstance(last, Paragraph) and last.kind is None and _carries_on(last, line, ends, area, fresh):
        found[-1] = replace(last, text=f"{last.text} {line.text}", bold=last.bold and line.bold)
        return line
    gap = fresh or ends is None or line.top - ends.top > 1.25 * area.lead
    right = line.x0 > (area.left + area.right) / 2 and not centred
    found.append(Paragraph(line.text, bold=line.bold, centred=centred, right=right, gap=gap, page=page.number))
    return line


def _carries_on(last: Paragraph, line: Line, ends: Line, area: _Area, fresh: bool) -> bool:
    if (
        bullet(line.text)
        or (last.centred and line.text.startswith("("))
        or (numbering(line.text) and (last.text.endswith(_ENDS) or upper(line.text) > upper(last.text)))
    ):
        return False
    if abs(line.size - ends.size) > 0.6 or line.bold != ends.bold or area.centred(line) != last.centred:
        return False
    if not fresh and not 0 < line.top - ends.top <= 1.25 * area.lead:
        return False
    if fresh and last.text.endswith(_ENDS):
        return False
    flush = line.x0 < area.left + 0.8 * line.size
    if flush and not last.centred and line.text[:1].islower() and not last.text.endswith(_ENDS):
        return True
    word = line.text.split(" ", 1)[0]
    room = (line.x1 - line.x0) * len(word) / max(len(line.text), 1)
    if ends.x1 + room < area.right - line.size:
        return False  # its first word would have fitted above: a new paragraph
    return flush or last.centred or bullet(last.text) is not None or numbering(last.text) is not None
