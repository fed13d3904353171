"""`thuky ask`, `search` and `why`, for people and for programs."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from tests.cli.conftest import Thuky
from tests.cli.stage import QUOTE, Stage

KEYS = ["id", "status", "short", "value", "unit", "date", "items", "options", "text", "citations", "elapsed_ms"]


def lines(thuky: Thuky, command: str, *questions: dict[str, Any] | str) -> list[dict[str, Any]]:
    text = "".join((each if isinstance(each, str) else json.dumps(each)) + "\n" for each in questions)
    result = thuky(command, "--jsonl", input=text)
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_the_answer_stands_first_then_its_sentence_and_its_report(stage: Stage, thuky: Thuky) -> None:
    result = thuky("ask", "tasks")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "17/21 nhiệm vụ",
        "“Đến nay đã hoàn thành 17/21 nhiệm vụ.”",
        "— Báo cáo năm 2031, ngày 9/1/2032 (bc.docx)",
    ]
    assert stage.told == [("tasks", date.today(), ())]


def test_a_refusal_is_an_answer(stage: Stage, thuky: Thuky) -> None:
    result = thuky("ask", "never")
    assert result.exit_code == 0
    assert result.stdout == "The reports do not say this for 2040.\nThey do hold: 2030, 2031.\n"


def test_asked_on_another_day(stage: Stage, thuky: Thuky) -> None:
    thuky("ask", "--today", "2020-06-25", "tasks")
    assert stage.told == [("tasks", date(2020, 6, 25), ())]
    assert thuky("ask", "--today", "25/6/2020", "tasks").exit_code == 2


def test_a_question_without_quotes_is_put_together(stage: Stage, thuky: Thuky) -> None:
    thuky("search", "xe", "hàng")
    assert "1. xe hàng 0" in thuky("search", "xe", "hàng").stdout


@pytest.mark.parametrize("command", ["ask", "search", "why"])
def test_no_question_is_a_usage_error(stage: Stage, thuky: Thuky, command: str) -> None:
    assert thuky(command).exit_code == 2
    assert thuky(command, "  ").exit_code == 2


def test_a_bug_is_one_sentence_and_no_traceback(stage: Stage, thuky: Thuky) -> None:
    result = thuky("ask", "bug")
    assert result.exit_code == 1
    assert result.stderr == (
        "thuky failed: ZeroDivisionError: division by zero. Set THUKY_DEBUG=1 and try again to see where.\n"
    )
    assert stage.closed


def test_who_looks_for_a_bug_sees_where(stage: Stage, thuky: Thuky, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THUKY_DEBUG", "1")
    assert isinstance(thuky("ask", "bug").exception, ZeroDivisionError)


def test_a_missing_database_is_not_made_by_asking(thuky: Thuky, folder: object) -> None:
    result = thuky("ask", "--db", "slip.db", "tasks")
    assert result.exit_code == 1
    assert result.stderr.startswith("There is no database slip.db; make it with `thuky ingest`")


# --- lines ---


def test_each_line_is_answered_in_order_with_all_keys(stage: Stage, thuky: Thuky) -> None:
    answers = lines(thuky, "ask", *({"id": f"q{n}", "q": q, "asked_on": "2032-02-01"} for n, q in enumerate(ANSWER)))
    assert [list(answer) for answer in answers] == [KEYS] * len(ANSWER)
    assert [answer["id"] for answer in answers] == [f"q{n}" for n in range(len(ANSWER))]
    for answer, (question, expected) in zip(answers, ANSWER.items(), strict=True):
        assert {key: answer[key] for key in expected} == expected, question
        assert answer["elapsed_ms"] >= 0


ANSWER: dict[str, dict[str, Any]] = {
    "tasks": {
        "status": "answered",
        "short": "17/21 nhiệm vụ",
        "value": 17,
        "unit": "nhiệm vụ",
        "date": None,
        "items": [],
        "options": [],
        "citations": [{"report": "bc.docx", "quote": QUOTE}],
    },
    "percent": {"value": 78.56, "unit": "%"},
    "money": {"value": 182_398_000_000, "unit": "VND"},
    "when": {"value": None, "date": "2032-01-09"},
    "yes": {"value": True},
    "list": {"items": ["Xín Mần", "Mường Khương"]},
    "which": {"status": "clarify", "short": "", "options": ["năm 2030", "năm 2031"]},
    "never": {
        "status": "abstained",
        "short": "",
        "value": None,
        "citations": [],
        "text": "The reports do not say this for 2040.\nThey do hold: 2030, 2031.",
    },
}


def test_whole_figures_are_whole_in_json(stage: Stage, thuky: Thuky) -> None:
    result = thuky(
        "ask", "--jsonl", input='{"id": 1, "q": "tasks"}\n{"id": 2, "q": "money"}\n{"id": 3, "q": "percent"}\n'
    )
    assert '"value": 17,' in result.stdout
    assert '"value": 182398000000,' in result.stdout
    assert '"value": 78.56,' in result.stdout


def test_the_day_and_the_context_of_a_line(stage: Stage, thuky: Thuky) -> None:
    lines(thuky, "ask", {"id": 1, "q": "tasks", "asked_on": "2020-07-10", "context": ["a", "b"], "kind": "number"})
    assert stage.told == [("tasks", date(2020, 7, 10), ("a", "b"))]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("not json", "Line 1 is not JSON"),
        ("[1]", "Line 1 is not a JSON object"),
        ('{"id": "x"}', '"q" with a text is missing'),
        ('{"id": "x", "q": 7}', '"q" with a text is missing'),
        ('{"id": "x", "q": "tasks", "asked_on": "soon"}', "asked_on must be a date"),
        ('{"id": "x", "q": "tasks", "context": "a"}', '"context" must be a list of texts'),
        ('{"id": "x", "q": "bug"}', "ZeroDivisionError"),
        ("[" * 100_000, "Line 1 is not JSON"),
    ],
)
def test_a_bad_line_is_told_in_its_place_and_the_next_is_answered(
    stage: Stage, thuky: Thuky, line: str, sentence: str
) -> None:
    bad, good = lines(thuky, "ask", line, {"id": "y", "q": "tasks"})
    assert sentence in bad["error"]
    assert good["id"] == "y"
    assert good["short"] == "17/21 nhiệm vụ"


def test_empty_lines_and_a_byte_order_mark_do_no_harm(stage: Stage, thuky: Thuky) -> None:
    assert [each["id"] for each in lines(thuky, "search", '\ufeff{"id": 1, "q": "a"}', "", {"id": 2, "q": "b"})] == [
        1,
        2,
    ]


def test_a_question_beside_jsonl_is_a_usage_error(stage: Stage, thuky: Thuky) -> None:
    assert thuky("ask", "--jsonl", "tasks", input="").exit_code == 2


def test_hits_as_lines(stage: Stage, thuky: Thuky) -> None:
    assert lines(thuky, "search", {"id": 7, "q": "xe"}) == [
        {"id": 7, "hits": [{"report": "bc.docx", "quote": f"xe {n}", "score": 9.5 - n} for n in range(3)]}
    ]


# --- search and why ---


def test_hits_for_a_person(stage: Stage, thuky: Thuky) -> None:
    result = thuky("search", "--top", "1", "xe")
    assert result.stdout == "1. xe 0\n   — Báo cáo (bc.docx), 9.50\n"
    assert thuky("search", "--top", "0", "xe").exit_code == 2


def test_why(stage: Stage, thuky: Thuky) -> None:
    result = thuky("why", "--context", "a", "--context", "b", "--today", "2020-01-02", "tasks")
    assert stage.told == [("tasks", date(2020, 1, 2), ("a", "b"))]
    assert [line.rstrip() for line in result.stdout.splitlines()] == [
        "Đọc là: đếm",
        "        nhiệm vụ",
        "",
        "fact         score",
        "17 nhiệm vụ  0.93",
    ]
