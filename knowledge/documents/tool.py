"""Programs from outside that read what we cannot: run with a time limit, in a folder of their own."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from knowledge.errors import UnreadableFile

_MEMORY = 4 * 2**30  # address space; an office program maps two gigabytes before it reads a file
_OFFICE = ("soffice", "libreoffice")


def find(*names: str) -> str | None:
    """The path of the first of these programs that is installed."""
    return next((path for name in names if (path := shutil.which(name))), None)


# The limits of the process that reads a file are set for that process; a program it starts is given its own room first.
_UNBOUND = 'ulimit -S -v "$0" 2> /dev/null; ulimit -S -t unlimited 2> /dev/null; exec "$@"'


def run(file: str, command: list[str], *, seconds: float, data: bytes = b"") -> bytes:
    """What `command` prints, given `data`. Raises UnreadableFile: too_slow, damaged (it failed)."""
    try:
        done = subprocess.run(  # noqa: S603 - the shell runs one fixed line; the command is its arguments
            ["/bin/sh", "-c", _UNBOUND, str(_MEMORY // 1024), *command],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},  # Tesseract: a page a core beats a page on all cores
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableFile("too_slow", file=file) from error
    except (subprocess.CalledProcessError, OSError) as error:
        raise UnreadableFile("damaged", file=file) from error
    return done.stdout


def convert(file: str, data: bytes, format: str, target: str, *, seconds: float) -> bytes:
    """`data`, of the old Office `format`, converted to `target` by LibreOffice.

    Raises UnreadableFile: needs_tool where it is not installed, too_slow, damaged.
    """
    office = find(*_OFFICE)
    if office is None:
        raise UnreadableFile("needs_tool", file=file, tool="LibreOffice", format=format)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / f"document.{format}"
        place.write_bytes(data)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [office, "--headless", "--norestore", profile, "--convert-to", target, "--outdir", folder, str(place)]
        run(file, command, seconds=seconds)
        result = place.with_suffix(f".{target}")
        if not result.exists():
            raise UnreadableFile("damaged", file=file)
        return result.read_bytes()
