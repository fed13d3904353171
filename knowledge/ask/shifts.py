"""Times counted from the time asked about before: "the six days after that", "tháng tiếp theo", "the year before".

Patterns are rows of ``vi/questions.toml`` and ``en/questions.toml``; the stretch named "n" tells how many, where the
question says so, and the one named for a unit what is counted. Without a number as much is meant as was asked about
before, moved on by one: half a year for half a year.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from knowledge.model import Period
from knowledge.text.fold import fold

UNITS = ("day", "week", "month", "quarter", "year")
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_DAYS = {"day": 1, "week": 7}
LONGEST = 60  # of anything counted; more is no follow-up


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units on from (or, below zero, back from) a time; `count` 0 where no number is said."""

    unit: str
    count: int
    back: bool

    def of(self, period: Period) -> Period | None:
        """The time meant, counted from `period`; None where there is none such."""
        if not self.count and self.unit == "year":
            years = -1 if self.back else 1
            return Period(_moved(period.start, 12 * years), _moved(period.end, 12 * years))
        count = self.count or 1
        if not 0 < count <= LONGEST:
            return None
        if self.back:
            return Period(self._away(period.start, -count), period.start)
        return Period(period.end, self._away(period.end, count))

    def _away(self, day: date, count: int) -> date:
        if self.unit in _DAYS:
            return day + timedelta(days=_DAYS[self.unit] * count)
        return _moved(day, _MONTHS[self.unit] * count)


@dataclass(frozen=True, slots=True)
class Shifts:
    """The shifts that one language knows."""

    patterns: tuple[tuple[re.Pattern[str], bool], ...]
    numerals: Mapping[str, int]

    def find(self, text: str) -> tuple[Shift, tuple[int, int]] | None:
        """The shift that `text` speaks of, and where."""
        folded = fold(text)
        for pattern, back in self.patterns:
            match = pattern.search(folded)
            if match is None:
                continue
            unit = next(unit for unit in UNITS if match.groupdict().get(unit))
            number = match.groupdict().get("n")
            count = 0 if number is None else int(number) if number.isdigit() else self.numerals.get(number, 0)
            return Shift(unit, count, back), match.span()
        return None


def shifts(table: Mapping[str, Any]) -> Shifts:
    """The shifts of a language from its table of question forms."""
    numerals = dict(table["numerals"])
    number = rf"(?:(?P<n>\d{{1,2}}|{'|'.join(numerals)}) )?"
    units = "|".join(f"(?P<{unit}>{pattern})" for unit, pattern in table["shift"]["units"].items())
    rows = [(pattern, back) for name, back in (("after", False), ("before", True)) for pattern in table["shift"][name]]
    return Shifts(
        tuple((re.compile(row.replace("NUMBER ", number).replace("UNIT", f"(?:{units})")), back) for row, back in rows),
        numerals,
    )


def _moved(day: date, count: int) -> date:
    at = day.year * 12 + day.month - 1 + count
    first = date(at // 12, at % 12 + 1, 1)
    last = (date(first.year + first.month // 12, first.month % 12 + 1, 1) - timedelta(days=1)).day
    return first.replace(day=min(day.day, last))
