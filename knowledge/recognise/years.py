"""Years: "năm 2020", "giai đoạn 2016-2020", "đầu năm 2018", and the year that a date or period leaves unsaid.

Conventions: "đầu năm" is January to March, "giữa năm" May to August, "cuối năm" October to December; a school year runs
from 1 September to 31 May (ordinary school-year plan of the Ministry of Education).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from datetime import date, timedelta

from knowledge.model import MentionKind, Period
from knowledge.recognise.finds import Build, Find, Rule, make, months
from knowledge.recognise.patterns import Tails, Words
from knowledge.recognise.reading import Reading
from knowledge.recognise.units import Units

YEAR = r"(?:19[5-9]|20[0-4])\d(?!\d|[.,]\d)"
# the year of a shorter period, if it is said: "/2020", " năm 2020", " of 2020", " năm ngoái"
_RELATIVE = r",? (?:{of} )?(?:(?P<rt>{this_year})|(?P<rb>{year_before})|(?P<rl>{last_year})|(?P<rn>{next_year}))(?!\w)"
OF_YEAR = r"(?:(?:~[/.\-–]~|,? (?:{of} )?(?:{year}~)?)(?P<y>" + YEAR + r")(?!/)|" + _RELATIVE + ")"
SAID_YEAR = r"(?:,? (?:{of} )?(?:{year}~)?(?P<y>" + YEAR + r")(?!/)|" + _RELATIVE + ")"  # not after a stroke
_YEAR = rf"(?<!\w)(?:{{whole_year}} |{{year}}~)(?P<y>{YEAR})(?![-–]?\d|/\d)"
_HOW_MANY = re.compile(r" ?bao nhi[êe]u")
_YEAR_TO_YEAR = (
    r"(?<![\w.,/-])(?:{stage}:?~)?(?:{from} )?(?:(?<!\d\s){year}~)?(?P<a>(?:19|20)\d\d)~"
    rf"(?P<mark>[-–—/]|(?<=\s){{to}}(?: {{year}})?(?=\s))~(?P<b>{YEAR})(?![\d/])"
)
_PART_MONTHS = {"early": (1, 3), "middle": (5, 4), "late": (10, 3)}
PARTS = "early|middle|late|early_en|middle_en|late_en"
WHICH = r"(?<!\w)(?:(?P<early>{early}|{early_en})|(?P<middle>{middle}|{middle_en})|(?P<late>{late}|{late_en}))"
_PART_OF_YEAR = (
    rf"{WHICH}(?:[ -]~(?:{{year}}~|{{the_year}}~)?(?P<y>{YEAR})"
    r"| (?:(?P<rt>{this_year})|(?P<rl>{last_year})|(?P<rn>{next_year}))(?!\w)| (?:{year}|{the_year})(?!\w))"
)
_MANY_YEARS = 60
_LONG = timedelta(days=300)
_ALL_BUT_OVER = 11  # month


def year_of(match: re.Match[str], reading: Reading) -> int | None:
    """The year said in the `OF_YEAR` part of a match, None when there is none."""
    groups = match.groupdict()
    if groups.get("y"):
        return int(groups["y"])
    if groups.get("rb"):
        return year_before(reading)
    for group, offset in (("rt", 0), ("rl", -1), ("rn", 1)):
        if groups.get(group):
            return reading.today.year + offset
    return None


def year_before(reading: Reading) -> int:
    """Which year "năm trước" is: before that of a report on a year that has just ended, else before today's."""
    anchor = reading.anchor
    ended = anchor is not None and anchor.end == date(reading.today.year, 1, 1) and anchor.end - anchor.start > _LONG
    return reading.today.year - (2 if ended else 1)


def past_year(reading: Reading) -> int:
    """Which year "năm qua" is: in a report on a year that is all but over, that year; else the one before."""
    anchor, today = reading.anchor, reading.today
    ending = anchor is not None and anchor.start.year == today.year and anchor.end > date(today.year, _ALL_BUT_OVER, 1)
    return today.year if ending and today.month >= _ALL_BUT_OVER else today.year - 1


def of_year(start: int, end: int, rule: str, year: int | None, build: Build, family: str) -> Find | None:
    """A find of the period that `build` makes of `year`, or of a year still to be found."""
    if year is None:
        return Find(start, end, rule, MentionKind.PERIOD, build=build, family=family)
    period = build(year)
    return Find(start, end, rule, MentionKind.PERIOD, period, family=family) if period else None


def found(
    match: re.Match[str], reading: Reading, rule: str, build: Build, family: str, *, weak: bool = False
) -> Find | None:
    """The find that a match makes whose pattern ends in `OF_YEAR`."""
    find = of_year(match.start(), match.end(), rule, year_of(match, reading), build, family)
    return replace(find, weak=True) if find and weak else find


