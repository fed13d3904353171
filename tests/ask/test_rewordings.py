"""Ways of asking put in plainer words: what each row of the tables changes, and what it leaves."""

from __future__ import annotations

import pytest

from knowledge.ask.courtesy import Courtesy
from knowledge.ask.wordings import Wording, Wordings
from knowledge.lexicon.load import load

WORDINGS = Wordings(load(), "en")
COURTESY = Courtesy(load(), "en")
SAID = [(row, *pair) for row in load()["en/wordings"]["wording"] for pair in row.get("examples", ())]
ROWS = [
    (language, row) for language in ("vi", "en") for row in load()[f"{language}/wordings"]["wording"] if "yes" in row
]


@pytest.mark.parametrize(("language", "row"), ROWS)
def test_rows_say_what_they_match(language: str, row: dict[str, list[str]]) -> None:
    wording = Wording.of(row, language)
    assert all(wording.put(text) != text for text in row["yes"])
    assert all(wording.put(text) == text for text in row["no"])


@pytest.mark.parametrize(("row", "roundabout", "plain"), SAID)
def test_roundabout_words_become_plain_ones(row: dict[str, str], roundabout: str, plain: str) -> None:
    alone, together = Wording.of(row, "en").put(roundabout), WORDINGS.plain(roundabout)
    assert " ".join(plain.split()) in (alone, together)


@pytest.mark.parametrize(("asked", "left"), load()["en/courtesy"]["examples"])
def test_what_leads_up_to_a_question_is_left_out(asked: str, left: str) -> None:
    assert left in (COURTESY.bare(asked), WORDINGS.plain(asked))


@pytest.mark.parametrize(
    "text",
    [
        "How many people were asked to leave?",
        "Who was supposed to attend?",
        "Which gate had the most lorries in 2031?",
        "Did anyone know the chair?",
        "Could the board let land in 2031?",
        "Which works were under way?",
    ],
)
def test_plain_questions_are_left(text: str) -> None:
    assert WORDINGS.plain(text) == text
