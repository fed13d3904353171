"""A sentence as the stages see it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from knowledge.facts.clauses import Clause, Clauses, holding
from knowledge.facts.terms import Term, Terms
from knowledge.model import Dimension, Mention, MentionKind, Quantity, Span

TURNOVER = "trade_turnover"
ROW = 8  # characters between the figures of a row
_NAMED = re.compile(r"\s*;\s*[^\d;:.()]{2,40}")
_BRACKETS = re.compile(r"\(([^()]{1,40})\)")
PEOPLE = frozenset({"c:passenger", "c:entry_exit", "c:people_count"})
GOODS = frozenset({"c:trade_turnover", "c:import_export", "c:goods", "c:vehicle"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as the stages see it: text, what was recognised in it, its terms and clauses (offsets within
    `text`)."""

    text: str
    mentions: tuple[Mention, ...]
    terms: tuple[Term, ...]
    clauses: tuple[Clause, ...]


def sentence(text: str, mentions: tuple[Mention, ...], terms: Terms, splitter: Clauses) -> Sentence:
    """`text` parsed; a side said in short right before a figure ("xuất 52,5") is a term as well."""
    found = list(terms.widened(text))
    clauses = splitter.split(text, mentions)
    said = {term.id for term in found}
    people = bool(said & PEOPLE) and not said & GOODS
    for mention in mentions:
        if mention.kind is MentionKind.QUANTITY:
            start = clauses[holding(clauses, mention.span.start)].span.start
            start = max([start, *(m.span.end for m in mentions if start < m.span.end <= mention.span.start)])
            side = splitter.side(text[start : mention.span.start], people)
            if side is not None:
                found.append(Term("c:" + side, Span(start, mention.span.start)))
            found += _worth(text, mention, mentions, splitter)
    return Sentence(
        text, mentions, tuple(sorted(found, key=lambda term: (term.span.start, term.span.end, term.id))), clauses
    )


def _worth(text: str, figure: Mention, mentions: Sequence[Mention], splitter: Clauses) -> list[Term]:
    """The turnover that a sum in foreign money is, told as what goods come to ("hàng hóa qua Lao Bảo đạt 238,4 triệu
    USD")."""
    quantity = figure.value
    if not isinstance(quantity, Quantity) or quantity.dimension is not Dimension.MONEY or quantity.unit == "VND":
        return []
    others = [m.span for m in mentions if m.kind is not MentionKind.QUANTITY]
    told = splitter.worth(text, figure.span.start, others)
    return [Term("c:" + TURNOVER, figure.span)] if told else []


def scaled(
    text: str,
    mentions: tuple[Mention, ...],
    recognise: Callable[[str], tuple[Mention, ...]],
    lead: str | None,
) -> tuple[Mention, ...]:
    """`mentions` with units given to bare figures: the one that stands in brackets ("… theo tháng (triệu đồng): tháng 1
    3.450"), else that of the next figure of a row ("T7 18,4 / T8 11,2 tr.USD"), else `lead`, that of what the
    item is of."""
    bare = [m for m in mentions if isinstance(m.value, Quantity) and m.value.dimension is Dimension.NUMBER]
    if not bare:
        return mentions
    inner = [one.split(":")[-1].strip() for one in _BRACKETS.findall(text)]
    units = [one for one in inner if any(c.isalpha() for c in one) and not any(c.isdigit() for c in one)]
    units = [one for one in dict.fromkeys(units) if measures(one, recognise)] if len(units) > 1 else units
    bracket = units[0] if len(units) == 1 and len(bare) > 1 else None
    read: list[Mention] = []
    following: Mention | None = None
    for mention in reversed(mentions):
        if mention in bare:
            beside = following is not None and (
                following.span.start - mention.span.end <= ROW or _listed(text, mention, following)
            )
            unit = bracket or (unit_text(following) if beside and following is not None else None) or lead
            figures = (
                [m.value for m in recognise(f"{mention.text} {unit}") if isinstance(m.value, Quantity)] if unit else []
            )
            if figures and figures[0].dimension not in (Dimension.NUMBER, Dimension.PERCENT):
                mention = Mention(mention.kind, mention.span, mention.text, "given-unit", figures[0])
                following = replace(mention, text=f"{mention.text} {unit}")
                read.append(mention)
                continue
        if isinstance(mention.value, Quantity) and any(c.isdigit() for c in mention.text):
            following = mention
        read.append(mention)
    return tuple(reversed(read))


def _listed(text: str, one: Mention, other: Mention) -> bool:
    """Whether two figures stand in one list of names: "Na Mèo 33,8; Tén Tằn 17,5; các cửa khẩu còn lại 1,5 tỷ đồng"."""
    return "," in one.text and _NAMED.fullmatch(text[one.span.end : other.span.start]) is not None


def measures(unit: str, recognise: Callable[[str], tuple[Mention, ...]]) -> bool:
    """Whether a figure with `unit` is measured by it: "(triệu đồng)" is a unit, "(ước)" is none."""
    figures = [m.value for m in recognise(f"1 {unit}") if isinstance(m.value, Quantity)]
    return any(one.dimension not in (Dimension.NUMBER, Dimension.COUNT) for one in figures)


def unit_text(mention: Mention) -> str | None:
    """The unit of a figure as written ("triệu USD" of "2.038,0 triệu USD"); None for none and for percentages."""
    quantity = mention.value
    if not isinstance(quantity, Quantity) or quantity.dimension not in (
        Dimension.MONEY,
        Dimension.MASS,
        Dimension.AREA,
    ):
        return None
    words = re.sub(r"^[^\W\d_]*\s*[\d.,\s–-]+", "", mention.text).strip()
    return words or None


def shift(mentions: Sequence[Mention], start: int, end: int) -> tuple[Mention, ...]:
    """The mentions within [start, end), their spans counted from `start`."""
    return tuple(
        replace(mention, span=Span(mention.span.start - start, mention.span.end - start))
        for mention in mentions
        if start <= mention.span.start and mention.span.end <= end
    )
