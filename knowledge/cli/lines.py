"""How answers, hits and mentions look as JSON."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from knowledge.ask.phrase import phrase
from knowledge.model import (
    Answer,
    Base,
    Choice,
    Found,
    Hit,
    Mention,
    MentionKind,
    Name,
    Period,
    Quantity,
    Unknown,
)

Json = dict[str, Any]


def number(value: Decimal) -> int | float:
    """A Decimal as a JSON number: whole ones as such, the others as the nearest float, which prints the same digits."""
    return int(value) if value == value.to_integral_value() else float(value)


def answered(answer: Answer) -> Json:
    """An Answer in the keys of an answers line, without `id` and `elapsed_ms`."""
    line: Json = {
        "status": "answered",
        "short": "",
        "value": None,
        "unit": None,
        "date": None,
        "items": [],
        "options": [],
        "text": phrase(answer),
        "citations": [],
    }
    match answer:
        case Found():
            line |= {
                "short": answer.short,
                "value": number(answer.value) if isinstance(answer.value, Decimal) else answer.value,
                "unit": answer.unit,
                "date": answer.day,
                "items": list(answer.items),
            }
        case Choice():
            line |= {"status": "clarify", "options": list(answer.options)}
        case Unknown():
            line |= {"status": "abstained"}
    if not isinstance(answer, Unknown):
        line["citations"] = [{"report": each.report, "quote": each.quote} for each in answer.citations]
    return line


def hit(found: Hit) -> Json:
    line: Json = {"report": found.report, "quote": found.quote, "score": found.score}
    return line | {"superseded": True} if found.superseded else line


def mention(found: Mention) -> Json:
    """A Mention: kind, span (characters of the text in NFC, half open), text, rule and value."""
    return {
        "kind": found.kind.value,
        "span": [found.span.start, found.span.end],
        "text": found.text,
        "rule": found.rule,
        "value": value(found),
    }


def value(found: Mention) -> Json:
    """The value of a mention, only what is known of it: numbers in base units, `end` exclusive, dates in ISO form."""
    match found.value:
        case Quantity() as quantity:
            parts: Json = {
                key: number(part)
                for key in ("value", "low", "high", "total")
                if (part := getattr(quantity, key)) is not None
            }
            return parts | {
                "unit": quantity.unit,
                "dimension": quantity.dimension.value,
                **({"per": quantity.per} if quantity.per else {}),
                **({"approx": True} if quantity.approx else {}),
            }
        case Period(start, end, open_end):
            days: Json = {"start": start.isoformat(), "end": None if open_end else end.isoformat()}
            return days | ({"open_end": True} if open_end else {})
        case Name(identity, name, known, within):
            return {"id": identity, "name": name, "known": known, **({"within": within} if within else {})}
        case Base(relation):
            return {"relation": relation}


def shown(found: Mention) -> str:
    """The value of a mention in a few words for a person."""
    parts = value(found)
    if found.kind is MentionKind.DATE:
        return str(parts["start"])
    if isinstance(found.value, Quantity):
        figure = parts.get("value", f"{parts.get('low', '…')} – {parts.get('high', '…')}")
        whole = f" / {parts['total']}" if "total" in parts else ""
        return f"{figure}{whole} {found.value.unit or ''}".strip()
    if isinstance(found.value, Period):
        return f"{parts['start']} … {parts['end'] or ''}".strip()
    return str(parts.get("name") or parts.get("relation"))
