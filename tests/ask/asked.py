"""Questions asked of a few lines of report, for the tests of how answers are found."""

from __future__ import annotations

import asyncio
from datetime import date, datetime

from knowledge.library import Library
from knowledge.model import Answer, Found

ADDED = datetime(2032, 2, 1, 8, 0)
HEAD = """BAN QUẢN LÝ KHU KINH TẾ TỈNH LÀO CAI
Lào Cai, ngày 05 tháng 01 năm 2032

BÁO CÁO
Kết quả công tác năm 2031

"""


def answer(report: str, question: str, *others: str) -> Answer:
    """The answer to `question`, asked in February 2032 of a report on the year 2031 with the text `report`; `others`
    are whole reports beside it."""

    async def work() -> Answer:
        async with await Library.open(":memory:") as library:
            for number, text in enumerate((HEAD + report, *others)):
                kind = "html" if "<table>" in text else "txt"
                await library.add(f"bc{number}.{kind}", (_page(text) if kind == "html" else text).encode(), now=ADDED)
            return await library.answer(question, asked_on=date(2032, 2, 10))

    return asyncio.run(work())


def answer_after(report: str, before: str, question: str) -> Answer:
    """The answer to `question`, asked after the question `before`."""

    async def work() -> Answer:
        async with await Library.open(":memory:") as library:
            await library.add("bc.txt", (HEAD + report).encode(), now=ADDED)
            return await library.answer(question, asked_on=date(2032, 2, 10), context=(before,))

    return asyncio.run(work())


def talked(report: str, *dialogue: str) -> object:
    """The figure that answers the last question of `dialogue`, each asked after those before it; None for none."""

    async def work() -> Answer:
        async with await Library.open(":memory:") as library:
            kind = "html" if "<table>" in report else "txt"
            text = _page(HEAD + report) if kind == "html" else HEAD + report
            await library.add(f"bc.{kind}", text.encode(), now=ADDED)
            return await library.answer(dialogue[-1], asked_on=date(2032, 2, 10), context=dialogue[:-1])

    found = asyncio.run(work())
    return found.value if isinstance(found, Found) else None


def items(report: str, question: str) -> tuple[str, ...]:
    """The items of the list that answers; empty when the report does not say."""
    found = answer(report, question)
    return found.items if isinstance(found, Found) else ()


def short(report: str, question: str) -> str | None:
    """The answer's first line; None when the report does not say."""
    found = answer(report, question)
    return found.short if isinstance(found, Found) else None


def value(report: str, question: str) -> object:
    """The figure or truth that answers; None when the report does not say."""
    found = answer(report, question)
    return found.value if isinstance(found, Found) else None


def table(caption: str, *rows: tuple[str, ...]) -> str:
    """A table with `caption` above it and `rows`, the first of which is its header, as HTML."""
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<p>{caption}</p><table>{body}</table>"


def _page(text: str) -> str:
    lines = "".join(line if line.startswith("<") else f"<p>{line}</p>" for line in text.split("\n") if line)
    return f"<html><body>{lines}</body></html>"
