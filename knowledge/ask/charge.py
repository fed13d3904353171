"""Which unit has a task to do, as the rows of a plan tell: "Số hóa hồ sơ | Văn phòng | 31/10", below "Chủ trì"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from knowledge.ask import whos
from knowledge.ask.judge import Verdict, judge
from knowledge.ask.lookup import Desk
from knowledge.ask.question import Question, Unit, Wanted
from knowledge.ask.score import score
from knowledge.ask.shelf import Held
from knowledge.ask.sought import sought
from knowledge.facts.fact import Fact, FactKind
from knowledge.model import Name, Span
from knowledge.text.fold import fold

ASKS = frozenset({"responsibility", "chair"})
HEADED = frozenset({"c:responsibility", "c:chair"})  # of a column
ASKED = HEADED | {"c:assigned"}
UNIT = frozenset({"c:collective", "c:agency", "c:division"})  # what such a column calls them
WHO = frozenset({"organisation", "person"})
MOST = 60  # letters of a cell that names a unit


def verdict(question: Question, desk: Desk) -> Verdict:
    """On the units that rows of plans name below a heading of who is in charge; nothing where that is not asked."""
    asked = sought(question)
    if not question.concepts & ASKS or not asked.kinds <= WHO or any(who.kind == "post" for who in question.whos):
        return Verdict()
    task = tuple(unit for unit in question.units if not _asks(unit))
    if not question.whos and all(unit.light for unit in task):
        return Verdict()
    bare = replace(question, units=task, whos=(), wanted=Wanted.WHICH)
    weigh = desk.weighing(bare)
    found = [score(bare, fact, held, desk.shelf, desk.rules, weigh) for held, fact in _cells(question, desk)]
    ranked = sorted((one for one in found if one is not None), key=lambda c: (-c.score, c.held.id))
    return judge(bare, ranked, desk.rules.weights)


def _asks(unit: Unit) -> bool:
    """Whether it asks who has something to do, not what is to be done."""
    terms = set(unit.terms)
    return bool(terms & ASKED) or (unit.head and bool(terms & UNIT)) or unit.options[0][0] in UNIT


def _cells(question: Question, desk: Desk) -> Iterator[tuple[Held, Fact]]:
    """The cells of rows below a heading of who is in charge, each with all that its row says."""
    rows = [held for held in desk.shelf.passages if held.passage.kind == "row"]
    columns = {
        (held.report.id, held.passage.group): held.passage.quote.count("\t", 0, fact.span.start)
        for held in rows
        for fact in held.passage.facts
        if fact.kind is FactKind.ORGANISATION and fact.near & HEADED
    }
    for held in rows:
        column = columns.get((held.report.id, held.passage.group))
        cells = held.passage.quote.split("\t")
        if column is None or column >= len(cells):
            continue
        text, passage = cells[column].strip(), held.passage
        if not text or len(text) > MOST or not any(c.isalpha() for c in text):
            continue
        start = sum(len(cell) + 1 for cell in cells[:column]) + cells[column].index(text)
        name = Name("unit:" + fold(text), text)
        fact = Fact(
            FactKind.ORGANISATION, Span(start, start + len(text)), text, passage.sentence, passage.context,
            times=passage.times, names=tuple((id_, 0) for id_, _ in passage.names), name=name,
        )  # fmt: skip
        if all(
            _of(who.name or who.text, held) or whos.fit(who, fact, held, desk.shelf) is not None
            for who in question.whos
        ):
            yield held, fact


def _of(name: str, held: Held) -> bool:
    """Whether the row writes the name."""
    return fold(name) in fold(held.passage.quote)
