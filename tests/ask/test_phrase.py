"""The message a person gets: the answer first, then where it comes from."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import knowledge.lexicon.load
from knowledge.ask.phrase import phrase
from knowledge.ask.sentences import LANGUAGES, sentences
from knowledge.model import Choice, Citation, Found, Period, Problem, Unknown

HERE = Path(knowledge.lexicon.load.__file__).parent
SOURCE = Citation("bc.docx", "Báo cáo năm 2031", date(2032, 1, 9), "Hoàn thành 17/21\n nhiệm vụ.")


def test_the_answer_stands_alone_in_the_first_line() -> None:
    answer = Found("vi", "17/21 nhiệm vụ", (SOURCE,))
    assert phrase(answer).splitlines() == [
        "17/21 nhiệm vụ",
        "“Hoàn thành 17/21 nhiệm vụ.”",
        "— Báo cáo năm 2031, ngày 9/1/2032 (bc.docx)",
    ]


def test_in_english_the_date_is_english() -> None:
    assert phrase(Found("en", "17/21", (SOURCE,))).endswith("— Báo cáo năm 2031, 9 January 2032 (bc.docx)")


def test_a_report_without_date_or_title() -> None:
    undated = replace(SOURCE, document_date=None)
    assert phrase(Found("vi", "17", (undated,))).endswith("— Báo cáo năm 2031 (bc.docx)")
    assert phrase(Found("vi", "17", (replace(undated, title=""),))).endswith("— bc.docx")


def test_the_arithmetic_and_the_remarks_come_before_the_quotes() -> None:
    answer = Found("en", "3", (SOURCE,), arithmetic="1 + 2 = 3", notes=(Problem("damaged_letters"),))
    assert phrase(answer).splitlines()[1:3] == ["Worked out: 1 + 2 = 3", "Some letters of the file are damaged."]


def test_quotes_of_one_report_share_its_line_and_none_is_said_twice() -> None:
    second = replace(SOURCE, quote="Còn 4 nhiệm vụ.")
    other = replace(SOURCE, report="khac.txt", title="Khác")
    assert phrase(Found("vi", "21", (SOURCE, second, SOURCE, other))).splitlines()[1:] == [
        "“Hoàn thành 17/21 nhiệm vụ.”",
        "“Còn 4 nhiệm vụ.”",
        "— Báo cáo năm 2031, ngày 9/1/2032 (bc.docx)",
        "“Hoàn thành 17/21 nhiệm vụ.”",
        "— Khác, ngày 9/1/2032 (khac.txt)",
    ]


def test_a_row_is_shown_below_its_caption_and_header_and_these_once() -> None:
    row = replace(SOURCE, quote="Xín Mần\t2.610\t 74,9", heading="Biểu 1 (triệu USD) · Nhập khẩu")
    next_row = replace(row, quote="Mường Khương\t-\t12")
    assert phrase(Found("vi", "74,9", (row, next_row))).splitlines()[1:4] == [
        "[Biểu 1 (triệu USD) · Nhập khẩu]",
        "“Xín Mần | 2.610 | 74,9”",
        "“Mường Khương | - | 12”",
    ]


def test_a_list_is_shown_unless_the_answer_says_it_all() -> None:
    items = ("Xín Mần", "Mường Khương")
    assert "- Xín Mần\n- Mường Khương" in phrase(Found("vi", "2 cửa khẩu", (), items=items))
    assert phrase(Found("vi", "Xín Mần, Mường Khương", (), items=items)) == "Xín Mần, Mường Khương"


def test_a_choice_is_numbered() -> None:
    assert phrase(Choice("en", ("2030", "2031"), ("a", "b"))).splitlines() == [
        "This can be read in several ways. Do you mean:",
        "1. 2030",
        "2. 2031",
    ]


def test_a_refusal_says_what_is_missing_and_what_there_is() -> None:
    assert phrase(Unknown("vi", "no_period", ("năm 2030", "năm 2031"), {"asked": "năm 2040"})) == (
        "Các báo cáo không nêu điều này cho năm 2040.\nHiện có: năm 2030, năm 2031."
    )
    assert phrase(Unknown("en", "no_period")) == "The reports do not say this for the time asked about."
    assert phrase(Unknown("en", "a code of tomorrow")) == "The reports do not say."


def test_braces_in_a_report_are_only_letters() -> None:
    answer = Found("vi", "{0} {short.__class__}", (replace(SOURCE, quote="{quote} {", title="{title"),))
    assert "{0} {short.__class__}" in phrase(answer)
    assert "“{quote} {”" in phrase(answer)


@pytest.mark.parametrize(
    ("period", "vi", "en"),
    [
        (Period(date(2031, 1, 1), date(2032, 1, 1)), "2031", "2031"),
        (Period(date(2026, 1, 1), date(2031, 1, 1)), "2026–2030", "2026–2030"),
        (Period(date(2031, 1, 1), date(2031, 7, 1)), "6 tháng đầu năm 2031", "H1 2031"),
        (Period(date(2031, 6, 25), date(2031, 6, 26)), "25/6/2031", "25 June 2031"),
        (Period(date(2031, 9, 1), date.max, open_end=True), "từ 1/9/2031", "since 1 September 2031"),
        (None, "không rõ", "unknown"),
    ],
)
def test_periods(period: Period | None, vi: str, en: str) -> None:
    assert sentences("vi").period(period) == vi
    assert sentences("en").period(period) == en


def test_what_cannot_be_filled_shows_a_gap_and_fails_nobody() -> None:
    assert sentences("en").say("file.empty") == "…: the file is empty; please check the original."


# --- the two languages and the codes ---


def keys(language: str) -> dict[str, set[str]]:
    """Every sentence with the places of its fullest wording."""
    table = tomllib.loads((HERE / language / "phrases.toml").read_text(encoding="utf-8"))
    found = {}
    for section, rows in table.items():
        for name, wording in rows.items():
            if name != "months":
                found[f"{section}.{name}"] = set(
                    re.findall(r"\{(\w+)\}", wording if isinstance(wording, str) else wording[0])
                )
    return found


def test_both_languages_say_the_same_things() -> None:
    vi, en = keys("vi"), keys("en")
    assert vi.keys() == en.keys()
    for key in vi.keys() - {"date.day", "date.month"}:
        assert vi[key] == en[key], key


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("made", "section"), [("UnreadableFile", "file"), ("Problem", "problem"), ("Unknown", "unknown")]
)
def test_every_code_has_its_sentence(made: str, section: str, language: str) -> None:
    code = re.compile(rf'\b{made}\((?:[\w.]+,\s*)?"(\w+)"')
    used = {name for file in HERE.parent.rglob("*.py") for name in code.findall(file.read_text(encoding="utf-8"))}
    without = {name for name in used if not sentences(language).has(f"{section}.{name}")}
    assert not without, f"{language}/phrases.toml, section {section}"
