"""Settings of the weights tried one after the other, and what came of every question under each.

A coordinate search: one weight after the other takes the value of a small grid around the one it has that serves best,
and stays where it is unless another is better. Reading a question and laying out its passages does not depend on the
weights, so that is done once; a setting then costs some ten milliseconds a question.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from multiprocessing.util import Finalize
from typing import Any

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
    with ProcessPoolExecutor(processes, initializer=_start, initargs=(tuple(sets),)) as pool:
        yield lambda tried: list(pool.map(_outcomes, tried))


class _Open:
    """The libraries of a process, held open from one setting to the next."""

    def __init__(self, sets: Sequence[Set]) -> None:
        self._runner = asyncio.Runner()
        self._libraries = {one: self._runner.run(_remembering(one)) for one in sets}

    def outcomes(self, weights: Weights) -> Outcomes:
        async def work() -> Outcomes:
            asked = [await ask(one, library, weights) for one, library in self._libraries.items()]
            return tuple(replace(result, answer=LEFT_OUT) for results in asked for result in results)

        return self._runner.run(work())

    def close(self) -> None:
        for library in self._libraries.values():
            self._runner.run(library.close())
        self._runner.close()


async def _remembering(one: Set) -> Library:
    """A library with the reports of `one` that reads each question, and lays out its passages, once."""
    library = await filled(one)
    shelves: Any = library._shelves
    understanding: Any = await shelves.refresh()
    read, shelf = understanding.read, shelves.shelf
    readings: dict[str, Any] = {}
    laid_out: dict[str, Any] = {}

    def read_once(*args: object, **named: object) -> object:
        key = repr((args, named))
        if key not in readings:
            readings[key] = read(*args, **named)
        return readings[key]

    async def shelf_once(question: object) -> object:
        key = repr(question)
        if key not in laid_out:
            laid_out[key] = await shelf(question)
        return laid_out[key]

    understanding.read, shelves.shelf = read_once, shelf_once
    return library


_open: _Open  # of a worker


def _start(sets: Sequence[Set]) -> None:
    global _open
    _open = _Open(sets)
    Finalize(None, _open.close, exitpriority=1)  # a process does not end while a library is open


def _outcomes(weights: Weights) -> Outcomes:
    return _open.outcomes(weights)
