"""An answer is counted as the sets' format says."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from knowledge.model import Answer, Choice, Citation, Found, Unknown
from tests.answers.scoring import agreement, cited, outcome
from tests.answers.sets import Question


def asked(kind: str, gold: dict[str, Any], *evidence: tuple[str, str]) -> Question:
    rows = tuple({"report": report, "contains": words} for report, words in evidence)
    return Question("q-1", "…", "vi", date(2031, 1, 2), (), kind, gold, rows)


def number(value: str | None, unit: str | None = None, short: str = "…") -> Found:
    return Found("vi", short, (), value=None if value is None else Decimal(value), unit=unit)


UNKNOWN = Unknown("vi", "nothing")
CHOICE = Choice("vi", ("Cửa khẩu Tân Thanh", "Xã Tân Thanh"), ("…", "…"))
GATES = [["Hữu Nghị"], ["Tân Thanh", "cửa khẩu Tân Thanh"], ["Chi Ma"]]


@pytest.mark.parametrize(
    ("kind", "gold", "answer", "wanted"),
    [
        ("number", {"value": 119, "unit": None}, number("119"), "right"),
        ("number", {"value": 119, "unit": None}, number("119", "nhiệm vụ"), "right"),
        ("number", {"value": 119, "unit": None}, number("128"), "wrong"),
        ("number", {"value": 119, "unit": None}, number(None), "wrong"),
        ("number", {"value": 1, "unit": None}, Found("vi", "Có", (), value=True), "wrong"),
        ("number", {"value": 119, "unit": None}, UNKNOWN, "missed"),
        ("number", {"value": 119, "unit": None}, CHOICE, "missed"),
        ("number", {"value": 182398000000, "unit": "VND"}, number("182398000000", "VND"), "right"),
        ("number", {"value": 182398000000, "unit": "VND"}, number("182398000000", "USD"), "wrong"),
        ("number", {"value": 182398000000, "unit": "VND"}, number("182398000000"), "wrong"),
        ("number", {"value": 12.5, "unit": "tấn"}, number("12.5", "Tan"), "right"),
        ("number", {"value": 78.56, "unit": "%"}, number("78.6", "%"), "wrong"),
        ("compute", {"value": 78.56, "unit": "%"}, number("78.6", "%"), "right"),
        ("compute", {"value": 78.56, "unit": "%"}, number("78.7", "%"), "wrong"),
        ("compute", {"value": 1000, "unit": None}, number("1000.04"), "wrong"),
        ("date", {"date": "2020-06-25"}, Found("vi", "25/6", (), day="2020-06-25"), "right"),
        ("date", {"date": "2020-06"}, Found("vi", "25/6", (), day="2020-06-25"), "wrong"),
        ("bool", {"value": False}, Found("vi", "Không", (), value=False), "right"),
        ("bool", {"value": True}, Found("vi", "Không", (), value=False), "wrong"),
        ("bool", {"value": True}, number("1"), "wrong"),
        ("text", {"any": ["Phan Hồng Tiến"]}, Found("vi", "Ông PHAN HONG  TIEN", ()), "right"),
        ("text", {"any": ["Phan Hồng Tiến"]}, Found("vi", "Phan Hồng Sơn", ()), "wrong"),
        ("text", {"any": ["Phan Hồng Tiến"]}, Found("vi", "Phan Hồng Tiến " + "…" * 200, ()), "wrong"),
        ("list", {"items": GATES}, Found("vi", "", (), items=("huu nghi", "Cửa khẩu Tân Thanh", "Chi Ma")), "right"),
        ("list", {"items": GATES}, Found("vi", "", (), items=("Hữu Nghị", "Tân Thanh")), "right"),
        ("list", {"items": GATES}, Found("vi", "", (), items=("Hữu Nghị",)), "wrong"),
        ("abstain", {}, UNKNOWN, "right"),
        ("abstain", {}, number("3"), "wrong"),
        ("abstain", {}, CHOICE, "missed"),
        ("clarify", {"options": [["cửa khẩu"], ["xã", "phường"]]}, CHOICE, "right"),
        ("clarify", {"options": [["cửa khẩu"], ["thôn"]]}, CHOICE, "missed"),
        ("clarify", {"options": [["cửa khẩu"], ["xã"]]}, UNKNOWN, "missed"),
        ("clarify", {"options": [["cửa khẩu"], ["xã"]]}, number("3"), "wrong"),
    ],
)
def test_outcome(kind: str, gold: dict[str, Any], answer: Answer, wanted: str) -> None:
    assert outcome(asked(kind, gold), answer) == wanted


@pytest.mark.parametrize(
    ("items", "share"),
    [
        (("Hữu Nghị", "Tân Thanh", "Chi Ma"), 1.0),
        (("Hữu Nghị", "Hữu Nghị", "Hữu Nghị"), 1 / 3),
        (("Hữu Nghị", "Cốc Nam", "Chi Ma"), 2 / 3),
        (("Hữu Nghị Quan", "Chi Mai"), 0.4),  # whole words: no Chi Ma in Chi Mai
        ((), 0.0),
    ],
)
def test_lists_agree_by_f1(items: tuple[str, ...], share: float) -> None:
    assert agreement(GATES, items) == pytest.approx(share)


def found(*citations: tuple[str, str]) -> Found:
    return Found("vi", "…", tuple(Citation(report, "", None, quote) for report, quote in citations))


@pytest.mark.parametrize(
    ("kind", "citations", "wanted"),
    [
        ("number", [("bc 2030.docx", "hoàn thành  119/128 nhiệm vụ")], True),
        ("number", [("reports/bc 2030.docx", "HOÀN THÀNH 119/128")], True),
        ("number", [("bc 2029.docx", "hoàn thành 119/128 nhiệm vụ")], False),
        ("number", [("bc 2030.docx", "hoàn thành 118/128 nhiệm vụ")], False),
        ("number", [], False),
        ("compute", [("bc 2030.docx", "hoàn thành 119/128 nhiệm vụ")], False),
        ("compute", [("bc 2030.docx", "hoàn thành 119/128"), ("bc 2031.docx", "được 42 dự án")], True),
    ],
)
def test_citations_hold_any_evidence_or_all_of_a_computation(
    kind: str, citations: list[tuple[str, str]], wanted: bool
) -> None:
    question = asked(kind, {}, ("bc 2030.docx", "hoàn thành 119/128"), ("bc 2031.docx", "42 dự án"))
    assert cited(question, found(*citations)) is wanted


def test_without_evidence_nothing_need_be_cited() -> None:
    assert cited(asked("abstain", {}), UNKNOWN)
