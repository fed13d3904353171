"""What a report of a zone's board is about without saying so: the kind of place that the board has in its care."""

from __future__ import annotations

from knowledge.ask.question import Unit
from knowledge.ask.shelf import ReportView

PLACES = frozenset({"c:industrial_park", "c:economic_zone"})
BOARDS = "org:bql"


def in_care(unit: Unit) -> bool:
    """Whether the question speaks of such places, and counts other things than these."""
    return not unit.head and any(term in PLACES and factor == 1.0 for term, factor in unit.options)


def of_board(report: ReportView) -> bool:
    """Whether a report is a board's."""
    return any(id_.startswith(BOARDS) for id_ in report.names)
