"""Sentences and clauses of officialese, as spans of the text.

A full stop ends a sentence unless it belongs to an abbreviation ("đ/c.", "TS."), an initial, a numbered item ("3.2."),
a figure or a date. A semicolon joins the items of an enumeration and never ends a sentence; clauses end there.
"""

from __future__ import annotations

import re

from knowledge.model import Span
from knowledge.text.fold import fold

# Written with a capital (or a slash or dot inside) these are abbreviations wherever they stand.
_ABBREVIATIONS = frozenset(
    """
    ts ths pgs gs bs ks cn ncs tskh ng đ/c đc ô b tp tx tt p q h x t kp ql tl ht kt tm tuq ub bcđ bcd vp vd tr stt fax
    đt sđt dt sdt st nđ qđ cv mr mrs ms dr prof jr sr jan feb mar apr jun jul aug sep sept oct nov dec e.g i.e approx
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_SMALL = frozenset({"vd", "tr", "đc", "ths", "tp", "approx", "st", "q", "p"})  # also when written small
_BEFORE_FIGURE = frozenset({"số", "so", "no", "nos", "km", "điều", "khoản", "mục", "art", "fig", "vol", "sec", "tel"})
# Bodies and companies: an abbreviation where hardly anything precedes, else the end of a sentence.
_MAY_CLOSE = frozenset({"ubnd", "hđnd", "hdnd", "bch", "bql", "ltd", "co", "inc", "corp", "dept", "gov"})
_CLOSING = "\"'”’»)]"
_STOP = re.compile(r"\./\.|[.!?…]+")
_TOKEN_BEFORE = re.compile(r"[\w/.&-]{1,24}$")
_GLUED = re.compile(r"[^\W\d_A-Z]{2}[.!?…][^\W\d_a-z][^\W\d_A-Z]")  # "tỷ đồng.Trong đó": the space forgotten
# Things that go by a letter: "Cổng B. Nợ thuế …" ends a sentence where "Nguyễn V. An" does not.
_LETTERED = re.compile(
    r"\b(?:cổng|khu|lô|bãi|nhóm|loại|hạng|trạm|kho|khối|làn|bến|tổ|tuyến|đợt|gói|cụm|dãy|tầng|phương án|phân khu|gate|"
    r"lot|yard|area|zone|group|class|block|lane|phase)\s+\Z",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^\s*(?:[-+*•]\s*)?(?:\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[ivxIVX]{1,5}|[A-Za-zĐđ])\)?)$")


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a paragraph (NFC), without the white space around them; line breaks also end a sentence.

    Covers every character that is not white space; an empty or blank text gives none.
    """
    spans: list[Span] = []
    for line in re.finditer(r"[^\n]+", text):
        start = line.start()
        for end in _ends(text, line.start(), line.end()):
            _add(spans, text, start, end)
            start = end
        _add(spans, text, start, line.end())
    return tuple(spans)


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = start + len(piece.rstrip())
    if left < right:
        spans.append(Span(left, right))


def _ends(text: str, start: int, end: int) -> list[int]:
    """Where sentences end between `start` and `end` of one line."""
    ends: list[int] = []
    begun = start
    for stop in _STOP.finditer(text, start, end):
        after = stop.end()
        while after < end and text[after] in _CLOSING:
            after += 1
        if after < end and not text[after].isspace() and not _GLUED.match(text, stop.start() - 2):
            continue  # a decimal, a date, an address, "v.v,"
        if after >= end or _is_end(text, begun, stop, after, end):
            ends.append(after)
            begun = after
    return ends


def _is_end(text: str, begun: int, stop: re.Match[str], after: int, end: int) -> bool:
    sign = stop[0]
    following = text[after:end].lstrip()
    if not following:
        return True
    if sign == "./.":
        return True
    first = following[0]
    if first in "\"'“‘«([":
        first = following[1:2] or first
    starts = first.isupper() or first.isdigit() or first in "-–—+*•"
    if set(sign) - {"."}:  # "!", "?", "…"
        return starts
    if len(sign) > 1:  # an ellipsis within a sentence goes on in lower case
        return starts
    if not starts:
        return False
    return not _belongs(text, begun, stop.start(), first)


def _belongs(text: str, begun: int, dot: int, first: str) -> bool:
    """Whether the full stop at `dot` is part of what it follows."""
    before = text[begun:dot]
    if _NUMBERED.match(before):
        return True
    word = _TOKEN_BEFORE.search(before)
    if word is None:
        return False
    written = word[0].strip("-&")
    if len(written) == 1 and written.isupper() and _LETTERED.search(before[: word.start()]):
        return False
    token = written.lower()
    last = token.rsplit(".", 1)[-1]
    if last in _BEFORE_FIGURE and first.isdigit():
        return True
    if token in _MAY_CLOSE:
        return len(before.split()) < 3
    if token in _ABBREVIATIONS or last in _ABBREVIATIONS:
        return written[0].isupper() or "/" in token or "." in token or token in _SMALL
    bare = written.rsplit(".", 1)[-1]
    return len(bare) == 1 and bare.isalpha() and bare.isupper()  # an initial: "Nguyễn V. An", "A.B."


_SUBJECT = (
    "trong do|trong so do|trong so nay|rieng|con lai|con|cu the|dong thoi|tuy nhien|nhung|ngoai ra|ben canh do|hien|"
    "of which|of them|including|while|whereas|but|however|in addition"
)
_BREAK = re.compile(rf";\s*|:\s+(?=[-+•]?\s*\w)|,\s+(?=(?:{_SUBJECT})\b)|\s+[-–—]\s+(?=(?:{_SUBJECT})\b)")
_COMMA = re.compile(r",\s+")
# A comma before a new subject with a figure of its own: "thu 5 tỷ, tăng 3%" stays one, "XK 5 tỷ, NK 3 tỷ" parts.
_FIGURE = re.compile(r"\d")
_DEPENDENT = re.compile(
    r"(?:dat|tang|giam|bang|chiem|vuot|gom|bao gom|tuong duong|uoc|so voi|cao hon|thap hon|nhieu hon|it hon|gap|hut|"
    r"trong|tu|den|tai|o|va|hoac|do|vi|de|nham|theo|voi|co|chua|khong|cham|som|an|up|down|equal|equivalent|and|or|an|"
    r"the|with|from|to|by|which|reaching|accounting|rising|falling|exceeding|compared)\b"
)


def clauses(text: str) -> tuple[Span, ...]:
    """The clauses of one sentence (NFC), as spans without the white space and the sign that parts them.

    A clause ends at a semicolon, at a colon, before ", trong đó", ", riêng", ", còn" and the like, and at a comma where
    both sides have a figure and the right one names what it counts ("XK 642,2; NK 646,5", "xe nhập 31, xe xuất 22").
    Brackets are never opened.
    """
    folded = fold(text)
    depths = _depths(text)
    breaks = {m.span() for m in _BREAK.finditer(folded) if not depths[m.start()]}
    taken = {left for left, _ in breaks}
    commas = {s for m in _COMMA.finditer(folded) if not depths[(s := m.span())[0]] and s[0] not in taken}
    ahead = sorted({*(left for left, _ in breaks | commas), len(text)}, reverse=True)
    edges: list[tuple[int, int]] = []
    begun = 0
    for left, right in sorted(breaks | commas):
        while ahead[-1] <= left:
            ahead.pop()
        if (left, right) in breaks or _parts(folded, begun, left, right, ahead[-1]):
            edges.append((left, right))
            begun = right
    spans: list[Span] = []
    start = 0
    for left, right in edges:
        _add(spans, text, start, left)
        start = right
    _add(spans, text, start, len(text))
    return tuple(spans)


def _parts(folded: str, begun: int, left: int, right: int, ahead: int) -> bool:
    """Whether the comma at `left` parts two clauses: a figure on both sides, and the right side says what it counts."""
    if not _FIGURE.search(folded, begun, left) or not _FIGURE.search(folded, right, ahead):
        return False
    return not folded[right : right + 1].isdigit() and not _DEPENDENT.match(folded, right)


def _depths(text: str) -> list[int]:
    """How many brackets are open at each character (an unclosed one counts as none)."""
    depths: list[int] = []
    depth = 0
    for c in text:
        if c in ")]" and depth:
            depth -= 1
        depths.append(depth)
        if c in "([":
            depth += 1
    return depths if depth == 0 else [0] * len(text)
