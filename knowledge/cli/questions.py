"""``thuky ask``, ``search`` and ``why``."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from knowledge.ask.phrase import phrase
from knowledge.cli import frame, lines, stream

if TYPE_CHECKING:
    from knowledge.library import Library

Question = Annotated[
    list[str] | None, typer.Argument(metavar="QUESTION", help="The question, best within quotes.", show_default=False)
]
Context = Annotated[
    list[str] | None,
    typer.Option("--context", metavar="QUESTION", help="An earlier question of the same talk; may be repeated."),
]


def ask(
    question: Question = None,
    jsonl: frame.Jsonl = False,
    context: Context = None,
    today: frame.Today = None,
    db: frame.Db = None,
    lang: frame.Lang = None,
) -> None:
    """Ask a question in Vietnamese (with or without diacritics, misspelt too) or English.

    The first line is the answer; below stand the sentence it comes from and its report. When the reports do not say,
    that is what it tells, with what they do hold.

    Examples: `thuky ask "6 thang dau nam 2020 hoan thanh bao nhieu nhiem vu"`, and after it
    `thuky ask --context "6 thang dau nam 2020 hoan thanh bao nhieu nhiem vu" "còn quá hạn?"`

    With --jsonl it reads lines {"id", "q", "asked_on", "context"} and answers each at once with {"id", "status",
    "short", "value", "unit", "date", "items", "options", "text", "citations", "elapsed_ms"}. A line that cannot be
    answered gets {"id", "error"}, and the stream goes on.
    """
    words = frame.say(lang)
    asked_on = frame.day(today)

    async def one(library: Library) -> int:
        answer = await library.answer(frame.needed(question), asked_on=asked_on, context=tuple(context or ()))
        typer.echo(phrase(answer))
        return 0

    async def line(library: Library, asked: stream.Json) -> stream.Json:
        text, day = stream.text(asked, "q"), stream.day(asked, "asked_on", asked_on)
        earlier = asked.get("context") or []
        if not isinstance(earlier, list) or not all(isinstance(each, str) for each in earlier):
            raise ValueError('"context" must be a list of texts')
        started = perf_counter()
        answer = await library.answer(text, asked_on=day, context=tuple(earlier))
        elapsed = (perf_counter() - started) * 1000
        return lines.answered(answer) | {"elapsed_ms": round(elapsed, 3)}

    frame.needed(question, jsonl)
    frame.run(lambda: _over_lines(db, line) if jsonl else _with_library(db, one), words)


def search(
    query: Annotated[
        list[str] | None, typer.Argument(metavar="WORDS", help="What to look for.", show_default=False)
    ] = None,
    top: Annotated[int, typer.Option("--top", min=1, max=1000, help="How many passages at most.")] = 10,
    jsonl: frame.Jsonl = False,
    db: frame.Db = None,
    lang: frame.Lang = None,
) -> None:
    """Find passages to read on, the best first.

    Example: `thuky search --top 5 "thông quan hàng hoá"`

    With --jsonl it reads lines {"id", "q"} and writes {"id", "hits": [{"report", "quote", "score"}]}, a hit in a report
    that a newer version stands for with "superseded": true.
    """
    words = frame.say(lang)

    async def one(library: Library) -> int:
        hits = await library.search(frame.needed(query), top=top)
        for number, hit in enumerate(hits, 1):
            old = f" [{words.say('search.superseded')}]" if hit.superseded else ""
            quote = " ".join(hit.quote.split())
            typer.echo(f"{number}. {quote}\n   — {hit.title} ({hit.report}), {hit.score:.2f}{old}")
        if not hits:
            frame.complain(words.say("search.none"))
        return 0

    async def line(library: Library, asked: stream.Json) -> stream.Json:
        return {"hits": [lines.hit(hit) for hit in await library.search(stream.text(asked, "q"), top=top)]}

    frame.needed(query, jsonl)
    frame.run(lambda: _over_lines(db, line) if jsonl else _with_library(db, one), words)


def why(
    question: Question = None,
    context: Context = None,
    today: frame.Today = None,
    db: frame.Db = None,
    lang: frame.Lang = None,
) -> None:
    """Tell how a question was understood, what was considered with which score, and why the answer is what it is.

    Above stand the slots the question was read into: what is wanted, times, names, things (`*`: the thing counted).
    Below stand the best candidates. A score begins with `coverage`, how much of the question the words around a figure
    explain, and loses for what does not fit; below the `line` nothing is answered.

    Example: `thuky why "how many tasks were completed in 2020"`
    """
    words = frame.say(lang)

    async def one(library: Library) -> int:
        told = await library.why(frame.needed(question), asked_on=frame.day(today), context=tuple(context or ()))
        width = max((len(label) for label, _ in told.lines), default=0) + 1
        for label, text in told.lines:
            first, *others = text.splitlines() or [""]
            typer.echo(f"{label + ':':{width}} {first}")
            for other in others:
                typer.echo(f"{'':{width}} {other}")
        if len(told.table) > 1:
            table = Table(*told.table[0], box=None, pad_edge=False, header_style="bold")
            for row in told.table[1:]:
                table.add_row(*row)
            typer.echo()
            frame.output().print(table)
        return 0

    frame.needed(question)
    frame.run(lambda: _with_library(db, one), words)


async def _with_library(db: Path | None, work: Callable[[Library], Awaitable[int]]) -> int:
    async with frame.library(db) as library:
        return await work(library)


async def _over_lines(db: Path | None, work: Callable[[Library, stream.Json], Awaitable[stream.Json]]) -> int:
    async with frame.library(db) as library:
        return await stream.over(lambda line: work(library, line))
