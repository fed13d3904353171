"""The time a text counts over, where its title says none: "Mười tháng thu 64 tỷ … trong mười tháng", "năm nay …"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge.documents.covered import number
from knowledge.documents.wording import holds, rows
from knowledge.model import BlockKind, Document, Period
from knowledge.text.fold import fold

_FILE = "vi/heading"
_LEAD = 3  # paragraphs that say what a text is about
_LEAD_WEIGHT = 2
_ENOUGH = 2
_REACH = 40  # letters before such months in which it may be said that they are only a length of time
_BEFORE = timedelta(days=120)  # figures are told so long after their time at most
_AFTER = timedelta(days=12)  # or so long before it is quite over
_LAST_MONTH = 12
_NEW_YEAR = 3  # months of a year in which the one before is told of
_SHOWN = (BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.CAPTION)


@dataclass(frozen=True, slots=True)
class _Counted:
    """The first `months` of a year, as said at one place; `year` where that is said, too."""

    months: int
    year: int | None


def counted(document: Document, written: date | None, enough: int = _ENOUGH) -> Period | None:
    """The months from new year on, or the whole year, over which the text counts; None where it says none often enough.

    What the title, a heading or the first paragraphs say counts twice. Without the day on which it was `written`, the
    text itself must name the year.
    """
    months: Counter[Period] = Counter()
    years = 0
    year = _told_year(written) if written else None
    for text, weight in _texts(document):
        folded = fold(text)
        for one in _months(folded):
            period = _placed(one, written)
            if period is not None:
                months[period] += weight
        if year is not None:
            years += weight * _years(folded, year, over=written is not None and written.year > year)
    best = max(months, key=lambda period: (months[period], period.end), default=None)
    if year is not None and years >= enough and (best is None or years * 2 >= months[best]):
        return Period(date(year, 1, 1), date(year + 1, 1, 1))
    return best if best is not None and months[best] >= enough else None


def _texts(document: Document) -> Iterator[tuple[str, int]]:
    body = 0
    for block in document.blocks:
        if block.kind not in _SHOWN:
            continue
        body += block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM)
        above = block.kind in (BlockKind.TITLE, BlockKind.HEADING) or body <= _LEAD
        yield block.text, _LEAD_WEIGHT if above else 1


def _months(folded: str) -> Iterator[_Counted]:
    for row in rows("counted", _FILE):
        for match in row.pattern.finditer(folded):
            if match["other"] or holds(folded[max(0, match.start() - _REACH) : match.start()], "lasting", "compared"):
                continue
            count = 6 if row.value == "half1" else number(match)
            if 1 < count < _LAST_MONTH:
                yield _Counted(count, int(match["year"]) if match["year"] else None)


def _placed(one: _Counted, written: date | None) -> Period | None:
    """The months meant, where a text of that day may count over them."""
    year = one.year or (written.year if written else None)
    if year is None:
        return None
    period = Period(date(year, 1, 1), date(year, one.months + 1, 1))
    if written is not None and not written - _BEFORE <= period.end <= written + _AFTER:
        return None
    return period


def _told_year(written: date) -> int | None:
    """The year that is looked back upon at its end, and for some weeks after."""
    if written.month == _LAST_MONTH:
        return written.year
    return written.year - 1 if written.month <= _NEW_YEAR else None


def _years(folded: str, year: int, *, over: bool) -> int:
    """How often a text speaks of all of `year`, by its number or in words; "năm nay" is none that is `over`."""
    groups = ("past_year",) if over else ("past_year", "this_year")
    named = (match for row in rows("named_year", _FILE) for match in row.pattern.finditer(folded))
    told = (match for group in groups for row in rows(group, _FILE) for match in row.pattern.finditer(folded))
    return sum(int(match["year"]) == year for match in named) + sum(1 for _ in told)
