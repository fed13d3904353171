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


def one_of_several(question: Question, fact: Fact, held: Held) -> bool:
    """Whether it is the figure of one place in a row of several ("Trạm A 198 tỷ; B 131 tỷ; C 48 tỷ"), none of which the
    question names."""
    if "cell" in fact.traits or fact.quantity is None or question.operations:
        return False
    if any(who.kind in ("gate", "place") for who in question.whos):
        return False
    own, folded = _spots(fact), fold(question.read).replace(" ", "-")
    if not own or any(slug in folded for slug in own):
        return False
    others = {
        slug
        for other in held.passage.facts
        if other is not fact and other.quantity is not None and other.quantity.unit == fact.quantity.unit
        for slug in _spots(other) - own
    }
    return len(others) > 1


def _spots(fact: Fact) -> frozenset[str]:
    """The places that a fact stands beside, by their names without marks."""
    near = (id_ for id_, layer in fact.names if layer == Layer.NEAR and id_.startswith(SPOTS))
    return frozenset(id_.partition(":")[2] for id_ in near)


def part_of_total(question: Question, fact: Fact, held: Held) -> bool:
    """Whether the total is asked for, and the figure is a part of one of its sentence ("Tổng cộng 412 triệu đồng: A 265
    triệu đồng, B 147 triệu đồng")."""
    if fact.quantity is None or "cell" in fact.traits or _asks("whole").search(fold(question.read)) is None:
        return False
    value = fact.quantity.value
    if value is None or _totals(fact, held):
        return False
    return any(
        other.span.end <= fact.span.start
        and other.quantity is not None
        and other.quantity.unit == fact.quantity.unit
        and other.quantity.dimension == fact.quantity.dimension
        and other.quantity.value is not None
        and other.quantity.value > value
        and _totals(other, held)
        for other in held.passage.facts
    )


def _totals(fact: Fact, held: Held) -> bool:
    """Whether the words before a figure say that it is the total."""
    before = _CLAUSE_END.split(held.passage.quote[: fact.span.start])[-1]
    return _totalled().search(before) is not None


def unnamed_row(question: Question, fact: Fact, _: Held) -> bool:
    """Whether it is the figure of one row of a table, by no word of whose label the question asks for it: one
    project's money is not that of all."""
    if not fact.label or question.operations or question.wanted is not Wanted.QUANTITY:
        return False
    units = (*question.units, *question.inherited)
    if any(term in fact.label for unit in units for term in unit.terms):
        return False
    if any(id_ in question.named for id_, layer in fact.names if layer == Layer.NEAR):
        return False
    return any(term.startswith("c:") for term in fact.label)  # a time alone is no name


@lru_cache(maxsize=1)
def _totalled() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, load()['vi/others']['whole']['words']))})\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _rest() -> re.Pattern[str]:
    table = load()["vi/others"]["rest"]
    several, rest, sums = ("|".join(map(re.escape, table[key])) for key in ("several", "words", "sums"))
    lead = rf"\b(?:{several}|\d+)\s+(?:[^\W\d]+\s+){{1,4}}(?:{rest})"
    return re.compile(rf"{lead}\W*(?:(?:{sums})\s+){{0,3}}(?:\w{{1,5}}\s+)?\Z", re.IGNORECASE)


@lru_cache(maxsize=1)
def _several() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load()['vi/others']['rest']['numerals'])})\s+")


@lru_cache(maxsize=8)
def _asks(name: str) -> re.Pattern[str]:
    """The pattern of a row of ``vi/others.toml``, over the folded question."""
    return re.compile(load()["vi/others"][name]["pattern"])
