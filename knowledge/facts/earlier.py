"""The time of a figure that another is compared with: "so với năm 2021 (377 tỷ)", "cùng kỳ: 280 tỷ"."""

from __future__ import annotations

from knowledge.facts.around import role
from knowledge.facts.clauses import Clauses, holding
from knowledge.facts.compared import compared_period, year_before
from knowledge.facts.fact import Layer, Time
from knowledge.facts.parsed import Sentence
from knowledge.model import Base, Dimension, Mention, MentionKind, Period, Quantity

TIMES = frozenset({MentionKind.DATE, MentionKind.PERIOD})


def lasting(mention: Mention) -> bool:
    """Whether a figure is a length of time."""
    return isinstance(mention.value, Quantity) and mention.value.dimension is Dimension.DURATION


def compared(sentence: Sentence, mention: Mention, splitter: Clauses, period: Period | None) -> tuple[Time, ...]:
    """The time of a figure that itself is what another is compared with: "so với năm 2021 (377 tỷ)", "cùng kỳ đạt 55,8
    %", "(cùng kỳ: 280 tỷ)"."""
    if mention.kind is not MentionKind.QUANTITY or splitter.changes(
        sentence.text, mention.span.start, lasting=lasting(mention)
    ):
        return ()
    if period is not None and splitter.previous(sentence.text, mention.span.start):
        told = _told(sentence, mention.span.start, splitter, period) or period
        return (Time(year_before(told), Layer.NEAR, "period"),)
    for other in sentence.mentions:
        base = other.value
        if not isinstance(base, Base) or base.relation == "plan" or other.span.end > mention.span.start:
            continue
        if _bracketed(sentence, other, mention) or _opens(sentence, other, mention) or _heads(sentence, other, mention):
            when = compared_period(base, _told(sentence, other.span.start, splitter, period))
            if when is not None:
                return (Time(when, Layer.NEAR, "period"),)
    return ()


def _bracketed(sentence: Sentence, base: Mention, figure: Mention) -> bool:
    """Whether a figure stands in brackets behind what is compared with ("so với năm 2021 (377 tỷ)")."""
    clauses, here = sentence.clauses, holding(sentence.clauses, figure.span.start)
    there = holding(clauses, base.span.start)
    between = sentence.text[base.span.end : figure.span.start]
    return clauses[here].mark == "(" and there == here - 1 and not between.strip(" (")


def _opens(sentence: Sentence, base: Mention, figure: Mention) -> bool:
    """Whether the clause of a figure opens with what is compared with ("cùng kỳ đạt 55,8%")."""
    here = holding(sentence.clauses, figure.span.start)
    there = holding(sentence.clauses, base.span.start)
    return there == here and not _figure_between(sentence, sentence.clauses[here].span.start, base.span.start)


def _heads(sentence: Sentence, base: Mention, figure: Mention) -> bool:
    """Whether what is compared with is all of the clause before a figure's, as its label or its time ("cùng kỳ: 280
    tỷ", "Cùng kỳ năm trước, con số này là 9 tỷ")."""
    clauses, here = sentence.clauses, holding(sentence.clauses, figure.span.start)
    there = holding(clauses, base.span.start)
    if there != here - 1 or sentence.text[clauses[there].span.start : base.span.start].strip(" -–+*•"):
        return False
    if sentence.text[base.span.end : clauses[there].span.end].strip():
        return False
    timed = any(m.kind in TIMES and clauses[here].span.holds(m.span) for m in sentence.mentions)
    first = not _figure_between(sentence, clauses[here].span.start, figure.span.start)
    return first and not timed and (clauses[here].mark == ":" or (there == 0 and clauses[here].mark == ","))


def _told(sentence: Sentence, place: int, splitter: Clauses, period: Period | None) -> Period | None:
    """The time of what stands before `place`, where something is compared: a part of the report's (`period`) where the
    sentence names one ("tháng 9 thu 12 tỷ, cùng kỳ 10 tỷ"), else the report's."""
    parts = [
        m.value
        for m in sentence.mentions
        if m.kind is MentionKind.PERIOD and isinstance(m.value, Period) and role(m) == "period"
        and m.span.end <= place and not splitter.plans(sentence.text, m.span.start)
        and period is not None and period.contains(m.value)
    ]  # fmt: skip
    return parts[-1] if parts else period


def _figure_between(sentence: Sentence, start: int, end: int) -> bool:
    return any(m.kind is MentionKind.QUANTITY and start <= m.span.start < end for m in sentence.mentions)
