"""The frame of a paper: letterhead and title at its head, recipients and signature at its foot.

Conventions: Nghị định 30/2020/NĐ-CP, annex I (before it: Thông tư 01/2011/TT-BNV) for official papers; for news
items the title is the last short line before the text, and the author's name the last line after it.
"""

from __future__ import annotations

from dataclasses import replace

from knowledge.documents.outline import bullet, numbering, upper
from knowledge.documents.pieces import Grid, Paragraph, Piece
from knowledge.documents.tables import is_frame, lines
from knowledge.documents.wording import find, says
from knowledge.model import BlockKind

_HEAD = 30  # a title stands within so many pieces
_FRAME_LINES = ("motto", "number", "dateline", "body", "addressee")
_NO_TITLE = ("addressee", "debris", "picture_file", "picture_caption", "related", "page_number", "table_unit")
_LONG = 160
_TITLE_LINES = 8
_FULL_STOPS = tuple('.!?…”"')


def unframe(pieces: list[Piece]) -> list[Piece]:
    """`pieces` with the borderless tables around letterheads and signatures taken apart into LETTERHEAD lines."""
    found: list[Piece] = []
    for piece in _unset_columns(pieces):
        if isinstance(piece, Grid) and is_frame(piece):
            found += lines(piece)
        else:
            found.append(piece)
    return found


def _unset_columns(pieces: list[Piece]) -> list[Piece]:
    """`pieces` with letterhead or signature that wide spaces set in two columns taken apart, the left column first."""
    found: list[Piece] = []
    left: list[Paragraph] = []
    right: list[Paragraph] = []
    for piece in pieces:
        parts = piece.columns if isinstance(piece, Paragraph) else ()
        if len(parts) == 2 and (left or any(says(p, "motto", "number", "dateline", "recipients") for p in parts)):
            for side, text in zip((left, right), parts, strict=True):
                side.append(Paragraph(text, kind=BlockKind.LETTERHEAD, page=piece.page))
        elif left and isinstance(piece, Paragraph) and _in_left_column(piece.text):
            left.append(replace(piece, kind=BlockKind.LETTERHEAD))
        elif left and isinstance(piece, Paragraph) and says(piece.text, "motto", "dateline", "signing", "signed"):
            right.append(replace(piece, kind=BlockKind.LETTERHEAD))
        else:
            found += left + right
            left, right = [], []
            found.append(piece)
    return found + left + right


def _in_left_column(text: str) -> bool:
    """Whether a line without columns is one of the recipients, or goes on the one above."""
    return len(text) <= 60 and (bullet(text) == "-" or text[:1].islower() or says(text, "number"))


def _mark(pieces: list[Piece], start: int, end: int, kind: BlockKind, *, over: bool = False) -> None:
    for i in range(start, end):
        piece = pieces[i]
        if isinstance(piece, Paragraph) and (over or piece.kind is None):
            pieces[i] = replace(piece, kind=kind)


def _prose(piece: Piece) -> bool:
    """Whether the piece is running text: no title is that long or ends in a full stop."""
    if isinstance(piece, Grid):
        return True
    return piece.kind is None and (
        len(piece.text) > _LONG + 90 or (len(piece.text) > 90 and piece.text.endswith(_FULL_STOPS))
    )


def _kind_line(pieces: list[Piece]) -> int | None:
    """Where the line stands that names the kind of paper ("BÁO CÁO"), or opens with it in capitals or bold."""
    for i, piece in enumerate(pieces[:_HEAD]):
        if not isinstance(piece, Paragraph) or piece.kind not in (None, BlockKind.TITLE):
            continue
        if _prose(piece) or numbering(piece.text):
            return None
        if find("kind", piece.text) and (upper(piece.text) or piece.bold or piece.centred):
            return i
        strong = upper(piece.text) or piece.bold or piece.centred
        if strong and find("kind_of_title", piece.text) and len(piece.text) <= 2 * _LONG:
            return i
    return None


def _carries_on(first: Paragraph, piece: Piece, count: int) -> bool:
    """Whether `piece` is a further line of the title that starts with `first`."""
    if not isinstance(piece, Paragraph) or piece.kind is not None or piece.item:
        return False
    bare = count == 1 and find("kind", first.text) is not None  # "BÁO CÁO" alone: its subject must follow
    if piece.level and not bare:
        return False
    text = piece.text
    if (
        len(text) > 2 * _LONG
        or numbering(text)
        or bullet(text)
        or says(text, "addressee", "debris", "dateline", "table_unit")
    ):
        return False
    if text.endswith((".", ":", ";")) and not upper(text):
        return False
    if says(text, "signing") or (says(text, "body") and upper(text) and find("kind", first.text) and count > 1):
        return False  # who decides, in the head of a decision
    if count == 1 and says(text, "about"):  # "V/v …", however it is set
        return True
    if first.centred:
        return piece.centred or (bare and piece.bold)
    if piece.gap:  # a blank line ends a title, but for the one after a kind that stands alone
        return bare
    return not first.bold or piece.bold or count == 1


