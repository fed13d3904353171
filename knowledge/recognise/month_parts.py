"""Parts of a month: "nửa đầu tháng 12", "tuần 2 tháng 11", "7 ngày đầu tháng 8", "cuối tháng 6/2021", "late June 2020".

Conventions: the first half ends on the 15th; week 2 are days 8 to 14 and the last week the last seven days; "đầu tháng"
are days 1 to 10, "giữa" 11 to 20, "cuối" 21 to the end.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from knowledge.model import Period
from knowledge.recognise.finds import Find, Rule, make, months
from knowledge.recognise.months import END, MONTH
from knowledge.recognise.patterns import Words
from knowledge.recognise.reading import Reading
from knowledge.recognise.years import OF_YEAR, PARTS, WHICH, found, part

_HALF = rf"(?<!\w){{half}} (?:{{early}}|(?P<late>{{late}})) {{month}}~(?P<m>{MONTH}){END}{OF_YEAR}?"
_DAYS = rf"(?<![\w.,/:+-])(?P<d>\d{{1,2}}|{{=small}}) {{day}} {{first}} {{month}}~(?P<m>{MONTH}){END}{OF_YEAR}?"
_WEEK = (
    r"(?<!\w){week} (?:(?:{week_number} )?(?P<w>[1-5])|{first_of_month}|(?P<last>{last_of_month})) (?:{of} )?"
    rf"{{month}}~(?P<m>{MONTH}){END}{OF_YEAR}?"
)
_PART = rf"{WHICH} {{month}}~(?P<m>{MONTH})(?!\w|[.,]\d){OF_YEAR}?"
_PART_SHORT = rf"{WHICH} t(?P<m>{MONTH})(?!\w|[.,]\d){OF_YEAR}?"
_PART_EN = rf"{WHICH}[ -](?P<mn>{{month_names}})(?!\w){OF_YEAR}?"
_WEEKDAYS = 7


def part_of_month_rules(words: Words) -> tuple[Rule, ...]:
    rule = make(words)

    def half_month(match: re.Match[str], reading: Reading) -> Find | None:
        month, second = int(match["m"]), match["late"] is not None

        def build(year: int) -> Period:
            whole, middle = months(year, month, 1), date(year, month, 16)
            return Period(middle, whole.end) if second else Period(whole.start, middle)

        return found(match, reading, "half-month", build, "days")

    def first_days(match: re.Match[str], reading: Reading) -> Find | None:
        month = int(match["m"])
        days = int(match["d"]) if match["d"].isdigit() else words.value("small", match["d"]) or 1

        def build(year: int) -> Period:
            start = date(year, month, 1)
            return Period(start, start + timedelta(days=days))

        return found(match, reading, "first-days", build, "days")

    def week(match: re.Match[str], reading: Reading) -> Find | None:
        month, last = int(match["m"]), match["last"] is not None
        number = int(match["w"]) if match["w"] else 1

        def build(year: int) -> Period:
            whole = months(year, month, 1)
            if last or number == 5:
                return Period(whole.end - timedelta(days=_WEEKDAYS), whole.end)
            start = whole.start + timedelta(days=_WEEKDAYS * (number - 1))
            return Period(start, start + timedelta(days=_WEEKDAYS))

        return found(match, reading, "week-of-month", build, "days")

    def part_of_month(match: re.Match[str], reading: Reading) -> Find | None:
        name = part(match)
        word = match.groupdict().get("mn")
        month = words.value("month_names", word) or 0 if word else int(match["m"])

        def build(year: int) -> Period:
            whole, tenth, twentieth = months(year, month, 1), date(year, month, 11), date(year, month, 21)
            return {
                "early": Period(whole.start, tenth),
                "middle": Period(tenth, twentieth),
                "late": Period(twentieth, whole.end),
            }[name]

        return found(match, reading, f"{name}-month", build, "part")

    return (
        rule("half-month", _HALF, half_month, "half", "month"),
        rule("week-of-month", _WEEK, week, "week", "month"),
        rule("first-days", _DAYS, first_days, "10|small", "day"),
        rule("part-of-month", _PART, part_of_month, PARTS, "month"),
        rule("part-of-month", _PART_SHORT, part_of_month, PARTS, "t"),
        rule("part-of-month", _PART_EN, part_of_month, PARTS, "month_names"),
    )
