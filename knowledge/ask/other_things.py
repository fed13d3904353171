"""Figures and days of another thing than is asked for: the rest of several, one row or gate for all, another of a
numbered series, what the question takes out, another time or person or place of the same sentence."""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge.ask.question import Question, Wanted
from knowledge.ask.shelf import Held
from knowledge.ask.whos import SPOTS, extra_gates
from knowledge.facts.fact import Fact, FactKind, Layer
from knowledge.lexicon.load import load
from knowledge.recognise.ordinals import roman
from knowledge.text.fold import fold

NEXT = 24  # letters after "is no" in which what is taken out stands
APART = 40  # letters before a figure in which it may be said to be of the rest
_CLAUSE_END = re.compile(r"[;:.()](?=\s|$|\))|,\s")
_NUMBERED = re.compile(r"\b([^\W\d]+) (\d{1,2}|[IVX]{1,4}|[A-H])\b(?![./,]\d|%| \d)")


def of_the_rest(question: Question, fact: Fact, held: Held) -> bool:
    """Whether it is the figure of those that are left of several ("các cửa khẩu còn lại 13,2 tỷ"), which the question
    does not ask for."""
    before = held.passage.quote[max(0, fact.span.start - APART) : fact.span.start]
    return _rest().search(before) is not None and _asks("rest").search(fold(question.read)) is None


def one_gate(question: Question, fact: Fact, held: Held) -> bool:
    """Whether it is one gate's figure, and that of all gates is asked for."""
    if "cell" in fact.traits or not extra_gates(question, fact, held) or question.operations:
        return False
    if any(id_.startswith("gate:") for id_ in held.report.names):
        return False  # the report is of that gate
    return _asks("all").search(fold(question.read)) is not None


def one_row(question: Question, fact: Fact, _: Held) -> bool:
    """Whether it is the figure of one row of a table, and several things together are asked about ("bốn công trình còn
    …") of which none is named."""
    if not fact.label or question.named or question.wanted is not Wanted.QUANTITY:
        return False
    read = question.timeless.lower()
    return any(
        read.startswith(unit.text.lower(), match.end())
        for match in _several().finditer(read)
        for unit in question.units
        if unit.word is None
    )


def other_number(question: Question, fact: Fact, held: Held) -> bool:
    """Whether the figure's own clause tells of another of a numbered series than is asked for ("Duyên Hải 1": "Duyên
    Hải 3")."""
    asked = _numbers(question.timeless)
    if not asked or held.passage.kind != "sentence":
        return False
    own = _numbers(_clause(held.passage.quote, fact))
    return any(name in own and not numbers & own[name] for name, numbers in asked.items())


@lru_cache(maxsize=512)
def _numbers(text: str) -> dict[str, frozenset[str]]:
    """By the word before them, the numbers that single out one of a series."""
    series = frozenset(load()["vi/others"]["series"]["words"])
    found: dict[str, frozenset[str]] = {}
    for match in _NUMBERED.finditer(text):
        name = fold(match[1])
        if match[1][:1].isupper() or name in series:
            number = str(roman(match[2].lower()) or match[2])  # "Vân Trạch II" is "Vân Trạch 2"
            found[name] = found.get(name, frozenset()) | {number}
    return found


def _clause(quote: str, fact: Fact) -> str:
    starts = [match.end() for match in _CLAUSE_END.finditer(quote, 0, fact.span.start)]
    end = _CLAUSE_END.search(quote, fact.span.end)
    start = starts[-1] if starts else 0
    return quote[start : fact.span.start] + " ; " + quote[fact.span.end : end.start() if end else len(quote)]