def part(match: re.Match[str]) -> str:
    """Which part a match of `WHICH` names: "early", "middle" or "late"."""
    return next(name for name in ("early", "middle", "late") if match[name])


def unsaid_year(reading: Reading, place: int, build: Build) -> Period | None:
    """The period that `build` makes of the year meant at `place`: of the anchor's last year (or of a later one named
    before it in the text: plans), else of the nearest year named before it, else the latest that has begun by
    `today`."""
    at = bisect_left(reading.years, (place, 0))
    before = reading.years[at - 1][1] if at else None
    if reading.anchor is not None:
        anchored = (reading.anchor.end - timedelta(days=1)).year
        return build(before if before is not None and before > anchored else anchored)
    if before is not None:
        return build(before)
    period = build(reading.today.year)
    if period is not None and period.start > reading.today:
        period = build(reading.today.year - 1)
    return period


_LABELLED = rf"(?<!\w){{year_label}} (?P<y>{YEAR})(?=~[:=] ?[\d+-])"  # "KH 2020: 12 tỷ"


def year_rules(words: Words, units: Units) -> tuple[Rule, ...]:
    count_before = Tails(words, "before_year_count")
    lies = Tails(words, "lies_in")
    other_word = Tails(words, "no_whole_year")

    def whole(match: re.Match[str], reading: Reading) -> Find | None:
        if not reading.marked and other_word.before(reading.hay, match.start(), reading.marked):
            return None  # "du toan nam": the year's estimate
        return found(match, reading, "year", lambda y: months(y, 1, 12), "year")

    def in_year(match: re.Match[str], reading: Reading) -> Find | None:
        if lies.before(reading.hay, match.start(), reading.marked):
            return None  # "nằm gọn trong năm phường"
        return whole(match, reading)

    def bare(match: re.Match[str], reading: Reading) -> Find | None:
        unit = units.after(reading, match.end())
        if _HOW_MANY.match(reading.hay, match.end()):
            unit = None  # "2017 bao nhiêu lượt": no bags
        if unit is not None and (not unit.counted or count_before.before(reading.hay, match.start(), reading.marked)):
            return None
        return found(match, reading, "bare-year", lambda y: months(y, 1, 12), "year")

    def labelled(match: re.Match[str], reading: Reading) -> Find | None:
        find = found(match, reading, "bare-year", lambda y: months(y, 1, 12), "year")
        return None if find is None else find.moved(match.start("y"), match.end("y"))

    def spell(match: re.Match[str], reading: Reading) -> Find | None:
        first, last = int(match["a"]), int(match["b"])
        if not first < last < first + _MANY_YEARS or (match["mark"] == "/" and last != first + 1):
            return None
        period = Period(date(first, 1, 1), date(last + 1, 1, 1))
        return Find(match.start(), match.end(), "year-range", MentionKind.PERIOD, period, family="years")

    def school(match: re.Match[str], reading: Reading) -> Find | None:
        first = int(match["a"])
        period = Period(date(first, 9, 1), date(first + 1, 6, 1))
        return Find(match.start(), match.end(), "school-year", MentionKind.PERIOD, period, family="years")

    def unsaid(match: re.Match[str], reading: Reading) -> Find | None:
        return Find(match.start(), match.end(), "school-year")  # which one it is nobody can tell

    def part_of_year(match: re.Match[str], reading: Reading) -> Find | None:
        name = part(match)
        first, count = _PART_MONTHS[name]
        return found(match, reading, f"{name}-year", lambda y: months(y, first, count), "part")

    rule = make(words)

    return (
        rule("year", _YEAR, whole, "whole_year|year", "2000"),
        rule("year", r"(?<!\w){whole_year}(?!\w)", whole, "whole_year"),
        rule("year", r"(?<!\w){in_year}(?!\w|~\d| {year_tail}(?!\w))", in_year, "in_year"),
        rule("bare-year", rf"(?<![\w.,:+$€–-])(?<!\d/)(?P<y>{YEAR})(?![\w%:]|~%|/\d|[-–]\d)", bare, "2000"),
        rule("bare-year", rf"(?<=\()(?P<y>{YEAR})(?=~: ?\d)", bare, "2000"),
        rule("bare-year", _LABELLED, labelled, "year_label", "2000"),
        rule("year-range", _YEAR_TO_YEAR, spell, "stage|from|year|2000", "2000"),
        rule("school-year", r"(?<!\w){school_year} (?P<a>(?:19|20)\d\d)~[-–/]~(?:19|20)\d\d", school, "school_year"),
        rule("school-year", r"(?<!\w){school_year}(?!\w)", unsaid, "school_year"),
        rule("part-of-year", _PART_OF_YEAR, part_of_year, PARTS),
    )
