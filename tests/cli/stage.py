"""A library that plays a known part, so that the commands are tested alone."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from knowledge.errors import StoreError, UnreadableFile
from knowledge.library import Library, Taken
from knowledge.model import (
    Added,
    Answer,
    Choice,
    Citation,
    Found,
    Heading,
    Hit,
    Period,
    Problem,
    ReportSummary,
    Unknown,
)

QUOTE = "Đến nay đã\nhoàn thành 17/21 nhiệm vụ."
SOURCE = Citation("bc.docx", "Báo cáo năm 2031", date(2032, 1, 9), QUOTE)
REPORT = ReportSummary(
    id=4,
    file="bc.docx",
    sha256="aa",
    format="docx",
    added_at="2032-01-10T08:00:00",
    heading=Heading(
        title="Báo cáo năm 2031",
        kind="bao_cao",
        document_date=date(2032, 1, 9),
        signer="Trần Văn Sơn",
        signer_post="Trưởng ban",
        period=Period(date(2031, 1, 1), date(2032, 1, 1)),
        uncertain=frozenset({"signer"}),
    ),
    counts={"passages": 3, "figures": 7, "odd": 1},
    people=("Trần Văn Sơn",),
    gates=(),
    problems=(Problem("damaged_letters"),),
)
ANSWERS: dict[str, Answer] = {
    "tasks": Found("vi", "17/21 nhiệm vụ", (SOURCE,), Decimal("17"), "nhiệm vụ"),
    "percent": Found("en", "78.56 %", (SOURCE,), Decimal("78.56"), "%", arithmetic="1 + 2 = 3"),
    "money": Found("vi", "182.398 triệu đồng", (SOURCE,), Decimal("1.82398E+11"), "VND"),
    "when": Found("vi", "9/1/2032", (SOURCE,), day="2032-01-09"),
    "yes": Found("en", "Yes", (SOURCE,), True),
    "list": Found("vi", "2 cửa khẩu", (SOURCE,), items=("Xín Mần", "Mường Khương")),
    "which": Choice("vi", ("năm 2030", "năm 2031"), ("a", "b")),
    "never": Unknown("en", "no_period", ("2030", "2031"), {"asked": "2040"}),
}


@dataclass
class Stage(Library):
    """Files named after an error code fail with it; questions are answered as above."""

    told: list[tuple[str, date, tuple[str, ...]]] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    opened: list[tuple[Path, tuple[Path, ...]]] = field(default_factory=list)
    kept: tuple[ReportSummary, ...] = (REPORT,)
    closed: bool = False

    async def close(self) -> None:
        self.closed = True

    async def add(self, file: str, data: bytes, *, now: datetime) -> Added:
        if file.startswith("bug"):
            raise IndexError("list index\nout of range")
        if file.startswith("full"):
            raise StoreError("The disk is full.")
        if file.endswith(".bad"):
            raise UnreadableFile(file.removesuffix(".bad"), file=file)
        self.added.append(file)
        status = "known" if "twice" in file else "same_text" if "same" in file else "added"
        return Added(status, replace(REPORT, file=file))

    async def add_all(
        self, files: Sequence[tuple[str, Callable[[], bytes]]], *, now: Callable[[], datetime], jobs: int | None = None
    ) -> AsyncGenerator[Taken, None]:
        for index, (file, load) in enumerate(files):
            outcome: Added | Exception
            try:
                outcome = await self.add(file, load(), now=now())
            except StoreError:
                raise
            except Exception as error:
                outcome = error
            yield Taken(index, file, outcome)

    async def report(self, report_id: int) -> ReportSummary | None:
        return REPORT if report_id == REPORT.id else None

    async def remove(self, report_id: int) -> ReportSummary | None:
        return REPORT if report_id == REPORT.id else None

    async def reports(self) -> tuple[ReportSummary, ...]:
        return self.kept

    async def answer(self, question: str, *, asked_on: date, context: tuple[str, ...] = ()) -> Answer:
        self.told.append((question, asked_on, context))
        if question == "bug":
            raise ZeroDivisionError("division by zero")
        return ANSWERS[question]

    async def search(self, words: str, *, top: int = 10) -> tuple[Hit, ...]:
        return tuple(Hit("bc.docx", "Báo cáo", f"{words} {n}", 9.5 - n) for n in range(min(top, 3)))

    async def why(self, question: str, *, asked_on: date, context: tuple[str, ...] = ()) -> Any:
        self.told.append((question, asked_on, context))
        return Told((("Đọc là", "đếm\nnhiệm vụ"),), (("fact", "score"), ("17 nhiệm vụ", "0.93")))

    async def facts(self) -> tuple[Any, ...]:
        year = Period(date(2031, 1, 1), date(2032, 1, 1))
        return (
            Row("bc.docx", "count", Decimal("17"), "nhiệm vụ", year, None, "hoàn thành", QUOTE),
            Row("bc.docx", "percent", Decimal("-1.50"), "%", None, "Xín Mần", "=cmd()", "a, “b”"),
        )

    async def reindex(self) -> AsyncIterator[tuple[int, int]]:
        for done in range(1, 4):
            yield done, 3


@dataclass(frozen=True)
class Told:
    lines: tuple[tuple[str, str], ...]
    table: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Row:
    report: str
    kind: str
    value: Decimal
    unit: str
    period: Period | None
    gate: str | None
    measure: str
    quote: str
