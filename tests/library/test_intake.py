"""Reports on their way in: read apart from us, told apart from each other, never half there."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from knowledge.documents import Limits, isolated
from knowledge.errors import ThukyError, UnreadableFile
from knowledge.library import Library
from knowledge.model import Found, Problem
from tests.documents import made
from tests.library.written import FILES, YEAR

NOW = datetime(2023, 2, 1, 8, 0)
ASKED = date(2023, 2, 1)


async def test_the_original_comes_back_byte_for_byte(library: Library) -> None:
    for file in ("tcvn3.doc", "bao-cao.xlsx"):
        await library.add(file, FILES["year"][file], now=NOW)
    (report,) = await library.reports()
    assert await library.original(report.id) == FILES["year"]["tcvn3.doc"]


async def test_the_same_bytes_are_known_whatever_the_name(library: Library) -> None:
    await library.add("a.txt", FILES["year"]["bao-cao.txt"], now=NOW)
    again = await library.add("b.txt", FILES["year"]["bao-cao.txt"], now=NOW)
    assert (again.status, again.report.file) == ("known", "a.txt")


async def test_others_are_answered_while_a_slow_file_is_read(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    await library.add("a.txt", FILES["year"]["bao-cao.txt"], now=NOW)
    reading, go_on = threading.Event(), threading.Event()
    read = isolated.read_isolated

    def slow(*arguments: Any, **options: Any) -> object:
        reading.set()
        assert go_on.wait(20)
        return read(*arguments, **options)

    monkeypatch.setattr("knowledge.documents.read_isolated", slow)
    adding = [
        asyncio.create_task(library.add(f"{n}.txt", f"Báo cáo quý {n} năm 2022\n".encode(), now=NOW)) for n in (1, 2, 3)
    ]
    async with asyncio.timeout(20):
        while not reading.is_set():  # noqa: ASYNC110 - it is set in another thread
            await asyncio.sleep(0.01)
    answer = await library.answer("năm 2022 thu phí được bao nhiêu?", asked_on=ASKED)
    assert isinstance(answer, Found)
    assert answer.short == "87,6 tỷ đồng"
    assert not any(task.done() for task in adding)
    assert await asyncio.to_thread(lambda: "free") == "free", "the loop's own threads are left to the network"
    go_on.set()
    assert [added.status for added in await asyncio.gather(*adding)] == ["added"] * 3


async def test_what_cannot_be_read_leaves_nothing_behind(library: Library) -> None:
    with pytest.raises(UnreadableFile) as refused:
        await library.add("a.docx", b"\x00\x01\x02", now=NOW)
    assert refused.value.code
    assert await library.reports() == ()


async def test_a_file_beyond_the_limits_is_refused_from_the_process_apart(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = isolated.read_isolated
    monkeypatch.setattr(
        "knowledge.documents.read_isolated", lambda file, data: read(file, data, limits=Limits(text=99))
    )
    with pytest.raises(UnreadableFile) as refused:
        await library.add("a.txt", FILES["year"]["bao-cao.txt"], now=NOW)
    assert refused.value.code == "too_large"


async def test_that_nothing_can_be_read_here_is_no_fault_of_the_file(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    isolated.close_workers()
    monkeypatch.setattr("knowledge.documents.isolated.sys.executable", "/bin/false")
    with pytest.raises(ThukyError) as failed:
        await library.add("a.txt", FILES["year"]["bao-cao.txt"], now=NOW)
    assert not isinstance(failed.value, UnreadableFile)


async def test_reindexing_reads_the_kept_files_anew(library: Library) -> None:
    added = await library.add("a.docx", FILES["half"]["bao-cao.docx"], now=NOW)
    before = await library.facts()
    assert [step async for step in library.reindex()] == [(1, 1)]
    assert await library.facts() == before
    assert await library.report(added.report.id) == added.report


async def test_what_comes_from_pictures_is_marked(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    scanned(monkeypatch)
    await library.add("anh.jpg", made.txt(YEAR), now=NOW)
    monkeypatch.undo()
    await library.add("chu.txt", FILES["half"]["bao-cao.txt"], now=NOW)
    answer = await library.answer("năm 2022 thu phí được bao nhiêu?", asked_on=ASKED)
    assert isinstance(answer, Found)
    assert Problem("ocr") in answer.notes
    other = await library.answer("6 tháng đầu năm 2021 thu ngân sách bao nhiêu?", asked_on=ASKED)
    assert isinstance(other, Found)
    assert Problem("ocr") not in other.notes


def scanned(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on every file is read as if from a picture."""
    from dataclasses import replace

    read: Callable[..., Any] = isolated.read_isolated

    def as_picture(file: str, data: bytes) -> object:
        document = read(file.replace(".jpg", ".txt"), data)
        return replace(document, format="image", ocr=True, problems=(Problem("ocr"),))

    monkeypatch.setattr("knowledge.documents.read_isolated", as_picture)
