"""Figures, days and citations as a person reads them."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from knowledge.ask.shelf import Held
from knowledge.facts.fact import Fact
from knowledge.lexicon.load import load
from knowledge.model import Citation, Dimension, Period, Quantity, Span

LONGEST = 200


def citation(held: Held, mark: Span | None = None) -> Citation:
    """The passage as a citation, the answer marked within its quote; a cell with what stands above it in its table."""
    report, passage = held.report, held.passage
    heading = next((fact.header for fact in passage.facts if fact.header and fact.span == mark), None)
    return Citation(report.file, report.title, report.document_date, passage.quote, mark, heading)


def number(value: Decimal) -> str:
    """`value` as Vietnamese officialese writes it: dots between thousands, a decimal comma."""
    text = f"{value.normalize():,f}" if value == value.to_integral() else f"{value.normalize():,}"
    return text.replace(",", " ").replace(".", ",").replace(" ", ".")


def figure(value: Decimal, unit: str | None) -> str:
    """A computed figure with its unit; money in tỷ or triệu where that is shorter."""
    words = load()["vi/figures"]
    if unit in words["money"]:
        for zeros, word in words["scales"]:
            scaled = value.scaleb(-zeros)
            if abs(scaled) >= 1 and scaled == scaled.quantize(Decimal("0.000001")):
                return f"{number(scaled)} {word} {words['money'][unit]}"
        return f"{number(value)} {words['money'][unit]}"
    if unit == "%":
        return f"{number(value)}%"
    return f"{number(value)} {unit}" if unit else number(value)


def fact_text(fact: Fact) -> str:
    """A fact's figure as the report writes it, with the unit its table gives."""
    text = " ".join(fact.text.split())
    quantity = fact.quantity
    if quantity is None:
        return text
    if "whole" in fact.traits and quantity.value is not None:
        return figure(quantity.value, quantity.unit)
    if "zero" in fact.traits:
        return f"0 ({text})"
    if "cell" in fact.traits and fact.counted and fact.counted not in text:
        return f"{text}%" if fact.counted == "%" else f"{text} {fact.counted}"
    if quantity.dimension in (Dimension.COUNT, Dimension.NUMBER) and quantity.unit and quantity.unit not in text:
        return f"{text} {quantity.unit}"
    return text


def value_of(quantity: Quantity) -> Decimal | None:
    """The one figure a quantity stands for: its value, else its only bound."""
    if quantity.value is not None:
        return quantity.value
    return quantity.low if quantity.low is not None else quantity.high


def iso(period: Period) -> str:
    """A day, month or year as ISO writes it; the first day of anything else."""
    if period.end - period.start == timedelta(days=1):
        return period.start.isoformat()
    if period.start.day == 1 and period.end == _next_month(period.start):
        return period.start.isoformat()[:7]
    if (period.start.month, period.start.day) == (1, 1) and period.end == date(period.start.year + 1, 1, 1):
        return period.start.isoformat()[:4]
    return period.start.isoformat()


def _next_month(day: date) -> date:
    return date(day.year + (day.month == 12), day.month % 12 + 1, 1)


def shortened(text: str, limit: int = LONGEST) -> str:
    """`text` on one line, cut at a word where it is longer than `limit`."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1].rsplit(" ", 1)[0] + "…"


def distinct(citations: tuple[Citation, ...]) -> tuple[Citation, ...]:
    """Each citation once."""
    seen: dict[tuple[str, str], Citation] = {}
    for one in citations:
        seen.setdefault((one.report, one.quote), one)
    return tuple(seen.values())
