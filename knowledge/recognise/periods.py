"""Periods: years, quarters and halves, months and their parts; see the modules named."""

from __future__ import annotations

from knowledge.recognise.finds import Rule
from knowledge.recognise.month_parts import part_of_month_rules
from knowledge.recognise.months import month_rules
from knowledge.recognise.patterns import Words
from knowledge.recognise.quarters import quarter_rules
from knowledge.recognise.relative import relative_rules
from knowledge.recognise.units import Units
from knowledge.recognise.years import year_rules


def period_rules(words: Words, units: Units) -> tuple[Rule, ...]:
    """All rules of periods, and of the days counted from today."""
    return (
        *month_rules(words),
        *quarter_rules(words),
        *part_of_month_rules(words),
        *year_rules(words, units),
        *relative_rules(words),
    )
