"""Patterns built from the lexicon's words.

A template is a regular expression in which ``{name}`` stands for any word of a class, a space for one to three spaces
and ``~`` for none to three. Each is compiled twice: for texts typed with Vietnamese marks, where a word matches with
its marks or without (``{=name}``: only with), and for texts without, where it matches plain (one marked "!" never).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from knowledge.lexicon.load import Lexicon
from knowledge.text.fold import fold

_LANGUAGES = ("vi", "en")
_SPACING = re.compile(r"\[[^\]]*\]|[ ~]")  # not within a set of letters
_SPACES = {" ": " {1,3}", "~": " {0,3}"}
_TOKEN = re.compile(r"[^\W_]+")
_FIGURES = ("0", "10", "2000")  # see `reading`
_BLANKS = ' \t\n|([,;:"“'
_CLASS = re.compile(r"\{(=?)([a-z_]+)\}")


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

    def alternatives(self, name: str, marked: bool, *, strict: bool = False) -> str:
        """The class as a regular expression, longest word first."""
        return alternatives(self._classes.get(name, ()), marked, strict=strict)

    def tokens(self, names: str, marked: bool) -> frozenset[str]:
        """The first tokens of the words of the classes `names` (parted by "|"); what is no class stands for
        itself."""
        found: set[str] = set()
        for name in names.split("|"):
            if name in self._classes:
                found.update(_first_token(form) for word in self._classes[name] for form in forms_of(word, marked))
            else:
                found.add(name)
        return frozenset(("10" if token[0].isdigit() and token not in _FIGURES else token) for token in found if token)

    def compile(self, template: str, marked: bool) -> re.Pattern[str]:
        spaced = _SPACING.sub(lambda m: _SPACES.get(m[0], m[0]), template)
        return re.compile(
            _CLASS.sub(lambda m: self.alternatives(m[2], marked, strict=bool(m[1])), spaced), re.MULTILINE
        )


def alternatives(words: Iterable[str], marked: bool, *, strict: bool = False) -> str:
    """`words` as a non-capturing group, longest first; one that never matches when there are none."""
    forms = {form for word in words for form in forms_of(word, marked, strict=strict)}
    if not forms:
        return r"(?:(?!))"
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    return "(?:" + "|".join(re.escape(form).replace(r"\ ", " {1,3}") for form in ordered) + ")"


def forms_of(word: str, marked: bool, *, strict: bool = False) -> tuple[str, ...]:
    """How a lexicon word may be typed in a text with marks (with its own or, unless `strict`, without) or without."""
    bare = word.lstrip("!?")
    if marked and strict:
        return (bare,)
    if word.startswith("!"):
        return (bare,) if marked else ()
    return (bare, fold(bare)) if marked else (fold(bare),)


def _first_token(form: str) -> str:
    match = _TOKEN.match(form)
    return match[0] if match else ""


class Tails:
    """Words that may stand right before a place; built once from classes of words, each under its name."""

    def __init__(self, words: Words, *names: str) -> None:
        self._names: dict[bool, dict[str, str]] = {False: {}, True: {}}
        for name in names:
            for word in words.words(name):
                for marked, phrases in self._names.items():
                    for form in forms_of(word, marked, strict=True):
                        phrases.setdefault(form, name)
        self._reach = max((len(phrase) for phrase in self._names[True]), default=1) + 4
        self._longest = max((phrase.count(" ") + 1 for phrase in self._names[True]), default=1)

    def before(self, hay: str, place: int, marked: bool) -> tuple[str, int] | None:
        """The class of the longest word that ends right before `place` (but for spaces), and where it begins."""
        end = place
        while end and hay[end - 1] == " ":
            end -= 1
        begin, found, limit = end, None, max(0, end - self._reach)
        for _ in range(self._longest):
            while begin > limit and hay[begin - 1] not in _BLANKS:
                begin -= 1
            if begin == limit and begin and hay[begin - 1] not in _BLANKS:
                break
            phrase = hay[begin:end]
            name = self._names[marked].get(phrase if "  " not in phrase else " ".join(phrase.split()))
            if name is not None:
                found = (name, begin)
            while begin and hay[begin - 1] == " ":
                begin -= 1
            if not begin or hay[begin - 1] in _BLANKS:
                break
        return found


def both(words: Words, template: str) -> dict[bool, re.Pattern[str]]:
    """`template` compiled for unmarked and marked texts: ``both(...)[reading.marked]``."""
    return {marked: words.compile(template, marked) for marked in (False, True)}
