"""What share a part is of its whole, where one sentence tells both: "187 hộ trên tổng số 220 hộ đã nhận tiền" is 85%,
"4.000 lao động, trong đó 2.600 lao động nữ" is 65%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from knowledge.ask.arithmetic import percent
from knowledge.ask.made import Made, alike, depth, levels, words
from knowledge.ask.question import Question
from knowledge.ask.show import fact_text, figure
from knowledge.facts.fact import Fact, Layer, Passage
from knowledge.facts.terms import Terms
from knowledge.lexicon.load import load
from knowledge.model import Dimension, Quantity
from knowledge.text.fold import fold

HUNDRED = Decimal(100)
SAID = 0.5  # so well the thing of which a share is asked must be said beside it
SHARE = frozenset({"c:share_of", "c:ratio"})
OF_PLAN = frozenset({"c:plan_percent", "c:completed_percent", "c:plan", "c:compare"})
PLAN = ("plan", Layer.NEAR)
FEW = 6  # figures between a whole and a part
Level = tuple[Fact, Quantity, Decimal]


def of_another(question: Question, share: Fact) -> bool:
    """Whether a share is asked for of things that `share` is not told of: "mấy phần trăm *hộ*" is none of hectares."""
    match = _of_what().search(fold(question.read))
    if match is None:
        return False
    asked = next((unit for unit in question.units if question.read.startswith(unit.text, match.end())), None)
    return asked is not None and asked.said(share.near | share.clause) < SAID


def made(passage: Passage, _: Terms) -> Iterator[Made]:
    """Every part of a whole in per cent of it."""
    for fact in passage.facts:
        if "part" in fact.traits and fact.quantity is not None and fact.quantity.total and fact.quantity.value:
            text = f"{fact_text(fact)} ="
            yield _share(fact, fact.quantity.value, fact, fact.quantity.total, text, fact.near)
    figures = list(levels(passage))
    for at, (fact, quantity, level) in enumerate(figures):
        whole, own = _whole(passage, figures[:at][-FEW:], fact, quantity), frozenset[str]()
        if whole is not None:
            own = fact.near - whole.near
        elif at + 1 < len(figures) and _within().fullmatch(
            passage.quote[fact.span.end : figures[at + 1][0].span.start]
        ):
            behind, there, more = figures[at + 1]
            if alike(quantity, there) and more > level:
                whole, own = behind, fact.near | behind.near
        if whole is None or whole.quantity is None or not whole.quantity.value or not level or not own:
            continue
        if "ahead" in fact.traits or ("ahead" in whole.traits and PLAN not in whole.governs):
            continue
        text = f"{fact_text(fact)} / {fact_text(whole)} ="
        yield _share(fact, level, whole, whole.quantity.value, text, own)


def _whole(passage: Passage, before: list[Level], fact: Fact, quantity: Quantity) -> Fact | None:
    """The nearest of the figures `before` that is said to hold `fact`."""
    for whole, all_, more in reversed(before):
        between = passage.quote[whole.span.end : fact.span.start]
        if quantity.value is not None and more > quantity.value and alike(all_, quantity) and _told(between):
            closed = between.count(")") > between.count("(")
            return None if closed or depth(passage.quote, whole.span.end, fact.span.start) > 1 else whole
    return None


def _share(part: Fact, level: Decimal, whole: Fact, all_: Decimal, text: str, own: frozenset[str]) -> Made:
    value = percent(level / all_ * HUNDRED)
    near = part.near | whole.near | SHARE | (OF_PLAN if PLAN in whole.governs else frozenset())
    fact = replace(
        part, text=figure(value, "%"), near=near, clause=(part.clause | whole.clause) - near,
        quantity=Quantity(value, unit="%", dimension=Dimension.PERCENT), counted=None,
        traits=part.traits & frozenset({"denied", "left"}),
    )  # fmt: skip
    return Made(fact, (part,) if part is whole else (part, whole), f"{text} {figure(value, '%')}", own)


def _told(between: str) -> bool:
    """Whether the words between two figures say that the second is a part of the first."""
    return _opens().search(between) is not None or done().search(between) is not None


@lru_cache(maxsize=1)
def _of_what() -> re.Pattern[str]:
    return re.compile(load()["domain/measures"]["share_of_what"])


@lru_cache(maxsize=1)
def _within() -> re.Pattern[str]:
    table = words()["share"]
    within = "|".join(sorted(map(re.escape, table["within"]), key=len, reverse=True))
    return re.compile(rf"[^,;:.()\d]*?(?:\s/|(?<!\w)(?:{within}))(?:\s+[^\W\d_]+){{0,5}}\s+", re.IGNORECASE)


@lru_cache(maxsize=1)
def _opens() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words()['part']['opens']))})\b[^;]*\Z", re.IGNORECASE)


@lru_cache(maxsize=1)
def done() -> re.Pattern[str]:
    done = "|".join(map(re.escape, words()["share"]["done"]))
    return re.compile(rf"\b(?:{done})\b[^,;:.()]*\Z", re.IGNORECASE)
