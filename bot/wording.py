"""Small pieces of text: escaping, shortening, days, periods, lists of names."""

from __future__ import annotations

import html
from collections.abc import Sequence
from datetime import date, timedelta

from bot.texts import Html, Texts
from knowledge.model import Period


def escape(text: str) -> Html:
    """`text` as HTML that shows exactly that."""
    return Html(html.escape(text, quote=False))


def units(text: str) -> int:
    """The length of `text` as Telegram counts it, in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def printable(text: str) -> str:
    """`text`, equally long, with spaces for what cannot be sent: control characters and halves of surrogate pairs."""
    return "".join(" " if (c < " " and c not in "\n\t") or "\ud800" <= c <= "\udfff" else c for c in text)


def cells(text: str) -> str:
    """A table row's text, whose cells are divided by tabs, as a person would write it down."""
    return text.replace("\t", " | ")


def clip(text: str, limit: int) -> str:
    """`text` without surrounding blanks, shortened to `limit` UTF-16 units at a space where there is one in the last
    third."""
    clean = cells(printable(text).strip())
    if units(clean) <= limit:
        return clean
    cut = clean.encode("utf-16-le")[: 2 * (limit - 1)].decode("utf-16-le", "ignore")
    space = cut.rfind(" ")
    return (cut[:space] if space > limit * 2 // 3 else cut).rstrip() + "…"


def day(value: date, words: Texts) -> str:
    """25/6/2020, 25 June 2020."""
    return words.plain("date.day", day=value.day, month=value.month, year=value.year, name=month(value, words))


def month(value: date, words: Texts) -> str:
    return words.plain(f"date.month_name.{value.month}")


def period(value: Period, words: Texts) -> str:
    """The usual name of a period (a year, half, quarter, month, the first n months), else its first and last day."""
    start, end = value.start, value.end
    last = end - timedelta(days=1)
    if value.open_end:
        return words.plain("date.since", start=day(start, words))
    if start.day == 1 and end.day == 1 and start.year == last.year:
        months = last.month - start.month + 1
        if months == 12:
            return words.plain("date.year", year=start.year)
        if months == 1:
            return words.plain("date.month", month=start.month, name=month(start, words), year=start.year)
        if months == 3 and start.month % 3 == 1:
            return words.plain("date.quarter", quarter=("I", "II", "III", "IV")[start.month // 3], year=start.year)
        if months == 6 and start.month in (1, 7):
            return words.plain(f"date.half_{1 if start.month == 1 else 2}", year=start.year)
        if start.month == 1:
            return words.plain("date.first_months", months=months, year=start.year)
    if last <= start:
        return day(start, words)
    return words.plain("date.between", start=day(start, words), end=day(last, words))


def names(values: Sequence[str], words: Texts, most: int = 6, limit: int = 60) -> str:
    """The first names, and how many more there are."""
    shown = ", ".join(clip(value, limit) for value in values[:most])
    return shown if len(values) <= most else words.plain("answer.and_more", names=shown, count=len(values) - most)
