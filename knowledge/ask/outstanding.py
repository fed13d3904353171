"""What is not done yet of a whole, where one sentence tells both: "phát hiện 9 vụ (Kim Thành: 6, Bản Vược: 3), đã xử lý
7" leaves 2 that are not handled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from knowledge.ask.counted import COUNTS
from knowledge.ask.made import Made, alike, depth, levels
from knowledge.ask.score import denied, one_way
from knowledge.ask.shares import done as so_far
from knowledge.ask.show import fact_text, figure
from knowledge.facts.fact import Fact, Layer, Passage
from knowledge.facts.terms import Terms

LEFT = frozenset({"c:remaining", "c:not_completed", "c:in_progress"})


def made(passage: Passage, _: Terms) -> Iterator[Made]:
    """The whole less the part that is told right behind it, once for each such pair."""
    figures = [(fact, quantity) for fact, quantity, _ in levels(passage)]
    plain = [(f, q) for f, q in figures if not depth(passage.quote, 0, f.span.start)]
    part: Fact | None = None
    for (whole, all_), (done, some) in pairwise(plain):
        inner = whole is part  # itself a part: of which of the two the next is one is not told
        part = None
        if not alike(all_, some) or denied(whole) or not _one_time(whole, done) or not _one_thing(passage, whole, done):
            continue
        assert all_.value is not None
        assert some.value is not None
        if all_.value <= some.value:
            continue
        part = done
        own = done.near - whole.near
        if inner or not own or any(denied(f) and alike(all_, q) for f, q in figures):
            continue
        if any(f is not whole and f is not done and alike(all_, q) and f.near & own for f, q in figures):
            continue  # "đã giao 215 nền, năm sau giao 40 nền": of which of them the rest is asked for is not told
        unit = all_.unit or some.unit
        value = all_.value - some.value
        near = whole.near | done.near | LEFT
        fact = replace(
            done, text=figure(value, unit), near=near, clause=(whole.clause | done.clause) - near,
            quantity=replace(some if all_.unit is None else all_, value=value, low=None, high=None),
            counted=whole.counted or done.counted, traits=frozenset({"denied"}), times=done.times or whole.times,
            names=tuple(dict.fromkeys((*whole.names, *done.names))),
            governs=(*(one for one in done.governs if one[1] == Layer.NEAR), ("remaining", Layer.NEAR)),
        )  # fmt: skip
        yield Made(fact, (whole, done), f"{fact_text(whole)} - {fact_text(done)} = {figure(value, unit)}", own)


def _one_time(whole: Fact, done: Fact) -> bool:
    """Whether no other time is told of the one figure than of the other: of two times neither is a part."""
    own = [
        {time.period for time in f.times if time.layer == Layer.NEAR and time.role == "period"} for f in (whole, done)
    ]
    return not own[0] or not own[1] or own[0] == own[1]


def _one_thing(passage: Passage, whole: Fact, done: Fact) -> bool:
    """Whether nothing new begins between the two, but for what was done of the whole ("; đã xử lý"): no other name, no
    way of trade by itself, and of what is measured no other goods."""
    if [n for n in done.names if n[1] == Layer.NEAR and n not in whole.names] or one_way(done):
        return False
    counts = done.quantity is not None and done.quantity.dimension in COUNTS
    between = passage.quote[whole.span.end : done.span.start]
    return (counts and ";" not in between) or so_far().search(between) is not None
