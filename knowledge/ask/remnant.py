"""The rest of a whole that a sentence names without its figure: "51 dự án, trong đó 19 dự án hoạt động, 17 dự án đang
xây, còn lại chưa làm gì" leaves 15 of which nothing was done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from knowledge.ask.counted import COUNTS
from knowledge.ask.made import Made, depth, holds, levels, terms_of, words
from knowledge.ask.show import fact_text, figure
from knowledge.facts.fact import Fact, Layer, Passage
from knowledge.facts.terms import Terms
from knowledge.model import Quantity, Span
from knowledge.text.fold import fold

AHEAD = frozenset({"ahead"})
LEFT = frozenset({"c:remaining"})
_END = re.compile(r"[,;.()\n]|\Z")
_DENIED = re.compile(r"\b(?:chưa|không)\b", re.IGNORECASE)


def made(passage: Passage, terms: Terms) -> Iterator[Made]:
    """What is left of the whole, once for each time a rest is named."""
    if not holds(passage, (*words()["rest"]["words"], *words()["rest"]["after"])):
        return
    quote = passage.quote
    for place, label in labels(quote):
        named = quote[label.start : label.end].strip()
        if not named or any(c.isdigit() for c in named) or named.lower() in words()["rest"]["vague"]:
            continue
        split = _split(passage, place)
        if split is None:
            continue
        whole, parts = split
        assert whole.quantity is not None
        assert whole.quantity.value is not None
        value = whole.quantity.value - sum((_value(part) for part in parts), Decimal())
        if value <= 0:
            continue
        said = fold(named)
        names = tuple((id_, Layer.NEAR) for id_, name in passage.names if fold(name) in said)
        own = terms_of(passage, terms, label.start, label.end) | {"n:" + id_ for id_, _ in names}
        near = own | LEFT | frozenset(f"c:{concept}" for concept, layer in whole.governs if layer == Layer.NEAR)
        traits = (whole.traits & AHEAD) | frozenset({"denied"} if _DENIED.search(named) else ())
        fact = replace(
            whole, span=label, text=figure(value, whole.quantity.unit), near=near | _counted(whole, terms),
            clause=whole.near | whole.clause, names=(*names, *whole.names), traits=traits,
            quantity=replace(whole.quantity, value=value, low=None, high=None), governs=(),
        )  # fmt: skip
        shown = " - ".join(fact_text(one) for one in (whole, *parts))
        yield Made(fact, (whole, *parts), f"{shown} = {figure(value, whole.quantity.unit)}", own)


def labels(quote: str) -> Iterator[tuple[int, Span]]:
    """Where a rest is told of, and the words that say what it is: behind it, or before ("ứng trước phần còn lại")."""
    for match in _rests().finditer(quote):
        end = _END.search(quote, match.end())
        assert end is not None
        yield match.start(), Span(match.end(), end.start())
    for match in _before().finditer(quote):
        yield match.start(), Span(match.start(1), match.end(1))


def _value(fact: Fact) -> Decimal:
    assert fact.quantity is not None
    assert fact.quantity.value is not None
    return fact.quantity.value


def _counted(whole: Fact, terms: Terms) -> frozenset[str]:
    """What the whole counts: the rest are of the same."""
    return frozenset(term.id for term in terms.widened(whole.counted or ""))


def _split(passage: Passage, place: int) -> tuple[Fact, list[Fact]] | None:
    """The whole before `place`, and its parts that are told one after the other between a word that opens them and
    `place`; None where a figure between fits neither."""
    quote = passage.quote
    figures = [(fact, q) for fact, q, _ in levels(passage) if fact.span.end <= place]
    for index, (whole, quantity) in enumerate(figures):
        if quantity.low is not None or quantity.high is not None:
            continue
        parts = [fact for fact, q in figures[index + 1 :] if _alike(q, quantity) and _open(quote, fact, place)]
        if not parts:
            continue
        opened = _opens().search(quote, whole.span.end, parts[0].span.start) is not None
        opened = opened or (
            "," in quote[whole.span.end : place] and _summed().search(quote[: whole.span.start]) is not None
        )
        if opened and sum((_value(part) for part in parts), Decimal()) < _value(whole):
            return whole, parts
    return None


def _open(quote: str, fact: Fact, place: int) -> bool:
    """Whether a figure stands in no bracket that is closed before `place`: it is no part of a part."""
    level = 0
    for position in range(fact.span.end, place):
        level += (quote[position] == "(") - (quote[position] == ")")
        if level < 0:
            return False
    return depth(quote, fact.span.end, place) == 0


def _alike(one: Quantity, whole: Quantity) -> bool:
    if one.dimension in COUNTS and whole.dimension in COUNTS:
        return one.unit in (None, whole.unit) or (one.unit or "").startswith(whole.unit or "\n")
    return (one.dimension, one.unit) == (whole.dimension, whole.unit)


@lru_cache(maxsize=1)
def _rests() -> re.Pattern[str]:
    table = words()["rest"]
    rests = "|".join(sorted(map(re.escape, table["words"]), key=len, reverse=True))
    links = "|".join(map(re.escape, table["links"]))
    return re.compile(rf"(?<=[,;:(.] )(?:và )?(?:{rests})\b(?:\s+(?:{links})\b)*\s*:?", re.IGNORECASE)


@lru_cache(maxsize=1)
def _before() -> re.Pattern[str]:
    ends = "|".join(map(re.escape, words()["rest"]["after"]))
    return re.compile(rf"[,;]\s+(?:và\s+)?([^,;:.()\d]+?)\s+(?:{ends})(?=\s*(?:[,;.)]|$))", re.IGNORECASE)


@lru_cache(maxsize=1)
def _opens() -> re.Pattern[str]:
    return re.compile(rf"[:(]|\b(?:{'|'.join(map(re.escape, words()['part']['opens']))})\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _summed() -> re.Pattern[str]:
    """Words before a whole that say it is one: what follows are its parts, whatever stands between."""
    table = words()["whole"]
    within = "|".join(map(re.escape, table["within"]))
    sums = "|".join(map(re.escape, table["sums"]))
    return re.compile(rf"(?:\b(?:{within})\s+|\b(?:{sums})\b[^,;:.()\d]*)\Z", re.IGNORECASE)
