"""Text files: hard-wrapped lines joined, columns set with spaces taken apart, drawn tables recognised."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass

from knowledge.documents.drawn import drawn_table
from knowledge.documents.encoding import decode
from knowledge.documents.limits import Limits
from knowledge.documents.outline import bullet, numbering, upper
from knowledge.documents.pieces import Grid, Paragraph, Piece, clean, rectangular
from knowledge.documents.wording import says
from knowledge.errors import UnreadableFile
from knowledge.model import BlockKind, Problem

_GAP = re.compile(r"(?: {3,}|\t+ *)(?=\S)")
_HEAD_LINES = 14
_FRAME = ("motto", "dateline", "number")
_FOOT_GAP = 6
_WIDEST_WRAP = 130
_ENDS = tuple(".:;!?…")
_RULE = re.compile(r"^[\s\-_=*~.–—]+[oO0]{0,3}[\s\-_=*~.–—]{2,}$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line as typed, and its text clean; `gap` when blank lines stand before it."""

    raw: str
    text: str
    gap: bool

    @property
    def indent(self) -> int:
        return len(self.raw) - len(self.raw.lstrip())

    def columns(self, least: int = 3) -> list[tuple[int, str]]:
        """The parts of the line that stand apart by `least` spaces or more, with the column each starts at."""
        parts: list[tuple[int, str]] = []
        place = self.indent
        for gap in _GAP.finditer(self.raw, self.indent):
            if gap.end() - gap.start() >= least or "\t" in gap[0]:
                parts.append((place, clean(self.raw[place : gap.start()])))
                place = gap.end()
        if not parts:
            return [(place, self.text)]
        parts.append((place, clean(self.raw[place:])))
        return _joined([(at, text) for at, text in parts if text])


