"""Each wording of the corpora gives the names it should, and what must not match does not."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.lexicon.load import load
from knowledge.model import MentionKind, Name
from knowledge.recognise.names import NameRecogniser

CORPORA = Path(__file__).parent.parent / "corpora"
KINDS = {
    "gates": MentionKind.GATE,
    "people": MentionKind.PERSON,
    "posts": MentionKind.POST,
    "organisations": MentionKind.ORGANISATION,
    "places": MentionKind.PLACE,
}
RECOGNISER = NameRecogniser(load())


def cases() -> Iterator[tuple[str, str, list[str]]]:
    for file in KINDS:
        corpus = tomllib.loads((CORPORA / f"{file}.toml").read_text(encoding="utf-8"))
        for text, ids in (*corpus["vi"], *corpus["en"]):
            yield file, text, ids
        for text in corpus["not"]:
            yield file, text, []


def found(file: str, text: str) -> list[str]:
    mentions = [mention for mention in RECOGNISER.recognise(text) if mention.kind is KINDS[file]]
    return [mention.value.id for mention in mentions if isinstance(mention.value, Name)]


@pytest.mark.parametrize(("file", "text", "ids"), [pytest.param(*case, id=f"{case[0]}: {case[1]}") for case in cases()])
def test_a_wording_gives_its_names(file: str, text: str, ids: list[str]) -> None:
    assert found(file, text) == ids


@pytest.mark.parametrize("file", KINDS)
def test_a_corpus_is_broad_enough(file: str) -> None:
    corpus = tomllib.loads((CORPORA / f"{file}.toml").read_text(encoding="utf-8"))
    assert len(corpus["vi"]) >= 60
    assert len(corpus["en"]) >= 30
    assert len(corpus["not"]) >= 20
