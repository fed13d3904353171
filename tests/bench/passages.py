"""Made-up passages whose words are as uneven as those of a language (Zipf), always the same ones."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import accumulate, pairwise

from knowledge.store import PassageRow

SYLLABLES = 4500  # about as many as Vietnamese has without its marks
WORDS = 28  # in a passage
_WEIGHTS = list(accumulate(1 / (rank + 3) for rank in range(SYLLABLES)))


def terms(chance: random.Random, length: int = WORDS) -> list[str]:
    """The index terms of a sentence: folded syllables, accented ones, pairs, a concept or two."""
    drawn = chance.choices(range(SYLLABLES), cum_weights=_WEIGHTS, k=length)
    return [
        *(f"a{syllable}" for syllable in drawn),
        *(f"á{syllable}" for syllable in drawn),
        *(f"a{one}_a{two}" for one, two in pairwise(drawn)),
        f"c:{drawn[0] % 600}",
    ]


def rows(count: int, seed: int = 1) -> Iterator[PassageRow]:
    chance = random.Random(seed)
    for seq in range(count):
        found = terms(chance)
        quote = " ".join(found[:WORDS])
        yield PassageRow(None, None, seq, "sentence", quote, 0, len(quote), " ".join(found), '{"facts": []}')
