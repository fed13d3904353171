"""Sentences and clauses: where officialese ends and where it only looks so."""

from __future__ import annotations

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.model import Span
from knowledge.text.sentences import clauses, sentences

CORPUS = tomllib.loads((Path(__file__).parent.parent / "corpora" / "sentences.toml").read_text(encoding="utf-8"))
TEXTS = st.text(st.sampled_from("abĐđ ệ.,;:!?…()\n\"”'/-0123456789KmTS"), max_size=80)


def cut(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [text[span.start : span.end] for span in spans]


@pytest.mark.parametrize("text", CORPUS["whole"])
def test_one_sentence_stays_one(text: str) -> None:
    assert cut(text, sentences(text)) == [text]


@pytest.mark.parametrize(("text", "parts"), CORPUS["split"])
def test_sentences_are_told_apart(text: str, parts: list[str]) -> None:
    assert cut(text, sentences(text)) == parts


@pytest.mark.parametrize(("text", "parts"), CORPUS["clauses"])
def test_clauses_are_told_apart(text: str, parts: list[str]) -> None:
    assert cut(text, clauses(text)) == parts


@pytest.mark.parametrize("text", ["", "   ", "\n\n"])
def test_nothing_gives_nothing(text: str) -> None:
    assert sentences(text) == ()
    assert clauses(text) == ()


@given(TEXTS)
def test_sentences_cover_all_that_is_not_space(text: str) -> None:
    spans = sentences(text)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert "".join("".join(cut(text, spans)).split()) == "".join(text.split())
    assert all(part == part.strip() and "\n" not in part for part in cut(text, spans))


@given(TEXTS.filter(lambda text: "\n" not in text))
def test_clauses_keep_every_word_and_figure(text: str) -> None:
    spans = clauses(text)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    kept = "".join(cut(text, spans))
    assert [c for c in kept if c.isalnum()] == [c for c in text if c.isalnum()]


def test_a_long_line_takes_no_long_time() -> None:
    text = "a. " * 20_000
    assert len(sentences(text)) >= 1
    assert len(clauses("xe 5, b 6; " * 5_000)) >= 10_000
