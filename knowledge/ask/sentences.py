"""Sentence templates of ``vi/phrases.toml`` and ``en/phrases.toml``, filled in."""

from __future__ import annotations

import string
from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from knowledge.ask.periods import named
from knowledge.lexicon.load import load
from knowledge.model import Heading, Period, Problem

LANGUAGES = ("vi", "en")


class Sentences:
    """The sentences of one language ("vi", or "en"; any other counts as "vi")."""

    def __init__(self, language: str) -> None:
        self.language = language if language in LANGUAGES else "vi"
        self._templates: Mapping[str, Any] = load()[f"{self.language}/phrases"]

    def has(self, key: str) -> bool:
        section, name = key.split(".", 1)
        return name in self._templates.get(section, {})

    def say(self, key: str, **details: object) -> str:
        """The sentence `key` ("section.name"): of several the first whose places `details` fill.

        Raises KeyError for a key without sentence.
        """
        section, name = key.split(".", 1)
        templates = self._templates[section][name]
        choices = [templates] if isinstance(templates, str) else templates
        filled = {name: str(value) for name, value in details.items() if value not in (None, "")}
        for template in choices:
            if _placeholders(template) <= filled.keys():
                return str(template).format_map(filled)
        # No choice fits: rather a gap shown than nothing said.
        return str(choices[-1]).format_map(_Gaps(filled))

    def problem(self, problem: Problem) -> str:
        """A doubt about content; one we have no sentence for by its code."""
        key = f"problem.{problem.code}"
        return self.say(key if self.has(key) else "problem.other", **{"code": problem.code, **problem.details})

    def file(self, code: str, **details: object) -> str:
        """Why a file was refused and what to do: the sentence for an UnreadableFile."""
        key = f"file.{code}"
        return self.say(key if self.has(key) else "file.unreadable", **details)

    def reason(self, code: str) -> str:
        """Why a file was refused, in a word or two."""
        key = f"reason.{code}"
        return self.say(key if self.has(key) else "reason.unreadable")

    def day(self, value: date | None) -> str:
        """ "25/6/2020", "25 June 2020", or the word for unknown."""
        if value is None:
            return self.say("date.unknown")
        names = self._templates["date"].get("months")
        name = names[value.month - 1] if names else ""
        return self.say("date.day", day=value.day, month=value.month, year=value.year, month_name=name)

    def period(self, value: Period | None) -> str:
        """A calendar year as "2020", other whole months by their usual name, else first and last day; an open one as
        "since …"."""
        if value is None:
            return self.say("date.unknown")
        if value.open_end:
            return self.say("date.since", start=self.day(value.start))
        last = value.end - timedelta(days=1)
        if value.start == last:
            return self.day(last)
        if (value.start.month, value.start.day, last.month, last.day) == (1, 1, 12, 31):
            years = sorted({value.start.year, last.year})
            return "–".join(map(str, years))
        if value.start.day == 1 and value.end.day == 1 and value.start.year == last.year:
            return named(value, self.language)  # "6 tháng đầu năm 2020", "Q1 2020"
        return self.say("date.range", start=self.day(value.start), end=self.day(last))

    def counts(self, counts: Mapping[str, int]) -> str:
        """ "34 passages, 27 figures"; what we have no word for by its key."""
        return ", ".join(
            self.say(f"count.{name}" if self.has(f"count.{name}") else "count.other", n=n, name=name)
            for name, n in counts.items()
        )

    def kind(self, heading: Heading) -> str:
        key = f"kind.{heading.kind}"
        return self.say(key) if self.has(key) else heading.kind


@lru_cache(maxsize=len(LANGUAGES) + 1)
def sentences(language: str) -> Sentences:
    return Sentences(language)


class _Gaps(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"


@lru_cache(maxsize=512)
def _placeholders(template: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in string.Formatter().parse(template) if name)
