"""Figures that are no amounts: official numbers, road and milestone names, times of day, list numbers, telephone numbers."""

from __future__ import annotations

import re

from knowledge.recognise.finds import Find, Rule
from knowledge.recognise.patterns import Words, both
from knowledge.recognise.reading import Reading
from knowledge.recognise.units import Units

_OFFICIAL = re.compile(r"\d{1,5}[a-z]?/(?:(?:19|20)\d\d/)?[^\W\d_a-zà-ỹđ][^\W\d_]*(?:[-/&][^\W\d_]+)*(?:[-.]\d+)?")
_NAME_LIKE = re.compile(r"[^\W\d_a-zà-ỹđ]{2}|[^\W\d_a-zà-ỹđ][^\W\d_]*-")


def ignored_rules(words: Words, units: Units, numbers: Words) -> tuple[Rule, ...]:
    """Rules that claim places for nothing. `words` are those of "quantities", `numbers` those of "numbers"."""
    before_sign = both(words, r"(?<!\w){not_number_sign} $")
    before_clock = both(words, r"(?<!\w){clock_before} $")

    def leave(name: str) -> object:
        return lambda match, reading: Find(match.start(), match.end(), name)

    def official(match: re.Match[str], reading: Reading) -> Find | None:
        """ "1199/QĐ-TTg": a number, a stroke, capitals; judged on the text as written."""
        found = _OFFICIAL.match(reading.text, match.start())
        if found is None or not _NAME_LIKE.match(found[0].rpartition("/")[2]):
            tail = found[0].partition("/")[2] if found else ""
            if not _NAME_LIKE.match(tail):
                return None
        return Find(match.start(), found.end(), "official-number") if found else None

    def reference(match: re.Match[str], reading: Reading) -> Find | None:
        end = match.end()
        if units.after(reading, end) is not None or (units.thing(reading, end) is not None and not match["sign"]):
            return None
        if before_sign[reading.marked].search(reading.hay[max(0, match.start() - 10) : match.start()]):
            return None
        return Find(match.start(), end, "reference")

    def clock(match: re.Match[str], reading: Reading) -> Find | None:
        if match["m"] or match["after"]:
            return Find(match.start(), match.start("after") if match["after"] else match.end(), "time-of-day")
        if before_clock[reading.marked].search(reading.hay[max(0, match.start() - 14) : match.start()]):
            return Find(match.start(), match.end(), "time-of-day")
        return None

    def list_number(match: re.Match[str], reading: Reading) -> Find:
        return Find(match.start("n"), match.end("n"), "list-number")

    def rule(name: str, template: str, find: object) -> Rule:
        return Rule(name, both(words, template), find)  # type: ignore[arg-type]

    return (
        rule("official-number", r"(?<![\w/.,-])\d{1,5}[a-z]?/", official),
        rule(
            "official-number",
            r"(?<!\w){number_sign}:?~\d{1,5}[a-z]?[/-](?:(?:19|20)\d\d[/-])?[^\W\d_][\w&]*(?:[-/][^\W\d_]+)*",
            leave("official-number"),
        ),
        rule(
            "reference",
            r"(?<!\w)(?P<sign>(?:{reference})(?: {number_sign})?)\.?:?~\d{1,4}(?:[.+-]\d{1,4})?[a-z]?(?:/(?:19|20)\d\d(?:/[^\W\d_]+(?:-[^\W\d_]+)*)?)?(?![\w%]|[.,/]\d|~%)",
            reference,
        ),
        rule("reference", r"(?<!\w)(?:{reference}) (?:[ivx]{1,5})(?!\w)", leave("reference")),
        rule("list-number", r"^[ \t]*(?P<n>(?:\d{1,2}|[ivx]{1,5})(?:\.\d{1,2}){0,3}[.)/])(?=[ \t]|$)", list_number),
        rule("list-number", r"^[ \t]*(?P<n>\d{1,2}(?:\.\d{1,2}){1,3}) (?=[^\W\d_])", list_number),
        rule("list-number", r"(?P<n>\(\d{1,2}\)) (?=[^\W\d_])", list_number),
        rule("list-number", r"[;:,.] (?P<n>\d{1,2}\)) (?=[^\W\d_])", list_number),
        rule(
            "time-of-day",
            r"(?<![\w:.,/])(?:[01]?\d|2[0-4])(?:h|:|g)[0-5]\d(?::[0-5]\d)?(?!\w)(?!:)",
            leave("time-of-day"),
        ),
        rule("time-of-day", r"(?<![\w.,/])(?:[01]?\d|2[0-4])h(?!\w)", leave("time-of-day")),
        rule(
            "time-of-day",
            r"(?<![\w.,/])(?:[01]?\d|2[0-4]) {clock}(?!/)(?!\w)(?:~(?P<m>[0-5]?\d)(?!\d|[.,/]\d)(?: {minute}(?!\w))?)?(?P<after> {clock_after}(?!\w))?",
            clock,
        ),
        rule(
            "time-of-day",
            r"(?<![\w.,/])(?:0?\d|1[0-2])(?:[:.][0-5]\d)?~(?:am|pm|a\.m|p\.m)(?!\w)",
            leave("time-of-day"),
        ),
        rule(
            "around-the-clock",
            r"(?<![\w.,/])(?:24/24|24/7|7/7|24h/24h|24/24h)(?![\w/]|[.,]\d)",
            leave("around-the-clock"),
        ),
        rule(
            "telephone",
            r"(?<![\w.,])(?:\+84|0)\d{1,4}(?:[ .-]?\d{3}){1,2}[ .-]?\d{2,4}(?!\w|[.,]\d)",
            leave("telephone"),
        ),
        rule("telephone", r"(?<![\w.,])0\d{8,}(?!\w)", leave("telephone")),
        rule(
            "file-name",
            r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|[^\s:]+\.(?:jpe?g|png|gif|pdf|docx?|xlsx?|pptx?|html?|txt|zip|rar|vn|com)(?!\w)",
            leave("file-name"),
        ),
        rule("weekday", r"(?<!\w){weekday}(?!\w)", leave("weekday")),
        Rule("set-phrase", both(numbers, r"(?<!\w){not_numbers}(?!\w)"), leave("set-phrase")),  # type: ignore[arg-type]
    )
