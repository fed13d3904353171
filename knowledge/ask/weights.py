"""The weights by which candidates are scored, read from ``weights.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from knowledge.ask.implied import Implied
from knowledge.facts.terms import Terms

FILE = Path(__file__).with_name("weights.toml")


@dataclass(frozen=True, slots=True)
class Weights:
    layers: tuple[float, ...]
    missing: float
    head_missing: float
    other_side: float
    extra_side: float
    extra_plan: float
    extra_gate: float
    extra_row: float
    extra_denial: float
    extra_change: float
    extra_level: float
    extra_dimension: float
    time: float
    whole: float
    inherited: float
    line: float
    margin: float
    lone: float
    apart: float


@dataclass(frozen=True, slots=True)
class Rules:
    """By what a fact is scored: `contrasts` whose sides exclude each other, of which `restricting` are those whose side
    a question must name to be served with it (if concepts are given, a question that speaks of one of them)."""

    weights: Weights
    contrasts: tuple[frozenset[str], ...]
    members: frozenset[str]  # ``c:`` terms of all sides
    sides: frozenset[str]  # those of them that a question must name
    restricting: Mapping[frozenset[str], frozenset[str]]
    implied: Implied
    rivals: Mapping[str, frozenset[str]]  # to the term of a side those of the others, where a clause may say several
    terms: Terms  # by which it is told where in a sentence a thing is said


@lru_cache(maxsize=1)
def load() -> Weights:
    """The weights in force."""
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return Weights(tuple(table.pop("layers")), **table)
