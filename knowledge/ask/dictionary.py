"""English words of a question as Vietnamese reports write them, where no concept stands between the two."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from knowledge.ask.question import Unit
from knowledge.lexicon.load import load
from knowledge.text.english import stem
from knowledge.text.keyboard import one_spelling

WRITTEN = 0.9  # how well the Vietnamese word says the English one
ALSO = 0.8  # … where it means other things too


def translated(unit: Unit) -> Unit:
    """`unit`, an English word, with the words that reports have for it."""
    wordings = _words().get(stem(unit.text.lower()), ())
    single = tuple((words[0], WRITTEN) for words in wordings if len(words) == 1)
    parts = next((words for words in wordings if len(words) > 1), ())
    return replace(unit, options=(*unit.options, *single), parts=unit.parts or parts) if wordings else unit


def written(concept: str) -> tuple[tuple[str, float], ...]:
    """Words by which reports call what the concept means, beside its own wordings."""
    return tuple(
        (word, ALSO) for words in _read(load()["en/dictionary"]["concepts"].get(concept, "")) for word in words
    )


@lru_cache(maxsize=1)
def _words() -> dict[str, tuple[tuple[str, ...], ...]]:
    return {stem(word): _read(meant) for word, meant in load()["en/dictionary"]["words"].items()}


def _read(meant: str) -> tuple[tuple[str, ...], ...]:
    """The words of each wording, as terms."""
    return tuple(tuple("w:" + one_spelling(word) for word in wording.split()) for wording in meant.split("/") if meant)
