"""What stands at the head and foot of a report: title, kind, date, number, issuer, signer, period covered.

Layout as Nghị định 30/2020/NĐ-CP (annex I) and before it Thông tư 01/2011/TT-BNV prescribe it: superior body over
issuing body, number "Số: 12/BC-ABC", place and date, kind and subject, then at the foot the signer's post under the
one signed for (TL., KT., TM.) and the name last. News items have a title, a day of posting and the author's name at
the end.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import PurePath

from knowledge.documents.counted import counted
from knowledge.documents.covered import from_text, from_title, too_early, within_month
from knowledge.documents.dated import counted_to, document_date
from knowledge.documents.outline import upper
from knowledge.documents.wording import find, holds, says
from knowledge.model import Block, BlockKind, Document, Heading, Period
from knowledge.text.fold import fold

_NUMBER = re.compile(r"^\S+?\s*:?\s*(?=[\d/_.…\s-])")
_FOR = re.compile(r"^(tl|kt|tm|tuq|t/m|k/t|t/l)\b\s*\.?\s*")
_NAME = re.compile(r"^(?:[^\W\d_]+\.\s?)?[^\W\d_]+(?:[ '-][^\W\d_]+){0,6}$")
_DASH = re.compile(r"\s[-–]\s")
_LEAD = 3
_ENOUGH, _MINUTES = 2, 3  # times that a text, or minutes, must say what it counts over


def heading(document: Document, file: str, today: date) -> Heading:
    """The heading of `document`; `file` is its name, a hint only. Never fails: what is not said is None, what is
    guessed is named in `uncertain`."""
    uncertain: set[str] = set()
    title, found = _title(document, file)
    if not found:
        uncertain.add("title")
    dated = document_date(document, file, today)
    written = dated.day if dated else None
    if dated and dated.uncertain:
        uncertain.add("document_date")
    kind = _kind(document, title)
    period, doubtful = _period(document, title, kind, file, written or counted_to(document, today))
    if doubtful:
        uncertain.add("period")
    head, foot = _frame(document)
    signer, post = _signer(foot, kind)
    return Heading(
        title=title,
        kind=kind,
        document_date=written,
        number=_number(head),
        issuer=_issuer(head),
        place=dated.place if dated else None,
        signer=signer,
        signer_post=post,
        period=period,
        uncertain=frozenset(uncertain),
    )


def _frame(document: Document) -> tuple[list[Block], list[Block]]:
    """The letterhead's lines above the running text, and those below it."""
    body = [
        i
        for i, b in enumerate(document.blocks)
        if b.kind not in (BlockKind.LETTERHEAD, BlockKind.DEBRIS, BlockKind.TITLE)
    ]
    first, last = (body[0], body[-1]) if body else (len(document.blocks), len(document.blocks))
    frame = [(i, b) for i, b in enumerate(document.blocks) if b.kind is BlockKind.LETTERHEAD]
    head = [b for i, b in frame if i < first]
    middle = body[len(body) // 3] if body else last
    return head, [b for i, b in frame if i > middle]


def _title(document: Document, file: str) -> tuple[str, bool]:
    lines: list[str] = []
    for block in document.blocks:  # the first title; a file of several news items has more
        if block.kind is BlockKind.TITLE:
            lines.append(block.text)
        elif lines and block.kind not in (BlockKind.LETTERHEAD, BlockKind.DEBRIS):
            break
    if lines:
        first = lines[0]
        if find("kind", first) and upper(first):
            first = first[:1] + first[1:].lower()
        rest = [line for line in lines[1:] if not (line.startswith("(") and line.endswith(")"))]
        return " ".join([first, *rest]).strip(), True
    for block in document.blocks[:20]:
        if says(block.text, "about"):
            return block.text, True
    for block in document.blocks:
        if block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.CAPTION):
            text = block.text if len(block.text) <= 160 else block.text[:160].rsplit(" ", 1)[0] + " …"
            return text, False
    return PurePath(file).stem, False


