"""Real files of ministries and provinces, where they are at hand: read, letter by letter."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from typer.testing import CliRunner

from knowledge.cli import app
from knowledge.documents import read
from tests.documents import told

_HERE = Path(__file__).parents[3] / "shared" / "documents"
_FILES = sorted((_HERE / "files").glob("*")) if _HERE.exists() else []
pytestmark = pytest.mark.skipif(not _FILES, reason="the files are not here")


def _words(text: str) -> list[str]:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip().lower().split()


def _plain(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c)).replace("đ", "d")


def _accented(word: str) -> int:
    return sum(c == "đ" or len(unicodedata.normalize("NFD", c)) > 1 for c in word)


def _letters(name: str, text: str) -> tuple[int, int]:
    """How many accented letters of the file's transcript came back at their place, and how many it has."""
    truth = _words((_HERE / "transcripts" / f"{name}.txt").read_text(encoding="utf-8"))
    words = _words(text)
    matcher = SequenceMatcher(None, [*map(_plain, truth)], [*map(_plain, words)], autojunk=False)
    found = sum(
        _accented(a)
        for block in matcher.get_matching_blocks()
        for a, b in zip(truth[block.a : block.a + block.size], words[block.b : block.b + block.size], strict=True)
        if a == b
    )
    return found, sum(map(_accented, truth))


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.name)
def test_the_accented_letters_come_back(path: Path) -> None:
    document = read(path.name, path.read_bytes())
    told.sound(document)
    found, of = _letters(path.stem, document.text)
    assert found >= 0.96 * of


def test_thuky_text_gives_them_over_all_files() -> None:
    found, of = 0, 0
    for path in _FILES:
        printed = CliRunner().invoke(app, ["text", str(path)])
        assert printed.exit_code == 0, path.name
        here, there = _letters(path.stem, printed.stdout)
        found, of = found + here, of + there
    assert found >= 0.97 * of
