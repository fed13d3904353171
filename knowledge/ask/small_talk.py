"""Messages that ask nothing of the reports: greetings, thanks, farewells, a mere "ok"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.lexicon.load import Lexicon
from knowledge.text.fold import fold

_MARKS = re.compile(r"[^\w\s]+")
_LONGEST = 80  # characters; whoever writes more has something to say
LANGUAGES = ("vi", "en")


@dataclass(frozen=True, slots=True)
class Said:
    """What a message is besides a question: `kind` names the reply ("greeting", "thanks", …)."""

    kind: str
    language: str


class SmallTalk:
    """Tells small talk from questions, by the patterns of ``vi/small_talk.toml`` and ``en/small_talk.toml``."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._rows: list[tuple[str, str, re.Pattern[str]]] = []
        self._leads: list[re.Pattern[str]] = []
        for language in LANGUAGES:
            table = lexicon[f"{language}/small_talk"]
            after = rf"(?:\s+(?:{table['address']}))*"
            for row in table["talk"]:
                whole = rf"(?:(?:{table['address']})\s+)*(?:{row['pattern']}){after}"
                self._rows.append((row["name"], language, re.compile(whole)))
            self._leads.append(re.compile(rf"^\s*(?:{table['lead']}){after}\s*[,.!:;~…]+\s*"))

    def said(self, text: str) -> Said | None:
        """What `text` as a whole is, or None for anything that may be a question; several such things in a row are what
        the last of them is."""
        if len(text) > _LONGEST:
            return None
        plain = " ".join(_MARKS.sub(" ", fold(text)).split())
        for name, language, pattern in self._rows:
            if pattern.fullmatch(plain):
                return Said(name, language)
        parts = [part for part in re.split(r"[.,!?;]+", fold(text)) if part.strip()]
        if len(parts) < 2:
            return None
        said = [self.said(part) for part in parts]
        return said[-1] if all(said) else None

    def question(self, text: str) -> str:
        """`text` without the greeting it begins with ("Chào em, năm 2022 …"); unchanged where nothing would be left."""
        folded = fold(text)
        if len(folded) != len(text):
            return text
        for lead in self._leads:
            match = lead.match(folded)
            if match is not None and text[match.end() :].strip():
                return text[match.end() :]
        return text
