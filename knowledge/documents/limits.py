"""How much one file may cost."""

from __future__ import annotations

import os
import resource
import signal
from dataclasses import dataclass

MIB = 2**20


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may use before it is given up.

    `cpu` and `wall` in seconds, `memory` in bytes above what the reader needs itself, `size` of the file in bytes,
    `text` in characters, `cells` of all tables together, `pages` of a PDF, `files` and `unpacked` bytes of an
    archive, `scan` the seconds that take the place of `wall` where pages have to be recognised from pictures.
    """

    cpu: int = 60
    wall: int = 90
    memory: int = 768 * MIB
    size: int = 50 * MIB
    text: int = 4_000_000
    cells: int = 200_000
    pages: int = 500
    files: int = 500
    unpacked: int = 300 * MIB
    scan: int = 600


DEFAULT = Limits()


def more_time(seconds: int) -> None:
    """Lets the clock of this process, if one runs, run for `seconds` from now on, and its processors as long."""
    if signal.getitimer(signal.ITIMER_REAL)[0]:
        signal.alarm(seconds)
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        soft = seconds * (os.cpu_count() or 1)
        resource.setrlimit(resource.RLIMIT_CPU, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))
