"""Settings of the weights tried one after the other, and what came of every question under each.

A coordinate search: one weight after the other takes the value of a small grid around the one it has that serves best,
and stays where it is unless another is better. Reading a question and laying out its passages does not depend on the
weights, so that is done once (:class:`Kept`); a setting then costs some ten milliseconds a question.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from datetime import date

from knowledge.ask.lookup import Desk
from knowledge.ask.question import Question as Read
from knowledge.ask.weights import Weights, load
from knowledge.library import Library
from knowledge.model import Unknown
from tests.answers.run import Result, ask, filled
from tests.answers.sets import Set

WRONG = 3  # a wrong answer costs as much as three right ones bring
FINE = {"line": (-0.04, -0.02, 0.02, 0.04), "margin": (-0.02, -0.01, 0.01, 0.02)}
STEPS = (-0.1, -0.05, 0.05, 0.1)

LEFT_OUT = Unknown("vi", "nothing")  # in place of the answers themselves, which need not come back
Outcomes = tuple[Result, ...]  # of all questions of all sets, in their order


class Kept(Library):
    """A library that reads each question once, whatever the weights."""

    _desks: dict[tuple[str, date, tuple[str, ...]], tuple[Read, Desk | None]]

    async def _desk(self, question: str, asked_on: date, context: tuple[str, ...]) -> tuple[Read, Desk | None]:
        if not hasattr(self, "_desks"):
            self._desks = {}
        key = question, asked_on, context
        if key not in self._desks:
            self._desks[key] = await super()._desk(question, asked_on, context)
        read, desk = self._desks[key]
        return read, desk and replace(desk, rules=replace(desk.rules, weights=self.weights))


@dataclass(frozen=True)
class Trial:
    weights: Weights
    outcomes: Outcomes


def worth(outcomes: Sequence[Result]) -> int:
    """What the search makes as great as it can: the right answers less `WRONG` times the wrong ones."""
    return sum(r.outcome == "right" for r in outcomes) - WRONG * sum(r.outcome == "wrong" for r in outcomes)


def settings(weights: Weights, name: str) -> list[Weights]:
    """`weights` with other values of the one called `name`, within 0 to 1."""
    value = getattr(weights, name)
    values = (round(value + step, 3) for step in FINE.get(name, STEPS))
    return [replace(weights, **{name: other}) for other in values if 0 <= other <= 1]


def climb(
    start: Weights,
    trial: Callable[[Sequence[Weights]], list[Outcomes]],
    *,
    passes: int = 1,
    told: Callable[[str], None] = lambda _: None,
) -> list[Trial]:
    """Every setting tried, the best one last; `trial` gives the outcomes of settings. Ends after `passes`, or when a
    pass finds nothing better."""
    seen: dict[Weights, Outcomes] = {start: trial([start])[0]}
    best = start
    told(f"{worth(seen[best]):4}  as it stands")
    for _ in range(passes):
        before = best
        for name in (f.name for f in fields(Weights) if isinstance(getattr(best, f.name), float)):
            fresh = [one for one in settings(best, name) if one not in seen]
            seen.update(zip(fresh, trial(fresh), strict=True))
            better = max(settings(best, name), key=lambda one: worth(seen[one]))
            if worth(seen[better]) > worth(seen[best]):
                told(f"{worth(seen[better]):4}  {name} {getattr(best, name)} → {getattr(better, name)}")
                best = better
        if best == before:
            break
    last = seen.pop(best)
    return [*(Trial(*one) for one in seen.items()), Trial(best, last)]


def search(sets: Sequence[Set], *, passes: int = 1, told: Callable[[str], None] = lambda _: None) -> list[Trial]:
    """The settings tried over `sets` from the weights in force on, the best one last."""
    with _workers(sets) as trial:
        return climb(load(), trial, passes=passes, told=told)


@contextmanager
def _workers(sets: Sequence[Set]) -> Iterator[Callable[[Sequence[Weights]], list[Outcomes]]]:
    processes = min(4, os.cpu_count() or 1)
    with ProcessPoolExecutor(processes, initializer=_open, initargs=(tuple(sets),)) as pool:
        yield lambda tried: list(pool.map(_outcomes, tried))


_OPEN: Mapping[Set, Library] = {}  # of a worker


def _open(sets: tuple[Set, ...]) -> None:
    global _OPEN

    async def work() -> dict[Set, Library]:
        libraries = {}
        for one in sets:
            async with await filled(one, Kept) as library:
                await ask(one, library)  # all desks are laid out now; the database is not needed any more
            libraries[one] = library
        return libraries

    _OPEN = asyncio.run(work())


def _outcomes(weights: Weights) -> Outcomes:
    async def work() -> Outcomes:
        return tuple(
            [replace(r, answer=LEFT_OUT) for one, kept in _OPEN.items() for r in await ask(one, kept, weights)]
        )

    return asyncio.run(work())
