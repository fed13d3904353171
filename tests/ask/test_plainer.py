"""Roundabout English questions, and what is asked for in them."""

from __future__ import annotations

import pytest

from knowledge.ask.plainer import Plainer
from knowledge.lexicon.load import load

TABLE = load()["en/plainer"]
PLAINER = Plainer(load())
SAID = [tuple(pair) for row in (TABLE["openings"], *TABLE["row"]) for pair in row["said"]]


@pytest.mark.parametrize(("roundabout", "plain"), SAID)
def test_roundabout_words_become_plain_ones(roundabout: str, plain: str) -> None:
    assert PLAINER.plain(roundabout, "en") == plain


def test_vietnamese_is_left() -> None:
    assert PLAINER.plain("so, how full was it", "vi") == "so, how full was it"


@pytest.mark.parametrize(
    "text",
    [
        "How many people were asked to leave?",
        "Who was supposed to attend?",
        "Which gate had the most lorries in 2031?",
        "Did anyone know the chair?",
        "Were any plots put up for auction?",
        "Could the board let land in 2031?",
        "Which works were under way?",
    ],
)
def test_plain_questions_are_left(text: str) -> None:
    assert PLAINER.plain(text, "en") == text
