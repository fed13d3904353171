"""The front door: everything the bot and the command line may do with the reports.

CONTRACT (being filled in): all other parts call these and nothing else.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from knowledge.model import Added, Answer, Hit, ReportSummary


class Library:
    """Reports and answers over one SQLite file. Open with :meth:`open`, close with :meth:`close` (or ``async with``)."""

    @classmethod
    async def open(cls, path: Path, *, lexicon: tuple[Path, ...] = ()) -> Library:
        """The library in the database at `path` (created and migrated as needed; ":memory:" for none on disk)."""
        raise NotImplementedError

    async def close(self) -> None:
        raise NotImplementedError

    async def add(self, file: str, data: bytes, *, now: datetime) -> Added:
        """Take in one report: one transaction, all of it or nothing. Raises UnreadableFile."""
        raise NotImplementedError

    async def remove(self, report_id: int) -> ReportSummary | None:
        """Forget one report; its summary, or None when there is none of that id."""
        raise NotImplementedError

    async def reports(self) -> tuple[ReportSummary, ...]:
        """All reports, newest document date first."""
        raise NotImplementedError

    async def report(self, report_id: int) -> ReportSummary | None:
        raise NotImplementedError

    async def original(self, report_id: int) -> bytes | None:
        """The file as it was added, byte for byte."""
        raise NotImplementedError

    async def answer(self, question: str, *, asked_on: date, context: tuple[str, ...] = ()) -> Answer:
        """The answer to `question`; `context` holds the earlier questions of the same chat, oldest first."""
        raise NotImplementedError

    async def search(self, words: str, *, top: int = 10) -> tuple[Hit, ...]:
        """Passages for people who want to read on, best first."""
        raise NotImplementedError
