"""Names: gates, people, posts, organisations and places in any text, report or question alike.

:class:`NameRecogniser` finds what is written rightly (with or without diacritics);
:class:`~knowledge.recognise.resolver.Resolver` takes questions, where names are misspelt, shortened or only hinted at,
and tells which known ones may be meant.
The stages build on each other: places, then gates, organisations, posts, people; the heavier of two finds stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from knowledge.lexicon.load import Lexicon
from knowledge.model import Mention, Span
from knowledge.recognise.gates import Gates
from knowledge.recognise.name_runs import Runs
from knowledge.recognise.name_scene import Scene, settle
from knowledge.recognise.name_words import words_of
from knowledge.recognise.organisations import Organisations
from knowledge.recognise.people import People
from knowledge.recognise.places import Places
from knowledge.recognise.posts import Posts

_LINE = re.compile(r"[^\n]+")
_LONGEST = 1500  # letters read at once


class NameRecogniser:
    """Built once from a lexicon; holds no state between texts."""

    def __init__(self, lexicon: Lexicon) -> None:
        runs = Runs(lexicon)
        self.beside = runs.beside
        self.places = Places(lexicon, runs)
        self.gates = Gates(lexicon, runs, self.places)
        self.organisations = Organisations(lexicon, runs, self.places, self.gates)
        self.posts = Posts(lexicon, self.organisations)
        self.people = People(lexicon, runs, self.organisations, self.posts)

    def recognise(self, text: str) -> tuple[Mention, ...]:
        """The names in NFC `text`, in order of place, an outer one before those inside it.

        Kinds GATE, PERSON, POST, ORGANISATION, PLACE. An organisation or post may hold the place, gate or organisation
        that narrows it; otherwise no two overlap. A name does not reach across lines. Never raises; an empty text
        gives nothing.
        """
        found: list[Mention] = []
        for start, piece in _pieces(text):
            found += (_moved(mention, start) for mention in self._read(piece))
        return tuple(found)

    def _read(self, text: str) -> tuple[Mention, ...]:
        scene = Scene(words_of(text))
        if not scene.words.words:
            return ()
        self.places.find(scene)
        self.gates.find(scene)
        self.organisations.find(scene)
        self.posts.find(scene)
        self.people.find(scene)
        return settle(scene)


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """`text` line by line, long lines at the ends of sentences, each with its place: no name reaches across these, and
    the work on a piece may grow faster than its length."""
    for line in _LINE.finditer(text):
        start, end = line.span()
        while end - start > _LONGEST:
            cuts = [text.rfind(mark, start + 1, start + _LONGEST) for mark in (". ", "; ", ", ", " ")]
            cut = next((at + 1 for at in cuts if at > start), start + _LONGEST)
            yield start, text[start:cut]
            start = cut
        yield start, text[start:end]


def _moved(mention: Mention, by: int) -> Mention:
    return replace(mention, span=Span(mention.span.start + by, mention.span.end + by)) if by else mention
