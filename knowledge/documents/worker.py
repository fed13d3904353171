"""The process in whose children files are read: started once, with every reader loaded, it forks one child a file.

It is started by :mod:`knowledge.documents.isolated` with one end of a socket pair. For each file it is sent a socket
over which the child receives the file and answers; when the child has ended, its exit status is put behind the
answer, so that the asking side knows why there is none. A child lives in a session of its own and has a folder of its
own for temporary files; both are cleared away when it ends, with all the programs it started.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import select
import shutil
import signal
import socket
import struct
import sys
import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from knowledge.documents.limits import Limits
from knowledge.documents.reading import preload, read
from knowledge.documents.wire import encode
from knowledge.errors import UnreadableFile

HEADER = struct.Struct("!II")  # lengths of the request's description and of the file
STATUS = struct.Struct("!i")  # the exit status as waitpid gives it, behind the answer
_BLOCK = 2**16


def receive(connection: socket.socket, count: int) -> bytes:
    """Exactly `count` bytes; raises EOFError when the other side stops short."""
    parts = []
    while count:
        part = connection.recv(min(count, _BLOCK * 16))
        if not part:
            raise EOFError
        parts.append(part)
        count -= len(part)
    return b"".join(parts)


def _used_memory() -> int:
    """Address space this process has now, in bytes; 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except (OSError, ValueError):
        return 0
    return pages * resource.getpagesize()


def _confine(limits: Limits) -> None:
    """Limits for this process. Soft ones: the programs it starts have theirs, see :mod:`knowledge.documents.tool`."""
    for what, value in (
        (resource.RLIMIT_CPU, limits.cpu + int(sum(os.times()[:2]))),
        (resource.RLIMIT_AS, limits.memory + _used_memory()),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(what)[1]
        with suppress(ValueError, OSError):
            resource.setrlimit(what, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(limits.wall)


def _child(connection: socket.socket, folder: Path) -> None:
    """Reads one file and answers; never returns."""
    try:
        os.setsid()
        folder.mkdir(mode=0o700)
        tempfile.tempdir = str(folder)
        description, size = HEADER.unpack(receive(connection, HEADER.size))
        request = json.loads(receive(connection, description))
        data = receive(connection, size)
        limits = replace(Limits(), **request["limits"])
        _confine(limits)
        answer: bytes
        try:
            answer = encode(read(request["file"], data, limits=limits))
        except UnreadableFile as error:
            answer = encode(error)
        except MemoryError:
            answer = encode(UnreadableFile("too_large", file=request["file"]))
        except RecursionError:
            answer = encode(UnreadableFile("damaged", file=request["file"]))
        connection.sendall(answer)
    except BaseException:  # whatever it was: this process ends here, and its status tells
        os._exit(1)
    os._exit(0)


def _reap(running: dict[int, socket.socket], base: Path) -> None:
    while running:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if not pid:
            return
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(pid, signal.SIGKILL)
        shutil.rmtree(base / str(pid), ignore_errors=True)
        connection = running.pop(pid, None)
        if connection is not None:
            with connection, suppress(OSError):
                connection.sendall(STATUS.pack(status))


def serve(control: socket.socket) -> None:
    """Forks a child for every socket sent over `control`, until that is closed."""
    wake, bell = os.pipe()
    for end in (wake, bell):
        os.set_blocking(end, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(bell, warn_on_full_buffer=False)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that asked; it then closes `control`
    running: dict[int, socket.socket] = {}
    with tempfile.TemporaryDirectory(prefix="thuky-") as folder:
        base = Path(folder)
        while True:
            ready = select.select([control.fileno(), wake], [], [])[0]
            if wake in ready:
                with suppress(BlockingIOError):
                    os.read(wake, 4096)
                _reap(running, base)
            if control.fileno() not in ready:
                continue
            message, handles, _, _ = socket.recv_fds(control, 1, 1)
            if not message:
                break
            connection = socket.socket(fileno=handles[0])
            pid = os.fork()
            if not pid:
                control.close()
                signal.set_wakeup_fd(-1)
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                _child(connection, base / str(os.getpid()))
            running[pid] = connection
        for pid in running:
            with suppress(ProcessLookupError, PermissionError):
                os.kill(pid, signal.SIGKILL)


def main() -> None:
    control = socket.socket(fileno=int(sys.argv[1]))
    preload()
    gc.collect()
    gc.freeze()  # children share these pages with us
    control.sendall(b"!")  # ready
    serve(control)


if __name__ == "__main__":
    main()
