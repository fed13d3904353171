"""Posts that are not filled, where a sentence tells how many there are and how many are present: "biên chế được giao
80, có mặt 74 người" is 6 short."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from knowledge.ask.counted import COUNTS
from knowledge.ask.made import Made, levels, words
from knowledge.ask.show import fact_text, figure
from knowledge.facts.fact import Fact, Passage
from knowledge.facts.terms import Terms

POSTS = "c:staff_quota"
FILLED = frozenset({"c:civil_servant", "c:public_employee", "c:contract_staff", "c:staff"})  # posts by who has them
OWN = frozenset({"c:vacant", "c:lack", "c:remaining"})
STAFF = frozenset(
    {"c:compare", "c:staff", "c:headcount", "c:people_count", "c:assigned", "c:attend", "c:post", "c:recruit", POSTS}
)
BEFORE = 40  # letters before a figure in which it is said to be present


def made(passage: Passage, _: Terms) -> Iterator[Made]:
    """What is short of the posts, once for every number of them with one of those present behind it."""
    counts = [(fact, value) for fact, quantity, value in levels(passage) if quantity.dimension in COUNTS]
    for (posts, all_), (there, some) in pairwise(counts):
        if not _posts(posts) or POSTS in there.near or not _present(passage, there) or all_ <= some:
            continue
        assert there.quantity is not None
        quantity = replace(there.quantity, value=all_ - some)
        shown = f"{fact_text(posts)} - {fact_text(there)} = {figure(all_ - some, quantity.unit)}"
        fact = replace(
            there, text=figure(all_ - some, quantity.unit), near=OWN | STAFF | there.near | posts.near,
            quantity=quantity, governs=(("vacant", 0),), traits=there.traits - {"granted"},
        )  # fmt: skip
        yield Made(fact, (posts, there), shown, OWN)


def _posts(fact: Fact) -> bool:
    """Whether it counts posts ("biên chế"), or those there should be ("công chức giao 41")."""
    return POSTS in fact.near or ("c:assigned" in fact.near and bool(FILLED & fact.near))


def _present(passage: Passage, fact: Fact) -> bool:
    return _there().search(passage.quote, max(0, fact.span.start - BEFORE), fact.span.start) is not None


@lru_cache(maxsize=1)
def _there() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words()['present']['words']))})\b[^,;.()]*\Z", re.IGNORECASE)
