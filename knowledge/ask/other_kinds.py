"""Figures of another kind than what is counted: hectares, minutes or times over where things are, or a number that the
question itself has named."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from knowledge.ask.question import Question
from knowledge.ask.shelf import Held
from knowledge.facts.fact import Fact
from knowledge.lexicon.load import load
from knowledge.model import Dimension
from knowledge.text.capitals import UPPER
from knowledge.text.fold import accented, fold

MEASURED = frozenset({Dimension.AREA, Dimension.LENGTH, Dimension.MASS, Dimension.VOLUME, Dimension.DURATION})
NUMBERS = frozenset({Dimension.COUNT, Dimension.NUMBER})
_NAMED = re.compile(rf"\b({UPPER}[^\W\d]+)\s\Z")
_ONE = re.compile(r"[1-9]")
_WORD = re.compile(r"(?<![\d.,])\d+(?![\d.,/%])|[^\W\d_]+")


def measured(question: Question, fact: Fact, _: Held) -> bool:
    """Whether things are counted ("mấy vụ", "how many projects"), and the figure is a weight, an area or a while."""
    quantity = fact.quantity
    if quantity is None or question.dimension is not None or "cell" in fact.traits:
        return False
    return quantity.dimension in MEASURED and any(unit.head for unit in question.units)


def times_over(question: Question, fact: Fact, _: Held) -> bool:
    """Whether the figure tells how often ("mỗi tuần một lần"), and things are counted."""
    words = (fact.counted or "").lower().split()
    table = load()["vi/others"]["often"]
    if not words or words[0] not in table["words"] or not any(unit.head for unit in question.units):
        return False
    return re.search(table["pattern"], fold(question.read)) is None


def counted_otherwise(question: Question, fact: Fact, held: Held) -> bool:
    """Whether things are counted by a word of their own ("mấy *gói* thuốc lá"), by which the sentence counts another
    figure, and this one by another ("812 vụ, 643.200 gói")."""
    head = next((unit for unit in question.units if unit.head), None)
    if head is None or question.language != "vi" or "cell" in fact.traits or fact.counted in (None, *head.counters):
        return False
    word = fold(head.text).split()[0]
    counted = [fold(one.counted or "").split()[:1] for one in held.passage.facts if one.quantity is not None]
    return [word] in counted and fold(fact.counted or "").split()[:1] != [word]


def named_already(question: Question, fact: Fact, _: Held) -> bool:
    """Whether the figure is a number of things that the question has named itself ("ba mặt hàng chính là gì"): it tells
    nothing new."""
    quantity = fact.quantity
    if quantity is None or quantity.value is None or quantity.total is not None or "cell" in fact.traits:
        return False
    if quantity.dimension not in NUMBERS:
        return False
    if quantity.value in _numbers(question.timeless, question.language):
        return True
    return quantity.value in _counted(question.timeless, fold(fact.counted or ""))


def of_series(question: Question, fact: Fact, held: Held) -> bool:
    """Whether the figure is but the number of one of a series, of which the sentence or the question names several
    ("Trà Nóc 1 và Trà Nóc 2")."""
    quote = held.passage.quote
    if _document().search(quote[: fact.span.start]):
        return True  # "văn bản số 2688"
    if fact.counted is None and fact.text.isdigit() and _number().search(quote[: fact.span.start]):
        return True  # "tổ máy số 1"
    name = _NAMED.search(quote[: fact.span.start])
    if name is None or fact.counted is not None or held.passage.kind != "sentence" or _ONE.fullmatch(fact.text) is None:
        return False
    series = re.compile(rf"\b{re.escape(fold(name[1]))}\s+([1-9])\b(?![.,/]\d|%)")
    return len({*series.findall(fold(quote)), *series.findall(fold(question.timeless))}) > 1


@lru_cache(maxsize=1)
def _document() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load()['vi/others']['series']['documents'])})\s+(?:số\s+)?\Z", re.IGNORECASE)


@lru_cache(maxsize=1)
def _number() -> re.Pattern[str]:
    """The word before the number of one of a series ("tổ máy số 1")."""
    return re.compile(rf"(?:{'|'.join(load()['vi/others']['series']['before'])})\s+\Z", re.IGNORECASE)


@lru_cache(maxsize=256)
def _numbers(text: str, language: str) -> frozenset[int]:
    """The whole numbers of which something is said to be in `text`, in figures or in words with their marks."""
    numerals: dict[str, int] = load()["vi/others"]["named"]["en" if language == "en" else "vi"]
    found = (int(word) if word.isdigit() else numerals.get(word.lower()) for word in _WORD.findall(text))
    return frozenset(number for number in found if number is not None)


@lru_cache(maxsize=256)
def _counted(text: str, noun: str) -> frozenset[int]:
    """The numbers by which `text`, written without marks, counts just that folded noun."""
    words = noun.split()
    if not words or accented(text):
        return frozenset()
    folded = fold(text)
    numerals: dict[str, int] = load()["vi/others"]["named"]["vi"]
    said = pairwise(_WORD.findall(folded))
    counting = {before for before, after in said if after == words[0]}
    return frozenset(number for word, number in numerals.items() if fold(word) in counting)
