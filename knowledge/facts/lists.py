"""Lists: runs of like things in a sentence, kept as one fact with its items."""

from __future__ import annotations

from knowledge.facts.enumerations import Enumeration, Enumerations
from knowledge.facts.fact import Fact, FactKind, Layer, Time
from knowledge.facts.parsed import Sentence
from knowledge.facts.terms import within
from knowledge.lexicon.load import Lexicon
from knowledge.model import MentionKind, Name, Period
from knowledge.text.sentences import clauses

DECLARED = "declared"  # trait of a list of which the text says how many items it has


class Lists:
    """Finds the lists of a sentence."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._enumerations = Enumerations(lexicon)

    def facts(
        self, sentence: Sentence, times: tuple[Time, ...], names: tuple[tuple[str, int], ...]
    ) -> tuple[Fact, ...]:
        """List facts of `sentence`, each of two items or more; `near` holds the terms around it in its clause."""
        own_times = tuple(
            Time(m.value, Layer.CLAUSE, "day" if m.kind is MentionKind.DATE else "period")
            for m in sentence.mentions
            if isinstance(m.value, Period)
        )
        return tuple(_fact(sentence, one, own_times + times, names) for one in self._enumerations.find(sentence))


def _fact(sentence: Sentence, one: Enumeration, times: tuple[Time, ...], names: tuple[tuple[str, int], ...]) -> Fact:
    near = within(sentence.terms, one.lead.start, one.lead.end) | within(sentence.terms, one.tail.start, one.tail.end)
    before = [part for part in clauses(sentence.text) if part.end <= one.lead.start]
    clause = within(sentence.terms, before[-1].start, before[-1].end) if before else frozenset[str]()
    own = tuple(
        (m.value.id, Layer.NEAR if one.lead.holds(m.span) or one.tail.holds(m.span) else Layer.SENTENCE)
        for m in sentence.mentions
        if isinstance(m.value, Name)
    )
    traits = one.kinds | {DECLARED} if one.declared else one.kinds
    return Fact(
        FactKind.LIST,
        one.span,
        sentence.text[one.span.start : one.span.end],
        near,
        clause - near,
        times=times,
        names=own + names,
        items=one.items,
        traits=traits,
    )
