"""Questions as typed and as meant: shorthand, keyboards, slips; and what must be left alone."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.ask.shorthand import Shorthand
from knowledge.ask.spelling import Repaired, Speller
from knowledge.errors import LexiconError
from knowledge.lexicon.load import Lexicon, load
from knowledge.text.fold import accented

CORPORA = Path(__file__).parent.parent / "corpora"
SHORT = tomllib.loads((CORPORA / "shorthand.toml").read_text(encoding="utf-8"))
SPELT = tomllib.loads((CORPORA / "spelling.toml").read_text(encoding="utf-8"))
SPELLER = Speller(load(), {"formosa": 3, "vinfast": 2, "ang": 5, "phuoc": 4, "vung": 5})


@pytest.mark.parametrize(("typed", "meant"), [*SHORT["vi"], *SHORT["plain"]])
def test_shorthand_is_written_out(typed: str, meant: str) -> None:
    assert SPELLER.repair(typed).text == meant


@pytest.mark.parametrize(("typed", "meant"), [*SPELT["vi"], *SPELT["plain"], *SPELT["en"]])
def test_slips_are_put_right(typed: str, meant: str) -> None:
    assert SPELLER.repair(typed).text == meant


@pytest.mark.parametrize("question", [*SHORT["kept"], *SPELT["kept"]])
def test_what_is_right_or_a_name_stays(question: str) -> None:
    assert SPELLER.repair(question) == Repaired(question)


@pytest.mark.parametrize("question", [typed for typed, _ in SHORT["plain"] + SPELT["plain"]])
def test_an_unaccented_question_stays_unaccented(question: str) -> None:
    assert not accented(SPELLER.repair(question).text)


@pytest.mark.parametrize(
    "question", [typed for typed, _ in SHORT["vi"] + SHORT["plain"] + SPELT["vi"] + SPELT["plain"]]
)
def test_the_language_of_hurried_vietnamese(question: str) -> None:
    assert SPELLER.language(question) == "vi"


@pytest.mark.parametrize("question", [typed for typed, _ in SPELT["en"]])
def test_the_language_of_hurried_english(question: str) -> None:
    assert SPELLER.language(question) == "en"


def test_changes_are_told_in_order() -> None:
    assert SPELLER.repair("thág này gn bn").changes == (("thág", "tháng"), ("gn", "giải ngân"), ("bn", "bao nhiêu"))


def test_a_word_of_the_reports_is_no_slip() -> None:
    question = "exprot of formosaa"
    assert SPELLER.repair(question).text == "export of formosaa"
    assert Speller(load(), {"exprot": 1}).repair(question).text == question


@pytest.mark.parametrize("question", [meant for _, meant in SHORT["vi"] + SPELT["vi"] + SPELT["en"]])
def test_what_has_been_repaired_needs_no_repair(question: str) -> None:
    assert SPELLER.repair(question).text == question


@given(st.text(max_size=60))
def test_any_question_can_be_repaired_and_figures_stay(question: str) -> None:
    repaired = SPELLER.repair(question)
    assert [c for c in repaired.text if c in "%/?"] == [c for c in question if c in "%/?"] or repaired.changes
    assert bool(repaired.changes) == (repaired.text != question)


@given(st.from_regex(r"\A\d{1,4}([.,/-]\d{1,4}){0,2}( (triệu|tỷ) đồng)?\Z"))
def test_figures_and_dates_are_untouched(figure: str) -> None:
    assert SPELLER.repair(f"đạt {figure} không").text == f"đạt {figure} không"


@pytest.mark.parametrize("row", [{"short": "x"}, {"full": "y"}, {"short": "x", "full": "y", "unless": ["z"]}])
def test_a_broken_shorthand_row_is_named(row: dict[str, object]) -> None:
    with pytest.raises(LexiconError, match="shorthand"):
        Shorthand(Lexicon({"vi/shorthand": {"shorthand": [row]}}))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("which projects hadn't been paid", "which projects had not been paid"),
        ("who won’t attend", "who will not attend"),
        ("the fee can't rise", "the fee cannot rise"),
    ],
)
def test_contractions_are_written_out(typed: str, meant: str) -> None:
    assert SPELLER.repair(typed).text == meant


def test_words_that_reports_write_are_no_slips() -> None:
    assert Speller(load(), {"dan": 1}, {"dán"}).repair("đã dán mấy tem").text == "đã dán mấy tem"
