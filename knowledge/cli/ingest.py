"""``thuky ingest``: reports in, and what was understood of each out."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator
from contextlib import aclosing
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from knowledge.ask.sentences import Sentences
from knowledge.cli import frame, settings
from knowledge.errors import ThukyError, UnreadableFile
from knowledge.model import Added, ReportSummary

if TYPE_CHECKING:
    from knowledge.library import Library, Taken

NAMES_SHOWN = 12
DETAILED = 20  # files; of more, one line each


def ingest(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH", help="Files, or folders to take everything in them.", show_default=False),
    ],
    jobs: Annotated[
        int | None, typer.Option(min=1, help="How many files to read at once (as many as there are processors).")
    ] = None,
    db: frame.Db = None,
    lang: frame.Lang = None,
) -> None:
    """Take in reports: files or whole folders.

    For each report it is told what was understood: title, document date, period covered, how many figures, people,
    gates, and what was not found or is doubtful; of many files, one line each. A file that is already there is not
    added again; a corrected report takes the place of the one it corrects. The files in a .zip are reports each. A file
    that cannot be read is told on standard error with what to do about it, and the others go on.

    Many files are read by all processors at once. Ctrl-C breaks it off: what was added stays, and the same command goes
    on from there.

    Examples: `thuky ingest reports/` takes a folder, `thuky ingest minutes.docx plan.pdf` takes two files.

    Exit code: 0 when every file is in, 1 when some are not, 130 when it was broken off.
    """
    words = frame.say(lang)
    frame.run(lambda: _ingest(paths, db, jobs, words), words)


async def _ingest(paths: list[Path], db: Path | None, jobs: int | None, words: Sentences) -> int:
    files = _found(paths, settings.database(db).absolute(), words)
    tally = _Tally()
    sources = [(_readable(file.name), partial(frame.content, file)) for file in files]
    brief = len(files) > DETAILED
    async with frame.library(db, create=True) as library:
        with frame.progress() as bar:
            task = bar.add_task(words.say("ingest.working"), total=len(files))
            try:
                async with aclosing(library.add_all(sources, now=datetime.now, jobs=jobs)) as outcomes:
                    async for taken in outcomes:
                        bar.update(task, description=taken.file, advance=int(taken.last))
                        bar.stop()  # so that the bar and what is printed do not mix
                        await _tell(library, taken, files[taken.index], tally, brief, words)
                        bar.start()
            except asyncio.CancelledError:
                bar.stop()
                _close(tally, words)
                frame.complain(words.say("ingest.stopped"))
                raise
    _close(tally, words)
    return 1 if tally.failed else 0


@dataclass
class _Tally:
    """How many files came to what end; `failed` by the reason."""

    added: int = 0
    versions: int = 0
    known: int = 0
    failed: Counter[str] = field(default_factory=Counter)


def _found(paths: list[Path], database: Path, words: Sentences) -> list[Path]:
    ours = {Path(f"{database}{suffix}") for suffix in ("", "-wal", "-shm")}
    files: list[Path] = []
    for path in paths:
        found = [file for file in _files(path) if file.absolute() not in ours]
        if not found and path.is_dir():
            frame.complain(words.say("ingest.nothing", path=path))
        files += found
    return files


def _files(path: Path) -> Iterator[Path]:
    """The file itself, or all files below a folder in order of path, without hidden ones and Office's lock files."""
    if not path.is_dir():
        yield path
        return
    for file in sorted(path.rglob("*")):
        parts = file.relative_to(path).parts
        if file.is_file() and not any(part.startswith((".", "~$")) for part in parts):
            yield file


async def _tell(library: Library, taken: Taken, path: Path, tally: _Tally, brief: bool, words: Sentences) -> None:
    """Print what became of a file, and count it."""
    name = f"{taken.file}: {taken.member}" if taken.member else taken.file
    place = f"{path}: {taken.member}" if taken.member else str(path)
    outcome = taken.outcome
    if isinstance(outcome, Added):
        report = outcome.report
        if outcome.status == "added":
            tally.added += 1
            tally.versions += report.supersedes is not None or report.superseded_by is not None
        else:
            tally.known += 1
        other = (
            await library.report(report.supersedes or report.superseded_by or 0) if outcome.status == "added" else None
        )
        typer.echo("\n".join(_understood(name, outcome, other, brief, words)))
        return
    if isinstance(outcome, UnreadableFile):
        reason, complaint = outcome.code, words.file(outcome.code, **{**outcome.details, "file": place})
    elif isinstance(outcome, ThukyError):
        reason, complaint = "failed", f"{place}: {outcome}"
    else:  # one file must not take the others with it
        reason, complaint = "failed", words.file("failed", file=place, error=frame.described(outcome))
    tally.failed[reason] += 1
    frame.complain(complaint)


def _close(tally: _Tally, words: Sentences) -> None:
    """The summary: how many files came to what end, and why some were not read."""
    failed = tally.failed.total()
    typer.echo(words.say("ingest.done", added=tally.added, known=tally.known, failed=failed))
    if tally.versions:
        typer.echo(words.say("ingest.versions", n=tally.versions))
    if failed > 1:
        reasons = (words.say("ingest.reason", n=n, reason=words.reason(code)) for code, n in tally.failed.most_common())
        typer.echo(words.say("ingest.reasons", reasons=", ".join(reasons)))


def _readable(name: str) -> str:
    """A file name as text: bytes in it that are no UTF-8 become "�"."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _understood(file: str, added: Added, other: ReportSummary | None, brief: bool, words: Sentences) -> Iterator[str]:
    report = added.report
    yield words.say(f"ingest.{added.status}", file=file, id=report.id, other=report.file)
    if other is not None:
        kind = "new_version" if report.supersedes else "old_version"
        yield "  " + words.say(f"ingest.{kind}", id=other.id, other=other.file)
    if added.status == "added" and not brief:
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
