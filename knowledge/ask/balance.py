"""How far exports and imports are apart: as the report tells it ("xuất siêu 16,5 triệu USD"), else the one less the
other."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from knowledge.ask import arithmetic
from knowledge.ask.arithmetic import Computed
from knowledge.ask.lookup import Desk
from knowledge.ask.question import Question, Unit, Wanted
from knowledge.lexicon.load import load

BALANCE = "trade_balance"
WAYS = ("export", "import")
BOTH = "import_export"
SCALES = tuple(Decimal(10) ** power for power in (0, 3, 6, 9))  # of figures whose unit stands with their sum
WORDS = frozenset({BALANCE, BOTH, *WAYS, "total", "amount"})  # each way is told without them


def asks(question: Question) -> bool:
    """Whether it is asked how far the two ways of trade are apart, at one time and one place."""
    if question.wanted is not Wanted.QUANTITY or question.dimension == "percent" or len(question.whens) > 1:
        return False
    if BALANCE in question.concepts:
        return True
    gates = [who for who in question.whos if who.kind == "gate"]
    both = BOTH in question.concepts or question.concepts.issuperset(WAYS)
    apart = "difference" in question.operations and not question.bases and not question.notes.get("same_period")
    changed = question.concepts & set(load()["domain/measures"]["change"])
    return apart and both and len(gates) < 2 and not changed and "plan" not in question.concepts


def balance(question: Question, desk: Desk) -> Computed | None:
    """The difference of the two ways, or None where either is not told."""
    said = _told(question, desk)
    if said is not None:
        return said
    found = [desk.figure(_of_trade(question, way)) for way in WAYS]
    x, y = (arithmetic.value(candidate) for candidate in found)
    operands = [candidate for candidate in found if candidate is not None]
    if x is None or y is None or x == y or not arithmetic.same_measure(operands):
        return None
    if any(candidate.fact.traits & {"change", "ahead"} for candidate in operands):
        return None
    if not arithmetic.one_board(question, operands):
        return None
    high, low = operands if x > y else reversed(operands)
    if arithmetic.unit(high) is not None:
        return arithmetic.combine(abs(x - y), [high, low], "-", arithmetic.unit(high))
    whole = desk.figure(_of_trade(question, BOTH, *load()["domain/measures"]["wholes"][BOTH]))
    z = arithmetic.value(whole)
    if whole is None or z is None or arithmetic.unit(whole) is None or z / (x + y) not in SCALES:
        return None  # so many of what?
    return arithmetic.combine(abs(x - y) * z / (x + y), [high, low], "-", arithmetic.unit(whole))


def _told(question: Question, desk: Desk) -> Computed | None:
    """The figure that a report itself calls so."""
    found = desk.figure(_of_trade(question, BALANCE))
    value = arithmetic.value(found)
    if found is None or value is None or "c:" + BALANCE not in found.fact.near:
        return None
    return Computed(abs(value), arithmetic.unit(found), "", (found,))


def _of_trade(question: Question, measure: str, *like: str) -> Question:
    """`question` asked of one `measure` of trade, or of those `like` it, in place of what it says of trade."""
    level = arithmetic.plain(question)
    units = tuple(unit for unit in level.units if not _of(unit, WORDS))
    told = Unit(measure, tuple(("c:" + concept, 1.0) for concept in (measure, *like)))
    return replace(level, units=(told, *units), concepts=(level.concepts - WORDS) | {measure})


def _of(unit: Unit, concepts: frozenset[str]) -> bool:
    return any(term[2:] in concepts for term, factor in unit.options if factor == 1.0 and term.startswith("c:"))
