"""The command line ``thuky``: reports in, answers out, and a look at what lies between.

- :mod:`~knowledge.cli.settings`: which database, which lexicon folders, which language;
- :mod:`~knowledge.cli.frame`: what all commands share: options, opening the library, errors as one sentence;
- :mod:`~knowledge.cli.stream` and :mod:`~knowledge.cli.lines`: JSON lines in and out;
- :mod:`~knowledge.cli.ingest`, :mod:`~knowledge.cli.questions` (ask, search, why), :mod:`~knowledge.cli.shelf`
  (reports, facts, remove, reindex), :mod:`~knowledge.cli.reading` (explain, text, doctor): the commands.

Exit codes: 0 all went well; 1 something did not (a sentence on standard error says what); 2 the command line was not
understood.
"""

from __future__ import annotations

import sys
from importlib.metadata import version
from io import TextIOWrapper
from typing import Annotated

import typer

from knowledge.cli import ingest, questions, reading, shelf

app = typer.Typer(
    name="thuky",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    show_version: Annotated[bool, typer.Option("--version", help="Tell the version and leave.")] = False,
) -> None:
    """Thư ký, the office's memory: takes in meeting reports and answers questions about them, each answer with the
    sentence it stands in.

    To begin: `thuky ingest FOLDER`, then `thuky ask "6 tháng đầu năm 2020 hoàn thành bao nhiêu nhiệm vụ?"`
    """
    for stream in (sys.stdout, sys.stderr):
        # Vietnamese must come out whole whatever the terminal says it speaks, and file names need not be UTF-8.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if show_version:
        typer.echo(f"thuky {version('thuky')}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit


app.command("ingest")(ingest.ingest)
app.command("ask")(questions.ask)
app.command("search")(questions.search)
app.command("why")(questions.why)
app.command("reports")(shelf.reports)
app.command("facts")(shelf.facts)
app.command("remove")(shelf.remove)
app.command("reindex")(shelf.reindex)
app.command("explain")(reading.explain)
app.command("text")(reading.text)
app.command("doctor")(reading.doctor)
