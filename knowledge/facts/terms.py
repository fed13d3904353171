"""Terms: the words and concepts by which a question finds a fact."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from knowledge.facts.fact import Passage
from knowledge.lexicon.load import Lexicon
from knowledge.model import Span
from knowledge.recognise.concepts import Concepts
from knowledge.text.fold import fold
from knowledge.text.keyboard import one_spelling
from knowledge.text.tokens import Token, tokens

REMEMBERED = 256  # texts whose terms are kept (a few kilobytes each)


@dataclass(frozen=True, slots=True)
class Term:
    id: str
    span: Span


class Terms:
    """Finds terms in texts; built once. `stop` are words that say nothing (folded)."""

    def __init__(self, lexicon: Lexicon, concepts: Concepts) -> None:
        self._concepts = concepts
        self._stop = frozenset(lexicon["vi/stopwords"].get("words", ()))
        self._both = {one: frozenset(sides) for one, sides in lexicon["domain/measures"]["both"].items()}
        self._stop_folded = frozenset(map(fold, self._stop))
        # Headings bear on every sentence below them.
        self.widened = lru_cache(maxsize=REMEMBERED)(self._widened)

    def find(self, text: str) -> tuple[Term, ...]:
        """All terms of `text` in order of place: each syllable that is no stop word, and every concept (nested ones
        too)."""
        found = [
            Term("w:" + one_spelling(token.text.lower()), Span(token.start, token.end))
            for token in tokens(text)
            if not token.text[0].isdigit() and not self.stopped(token)
        ]
        hits = self._concepts.find(text)
        both = [hit for hit in hits if hit.id in self._both]
        for hit in hits:
            # "nhập khẩu" within "xuất nhập khẩu" is no side of it
            if not any(hit.id in self._both[b.id] and b.start <= hit.start and hit.end <= b.end for b in both):
                found.append(Term("c:" + hit.id, Span(hit.start, hit.end)))
        return _sorted(found)

    def _widened(self, text: str) -> tuple[Term, ...]:
        """`widened`: as :meth:`find`, with all that each concept includes or is a kind of, in the same place: what a
        report's words also say."""
        found = self.find(text)
        wider = {
            Term("c:" + other, term.span)
            for term in found
            if term.id.startswith("c:")
            for other in self._concepts.expand((term.id[2:],))
        }
        return _sorted({*found, *wider})

    def says_nothing(self, text: str) -> bool:
        """Whether `text` is one word and a stop word."""
        words = tokens(text)
        return len(words) == 1 and self.stopped(words[0])

    def stopped(self, token: Token) -> bool:
        """Whether `token` says nothing of what a figure is about; a word typed without marks is taken as it may be
        meant."""
        word = token.text.lower()
        return word in self._stop or (word == token.folded and word in self._stop_folded)


def _sorted(terms: Iterable[Term]) -> tuple[Term, ...]:
    return tuple(sorted(terms, key=lambda term: (term.span.start, term.span.end, term.id)))


def within(terms: tuple[Term, ...], start: int, end: int) -> frozenset[str]:
    """Ids of the terms that lie wholly in [start, end)."""
    return frozenset(term.id for term in terms if start <= term.span.start and term.span.end <= end)


def clause_terms(passage: Passage, found: tuple[Term, ...], span: Span) -> frozenset[str]:
    """Ids of all that a clause of `passage` says at `span`: of its terms, `found` in the quote, its folded words, and
    the names it writes."""
    clause = passage.quote[span.start : span.end]
    words = frozenset("f:" + word for word in fold(clause).split())
    return within(found, span.start, span.end) | words | {"n:" + id_ for id_, name in passage.names if name in clause}
