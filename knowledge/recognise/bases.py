"""What a figure is compared with: "cùng kỳ năm 2019", "so với năm trước", "so với kế hoạch", "year on year"."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.model import Base, MentionKind, Period
from knowledge.recognise.finds import Find, Rule, make, months
from knowledge.recognise.patterns import Words, both
from knowledge.recognise.reading import Reading
from knowledge.recognise.years import YEAR

_REACH = 30
_PREVIOUS = (
    r"(?<!\w)(?:{compared} (?:that of |in )?|{than_last} )"
    r"(?:{last_year}|{last_quarter}|{last_month}|{previous_day}|{yesterday})(?!\w)"
)
SAME, PREVIOUS, PLAN = "same_period_last_year", "previous_period", "plan"


def base_rules(words: Words) -> tuple[Rule, ...]:
    rule = make(words)
    percent = both(words, r"(?:{percent})~\Z")

    def base(relation: str, name: str, template: str, starts: str, needs: str = "") -> Rule:
        def find(match: re.Match[str], reading: Reading) -> Find:
            year = match.groupdict().get("y")
            base = Base(relation, months(int(year), 1, 12) if year else None)
            return Find(match.start(), match.end(), name, MentionKind.BASE, base=base)

        return rule(name, template, find, starts, needs)

    def of_plan(match: re.Match[str], reading: Reading) -> Find | None:
        if not percent[reading.marked].search(reading.hay, max(0, match.start() - _REACH), match.start()):
            return None
        return Find(match.start(), match.end(), "percent-of-plan", MentionKind.BASE, base=Base(PLAN))

    labelled = rf"(?: (?:{{year}}~)?(?P<y>{YEAR})(?=~:))?"  # "Cùng kỳ 2030: 33 tỷ"
    last = r"(?: (?:{of} )?{last_year}(?!\w))?"
    return (
        base(
            SAME,
            "same-period",
            r"(?<!\w)(?:{compared} )?(?:the )?{same_period}(?!\w)" + last + labelled,
            "compared|same_period|the",
        ),
        base(
            SAME,
            "same-period",
            rf"(?<!\w)(?:{{compared}} )?{{same_short}}(?:~(?P<y>{YEAR}))?(?=~[:=]~\d)",
            "compared|same_short",
        ),
        base(
            SAME, "same-period", r"(?<!\w){compared_with} {same_short}(?=~(?:[,.;:)(]|\Z|\d|{year}))", "compared_with"
        ),
        base(SAME, "same-period", r"(?<=%\s){same_short}(?!\w)", "same_short"),  # "bằng 95% CK"
        base(
            SAME,
            "same-period",
            rf"(?<!\w)(?:{{compared}} )?{{same_moment}}~,?~(?:{{of}} )?(?:{{last_year}}|{{year}}~(?P<y>{YEAR}))(?!\w)",
            "compared|same_moment",
        ),
        base(SAME, "year-on-year", r"(?<!\w){year_on_year}(?!\w)", "year_on_year"),
        base(
            PREVIOUS,
            "previous",
            _PREVIOUS,
            "compared|than_last",
            "last_year|last_quarter|last_month|previous_day|yesterday",
        ),
        base(PLAN, "plan", r"(?<!\w){compared_with} (?:the )?{plan}(?!\w)", "compared_with"),
        rule(
            "percent-of-plan",
            r"(?<!\w)(?:of |so )?(?:the )?{plan}(?!\w)",
            of_plan,
            "of|so|the|plan",
            "percent|%",
        ),
    )


class Bases:
    """Gives a base the period said with it: "cùng kỳ" + "năm 2019", "so với" + "năm 2015"."""

    def __init__(self, words: Words) -> None:
        self._of = both(words, r"~(?:(?:{of}|of) ~)?")
        self._compared = both(words, r"(?<!\w)(?:{compared_with}) (?:that of |in |{of} )?$")
        self._more = both(words, r"(?<!\w)(?:{more_than}) $")

    def joined(self, reading: Reading, finds: list[Find]) -> list[Find]:
        """`finds` in order of place; a base and the period behind it become one base, and so do a bare "so với" and the
        period behind it."""
        result: list[Find] = []
        for find in finds:
            last = result[-1] if result else None
            if find.kind is MentionKind.PERIOD or find.kind is MentionKind.DATE:
                if (
                    last is not None
                    and last.base is not None
                    and last.base.relation == SAME
                    and last.base.period is None
                    and last.rule == "same-period"
                    and self._of[reading.marked].fullmatch(reading.hay, last.end, find.start)
                ):
                    result[-1] = replace(last, end=find.end, base=replace(last.base, period=find.period))
                    continue
                before = reading.hay[max(0, find.start - _REACH) : find.start]
                match = self._compared[reading.marked].search(before)
                if match is None and find.kind is MentionKind.PERIOD:
                    match = self._more[reading.marked].search(before)
                if match is not None:
                    start = find.start - len(match[0])
                    relation = SAME if _year_before(find.period, reading.anchor) else PREVIOUS
                    result.append(
                        Find(start, find.end, "compared-with", MentionKind.BASE, base=Base(relation, find.period))
                    )
                    continue
            result.append(find)
        return result


def _year_before(period: Period | None, anchor: Period | None) -> bool:
    """Whether `period` is that of the report, a year earlier."""
    if period is None or anchor is None or anchor.start.day != 1 or anchor.end.day != 1:
        return False
    return period == Period(
        anchor.start.replace(year=anchor.start.year - 1), anchor.end.replace(year=anchor.end.year - 1)
    )
