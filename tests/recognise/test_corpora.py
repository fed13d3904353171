"""What must be recognised, and what must not: every wording of the corpora is a test.

A row gives a value and the texts that say it; each text must yield exactly one mention of the corpus's kind, with all
the fields the row names. A file's `none` lists texts without any such mention.
"""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from knowledge.lexicon.load import load
from knowledge.model import Mention, Period, Quantity
from knowledge.recognise.engine import Recogniser

CORPORA = Path(__file__).parent.parent / "corpora"
FILES = ("numbers", "money", "percent", "measures", "counts", "bounds", "dates", "periods")
TODAY = date(2024, 5, 10)
NUMBERS = ("value", "low", "high", "total")
LEAST = {"vi": 60, "en": 30}


@pytest.fixture(scope="module")
def recogniser() -> Recogniser:
    return Recogniser(load())


def corpus(name: str) -> dict[str, Any]:
    return tomllib.loads((CORPORA / f"{name}.toml").read_text(encoding="utf-8"))


def cases() -> list[Any]:
    found = []
    for name in FILES:
        content = corpus(name)
        for language in ("vi", "en"):
            for row in content[language]:
                for text in row["texts"]:
                    found.append(pytest.param(content, row, text, id=f"{name}-{text}"))
    return found


def negatives() -> list[Any]:
    return [
        pytest.param(corpus(name), text, id=f"{name}-{text}")
        for name in FILES
        for text in corpus(name)["none"]["texts"]
    ]


def mentions(recogniser: Recogniser, kind: str, text: str, row: dict[str, Any]) -> list[Mention]:
    anchor = Period(date(row["anchor"], 1, 1), date(row["anchor"] + 1, 1, 1)) if "anchor" in row else None
    found = recogniser.figures(text, today=row.get("asked", TODAY), anchor=anchor)
    return [mention for mention in found if mention.kind == kind]


def fields(mention: Mention) -> dict[str, Any]:
    value = mention.value
    assert isinstance(value, Quantity | Period)
    names = type(value).__dataclass_fields__
    return {"rule": mention.rule, **{name: getattr(value, name) for name in names}}


@pytest.mark.parametrize(("content", "row", "text"), cases())
def test_wording(recogniser: Recogniser, content: dict[str, Any], row: dict[str, Any], text: str) -> None:
    found = mentions(recogniser, content["kind"], text, row)
    assert len(found) == 1, [(mention.text, mention.rule) for mention in found]
    said = fields(found[0])
    for name, wanted in row["value"].items():
        assert said[name] == (Decimal(wanted) if name in NUMBERS else wanted), (name, found[0])


@pytest.mark.parametrize(("content", "text"), negatives())
def test_no_mention(recogniser: Recogniser, content: dict[str, Any], text: str) -> None:
    found = mentions(recogniser, content["kind"], text, {})
    if dimensions := content.get("dimension", "").split():
        found = [m for m in found if isinstance(m.value, Quantity) and m.value.dimension in dimensions]
    if rules := content["none"].get("only", "").split():
        found = [mention for mention in found if mention.rule in rules]
    assert found == []


@pytest.mark.parametrize("name", FILES)
def test_corpus_is_broad(name: str) -> None:
    content = corpus(name)
    for language, least in LEAST.items():
        texts = {text for row in content[language] for text in row["texts"]}
        assert len(texts) >= least, (name, language, len(texts))