def _title_end(pieces: list[Piece], start: int) -> int:
    first = pieces[start]
    assert isinstance(first, Paragraph)
    end = start + 1
    while end < len(pieces) and end - start < _TITLE_LINES and _carries_on(first, pieces[end], end - start):
        end += 1
    return end


def _letterhead_end(pieces: list[Piece], title: int | None) -> int:
    """The piece after the last line of the letterhead; 0 where there is none."""
    end = 0
    for i, piece in enumerate(pieces[: title if title is not None else 16]):
        if isinstance(piece, Grid) or _prose(piece):
            break
        if piece.kind is BlockKind.LETTERHEAD or says(piece.text, "motto", "number", "dateline"):
            end = i + 1
    if (
        title is not None
        and not end
        and any(isinstance(p, Paragraph) and says(p.text, "body") and upper(p.text) for p in pieces[:title])
    ):
        end = title
    return end


def _alike(above: Piece, piece: Paragraph) -> bool:
    """Whether two lines in a row are one title: both set alike, or the first in capitals over the second."""
    if not isinstance(above, Paragraph) or says(above.text, "body"):
        return False
    return upper(above.text) or (not upper(piece.text) and above.bold == piece.bold)


def _news_title(pieces: list[Piece]) -> tuple[int, int] | None:
    """The title of a text without letterhead: the last short lines before its first running text, or where those are a
    short heading the longer ones above."""
    groups: list[tuple[int, int]] = []
    for i, piece in enumerate(pieces[:_HEAD]):
        if _prose(piece) or isinstance(piece, Grid):
            break
        if piece.kind is BlockKind.DEBRIS or says(piece.text, *_NO_TITLE):
            continue
        if piece.kind is not None or numbering(piece.text) or bullet(piece.text) or piece.text.endswith((".", ";")):
            if groups or piece.text.endswith("."):
                break
            continue
        if groups and not piece.gap and groups[-1][1] == i and i - groups[-1][0] < 4 and _alike(pieces[i - 1], piece):
            groups[-1] = (groups[-1][0], i + 1)
        elif not (groups and says(piece.text, "picture_words")):
            groups.append((i, i + 1))
    while len(groups) > 1 and _minor(pieces, groups[-1], groups[-2]):
        groups.pop()
    return groups[-1] if groups else None


def _minor(pieces: list[Piece], last: tuple[int, int], above: tuple[int, int]) -> bool:
    """Whether the lines `last` are a heading in the text rather than its title, which stands above."""
    text, title = (" ".join(p.text for p in pieces[a:b] if isinstance(p, Paragraph)) for a, b in (last, above))
    return len(text) <= 45 and len(text) < len(title) and not any(c.isdigit() for c in text) and not says(title, "body")


def _mark_about(pieces: list[Piece], head: int) -> bool:
    """Marks what a letter is about as its title, down to the next line that is something else; whether it says so."""
    found = False
    for i, piece in enumerate(pieces[:head]):
        if isinstance(piece, Grid) or (found and says(piece.text, *_FRAME_LINES)):
            break
        if found or says(piece.text, "about"):
            found = True
            pieces[i] = replace(piece, kind=BlockKind.TITLE)
    return found


def _given_title(pieces: list[Piece]) -> int | None:
    """Where the reader found a title, unless running text stands above it: then it is that of a further article."""
    for i, piece in enumerate(pieces):
        if _prose(piece):
            return None
        if isinstance(piece, Paragraph) and piece.kind is BlockKind.TITLE:
            return i
    return None


def mark_head(pieces: list[Piece]) -> list[Piece]:
    """`pieces` with letterhead, title and what stands before a news item's title marked."""
    pieces = list(pieces)
    given = _given_title(pieces)
    title = _kind_line(pieces) if given is None else given
    head = _letterhead_end(pieces, title)
    if title is not None:
        first = pieces[title]
        if given is None or (isinstance(first, Paragraph) and find("kind", first.text)):
            _mark(pieces, title, _title_end(pieces, title), BlockKind.TITLE)
        _mark(pieces, 0, head, BlockKind.LETTERHEAD)
        if not head:
            _banner(pieces, title)
    elif head and (lines := _lines_above_dateline(pieces, head)):
        _mark(pieces, 0, lines, BlockKind.TITLE)
        _mark(pieces, lines, head, BlockKind.LETTERHEAD)
    elif head and _mark_about(pieces, head):
        _mark(pieces, 0, head, BlockKind.LETTERHEAD)
    elif head:
        _mark(pieces, 0, head, BlockKind.LETTERHEAD)
        rest = _news_title(pieces[head:])
        if rest:
            _mark(pieces, head + rest[0], head + rest[1], BlockKind.TITLE)
    else:
        span = _news_title(pieces)
        if span:
            _mark(pieces, span[0], span[1], BlockKind.TITLE)
            _banner(pieces, span[0])
    _mark_dateline(pieces)
    for i, piece in enumerate(pieces[:_HEAD]):
        if isinstance(piece, Paragraph) and piece.kind is None and says(piece.text, "addressee"):
            pieces[i] = replace(piece, kind=BlockKind.LETTERHEAD)
            _mark_addressees(pieces, i + 1)
    return pieces


