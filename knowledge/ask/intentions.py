"""Figures that are only wished for, aimed at or to come, where what was done is asked for; and the reverse."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import lru_cache

from knowledge.ask.other_measures import AIMS, TRAVEL, asked_for, families
from knowledge.ask.question import Question, Wanted
from knowledge.ask.shelf import Held
from knowledge.facts.fact import Fact, Layer
from knowledge.lexicon.load import load
from knowledge.model import Dimension
from knowledge.text.fold import fold

_TABLE = load()["domain/measures"]
PROPOSED = frozenset("c:" + id_ for id_ in _TABLE["proposals"])
ASKS = frozenset(_TABLE["asks"])
INVESTED = frozenset("c:" + id_ for id_ in _TABLE["invested"])
REQUESTS = frozenset({"c:propose", "c:request"})
PLANS = frozenset("c:" + id_ for id_ in ("plan", "capital_plan", "target", "fee_estimate", "estimate", "forecast"))
EXPECTED = frozenset({"forecast", "target", "propose", "request"})
COLLECTED = "c:collect"
EARLY = 0.15  # of a time, in which hardly anything is done yet
LEAD = timedelta(days=366)
_PART = re.compile(r"\A|[:.](?=\s)")  # an aim goes on over "; "


def only_proposed(question: Question, fact: Fact, held: Held) -> bool:
    """Whether the figure is one that somebody asked for, and the question is not of what was asked for: "đề nghị miễn
    12 tháng" says nothing of how many were granted."""
    if "correction" in held.passage.traits:
        return False  # what is asked for there is to put a figure right
    if "granted" in fact.traits or question.concepts & ASKS:
        return False
    if any("retracted" in other.traits for other in held.passage.facts):
        return False  # it stands for another figure, whatever the letter asks its readers to do
    return "wished" in fact.traits or bool(PROPOSED & (fact.near | fact.clause))


def not_requested(question: Question, fact: Fact, held: Held) -> bool:
    """Whether it is asked for how much somebody requested, and nothing about the figure is of a request."""
    if _asks("requests").search(fold(question.read)) is None or question.wanted is not Wanted.QUANTITY:
        return False
    if fact.traits & {"wished", "granted"}:
        return "granted" in fact.traits
    around = fact.near | fact.clause | held.passage.sentence | held.passage.context
    return not around & REQUESTS and _asks("requests").search(fold(held.passage.quote)) is None


def aimed(question: Question, fact: Fact, held: Held) -> bool:
    """Whether the figure is only aimed at ("phấn đấu thu hút 300 triệu USD, thu phí 12 tỷ"), and no aim is asked
    for."""
    if question.concepts & AIMS or "planned" in question.traits or "cell" in fact.traits:
        return False
    before = held.passage.quote[: fact.span.start]
    part = before[max(match.end() for match in _PART.finditer(before)) :]
    aims = [match.end() for match in _words("aims").finditer(part)]
    if not aims:
        least = _words("least").match(held.passage.quote, fact.span.end) is not None
        return least or _words("bounds").match(fact.text) is not None
    return _words("done").search(part, aims[-1]) is None


def planned_sum(question: Question, fact: Fact, held: Held) -> bool:
    """Whether a sum is itself called a plan, and it is asked what was taken or traded."""
    if question.concepts & AIMS or "planned" in question.traits or question.against_plan or "cell" in fact.traits:
        return False
    if fact.quantity is None or fact.quantity.dimension is not Dimension.MONEY or question.change:
        return False
    return ("plan", Layer.NEAR) in fact.governs and bool(families(term[2:] for term in asked_for(question)))


def due_later(question: Question, fact: Fact, held: Held) -> bool:
    """Whether the figure is to be reached by a day after the report, and the question is of what was done: "yêu cầu đến
    30/9 giải ngân đạt 65%", in a report of July."""
    dated = held.report.document_date
    if dated is None or question.concepts & ASKS or "correction" in held.passage.traits:
        return False
    own = [time for time in fact.times if time.layer <= Layer.CLAUSE]
    if not own or any(time.period.start <= dated for time in own):
        return False
    return all(time.role in ("deadline", "as-of") for time in own) and not any(
        when.period.contains(time.period) for when in question.whens for time in own
    )


