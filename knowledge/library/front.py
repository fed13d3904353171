"""The Library: reports in, answers out, over one SQLite file."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from knowledge import documents
from knowledge.ask import follow_up, missing
from knowledge.ask.lookup import Desk
from knowledge.ask.question import Question
from knowledge.ask.weights import Rules
from knowledge.ask.weights import load as load_weights
from knowledge.facts.report import Understood
from knowledge.library import rows
from knowledge.library.reasons import explanation
from knowledge.library.rows import Explanation, FactRow
from knowledge.library.shelves import Shelves
from knowledge.library.workshop import workshop
from knowledge.model import Added, Answer, Document, Heading, Hit, ReportSummary
from knowledge.store.database import Database
from knowledge.store.passages import Passages
from knowledge.store.reports import Reports

LONGEST_QUESTION = 600


class Library:
    """Reports and answers over one SQLite file. Open with :meth:`open`, close with :meth:`close` (or ``async
    with``)."""

    def __init__(self, database: Database, folders: tuple[Path, ...]) -> None:
        self._database = database
        self._stages = workshop(folders)
        self._reports, self._passages = Reports(database), Passages(database)
        self._shelves = Shelves(self._stages, self._reports, self._passages)
        self.weights = load_weights()
        self._version: object = None

    @classmethod
    async def open(cls, path: Path | Literal[":memory:"], *, lexicon: tuple[Path, ...] = ()) -> Self:
        """The library in the database at `path` (created and migrated as needed; ":memory:" for none on disk), with the
        operator's `lexicon` folders laid over ours. Raises StoreError or LexiconError."""
        return cls(await Database.open(path), lexicon)

    async def close(self) -> None:
        """Close the database; the library is of no use after that."""
        await self._database.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    # --- reports -----------------------------------------------------------------------------------------------------

    async def add(self, file: str, data: bytes, *, now: datetime) -> Added:
        """Take in one report: one transaction, all of it or nothing. Raises UnreadableFile."""
        sha = hashlib.sha256(data).hexdigest()
        if (known := await self._reports.by_sha(sha)) is not None:
            return Added("known", known)
        document, heading, understood = await asyncio.to_thread(self._understand, file, data, now.date())
        text_sha = hashlib.sha256(rows.same_text(document.text).encode()).hexdigest()
        async with self._database.transaction():
            if (known := await self._reports.by_text_sha(text_sha)) is not None:
                return Added("same_text", known)
            made = rows.summary(
                0, file, sha, document.format, now.isoformat(timespec="seconds"), heading, understood, document.problems
            )
            report_id = await self._reports.add(
                made, text=document.text, text_sha256=text_sha, original=data, payload=rows.payload(understood)
            )
            await self._passages.add_many(report_id, rows.passage_rows(understood))
        self._shelves.forget()
        return Added("added", replace(made, id=report_id))

    def _understand(self, file: str, data: bytes, today: date) -> tuple[Document, Heading, Understood]:
        document = documents.read(file, data)
        heading = documents.heading(document, file, today)
        return document, heading, self._stages.reader.read(document, heading, today=today)

    async def remove(self, report_id: int) -> ReportSummary | None:
        """Forget one report; its summary, or None when there is none of that id."""
        gone = await self._reports.get(report_id)
        if gone is None or not await self._reports.remove(report_id):
            return None
        self._shelves.forget()
        return gone

    async def reports(self) -> tuple[ReportSummary, ...]:
        """All reports, newest document date first."""
        return await self._reports.all()

    async def report(self, report_id: int) -> ReportSummary | None:
        """One report's summary, or None."""
        return await self._reports.get(report_id)

    async def original(self, report_id: int) -> bytes | None:
        """The file as it was added, byte for byte."""
        return await self._reports.original(report_id)

    async def facts(self) -> tuple[FactRow, ...]:
        """Every fact held, report by report in the order of the text."""
        await self._renew()
        return tuple(rows.fact_rows(await self._shelves.all()))

    async def reindex(self) -> AsyncIterator[tuple[int, int]]:
        """Read every report anew from its kept file, with the rules as they are now; yields (done, of how many)."""
        kept = await self._reports.all()
        for done, old in enumerate(kept, 1):
            data = await self._reports.original(old.id)
            if data is not None:
                day = datetime.fromisoformat(old.added_at).date()
                document, heading, understood = await asyncio.to_thread(self._understand, old.file, data, day)
                new = rows.summary(
                    old.id, old.file, old.sha256, document.format, old.added_at, heading, understood, document.problems
                )
                text_sha = hashlib.sha256(rows.same_text(document.text).encode()).hexdigest()
                async with self._database.transaction():
                    await self._passages.remove_of(old.id)
                    await self._reports.set_text(old.id, document.text, text_sha)
                    await self._reports.update(new, payload=rows.payload(understood))
                    await self._passages.add_many(old.id, rows.passage_rows(understood))
            yield done, len(kept)
        self._shelves.forget()

    # --- questions ---------------------------------------------------------------------------------------------------

    async def answer(self, question: str, *, asked_on: date, context: tuple[str, ...] = ()) -> Answer:
        """The answer to `question`; `context` holds the earlier questions of the same chat, oldest first."""
        read, desk = await self._desk(question, asked_on, context)
        if desk is None:
            return missing.not_a_question(read)
        return self._stages.answerer.answer(read, desk)

    async def why(self, question: str, *, asked_on: date, context: tuple[str, ...] = ()) -> Explanation:
        """How `question` was read, the candidate facts with their scores, and the answer they led to."""
        read, desk = await self._desk(question, asked_on, context)
        if desk is None:
            return explanation(read, None, missing.not_a_question(read))
        return explanation(read, desk, self._stages.answerer.answer(read, desk))

    async def search(self, words: str, *, top: int = 10) -> tuple[Hit, ...]:
        """Passages for people who want to read on, best first."""
        await self._renew()
        understanding = await self._shelves.refresh()
        read = understanding.read(words[:LONGEST_QUESTION], asked_on=date.max)
        found = await self._shelves.search(read, top)
        return tuple(Hit(h.report.file, h.report.title, h.passage.quote, round(score, 4)) for h, score in found)

    async def _desk(self, question: str, asked_on: date, context: tuple[str, ...]) -> tuple[Question, Desk | None]:
        await self._renew()
        understanding = await self._shelves.refresh()
        contrasts = self._stages.concepts.contrasts
        read: Question | None = None
        empty = False
        for text in (*context, question):
            new = understanding.read(text[:LONGEST_QUESTION], asked_on=asked_on)
            forms = understanding.forms[new.language]
            if read is not None and read.whens and new.whens and follow_up.leans(new, forms):
                new = understanding.read(text[:LONGEST_QUESTION], asked_on=asked_on, anchor=read.whens[0].period)
            merged = follow_up.merge(read, new, forms, contrasts, tuple(self._stages.restricting))
            empty = read is not None and merged is not new and follow_up.says_nothing_new(read, merged)
            read = merged
        assert read is not None
        if empty or (not read.units and not read.inherited and not read.whos):
            return read, None
        return read, Desk(
            await self._shelves.shelf(read),
            Rules(self.weights, contrasts, self._stages.members, self._stages.restricting),
        )

    async def _renew(self) -> None:
        """Another process may have changed the file."""
        version = await self._database.version()
        if version != self._version:
            self._version = version
            self._shelves.forget()
