"""What all commands share: options, opening the library, errors as one sentence."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from knowledge.ask.sentences import Sentences, sentences
from knowledge.cli import settings
from knowledge.errors import StoreError, ThukyError, UnreadableFile

if TYPE_CHECKING:
    from knowledge.library import Library

MOST_BYTES = 200_000_000  # what is worth reading into memory at all; the readers have narrower limits

Db = Annotated[
    Path | None,
    typer.Option(
        "--db",
        metavar="FILE",
        help="The database. Without this: the environment variable THUKY_DATABASE, `database` in config.toml, or "
        "thuky.db in this folder.",
        show_default=False,
    ),
]
Lang = Annotated[
    str | None,
    typer.Option("--lang", metavar="vi|en", help="Language of messages. Without this: that of config.toml or of LANG."),
]
Today = Annotated[
    datetime | None,
    typer.Option("--today", formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help='The day that "this year" counts from.'),
]
Jsonl = Annotated[
    bool, typer.Option("--jsonl", help="Read one JSON object a line from standard input, write one a line.")
]


def say(lang: str | None) -> Sentences:
    """The sentences in the language asked for: option, configuration, LANG, else Vietnamese."""
    if lang is not None and lang not in ("vi", "en"):
        raise typer.BadParameter("choose vi or en", param_hint="--lang")
    if lang is None:
        lang = _configured_language()
    return sentences(lang)


def _configured_language() -> str:
    try:
        configured = settings.load().language
    except settings.SettingsError:
        configured = None  # told by the command that needs the database
    locale = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return configured or ("en" if locale.lower().startswith("en") else "vi")


def day(today: datetime | None) -> date:
    """The day a question is asked on: the option, else today."""
    return today.date() if today else date.today()


def needed(parts: list[str] | None, jsonl: bool = False) -> str:
    """The words of the command line as one text; a usage error where there are none, or where --jsonl reads them."""
    text = " ".join(parts or ()).strip()
    if jsonl and parts:
        raise typer.BadParameter("with --jsonl the questions are read from standard input; leave them out here")
    if not jsonl and not text:
        raise typer.BadParameter("say what to look for, within quotes (see --help)")
    return text


@asynccontextmanager
async def library(db: Path | None, *, create: bool = False) -> AsyncIterator[Library]:
    """The library of this command's database, closed afterwards. Only with `create` is a missing one made: elsewhere a
    slip in the path would end in an empty library that knows nothing."""
    from knowledge.library import Library  # slow to load, and not needed by --help nor by the commands without database

    path = settings.database(db)
    if not create and not path.exists():
        raise StoreError(f"There is no database {path}; make it with `thuky ingest`, or name the right one with --db.")
    opened = await Library.open(path, lexicon=settings.load().lexicon)
    try:
        yield opened
    finally:
        await opened.close()


def run(work: Callable[[], Coroutine[Any, Any, int]], words: Sentences) -> None:
    """Run a command to its end and leave with its exit code; whatever goes wrong is told in one sentence."""
    try:
        code = asyncio.run(work())
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = 130
    except BrokenPipeError:
        # The reader of our output left (`thuky facts | head`). Nothing may be written any more, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except UnreadableFile as error:
        complain(words.file(error.code, **error.details))
        code = 1
    except ThukyError as error:
        complain(str(error))
        code = 1
    except Exception as error:
        if os.environ.get("THUKY_DEBUG"):
            raise
        complain(f"thuky failed: {described(error)}. Set THUKY_DEBUG=1 and try again to see where.")
        code = 1
    raise typer.Exit(code)


def content(file: Path) -> bytes:
    """The bytes of a file; raises UnreadableFile for one that is missing, forbidden or beyond all measure."""
    try:
        with file.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise UnreadableFile("missing", file=str(file)) from error
    except PermissionError as error:
        raise UnreadableFile("denied", file=str(file)) from error
    except OSError as error:
        raise UnreadableFile("unreadable", file=str(file)) from error
    if len(data) > MOST_BYTES:
        raise UnreadableFile("too_large", file=str(file), most=f"{MOST_BYTES // 1_000_000} MB")
    return data


def described(error: BaseException) -> str:
    """An unexpected error in one line."""
    return " ".join(f"{type(error).__name__}: {error}".split())


def complain(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)  # noqa: T201


def output() -> Console:
    """Standard output for tables; as wide as the terminal, and not cut short when it is a file or a pipe."""
    return Console(
        width=None if sys.stdout.isatty() else 200, highlight=False, soft_wrap=False, emoji=False, markup=False
    )


def progress() -> Progress:
    """A progress bar on standard error, shown on a terminal only."""
    console = Console(stderr=True)
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
        redirect_stdout=False,
        redirect_stderr=False,
    )
