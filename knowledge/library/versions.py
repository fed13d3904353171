"""Which reports are one: the same text in another format, a corrected version of a report that is there.

Where it is not certain they are two reports: to see both harms less than to miss one.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.model import BlockKind, Document, Heading, ReportSummary
from knowledge.text.fold import fold

NUMBERED = 0.5  # so much of the text is alike where issuer, number, kind and time are the same
TITLED = 0.8  # … where title, kind and time are
TITLED_ONLY = 0.95  # … and where one thing speaks against it: another number, or other gates
_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Marks:
    """What two versions of a report have in common; None where the report does not say for certain."""

    numbered: str | None
    titled: str | None


def words(text: str) -> list[str]:
    """`text` as it is compared between formats: its words, folded, without what divides them."""
    return _WORD.findall(fold(text))


def text_sha(document: Document) -> str:
    """Equal for two files of the same text, whatever their formats make of bullets, cells and pages."""
    said = "\n".join(block.text for block in document.blocks if block.kind is not BlockKind.DEBRIS)
    return hashlib.sha256(" ".join(words(said or document.text)).encode()).hexdigest()


def marks(heading: Heading) -> Marks:
    """The marks of a report by its heading; guesses count for nothing."""
    sure = {name: getattr(heading, name) for name in ("title", "number", "issuer", "period", "document_date")}
    sure |= dict.fromkeys(heading.uncertain & sure.keys())
    time = sure["period"] or sure["document_date"]
    if time is None:
        return Marks(None, None)
    when = f"{time.start}/{time.end}" if sure["period"] else str(time)
    numbered = titled = None
    if sure["issuer"] and sure["number"] and _DIGIT.search(sure["number"].split("/")[0]):
        numbered = "|".join([_key(sure["issuer"]), _key(sure["number"]), heading.kind, when])
    if sure["title"]:
        titled = "|".join([_key(sure["title"]), heading.kind, when])
    return Marks(numbered, titled)


def _key(text: str) -> str:
    return " ".join(words(text))


def likeness(one: str, other: str) -> float:
    """The share of the two texts' pairs of neighbouring words that are in both: 1 for the same text, 0 for another."""
    a, b = _pairs(one), _pairs(other)
    return 2 * (a & b).total() / max(a.total() + b.total(), 1)


def _pairs(text: str) -> Counter[tuple[str, str]]:
    return Counter(pairwise(words(text)))


def is_version(new: ReportSummary, old: ReportSummary, alike: float) -> bool:
    """Whether `new`, which shares a mark with `old` and is so much `alike`, is another version of it."""
    a, b = marks(new.heading), marks(old.heading)
    if a.numbered is not None and a.numbered == b.numbered:
        return alike >= NUMBERED and not _apart(new.gates, old.gates)
    if a.titled is None or a.titled != b.titled:
        return False
    if _differ(new.heading.issuer, old.heading.issuer):
        return False
    doubts = int(_differ(new.heading.number, old.heading.number)) + int(set(new.gates) != set(old.gates))
    return doubts < 2 and alike >= (TITLED_ONLY if doubts else TITLED)


def _differ(one: str | None, other: str | None) -> bool:
    return bool(one and other) and words(one or "") != words(other or "")


def _apart(one: Sequence[str], other: Sequence[str]) -> bool:
    """Boards of several provinces may have the same name and number their papers alike."""
    return bool(one and other and not set(one) & set(other))


def is_older(new: ReportSummary, old: ReportSummary) -> bool:
    """Whether the report added last is the earlier version all the same, by its date."""
    a, b = new.heading.document_date, old.heading.document_date
    return a is not None and b is not None and a < b
