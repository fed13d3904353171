"""What goes wrong when a library is opened is told in one sentence, and nothing is left running."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from knowledge.errors import LexiconError, StoreError
from knowledge.library import Library


@pytest.mark.parametrize(
    ("file", "content", "told"),
    [
        ("domain/gates.toml", "gate = [ {id=", "gates.toml"),
        ("domain/gates.toml", "[[gate]]\nname = 5\n", "is not as it should be"),
        ("vi/small_talk.toml", '[[talk]]\nname = "x"\npattern = "(("\n', "is not as it should be"),
    ],
)
async def test_a_broken_lexicon_names_itself_and_leaves_no_thread(
    tmp_path: Path, file: str, content: str, told: str
) -> None:
    (tmp_path / "words" / file).parent.mkdir(parents=True)
    (tmp_path / "words" / file).write_text(content, encoding="utf-8")
    with pytest.raises(LexiconError, match=told):
        await Library.open(tmp_path / "thuky.db", lexicon=(tmp_path / "words",))
    for thread in threading.enumerate():
        if "connection" in thread.name:  # it would keep the process from ending
            thread.join(5)
            assert not thread.is_alive()


async def test_a_lexicon_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="no lexicon folder"):
        await Library.open(":memory:", lexicon=(tmp_path / "words",))


async def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "thuky.db").write_text("Không phải cơ sở dữ liệu. " * 50, encoding="utf-8")
    with pytest.raises(StoreError, match="not a database"):
        await Library.open(tmp_path / "thuky.db")
