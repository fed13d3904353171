"""Whole folders: over several processes, in order, broken off and gone on with, no file taking others with it."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Sequence
from contextlib import aclosing
from datetime import datetime
from functools import cache, partial

import pytest

from knowledge.errors import UnreadableFile
from knowledge.library import Library, Taken, bulk
from knowledge.model import Added
from tests.documents import made

Load = Callable[[], bytes]


def now() -> datetime:
    return datetime(2024, 5, 10, 8, 0)


@cache
def month(n: int, kind: str = "txt") -> bytes:
    """The report of the n-th month since 2005."""
    when = f"tháng {n % 12 + 1} năm {2005 + n // 12}"
    parts: list[made.Part] = [
        f"* Báo cáo kết quả công tác {when}",
        f"Trong {when} đã hoàn thành {20 + n}/{40 + 2 * n} nhiệm vụ được giao; thu phí {n},5 tỷ đồng.",
        f"Kim ngạch qua cửa khẩu Móng Cái đạt {1000 + 7 * n} triệu USD.",
    ]
    return {"txt": made.txt, "html": made.html, "docx": made.docx, "rtf": made.rtf}[kind](parts)


def folder(count: int) -> list[tuple[str, Load]]:
    kinds = ("txt", "html", "docx", "rtf")
    return [(f"{n:03}.{kinds[n % 4]}", partial(month, n, kinds[n % 4])) for n in range(count)]


async def taken(library: Library, files: Sequence[tuple[str, Load]], jobs: int | None = None) -> list[Taken]:
    async with aclosing(library.add_all(files, now=now, jobs=jobs)) as outcomes:
        return [one async for one in outcomes]


def statuses(outcomes: Sequence[Taken]) -> list[str]:
    return [
        one.outcome.status
        if isinstance(one.outcome, Added)
        else one.outcome.code
        if isinstance(one.outcome, UnreadableFile)
        else type(one.outcome).__name__
        for one in outcomes
    ]


async def test_two_hundred_files_broken_off_and_gone_on_with(library: Library) -> None:
    files = folder(200)
    async with aclosing(library.add_all(files, now=now, jobs=2)) as outcomes:
        async for one in outcomes:
            if one.index == 59:
                break
    assert len(await library.reports()) == 60
    again = await taken(library, files, jobs=2)
    assert [one.index for one in again] == list(range(200))
    assert statuses(again) == ["known"] * 60 + ["added"] * 140
    reports = await library.reports()
    assert len(reports) == 200
    assert {report.file: report.id for report in reports} == {file: n for n, (file, _) in enumerate(files, 1)}
    assert all(report.superseded_by is None for report in reports)


async def test_known_files_are_passed_over_without_any_process(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = folder(bulk.FEW + 1)
    for file, load in files:
        await library.add(file, load(), now=now())

    def never(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(bulk._Crew, "prepare", never)
    assert statuses(await taken(library, files)) == ["known"] * len(files)


async def test_each_failure_is_told_in_its_place(library: Library) -> None:
    def gone() -> bytes:
        raise UnreadableFile("missing", file="x")

    def broken() -> bytes:
        raise ZeroDivisionError

    files: list[tuple[str, Load]] = [
        ("a.txt", partial(month, 1)),
        ("gone.txt", gone),
        ("broken.txt", broken),
        ("empty.txt", lambda: b""),
        ("b.txt", partial(month, 1)),
        ("c.html", partial(month, 1, "html")),
        ("d.txt", partial(month, 2)),
    ]
    assert statuses(await taken(library, files)) == [
        "added",
        "missing",
        "ZeroDivisionError",
        "empty",
        "known",
        "same_text",
        "added",
    ]


async def test_the_members_of_an_archive_are_reports_of_their_own(library: Library) -> None:
    archive = made.package({"2005/a.txt": month(1), "b.docx": b"PK\x03\x04 no more", "c.html": month(3, "html")})
    outcomes = await taken(library, [("bao-cao.zip", lambda: archive), ("d.txt", partial(month, 4))])
    assert [(one.index, one.file, one.member, one.last) for one in outcomes] == [
        (0, "bao-cao.zip", "a.txt", False),
        (0, "bao-cao.zip", "b.docx", False),
        (0, "bao-cao.zip", "c.html", True),
        (1, "d.txt", None, True),
    ]
    assert statuses(outcomes) == ["added", "damaged", "added", "added"]
    assert {report.file for report in await library.reports()} == {"a.txt", "c.html", "d.txt"}


async def test_an_archive_of_nothing_is_one_failure(library: Library) -> None:
    (outcome,) = await taken(library, [("a.zip", lambda: made.package({}))])
    assert statuses([outcome]) == ["empty"]
    assert outcome.last


def _dies(file: str, *more: object) -> object:
    if file == "killer.txt":
        os.kill(os.getpid(), signal.SIGKILL)
    return UNDERSTAND(file, *more)


UNDERSTAND: Callable[..., object] = bulk.intake.understand


async def test_a_process_that_dies_takes_no_other_file_with_it(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk.intake, "understand", _dies)
    files = folder(bulk.FEW + 2)
    files[4] = ("killer.txt", lambda: b"kill me, said the file")
    found = statuses(await taken(library, files, jobs=1))
    assert found[4] == "too_large", "the system kills what takes too much memory"
    assert found[:4] + found[5:] == ["added"] * (len(files) - 1)
