"""What the headers of a table's columns stand for: short forms written out, and years of which only a part is told."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from knowledge.facts.compared import YEAR, in_year, whole_year
from knowledge.facts.covers import unfinished
from knowledge.facts.fact import Layer, Time
from knowledge.lexicon.load import Lexicon
from knowledge.model import Mention, MentionKind, Period

RATE = "c:ratio"
_WRITTEN_YEAR = re.compile(r"\d{4}")
WHOLE = frozenset({"c:plan", "c:capital_plan", "c:assigned", "c:forecast", "c:estimate"})  # made for a whole year


class Shorts:
    """Writes out the short forms of headers ("KH 2031", "ƯTH", "% CK"), by the words of ``vi/tables.toml``."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._full: Mapping[str, str] = lexicon["vi/tables"]["short"]
        self._any = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, self._full)) + r")(?!\w)")
        self._same = str(lexicon["vi/tables"]["same"])
        self._alone = re.compile(lexicon["vi/tables"]["same_period"])

    def written(self, header: str) -> str:
        """`header` with its short forms written out."""
        match = self._alone.fullmatch(" ".join(header.split()))
        if match is not None:
            return " ".join(f"{match['lead'] or ''} {self._same} {match['rest'] or ''}".split())
        return self._any.sub(lambda short: self._full[short[0]], header)


def shared(
    columns: Sequence[tuple[Time, ...]], headers: Sequence[str], terms: Sequence[frozenset[str]]
) -> list[tuple[Time, ...]]:
    """The times of each column; a rate with none of its own ("Tỷ lệ (%)") is of the day to which the figures in the
    column before it are counted."""
    found: list[tuple[Time, ...]] = []
    for times, header, own in zip(columns, headers, terms, strict=True):
        if not times and found and ("%" in header or RATE in own):
            times = tuple(time for time in found[-1] if time.role == "as-of")
        found.append(times)
    return found


def parts(
    columns: Sequence[tuple[Time, ...]], terms: Sequence[frozenset[str]], told: Period | None, *, compares: bool
) -> list[tuple[Time, ...]]:
    """The times of each column, and the part that the table tells of (`told`) beside a year that is not over.

    A report on nine months that heads its columns "2030" and "2031" tells of nine months of 2031, and where it
    `compares` them, of nine months of 2030. A plan is of the whole year.
    """
    if told is None or not unfinished(own := whole_year(told.start.year), told):
        return list(columns)
    plain = [not header & WHOLE for header in terms]
    if not any(fits and _of(times) == own for times, fits in zip(columns, plain, strict=True)):
        return list(columns)
    found: list[tuple[Time, ...]] = []
    for times, fits in zip(columns, plain, strict=True):
        year = _of(times)
        if year is not None and fits and (year == own or (compares and year.end <= own.start)):
            times = (*times, Time(in_year(told, year.start.year), Layer.NEAR, "period"))
        found.append(times)
    return found


def parted(upper: Sequence[Mention], lower: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions of a `lower` header, its years narrowed to the part of a year that the header above them names
    without its year ("6 tháng đầu năm" over "Năm 2030" and "Năm 2031")."""
    if len(upper) != 1 or not isinstance(upper[0].value, Period) or _WRITTEN_YEAR.search(upper[0].text):
        return lower
    told = upper[0].value
    if told.end - told.start >= YEAR:
        return lower
    return tuple(
        replace(mention, kind=MentionKind.PERIOD, value=in_year(told, mention.value.start.year))
        if isinstance(mention.value, Period) and _is_year(mention.value)
        else mention
        for mention in lower
    )


def _of(times: Sequence[Time]) -> Period | None:
    """The one calendar year that a column is headed with."""
    periods = {time.period for time in times if time.role == "period"}
    if len(periods) != 1:
        return None
    (period,) = periods
    return period if _is_year(period) else None


def _is_year(period: Period) -> bool:
    return period == whole_year(period.start.year)
