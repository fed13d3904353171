"""Whether a fact is of the time asked for. A year contains its parts but is not them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from knowledge.ask.question import When
from knowledge.ask.shelf import Held
from knowledge.facts.fact import Fact, FactKind, Layer, Time
from knowledge.model import Period

DAY = timedelta(days=1)
HELD = frozenset({FactKind.PERSON, FactKind.POST})
LONG = timedelta(days=400)
MONTH = timedelta(days=32)
WEEKS = timedelta(days=45)
BEST = ((Layer.NEAR, 1.0), (Layer.CLAUSE, 0.97), (Layer.SENTENCE, 0.92), (Layer.CONTEXT, 0.92))
OF_MORE = 0.7  # so well a figure of several years fits one of them, where its report is of that one


def fit(
    when: When,
    fact: Fact,
    held: Held,
    *,
    event: bool = False,
    plan: bool = False,
    stock: bool = False,
    office: bool = False,
) -> float | None:
    """How well `fact` fits `when`, 0 to 1; None when it is of another time. With `event` the figure is of something
    that happened then (how many attended a conference), with `plan` it is a plan, and plans are made for years; with
    `stock` it is how many there are, which a report of part of the year tells for the year too; with `office` it is who
    holds a post, which is still so some weeks after a report."""
    if fact.kind is FactKind.QUANTITY and not event:
        fitted = _figure(when, fact, held, plan)
        if fitted is None and stock and _is_year(when.period) and not any(t.layer <= Layer.CLAUSE for t in fact.times):
            period = held.report.period
            return 0.6 if period is not None and when.period.contains(period) else None
        return fitted
    return _event(when, fact, held, office)


def of_fact(fact: Fact, held: Held) -> Period | None:
    """The period a figure is of: its own, else its section's, else its report's."""
    for layer in (Layer.NEAR, Layer.CLAUSE, Layer.SENTENCE, Layer.CONTEXT):
        periods = [time for time in fact.times if time.layer == layer and time.role == "period"]
        if periods:
            return min(periods, key=lambda time: time.period.end - time.period.start).period
    return held.report.period


def _figure(when: When, fact: Fact, held: Held, plan: bool) -> float | None:
    binding: dict[int, list[Time]] = {}
    vague: list[Time] = []
    for time in fact.times:
        if time.role == "vague":
            vague.append(time)
        elif _binds(time, when, plan):
            binding.setdefault(time.layer, []).append(time)
    rough = _rough(when, vague) if vague else None
    if rough is not None:
        return rough or None
    for layer, best in BEST:
        times = binding.get(layer)
        if times is None:
            continue
        fits = [fitted for time in times if (fitted := _one(when, time, held)) is not None]
        if fits:
            return best * max(fits)
        if layer == Layer.SENTENCE or all(time.role in ("as-of", "since", "day") and not when.day for time in times):
            continue  # a time elsewhere in the sentence may be another figure's
        if when.day and _counted_until(fact, when.period, times):
            return best * 0.95
        if plan and _is_year(when.period) and any(when.period.contains(time.period) for time in times):
            return 0.8  # plans are made for years, and told of in the reports of their parts
        return None
    fitted = _by_default(when, held, plan)
    return fitted * OF_MORE if fitted is not None and _of_more(when, fact) else fitted


def _rough(when: When, vague: Iterable[Time]) -> float | None:
    """How well the rough times of a figure ("cuối năm") fit `when`, 0 where its own is another: "tháng 8 còn 9.310
    người, cuối năm 11.875 người". None where they decide nothing."""
    asked = when.also or when.period
    rough = [time for time in vague if time.layer <= Layer.SENTENCE]
    own = [time.period for time in rough if time.layer == Layer.NEAR]
    if asked in own:
        return 1.0
    if own and not any(_overlap(period, asked) for period in own):
        return 0.0
    if not when.day and any(_overlap(time.period, when.period) for time in rough):
        return 0.9
    return None


def _of_more(when: When, fact: Fact) -> bool:
    """Whether the figure's own time is a longer one that holds the time asked for ("giai đoạn 2030 - 2032: 1.402")."""
    own = [time.period for time in fact.times if time.layer == Layer.NEAR and time.role == "period"]
    return bool(own) and all(period != when.period and period.contains(when.period) for period in own)


def _counted_until(fact: Fact, day: Period, times: list[Time]) -> bool:
    """Whether a figure of a longer time is counted until that day ("tiến độ vốn đến 20/6/2016", of the plan for
    2016)."""
    until = any(time.role == "as-of" and _same_day(time.period, day) for time in fact.times)
    return until and all(time.role == "period" and time.period.contains(day) for time in times)


