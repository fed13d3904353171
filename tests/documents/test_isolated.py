"""Reading in a process apart: the same result, from many threads at once, whatever happens to the process."""

from __future__ import annotations

import asyncio
import os
import signal
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from knowledge.documents import close_workers, isolated, read, read_isolated
from knowledge.documents.wire import decode, encode
from knowledge.errors import UnreadableFile
from tests.documents.test_same_report import FORMATS


@pytest.mark.parametrize("file", FORMATS)
def test_the_result_is_the_same(file: str) -> None:
    assert read_isolated(file, FORMATS[file]) == read(file, FORMATS[file])


def test_many_threads_may_ask_at_once() -> None:
    files = list(FORMATS) * 4
    with ThreadPoolExecutor(8) as threads:
        results = list(threads.map(lambda file: read_isolated(file, FORMATS[file]), files))
    assert all(result == results[files.index(file)] for file, result in zip(files, results, strict=True))


async def test_the_loop_runs_on_while_a_file_is_read() -> None:
    ticks = 0

    async def tick() -> None:
        nonlocal ticks
        while True:
            await asyncio.sleep(0.005)
            ticks += 1

    ticking = asyncio.create_task(tick())
    await asyncio.to_thread(read_isolated, "a.pdf", FORMATS["a.pdf"])
    ticking.cancel()
    assert ticks > 2


def test_a_worker_that_was_killed_is_started_again() -> None:
    read_isolated("a.txt", FORMATS["a.txt"])
    worker = isolated._worker
    assert worker is not None
    os.kill(worker._process.pid, signal.SIGKILL)
    worker._process.wait()
    assert read_isolated("a.txt", FORMATS["a.txt"]).format == "txt"


def test_close_ends_the_process_and_the_next_file_starts_another() -> None:
    read_isolated("a.txt", FORMATS["a.txt"])
    worker = isolated._worker
    assert worker is not None
    close_workers()
    close_workers()
    assert not worker.alive()
    assert read_isolated("a.txt", FORMATS["a.txt"]).format == "txt"


def test_no_child_and_no_temporary_folder_stays_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    close_workers()
    read_isolated("a.docx", FORMATS["a.docx"])
    worker = isolated._worker
    assert worker is not None
    children = Path(f"/proc/{worker._process.pid}/task/{worker._process.pid}/children")
    if children.exists():
        assert children.read_text() == ""
    assert [list(folder.iterdir()) for folder in tmp_path.iterdir()] == [[]]
    close_workers()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("file", FORMATS)
def test_the_wire_carries_a_document(file: str) -> None:
    document = read(file, FORMATS[file])
    assert decode(encode(document)) == document


def test_the_wire_carries_an_error() -> None:
    error = decode(encode(UnreadableFile("too_many_pages", pages="10000")))
    assert isinstance(error, UnreadableFile)
    assert (error.code, error.details) == ("too_many_pages", {"pages": "10000"})


@pytest.mark.parametrize("message", [b"", b"{}", b"[]", b'{"text": "a"}', b'{"text":"","format":"","blocks":[[1]]}'])
def test_the_wire_carries_nothing_else(message: bytes) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        decode(message)