def _lines_above_dateline(pieces: list[Piece], head: int) -> int:
    """How many lines stand above a date line where they are no letterhead but the title: a text may begin with it."""
    lines = pieces[: head - 1]
    plain = all(
        isinstance(line, Paragraph)
        and line.kind is None
        and not says(line.text, "motto", "number", "dateline", "addressee", "about", "debris")
        and not (upper(line.text) and says(line.text, "body"))
        for line in lines
    )
    return len(lines) if 1 <= len(lines) <= _TITLE_LINES and plain and says(_text(pieces[head - 1]), "dateline") else 0


def _mark_dateline(pieces: list[Piece]) -> None:
    """Marks a date line that stands below the title, before any running text."""
    for i, piece in enumerate(pieces[:_HEAD]):
        if _prose(piece):
            return
        if isinstance(piece, Paragraph) and piece.kind is None and says(piece.text, "dateline"):
            pieces[i] = replace(piece, kind=BlockKind.LETTERHEAD)
            return


def _text(piece: Piece) -> str:
    return piece.text if isinstance(piece, Paragraph) else ""


def _mark_addressees(pieces: list[Piece], start: int) -> None:
    for i in range(start, min(start + 12, len(pieces))):
        piece = pieces[i]
        if (
            not isinstance(piece, Paragraph)
            or piece.kind is not None
            or bullet(piece.text) != "-"
            or len(piece.text) > 120
        ):
            return
        pieces[i] = replace(piece, kind=BlockKind.LETTERHEAD)


def _banner(pieces: list[Piece], title: int) -> None:
    """What stands above the title of a web page: the site's name or menus."""
    for i in range(title):
        piece = pieces[i]
        if isinstance(piece, Paragraph) and piece.kind is None:
            if says(piece.text, "numbered_caption") or _prose(piece):
                continue
            named = says(piece.text, "body") and not says(piece.text, "debris")
            pieces[i] = replace(piece, kind=BlockKind.LETTERHEAD if named else BlockKind.DEBRIS)


def mark_foot(pieces: list[Piece]) -> list[Piece]:
    """`pieces` with recipients, signature or a news item's author marked LETTERHEAD."""
    pieces = list(pieces)
    body = [i for i, p in enumerate(pieces) if not (isinstance(p, Paragraph) and p.kind is BlockKind.DEBRIS)]
    if not body:
        return pieces
    last = body[-1] + 1
    start = next((i for i in body if i >= len(pieces) // 3 and _opens_foot(pieces, i, last)), None)
    if start is None:
        _mark_byline(pieces, body)
        return pieces
    end = start
    while end < last and not _ends_foot(pieces[end]) and end - start < 60:
        end += 1
    _mark(pieces, start, end, BlockKind.LETTERHEAD)
    return pieces


def _opens_foot(pieces: list[Piece], i: int, last: int) -> bool:
    piece = pieces[i]
    if not isinstance(piece, Paragraph) or piece.kind not in (None, BlockKind.LETTERHEAD):
        return False
    if says(piece.text, "recipients"):
        return True
    near_end = i >= last - 10
    return near_end and says(piece.text, "signing") and (upper(piece.text) or piece.bold or piece.right)


def _ends_foot(piece: Piece) -> bool:
    return isinstance(piece, Grid) or says(piece.text, "numbered_caption", "caption") or len(piece.text) > _LONG


def _name_like(text: str) -> bool:
    words = text.replace(".", " ").replace("-", " ").replace("–", " ").split()
    return 1 <= len(words) <= 10 and words[0][:1].isupper() and not any(c.isdigit() for c in text)


def _mark_byline(pieces: list[Piece], body: list[int]) -> None:
    for i in reversed(body[-4:]):
        piece = pieces[i]
        if not isinstance(piece, Paragraph) or piece.kind not in (None, BlockKind.LETTERHEAD):
            return
        if says(piece.text, "table_note"):
            continue
        signs = says(piece.text, "byline") or (
            len(piece.text) <= 70
            and not piece.text.endswith((":", ";", ",", "./.", "!", "?"))
            and not (piece.text.endswith(".") and len(piece.text) > 6)
            and _name_like(piece.text)
            and not bullet(piece.text)
            and (piece.right or len(piece.text.split()) <= 6)
        )
        if not signs:
            return
        pieces[i] = replace(piece, kind=BlockKind.LETTERHEAD)
