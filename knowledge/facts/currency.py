"""The currency of a sum that names none: dollars where the last one was, unless it is told as what is paid in dongs.

Minutes give the trade of a gate in dollars and, a line later, what it took in fees, with no currency to it: "KN 5T 186
tr USD. Thu phí 27,4 tỷ; sửa cầu hết 640 tr".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum

from knowledge.facts.terms import Terms
from knowledge.lexicon.load import load
from knowledge.model import Dimension, Mention, Quantity

Recognise = Callable[[str], tuple[Mention, ...]]

_LEXICON = load()
_WRITTEN_ON = frozenset(_LEXICON["vi/numbers"]["lists"]["currency_scales"])
_TABLE = _LEXICON["domain/measures"]["currency"]
PAID = frozenset("c:" + id_ for id_ in _TABLE["paid"]) | frozenset("w:" + word for word in _TABLE["paying"])
EITHER = frozenset("c:" + id_ for id_ in _TABLE["either"])
TRADE = frozenset("c:" + id_ for id_ in _TABLE["trade"])
_STOP = re.compile(r"[,;.)](?!\d)")
LARGER = 10  # times the sum in dollars before it: what is so much more is in dongs


class Carried(StrEnum):
    """What the last sum of money leaves to one that names no currency."""

    NOTHING = ""
    TRADE = "trade"  # dollars, of what is never told in dongs beside them
    SUMS = "sums"  # dollars, of what may be told in either


def in_dollars(
    text: str, mentions: tuple[Mention, ...], recognise: Recognise, terms: Terms, before: Carried
) -> tuple[Mention, ...]:
    """`mentions` of `text`, with sums that name no currency in dollars where the last one was (`before` this text)."""
    return _walked(text, mentions, recognise, terms, before)[0]


def after(text: str, mentions: tuple[Mention, ...], terms: Terms, before: Carried) -> Carried:
    """What `text`, whose `mentions` have their currencies, leaves to the text behind it."""
    return _walked(text, mentions, None, terms, before)[1]


def _walked(
    text: str, mentions: tuple[Mention, ...], recognise: Recognise | None, terms: Terms, carried: Carried
) -> tuple[tuple[Mention, ...], Carried]:
    read: list[Mention] = []
    at, last = 0, None  # where the last sum ends, and what it was in dollars
    for mention in mentions:
        quantity = mention.value
        if isinstance(quantity, Quantity) and quantity.dimension is Dimension.MONEY:
            if quantity.unit == "VND" and carried and recognise and not names_currency(mention.text):
                made = _dollars(mention, recognise)
                larger = made is not None and last is not None and (made.value or 0) > LARGER * last
                if larger or (carried is Carried.TRADE and _says(PAID, text, mention, at, terms)):
                    carried = Carried.NOTHING
                elif made is not None:
                    mention = replace(mention, value=made, rule="carried-currency")
            elif quantity.unit != "USD":
                carried = Carried.NOTHING
            elif mention.rule != "carried-currency":
                carried = _told(text, mention, at, terms, carried)
            at = mention.span.end
            last = mention.value.value if carried and isinstance(mention.value, Quantity) else None
        read.append(mention)
    return tuple(read), carried


def _dollars(mention: Mention, recognise: Recognise) -> Quantity | None:
    figures = [m.value for m in recognise(f"{mention.text} USD") if isinstance(m.value, Quantity)]
    return figures[0] if figures and figures[0].unit == "USD" else None


def _told(text: str, mention: Mention, start: int, terms: Terms, before: Carried) -> Carried:
    if _says(TRADE, text, mention, start, terms):
        return Carried.TRADE
    return Carried.SUMS if _says(EITHER, text, mention, start, terms) else before or Carried.SUMS


def _says(those: frozenset[str], text: str, mention: Mention, start: int, terms: Terms) -> bool:
    """Whether the words from `start` to the figure, or right behind it, say one of `those`."""
    stop = _STOP.search(text, mention.span.end)
    beside = text[start : mention.span.start], text[mention.span.end : stop.start() if stop else len(text)]
    return any(term.id in those for part in beside for term in terms.widened(part))


def names_currency(text: str) -> bool:
    """Whether a sum of money says its currency: something stands behind the scale word, or is written on to it."""
    words = re.findall(r"[^\W\d_]+|\$", text)
    return len(words) != 1 or words[0].lower() in _WRITTEN_ON
