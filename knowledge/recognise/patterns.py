"""Patterns built from the lexicon's words.

A template is a regular expression in which ``{name}`` stands for any word of a class, a space for one to three spaces and
``~`` for none to three. Each is compiled twice: for texts typed with Vietnamese marks (a word matches with its marks, or
plain) and for texts without (a word matches plain; words marked "!" not at all).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from knowledge.lexicon.load import Lexicon
from knowledge.text.fold import fold

_LANGUAGES = ("vi", "en")
_CLASS = re.compile(r"\{([a-z_]+)\}")


class Words:
    """The word classes of one lexicon file ("periods", "quantities"), Vietnamese and English together."""

    def __init__(self, lexicon: Lexicon, file: str) -> None:
        self._classes: dict[str, list[str]] = {}
        self._values: dict[str, dict[str, int]] = {}
        for language in _LANGUAGES:
            for table in lexicon[f"{language}/{file}"].values():
                if not isinstance(table, Mapping):
                    continue
                for name, row in table.items():
                    if isinstance(row, list):
                        self._classes.setdefault(name, []).extend(row)
            for table_name, table in lexicon[f"{language}/{file}"].items():
                if isinstance(table, Mapping) and all(isinstance(value, int) for value in table.values()):
                    self._values.setdefault(table_name, {}).update(table)
                    self._classes.setdefault(table_name, []).extend(table)

    def words(self, name: str) -> tuple[str, ...]:
        """The words of a class as the lexicon has them, "!" and "?" included."""
        return tuple(self._classes.get(name, ()))

    def value(self, name: str, word: str) -> int | None:
        """What `word` (as matched) is worth in a table of numbers."""
        wanted = " ".join(word.split())
        table = self._values.get(name, {})
        if wanted in table:
            return table[wanted]
        return next((value for key, value in table.items() if fold(key) == wanted), None)

    def alternatives(self, name: str, marked: bool) -> str:
        """The class as a regular expression, longest word first."""
        return alternatives(self._classes.get(name, ()), marked)

    def compile(self, template: str, marked: bool) -> re.Pattern[str]:
        spaced = template.replace(" ", " {1,3}").replace("~", " {0,3}")
        return re.compile(_CLASS.sub(lambda m: self.alternatives(m[1], marked), spaced), re.MULTILINE)


def alternatives(words: Iterable[str], marked: bool) -> str:
    """`words` as a non-capturing group, longest first; one that never matches when there are none."""
    forms = {form for word in words for form in forms_of(word, marked)}
    if not forms:
        return r"(?:(?!))"
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    return "(?:" + "|".join(re.escape(form).replace(r"\ ", " {1,3}") for form in ordered) + ")"


def forms_of(word: str, marked: bool) -> tuple[str, ...]:
    """How a lexicon word may be typed in a text with marks (with or without them) or without."""
    bare = word.lstrip("!?")
    if word.startswith("!"):
        return (bare,) if marked else ()
    return (bare, fold(bare)) if marked else (fold(bare),)


def both(words: Words, template: str) -> dict[bool, re.Pattern[str]]:
    """`template` compiled for unmarked and marked texts: ``both(...)[reading.marked]``."""
    return {marked: words.compile(template, marked) for marked in (False, True)}
