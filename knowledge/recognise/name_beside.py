"""Small words beside names, by what they tell (the lexicon's "beside_names"): "và" joins, "cặp" says pair."""

from __future__ import annotations

from typing import Any

from knowledge.lexicon.load import Lexicon
from knowledge.recognise.name_words import Word, syllable


class Beside:
    """Knows what a word beside a name says; built once from a lexicon. Cues are said as "cue_gate" and so on."""

    def __init__(self, lexicon: Lexicon) -> None:
        table: Any = lexicon["domain/beside_names"]
        listed = dict(table.get("words", {}))
        listed |= {f"cue_{what}": words for what, words in table.get("cues", {}).items()}
        self._keys = {what: frozenset(syllable(w)[0] for w in words) for what, words in listed.items()}
        self._folded = {what: frozenset(syllable(w)[1] for w in words) for what, words in listed.items()}

    def says(self, word: Word, what: str, *, marked: bool = False) -> bool:
        """Whether `word` says `what`. One without marks may stand for one with them, unless the text is `marked`."""
        if word.key in self._keys.get(what, ()):
            return True
        return word.plain and not marked and word.folded in self._folded.get(what, ())
