"""Pictures of pages: by Tesseract where it is installed, refused with its name where it is not."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from knowledge.documents import read, tesseract
from knowledge.documents.doctor import tools
from knowledge.errors import UnreadableFile
from knowledge.model import BlockKind
from tests.documents import made_pdf, told

_LINES = [
    ("Báo cáo công tác năm 2016", 720, 200),
    ("Trong năm đã làm xong 96 nhiệm vụ được giao.", 300, 320),
]


def _table() -> str:
    rows = ["level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"]
    for n, (line, left, top) in enumerate(_LINES, 1):
        for i, word in enumerate(line.split()):
            rows.append(f"5\t1\t{n}\t1\t1\t{i}\t{left}\t{top}\t{30 * len(word)}\t40\t91\t{word}")
            left += 30 * len(word) + 15
    rows.append("5\t1\t9\t1\t1\t1\t10\t10\t5\t5\t12\t~~")  # noise, of which the program is unsure
    return "\n".join(rows)


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A stand-in that answers as Tesseract does, whatever the picture."""
    (tmp_path / "table").write_text(_table(), encoding="utf-8")
    program = tmp_path / "tesseract"
    program.write_text(
        f'#!/bin/sh\n[ "$1" = --list-langs ] && echo vie && exit\ncat > /dev/null\ncat {tmp_path}/table\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    tesseract.models.cache_clear()
    yield
    tesseract.models.cache_clear()


@pytest.fixture
def no_tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("PATH", str(tmp_path))
    tesseract.models.cache_clear()
    yield
    tesseract.models.cache_clear()


def _picture(format: str = "PNG") -> bytes:
    buffer = io.BytesIO()
    Image.new("L", (2480, 3508), 255).save(buffer, format)
    return buffer.getvalue()


@pytest.mark.parametrize("format", ["PNG", "JPEG", "TIFF", "WEBP"])
@pytest.mark.usefixtures("stand_in")
def test_a_picture_is_read_and_marked_as_recognised(format: str) -> None:
    document = read(f"a.{format.lower()}", _picture(format))
    told.sound(document)
    assert document.ocr
    assert document.format == "image"
    assert [problem.code for problem in document.problems] == ["ocr"]
    assert document.text == "\n".join(line for line, _, _ in _LINES)
    assert told.texts(document, BlockKind.TITLE) == [_LINES[0][0]]


@pytest.mark.usefixtures("stand_in")
def test_a_pdf_without_letters_is_read_like_a_picture() -> None:
    document = read("a.pdf", made_pdf.many_pages(2))
    assert document.ocr
    assert document.format == "pdf"
    assert document.text.count(_LINES[1][0]) == 2


@pytest.mark.parametrize(("file", "data"), [("a.png", _picture()), ("a.pdf", made_pdf.many_pages(1))])
@pytest.mark.usefixtures("no_tools")
def test_without_the_program_a_scan_is_refused_with_its_name(file: str, data: bytes) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read(file, data)
    assert refused.value.code == "needs_tool"
    assert "Tesseract" in refused.value.details["tool"]


@pytest.mark.usefixtures("no_tools")
def test_the_doctor_says_what_is_missing_and_how_to_get_it() -> None:
    assert not any(tool.present for tool in tools())
    assert all("apt-get install" in tool.advice for tool in tools())


@pytest.mark.usefixtures("stand_in")
def test_the_doctor_says_what_is_there() -> None:
    present = {tool.name: tool.present for tool in tools()}
    assert present["tesseract"]
    assert present["tesseract: vie"]
