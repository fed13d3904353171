"""``thuky reports``, ``facts``, ``remove`` and ``reindex``: what is in the database."""

from __future__ import annotations

import csv
import sys
from decimal import Decimal
from typing import Annotated

import typer
from rich.table import Table

from knowledge.cli import frame
from knowledge.model import Period

COLUMNS = ("report", "kind", "value", "unit", "period", "gate", "measure", "quote")


def reports(db: frame.Db = None, lang: frame.Lang = None) -> None:
    """List the reports, the newest first, with the number that `thuky remove` takes."""
    words = frame.say(lang)

    async def work() -> int:
        async with frame.library(db) as library:
            kept = await library.reports()
        if not kept:
            frame.complain(words.say("shelf.none"))
            return 0
        labels = (words.say(f"label.{name}") for name in ("id", "document_date", "period", "title", "figures", "file"))
        table = Table(*labels, box=None, pad_edge=False, header_style="bold")
        for report in kept:
            heading = report.heading
            figures = report.counts.get("figures", report.counts.get("facts", 0))
            period = words.period(heading.period) if heading.period else ""
            date = words.day(heading.document_date) if heading.document_date else ""
            title = heading.title
            if report.superseded_by is not None:
                title += f" [{words.say('shelf.superseded', id=report.superseded_by)}]"
            table.add_row(str(report.id), date, period, title, str(figures), report.file)
        frame.output().print(table)
        return 0

    frame.run(work, words)


def facts(
    as_csv: Annotated[
        bool, typer.Option("--csv", help="As comma separated values with a header, for a spreadsheet.")
    ] = False,
    db: frame.Db = None,
    lang: frame.Lang = None,
) -> None:
    """List all that was understood: each figure, day, name and list, with its period, its gate and its sentence.

    `measure` holds the concepts that say what a figure counts; figures are in base units (đồng, not tỷ đồng).

    Example: `thuky facts --csv > facts.csv`
    """
    words = frame.say(lang)

    async def work() -> int:
        async with frame.library(db) as library:
            kept = await library.facts()
        rows = [[_cell(getattr(fact, column)) for column in COLUMNS] for fact in kept]
        if as_csv:
            writer = csv.writer(sys.stdout, lineterminator="\n")
            writer.writerow(COLUMNS)
            writer.writerows([_harmless(cell) for cell in row] for row in rows)
            return 0
        if not rows:
            frame.complain(words.say("shelf.no_facts"))
            return 0
        labels = (words.say(f"label.{name}") for name in COLUMNS)
        table = Table(*labels, box=None, pad_edge=False, header_style="bold")
        for row in rows:
            table.add_row(*row)
        frame.output().print(table)
        return 0

    frame.run(work, words)


def remove(
    report_id: Annotated[
        int, typer.Argument(metavar="ID", help="The number of the report, as `thuky reports` lists it.")
    ],
    db: frame.Db = None,
    lang: frame.Lang = None,
) -> None:
    """Forget one report with all that was understood of it, and the file itself."""
    words = frame.say(lang)

    async def work() -> int:
        async with frame.library(db) as library:
            gone = await library.remove(report_id)
        if gone is None:
            frame.complain(words.say("shelf.no_report", id=report_id))
            return 1
        typer.echo(words.say("shelf.removed", id=gone.id, title=gone.heading.title))
        return 0

    frame.run(work, words)


def reindex(db: frame.Db = None, lang: frame.Lang = None) -> None:
    """Read all reports anew from the files kept in the database, after an update of the program or of the lexicon."""
    words = frame.say(lang)

    async def work() -> int:
        count = 0
        async with frame.library(db) as library:
            with frame.progress() as bar:
                task = bar.add_task(words.say("shelf.reindexing"), total=None)
                async for done, total in library.reindex():
                    bar.update(task, completed=done, total=total)
                    count = total
        typer.echo(words.say("shelf.reindexed", n=count))
        return 0

    frame.run(work, words)


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case Decimal():
            return f"{value:f}"
        case Period(start, end, open_end):
            return f"{start} … " if open_end else f"{start} – {end}"
        case _:
            return " ".join(str(value).split())


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: the text comes from files of strangers."""
    return (
        "'" + cell
        if cell.startswith(("=", "+", "@", "\t")) or (cell.startswith("-") and not cell[1:2].isdigit())
        else cell
    )
