"""A report on its way in: read in a process apart, understood, made ready to be written in one go."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from knowledge import documents
from knowledge.library import rows, versions
from knowledge.library.versions import Marks
from knowledge.library.workshop import workshop
from knowledge.model import Added, Document, ReportSummary
from knowledge.store.database import Database
from knowledge.store.passages import PassageRow, Passages
from knowledge.store.reports import Reports


@dataclass(frozen=True, slots=True)
class Prepared:
    """All that is written of a report but its file. The id of `summary` is 0."""

    summary: ReportSummary
    text: str
    text_sha: str
    payload: str
    passages: Sequence[PassageRow]
    marks: Marks


def sha256(data: bytes) -> str:
    """The name of a file's bytes."""
    return hashlib.sha256(data).hexdigest()


def prepare(file: str, data: bytes, now: datetime, folders: tuple[Path, ...]) -> Prepared:
    """Reads and understands a file added at `now`, with the lexicon and the operator's `folders`.

    Takes its time, keeps nothing, and may run in any thread. Raises UnreadableFile.
    """
    return understand(file, sha256(data), documents.read_isolated(file, data), now, folders)


def understand(file: str, sha: str, document: Document, now: datetime, folders: tuple[Path, ...]) -> Prepared:
    """The second half of :func:`prepare`; may run in any process."""
    heading = documents.heading(document, file, now.date())
    understood = workshop(folders).reader.read(document, heading, today=now.date())
    added_at = now.isoformat(timespec="seconds")
    summary = rows.summary(0, file, sha, document.format, added_at, heading, understood, document.problems)
    return Prepared(
        summary, document.text, versions.text_sha(document), rows.payload(understood, ocr=document.ocr),
        rows.passage_rows(understood), versions.marks(heading),
    )  # fmt: skip


class Register:
    """Writes what was prepared, and finds what is there already."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._reports, self._passages = Reports(database), Passages(database)

    async def known(self, sha: str) -> ReportSummary | None:
        """The report with these bytes, if it is there."""
        return await self._reports.by_sha(sha)

    async def enter(self, prepared: Prepared, data: bytes) -> Added:
        """Write a report, all of it or nothing, and link it with the version before or after it."""
        summary = prepared.summary
        async with self._database.transaction():
            if (known := await self._reports.by_sha(summary.sha256)) is not None:
                return Added("known", known)
            if (known := await self._reports.by_text_sha(prepared.text_sha)) is not None:
                return Added("same_text", known)
            other = await self._version(prepared)
            report_id = await self._reports.add(
                summary, text=prepared.text, text_sha256=prepared.text_sha, original=data, payload=prepared.payload,
                numbered=prepared.marks.numbered, titled=prepared.marks.titled,
            )  # fmt: skip
            await self._passages.add_many(report_id, prepared.passages)
            if other is not None and versions.is_older(summary, other):
                await self._reports.supersede(report_id, other.id)
            elif other is not None:
                await self._reports.supersede(other.id, report_id)
            made = await self._reports.get(report_id)
        assert made is not None
        return Added("added", made)

    async def renew(self, old: ReportSummary, prepared: Prepared) -> None:
        """Replace all that is known of a report by what was read of its file anew."""
        new = replace(prepared.summary, id=old.id)
        async with self._database.transaction():
            await self._passages.remove_of(old.id)
            await self._reports.set_text(old.id, prepared.text, prepared.text_sha)
            await self._reports.update(
                new, payload=prepared.payload, numbered=prepared.marks.numbered, titled=prepared.marks.titled
            )
            await self._passages.add_many(old.id, prepared.passages)

    async def _version(self, prepared: Prepared) -> ReportSummary | None:
        """The report of which this is another version: of several the one most alike."""
        best, alike = None, 0.0
        for old in await self._reports.sharing(prepared.marks.numbered, prepared.marks.titled):
            text = await self._reports.text(old.id)
            share = versions.likeness(prepared.text, text or "")
            if share > alike and versions.is_version(prepared.summary, old, share):
                best, alike = old, share
        return best
