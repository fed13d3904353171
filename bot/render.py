"""Answers as Telegram HTML: the answer first, then the sentence it stands in, then the report.

Telegram counts UTF-16 units after the markup is taken out, and takes 4,096 of them in a message. Every part has a
budget here; should they together be too much, the last parts go.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from bot.texts import Html, Texts, texts
from bot.wording import cells, clip, day, escape, printable, units
from knowledge.model import Answer, Choice, Citation, Found, Problem, Span, Unknown

LIMIT = 4096
SHORT, ARITHMETIC, NOTE, TITLE, OPTION, HELD, HEADING = 500, 400, 150, 150, 260, 80, 200
ITEMS_TOTAL, ITEM = 800, 150
QUOTES_TOTAL = 900
MOST_QUOTES, MOST_NOTES, MOST_OPTIONS, MOST_HELD = 3, 2, 8, 10
LABEL = 48


@dataclass(frozen=True, slots=True)
class Reply:
    """`labels` are those of the buttons to offer, one for each of the Choice's first questions."""

    html: Html
    labels: tuple[str, ...] = ()


def render(answer: Answer) -> Reply:
    """The reply that tells `answer`, in the answer's own language."""
    words = texts(answer.language)
    if isinstance(answer, Found):
        return Reply(_found(answer, words))
    if isinstance(answer, Choice):
        return _choice(answer, words)
    return Reply(_unknown(answer, words))


def _found(answer: Found, words: Texts) -> Html:
    short = clip(answer.short, SHORT) or "…"  # Telegram takes no empty message
    parts = [f"<b>{escape(short)}</b>"]
    items = [item for item in answer.items if item not in answer.short]
    if items:
        parts.append(_items(items, words))
    if answer.arithmetic:
        parts.append(f"<i>{escape(clip(answer.arithmetic, ARITHMETIC))}</i>")
    parts += [note for note in (_note(problem, words) for problem in answer.notes[:MOST_NOTES]) if note]
    parts += _citations(answer.citations, words)
    while sum(units(visible(part)) + 1 for part in parts) > LIMIT:
        parts.pop()
    return Html("\n".join(parts))


def visible(markup: str) -> str:
    """What is left of our own markup when Telegram has taken it out."""
    return html.unescape(re.sub(r"<[^<>]*>", "", markup))


def _items(items: list[str], words: Texts) -> str:
    shown: list[str] = []
    left = ITEMS_TOTAL
    for item in items:
        line = clip(item, ITEM)
        if left < len(line):
            break
        left -= len(line) + 2
        shown.append(f"• {escape(line)}")
    if len(shown) < len(items):
        shown.append(words("answer.more_items", count=len(items) - len(shown)))
    return "\n".join(shown)


def _note(problem: Problem, words: Texts) -> str | None:
    values = {name: clip(value, NOTE) for name, value in problem.details.items()}
    found = words.first((f"note.{problem.code}",), values)
    return f"<i>{found}</i>" if found else None


def _citations(citations: tuple[Citation, ...], words: Texts) -> list[str]:
    """Quotes with their sources; several from one report in a row share its line."""
    shown = citations[:MOST_QUOTES]
    budget = QUOTES_TOTAL // max(1, len(shown))
    parts: list[str] = []
    above: tuple[str, str | None] | None = None
    for i, citation in enumerate(shown):
        told = citation.heading if above != (citation.report, citation.heading) else None
        above = (citation.report, citation.heading)
        heading = f"<i>{escape(clip(told, HEADING))}</i>\n" if told else ""
        parts.append(f"<blockquote>{heading}{quote(citation, budget)}</blockquote>")
        following = shown[i + 1] if i + 1 < len(shown) else None
        if following is None or following.report != citation.report:
            parts.append(source(citation, words))
    if len(citations) > len(shown):
        parts.append(words("answer.more_quotes", count=len(citations) - len(shown)))
    return parts


def quote(citation: Citation, limit: int) -> Html:
    """The quote with the answer in it marked, at most `limit` characters plus two ellipses: a longer one is cut around
    the mark, at spaces where there are any."""
    text = printable(citation.quote)
    mark = citation.mark
    if mark is None or not 0 <= mark.start < mark.end <= len(text):
        return escape(clip(text, limit))
    mark = Span(mark.start, min(mark.end, mark.start + limit))
    spare = limit - (mark.end - mark.start)
    start = max(0, mark.start - spare // 2)
    end = min(len(text), start + limit)
    start = max(0, min(start, end - limit))
    if start > 0 and " " in text[start : mark.start]:
        start = text.index(" ", start, mark.start) + 1
    if end < len(text) and " " in text[mark.end : end]:
        end = text.rindex(" ", mark.end, end)
    before = ("… " if start > 0 else "") + text[start : mark.start].lstrip("\n")
    after = text[mark.end : end] + (" …" if end < len(text) else "")
    marked = text[mark.start : mark.end]
    return Html(f"{escape(cells(before))}<b><u>{escape(cells(marked))}</u></b>{escape(cells(after))}")


def source(citation: Citation, words: Texts) -> Html:
    """The line that names the report."""
    title = clip(citation.title or citation.report, TITLE)
    if citation.document_date is None:
        return words("answer.source_undated", title=title)
    return words("answer.source", title=title, date=day(citation.document_date, words))


def _choice(answer: Choice, words: Texts) -> Reply:
    options = [clip(option, OPTION) or "…" for option in answer.options[: min(MOST_OPTIONS, len(answer.questions))]]
    if all(units(option) <= LABEL for option in options):
        return Reply(words("answer.which"), tuple(options))
    lines = [f"{number}. {escape(option)}" for number, option in enumerate(options, start=1)]
    return Reply(
        Html("\n".join([words("answer.which"), *lines])), tuple(str(number) for number in range(1, len(options) + 1))
    )


def _unknown(answer: Unknown, words: Texts) -> Html:
    values = {name: clip(value, NOTE) for name, value in answer.details.items()}
    told = words.first((f"unknown.{answer.code}", f"unknown.{answer.code}_bare"), values) or words("unknown.nothing")
    if not answer.held:
        return told
    held = [clip(entry, HELD) for entry in answer.held[:MOST_HELD]]
    lines = [f"• {escape(entry)}" for entry in held]
    if len(answer.held) > len(held):
        lines.append(words("answer.more_items", count=len(answer.held) - len(held)))
    return Html("\n".join([told, words("unknown.held"), *lines]))
