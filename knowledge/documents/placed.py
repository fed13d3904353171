"""Lines of type and tables with their places on a page."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.documents.pieces import Grid

_MARGIN = 0.09  # share of the page's height above and below in which page furniture stands


@dataclass(frozen=True, slots=True)
class Line:
    """A line of type, places in points from the top left corner of its page."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """`items` from top to bottom, left to right."""

    number: int
    width: float
    height: float
    items: tuple[Line | Grid, ...]

    def lines(self) -> list[Line]:
        return [item for item in self.items if isinstance(item, Line)]

    def in_margin(self, line: Line) -> bool:
        return line.bottom < _MARGIN * self.height or line.top > (1 - _MARGIN) * self.height
