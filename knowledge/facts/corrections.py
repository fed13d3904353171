"""Corrections: "Đính chính: báo cáo giữa năm ghi 139,2 tỷ đồng; số đúng là 132,9 tỷ đồng."

Within a block that corrects, the figure that was reported is taken back, and the right one takes over what was
said of it; whichever of the two stands first ("là 132,9 tỷ đồng, không phải 139,2"). In a table it is the columns'
headings that tell ("Số đã công bố" beside "Số đúng").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.facts.fact import Fact, FactKind, Layer, Passage
from knowledge.lexicon.load import Lexicon
from knowledge.model import Dimension

REACH = 60  # characters before a figure in which it is said to be right or taken back
AFTER = 30  # characters behind it in which it is taken back ("… là nhầm")
BESIDE = 60  # characters between a figure and the one it is put in the place of


class Corrections:
    """Pairs figures taken back with those that replace them, by the words of ``vi/clauses.toml``."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon["vi/clauses"]

        def pattern(key: str, tail: str = "") -> re.Pattern[str]:
            words = sorted(map(re.escape, table[key]), key=len, reverse=True)
            return re.compile(r"\b(?:" + "|".join(words) + r")\b" + tail, re.IGNORECASE)

        other, into = ("|".join(map(re.escape, table[key])) for key in ("wrong_not_before", "wrong_into"))
        self._right, self._after = pattern("right"), pattern("wrong_after")
        self._wrong = pattern("wrong", rf"(?: (?:{into})\b)?(?! (?:{other})\b)")
        self._wrong_column, self._right_column = pattern("wrong_column"), pattern("right_column")

    def settle(self, passages: Sequence[Passage]) -> list[Passage]:
        """The passages of one block with "retracted" and "corrects:VALUE" traits on the figures concerned."""
        if not any("correction" in passage.traits for passage in passages):
            return list(passages)
        wrong: dict[bool, Fact] = {}  # by whether it is the whole of "27 of 42"
        settled: list[Passage] = []
        for passage in passages:
            facts: list[Fact] = []
            for fact in passage.facts:
                if fact.kind is FactKind.QUANTITY and fact.quantity is not None:
                    lead = passage.quote[max(0, fact.span.start - REACH) : fact.span.start]
                    says_right, says_wrong = _last(self._right, lead), _last(self._wrong, lead)
                    slip = says_wrong >= max(says_right, 0)
                    whole = "whole" in fact.traits
                    if says_right > says_wrong and whole in wrong and _alike(wrong[whole], fact):
                        fact = _replacing(fact, wrong[whole])
                    elif slip or self._taken_back(passage.quote, fact):
                        if slip:
                            facts = self._put_right(passage.quote, facts, fact)
                        wrong[whole] = fact
                        fact = replace(fact, traits=fact.traits | {"retracted"})
                facts.append(fact)
            settled.append(replace(passage, facts=tuple(facts)))
        return settled

    def columns(self, rows: Sequence[Passage]) -> list[Passage]:
        """The rows of one table; where one column is of what was said and another of what is right, the figures of the
        first are taken back and those of the second correct them."""
        told = {_column(fact) for row in rows for fact in row.facts if "cell" in fact.traits}
        said = [header for header in sorted(told) if self._wrong_column.search(header)]
        right = [header for header in sorted(told) if header not in said and self._right_column.search(header)]
        if len(said) != 1 or len(right) != 1:
            return list(rows)
        settled: list[Passage] = []
        for row in rows:
            by = {_column(fact): fact for fact in row.facts if "cell" in fact.traits}
            old, new = by.get(said[0]), by.get(right[0])
            traits = {
                said[0]: "retracted",
                right[0]: f"corrects:{old.quantity.value}" if new and old and old.quantity else "corrected",
            }
            facts = tuple(
                replace(fact, traits=fact.traits | {traits[_column(fact)]})
                if "cell" in fact.traits and _column(fact) in traits
                else fact
                for fact in row.facts
            )
            settled.append(replace(row, facts=facts, traits=row.traits | {"correction"}))
        return settled

    def _put_right(self, quote: str, before: list[Fact], wrong: Fact) -> list[Fact]:
        """`before`, the last figure of which takes the place of `wrong` where it stands right before it and nothing
        takes it back ("là 164 hộ (viết nhầm thành 146 hộ)")."""
        last = next((i for i in range(len(before) - 1, -1, -1) if before[i].kind is FactKind.QUANTITY), None)
        if last is None or "retracted" in before[last].traits or not _alike(wrong, before[last]):
            return before
        between = quote[before[last].span.end : wrong.span.start]
        if len(between) > BESIDE or re.search(r"[.;]", between) or wrong.quantity is None:
            return before
        right = replace(before[last], traits=before[last].traits | {f"corrects:{wrong.quantity.value}"})
        return [*before[:last], right, *before[last + 1 :]]

    def _taken_back(self, quote: str, fact: Fact) -> bool:
        """Whether what follows a figure, before the next one, calls it a slip."""
        tail = re.split(r"[.;]|\d", quote[fact.span.end : fact.span.end + AFTER])[0]
        return self._after.search(tail) is not None


def _column(fact: Fact) -> str:
    """The heading of a cell's column."""
    return fact.header.split(" · ")[-1]


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.end() for match in pattern.finditer(text)), default=-1)


def _alike(one: Fact, other: Fact) -> bool:
    a, b = one.quantity, other.quantity
    if a is None or b is None:
        return False
    if Dimension.NUMBER in (a.dimension, b.dimension):
        counts = {Dimension.NUMBER, Dimension.COUNT}
        return {a.dimension, b.dimension} <= counts  # "15 trụ (không phải 20)"
    return a.dimension == b.dimension and (a.unit == b.unit or not a.unit or not b.unit)


def _replacing(right: Fact, wrong: Fact) -> Fact:
    """`right`, told of what `wrong` was told of, and of the time it names itself ("số đúng ở giữa năm là")."""
    assert wrong.quantity is not None
    known = {time.period for time in wrong.times}
    own = tuple(time for time in right.times if time.layer <= Layer.CLAUSE and time.period not in known)
    return replace(
        right,
        near=right.near | wrong.near,
        clause=right.clause | wrong.clause,
        times=own + wrong.times or right.times,
        names=wrong.names + right.names,
        governs=wrong.governs,
        traits=(right.traits - {"change"}) | {f"corrects:{wrong.quantity.value}"},
    )
