"""Whether an answer is right, wrong or missed, and whether it cites what it should: the rules of the sets' format."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from knowledge.model import Answer, Choice, Citation, Found, Unknown
from knowledge.text.fold import fold, nfc
from tests.answers.sets import Question

LONGEST_SHORT = 200
ENOUGH = 0.8


def plain(text: object) -> str:
    """Folded, with single spaces."""
    return re.sub(r"\s+", " ", fold(nfc(str(text)))).strip()


def outcome(question: Question, answer: Answer) -> str:
    """ "right", "wrong" or "missed"."""
    if _right(question, answer):
        return "right"
    return "wrong" if isinstance(answer, Found) else "missed"


def _right(question: Question, answer: Answer) -> bool:
    gold, kind = question.gold, question.kind
    match answer:
        case Unknown():
            return kind == "abstain"
        case Choice():
            offered = [plain(option) for option in answer.options]
            return kind == "clarify" and all(
                any(plain(s) in o for s in spellings for o in offered) for spellings in gold["options"]
            )
        case Found():
            return _found(kind, gold, answer)


def _found(kind: str, gold: dict[str, object], answer: Found) -> bool:
    match kind:
        case "number" | "compute":
            return _number(gold, answer, Decimal("0.05") if kind == "compute" else Decimal("0.000001"))
        case "date":
            return answer.day == gold["date"]
        case "bool":
            return answer.value is gold["value"]
        case "text":
            wanted = gold["any"]
            assert isinstance(wanted, list)
            return len(answer.short) <= LONGEST_SHORT and any(plain(one) in plain(answer.short) for one in wanted)
        case "list":
            items = gold["items"]
            assert isinstance(items, list)
            return agreement(items, answer.items) >= ENOUGH
    return False


def _number(gold: dict[str, object], answer: Found, tolerance: Decimal) -> bool:
    if isinstance(answer.value, bool) or answer.value is None:
        return False
    wanted = Decimal(str(gold["value"]))
    if gold.get("unit") and plain(answer.unit or "") != plain(gold["unit"]):
        return False
    slack = tolerance if gold.get("unit") == "%" else Decimal("0.000001") * max(Decimal(1), abs(wanted))
    return abs(wanted - answer.value) <= slack


def agreement(gold: Sequence[Sequence[str]], items: Sequence[str]) -> float:
    """F1 of listed items against the expected ones, each of which has its spellings."""
    left = [[plain(s) for s in spellings] for spellings in gold]
    hits = 0
    for item in map(plain, items):
        for spellings in left:
            if any(re.search(rf"\b{re.escape(s)}\b", item) for s in spellings):
                left.remove(spellings)
                hits += 1
                break
    if not hits:
        return 0.0
    precision, recall = hits / len(items), hits / len(gold)
    return 2 * precision * recall / (precision + recall)


def cited(question: Question, answer: Answer) -> bool:
    """Whether the citations hold the evidence: any row of it, for a computation every row."""
    if not question.evidence:
        return True
    found = [_holds(row, answer.citations if isinstance(answer, Found) else ()) for row in question.evidence]
    return all(found) if question.kind == "compute" else any(found)


def _holds(row: dict[str, str], citations: Sequence[Citation]) -> bool:
    return any(
        plain(c.report).endswith(plain(row["report"])) and plain(row["contains"]) in plain(c.quote) for c in citations
    )