def _kind(document: Document, title: str) -> str:
    for block in document.blocks:
        if block.kind is BlockKind.TITLE:
            row = find("kind", block.text) or find("kind_of_title", block.text)
            if row:
                return row.value
    numbered = any(b.kind is BlockKind.LETTERHEAD and says(b.text, "number") for b in document.blocks)
    web = document.format == "html" or any(b.kind is BlockKind.DEBRIS for b in document.blocks)
    pictures = any(
        b.kind is BlockKind.CAPTION and says(b.text, "picture_words", "picture_caption") for b in document.blocks
    )
    return "tin" if not numbered and (web or pictures) else "khac"


def _period(document: Document, title: str, kind: str, file: str, written: date | None) -> tuple[Period | None, bool]:
    if holds(fold(title), "plan"):
        planned, doubtful = from_title(title, written, ahead=True)
        if planned:
            return planned, doubtful
    period, doubtful = from_title(title, written)
    if period and not doubtful:
        return (counted(document, written) or period if too_early(title, period, written) else period), False
    minutes = kind == "bien_ban" and period is None
    told = counted(document, written, _MINUTES if minutes else _ENOUGH)
    if minutes:
        return told, told is not None  # the record of one meeting covers that meeting, unless it counts over months
    name = re.sub(r"[_\-.]+", " ", PurePath(file).stem)
    body = [b.text for b in document.blocks if b.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM)][:_LEAD]
    named = from_text([name], written)
    if named is not None and too_early(name, named, written):
        named = None  # the month in which it was written
    if named is not None and (told is None or not within_month(named)):
        return named, True
    guess = told or from_text(body, written)
    if period and guess is None:
        return period, True
    return guess, guess is not None


def _number(head: list[Block]) -> str | None:
    for block in head:
        if says(block.text, "number"):
            number = re.sub(r"\s+", "", _NUMBER.sub("", block.text, count=1))
            return number if number[:1].isalnum() else None  # a draft has none yet
    return None


def _issuer(head: list[Block]) -> str | None:
    """The last body named, with the lines that carry its name on."""
    lines: list[str] = []
    for block in head:
        bare = not any(c.isalnum() for c in block.text)
        if bare or says(block.text, "motto", "number", "dateline", "addressee", "debris", "signing"):
            if lines:
                break
            continue
        if says(block.text, "body") and not says(block.text, "part_of_body"):
            lines = [block.text]
        elif lines:
            lines.append(block.text)
    return " ".join(lines) or None


def _person(text: str) -> str | None:
    """The name in a line of the foot, if it is one."""
    text = text.strip(" .,;")
    if not _NAME.match(text) or says(text, "signing", "signed", "recipients", "body", "motto"):
        return None
    words = text.split()
    return text if len(words) >= 2 and all(w[:1].isupper() for w in words) else None


def _sentence_case(text: str) -> str:
    return text[:1] + text[1:].lower() if upper(text) else text


def _signer(foot: list[Block], kind: str) -> tuple[str | None, str | None]:
    """Who signs, and as what: the name under the posts; of two signatures the chair's, else the last."""
    signatures: list[tuple[str, list[str]]] = []
    posts: list[str] = []
    for block in foot:
        if says(block.text, "signing"):
            posts.append(block.text)
        elif posts and (name := _person(block.text)):
            signatures.append((name, posts))
            posts = []
    if signatures:
        led = [s for s in signatures if any(holds(fold(post), "chair") for post in s[1])]
        name, posts = (led or signatures)[-1]
        own = [post for post in posts if not _FOR.match(fold(post))] or [_FOR.sub("", post) for post in posts]
        return name, _sentence_case(own[-1])
    return _author(foot, kind)


def _author(foot: list[Block], kind: str) -> tuple[str | None, str | None]:
    """Who wrote it: a news item's last line, elsewhere only a line that says so ("Người lập: ...")."""
    for block in foot:
        text = block.text
        says_so = says(text, "byline") and ":" in text
        if says_so:
            text = text.split(":", 1)[1]
        name, *post = (part.strip() for part in _DASH.split(text, maxsplit=1))
        if name and (says_so or kind == "tin"):
            return name, (post[0].strip(" .") or None) if post else None
    return None, None
