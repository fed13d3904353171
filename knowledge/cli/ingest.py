"""``thuky ingest``: reports in, and what was understood of each out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from knowledge.ask.sentences import Sentences
from knowledge.cli import frame, settings
from knowledge.errors import StoreError, ThukyError, UnreadableFile
from knowledge.model import Added, ReportSummary

if TYPE_CHECKING:
    from knowledge.library import Library

NAMES_SHOWN = 12


def ingest(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH", help="Files, or folders to take everything in them.", show_default=False),
    ],
    db: frame.Db = None,
    lang: frame.Lang = None,
) -> None:
    """Take in reports: files or whole folders.

    For each report it is told what was understood: title, document date, period covered, how many figures, people,
    gates, and what was not found or is doubtful. A file that is already there is not added again. A file that cannot be
    read is told on standard error with what to do about it, and the others go on.

    Examples: `thuky ingest reports/` takes a folder, `thuky ingest minutes.docx plan.pdf` takes two files.

    Exit code: 0 when every file is in, 1 when some are not.
    """
    words = frame.say(lang)
    frame.run(lambda: _ingest(paths, db, words), words)


async def _ingest(paths: list[Path], db: Path | None, words: Sentences) -> int:
    files: list[Path] = []
    failed = 0
    database = settings.database(db).absolute()
    ours = {Path(f"{database}{suffix}") for suffix in ("", "-wal", "-shm")}
    for path in paths:
        found = [file for file in _files(path) if file.absolute() not in ours]
        if not found and path.is_dir():
            frame.complain(words.say("ingest.nothing", path=path))
        files += found
    counts = {"added": 0, "known": 0, "same_text": 0}
    async with frame.library(db, create=True) as library:
        with frame.progress() as bar:
            task = bar.add_task(words.say("ingest.working"), total=len(files))
            for file in files:
                bar.update(task, description=_readable(file.name))
                added, complaint = await _add(library, file, words)
                bar.stop()  # so that the bar and what is printed do not mix
                if added is not None:
                    counts[added.status] += 1
                    typer.echo("\n".join(_understood(_readable(file.name), added, words)))
                else:
                    failed += 1
                    frame.complain(complaint)
                bar.start()
                bar.advance(task)
    known = counts["known"] + counts["same_text"]
    typer.echo(words.say("ingest.done", added=counts["added"], known=known, failed=failed))
    return 1 if failed else 0


def _files(path: Path) -> Iterator[Path]:
    """The file itself, or all files below a folder in order of path, without hidden ones and Office's lock files."""
    if not path.is_dir():
        yield path
        return
    for file in sorted(path.rglob("*")):
        parts = file.relative_to(path).parts
        if file.is_file() and not any(part.startswith((".", "~$")) for part in parts):
            yield file


async def _add(library: Library, file: Path, words: Sentences) -> tuple[Added | None, str]:
    """What became of one file, or the sentence why it was not taken in."""
    try:
        data = frame.content(file)
        return await library.add(_readable(file.name), data, now=datetime.now()), ""
    except UnreadableFile as error:
        return None, words.file(error.code, **{**error.details, "file": str(file)})
    except StoreError:
        raise  # the database itself: no other file would fare better
    except ThukyError as error:
        return None, f"{file}: {error}"
    except Exception as error:  # one file must not take the others with it
        return None, words.file("failed", file=file, error=frame.described(error))


def _readable(name: str) -> str:
    """A file name as text: bytes in it that are no UTF-8 become "�"."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _understood(file: str, added: Added, words: Sentences) -> Iterator[str]:
    report = added.report
    yield words.say(f"ingest.{added.status}", file=file, id=report.id, other=report.file)
    if added.status == "added":
        rows = list(understood(report, words))
        width = max(len(label) for label, _ in rows) + 1
        yield from (f"  {label + ':':{width}} {text}" for label, text in rows)


def understood(report: ReportSummary, words: Sentences) -> Iterator[tuple[str, str]]:
    """What is known of a report as (label, text); what was looked for and not found is told last."""
    heading = report.heading

    def label(name: str) -> str:
        return words.say(f"label.{name}")

    yield label("title"), heading.title
    yield label("kind"), words.kind(heading)
    if heading.document_date:
        yield label("document_date"), words.day(heading.document_date)
    if heading.period:
        yield label("period"), words.period(heading.period)
    for name in ("number", "issuer", "place", "signer"):
        if text := getattr(heading, name):
            post = f", {heading.signer_post}" if name == "signer" and heading.signer_post else ""
            yield label(name), text + post
    yield label("counts"), words.counts(report.counts)
    lists = {"people": report.people, "gates": report.gates}
    for name, names in lists.items():
        if names:
            yield label(name), ", ".join(names[:NAMES_SHOWN]) + (" …" if len(names) > NAMES_SHOWN else "")
    missing = [name for name in ("document_date", "period") if getattr(heading, name) is None]
    missing += [name for name, names in lists.items() if not names]
    for state, concerned in (("missing", missing), ("uncertain", sorted(heading.uncertain))):
        told = (label(name).lower() if words.has(f"label.{name}") else name for name in concerned)
        if concerned:
            yield label(state), ", ".join(told)
    for problem in report.problems:
        yield label("problems"), words.problem(problem)
