"""Corrections: "Đính chính: báo cáo giữa năm ghi 139,2 tỷ đồng; số đúng là 132,9 tỷ đồng."

Within a block that corrects, the figure that was reported is taken back, and the right one takes over what was
said of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.facts.fact import Fact, FactKind, Layer, Passage
from knowledge.lexicon.load import Lexicon

REACH = 60  # characters before a figure in which it is said to be right or taken back
AFTER = 30  # characters behind it in which it is taken back ("… là nhầm")


class Corrections:
    """Pairs figures taken back with those that replace them, by the words of ``vi/clauses.toml``."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon["vi/clauses"]

        def pattern(key: str) -> re.Pattern[str]:
            words = sorted(map(re.escape, table[key]), key=len, reverse=True)
            return re.compile(r"\b(?:" + "|".join(words) + r")\b", re.IGNORECASE)

        self._right, self._wrong, self._after = pattern("right"), pattern("wrong"), pattern("wrong_after")

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
                    whole = "whole" in fact.traits
                    if says_right > says_wrong and whole in wrong and _alike(wrong[whole], fact):
                        fact = _replacing(fact, wrong[whole])
                    elif says_wrong > says_right or self._taken_back(passage.quote, fact):
                        wrong[whole] = fact
                        fact = replace(fact, traits=fact.traits | {"retracted"})
                facts.append(fact)
            settled.append(replace(passage, facts=tuple(facts)))
        return settled

    def _taken_back(self, quote: str, fact: Fact) -> bool:
        """Whether what follows a figure, before the next one, calls it a slip."""
        tail = re.split(r"[.;]|\d", quote[fact.span.end : fact.span.end + AFTER])[0]
        return self._after.search(tail) is not None


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.end() for match in pattern.finditer(text)), default=-1)


def _alike(one: Fact, other: Fact) -> bool:
    a, b = one.quantity, other.quantity
    return (
        a is not None
        and b is not None
        and a.dimension == b.dimension
        and (a.unit == b.unit or not a.unit or not b.unit)
    )


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
