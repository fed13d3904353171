"""``thuky explain``, ``text`` and ``doctor``: what is recognised in a text, read of a file, installed on a machine."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from knowledge.cli import frame, lines, settings, stream
from knowledge.lexicon.load import load
from knowledge.text.fold import nfc


def explain(
    passage: Annotated[list[str] | None, typer.Argument(metavar="TEXT", help="Any text.", show_default=False)] = None,
    as_json: Annotated[bool, typer.Option("--json", help="As a JSON list.")] = False,
    jsonl: frame.Jsonl = False,
    today: frame.Today = None,
    lang: frame.Lang = None,
) -> None:
    """Tell what is recognised in a text: figures, dates, periods, gates, people, posts, organisations.

    Figures are in base units (đồng, not tỷ đồng); the end of a period is the first day after it; a span counts
    characters, from 0.

    Example: `thuky explain --today 2024-05-10 "quý I năm nay thu 182.398 triệu đồng"`

    With --jsonl it reads lines {"id", "text", "today"} and writes {"id", "mentions"}.
    """
    from knowledge.recognise.engine import Recogniser  # slow to load, and not needed by the other commands

    words = frame.say(lang)
    standard = frame.day(today)
    wanted = frame.needed(passage, jsonl)

    async def work() -> int:
        recogniser = Recogniser(load(settings.load().lexicon))

        async def line(asked: stream.Json) -> stream.Json:
            day = stream.day(asked, "today", standard)
            found = recogniser.recognise(nfc(stream.text(asked, "text")), today=day)
            return {"mentions": [lines.mention(each) for each in found]}

        if jsonl:
            return await stream.over(line)
        found = recogniser.recognise(nfc(wanted), today=standard)
        if as_json:
            typer.echo(json.dumps([lines.mention(each) for each in found], ensure_ascii=False, indent=2))
        elif found:
            labels = (words.say(f"label.{name}") for name in ("kind_of_mention", "text", "value", "rule"))
            table = Table(*labels, box=None, pad_edge=False, header_style="bold")
            for each in found:
                table.add_row(each.kind.value, each.text, lines.shown(each), each.rule)
            frame.output().print(table)
        else:
            frame.complain(words.say("explain.none"))
        return 0

    frame.run(work, words)


def text(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Any document.", show_default=False)],
    lang: frame.Lang = None,
) -> None:
    """Print what is read of a file: its text, one block a line, table cells separated by tabs. Nothing is stored."""
    from knowledge.documents import read_isolated  # slow to load, and not needed by the other commands

    words = frame.say(lang)

    async def work() -> int:
        document = read_isolated(file.name, frame.content(file))
        for problem in document.problems:
            frame.complain(words.problem(problem))
        typer.echo(document.text)
        return 0

    frame.run(work, words)


def doctor(lang: frame.Lang = None) -> None:
    """Tell which helper programs are installed here, what they are for, and how to install those that are not."""
    from knowledge.documents.doctor import tools

    words = frame.say(lang)

    async def work() -> int:
        labels = (words.say(f"label.{name}") for name in ("tool", "state", "advice"))
        table = Table(*labels, box=None, pad_edge=False, header_style="bold")
        for tool in tools():
            table.add_row(tool.name, words.say("doctor.present" if tool.present else "doctor.absent"), tool.advice)
        frame.output().print(table)
        return 0

    frame.run(work, words)
