"""Programs from outside: what LibreOffice converts, and what happens without it or when it fails."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from knowledge.documents import read, tool
from knowledge.errors import UnreadableFile
from tests.documents import made, made_ole

_SLIDES = made_ole.compound({"PowerPoint Document": b"x" * 5000})


def _install(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """A stand-in for LibreOffice that runs `script`; its last argument is the file, the one before the folder."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\nfor file; do :; done\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


def test_old_slides_are_converted_and_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "made.pptx").write_bytes(made.pptx([("Sơ kết quý I", ["Thu phí 5 tỷ đồng."])]))
    _install(tmp_path, monkeypatch, f'cp {tmp_path}/made.pptx "${{file%.ppt}}.pptx"')
    document = read("a.ppt", _SLIDES)
    assert (document.format, document.text) == ("ppt", "Sơ kết quý I\nThu phí 5 tỷ đồng.")


def test_without_the_program_they_are_refused_with_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnreadableFile) as refused:
        read("a.ppt", _SLIDES)
    assert (refused.value.code, refused.value.details["tool"]) == ("needs_tool", "LibreOffice")


@pytest.mark.parametrize("script", ["exit 1", "exit 0"])
def test_a_conversion_that_fails_is_a_damaged_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    _install(tmp_path, monkeypatch, script)
    with pytest.raises(UnreadableFile) as refused:
        read("a.ppt", _SLIDES)
    assert refused.value.code == "damaged"


def test_a_program_that_does_not_end_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _install(tmp_path, monkeypatch, "exec sleep 60")
    with pytest.raises(UnreadableFile) as refused:
        tool.convert("a.ppt", _SLIDES, "ppt", "pptx", seconds=0.3)
    assert refused.value.code == "too_slow"
