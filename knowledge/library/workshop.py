"""The stages built from one lexicon, shared by all libraries of a process."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from knowledge.ask.answer import Answerer, answerer
from knowledge.ask.implied import Implied
from knowledge.ask.small_talk import SmallTalk
from knowledge.facts.report import Reader
from knowledge.lexicon.load import Lexicon, load
from knowledge.recognise.concepts import Concepts
from knowledge.recognise.engine import Recogniser


@dataclass(frozen=True, slots=True)
class Workshop:
    lexicon: Lexicon
    recogniser: Recogniser
    concepts: Concepts
    reader: Reader
    answerer: Answerer
    small_talk: SmallTalk
    members: frozenset[str]
    sides: frozenset[str]
    restricting: Mapping[frozenset[str], frozenset[str]]
    implied: Implied
    rivals: Mapping[str, frozenset[str]]


@lru_cache(maxsize=4)
def workshop(folders: tuple[Path, ...]) -> Workshop:
    """All stages over our lexicon and the operator's `folders`."""
    lexicon = load(folders)
    recogniser, concepts = Recogniser(lexicon), Concepts(lexicon)
    reader = Reader(lexicon, recogniser, concepts)
    named = {row["name"]: frozenset(row["concepts"]) for row in lexicon["domain/contrasts"]["contrast"]}
    restricting = {
        named[name]: frozenset(of) for name, of in lexicon["domain/measures"]["restricting"].items() if name in named
    }
    members = frozenset("c:" + member for contrast in named.values() for member in contrast)
    sides = frozenset("c:" + member for contrast in restricting for member in contrast)
    rivals: dict[str, set[str]] = {}
    for row in lexicon["domain/contrasts"]["contrast"]:
        apart = frozenset(row["concepts"]) if row.get("apart") else frozenset()
        for one in apart:
            rivals.setdefault("c:" + one, set()).update("c:" + other for other in apart - {one})
    built = Workshop(
        lexicon,
        recogniser,
        concepts,
        reader,
        answerer(reader.terms, lexicon),
        SmallTalk(lexicon),
        members,
        sides,
        restricting,
        Implied.of(lexicon),
        {one: frozenset(others) for one, others in rivals.items()},
    )
    gc.freeze()  # it stays as long as the process: the collector need not walk all of it again and again
    return built
