"""The Library: reports in, answers out, over one SQLite file."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self, TypeVar

from knowledge import documents
from knowledge.ask import missing
from knowledge.ask.weights import load as load_weights
from knowledge.errors import LexiconError, ThukyError
from knowledge.library import bulk, intake, rows
from knowledge.library.bulk import Member, Taken, cores
from knowledge.library.conversation import LONGEST_QUESTION, Conversation
from knowledge.library.intake import Prepared, Register
from knowledge.library.reasons import explanation
from knowledge.library.rows import Explanation, FactRow
from knowledge.library.shelves import Shelves
from knowledge.library.workshop import workshop
from knowledge.model import Added, Answer, Hit, ReportSummary
from knowledge.store.database import Database
from knowledge.store.passages import Passages
from knowledge.store.reports import Reports

T = TypeVar("T")


class Library:
    """Reports and answers over one SQLite file. Open with :meth:`open`, close with :meth:`close` (or ``async
    with``)."""

    def __init__(self, database: Database, folders: tuple[Path, ...]) -> None:
        self._database = database
        self._stages = workshop(folders)
        self._reports, self._passages = Reports(database), Passages(database)
        self._shelves = Shelves(self._stages, self._reports, self._passages)
        self._conversation = Conversation(self._stages, self._shelves)
        self._register = Register(database)
        self._readers = ThreadPoolExecutor(cores(), thread_name_prefix="reading")
        self.folders = folders
        self.weights = load_weights()
        self._version: object = None

    @classmethod
    async def open(cls, path: Path | Literal[":memory:"], *, lexicon: tuple[Path, ...] = ()) -> Self:
        """The library in the database at `path` (created and migrated as needed; ":memory:" for none on disk), with the
        operator's `lexicon` folders laid over ours. Raises StoreError or LexiconError."""
        for folder in lexicon:
            if not folder.is_dir():
                raise LexiconError(f"There is no lexicon folder {folder}.")
        database = await Database.open(path)
        try:
            return cls(database, lexicon)
        except BaseException as error:
            await database.close()  # its thread would keep the process from ending
            if lexicon and isinstance(error, Exception) and not isinstance(error, ThukyError):
                rows_of = ", ".join(map(str, lexicon))
                raise LexiconError(
                    f"A row in {rows_of} is not as it should be ({type(error).__name__}: {error})."
                ) from error
            raise

    async def close(self) -> None:
        """Close the database; the library is of no use after that. What reads files ends with the process."""
        self._readers.shutdown(wait=False, cancel_futures=True)
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
        if (known := await self.known(data)) is not None:
            return Added("known", known)
        return await self.enter(await self.prepare(file, data, now), data)

    async def known(self, data: bytes) -> ReportSummary | None:
        """The report with these very bytes, if it is there."""
        return await self._register.known(intake.sha256(data))

    async def prepare(self, file: str, data: bytes, now: datetime) -> Prepared:
        """A file read and understood, and nothing kept of it. Raises UnreadableFile."""
        return await self._apart(intake.prepare, file, data, now, self.folders)

    async def enter(self, prepared: Prepared, data: bytes) -> Added:
        """Write what was prepared of a file: one transaction."""
        added = await self._register.enter(prepared, data)
        self._shelves.forget()
        return added

    async def members(self, file: str, data: bytes) -> tuple[Member, ...] | None:
        """The files in an archive (.zip), each a report to be added by itself; None when `data` is no archive.

        A Member holds the bytes of one file, or the UnreadableFile that says why there are none. Raises UnreadableFile
        when nothing can be had of the archive.
        """
        return await self._apart(bulk.members, file, data)

    def add_all(
        self, files: Sequence[tuple[str, Callable[[], bytes]]], *, now: Callable[[], datetime], jobs: int | None = None
    ) -> AsyncGenerator[Taken, None]:
        """Take in many files, each a name and what gives its bytes; what became of each, in their order.

        The members of an archive come one by one. Reading is spread over `jobs` processes (all cores), known files are
        passed over by their hash. Broken off, it leaves what was told of as added; begun again, it goes on from there.
        A file that fails is told of with its exception; only a StoreError ends all.
        """
        return bulk.add_all(self, files, now, jobs)

    def expect_files(self) -> None:
        """Start in the background what reads files, so that the first one need not wait for it."""
        self._readers.submit(documents.warm_up)

    async def _apart(self, work: Callable[..., T], *arguments: Any) -> T:
        """What takes its time, in a thread of our own: the loop's common ones must stay free for the network."""
        return await asyncio.get_running_loop().run_in_executor(self._readers, work, *arguments)

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
                prepared = await self.prepare(old.file, data, datetime.fromisoformat(old.added_at))
                await self._register.renew(old, prepared)
            yield done, len(kept)
        self._shelves.forget()

    # --- questions ---------------------------------------------------------------------------------------------------

    async def answer(self, question: str, *, asked_on: date, context: tuple[str, ...] = ()) -> Answer:
        """The answer to `question`; `context` holds the earlier questions of the same chat, oldest first."""
        await self._renew()
        said = self._stages.small_talk.said(question)
        if said is not None:
            return missing.small_talk(said)
        return (await self._conversation.asked((*context, question), asked_on, self.weights)).answer

    async def why(self, question: str, *, asked_on: date, context: tuple[str, ...] = ()) -> Explanation:
        """How `question` was read, the candidate facts with their scores, and the answer they led to."""
        await self._renew()
        said = self._stages.small_talk.said(question)
        if said is not None:
            return Explanation((("asked", question), ("small talk", said.kind)), ())
        asked = await self._conversation.asked((*context, question), asked_on, self.weights)
        return explanation(asked.read, asked.desk, asked.answer)

    async def search(self, words: str, *, top: int = 10) -> tuple[Hit, ...]:
        """Passages for people who want to read on, best first."""
        await self._renew()
        understanding = await self._shelves.refresh()
        read = understanding.read(words[:LONGEST_QUESTION], asked_on=date.max)
        found = await self._shelves.search(read, top)
        return tuple(
            Hit(h.report.file, h.report.title, h.passage.quote, round(score, 4), h.report.superseded)
            for h, score in found
        )

    async def _renew(self) -> None:
        """Another process may have changed the file."""
        version = await self._database.version()
        if version != self._version:
            self._version = version
            self._shelves.forget()
