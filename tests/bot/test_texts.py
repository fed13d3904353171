"""Every sentence in both languages, with the same things to fill in."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from bot.app import ROUTES
from bot.errors import TextsError
from bot.sandbox.markup import parse
from bot.texts import LANGUAGES, Html, placeholders, texts
from bot.wording import day, period
from knowledge.model import Period

BOT = Path(__file__).parents[2] / "bot"
OWN_WAYS = ("menu.", "date.")  # each language has its own command names and ways to write a date


def shared(language: str) -> dict[str, str]:
    return {key: text for key, text in texts(language).sentences.items() if not key.startswith(OWN_WAYS)}


def test_the_languages_have_the_same_sentences() -> None:
    assert set(shared("vi")) == set(shared("en"))


def test_the_languages_fill_in_the_same_things() -> None:
    vi, en = shared("vi"), shared("en")
    assert {key: placeholders(text) for key, text in vi.items()} == {
        key: placeholders(text) for key, text in en.items()
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_markup_telegram_takes(language: str) -> None:
    for sentence in texts(language).sentences.values():
        parse(sentence)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_in_a_menu_or_a_sentence_exists(language: str) -> None:
    known = {name for route in ROUTES if isinstance(route.what, tuple) for name in route.what}
    menus = {key.rsplit(".", 1)[1] for key in texts(language).sentences if key.startswith("menu.")}
    named = {
        name
        for text in texts(language).sentences.values()
        for name in re.findall(r"(?<![\w<:/])/([a-z]+)", re.sub(r"</\w+>", "", text))
    }
    assert menus | named <= known


def test_every_key_used_in_the_code_exists() -> None:
    used: set[str] = set()
    for file in BOT.rglob("*.py"):
        code = file.read_text(encoding="utf-8")
        used |= set(re.findall(r"""\b(?:texts|words|theirs)(?:\.plain)?\(\s*"([a-z_.0-9]+)\"""", code))
        used |= set(re.findall(r"""context\.texts(?:\.plain)?\(\s*"([a-z_.0-9]+)\"""", code))
    assert len(used) > 40
    assert used <= set(texts("vi").sentences)


def test_values_are_escaped_unless_they_are_markup_already() -> None:
    words = texts("vi")
    assert words("browse.gone") == "Báo cáo này không còn nữa."
    assert "&lt;b&gt;" in words("browse.sure", title="<b>")
    assert "<b>x</b>" in words("browse.sure", title=Html("<b>x</b>"))


def test_a_missing_sentence_or_value_is_an_error() -> None:
    with pytest.raises(TextsError, match="nowhere"):
        texts("vi")("nowhere")
    with pytest.raises(TextsError, match="title"):
        texts("vi")("browse.sure")


def test_an_unknown_language_is_vietnamese() -> None:
    assert texts("fr").language == "vi"


@pytest.mark.parametrize(
    ("start", "end", "vi", "en"),
    [
        ((2020, 1, 1), (2021, 1, 1), "năm 2020", "2020"),
        ((2020, 1, 1), (2020, 7, 1), "6 tháng đầu năm 2020", "first half of 2020"),
        ((2020, 7, 1), (2021, 1, 1), "6 tháng cuối năm 2020", "second half of 2020"),
        ((2020, 4, 1), (2020, 7, 1), "quý II/2020", "quarter II of 2020"),
        ((2020, 12, 1), (2021, 1, 1), "tháng 12/2020", "December 2020"),
        ((2020, 1, 1), (2020, 10, 1), "9 tháng đầu năm 2020", "first 9 months of 2020"),
        ((2020, 2, 1), (2020, 4, 1), "từ 1/2/2020 đến 31/3/2020", "1 February 2020 to 31 March 2020"),
        ((2020, 6, 25), (2020, 6, 26), "25/6/2020", "25 June 2020"),
        ((2019, 12, 15), (2020, 12, 15), "từ 15/12/2019 đến 14/12/2020", "15 December 2019 to 14 December 2020"),
    ],
)
def test_a_period_is_called_what_people_call_it(
    start: tuple[int, int, int], end: tuple[int, int, int], vi: str, en: str
) -> None:
    value = Period(date(*start), date(*end))
    assert period(value, texts("vi")) == vi
    assert period(value, texts("en")) == en


def test_an_open_period_and_a_day() -> None:
    assert period(Period(date(2021, 9, 1), date(9999, 1, 1), open_end=True), texts("vi")) == "từ 1/9/2021"
    assert day(date(2021, 9, 1), texts("en")) == "1 September 2021"
