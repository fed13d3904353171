"""The unit of a table's cell: said by its column, its row, a column of units, the caption, or the column beside."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from knowledge.facts.parsed import measures
from knowledge.facts.terms import Terms
from knowledge.lexicon.load import load
from knowledge.model import Mention

COUNTED = frozenset({"c:passenger", "c:vehicle", "c:people_count", "c:trip", "c:labour", "c:project", "c:enterprise"})
WORTH = frozenset({"c:value", "c:trade_turnover", "c:goods", "c:capital", "c:fee_revenue", "c:revenue"})
_UNIT = re.compile(r"\(([^()]{1,40})\)")


def unit_of(text: str) -> str | None:
    """The unit a caption or header ends in: "(đơn vị tính: triệu USD)" → "triệu USD"; None when it names none."""
    for inner in reversed(_UNIT.findall(text)):
        unit = str(inner).split(":")[-1].strip()
        if any(letter.isalpha() or letter == "%" for letter in unit) and not any(
            letter.isdigit() for letter in unit.lstrip("m")[1:]
        ):
            return unit
    return None


def unled(text: str) -> str:
    """`text` without the words that lead to a unit: "tính bằng nghìn USD" → "nghìn USD"."""
    return _leads().sub("", text)


def of_values(caption: str) -> bool:
    """Whether the unit that a caption ends in is said to be that of the sums: "(giá trị: nghìn USD)"."""
    return _values().search(caption) is not None


@lru_cache(maxsize=1)
def _leads() -> re.Pattern[str]:
    return re.compile(rf"^(?:{'|'.join(load()['vi/tables']['unit_leads'])})\b\s*:?\s*", re.IGNORECASE)


@lru_cache(maxsize=1)
def _values() -> re.Pattern[str]:
    words = "|".join(load()["vi/tables"]["values"])
    return re.compile(
        rf"\((?:{words})(?: hàng(?: h(?:óa|oá|oa))?)?\s*(?::|-|tính bằng|tính theo)[^():]+\)\W*$", re.IGNORECASE
    )


@dataclass(frozen=True, slots=True)
class Units:
    """By what a table tells its cells' units: its columns' `headers` with their `terms`, which columns are `labels`,
    the `column` of units, what the `caption` says and what it says `by_measure`. `sides` are terms that say a side of a
    contrast and count nothing."""

    headers: Sequence[str]
    terms: Sequence[frozenset[str]]
    labels: frozenset[int]
    column: int | None
    caption: str | None
    by_measure: tuple[tuple[frozenset[str], str], ...]
    sides: frozenset[str]
    finder: Terms
    recognise: Callable[[str], tuple[Mention, ...]]
    valued: bool = False  # whether the caption's unit is that of sums alone

    def of(self, row: Sequence[str], column: int, label: str, parent: str) -> str:
        """The unit of a cell: its column's, else the unit column's, else its row's or that of the row it is a part of
        (`parent`: "KNXNK (triệu USD)" above "- Bờ Y"), else the caption's; "" when none is said."""
        header = self.headers[column]
        own = unit_of(label) or unit_of(parent)  # "Diện tích (ha)", but not "Cha Lo (quốc tế)"
        measured = own is not None and measures(own, self.recognise)
        if (unit := unit_of(header)) and not (measured and not measures(unit, self.recognise)):
            return unit  # of a row in "(triệu USD)", a header "Nam Định (cũ)" says nothing
        if "%" in header:
            return "%"
        if self.column is not None and (unit := row[self.column].strip()):
            return unit
        if own and measured:
            return own
        return self._measured(column) or self._captioned(column) or self._shared(column)

    def _captioned(self, column: int) -> str:
        """The caption's unit, but not of a column that counts people or cars where the caption's is that of sums."""
        return (
            ""
            if self.valued and self.terms[column] & COUNTED and not self.terms[column] & WORTH
            else self.caption or ""
        )

    def _measured(self, column: int) -> str:
        """The unit that a caption gives what the column is of: "Đơn vị: trị giá - nghìn USD; hành khách - lượt"."""
        for measure, unit in self.by_measure:
            if measure & self.terms[column]:
                return unit
        # "Trị giá" heads no column where they are headed "Xuất khẩu" and "Nhập khẩu": the unit of all others.
        others = [terms for c, terms in enumerate(self.terms) if c not in self.labels]
        rest = [unit for measure, unit in self.by_measure if not any(measure & terms for terms in others)]
        return rest[0] if len(rest) == 1 else ""

    def _shared(self, column: int) -> str:
        """The unit of the column to the left, for one whose header says no more than which side or time its figures
        are of: "Dự toán (tỷ đồng)" beside "Thực hiện"."""
        if column == 0 or not self._sides_only(column):
            return ""
        for left in range(column - 1, -1, -1):
            if left in self.labels:
                return ""
            if (unit := unit_of(self.headers[left])) and unit != "%":
                return unit if measures(unit, self.recognise) else ""
            if not self._sides_only(left):
                return ""
        return ""

    def _sides_only(self, column: int) -> bool:
        """Whether a header says a side of a contrast, or a time, and nothing else."""
        header = self.headers[column]
        rest = list(header)
        for mention in self.recognise(header):
            rest[mention.span.start : mention.span.end] = " " * (mention.span.end - mention.span.start)
        for term in self.finder.find("".join(rest)):
            if term.id in self.sides:
                rest[term.span.start : term.span.end] = " " * (term.span.end - term.span.start)
        return bool(header) and not re.search(r"[^\W\d_]{2}|%", "".join(rest))