def of_the_excluded(question: Question, fact: Fact, held: Held) -> bool:
    """Whether the figure is of just what the question takes out ("không phải công dân Việt Nam"), or of the whole of
    which that is told as a part."""
    folded = fold(question.read)
    ends = [match.end() for match in _asks("excludes").finditer(folded)]
    if not ends or fact.traits & {"denied", "left"} or "c:remaining" in fact.near:
        return False
    units = (*question.units, *question.inherited)
    out = [unit for unit in units if any(end <= folded.find(fold(unit.text)) <= end + NEXT for end in ends)]
    terms = {term for unit in out for term, factor in unit.options if factor == 1.0}
    return any(_near(term, one) for one in held.passage.facts if one.kind is FactKind.QUANTITY for term in terms)


def _near(term: str, fact: Fact) -> bool:
    return term in fact.near or any(term == "n:" + id_ and layer == Layer.NEAR for id_, layer in fact.names)


def time_of_another(question: Question, fact: Fact, held: Held) -> bool:
    """Whether the time asked for is said with another figure of the same thing: "11 cuộc ngừng việc (năm 2031: 19
    cuộc)" tells nothing of 2031 by its first figure."""
    for when in question.whens:
        told = [time.layer for time in fact.times if time.period == when.period]
        if not told or min(told) != Layer.SENTENCE or held.report.period == when.period:
            continue
        for other in held.passage.facts:
            if (
                other.kind is FactKind.QUANTITY
                and other is not fact
                and other.counted == fact.counted
                and any(time.layer <= Layer.CLAUSE and time.period == when.period for time in other.times)
            ):
                return True
    return False


def other_spot(question: Question, fact: Fact, _: Held) -> bool:
    """Whether the day stands by the name of one place, and the one asked for is but named elsewhere in the sentence."""
    if question.wanted is not Wanted.DATE:
        return False
    near = {id_.partition(":")[2] for id_, layer in fact.names if layer == Layer.NEAR and id_.startswith(SPOTS)}
    asked = {id_.partition(":")[2] for who in question.whos if who.kind == "gate" for id_ in who.ids}
    there = {id_.partition(":")[2] for id_, layer in fact.names if layer == Layer.SENTENCE}
    return bool(near and asked & there) and not asked & near


def other_person(question: Question, fact: Fact, held: Held) -> bool:
    """Whether the day is told of other persons, in a passage that does not name the one asked about."""
    asked = {id_ for id_ in question.named if id_.startswith("person:")}
    there = {id_ for id_, _ in (*held.passage.names, *fact.names) if id_.startswith("person:")}
    return bool(asked and there) and not asked & there


def chief(question: Question, fact: Fact, _: Held) -> bool:
    """Whether a deputy is asked for, and the person holds a post, none of them a deputy's."""
    if _asks("deputy").search(fold(question.read)) is None or any(who.kind == "person" for who in question.whos):
        return False
    posts = [id_ for id_, layer in fact.names if layer == Layer.NEAR and id_.startswith("post:")]
    return bool(posts) and not any(id_.startswith("post:pho-") for id_ in posts)


def later_holder(question: Question, fact: Fact, _: Held) -> bool:
    """Whether a post's holder is asked for at a time, and the person held it only from a later day on."""
    if len(question.whens) != 1 or not any(who.kind == "post" for who in question.whos) or "replaced" in fact.traits:
        return False
    since = [time.period.start for time in fact.times if time.role == "since" and time.layer == Layer.NEAR]
    return bool(since) and min(since) >= question.whens[0].period.end


@lru_cache(maxsize=1)
def _rest() -> re.Pattern[str]:
    table = load()["vi/others"]["rest"]
    several, rest = ("|".join(map(re.escape, table[key])) for key in ("several", "words"))
    return re.compile(rf"\b(?:{several}|\d+)\s+(?:[^\W\d]+\s+){{1,4}}(?:{rest})\W*(?:\w{{1,5}}\s+)?\Z", re.IGNORECASE)


@lru_cache(maxsize=1)
def _several() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load()['vi/others']['rest']['numerals'])})\s+")


@lru_cache(maxsize=8)
def _asks(name: str) -> re.Pattern[str]:
    """The pattern of a row of ``vi/others.toml``, over the folded question."""
    return re.compile(load()["vi/others"][name]["pattern"])
