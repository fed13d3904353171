"""A figure of an earlier time from a later one and the change told against that time: "61 vụ, bớt 18 vụ so với 6 tháng
đầu năm trước" tells of 79, "đạt 46 tỷ đồng, tăng 15% so với năm 2022" of 40."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from knowledge.ask import arithmetic, times
from knowledge.ask.arithmetic import Computed
from knowledge.ask.judge import judge
from knowledge.ask.lookup import Desk
from knowledge.ask.question import Question, When
from knowledge.ask.score import Candidate
from knowledge.ask.shelf import Held
from knowledge.ask.show import fact_text, figure
from knowledge.facts.fact import Fact, FactKind, Layer
from knowledge.lexicon.load import load
from knowledge.model import Dimension, Period, Quantity

FALLS = frozenset({"decrease", "less"})
LOOKED_AT = 30  # figures
NEAR = 60  # letters before a change in which a word tells which way it went
FEWEST = Decimal(-90)  # per cent: what is left after a greater fall tells too little of what there was
HUNDRED = Decimal(100)
DAY = timedelta(days=1)


def before(question: Question, desk: Desk) -> Computed | None:
    """The figure at the one time asked about, from a later one and what that has changed by."""
    if len(question.whens) != 1 or question.dimension == "percent":
        return None
    asked = question.whens[0]
    open_time = replace(question, whens=())
    ranked = [c for c in desk.likely(open_time, frozenset({FactKind.QUANTITY})) if "change" not in c.fact.traits]
    changes: dict[int, tuple[Held, Fact]] = {}
    for candidate in ranked[:LOOKED_AT]:
        if candidate.score >= desk.line and (change := _change(candidate, asked, desk)) is not None:
            changes[id(candidate)] = change
    now = judge(open_time, [c for c in ranked if id(c) in changes], desk.rules.weights).winner
    level = arithmetic.value(now)
    if now is not None and _with_others(question, now.fact):
        return None  # of that gate and others together
    if now is None or level is None or now.fact.quantity is None:
        return None
    held, fact = changes[id(now)]
    quantity = fact.quantity
    if quantity is None or quantity.value is None:
        return None
    falls = _falls(held, fact)
    other = replace(now, fact=fact, held=held)
    if quantity.dimension is Dimension.PERCENT:
        return _grown(now, other, level, -quantity.value if falls else quantity.value)
    value = level + quantity.value if falls else level - quantity.value
    if value < 0:
        return None
    return arithmetic.combine(value, [now, other], "+" if falls else "-", arithmetic.unit(now))


def _with_others(question: Question, fact: Fact) -> bool:
    """Whether the figure is told of the gate asked for together with others."""
    asked = {id_.partition(":")[2] for who in question.whos if who.kind == "gate" for id_ in who.ids}
    asked |= {id_.partition(":")[2] for id_ in question.named}
    near = {id_.partition(":")[2] for id_, layer in fact.names if layer <= Layer.CLAUSE and id_.startswith("gate:")}
    return bool(near & asked) and bool(near - asked)


def _falls(held: Held, fact: Fact) -> bool:
    """Whether a change is told as a fall: by the last word of change before it ("kém năm trước 11.700 m3"), else by the
    concepts that govern it."""
    words = list(_changes().finditer(held.passage.quote.lower(), max(0, fact.span.start - NEAR), fact.span.start))
    if words:
        return words[-1][0] in load()["vi/clauses"]["falls"]
    return any(concept in FALLS for concept, _ in fact.governs)


@lru_cache(maxsize=1)
def _changes() -> re.Pattern[str]:
    words = sorted(map(re.escape, load()["vi/clauses"]["change"]), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(words)})\b")


def _grown(now: Candidate, change: Candidate, level: Decimal, percent: Decimal) -> Computed | None:
    """What has grown by `percent` to `level`: rounded as the level is written."""
    quantity = now.fact.quantity
    if quantity is None or quantity.dimension is Dimension.PERCENT or percent <= FEWEST:
        return None
    value = level / (1 + percent / HUNDRED)
    places = level.normalize().as_tuple().exponent
    assert isinstance(places, int)
    value = value.quantize(Decimal(1).scaleb(places), ROUND_HALF_UP)
    unit = arithmetic.unit(now)
    rate = figure(HUNDRED + percent, "%")
    text = f"{fact_text(now.fact)} / {rate} ≈ {figure(value, unit)}"
    return Computed(value, unit, text, (now, change))


def _change(candidate: Candidate, asked: When, desk: Desk) -> tuple[Held, Fact] | None:
    """The change from the time `asked` that is told of a figure: in so many, else in per cent."""
    quantity = candidate.fact.quantity
    if quantity is None or quantity.total is not None:
        return None
    shares: tuple[Held, Fact] | None = None
    for held, fact in _following(candidate, desk):
        changed = fact.quantity
        if changed is None or changed.value is None or not _since(candidate, held, fact, asked):
            if _another(fact, quantity, candidate):
                break
            continue
        if changed.dimension is Dimension.PERCENT:
            named = any(trait.startswith("since:") for trait in fact.traits)
            shares = shares or ((held, fact) if named and held is candidate.held else None)
        elif changed.dimension == quantity.dimension and _counts_alike(changed, quantity):
            return held, fact
    return shares


def _another(fact: Fact, quantity: Quantity, candidate: Candidate) -> bool:
    """Whether a figure is another level of the same sort, of which the changes after it are told. Those in brackets are
    but parts of the first."""
    other = fact.quantity
    if other is None or "change" in fact.traits or other.dimension is Dimension.PERCENT:
        return False
    quote = candidate.held.passage.quote
    between = quote[candidate.fact.span.end : fact.span.start]
    bracketed = between.count("(") > between.count(")")
    return not bracketed and other.dimension == quantity.dimension and ";" in between


def _since(candidate: Candidate, held: Held, fact: Fact, asked: When) -> bool:
    """Whether `fact` is a change from the time asked about."""
    if "change" not in fact.traits or "against:plan" in fact.traits:
        return False
    said = [trait.partition(":")[2] for trait in fact.traits if trait.startswith("since:")]
    told = _told(candidate)
    if "day" in said:
        return asked.day and told is not None and told.start == asked.period.end and told.end - told.start == DAY
    if said:
        return not asked.day and f"{asked.period.start}/{asked.period.end}" in said
    if any(trait.startswith("against:") for trait in fact.traits) or told is None:
        return False
    return not asked.day and told == _a_year_on(asked.period)


def _told(candidate: Candidate) -> Period | None:
    """The time a level is of."""
    days = [
        t.period for t in candidate.fact.times if t.layer <= Layer.SENTENCE and t.period.end - t.period.start == DAY
    ]
    if days:
        return days[0]
    period = times.of_fact(candidate.fact, candidate.held)
    if period is None and (day := candidate.held.report.document_date) is not None:
        return Period(day, date.fromordinal(day.toordinal() + 1))
    return period


def _a_year_on(period: Period) -> Period | None:
    try:
        return Period(period.start.replace(year=period.start.year + 1), period.end.replace(year=period.end.year + 1))
    except ValueError:
        return None


def _counts_alike(one: Quantity, other: Quantity) -> bool:
    """Whether two figures are of one unit: the same, or one said more fully ("vụ", "vụ tai nạn")."""
    a, b = one.unit or "", other.unit or ""
    return a == b or (bool(a and b) and (a.startswith(b + " ") or b.startswith(a + " ")))


def _following(candidate: Candidate, desk: Desk) -> Iterable[tuple[Held, Fact]]:
    """The facts behind a figure: those of its sentence, then those of the next sentence of its paragraph."""
    here = candidate.held
    for fact in here.passage.facts:
        if fact.span.start >= candidate.fact.span.end:
            yield here, fact
    after = [
        held
        for held in desk.shelf.passages
        if (held.report.id, held.passage.group) == (here.report.id, here.passage.group)
        and held.passage.start >= here.passage.end
    ]
    for held in sorted(after, key=lambda one: one.passage.start)[:1]:
        for fact in held.passage.facts:
            yield held, fact
