"""Reading files of strangers: in a process apart, within limits, every failure one UnreadableFile."""

from __future__ import annotations

import atexit
import json
import os
import signal
import socket
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import asdict

from knowledge.documents.limits import DEFAULT, Limits
from knowledge.documents.wire import decode
from knowledge.documents.worker import HEADER, STATUS
from knowledge.errors import ThukyError, UnreadableFile
from knowledge.model import Document

_START = 60.0  # seconds the worker may take to load its readers
_GRACE = 5.0  # seconds after the wall limit; the child ends itself before
_SLOW = (signal.SIGALRM, signal.SIGXCPU)
_at_once = threading.BoundedSemaphore(max(2, os.cpu_count() or 2))


class _Worker:
    """The running worker process and our end of the socket to it."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair()
        environment = {
            "PATH": os.environ.get("PATH", os.defpath),
            "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        }
        for name in ("HOME", "LANG", "LC_ALL", "TMPDIR"):
            if name in os.environ:
                environment[name] = os.environ[name]
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - our own module in our own interpreter
                [sys.executable, "-m", "knowledge.documents.worker", str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=environment,
            )
        self._control = ours
        self._lock = threading.Lock()
        ours.settimeout(_START)
        if ours.recv(1) != b"!":
            raise EOFError

    def connect(self) -> socket.socket:
        """A socket to a new child; raises OSError when the worker is gone."""
        ours, theirs = socket.socketpair()
        with theirs:
            try:
                with self._lock:
                    socket.send_fds(self._control, [b"+"], [theirs.fileno()])
            except BaseException:
                ours.close()
                raise
        return ours

    def alive(self) -> bool:
        return self._process.poll() is None

    def close(self) -> None:
        self._control.close()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(2)
            return
        self._process.kill()
        self._process.wait()


_worker: _Worker | None = None
_starting = threading.Lock()


def _get_worker() -> _Worker:
    global _worker
    with _starting:
        if _worker is None or not _worker.alive():
            if _worker is not None:
                _worker.close()
            _worker = _Worker()
        return _worker


def close_workers() -> None:
    """Ends the worker process; the next file starts one again."""
    global _worker
    with _starting:
        if _worker is not None:
            _worker.close()
        _worker = None


atexit.register(close_workers)


def warm_up() -> None:
    """Starts the worker process, so that the first file need not wait for it (about a second)."""
    _get_worker()


def read_isolated(file: str, data: bytes, *, limits: Limits = DEFAULT) -> Document:
    """The document in `data`, as :func:`knowledge.documents.read` gives it, read in a process apart.

    Safe to call from several threads at once. Every failure of the file is an UnreadableFile; besides the codes of
    ``read``: ``too_slow`` (time ran out), ``too_large`` (the file, its text or the memory it takes), ``damaged``.
    Raises ThukyError when no file at all can be read, because the process apart does not start.
    """
    if len(data) > limits.size:
        raise UnreadableFile("too_large", file=file, most=f"{limits.size // 2**20} MB")
    with _at_once:
        answer, status = _ask(file, data, limits)
    if status == 0 and answer:
        try:
            result = decode(answer)
        except (ValueError, KeyError, TypeError) as error:
            raise UnreadableFile("damaged", file=file) from error
        if isinstance(result, UnreadableFile):
            raise result
        return result
    ended_by = os.WTERMSIG(status) if status is not None and os.WIFSIGNALED(status) else None
    if status is None or ended_by in _SLOW:
        raise UnreadableFile("too_slow", file=file)
    raise UnreadableFile("too_large" if ended_by == signal.SIGKILL else "damaged", file=file)


def _ask(file: str, data: bytes, limits: Limits) -> tuple[bytes, int | None]:
    """The child's answer and its exit status; None when no status came in time."""
    request = json.dumps({"file": file, "limits": asdict(limits)}).encode()
    for attempt in (0, 1):  # the worker may have been killed since the last file
        try:
            connection = _get_worker().connect()
        except (OSError, EOFError):
            if attempt:
                raise ThukyError("The process that reads files does not start.") from None
            close_workers()
            continue
        break
    with connection:
        connection.settimeout(max(limits.wall, limits.scan) + _GRACE)
        parts: list[bytes] = []
        try:
            with suppress(BrokenPipeError, ConnectionResetError):
                connection.sendall(HEADER.pack(len(request), len(data)) + request)
                connection.sendall(data)
            while part := connection.recv(2**18):
                parts.append(part)
        except TimeoutError:
            return b"", None
        except OSError:
            pass
    answer = b"".join(parts)
    if len(answer) < STATUS.size:
        return b"", 1
    return answer[: -STATUS.size], int(STATUS.unpack(answer[-STATUS.size :])[0])