def not_begun(question: Question, fact: Fact, held: Held) -> bool:
    """Whether the report was written when the time asked about had hardly begun: what it tells of that is planned."""
    if question.concepts & AIMS or "planned" in question.traits or len(question.whens) != 1:
        return False
    period, written = question.whens[0].period, held.report.document_date
    if written is None or question.whens[0].day or fact.traits & {"to", "from"}:
        return False
    asked = asked_for(question)
    paid = fact.quantity is not None and fact.quantity.dimension is Dimension.MONEY and not asked & INVESTED
    if not (
        "actual" in question.concepts or paid or families(term[2:] for term in asked) or asked & (TRAVEL | {COLLECTED})
    ):
        return False
    if _asks("must").search(fold(question.read)):
        return False
    early = period.start + (period.end - period.start) * EARLY
    own = [time.period for time in fact.times if time.layer <= Layer.CONTEXT]
    if "actual" in question.concepts and own and all(one.start > written for one in own):
        return period.start - LEAD <= written < early  # "thực tế được bao nhiêu người": the plan names the days
    return period.start - LEAD <= written < early and (period in own or not own)


def never_planned(question: Question, fact: Fact, held: Held) -> bool:
    """Whether a plan or an aim is asked for, and neither the figure's own clauses nor its section or report tell of
    one."""
    asked = any(term in PLANS and factor == 1.0 for unit in question.units for term, factor in unit.options)
    if not asked or "ahead" in fact.traits or any(time.role == "plan" for time in fact.times):
        return False
    return not (fact.near | fact.clause | held.report.terms) & PLANS


def ahead(question: Question, fact: Fact, _: Held) -> bool:
    """Whether the figure stands in a section on what is to come, and it is asked what was taken or traded."""
    if "ahead" not in fact.traits or "cell" in fact.traits or question.concepts & AIMS or "planned" in question.traits:
        return False
    return bool(families(term[2:] for term in asked_for(question))) and not _asks("must").search(fold(question.read))


def for_later(question: Question, fact: Fact, _: Held) -> bool:
    """Whether the figure is aimed at for a time, and the question is of another one and no aim."""
    if question.concepts & AIMS or "planned" in question.traits:
        return False
    aims = [time.period for time in fact.times if time.role == "plan" and time.layer <= Layer.CLAUSE]
    asked = [when.period for when in question.whens]
    return bool(aims and asked) and not any(
        one.start < other.end and other.start < one.end for one in aims for other in asked
    )


def at_the_end(question: Question, fact: Fact, held: Held) -> bool:
    """Whether what was reached by a day is asked for, and the figure is what is expected of the whole time: "đến 15/11
    được 38 tỷ đồng, dự kiến cả năm đạt 104%"."""
    if question.concepts & EXPECTED or "planned" in question.traits or "cell" in fact.traits:
        return False
    if not question.whens or not all(when.day or when.until for when in question.whens):
        return False
    if _asks("expected").search(fold(question.read)) is not None:
        return False
    return _expected().search(held.passage.quote[: fact.span.start]) is not None


@lru_cache(maxsize=1)
def _expected() -> re.Pattern[str]:
    """What is expected of a whole time, between its words and the figure no mark."""
    table = load()["vi/others"]["expected"]
    likely, ends = ("|".join(map(re.escape, table[key])) for key in ("words", "ends"))
    return re.compile(rf"\b(?:{likely})\b[^,;:.]*\b(?:{ends})\b[^,;:.]*\Z", re.IGNORECASE)


@lru_cache(maxsize=8)
def _words(name: str) -> re.Pattern[str]:
    """The words of a row of ``vi/others.toml``."""
    return re.compile(
        rf"(?:\b|(?=\s))(?:{'|'.join(map(re.escape, load()['vi/others'][name]['words']))})\b", re.IGNORECASE
    )


@lru_cache(maxsize=8)
def _asks(name: str) -> re.Pattern[str]:
    """The pattern of such a row, over the folded question."""
    return re.compile(load()["vi/others"][name]["pattern"])
