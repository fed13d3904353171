"""Stand-ins that are real enough: a clock that tests own, and a library that knows what it is told."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from knowledge.errors import UnreadableFile
from knowledge.library import Member
from knowledge.library.bulk import members
from knowledge.model import Added, Answer, Citation, Found, Heading, Period, ReportSummary, Span, Unknown

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


class OwnClock:
    """Pauses of up to `patience` seconds pass at once; longer ones last until :meth:`advance`."""

    def __init__(self, patience: float = 3.0) -> None:
        self.patience = patience
        self._start = datetime(2026, 3, 2, 9, 0, tzinfo=ZONE)
        self._passed = 0.0
        self._waiting: list[tuple[float, asyncio.Event]] = []

    def now(self) -> datetime:
        return self._start + timedelta(seconds=self._passed)

    def monotonic(self) -> float:
        return self._passed

    def advance(self, seconds: float) -> None:
        self._passed += seconds
        for due, event in self._waiting:
            if due <= self._passed:
                event.set()

    async def pause(self, seconds: float, until: asyncio.Event | None = None) -> None:
        if seconds <= self.patience:
            self.advance(seconds)
            await asyncio.sleep(0)
            return
        entry = (self._passed + seconds, asyncio.Event())
        self._waiting.append(entry)
        try:
            ends = {asyncio.ensure_future(event.wait()) for event in (entry[1], until) if event is not None}
            try:
                await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
            finally:
                for end in ends:
                    end.cancel()
        finally:
            self._waiting.remove(entry)


class Shelf:
    """A library by rote: `answers` maps a question to its answer. A file that holds ``!code`` is refused with it."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer | Callable[[tuple[str, ...]], Answer] | Exception] = {}
        self.asked: list[tuple[str, date, tuple[str, ...]]] = []
        self.kept: dict[int, tuple[ReportSummary, bytes]] = {}

    async def close(self) -> None:
        pass

    async def members(self, file: str, data: bytes) -> tuple[Member, ...] | None:
        return members(file, data)

    async def add(self, file: str, data: bytes, *, now: datetime) -> Added:
        if data.startswith(b"!"):
            code, *details = data[1:].decode().split()
            raise UnreadableFile(code, **dict(part.split("=") for part in details))
        sha = hashlib.sha256(data).hexdigest()
        for report, original in self.kept.values():
            if original == data:
                return Added("known", report)
            if original.split() == data.split():
                return Added("same_text", report)
        report = summary(max(self.kept, default=0) + 1, file, sha, data.decode().splitlines()[0], now)
        self.kept[report.id] = (report, data)
        return Added("added", report)

    async def remove(self, report_id: int) -> ReportSummary | None:
        found = self.kept.pop(report_id, None)
        return found[0] if found else None

    async def reports(self) -> tuple[ReportSummary, ...]:
        return tuple(report for report, _ in self.kept.values())

    async def report(self, report_id: int) -> ReportSummary | None:
        found = self.kept.get(report_id)
        return found[0] if found else None

    async def original(self, report_id: int) -> bytes | None:
        found = self.kept.get(report_id)
        return found[1] if found else None

    async def answer(self, question: str, *, asked_on: date, context: tuple[str, ...] = ()) -> Answer:
        self.asked.append((question, asked_on, context))
        found = self.answers.get(question, Unknown("vi", "nothing"))
        if isinstance(found, Exception):
            raise found
        return found(context) if callable(found) else found


def summary(number: int, file: str, sha: str, title: str, now: datetime) -> ReportSummary:
    heading = Heading(
        title=title,
        kind="bao_cao",
        document_date=date(2023, 7, 5),
        number="88/BC-BQL",
        period=Period(date(2023, 1, 1), date(2023, 7, 1)),
        uncertain=frozenset({"number"}),
    )
    return ReportSummary(
        id=number,
        file=file,
        sha256=sha,
        format="txt",
        added_at=now.isoformat(),
        heading=heading,
        counts={"figures": 41, "passages": 63},
        people=("Đoàn Văn Bách", "Lê Thị Mơ"),
        gates=("Cốc Nam", "Na Hình"),
    )


def found(short: str, quote: str, **more: object) -> Found:
    """An answer in Vietnamese with one quote, in which `short` is marked where it stands."""
    place = quote.find(short)
    mark = Span(place, place + len(short)) if place >= 0 else None
    citation = Citation("bao-cao.txt", "Báo cáo giữa năm", date(2023, 7, 5), quote, mark)
    return Found("vi", short, (citation,), value=Decimal(1), **more)  # type: ignore[arg-type]
