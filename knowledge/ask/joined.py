"""Gates named together ("Mộc Bài và Xa Mát", "Moc Bai with Xa Mat") where nothing says that they are to be added up."""

from __future__ import annotations

from dataclasses import replace

from knowledge.ask import compute
from knowledge.ask.arithmetic import Computed
from knowledge.ask.lookup import Desk
from knowledge.ask.names import joins
from knowledge.ask.question import Question, Who
from knowledge.text.fold import fold


def together(question: Question, desk: Desk) -> Computed | None:
    """What is told of each of the gates, added up."""
    gates = [who for who in question.whos if who.kind == "gate"]
    if len(gates) < 2 or question.operations or question.change or question.dimension == "percent":
        return None
    return compute.total(replace(question, operations=frozenset({"sum"})), desk) if _joined(question, gates) else None


def _joined(question: Question, gates: list[Who]) -> bool:
    """Whether the gates stand one beside the other, with no more than a word for "and" between them."""
    place = -1
    for who in gates:
        at = question.read.find(who.text, max(place, 0))
        if at < 0 or (place >= 0 and not joins().fullmatch(fold(question.read[place:at]))):
            return False
        place = at + len(who.text)
    return True
