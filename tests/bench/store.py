"""The store at a small office's size and at a large one's."""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TypeVar

from knowledge.model import Heading, ReportSummary
from knowledge.store import Database, Passages, Reports
from tests.bench.passages import rows, terms

T = TypeVar("T")

QUESTIONS = 100
PER_REPORT = 250


async def measure(count: int) -> list[tuple[str, str]]:
    """(what, figure) for a database of `count` passages."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "bench.db"
        async with await Database.open(path) as database:
            passages = Passages(database)
            started = perf_counter()
            await _fill(database, passages, count)
            filled = perf_counter() - started
            found = [
                ("adding", f"{count / filled:,.0f} passages/s"),
                ("size", f"{await _size(database) / 1e6:.1f} MB"),
            ]
            chance = random.Random(2)
            asked = [terms(chance, length=9) for _ in range(QUESTIONS)]
            found.append(("terms counted, first time", await _times(asked[:20], passages.frequency)))
            found.append(("terms counted, again", await _times(asked[:20], passages.frequency)))
            for question in asked:
                await passages.frequency(question)
            found.append(("search", await _times(asked, passages.match)))
            found.append(("search in one report", await _times(asked, lambda each: passages.match(each, reports=[1]))))
            ids = [[each for each, _ in await passages.match(question)][:50] for question in asked]
            found.append(("50 passages read", await _times(ids, passages.get)))
            started = perf_counter()
            read = [row async for row in passages.all_rows()]
            found.append(("all passages read", f"{len(read) / (perf_counter() - started):,.0f} passages/s"))
            started = perf_counter()
            vocabulary = await passages.vocabulary()
            found.append((f"vocabulary of {len(vocabulary):,} terms", f"{(perf_counter() - started) * 1000:.0f} ms"))
    return found


async def _fill(database: Database, passages: Passages, count: int) -> None:
    made = list(rows(count))
    for start in range(0, count, PER_REPORT):
        async with database.transaction():
            summary = ReportSummary(0, f"{start}.txt", f"{start}", "txt", "2030-01-01", Heading("", "khac"), {})
            report = await Reports(database).add(summary, text="", text_sha256=f"{start}", original=b"")
            await passages.add_many(report, made[start : start + PER_REPORT])
    await passages.optimize()


async def _size(database: Database) -> int:
    rows = await database.read("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
    return int(rows[0][0])


async def _times(inputs: list[T], work: Callable[[T], Awaitable[object]]) -> str:
    taken = []
    for each in inputs:
        started = perf_counter()
        await work(each)
        taken.append((perf_counter() - started) * 1000)
    return f"median {median(taken):.2f} ms, 95 % within {quantiles(taken, n=20)[-1]:.2f} ms"