def _same_day(one: Period, day: Period) -> bool:
    """Whether `one` is that day, of whatever year: "tính đến 15/12" over columns of several years is of each."""
    return one == day or (
        one.end - one.start == DAY and (one.start.month, one.start.day) == (day.start.month, day.start.day)
    )


def _is_year(period: Period) -> bool:
    return period.end - period.start > timedelta(days=360)


def _binds(time: Time, when: When, plan: bool) -> bool:
    """Whether a time, which is no rough one, says when the figure is of: no deadline, no programme of several years."""
    if time.role == "deadline" or (time.role == "plan" and not plan):
        return False
    return time.period.end - time.period.start <= LONG or when.period.end - when.period.start > LONG


def _one(when: When, time: Time, held: Held) -> float | None:
    asked, period = when.period, time.period
    if asked == period:
        return 1.0
    if when.until and not when.day and period.end == asked.end:
        return 0.97
    if when.day:
        if when.until and time.role == "period" and _up_to(period, asked):
            return 0.9
        return 0.7 if time.role == "period" and period.end - period.start <= MONTH and period.contains(asked) else None
    if (period.start.month, period.end.month, period.start.day) == (5, 9, 1) and _overlap(asked, period):
        return 0.9  # "giữa năm 2022"
    if time.role in ("as-of", "day"):
        whole = (asked.start.month, asked.start.day) == (1, 1)  # what is counted until then is counted from new year
        if (whole and period.end == asked.end) or (
            _by_default(when, held, False) is not None and asked.contains(period)
        ):
            return 0.97 if time.role == "as-of" else 0.8
        return None
    if time.role == "since":
        return 0.7 if asked.contains(period) else None
    if asked.contains(period) and not _calendar(period):
        # "từ 01/01 đến 15/6", "vụ vải từ 15/5 đến 24/6": all there is of the time asked for
        return 0.9 if held.report.period == asked else 0.7
    return None


def _up_to(period: Period, day: Period) -> bool:
    """Whether a period is what is counted from new year to the end of that day ("as of 30 June": the first half)."""
    return period.end == day.end and (period.start.month, period.start.day) == (1, 1)


def _overlap(one: Period, other: Period) -> bool:
    return one.start < other.end and other.start < one.end


def _calendar(period: Period) -> bool:
    """Whether a period is made of whole months, as those that figures are reported for."""
    return period.start.day == 1 and period.end.day == 1


def _by_default(when: When, held: Held, plan: bool) -> float | None:
    """By the report's own period; a day asked for is found in a report of that day."""
    period = held.report.period
    if when.day:
        if held.report.document_date == when.period.start or period == when.period:
            return 0.8
        return 0.7 if when.until and period is not None and _up_to(period, when.period) else None
    if period is not None:
        if period == when.period or (when.until and period.end == when.period.end):
            return 0.9
        return 0.8 if plan and _is_year(when.period) and when.period.contains(period) else None
    day = held.report.document_date
    return 0.6 if day is not None and when.period.start <= day < when.period.end else None


def _told(held: Held, asked: Period) -> date:
    """Until when a report can tell: its date, or a year after what is asked where it has none."""
    return held.report.document_date or asked.end


def _event(when: When, fact: Fact, held: Held, office: bool) -> float | None:
    asked = when.period
    own = [Time(fact.period, Layer.NEAR, "day")] if fact.period is not None else []
    best: float | None = None
    for time in (*own, *fact.times):
        near = time.layer <= Layer.SENTENCE
        if time.period == asked:
            value = (1.0 if held.report.period == asked else 0.97) if near else 0.95
        elif asked.contains(time.period):
            value = 0.9 if near else 0.85
        elif time.period.contains(asked) and not when.day:
            value = 0.7
        elif (
            time.role == "since" and near and fact.kind in HELD and time.period.start <= asked.end <= _told(held, asked)
        ):
            value = 0.8  # a post is held from then on
        elif when.also is not None and when.also.contains(time.period):
            value = 0.9
        else:
            continue
        best = value if best is None else max(best, value)
    if best is not None:
        return best
    period, day = held.report.period, held.report.document_date
    if period is not None:
        if period == asked:
            return 0.9
        if asked.contains(period) or (period.contains(asked) and not when.day):
            return 0.7
    if day is not None and (asked.start <= day < asked.end or (_around(when, day) and fact.kind is FactKind.LIST)):
        return 0.7
    told = day or (period.end if period is not None else None)
    if office and told is not None and told <= asked.start <= told + WEEKS and "former" not in fact.traits:
        return 0.6
    return None


def _around(when: When, day: date) -> bool:
    """Whether `day` lies in the time as it was said, where another stands for it ("giữa năm")."""
    return when.also is not None and when.also.start <= day < when.also.end
