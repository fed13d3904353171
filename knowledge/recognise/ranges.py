"""From finds to mentions of time: joins "from A to B", fills in years, and marks what the word before says
("as-of")."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from knowledge.model import MentionKind, Period
from knowledge.recognise.finds import Build, Find, months_from
from knowledge.recognise.patterns import Tails, Words, both
from knowledge.recognise.reading import Reading
from knowledge.recognise.years import unsaid_year

_NEAR = 80  # characters over which "6 tháng đầu năm, ... 6 tháng cuối năm 2020" shares its year
_CUE_REACH = 30
_LENGTHS = {"last-month": 1, "last-quarter": 3}
_SOON = timedelta(days=240)


class Times:
    """Completes the finds of dates and periods of one text; built once."""

    def __init__(self, words: Words) -> None:
        self._joint = both(words, r"~(?:(?P<dash>[-–—])|(?<!\w){to}(?!\w))~(?:{day} )?$")
        self._from = both(words, r"(?<!\w){from} (?:{day} )?$")
        hour = r"\d{1,2}(?:[hg:]\d{0,2}| {hour}(?: \d{1,2}(?: {minute})?)?)(?: {daypart})?"
        self._hour = both(words, r"(?:(?<!\w)" + hour + r"|:)~\Z")
        self._between = Tails(words, "between")
        self._and = both(words, r" {and} ")
        self._cues = Tails(words, "as_of", "deadline", "since", "no_cue")
        self._apart = both(words, r"(?<!\w){compared_with}(?!\w)|(?<!\w){more_than}(?!\w)|(?<!\w){same_period}(?!\w)")

    def complete(self, reading: Reading, finds: list[Find]) -> list[Find]:
        """`finds` in order of place, every one with its period; those that come to nothing are left out."""
        return [self._cued(reading, find) for find in self._filled(reading, self._joined(reading, finds))]

    def _joined(self, reading: Reading, finds: list[Find]) -> list[Find]:
        result: list[Find] = []
        at = 0
        while at < len(finds):
            find = finds[at]
            if at + 1 < len(finds) and (whole := self._join(reading, find, finds[at + 1])) is not None:
                result.append(whole)
                at += 2
                continue
            if not find.weak:
                result.append(find)
            at += 1
        return result

    def _join(self, reading: Reading, one: Find, two: Find) -> Find | None:
        if one.kind not in (MentionKind.DATE, MentionKind.PERIOD) or two.kind not in (
            MentionKind.DATE,
            MentionKind.PERIOD,
        ):
            return None
        before = reading.hay[max(0, one.start - _CUE_REACH) : one.start]
        opened = self._from[reading.marked].search(before)
        between = reading.hay[one.end : two.start]
        if two.rule == "until-now":
            if between.strip() or not one.family:
                return None
        else:
            joint = self._joint[reading.marked].fullmatch(between) if len(between) < _CUE_REACH else None
            if joint is None and self._between.before(reading.hay, one.start, reading.marked):
                joint = self._and[reading.marked].fullmatch(between)
            if joint is None or (one.family != two.family and not opened):
                return None
        start = one.start - (len(opened[0]) if opened else 0)
        whole = Find(start, two.end, "range", MentionKind.PERIOD, family="range")
        if two.period is not None:
            period = _spell(_first_of(one, two.period, reading), two.period)
            return replace(whole, period=period) if period else None
        if one.period is not None:
            year = one.period.start.year
            period = _spell(one.period, two.build(year) if two.build else None)
            return replace(whole, period=period) if period else None

        def build(year: int) -> Period | None:
            return _spell(one.build(year) if one.build else None, two.build(year) if two.build else None)

        return replace(whole, build=build)

    def _filled(self, reading: Reading, finds: list[Find]) -> list[Find]:
        result: list[Find] = []
        for at, find in enumerate(finds):
            if find.period is None and find.build is not None:
                following = finds[at + 1] if at + 1 < len(finds) else None
                period = self._shared(reading, find, following) or unsaid_year(reading, find.start, find.build)
                if period is None:
                    continue
                if reading.anchor is not None and self._cue(reading, find) == "deadline":
                    period = _ahead(reading, period, find.build)
                find = replace(find, period=period)
            result.append(self._before(reading, find, result))
        return result

    def _before(self, reading: Reading, find: Find, earlier: list[Find]) -> Find:
        """`find`, counted in a report from the month or quarter named just before it, not from its date: "tháng 9 thu
        12 tỷ, tháng trước 10 tỷ"."""
        count = _LENGTHS.get(find.rule)
        named = next((f for f in reversed(earlier) if f.kind is MentionKind.PERIOD), None)
        if count is None or reading.anchor is None or named is None or named.period is None:
            return find
        between = reading.hay[named.end : find.start]
        if named.family != find.family or named.rule == find.rule or len(between) > _NEAR or "." in between:
            return find
        return replace(find, period=months_from(named.period.start, -count, count))

    def _shared(self, reading: Reading, find: Find, following: Find | None) -> Period | None:
        """The period of `find` in the year said with the next one of its family ("tháng 5 và tháng 11/2017")."""
        if following is None or following.period is None or following.family != find.family or find.build is None:
            return None
        between = reading.hay[find.end : following.start]
        if len(between) > _NEAR or "." in between or self._apart[reading.marked].search(between):
            return None
        shared = find.build(following.period.start.year)
        # "mười một tháng thu 9 tỷ, mười một tháng năm ngoái 8 tỷ": the same months of two years
        return shared if shared != following.period else None

    def _cued(self, reading: Reading, find: Find) -> Find:
        if (
            find.kind not in (MentionKind.DATE, MentionKind.PERIOD)
            or find.period is None
            or find.family == "range"
            or find.rule == "until-now"
        ):
            return find
        cue = self._cue(reading, find)
        if cue is None:
            return find
        period = replace(find.period, open_end=True) if cue == "since" else find.period
        return replace(find, rule=cue.replace("_", "-"), period=period)

    def _cue(self, reading: Reading, find: Find) -> str | None:
        between = self._hour[reading.marked].search(reading.hay, max(0, find.start - _CUE_REACH), find.start)
        place = between.start() if between else find.start  # "tính đến 17h00 ngày 20/02", "hạn: 15/8"
        found = self._cues.before(reading.hay, place, reading.marked)
        return found[0] if found and found[0] != "no_cue" else None


def _first_of(one: Find, last: Period, reading: Reading) -> Period | None:
    """The first part of a range whose last part is known: in the same year, or the year before when it would come
    after."""
    if one.period is not None:
        return one.period
    if one.build is None:
        return None
    final = last.end - timedelta(days=1)
    first = one.build(final.year)
    return one.build(final.year - 1) if first is not None and first.start > final else first


def _ahead(reading: Reading, period: Period, build: Build) -> Period:
    """A deadline without year in a report: one that has passed by the report's date is next year's if that is soon."""
    if period.start >= reading.today:
        return period
    later = build(period.start.year + 1)
    soon = later is not None and reading.today <= later.start <= reading.today + _SOON
    return later if later is not None and soon else period


def _spell(one: Period | None, two: Period | None) -> Period | None:
    return Period(one.start, two.end) if one and two and one.start < two.end else None
