"""English questions in the plain words that their forms are read by: "name whoever ran the talks" asks who did."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from knowledge.lexicon.load import load

WORDS = 3  # a sentence has, at least


@dataclass(frozen=True, slots=True)
class _Tags:
    """What asks, behind a sentence, which things of it are meant; how these are found in it."""

    tag: re.Pattern[str]
    number: re.Pattern[str]
    one: re.Pattern[str]
    some: re.Pattern[str]
    single: re.Pattern[str]
    asks: re.Pattern[str]
    behind: re.Pattern[str]
    after: re.Pattern[str]


def plain(question: str) -> str:
    """`question`, in English, as the forms of questions have it."""
    text = _joined(question)
    for pattern, meant in _wordings():
        text = pattern.sub(meant, text, count=1)
    return text.strip()


def _joined(question: str) -> str:
    """One question of a sentence and what is asked behind it ("Two projects were stopped. Can you name them?" asks
    which two were)."""
    tags = _tags()
    behind = tags.behind.search(question)
    if behind is not None and not tags.asks.search(question[: behind.start()]):
        return f"{tags.after.sub('', behind['asks'])} {question[: behind.start()].rstrip()}?"
    match = tags.tag.search(question)
    if match is None:
        return question
    told, tag = question[: match.start()].rstrip(), match[0]
    if len(told.split()) < WORDS or tags.asks.search(told):
        return question
    for pattern in (tags.number, tags.some, *((tags.one,) if tags.single.search(tag) else ())):
        found = pattern.search(told)
        if found is not None:
            count = f"{found['count']} " if pattern is tags.number else ""
            return f"{told[: found.start()]}which {count}{told[found.end() :]}?"
    return question


@lru_cache(maxsize=1)
def _wordings() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = load()["en/wordings"]["wording"]
    return tuple((re.compile(row["from"], re.IGNORECASE), row["to"]) for row in rows)


@lru_cache(maxsize=1)
def _tags() -> _Tags:
    table, behind = load()["en/wordings"]["tags"], load()["en/wordings"]["behind"]
    patterns = [table[key] for key in ("pattern", "number", "one", "some", "single", "asks")]
    return _Tags(*(re.compile(p, re.IGNORECASE) for p in (*patterns, behind["pattern"], behind["after"])))
