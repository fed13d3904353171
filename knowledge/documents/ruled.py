"""Tables in a picture of a page, by their rules: where each cell is, so that its letters can be read by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import mean

from PIL import Image

_BLOCK = 8  # dots along a rule that are looked at as one: gaps and slants smaller than that do no harm
_DARK = 150
_LEAST = 7  # blocks; letters are less tall
_THICK = 16  # dots; what is thicker is a bar or a shadow
_NEAR = 18  # dots within which rules touch
_ROW = 14  # dots; rules closer than that are one
_GAP = 6  # blocks that may be missing of a rule
_TWIST = 4  # dots by which a table may be out of true before it is straightened
_RUN = re.compile(rb"\xff{%d,}" % _LEAST)
Box = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line: from `start`, where it stands at `first`, to `end`, where it stands at `last`."""

    start: int
    end: int
    first: float
    last: float

    @property
    def middle(self) -> float:
        return (self.first + self.last) / 2

    def at(self, place: float) -> float:
        """Where it stands at `place` along it, beyond its ends too."""
        return self.first + (self.last - self.first) * (place - self.start) / max(self.end - self.start, 1)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell over the rows and columns from (top, left) up to, without, (bottom, right)."""

    top: int
    left: int
    bottom: int
    right: int
    picture: Image.Image


@dataclass(frozen=True, slots=True)
class Ruled:
    """A table: its `box` on the page, how many rows and columns it has, its cells row by row."""

    box: Box
    rows: int
    columns: int
    cells: tuple[Cell, ...]


def ruled_tables(page: Image.Image) -> list[Ruled]:
    """The tables with rules on a page made upright, from top to bottom."""
    found = []
    for across, down in _joined(*_rules(page)):
        table = _table(page, across, down)
        if table is not None:
            found.append(table)
    return sorted(found, key=lambda table: table.box[1])


# --- rules -----------------------------------------------------------------------------------------------------------


def _rules(page: Image.Image) -> tuple[list[Rule], list[Rule]]:
    """The level and the upright rules of the page."""
    return _level(page), _level(page.transpose(Image.Transpose.TRANSPOSE))


def _level(page: Image.Image) -> list[Rule]:
    width = page.width // _BLOCK
    strip = page.resize((width, page.height), Image.Resampling.BOX, (0, 0, width * _BLOCK, page.height))
    strip = strip.point([255 if value < _DARK else 0 for value in range(256)])
    strip.paste(0, (width - 1, 0, width, page.height))  # so that no run goes on in the next row
    runs = [
        (row, column, column + len(match.group()))
        for match in _RUN.finditer(strip.tobytes())
        for row, column in [divmod(match.start(), width)]
    ]
    return _bridged([rule for lines in _touching(runs) if (rule := _rule(lines)) is not None])


_Run = tuple[int, int, int]  # row, first block, block after the last


def _touching(runs: Sequence[_Run]) -> list[list[_Run]]:
    """The runs that touch each other from row to row."""
    found: list[list[_Run]] = []
    open_: list[list[_Run]] = []  # those that may still grow
    for run in runs:
        row, start, end = run
        open_ = [group for group in open_ if group[-1][0] >= row - 2]
        into = [group for group in open_ if any(r >= row - 2 and s <= end and start <= e for r, s, e in group[-8:])]
        if not into:
            open_.append([run])
            found.append(open_[-1])
            continue
        into[0].append(run)
        for other in into[1:]:
            into[0].extend(other)
            into[0].sort()
            open_ = [group for group in open_ if group is not other]
            found = [group for group in found if group is not other]
    return found


def _rule(runs: list[_Run]) -> Rule | None:
    start, end = min(run[1] for run in runs), max(run[2] for run in runs)
    if sum(e - s for _, s, e in runs) > _THICK * (end - start):
        return None
    edge = max(2, (end - start) // 8)
    first = [row for row, s, _ in runs if s < start + edge]
    last = [row for row, _, e in runs if e > end - edge]
    return Rule(start * _BLOCK, end * _BLOCK, mean(first), mean(last))


def _bridged(rules: list[Rule]) -> list[Rule]:
    """Rules that carry each other on made one."""
    found: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: rule.start):
        before = next(
            (
                i
                for i, other in enumerate(found)
                if rule.start - other.end <= _GAP * _BLOCK
                and rule.end > other.end
                and abs(other.at(rule.start) - rule.first) <= 5
                and abs(other.last - rule.first) <= 8
            ),
            None,
        )
        if before is None:
            found.append(rule)
        else:
            found[before] = Rule(found[before].start, rule.end, found[before].first, rule.last)
    return found


def _joined(across: list[Rule], down: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """The rules that hang together, each group with at least two of either direction."""
    groups: list[tuple[list[Rule], list[Rule]]] = []
    for rule in down:
        touched = [level for level in across if _touch(level, rule)]
        if not touched:
            continue
        into = [group for group in groups if any(level in group[0] for level in touched)]
        levels = [level for group in into for level in group[0]]
        merged = (
            levels + [level for level in touched if level not in levels],
            [r for g in into for r in g[1]] + [rule],
        )
        groups = [group for group in groups if group not in into] + [merged]
    return [group for group in groups if len(group[0]) >= 2 and len(group[1]) >= 2]


def _touch(level: Rule, upright: Rule) -> bool:
    x, y = upright.middle, level.middle
    x, y = upright.at(y), level.at(x)
    return level.start - _NEAR <= x <= level.end + _NEAR and upright.start - _NEAR <= y <= upright.end + _NEAR


# --- the table -------------------------------------------------------------------------------------------------------


def _table(page: Image.Image, across: list[Rule], down: list[Rule]) -> Ruled | None:
    left, right = min(r.start for r in across), max(r.end for r in across)
    top, bottom = min(r.start for r in down), max(r.end for r in down)
    box = (max(left - 4, 0), max(top - 4, 0), min(right + 4, page.width), min(bottom + 4, page.height))
    picture, across, down = _straight(page, box, across, down)
    across, down = _without_strokes(across, down, picture.width), _without_strokes(down, across, picture.height)
    if len(across) < 2 or len(down) < 2:
        return None
    ys, xs = _lines(across, picture.height), _lines(down, picture.width)
    cells = list(_cells(picture, ys, xs, across, down))
    if len(cells) < 2 or (len(ys) < 3 and len(xs) < 3):
        return None
    return Ruled(box, len(ys) - 1, len(xs) - 1, tuple(cells))


def _straight(
    page: Image.Image, box: Box, across: list[Rule], down: list[Rule]
) -> tuple[Image.Image, list[Rule], list[Rule]]:
    """The table cut out, and its rules there. One photographed askew is pulled straight."""
    long = [r for r in across if r.end - r.start > 0.7 * (box[2] - box[0])]
    tall = [r for r in down if r.end - r.start > 0.7 * (box[3] - box[1])]
    slants = [abs(r.last - r.first) for r in (*long, *tall)]
    if len(long) >= 2 and len(tall) >= 2 and max(slants) > _TWIST:
        over, under = min(long, key=lambda r: r.middle), max(long, key=lambda r: r.middle)
        left, right = min(tall, key=lambda r: r.middle), max(tall, key=lambda r: r.middle)
        corners = [_crossing(over, left), _crossing(under, left), _crossing(under, right), _crossing(over, right)]
        size = box[2] - box[0], box[3] - box[1]
        quad = tuple(value for corner in corners for value in corner)
        cut = page.transform(size, Image.Transform.QUAD, quad, Image.Resampling.BICUBIC, fillcolor=255)
        framed = Image.new("L", (size[0] + 16, size[1] + 16), 255)
        framed.paste(cut, (8, 8))
        straight = _rules(framed)
        if len(straight[0]) >= 2 and len(straight[1]) >= 2:
            return framed, *straight
    x, y = box[:2]
    return (
        page.crop(box),
        [Rule(r.start - x, r.end - x, r.first - y, r.last - y) for r in across],
        [Rule(r.start - y, r.end - y, r.first - x, r.last - x) for r in down],
    )


def _without_strokes(rules: list[Rule], others: list[Rule], size: int) -> list[Rule]:
    """The rules that end at one of the `others`, or go along most of the table; the rest are strokes of letters."""
    ends = [rule.middle for rule in others]
    return [
        rule
        for rule in rules
        if rule.end - rule.start > 0.6 * size
        or all(any(abs(place - end) <= _NEAR for end in ends) for place in (rule.start, rule.end))
    ]


def _crossing(level: Rule, upright: Rule) -> tuple[float, float]:
    x = upright.middle
    for _ in range(3):
        x = upright.at(level.at(x))
    return x, level.at(x)


def _lines(rules: list[Rule], size: int) -> list[float]:
    """Where the rules stand, those of one line made one; the edges of the table are lines, too."""
    groups: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda rule: rule.middle):
        if groups and rule.middle - groups[-1][-1].middle <= _ROW:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    places = [mean(rule.middle for rule in group) for group in groups]
    if places[0] > 3 * _ROW:
        places.insert(0, 0.0)
    if places[-1] < size - 3 * _ROW:
        places.append(float(size))
    return places


def _cells(
    picture: Image.Image, ys: list[float], xs: list[float], across: list[Rule], down: list[Rule]
) -> Iterable[Cell]:
    taken: set[tuple[int, int]] = set()
    for r in range(len(ys) - 1):
        for c in range(len(xs) - 1):
            if (r, c) in taken:
                continue
            right, bottom = c + 1, r + 1
            while right < len(xs) - 1 and (r, right) not in taken and not _divides(down, xs[right], ys[r], ys[r + 1]):
                right += 1
            while bottom < len(ys) - 1 and not _divides(across, ys[bottom], xs[c], xs[right]):
                bottom += 1
            taken |= {(y, x) for y in range(r, bottom) for x in range(c, right)}
            inside = (round(xs[c]) + 8, round(ys[r]) + 6, round(xs[right]) - 7, round(ys[bottom]) - 5)
            if inside[2] > inside[0] and inside[3] > inside[1]:
                yield Cell(r, c, bottom, right, picture.crop(inside))


def _divides(rules: list[Rule], place: float, start: float, end: float) -> bool:
    """Whether a rule at `place` goes along most of the way from `start` to `end`."""
    covered = sum(
        max(0.0, min(rule.end, end) - max(rule.start, start)) for rule in rules if abs(rule.middle - place) <= _ROW
    )
    return covered > 0.5 * (end - start)
