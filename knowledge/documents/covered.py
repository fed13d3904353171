"""Which period a report covers: what its title says, the year from the document's date where the title has none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge.documents.wording import holds, rows
from knowledge.lexicon.load import load
from knowledge.model import Period
from knowledge.text.fold import fold

_FILE = "vi/heading"
_AHEAD_REACH = 60  # letters before a period within which a word that looks ahead governs it
_SLACK = timedelta(days=60)  # a report may be written so long before its period ends
_MONTH = timedelta(days=31)
_REPORTED, _HEARD = timedelta(days=13), timedelta(days=4)  # before its end, a month is reported on, or a meeting hears
_CLAUSE = re.compile(r"[;:,.()]|\s[-–]\s")


@dataclass(frozen=True, slots=True)
class Said:
    """A period as a text says it; `year` None where it says none. `ahead`: a word like "phương hướng" governs it;
    `compared`: it is only what a figure is compared with ("so với cùng kỳ năm 2021")."""

    start: int
    end: int
    form: str
    n: int
    year: int | None
    to: int | None
    ahead: bool
    compared: bool

    def period(self, year: int) -> Period | None:
        """The days meant in `year`, None where the number makes no sense."""
        first, last = 1, 12
        if self.form == "first":
            last = self.n
        elif self.form == "last":
            first = 13 - self.n
        elif self.form == "half1":
            last = 6
        elif self.form == "half2":
            first = 7
        elif self.form == "quarter":
            first, last = 3 * self.n - 2, 3 * self.n
        elif self.form == "month":
            first = last = self.n
        if not 1 <= first <= last <= 12:
            return None
        end = self.to if self.form == "range" and self.to else year
        return Period(date(year, first, 1), date(end + last // 12, last % 12 + 1, 1)) if end >= year else None


def number(match: re.Match[str]) -> int:
    """The number of months, quarters' months or the like that a pattern found, in digits or in words; 0 for none."""
    groups = match.groupdict()
    words = load()[_FILE]["numbers"]
    word = groups.get("n") or groups.get("quarters") or "0"
    found = int(word) if word.isdigit() else int(words.get(" ".join(word.split()), 0))
    return 3 * found if groups.get("quarters") else found


def said(text: str) -> list[Said]:
    """The periods a text says, from left to right; where readings overlap, the first in the lexicon."""
    folded = fold(text)
    return _said(folded, "period") or _said(folded, "vague")


def _said(folded: str, group: str) -> list[Said]:
    found: list[Said] = []
    for row in rows(group, _FILE):
        for match in row.pattern.finditer(folded):
            if any(one.start < match.end() and match.start() < one.end for one in found):
                continue
            groups = match.groupdict()
            year, to = groups.get("year"), groups.get("to")
            found.append(
                Said(
                    match.start(),
                    match.end(),
                    row.value,
                    number(match),
                    int(year) if year else None,
                    int(to) if to else None,
                    _governed(folded[: match.start()]),
                    holds(folded[: match.start()], "compared"),
                )
            )
    return sorted(found, key=lambda one: one.start)


def _governed(before: str) -> bool:
    clause = _CLAUSE.split(before[-_AHEAD_REACH:])[-1]
    ahead = [m.end() for row in rows("ahead", _FILE) for m in row.pattern.finditer(clause)]
    back = [m.end() for row in rows("back", _FILE) for m in row.pattern.finditer(clause)]
    return bool(ahead) and not back


def plausible(period: Period, written: date | None) -> bool:
    """Whether a report written on that day can cover the period: it must be (nearly) over, and not long past."""
    if written is None:
        return True
    return period.end <= written + _SLACK and period.end >= written - timedelta(days=500)


def _resolved(one: Said, others: list[Said], written: date | None) -> tuple[Period | None, bool]:
    """The period meant, and whether its year is only inferred."""
    if one.year is not None:
        return one.period(one.year), False
    later = [other.year for other in others if other.year is not None and other.start >= one.end]
    earlier = [other.year for other in others if other.year is not None and other.end <= one.start]
    if later or earlier:
        return one.period((later or earlier[::-1])[0]), False
    if written is None:
        return None, True
    for year in (written.year, written.year - 1):
        period = one.period(year)
        if period and plausible(period, written):
            return period, True
    return one.period(written.year), True


def from_title(title: str, written: date | None, *, ahead: bool = False) -> tuple[Period | None, bool]:
    """The period a title says, and whether that is uncertain.

    "Kết quả 6 tháng đầu năm, phương hướng 6 tháng cuối năm 2018" is the first half of 2018: what lies ahead comes
    second. The title of a plan says nothing else (`ahead`).
    """
    found = said(title)
    behind = [s for s in found if not s.ahead]
    for one in ([] if ahead else behind) or found:
        period, inferred = _resolved(one, found, written)
        if period:
            if not one.ahead:
                period = _widest(period, [wider for s in behind if (wider := _resolved(s, found, written)[0])])
            return period, inferred or not (ahead or plausible(period, written))
    return (_days(title), False) if not found else (None, False)


def _widest(period: Period, others: list[Period]) -> Period:
    """The longest of those that end as `period` does: "tháng 9 và 9 tháng" is nine months."""
    return min([period, *(other for other in others if other.end == period.end)], key=lambda one: one.start)


def _days(title: str) -> Period | None:
    """The days from one to another that a title names."""
    for row in rows("days", _FILE):
        match = row.pattern.search(fold(title))
        if match is None:
            continue
        try:
            first = date(int(match["y1"] or match["y2"]), int(match["m1"]), int(match["d1"]))
            last = date(int(match["y2"]), int(match["m2"]), int(match["d2"]))
        except ValueError:
            return None
        if first > last and not match["y1"]:
            first = first.replace(year=first.year - 1)
        return Period(first, last + timedelta(days=1)) if first < last else None
    return None


def within_month(period: Period) -> bool:
    """Whether a period is a month or shorter."""
    return period.end - period.start <= _MONTH


def too_early(title: str, period: Period, written: date | None) -> bool:
    """Whether the month a title names is that of the meeting or of the writing, too early to have been told of: a
    report is written some days before its month is over, a meeting hears of what is past."""
    if written is None or not within_month(period):
        return False
    lead = _HEARD if holds(fold(title), "meeting") else _REPORTED
    return period.start <= written < period.end - lead


def from_text(texts: Iterable[str], written: date | None) -> Period | None:
    """A guess from the first sentences of a text, or from a file name: the first period that is over and not governed
    by a word that looks ahead."""
    for text in texts:
        found = said(text)
        for one in found:
            period, inferred = _resolved(one, found, written)
            if (
                period
                and not one.ahead
                and not one.compared
                and plausible(period, written)
                and not (inferred and one.form == "first")
                and not (one.form == "month" and one.year is None)
            ):
                return period
    return None
