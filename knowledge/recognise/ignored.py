"""Figures that are no amounts: official numbers, road and milestone names, times of day, list numbers, telephone
numbers."""

from __future__ import annotations

import re

from knowledge.recognise.finds import Find, Finder, Rule, make
from knowledge.recognise.patterns import Tails, Words, both
from knowledge.recognise.reading import Reading
from knowledge.recognise.units import Units

_OFFICIAL = re.compile(r"\d{1,5}[a-z]?/(?:(?:19|20)\d\d/)?[^\W\d_a-zà-ỹđ][^\W\d_]*(?:[-/&][^\W\d_]+)*(?:[-.]\d+)?")
_NAME_LIKE = re.compile(r"[^\W\d_a-zà-ỹđ]{2}|[^\W\d_a-zà-ỹđ][^\W\d_]*-")

_FIGURE_BEFORE = re.compile(r"\d {0,3}\Z")
_BEFORE = r"(?<![\w:.,/])"
_SIGNED_NUMBER = (
    r"(?<!\w){=number_sign}:?~\d{1,5}[a-z]?[/-](?:(?:19|20)\d\d[/-])?[^\W\d_][\w&]{0,20}(?:[-/][^\W\d_]{1,20}){0,4}"
)
_REFERENCE = (
    r"(?<!\w)(?P<sign>{=reference}(?: {=number_sign})?)\.?:?~\d{1,4}(?:[.+/-]\d{1,4}){0,2}[a-z]?"
    r"(?:/(?:19|20)\d\d(?:/[^\W\d_]{1,9}(?:-[^\W\d_]{1,9}){0,3})?)?(?![\w%]|[.,/]\d|~%)"
)
_CLOCK = _BEFORE + (
    r"(?:[01]?\d|2[0-4]) {clock}(?!/)(?!\w)(?:~(?P<m>[0-5]?\d)(?!\d|[.,/]\d)(?: {minute}(?!\w))?)?"
    r"(?P<after> {clock_after}(?!\w))?"
)


