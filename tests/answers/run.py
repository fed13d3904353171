"""Asks the questions of a set and keeps what came of each."""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import datetime

from knowledge.ask.weights import Weights
from knowledge.errors import UnreadableFile
from knowledge.library import Library
from knowledge.model import Answer
from tests.answers import scoring
from tests.answers.sets import Question, Set

ADDED = datetime(2026, 1, 2, 8, 0)  # when the reports are taken in; answers do not depend on it


@dataclass(frozen=True)
class Result:
    set: str
    question: Question
    answer: Answer
    outcome: str
    cited: bool
    milliseconds: float


async def filled(one: Set, kind: type[Library] = Library) -> Library:
    """A library in memory that holds the set's reports; unreadable ones are left out, as the command line would."""
    library = await kind.open(":memory:")
    for file in one.reports:
        try:
            await library.add(file.name, file.read_bytes(), now=ADDED)
        except UnreadableFile as error:
            print(f"{file.name}: {error.code}")
    return library


async def ask(one: Set, library: Library, weights: Weights | None = None) -> list[Result]:
    """Every question of `one` asked, with `weights` in place of those in force."""
    if weights is not None:
        library.weights = weights
    results = []
    for question in one.questions():
        started = time.perf_counter()
        answer = await library.answer(question.text, asked_on=question.asked_on, context=question.context)
        spent = (time.perf_counter() - started) * 1000
        results.append(
            Result(
                one.name, question, answer, scoring.outcome(question, answer), scoring.cited(question, answer), spent
            )
        )
    return results


def run(sets: Sequence[Set], processes: int = 1) -> list[Result]:
    """All questions of `sets`, each set in a library of its own. Times are told truly only by one process alone."""
    if processes == 1:
        return [result for one in sets for result in _asked(one)]
    with ProcessPoolExecutor(processes) as pool:
        return [result for results in pool.map(_asked, sets) for result in results]


def _asked(one: Set) -> list[Result]:
    async def work() -> list[Result]:
        async with await filled(one) as library:
            return await ask(one, library)

    return asyncio.run(work())


@dataclass(frozen=True)
class Figures:
    n: int
    right: float
    wrong: float
    cited: float


def figures(results: Iterable[Result]) -> Figures:
    """Shares of right and wrong answers, and of the right ones that are cited as they should be."""
    kept = list(results)
    right = [r for r in kept if r.outcome == "right"]
    evidenced = [r for r in right if r.question.evidence]
    return Figures(
        len(kept),
        len(right) / len(kept) if kept else 0.0,
        sum(r.outcome == "wrong" for r in kept) / len(kept) if kept else 0.0,
        sum(r.cited for r in evidenced) / len(evidenced) if evidenced else 1.0,
    )


def table(results: Sequence[Result], *, times: bool = True) -> str:
    """The figures in all, by set, by kind and by language, as text."""
    groups: dict[str, list[Result]] = defaultdict(list)
    for r in results:
        for name in ("all", f"set {r.set}", f"kind {r.question.kind}", f"lang {r.question.lang}"):
            groups[name].append(r)
    lines = []
    for name, members in groups.items():
        f = figures(members)
        lines.append(f"{name:22} n {f.n:4}  right {f.right:6.1%}  wrong {f.wrong:6.1%}  cited {f.cited:6.1%}")
    spent = sorted(r.milliseconds for r in results)
    if times:
        lines.append(
            f"time to answer: median {spent[len(spent) // 2]:.1f} ms, 95 % {spent[int(len(spent) * 0.95)]:.1f} ms"
        )
    return "\n".join(sorted(lines))
