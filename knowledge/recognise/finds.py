"""What single rules find before it is decided which of them stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from knowledge.model import Base, MentionKind, Period
from knowledge.recognise.patterns import Words, both
from knowledge.recognise.reading import Reading

Build = Callable[[int], Period | None]


@dataclass(frozen=True, slots=True)
class Find:
    """A place that a rule claims. `kind` is None when the place is merely to be left alone (a document number, a time
    of day). A date or period without its year has `build` (from a year) instead of `period`; `family` tells which go
    together in a range; a `weak` one counts only as part of a range."""

    start: int
    end: int
    rule: str
    kind: MentionKind | None = None
    period: Period | None = None
    build: Build | None = None
    family: str = ""
    weak: bool = False
    base: Base | None = None

    def moved(self, start: int, end: int) -> Find:
        return replace(self, start=start, end=end)


_ANYWHERE = ""
Finder = Callable[[re.Match[str], Reading], Find | Sequence[Find] | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A named pattern and how a match of it is read (None: it does not apply after all).

    `starts` are the tokens a match can begin with (empty: any place), `needs` those of which a text must hold one: so
    most rules cost a text nothing."""

    name: str
    pattern: Mapping[bool, re.Pattern[str]]
    starts: Mapping[bool, frozenset[str]]
    needs: Mapping[bool, frozenset[str]]
    find: Finder


class Rules:
    """Rules by the tokens they can begin with, so that a text meets only those that may apply."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._all = tuple(rules)
        self._starting: dict[bool, dict[str, list[int]]] = {False: {}, True: {}}
        for marked, starting in self._starting.items():
            for at, rule in enumerate(self._all):
                for token in rule.starts[marked] or (_ANYWHERE,):
                    starting.setdefault(token, []).append(at)

    def finds(self, reading: Reading) -> list[Find]:
        """All finds of all rules, the earlier rule's first; they may overlap."""
        marked, at, hay = reading.marked, reading.at, reading.hay
        starting = self._starting[marked]
        found: list[tuple[int, Find]] = []
        for token in starting.keys() & at.keys() | {_ANYWHERE}:
            for number in starting.get(token, ()):
                rule = self._all[number]
                needs = rule.needs[marked]
                if needs and needs.isdisjoint(at):
                    continue
                pattern = rule.pattern[marked]
                places = at[token] if token != _ANYWHERE else [match.start() for match in pattern.finditer(hay)]
                for place in places:
                    if (match := pattern.match(hay, place)) is not None and (find := rule.find(match, reading)):
                        found.extend((number, one) for one in ((find,) if isinstance(find, Find) else find))
        found.sort(key=lambda pair: (pair[0], pair[1].start))
        return [find for _, find in found]


def make(words: Words) -> Callable[..., Rule]:
    """A maker of rules over these words: name, template, reader, the classes or tokens it can begin with (parted by
    "|"), and those of which the text must hold one."""

    def rule(name: str, template: str, find: Finder, starts: str, needs: str = "") -> Rule:
        begins = {marked: words.tokens(starts, marked) if starts else frozenset() for marked in (False, True)}
        needed = {marked: words.tokens(needs, marked) if needs else frozenset() for marked in (False, True)}
        return Rule(name, both(words, template), begins, needed, find)

    return rule


def standing(finds: Iterable[Find]) -> list[Find]:
    """Those that stand, by place: of two that overlap the longer, of equals the first."""
    taken: list[Find] = []
    ordered = sorted(finds, key=lambda find: find.start - find.end)
    covered = bytearray(max((find.end for find in ordered), default=0))
    for find in ordered:
        if 1 not in covered[find.start : find.end]:
            covered[find.start : find.end] = b"\1" * (find.end - find.start)
            taken.append(find)
    return sorted(taken, key=lambda find: find.start)


def day(when: date) -> Period:
    return Period(when, when + timedelta(days=1))


def real_day(year: int, month: int, of_month: int) -> Period | None:
    """That day, or None when the calendar has none such."""
    try:
        return day(date(year, month, of_month))
    except ValueError:
        return None


def months(year: int, first: int, count: int) -> Period:
    """`count` months from month `first` (1 to 12) of `year`."""
    last = first - 1 + count
    return Period(date(year, first, 1), date(year + last // 12, last % 12 + 1, 1))


def months_from(day: date, offset: int, count: int) -> Period:
    """`count` months, the first of them `offset` months after that of `day`."""
    at = day.year * 12 + day.month - 1 + offset
    return months(at // 12, at % 12 + 1, count)