def ignored_rules(words: Words, units: Units, numbers: Words) -> tuple[Rule, ...]:
    """Rules that claim places for nothing. `words` are those of "quantities", `numbers` those of "numbers"."""
    before_sign = Tails(words, "not_number_sign")
    another = both(words, r" {=reference} \d")
    scale = both(numbers, r" ?(?:{scales}|{short_scales})(?!\w)")
    before_clock = Tails(words, "clock_before")

    def leave(name: str) -> Finder:
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
        start = match.start()
        if reading.text[start].isupper() and reading.text[start - 1 : start] == " ":
            word = reading.text[max(0, start - 20) : start].split()[-1:]
            if word and word[0][0].isupper() and word[0][-1].isalpha() and not word[0].isupper():
                return None  # "Na Hình 13": the end of a name
        figure = _FIGURE_BEFORE.search(reading.hay, max(0, start - 4), start)
        measured = units.after(reading, figure.start() + 1) if figure else None
        if measured is not None and (measured.end >= end or not measured.counted):
            return None  # "25,5 km2"
        listed = another[reading.marked].match(reading.hay, end) is not None  # "điều 5 khoản 2"
        if not listed and (units.after(reading, end) is not None or scale[reading.marked].match(reading.hay, end)):
            return None
        if before_sign.before(reading.hay, match.start(), reading.marked):
            return None
        return Find(match.start(), end, "reference")

    def clock(match: re.Match[str], reading: Reading) -> Find | None:
        if match["m"] or match["after"]:
            return Find(match.start(), match.start("after") if match["after"] else match.end(), "time-of-day")
        if before_clock.before(reading.hay, match.start(), reading.marked):
            return Find(match.start(), match.end(), "time-of-day")
        return None

    def list_number(match: re.Match[str], reading: Reading) -> Find:
        return Find(match.start("n"), match.end("n"), "list-number")

    def weekday(match: re.Match[str], reading: Reading) -> Find | None:
        counts = match[0][-1].isdigit() and units.after(reading, match.end()) is not None  # "thu 3 xe": took in
        return None if counts else Find(match.start(), match.end(), "weekday")

    def telephone(match: re.Match[str], reading: Reading) -> Find | None:
        digits = sum(letter.isdigit() for letter in match[0])
        return Find(match.start(), match.end(), "telephone") if 9 <= digits <= 12 else None

    def line_number(match: re.Match[str], reading: Reading) -> Find | None:
        line = reading.hay.rfind("\n", 0, match.start()) + 1
        return None if reading.hay[line : match.start()].strip() else list_number(match, reading)

    def outline_number(match: re.Match[str], reading: Reading) -> Find | None:
        """ "1.2 Kết quả": a heading begins with a capital, which no unit does."""
        if not reading.text[match.end()].isupper() or units.after(reading, match.end() - 1) is not None:
            return None
        return line_number(match, reading)

    rule = make(words)

    return (
        rule("official-number", r"(?<![\w/.,-])\d{1,5}[a-z]?/", official, "0", "/"),
        rule("official-number", _SIGNED_NUMBER, leave("official-number"), "number_sign"),
        rule("reference", _REFERENCE, reference, "reference"),
        rule("reference", r"(?<!\w){=reference} [ivx]{1,5}(?!\w)", leave("reference"), "reference"),
        rule(
            "list-number",
            r"(?P<n>(?:\d{1,2}|[ivx]{1,5})(?:\.\d{1,2}){0,3}[.)/])(?=[ \t]|$)",
            line_number,
            "10|i|ii|iii|iv|v|vi|vii|viii|ix|x|xi|xii|xiii|xiv|xv",
        ),
        rule("list-number", r"(?P<n>\d{1,2}(?:\.\d{1,2}){1,3}) (?=[^\W\d_])", outline_number, "10", "."),
        rule("list-number", r"(?P<n>\(\d{1,2}\)) (?=[^\W\d_])", list_number, "("),
        rule("list-number", r"(?<=[;:,.]\s)(?P<n>\d{1,2}\)) (?=[^\W\d_])", list_number, "0"),
        rule(
            "time-of-day",
            _BEFORE + r"(?:[01]?\d|2[0-4])[hg:][0-5]\d(?::[0-5]\d)?(?!\w)(?!:)",
            leave("time-of-day"),
            "10",
            "h|g|:",
        ),
        rule("time-of-day", _BEFORE + r"(?:[01]?\d|2[0-4])h(?!\w)", leave("time-of-day"), "10", "h"),
        rule("time-of-day", _CLOCK, clock, "10", "clock"),
        rule(
            "time-of-day",
            _BEFORE + r"(?:0?\d|1[0-2])(?:[:.][0-5]\d)?~(?:am|pm|a\.m|p\.m)(?!\w)",
            leave("time-of-day"),
            "10",
            "am|pm|a|p",
        ),
        rule(
            "around-the-clock",
            _BEFORE + r"(?:24h?/24h?|24/7|7/7|\d{1,2}h?/24h)(?![\w/]|[.,]\d)",
            leave("around-the-clock"),
            "10",
            "/",
        ),
        rule("telephone", _BEFORE + r"(?:(?<=\+)84|0)\d{2,10}(?:[ .-]\d{2,4}){0,3}(?!\w|[.,]\d)", telephone, "0"),
        rule("file-name", r"(?:https?://|www\.)\S{1,200}", leave("file-name"), "http|https|www"),
        rule("file-name", r"(?<!\S)\S{1,60}@\S{1,60}\.\w{2,4}", leave("file-name"), "", "@"),
        rule(
            "file-name",
            r"(?<!\S)[^\s:]{1,120}\.(?:jpe?g|png|gif|pdf|docx?|xlsx?|pptx?|html?|txt|zip|rar|vn|com)(?!\w)",
            leave("file-name"),
            "",
            "jpg|jpeg|png|gif|pdf|doc|docx|xls|xlsx|ppt|pptx|html|htm|txt|zip|rar|vn|com",
        ),
        make(numbers)("weekday", r"(?<!\w){=weekday}(?!\w|[.,]\d| {scales}(?!\w))", weekday, "weekday"),
        rule("set-phrase", r"(?<!\w){=ever}(?!\w)", leave("set-phrase"), "ever"),
        make(numbers)("set-phrase", r"(?<!\w){=not_numbers}(?!\w)", leave("set-phrase"), "not_numbers"),
    )
