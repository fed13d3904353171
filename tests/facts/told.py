"""What is read from a few lines of a report, for the tests of how figures get what bears on them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from knowledge import documents
from knowledge.documents.heading import heading
from knowledge.facts.fact import Fact, FactKind, Passage
from knowledge.facts.report import Understood
from knowledge.library.workshop import workshop
from knowledge.model import Document, Period

TODAY = date(2032, 2, 1)
YEAR_2031 = Period(date(2031, 1, 1), date(2032, 1, 1))


def document(text: str) -> Document:
    """`text` as a document: a page of the web when it holds a tag, plain text else."""
    return documents.read(_file(text), text.encode())


def understood(text: str) -> Understood:
    """All that is read from `text`."""
    read = document(text)
    return workshop(()).reader.read(read, heading(read, _file(text), TODAY), today=TODAY)


def passages(text: str) -> tuple[Passage, ...]:
    """The sentences and rows of `text`."""
    return understood(text).passages


def figures(text: str) -> list[Fact]:
    """The figures of `text`, in its order."""
    return [fact for passage in passages(text) for fact in passage.facts if fact.kind is FactKind.QUANTITY]


def figure(text: str, of: str) -> Fact:
    """The one figure of `text` that is written `of`."""
    (fact,) = (fact for fact in figures(text) if fact.text == of)
    return fact


def amount(fact: Fact) -> Decimal | None:
    """How much a figure is, in base units."""
    assert fact.quantity is not None
    return fact.quantity.value


def nearest(fact: Fact, kind: str = "gate:") -> set[str]:
    """The names of a kind that stand nearest to a figure."""
    layers = [(layer, id_) for id_, layer in fact.names if id_.startswith(kind)]
    return {id_ for layer, id_ in layers if layer == min(layers)[0]}


def periods(fact: Fact) -> set[Period]:
    """The times that stand nearest to a figure."""
    first = min((time.layer for time in fact.times), default=None)
    return {time.period for time in fact.times if time.layer == first}


def page(caption: str, *rows: str) -> str:
    """A page of the web with a table; cells are parted by ``|``, headers in the first row."""
    head, *body = rows
    cells = "".join(f"<th>{cell}</th>" for cell in head.split("|"))
    lines = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row.split("|")) + "</tr>" for row in body)
    return f"<html><body><p>{caption}</p><table><tr>{cells}</tr>{lines}</table></body></html>"


def _file(text: str) -> str:
    return "bao-cao.html" if "<" in text else "bao-cao.txt"
