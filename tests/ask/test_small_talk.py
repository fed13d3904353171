"""What asks nothing is told from questions: the examples of the lexicon, and greetings before a question."""

from __future__ import annotations

import pytest

from knowledge.ask.missing import small_talk
from knowledge.ask.phrase import phrase
from knowledge.ask.small_talk import LANGUAGES, Said, SmallTalk
from knowledge.lexicon.load import load

TALK = SmallTalk(load())
ROWS = [(row, language) for language in LANGUAGES for row in load()[f"{language}/small_talk"]["talk"]]


@pytest.mark.parametrize(
    ("row", "language"), ROWS, ids=lambda value: value if isinstance(value, str) else value["name"]
)
def test_the_examples_of_the_lexicon(row: dict[str, list[str]], language: str) -> None:
    for text in row["yes"]:
        said = TALK.said(text)
        assert said is not None, text
        assert said.kind == row["name"], text
    for text in row["no"]:
        assert TALK.said(text) is None, text


def test_several_in_a_row_are_what_the_last_is() -> None:
    assert TALK.said("Ok em, cảm ơn nhé!") == Said("thanks", "vi")
    assert TALK.said("chào em, thu phí năm 2022?") is None


def test_marks_and_pictures_do_not_matter() -> None:
    assert TALK.said("cảm ơn em nhiều ạ!!! 🙏") == Said("thanks", "vi")
    assert TALK.said("CAM ON EM") == Said("thanks", "vi")


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Chào em, năm 2031 thu phí bao nhiêu?", "năm 2031 thu phí bao nhiêu?"),
        ("em ơi! còn Xín Mần?", "còn Xín Mần?"),
        ("Hello, how many tasks in 2031?", "how many tasks in 2031?"),
        ("năm 2031 thu phí bao nhiêu", "năm 2031 thu phí bao nhiêu"),
        ("chào mừng, kỷ niệm ngày thành lập có gì", "chào mừng, kỷ niệm ngày thành lập có gì"),
        ("Chào em,", "Chào em,"),
    ],
)
def test_a_greeting_before_a_question_is_left_out(text: str, question: str) -> None:
    assert TALK.question(text) == question


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_kind_has_its_friendly_reply(language: str) -> None:
    kinds = {row["name"] for row, own in ROWS if own == language}
    replies = {phrase(small_talk(Said(kind, language))) for kind in kinds}
    assert len(replies) == len(kinds)
