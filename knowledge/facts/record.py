"""Passages to and from the store: compact JSON, with the folded words added on the way back."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from functools import lru_cache
from sys import intern
from typing import Any

from knowledge.facts.fact import Fact, FactKind, Passage, Time
from knowledge.model import Dimension, Name, Period, Quantity, Span
from knowledge.text.fold import fold

Json = Any
_KINDS = {kind.value: kind for kind in FactKind}
_DIMENSIONS = {dimension.value: dimension for dimension in Dimension}
_NO_TERMS: frozenset[str] = frozenset()


def dumps(passage: Passage) -> str:
    """`passage` without quote and place, which the store keeps in columns of their own."""
    return json.dumps(
        {
            "s": sorted(passage.sentence),
            "c": sorted(passage.context),
            "n": passage.names,
            "t": [_time(time) for time in passage.times],
            "r": sorted(passage.traits),
            "g": passage.group,
            "f": [_fact(fact) for fact in passage.facts],
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def loads(kind: str, quote: str, start: int, end: int, text: str) -> Passage:
    """The passage again; every ``w:`` term is joined by its folded ``f:`` form."""
    data = json.loads(text)
    return Passage(
        kind, quote, start, end, _terms(data["s"]), _terms(data["c"]),
        tuple(_read_fact(row) for row in data["f"]), tuple((a, b) for a, b in data["n"]),
        _read_times(data["t"]), frozenset(data["r"]), data["g"],
    )  # fmt: skip


def folded(terms: frozenset[str]) -> frozenset[str]:
    """`terms` with the folded form of every word beside it."""
    return terms | {_folded(term) for term in terms if term.startswith("w:")}


@lru_cache(maxsize=16384)
def _folded(term: str) -> str:
    return intern("f:" + fold(term[2:]))


def _terms(ids: list[str]) -> frozenset[str]:
    return _shared(tuple(ids))


@lru_cache(maxsize=2048)
def _shared(ids: tuple[str, ...]) -> frozenset[str]:
    """One set for what passages of a section or cells of a column have in common, and one string for each term."""
    return folded(frozenset(map(intern, ids)))


def _time(time: Time) -> Json:
    return [
        time.period.start.isoformat(),
        time.period.end.isoformat(),
        int(time.period.open_end),
        time.layer,
        time.role,
    ]


def _read_times(rows: list[list[Json]]) -> tuple[Time, ...]:
    return _times(tuple(map(tuple, rows)))


@lru_cache(maxsize=4096)
def _times(rows: tuple[tuple[Json, ...], ...]) -> tuple[Time, ...]:
    """The times of `rows`; one tuple for all facts told of the same, of which there are many."""
    return tuple(Time(_period(start, end, open_end), layer, role) for start, end, open_end, layer, role in rows)


def _number(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def _read_number(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def _fact(fact: Fact) -> Json:
    row: dict[str, Json] = {
        "k": fact.kind.value, "s": [fact.span.start, fact.span.end], "x": fact.text, "a": sorted(fact.near),
        "b": sorted(fact.clause), "t": [_time(time) for time in fact.times], "n": fact.names,
        "r": sorted(fact.traits), "v": fact.governs,
    }  # fmt: skip
    if fact.quantity is not None:
        q = fact.quantity
        row["q"] = [
            _number(q.value), q.unit, q.dimension.value, _number(q.low), _number(q.high), _number(q.total), q.per,
            int(q.approx),
        ]  # fmt: skip
    if fact.period is not None:
        row["p"] = [fact.period.start.isoformat(), fact.period.end.isoformat(), int(fact.period.open_end)]
    if fact.name is not None:
        row["m"] = [fact.name.id, fact.name.name, int(fact.name.known), fact.name.within]
    if fact.items:
        row["i"] = fact.items
    if fact.counted:
        row["u"] = fact.counted
    if fact.label:
        row["l"] = sorted(fact.label)
    if fact.header:
        row["h"] = fact.header
    return row


def _read_fact(row: Json) -> Fact:
    traits, governs = row["r"], row["v"]
    return Fact(
        _KINDS[row["k"]], Span(*row["s"]), row["x"], _terms(row["a"]), _terms(row["b"]), _read_times(row["t"]),
        tuple(map(tuple, row["n"])),
        _read_quantity(*row["q"]) if "q" in row else None,
        _period(*row["p"]) if "p" in row else None,
        _name(*row["m"]) if "m" in row else None,
        tuple(row.get("i", ())), frozenset(traits), row.get("u"),
        _terms(row["l"]) if "l" in row else _NO_TERMS,
        tuple(map(tuple, governs)),
        row.get("h", ""),
    )  # fmt: skip


def _read_quantity(
    value: str | None, unit: str | None, dimension: str, low: str | None, high: str | None, total: str | None,
    per: str | None, approx: int,
) -> Quantity:  # fmt: skip
    return Quantity(
        _read_number(value), unit, _DIMENSIONS[dimension], _read_number(low), _read_number(high), _read_number(total),
        per, bool(approx),
    )  # fmt: skip


@lru_cache(maxsize=4096)
def _period(start: str, end: str, open_end: int) -> Period:
    return Period(date.fromisoformat(start), date.fromisoformat(end), bool(open_end))


@lru_cache(maxsize=4096)
def _name(id_: str, name: str, known: int, inside: str | None) -> Name:
    return Name(id_, name, bool(known), inside)
