"""`thuky ingest` with the real library: folders, archives, versions, Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Thuky
from tests.documents.made import package, txt
from tests.library.test_bulk import month
from tests.library.written import HALF

ROOT = Path(__file__).parents[2]


def test_archives_versions_and_failures_are_told_and_summed_up(thuky: Thuky, folder: Path) -> None:
    old = txt(HALF)
    (folder / "r").mkdir()
    (folder / "r" / "a.zip").write_bytes(package({"x/1.txt": month(1), "2.docx": b"PK\x03\x04 no more"}))
    (folder / "r" / "bc.txt").write_bytes(old)
    (folder / "r" / "bc2.txt").write_bytes(old.replace(b"61.240", b"63.785"))
    (folder / "r" / "empty.txt").write_bytes(b"")
    result = thuky("ingest", "r")
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert "✓ a.zip: 1.txt: added as no. 1" in lines
    assert lines[lines.index("✓ bc2.txt: added as no. 3") + 1] == (
        "  a new version of no. 2 (bc.txt); answers now come from this one"
    )
    assert lines[-3:] == [
        "Done: 3 new, 0 already there, 2 not read.",
        "1 of them are other versions of reports that were there.",
        "Not read: 1 × damaged, 1 × empty.",
    ]
    assert [line.split(": ")[:2] for line in result.stderr.splitlines()] == [
        ["r/a.zip", "2.docx"],
        ["r/empty.txt", "the file is empty; please check the original."],
    ]
    assert "[superseded by no. 3]" in thuky("reports").stdout
    assert thuky("ingest", "r").stdout.splitlines()[-2] == "Done: 0 new, 3 already there, 2 not read."


def test_of_many_files_one_line_each_is_told(thuky: Thuky, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("knowledge.cli.ingest.DETAILED", 1)
    for n in (1, 2):
        (folder / f"{n}.txt").write_bytes(month(n))
    assert thuky("ingest", "1.txt", "2.txt").stdout.splitlines() == [
        "✓ 1.txt: added as no. 1",
        "✓ 2.txt: added as no. 2",
        "Done: 2 new, 0 already there, 0 not read.",
    ]


def test_it_is_broken_off_in_one_sentence_and_goes_on_from_there(folder: Path) -> None:
    (folder / "r").mkdir()
    for n in range(40):
        (folder / "r" / f"{n:02}.txt").write_bytes(month(n))
    heard = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"  # ignored by what runs behind a shell
    )
    command = [sys.executable, "-c", f"{heard}; from knowledge.cli import app; app()", "ingest", "--jobs", "1", "r"]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, env=environment, start_new_session=True, **pipes) as process:  # type: ignore[call-overload]
        assert process.stdout.readline().startswith("✓ 00.txt")
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to us and all we started
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert errors == "Stopped; what was added stays, and the same command goes on from there.\n"
    again = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    told = again.stdout.splitlines()
    known = sum(line.startswith("= ") for line in told)
    assert 1 <= known < 40
    assert told[-1] == f"Done: {40 - known} new, {known} already there, 0 not read."