def _joined(parts: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """`parts` with those put together again that a place left blank parted: "ngày     tháng 12 năm 2015"."""
    found: list[tuple[int, str]] = []
    for at, text in parts:
        whole = f"{found[-1][1]} {text}" if found else ""
        if found and says(whole, "dateline", "number") and not any(says(t, *_FRAME) for t in (found[-1][1], text)):
            found[-1] = (found[-1][0], whole)
        else:
            found.append((at, text))
    return found


def read_text(file: str, data: bytes, limits: Limits) -> tuple[list[Piece], tuple[Problem, ...]]:
    """The pieces of a text file."""
    text, problems = decode(file, data)
    return pieces(text), problems


def read_csv(file: str, data: bytes, limits: Limits) -> tuple[list[Piece], tuple[Problem, ...]]:
    """The table in a file of separated values, whichever of tab, semicolon and comma separates them."""
    text, problems = decode(file, data)
    first = text.split("\n", 1)[0]
    mark = max("\t;,", key=first.count)
    if not first.count(mark):
        return pieces(text), problems
    rows = []
    cells = 0
    try:
        for row in csv.reader(io.StringIO(text), delimiter=mark):
            cells += len(row)
            if cells > limits.cells:
                raise UnreadableFile("too_large", file=file)
            rows.append(row)
    except csv.Error as error:
        raise UnreadableFile("damaged", file=file) from error
    grid = rectangular(rows)
    return ([Grid(grid)] if grid else []), problems


def pieces(content: str) -> list[Piece]:
    """The pieces of a text with line ends ``\\n``."""
    lines: list[Line] = []
    gap = False
    for raw in content.split("\n"):
        bare = raw.rstrip().replace("\u00a0", " ")
        text = clean(bare)
        if not text or (_RULE.match(bare) and "|" not in bare):
            gap = True
            continue
        lines.append(Line(bare, text, gap))
        gap = False
    raws = [line.raw for line in lines]
    width = _wrap_width(lines)
    head = _head_end(lines)
    foot = _foot_start(lines, head)
    found: list[Piece] = [*_two_columns(lines[:head])] if head else []
    i = head
    while i < len(lines):
        if i == foot:
            i = _foot_end(lines, foot)
            found += _two_columns(lines[foot:i])
            continue
        table = drawn_table(raws, i)
        if table:
            grid, used = table
            found.append(grid)
            i += used
            continue
        i = _paragraph(lines, i, width, foot, found)
    return found


def _paragraph(lines: list[Line], i: int, width: int | None, foot: int | None, found: list[Piece]) -> int:
    """Appends the paragraph that starts at line `i` to `found`; the line after it."""
    first = lines[i]
    parts = [first.text]
    indented = first.indent >= 4
    i += 1
    while i < len(lines) and i != foot and not lines[i].gap and _wraps(lines[i - 1], lines[i], width):
        parts.append(lines[i].text)
        i += 1
    text = " ".join(parts)
    right = first.indent >= 30 and len(text) < 100
    found.append(Paragraph(text, gap=first.gap, right=right, centred=indented and not right and len(text) < 200))
    return i


def _wrap_width(lines: list[Line]) -> int | None:
    """The column at which the text was wrapped by hand or by a program, or None when its lines are whole paragraphs."""
    lengths = sorted(len(line.raw) for line in lines)
    if len(lengths) < 4 or lengths[-1] > 2 * _WIDEST_WRAP:
        return None
    prose = [n for n in lengths if n > 50]
    widest = prose[int(len(prose) * 0.95)] if prose else 0
    if not prose or widest > _WIDEST_WRAP:
        return None
    near = sum(widest - 14 <= n <= widest + 4 for n in prose)
    return widest if near >= max(3, 0.4 * len(prose)) else None


def _wraps(above: Line, line: Line, width: int | None) -> bool:
    """Whether `line` carries on the paragraph of the line above it."""
    text = line.text
    if says(above.text, "kind"):
        return False
    if bullet(text) or numbering(text) or len(line.columns(6)) > 1 or says(text, "kind", "signing", "recipients"):
        return False
    if above.indent >= 4 and line.indent >= 4 and not above.text.endswith(_ENDS) and text[:1].islower():
        return True  # a centred title over several lines
    if width is None:
        return text[:1].islower() and not above.text.endswith(_ENDS) and len(above.raw) > 40
    if line.indent > above.indent + 1 and not bullet(above.text) and above.indent < line.indent - 1:
        return False  # a first line set in
    if upper(above.text) != upper(text) and len(above.text) < width * 0.8:
        return False
    if above.text.endswith(".") and len(above.raw) < width * 0.85:
        return False
    room = len(text.split(" ", 1)[0])
    return len(above.raw) + 1 + room > width - 3 or (text[:1].islower() and not above.text.endswith(_ENDS))


def _head_end(lines: list[Line]) -> int:
    """The line after a letterhead set in two columns; 0 where there is none."""
    end = 0
    for i, line in enumerate(lines[:_HEAD_LINES]):
        if len(line.text) > 200 or (says(line.text, "kind") and upper(line.text)):
            break
        parts = line.columns()
        if (
            len(parts) == 2
            and len(parts[1][1]) < 80
            and any(says(t, "motto", "number", "dateline", "body") for _, t in parts)
        ) or says(line.text, "dateline", "number", "motto"):
            end = i + 1
    has_columns = any(len(line.columns()) == 2 for line in lines[:end])
    framed = any(says(text, "motto", "number", "dateline") for line in lines[:end] for _, text in line.columns())
    return end if has_columns and framed else 0


def _foot_start(lines: list[Line], head: int) -> int | None:
    for i in range(max(head, len(lines) // 3), len(lines)):
        parts = lines[i].columns(_FOOT_GAP)
        if says(parts[0][1], "recipients"):
            return i
        pair = len(parts) == 2 and all(len(text) < 70 for _, text in parts)
        if pair and i >= len(lines) - 12 and any(says(text, "signing", "signed") for _, text in parts):
            return i
    return None


def _foot_end(lines: list[Line], start: int) -> int:
    """The line after the foot: it ends at an annex, a table or running text."""
    for i in range(start + 1, min(len(lines), start + 40)):
        text = lines[i].text
        if len(text) > 160 or says(text, "caption", "related", "debris") or "|" in text:
            return i
    return min(len(lines), start + 40)


def _two_columns(lines: list[Line]) -> list[Paragraph]:
    """The lines of a frame, the left column first; a line with one part belongs to the column it starts in."""
    split = [line.columns() for line in lines]
    rights = [parts[1][0] for parts in split if len(parts) == 2]
    border = min(rights) - 4 if rights else 10**6
    left: list[Paragraph] = []
    right: list[Paragraph] = []
    for line, parts in zip(lines, split, strict=True):
        for n, (at, text) in enumerate(parts):
            side = right if at >= border or n == 1 else left
            side.append(Paragraph(text, gap=line.gap, kind=BlockKind.LETTERHEAD))
    return left + right
