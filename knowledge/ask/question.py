"""A question, read: what kind of answer it wants, of what, when, where."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from knowledge.model import Period


class Wanted(StrEnum):
    QUANTITY = "quantity"
    DATE = "date"
    PERSON = "person"
    POST = "post"
    PLACE = "place"
    LIST = "list"
    BOOL = "bool"
    WHICH = "which"  # one thing by name: a gate, a project, a unit
    REASON = "reason"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing the question speaks of. `options` are terms that say it, each with how well (0 to 1); `head` marks the
    thing counted or looked for; `numbers` a figure named in the question ("ba dự án")."""

    text: str
    options: tuple[tuple[str, float], ...]
    head: bool = False
    parts: tuple[str, ...] = ()  # terms that together say the same as the unit
    name: str = ""  # of a name, properly spelled
    light: bool = False  # a verb that says little
    others: frozenset[str] = frozenset()  # of the head: counted words that count other things ("vụ" of no worker)
    counters: frozenset[str] = frozenset()  # of the head: counted words that may count it
    things: frozenset[str] = frozenset()  # of the head: what follows it, where it but counts ("vụ" of "vụ đình công")
    narrows: bool = False  # an unknown word right beside the thing counted, of which it names a kind
    word: str | None = None  # no concept but a word: "vi", "en", or "name" where it is written like one

    def said(self, terms: Container[str]) -> float:
        """How well (0 to 1) `terms` say it: by one of its options, or by some of its parts."""
        best = max((factor for term, factor in self.options if term in terms), default=0.0)
        parts = sum(part in terms for part in self.parts) / len(self.parts) if self.parts else 0.0
        return max(best, parts)

    @property
    def terms(self) -> tuple[str, ...]:
        """Every term by which the unit may be found."""
        return (*(term for term, _ in self.options), *self.parts)


@dataclass(frozen=True, slots=True)
class When:
    """A time named in the question. `day` for a single day; `role` as in facts ("as-of", "deadline", …)."""

    period: Period
    day: bool
    text: str
    also: Period | None = None  # as written, where `period` stands for it ("giữa năm": the first half)
    until: bool = False  # up to its end ("hết tháng 9", "as of 30 June"): from whenever the figures are counted
    rough: bool = False  # a beginning ("đầu năm 2031"), which reports of that time tell of as well


@dataclass(frozen=True, slots=True)
class Who:
    """A name in the question: ids any of which will do, of one kind ("gate", "person", …). `certain` is False when
    several different names are meant equally well."""

    kind: str
    ids: tuple[str, ...]
    text: str
    certain: bool = True
    unknown: bool = False  # no catalogue and no report knows it
    name: str = ""  # properly spelled


@dataclass(frozen=True, slots=True)
class Question:
    text: str  # as asked
    read: str  # repaired
    language: str
    wanted: Wanted
    asked_on: date
    units: tuple[Unit, ...]
    whens: tuple[When, ...] = ()
    bases: tuple[When, ...] = ()  # times only compared with ("so với năm 2016")
    whos: tuple[Who, ...] = ()
    concepts: frozenset[str] = frozenset()  # all concepts said, for contrasts
    operations: frozenset[str] = frozenset()
    unit: str | None = None  # unit asked for: "VND", "tấn", …
    dimension: str | None = None
    change: bool = False  # asks for an increase or a decrease
    traits: frozenset[str] = frozenset()  # of its form: "existence", "month_or_year", "deadline"
    named: frozenset[str] = frozenset()  # ids of all names in the question
    expected: str | None = None  # the dimension in which such a measure is told
    measured: str | None = None  # the same, where a difference is asked for too
    denies: bool = False  # asks for what was not done
    stock: bool = False  # asks how many there are, not how many there were in a time
    against_plan: bool = False  # compares with a plan
    inherited: tuple[Unit, ...] = ()  # units of the questions before, for a follow-up
    changes: tuple[tuple[str, str], ...] = ()  # spelling repaired
    notes: Mapping[str, str] = field(default_factory=dict)

    @property
    def timeless(self) -> str:
        """What was read, without the times it names: what is left of figures are no dates."""
        read = self.read
        for when in (*self.whens, *self.bases):
            read = read.replace(when.text, " ; ")
        return read
