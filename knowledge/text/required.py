"""What a text must hold for a pattern to be found in it: most patterns of a table of hundreds need not be tried, for
none of the words they cannot do without stands in the text. Looking for a word costs a fiftieth of a search.

Read are the patterns of the lexicon: groups, alternatives, classes, repeats and looks ahead and behind; of anything
else nothing is required, which is always true.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

LEAST = 2  # letters that tell something
_REPEAT = re.compile(r"[*?+]|\{(\d*)(?:,\d*)?\}")
_OPEN = re.compile(r"\((?:\?(?:P<\w+>|<?[=!]|[aimsx-]*:))?")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
_OTHER = re.compile(r"\(\?(?!P<|<?[=!]|[aimsx-]*:)")  # comments, conditions, what a group said
_SAID = re.compile(r"[\w ,%/'-]")

Words = frozenset[str]  # one of them stands in every text in which the pattern is found; none: nothing is known


class Screened:
    """A pattern of the lexicon, tried only on texts that hold what it requires."""

    __slots__ = ("_required", "pattern")

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        """Raises re.error for what is no pattern."""
        self.pattern = re.compile(pattern, flags)
        self._required = tuple(sorted(required(pattern), key=len))

    def may_match(self, folded: str) -> bool:
        """Whether `folded`, a text in small letters, is worth searching: nearly always it is not."""
        for word in self._required:  # a loop, because making a generator takes longer
            if word in folded:
                return True
        return not self._required

    def search(self, folded: str) -> re.Match[str] | None:
        """The first match in `folded`, a text in small letters."""
        return self.pattern.search(folded) if self.may_match(folded) else None

    def finditer(self, folded: str) -> Iterator[re.Match[str]]:
        """All matches in `folded`, a text in small letters."""
        return self.pattern.finditer(folded) if self.may_match(folded) else iter(())


def required(pattern: str) -> Words:
    """One of these stands in every text in which the valid `pattern` is found, put in small letters; empty where none
    can be told."""
    if _OTHER.search(pattern):
        return frozenset()
    return _Reader(pattern).alternatives()


class _Reader:
    """Walks through one pattern."""

    def __init__(self, pattern: str) -> None:
        self._pattern, self.at = pattern, 0

    def alternatives(self) -> Words:
        """What the alternatives from here to the end of their group require."""
        each = [self._sequence()]
        while self._pattern.startswith("|", self.at):
            self.at += 1
            each.append(self._sequence())
        return frozenset().union(*each) if all(each) else frozenset()

    def _sequence(self) -> Words:
        """What a sequence requires: the part of it that is told best."""
        parts: list[Words] = []
        run = ""
        while self.at < len(self._pattern) and self._pattern[self.at] not in "|)":
            letter, part = self._atom()
            repeat = _REPEAT.match(self._pattern, self.at)
            if repeat is not None:
                self.at = repeat.end() + self._pattern.startswith(("?", "+"), repeat.end())
                optional = repeat[0] in "*?" or repeat[1] in ("", "0")
                letter, part = ("", frozenset()) if optional else (letter, part)
            run += letter
            if not letter or repeat is not None:
                parts += [frozenset({run}), part]
                run = ""
        return max((part for part in (*parts, frozenset({run})) if _tells(part)), key=_worth, default=frozenset())

    def _atom(self) -> tuple[str, Words]:
        """The letter that stands here, or "" and what the group here requires."""
        pattern, at = self._pattern, self.at
        if pattern[at] == "(" and (opened := _OPEN.match(pattern, at)):
            self.at = opened.end()
            inside = self.alternatives()
            self.at += 1  # what closes it
            return "", frozenset() if opened[0].endswith("!") else inside
        if pattern[at] == "[" and (group := _CLASS.match(pattern, at)):
            self.at = group.end()
            return "", frozenset()
        if pattern[at] == "\\":
            self.at += 2
            return ("" if pattern[at + 1].isalnum() else pattern[at + 1]), frozenset()
        self.at += 1
        return (pattern[at].lower() if _SAID.match(pattern[at]) else ""), frozenset()


def _tells(part: Words) -> bool:
    return bool(part) and min(map(len, part)) >= LEAST


def _worth(part: Words) -> tuple[int, int]:
    """The longer the shortest of them the better, and then the fewer they are."""
    return min(4, min(map(len, part))), -len(part)
