"""Names: gates, people, posts, organisations and places in any text, report or question alike.

:class:`NameRecogniser` finds what is written rightly (with or without diacritics);
:class:`~knowledge.recognise.resolver.Resolver` takes questions, where names are misspelt, shortened or only hinted at,
and tells which known ones may be meant.
The stages build on each other: places, then gates, organisations, posts, people; the heavier of two finds stands.
"""

from __future__ import annotations

from knowledge.lexicon.load import Lexicon
from knowledge.model import Mention
from knowledge.recognise.gates import Gates
from knowledge.recognise.name_runs import Runs
from knowledge.recognise.name_scene import Scene, settle
from knowledge.recognise.name_words import Words
from knowledge.recognise.organisations import Organisations
from knowledge.recognise.people import People
from knowledge.recognise.places import Places
from knowledge.recognise.posts import Posts


class NameRecogniser:
    """Built once from a lexicon; holds no state between texts."""

    def __init__(self, lexicon: Lexicon) -> None:
        runs = Runs(lexicon)
        self.beside = runs.beside  # small words beside names, by what they tell
        self.places = Places(lexicon, runs)
        self.gates = Gates(lexicon, runs, self.places)
        self.organisations = Organisations(lexicon, runs, self.places, self.gates)
        self.posts = Posts(lexicon, self.organisations)
        self.people = People(lexicon, runs, self.organisations, self.posts)

    def recognise(self, text: str) -> tuple[Mention, ...]:
        """The names in NFC `text`, in order of place, an outer one before those inside it.

        Kinds GATE, PERSON, POST, ORGANISATION, PLACE. An organisation or post may hold the place, gate or organisation
        that narrows it; otherwise no two overlap. Never raises; an empty text gives nothing.
        """
        scene = Scene(Words(text))
        if not scene.words.words:
            return ()
        self.places.find(scene)
        self.gates.find(scene)
        self.organisations.find(scene)
        self.posts.find(scene)
        self.people.find(scene)
        return settle(scene)
