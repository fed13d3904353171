"""What single lines of a paper are, told by the patterns of ``lexicon/vi/layout.toml`` and ``heading.toml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from knowledge.errors import LexiconError
from knowledge.lexicon.load import load
from knowledge.text.fold import accented, fold

_LONGEST = 400  # no pattern is about longer lines; also bounds the work of a hostile one


@dataclass(frozen=True, slots=True)
class Row:
    """One pattern of the layout lexicon. `value` is what it stands for, where a group has values."""

    pattern: re.Pattern[str]
    letters: re.Pattern[str] | None
    value: str  # or the form, of a period

    def matches(self, text: str, folded: str) -> bool:
        if not self.pattern.search(folded):
            return False
        return self.letters is None or not accented(text) or bool(self.letters.search(text.lower()))


@cache
def rows(group: str, file: str = "vi/layout") -> tuple[Row, ...]:
    """The rows of `group` in a lexicon file; raises LexiconError on a pattern that is none."""
    try:
        return tuple(
            Row(
                re.compile(row["pattern"]),
                re.compile(row["letters"]) if "letters" in row else None,
                str(row.get("value", row.get("form", ""))),
            )
            for row in load()[file].get(group, ())
        )
    except (re.error, KeyError) as error:
        raise LexiconError(f"{file}.toml, {group}: {error}") from error


def holds(folded: str, *groups: str) -> bool:
    """Whether a pattern of one of `groups` in ``heading.toml`` is found anywhere in the `folded` text."""
    return any(row.pattern.search(folded) for group in groups for row in rows(group, "vi/heading"))


def preload() -> None:
    """Compiles every pattern now rather than when first needed."""
    for file in ("vi/layout", "vi/heading"):
        for group, content in load()[file].items():
            if isinstance(content, list):
                rows(group, file)


@lru_cache(maxsize=8192)
def find(group: str, text: str) -> Row | None:
    """The first row of `group` that matches the line `text` (NFC), or None."""
    if len(text) > _LONGEST:
        return None
    line = " ".join(text.split())
    folded = fold(line)
    return next((row for row in rows(group) if row.matches(line, folded)), None)


def says(text: str, *groups: str) -> bool:
    """Whether the line `text` is one of `groups`."""
    return any(find(group, text) is not None for group in groups)
