"""Figures added up that are told one by one: what all of so many things come to ("tổng vốn của hai dự án cấp mới" of
"cấp mới 02 dự án: kho A vốn 61 tỷ đồng; bãi xe B vốn 128 tỷ đồng"), and two things named together ("quặng và gỗ")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from knowledge.ask import arithmetic
from knowledge.ask.arithmetic import Computed
from knowledge.ask.lookup import Desk
from knowledge.ask.made import levels
from knowledge.ask.names import joins
from knowledge.ask.question import Question, Unit, Wanted
from knowledge.ask.score import Candidate, score
from knowledge.ask.shelf import Held
from knowledge.facts.fact import Fact, Layer
from knowledge.lexicon.load import load
from knowledge.model import Dimension, Quantity
from knowledge.text.fold import fold

MOST = 9  # things told one by one
SAID = 0.8  # so well a word must say what is added up
COUNTS = frozenset({Dimension.COUNT, Dimension.NUMBER})


def counted(question: Question, desk: Desk) -> Computed | None:
    """What as many things as the question says there are come to, each told behind the number of them."""
    if question.wanted is not Wanted.QUANTITY or question.change or question.denies or question.dimension == "percent":
        return None
    numbers = _numbers(question)
    if len(numbers) != 1:
        return None
    (number,) = numbers
    found: list[tuple[float, Computed]] = []
    bases: dict[tuple[Unit, ...], Question] = {}
    for held in desk.shelf.passages:
        if held.passage.kind != "sentence" or len(held.figures) <= number:
            continue
        for all_, each in _told(held, number):
            measure = [u for u in question.units if all(u.said(one.near) >= SAID for one in each)]
            things = tuple(u for u in question.units if u not in measure)
            if not measure or not things or any(u.said(all_.near) >= SAID for u in measure):
                continue
            base = bases.setdefault(things, _of(question, things))
            # Names of the sentence that are not told of the number are those of the things behind it.
            own = replace(all_, names=tuple(name for name in all_.names if name[1] != Layer.SENTENCE))
            whole = score(base, own, held, desk.shelf, desk.rules, desk.weighing(base))
            if whole is None or whole.score < desk.line:
                continue
            operands = [replace(whole, fact=one) for one in each]
            values = [arithmetic.value(one) or Decimal() for one in operands]
            unit = arithmetic.unit(operands[0])
            found.append((whole.score, arithmetic.combine(sum(values, Decimal()), operands, "+", unit)))
    if not found or len({computed.value for _, computed in found}) > 1:
        return None
    return found[0][1]


def _of(question: Question, things: tuple[Unit, ...]) -> Question:
    """How many `things` there are, asked of what the question is about."""
    return replace(
        arithmetic.plain(question), read=" ".join(unit.text for unit in things), units=things,
        dimension=None, expected=None, measured=None, unit=None,
    )  # fmt: skip


def _told(held: Held, number: int) -> Iterator[tuple[Fact, list[Fact]]]:
    """The number of things in a sentence, with the figures behind it: as many of one unit, and no more of it."""
    plain = list(levels(held.passage))
    for fact, quantity, value in plain:
        if quantity.dimension not in COUNTS or value != number:
            continue
        behind = [(f, q) for f, q, _ in plain if f.span.start >= fact.span.end]
        kinds = {(q.dimension, q.unit) for _, q in behind if _measures(q, quantity)}
        for kind in kinds:
            each = [f for f, q in behind if (q.dimension, q.unit) == kind]
            every = [f for f, q, _ in plain if (q.dimension, q.unit) == kind]
            if len(each) == number == len(every) and not any("ahead" in f.traits for f in each):
                yield fact, each


def _measures(quantity: Quantity, things: Quantity) -> bool:
    return quantity.low is None and quantity.high is None and quantity.unit not in (None, things.unit)


def _numbers(question: Question) -> set[int]:
    """The numbers of things that a question for their sum names; none where it asks for no sum."""
    folded = fold(question.timeless)
    if _sums().search(folded) is None:
        return set()
    numerals: dict[str, int] = load()["domain/kinds"]["numerals"]
    marked = question.timeless if question.timeless.lower() != folded else folded
    marked = marked[:1].lower() + marked[1:]
    within = [fold(unit.text) for unit in question.units]  # "hai quan" is no two
    said = {int(n) for n in re.findall(r"(?<![\w.,/])0?(\d)(?= [^\W\d_])", folded)}
    for word, after in re.findall(r"([^\W\d_]+)(?= ([^\W\d_]+))", marked):
        if any(f"{fold(word)} {fold(after)}" in text for text in within):
            continue
        said |= {
            count
            for numeral, count in numerals.items()
            if word == numeral or (marked == folded and word == fold(numeral))
        }
    return {number for number in said if 1 < number <= MOST}


@lru_cache(maxsize=1)
def _sums() -> re.Pattern[str]:
    return re.compile(load()["domain/measures"]["adding_up"])


def together(question: Question) -> tuple[Question, Question] | None:
    """A question for the sum of two things named together, asked of each alone."""
    if "sum" not in question.operations:
        return None
    base = arithmetic.unsided(arithmetic.plain(question), frozenset({"total", "amount"}))
    placed = sorted(
        ((question.read.find(u.text), u) for u in base.units if not u.head and not u.light), key=lambda p: p[0]
    )
    pairs = [(a, b) for (x, a), (y, b) in pairwise(placed) if x >= 0 and _joined(question, x, a, y)]
    if len(pairs) != 1:
        return None
    one, other = pairs[0]
    return _without(base, other), _without(base, one)


def _joined(question: Question, start: int, unit: Unit, end: int) -> bool:
    return joins().fullmatch(fold(question.read[start + len(unit.text) : end])) is not None


def _without(base: Question, unit: Unit) -> Question:
    gone = {term[2:] for term, _ in unit.options if term.startswith("c:")}
    return replace(base, units=tuple(u for u in base.units if u is not unit), concepts=base.concepts - gone)


def one_only(question: Question, told: tuple[Candidate, ...]) -> bool:
    """Whether of two things named together a figure tells but one."""
    if "sum" in question.operations and _numbers(question) and not any(_of_all(c) for c in told):
        return True  # "hai bãi chứa tổng cộng bao nhiêu xe"
    both = together(question)
    if both is None:
        return False
    things = [set(both[0].units) - set(both[1].units), set(both[1].units) - set(both[0].units)]
    return any(
        sum(any(u.said(c.fact.near | c.fact.clause) >= SAID for u in side) for side in things) == 1 for c in told
    )


def _of_all(candidate: Candidate) -> bool:
    """Whether a figure is said to be of several together, or of no one of them by name."""
    quote = fold(candidate.held.passage.quote)
    own = any(layer == Layer.NEAR for _, layer in candidate.fact.names)
    return not own or "c:total" in candidate.fact.near or _sums().search(quote) is not None
