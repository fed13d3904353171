"""`thuky explain`, `text` and `doctor`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from knowledge.model import Base, Dimension, Mention, MentionKind, Name, Period, Quantity, Span, Value
from tests.cli.conftest import Thuky

asked: list[tuple[str, date]] = []


def mention(kind: MentionKind, value: Value, text: str = "chữ") -> Mention:
    return Mention(kind, Span(3, 3 + len(text)), text, "rule", value)


CASES: Sequence[tuple[Mention, dict[str, Any], str]] = [
    (
        mention(MentionKind.QUANTITY, Quantity(Decimal("182398E6"), "VND", Dimension.MONEY)),
        {"value": 182_398_000_000, "unit": "VND", "dimension": "money"},
        "182398000000 VND",
    ),
    (
        mention(MentionKind.QUANTITY, Quantity(Decimal("78.560"), "%", Dimension.PERCENT, approx=True)),
        {"value": 78.56, "unit": "%", "dimension": "percent", "approx": True},
        "78.56 %",
    ),
    (
        mention(MentionKind.QUANTITY, Quantity(Decimal(4), "nhiệm vụ", Dimension.COUNT, total=Decimal(6))),
        {"value": 4, "total": 6, "unit": "nhiệm vụ", "dimension": "count"},
        "4 / 6 nhiệm vụ",
    ),
    (
        mention(MentionKind.QUANTITY, Quantity(None, "xe", low=Decimal(12), high=Decimal("15.5"), per="ngày")),
        {"low": 12, "high": 15.5, "unit": "xe", "dimension": "number", "per": "ngày"},
        "12 – 15.5 xe",
    ),
    (
        mention(MentionKind.QUANTITY, Quantity(Decimal(5), None, low=Decimal(5))),
        {"value": 5, "low": 5, "unit": None, "dimension": "number"},
        "5",
    ),
    (
        mention(MentionKind.DATE, Period(date(2020, 6, 25), date(2020, 6, 26))),
        {"start": "2020-06-25", "end": "2020-06-26"},
        "2020-06-25",
    ),
    (
        mention(MentionKind.PERIOD, Period(date(2020, 1, 1), date(2021, 1, 1))),
        {"start": "2020-01-01", "end": "2021-01-01"},
        "2020-01-01 … 2021-01-01",
    ),
    (
        mention(MentionKind.PERIOD, Period(date(2021, 9, 1), date.max, open_end=True)),
        {"start": "2021-09-01", "end": None, "open_end": True},
        "2021-09-01 …",
    ),
    (
        mention(MentionKind.GATE, Name("gate:xin-man", "Xín Mần", True, "place:ha-giang")),
        {"id": "gate:xin-man", "name": "Xín Mần", "known": True, "within": "place:ha-giang"},
        "Xín Mần",
    ),
    (
        mention(MentionKind.BASE, Base("plan")),
        {"relation": "plan"},
        "plan",
    ),
]


@dataclass
class Recogniser:
    lexicon: object

    def recognise(self, text: str, *, today: date) -> tuple[Mention, ...]:
        asked.append((text, today))
        return tuple(found for found, _, _ in CASES) if text != "trống" else ()


@pytest.fixture(autouse=True)
def recogniser(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    asked.clear()
    monkeypatch.setattr("knowledge.recognise.engine.Recogniser", Recogniser)


def test_each_mention_with_kind_span_text_rule_and_value(thuky: Thuky) -> None:
    result = thuky("explain", "--json", "--today", "2024-05-10", "một câu")
    assert json.loads(result.stdout) == [
        {"kind": found.kind.value, "span": [3, 6], "text": "chữ", "rule": "rule", "value": value}
        for found, value, _ in CASES
    ]
    assert asked == [("một câu", date(2024, 5, 10))]


def test_a_table_for_a_person(thuky: Thuky) -> None:
    header, *rows = thuky("explain", "một câu").stdout.splitlines()
    assert header.split() == ["Kind", "Text", "Value", "Rule"]
    for row, (found, _, shown) in zip(rows, CASES, strict=True):
        assert [cell.strip() for cell in row.split("  ") if cell.strip()] == [found.kind.value, "chữ", shown, "rule"]


def test_nothing_recognised(thuky: Thuky) -> None:
    result = thuky("explain", "trống")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "Nothing is recognised in this text.\n")
    assert json.loads(thuky("explain", "--json", "trống").stdout) == []


def test_the_text_is_composed_before_it_is_read(thuky: Thuky) -> None:
    thuky("explain", "nhiệm vụ")
    assert asked[0][0] == "nhiệm vụ"


def test_lines(thuky: Thuky) -> None:
    lines = [{"id": "a", "text": "x", "today": "2020-01-02"}, {"id": "b"}, {"id": "c", "text": "trống"}]
    result = thuky("explain", "--jsonl", "--today", "2024-05-10", input="\n".join(map(json.dumps, lines)))
    first, second, third = map(json.loads, result.stdout.splitlines())
    assert first["id"] == "a"
    assert len(first["mentions"]) == len(CASES)
    assert second == {"id": "b", "error": '"text" with a text is missing'}
    assert third == {"id": "c", "mentions": []}
    assert [day for _, day in asked] == [date(2020, 1, 2), date(2024, 5, 10)]


# --- text and doctor ---


def test_the_text_of_a_file_and_nothing_stored(thuky: Thuky, folder: Path) -> None:
    (folder / "a.txt").write_text("Một đoạn văn.\n\nĐoạn thứ hai có 5 dự án.", encoding="utf-8")
    result = thuky("text", "a.txt")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == ["Một đoạn văn.", "Đoạn thứ hai có 5 dự án."]
    assert sorted(file.name for file in folder.iterdir()) == ["a.txt"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"", "a.txt: the file is empty"), (bytes(range(256)) * 20, "a.txt: this is not readable text")],
)
def test_a_file_that_cannot_be_read_gets_one_sentence(
    thuky: Thuky, folder: Path, content: bytes, sentence: str
) -> None:
    (folder / "a.txt").write_bytes(content)
    result = thuky("text", "a.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(sentence)
    assert result.stderr.count("\n") == 1


def test_a_file_that_is_not_there(thuky: Thuky) -> None:
    assert thuky("text", "nowhere.pdf").stderr == "nowhere.pdf: there is no such file or folder.\n"


def test_doctor_lists_the_helpers_and_how_to_get_them(thuky: Thuky, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    result = thuky("doctor")
    assert result.exit_code == 0
    assert "tesseract" in result.stdout
    assert "absent" in result.stdout
    assert "apt-get install" in result.stdout
