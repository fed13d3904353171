"""Every reason for which a file is refused, and every doubt about one, has its sentence, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.texts import texts
from knowledge.ask.sentences import LANGUAGES, Sentences

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
ON_DISK = {"missing", "denied", "unreadable"}  # of paths given on the command line


def codes(of: str) -> set[str]:
    """The codes with which `of` is made anywhere in the code."""
    found: set[str] = set()
    for file in KNOWLEDGE.rglob("*.py"):
        for call in re.findall(rf'\b{of}\(\s*("[^)]*)', file.read_text(encoding="utf-8")):
            first = re.split(r",(?![^\"]*\" if)", call)[0]
            found |= set(re.findall(r'"([a-z_]+)"', first))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_has_its_sentence(language: str) -> None:
    refusals = codes("UnreadableFile")
    assert {"empty", "encrypted", "damaged", "no_text", "too_slow", "too_many_pages", *ON_DISK} <= refusals
    sentences, bot = Sentences(language), texts(language)
    assert [code for code in refusals if not sentences.has(f"file.{code}")] == []
    assert [code for code in refusals if not sentences.has(f"reason.{code}")] == []
    assert [code for code in refusals - ON_DISK if not {f"file.{code}", f"file.{code}_bare"} & set(bot.sentences)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_doubt_has_its_sentence(language: str) -> None:
    doubts = codes("Problem") - {"corrected"}
    assert {"damaged_letters", "ocr", "tables_lost"} <= doubts
    assert [code for code in doubts if not Sentences(language).has(f"problem.{code}")] == []
    of_files = {"damaged_letters", "ocr", "tables_lost"}
    assert [code for code in of_files if f"problem.{code}" not in texts(language).sentences] == []
    assert "note.ocr" in texts(language).sentences
