"""Many files at once: read and understood in several processes, written by one, in the order they were given."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Coroutine, Iterator, Sequence
from concurrent.futures import CancelledError, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Protocol

from knowledge import documents
from knowledge.errors import StoreError, UnreadableFile
from knowledge.library import intake
from knowledge.library.intake import Prepared
from knowledge.library.workshop import workshop
from knowledge.model import Added, Document, ReportSummary

FEW = 8  # files that are read before the processes would have started
AHEAD = 6  # files read ahead for each process, so that a slow one holds up none
Load = Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Member:
    """A file of an archive: `content` is its bytes, or why they cannot be had."""

    file: str
    content: bytes | UnreadableFile


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of the file given as number `index`, or of a `member` of it: an Added, or the exception instead.
    `last` tells that nothing more is to come of that file."""

    index: int
    file: str
    outcome: Added | Exception
    member: str | None = None
    last: bool = True


class Shelving(Protocol):
    """What is asked of the library here."""

    folders: tuple[Path, ...]

    async def known(self, data: bytes) -> ReportSummary | None: ...

    async def prepare(self, file: str, data: bytes, now: datetime) -> Prepared: ...

    async def enter(self, prepared: Prepared, data: bytes) -> Added: ...


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def members(file: str, data: bytes) -> tuple[Member, ...] | None:
    """The files in an archive; None for what is none. Raises UnreadableFile."""
    if not documents.is_archive(file, data):
        return None
    return tuple(Member(name, content) for name, content in documents.unpack(file, data))


async def add_all(
    library: Shelving, files: Sequence[tuple[str, Load]], now: Callable[[], datetime], jobs: int | None
) -> AsyncGenerator[Taken, None]:
    """See :meth:`knowledge.library.Library.add_all`."""
    jobs = jobs or cores()
    crew = _Crew(library.folders, jobs) if len(files) > FEW else None  # starts when the first new file comes
    read = library.prepare if crew is None else crew.prepare
    waiting: deque[_Pending] = deque()
    try:
        async for one in _singled(files):
            if isinstance(one.content, Exception):
                outcome = _said(one.content)
            else:
                outcome = asyncio.create_task(_prepared(library, read, one.member or one.file, one.content, now()))
            waiting.append(_Pending(one, outcome))
            while len(waiting) >= AHEAD * jobs:
                yield await _entered(library, waiting.popleft())
        while waiting:
            yield await _entered(library, waiting.popleft())
    finally:
        for pending in waiting:
            pending.outcome.cancel()
        if crew is not None:
            crew.dismiss()
        await asyncio.gather(*(pending.outcome for pending in waiting), return_exceptions=True)


# --- one file after the other ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Single:
    index: int
    file: str
    member: str | None
    content: bytes | Exception
    last: bool


@dataclass(frozen=True, slots=True)
class _Pending:
    single: _Single
    outcome: asyncio.Future[Prepared | Added | Exception]


async def _singled(files: Sequence[tuple[str, Load]]) -> AsyncIterator[_Single]:
    """Every file with its bytes, an archive member by member."""
    for index, (file, load) in enumerate(files):
        try:
            data, found = await asyncio.to_thread(_loaded, file, load)
        except Exception as error:
            yield _Single(index, file, None, error, True)
            continue
        if found is None:
            yield _Single(index, file, None, data, True)
            continue
        for number, member in enumerate(found, 1):
            yield _Single(index, file, member.file, member.content, number == len(found))


def _loaded(file: str, load: Load) -> tuple[bytes, tuple[Member, ...] | None]:
    data = load()
    return data, members(file, data)


def _said(error: Exception) -> asyncio.Future[Prepared | Added | Exception]:
    told: asyncio.Future[Prepared | Added | Exception] = asyncio.get_running_loop().create_future()
    told.set_result(error)
    return told


Prepare = Callable[[str, bytes, datetime], Coroutine[None, None, Prepared]]


async def _prepared(
    library: Shelving, read: Prepare, file: str, data: bytes, now: datetime
) -> Prepared | Added | Exception:
    try:
        known = await library.known(data)
        return Added("known", known) if known is not None else await read(file, data, now)
    except Exception as error:  # told of when its turn comes
        return error


async def _entered(library: Shelving, pending: _Pending) -> Taken:
    one, outcome = pending.single, await pending.outcome
    if isinstance(outcome, Prepared):
        assert isinstance(one.content, bytes)
        try:
            outcome = await library.enter(outcome, one.content)
        except StoreError:
            raise
        except Exception as error:
            outcome = error
    if isinstance(outcome, StoreError):
        raise outcome  # the database itself: no other file would fare better
    return Taken(one.index, one.file, outcome, one.member, one.last)


# --- the processes ---------------------------------------------------------------------------------------------------


class _Crew:
    """Processes that understand what was read, each with the rules loaded and a thread of ours that waits for it."""

    def __init__(self, folders: tuple[Path, ...], jobs: int) -> None:
        self._folders = folders
        self._threads = ThreadPoolExecutor(jobs, thread_name_prefix="crew")
        self._own = threading.local()
        self._lock = threading.Lock()
        self._workers: list[_Worker] | None = []

    async def prepare(self, file: str, data: bytes, now: datetime) -> Prepared:
        """What :func:`intake.prepare` gives. A process that dies takes its file with it, and no other."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._prepare, file, data, now)

    def _prepare(self, file: str, data: bytes, now: datetime) -> Prepared:
        worker: _Worker | None = getattr(self._own, "worker", None)
        if worker is None or not worker.process.is_alive():
            worker = self._own.worker = self._started()
        document = documents.read_isolated(file, data)
        try:
            outcome = worker.ask((file, intake.sha256(data), document, now, self._folders))
        except (EOFError, OSError):
            worker.process.join(1)
            killed = worker.process.exitcode == -signal.SIGKILL  # as the system does to one that takes too much memory
            raise UnreadableFile("too_large" if killed else "damaged", file=file) from None
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    def _started(self) -> _Worker:
        with self._lock:
            if self._workers is None:
                raise CancelledError
            worker = _Worker(intake.understand, self._folders)
            self._workers.append(worker)
        return worker

    def dismiss(self) -> None:
        """End the processes, whatever they are at."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        with self._lock:
            workers, self._workers = self._workers or [], None
        for worker in workers:
            worker.process.terminate()


Job = tuple[str, str, Document, datetime, tuple[Path, ...]]


class _Worker:
    """A process, and our end of the pipe to it."""

    def __init__(self, understand: Callable[..., Prepared], folders: tuple[Path, ...]) -> None:
        context = get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self.process = context.Process(target=_work, args=(theirs, understand, folders), daemon=True)
        resource_tracker.ensure_running()  # else it is started below, and lets Ctrl-C through again
        with _undisturbed():
            self.process.start()
        theirs.close()

    def ask(self, job: Job) -> Prepared | Exception:
        """What came of a file; raises EOFError or OSError when the process has died over it."""
        self._pipe.send(job)
        outcome: Prepared | Exception = self._pipe.recv()
        return outcome


def _work(pipe: Connection, understand: Callable[..., Prepared], folders: tuple[Path, ...]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    workshop(folders)
    with suppress(EOFError, OSError):  # the other side is gone
        while True:
            job: Job = pipe.recv()
            outcome: Prepared | Exception
            try:
                outcome = understand(*job)
            except Exception as error:
                outcome = error
            pipe.send(outcome)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """What is started inside does not hear Ctrl-C: that is for us, who then end it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
