"""Pieces become blocks: what each line of a paper is, whatever format it came in."""

from __future__ import annotations

from dataclasses import replace

from knowledge.documents.assemble import Judged
from knowledge.documents.frame import mark_foot, mark_head, unframe
from knowledge.documents.outline import Levels, bullet, heading_class, listed, numbering
from knowledge.documents.pieces import Grid, Paragraph, Piece
from knowledge.documents.tables import flat, header_rows
from knowledge.documents.wording import says
from knowledge.model import BlockKind

_CAPTION = 250


def structure(pieces: list[Piece]) -> list[Judged]:
    """The blocks of these pieces, in order, nothing lost but empty lines."""
    pieces = unframe([p for p in pieces if isinstance(p, Grid) or p.text])
    pieces = _mark_debris(pieces)
    pieces = mark_foot(mark_head(pieces))
    return _outline(_mark_captions(pieces))


def _mark_debris(pieces: list[Piece]) -> list[Piece]:
    found: list[Piece] = []
    trailing = False
    for i, piece in enumerate(pieces):
        if isinstance(piece, Grid) or piece.kind is not None:
            found.append(piece)
            continue
        above = found[-1] if found else None
        after_text = isinstance(above, Paragraph) and len(above.text) > _CAPTION
        if says(piece.text, "related") and (i >= 3 or after_text):
            trailing = True
        elif trailing and len(piece.text) > _CAPTION:  # running text again: another article
            trailing = False
            _mark_next_title(found)
        if trailing or says(piece.text, "debris", "picture_file"):
            piece = replace(piece, kind=BlockKind.DEBRIS)
        found.append(piece)
    return found


def _mark_next_title(pieces: list[Piece]) -> None:
    """Marks the title of the article that starts after `pieces`: the last line set apart that is no menu's."""
    for i in range(len(pieces) - 1, max(len(pieces) - 5, -1), -1):
        piece = pieces[i]
        if isinstance(piece, Grid) or says(piece.text, "related") or bullet(piece.text):
            return
        if piece.gap and not says(piece.text, "debris", "picture_file"):
            pieces[i] = replace(piece, kind=BlockKind.TITLE)
            return


def _free(pieces: list[Piece], i: int) -> Paragraph | None:
    """The paragraph at `i` if nothing is decided about it yet."""
    piece = pieces[i] if 0 <= i < len(pieces) else None
    return piece if isinstance(piece, Paragraph) and piece.kind is None else None


def _set(pieces: list[Piece], i: int) -> None:
    piece = pieces[i]
    assert isinstance(piece, Paragraph)
    pieces[i] = replace(piece, kind=BlockKind.CAPTION)


def _above_table(pieces: list[Piece], i: int) -> None:
    for k in (i - 1, i - 2):
        before = _free(pieces, k)
        if before is None or len(before.text) > _CAPTION:
            return
        if says(before.text, "table_unit"):
            _set(pieces, k)
            continue
        named = says(before.text, "numbered_caption") or (
            says(before.text, "caption") and not before.text.endswith((".", ";"))
        )
        centred = before.centred and not before.level and not numbering(before.text) and not before.text.endswith(".")
        if named or centred:
            _set(pieces, k)
        return


def _describes_picture(text: str) -> bool:
    return (
        len(text) <= 120
        and not says(text, "byline")
        and not numbering(text)
        and not bullet(text)
        and says(text, "picture_words")
    )


def _mark_captions(pieces: list[Piece]) -> list[Piece]:
    pieces = list(pieces)
    for i, piece in enumerate(pieces):
        if isinstance(piece, Grid):
            _above_table(pieces, i)
            after = _free(pieces, i + 1)
            if after and len(after.text) <= _CAPTION and says(after.text, "table_unit", "table_note"):
                _set(pieces, i + 1)
            continue
        short = len(piece.text) <= _CAPTION and not piece.text.endswith((".", ";", ":"))
        if says(piece.text, "picture_file"):
            after = _free(pieces, i + 1)
            if (
                after
                and len(after.text) <= _CAPTION
                and not after.text.endswith((";", ":"))
                and not numbering(after.text)
            ):
                _set(pieces, i + 1)
        elif (piece.kind is None and len(piece.text) <= _CAPTION and says(piece.text, "picture_caption")) or (
            piece.kind is None and short and not piece.bold and not piece.level and _describes_picture(piece.text)
        ):
            _set(pieces, i)
    return pieces


def _grid(grid: Grid) -> list[Judged]:
    rows = flat(grid)
    found: list[Judged] = []
    marked = grid.header_rows
    while len(rows) > 1 and len(rows[0]) > 1 and len(set(rows[0])) == 1:  # a row right across is the table's caption
        found.append(Judged(BlockKind.CAPTION, rows[0][0], page=grid.page))
        rows = rows[1:]
        marked = None
    if len(rows[0]) == 1:  # one column is no table
        return found + [Judged(BlockKind.PARAGRAPH, row[0], page=grid.page) for row in rows]
    count = header_rows(rows)
    if marked is not None:
        count = max(marked, count) if marked < len(rows) else count
    return [*found, Judged(BlockKind.TABLE, page=grid.page, rows=rows, header_rows=count)]


def _alone(pieces: list[Piece], i: int) -> bool:
    """Whether white space sets the line at `i` apart, and running text follows."""
    after = _free(pieces, i + 1)
    line = pieces[i]
    return (
        isinstance(line, Paragraph)
        and line.gap
        and after is not None
        and after.gap
        and len(after.text) > len(line.text)
    )


def _outline(pieces: list[Piece]) -> list[Judged]:
    headings, items = Levels(), Levels()
    found: list[Judged] = []
    free = [p for p in pieces if isinstance(p, Grid) or p.kind is None]
    lists = listed([None if isinstance(p, Grid) else p for p in free])
    at = -1
    for i, piece in enumerate(pieces):
        if isinstance(piece, Grid):
            at += 1
            found += _grid(piece)
            continue
        if piece.kind is not None:
            level = 1 if piece.kind in (BlockKind.HEADING, BlockKind.TITLE) else 0
            found.append(Judged(piece.kind, piece.text, level, piece.page))
            continue
        at += 1
        name = heading_class(piece, listed=at in lists, last=at + 1 == len(free), alone=_alone(pieces, i))
        if name:
            items.close()
            found.append(Judged(BlockKind.HEADING, piece.text, headings.level(name), piece.page))
            continue
        mark = f"list{piece.item}" if piece.item else bullet(piece.text) or numbering(piece.text)
        if mark:
            found.append(Judged(BlockKind.ITEM, piece.text, items.level(mark), piece.page))
        else:
            items.close()
            found.append(Judged(BlockKind.PARAGRAPH, piece.text, 0, piece.page))
    return found
