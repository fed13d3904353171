"""Follow-ups: a question that leans on the one before it takes over what it does not say itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from knowledge.ask.forms import Forms
from knowledge.ask.question import Question, Unit, Wanted, When, Who
from knowledge.facts.compared import in_year, year_before
from knowledge.model import Period

FEW = 3  # a question of no more things than this, with no time and no name, leans on the one before
PLACE_TERMS = ("n:gate:", "n:zone:", "n:district:", "n:commune:", "n:province:", "n:village:")
DONE, NOT_YET = "actual", frozenset({"plan", "forecast", "estimate"})
PLACED = ("gate", "place")


def merge(
    before: Question | None,
    new: Question,
    forms: Forms,
    contrasts: Sequence[frozenset[str]],
    slot_sets: Sequence[frozenset[str]],
    states: Sequence[frozenset[str]] = (),
) -> Question:
    """`new` with what it leaves unsaid taken from `before`; `new` itself when it stands alone. A unit of one of
    `slot_sets` takes another's place ("còn nhập khẩu?"), any other is a new thing asked
    about, in whatever state: that of the thing before (one of `states`: "quá hạn") is dropped."""
    if before is None or not leans(new, forms):
        return new
    if forms.adds(new.read) and (both := _added(before, new)) is not None:
        return both
    refines = forms.refines(new.read)
    slots = [unit for unit in new.units if _is_slot(unit, slot_sets)]
    content = [unit for unit in new.units if unit not in slots]
    if new.wanted is Wanted.LIST and all(_again(unit, before) for unit in content):
        content = []  # "những dự án nào?" after "bao nhiêu dự án bị thu hồi": those
        new = replace(new, units=tuple(slots))
    replaced = {member for contrast in contrasts if contrast & new.concepts for member in contrast}
    moved = any(who.kind in PLACED for who in new.whos) or any(_is_place(unit) for unit in new.units)
    if DONE in new.concepts:
        replaced |= NOT_YET  # "còn thực tế?" after what was planned
    old = tuple(
        unit
        for unit in (*before.units, *before.inherited)
        if not _says(unit, replaced) and not (moved and _is_place(unit))
    )
    explicit = new.notes.get("form", "")
    if refines or not content:
        units = (*new.units, *(replace(unit, head=unit.head and not content) for unit in old))
        inherited: tuple[Unit, ...] = ()
    else:
        # Another thing is asked: of what was said before, its state ("quá hạn") goes, its side ("xuất khẩu") stays.
        units, inherited = new.units, tuple(unit for unit in old if not _is_slot(unit, states))
    says_kind = bool(explicit) and not (explicit == "which" and not content)
    measures = not explicit and bool(content) and new.expected is not None  # "diện tích?" after "when is it finished?"
    # "Quá hạn mấy cái" after "bao nhiêu phần trăm" counts again; "còn năm 2023 đạt bao nhiêu" goes on in percent.
    goes_on = not content and not (explicit and new.units)
    # "and the patrol road?" asks for the same figure of another thing, unless that is a measure of its own.
    swaps = bool(content) and not explicit and not measures and forms.follows(new.read)
    whos = _names(before, new)
    return replace(
        new,
        units=units,
        inherited=inherited,
        wanted=new.wanted
        if measures or (says_kind and (content or new.wanted is not Wanted.QUANTITY))
        else before.wanted,
        whens=_whens(before, new, forms),
        whos=whos,
        named=new.named | {id_ for who in whos for id_ in who.ids},
        concepts=new.concepts | (before.concepts - replaced if not content or refines else frozenset()),
        operations=new.operations | (before.operations if not content else frozenset()),
        unit=new.unit or (before.unit if not content or swaps else None),
        dimension=new.dimension or (before.dimension if goes_on or swaps else None),
        expected=new.expected or (before.expected if goes_on or swaps else None),
        change=new.change or (before.change and not content),
        denies=new.denies or (before.denies and not content),
    )


def _added(before: Question, new: Question) -> Question | None:
    """`before` asked of its gates or times and those of `new` together; None where the two name none alike."""
    first, then = _gates(before), _gates(new)
    gates = (*first, *then)
    timed = bool(before.whens and new.whens) and not new.whos
    if before.wanted is not Wanted.QUANTITY or not ((first and then) or timed):
        return None
    others = tuple(who for who in before.whos if who.kind != "gate")
    units = tuple(unit for unit in before.units if not _is_place(unit))
    return replace(
        before, text=new.text, read=new.read, language=new.language, asked_on=new.asked_on, changes=new.changes,
        operations=before.operations | {"sum"}, units=units, whos=(*others, *dict.fromkeys(gates)),
        whens=(*before.whens, *new.whens) if timed else before.whens, named=before.named | new.named,
    )  # fmt: skip


def _gates(question: Question) -> tuple[Who, ...]:
    """The gates a question names, surely or beside a place of the same name."""
    doubtful = [
        Who("gate", (term[2:],), unit.text, name=unit.name)
        for unit in question.units
        for term, _ in unit.options
        if term.startswith("n:gate:")
    ]
    return (*(who for who in question.whos if who.kind == "gate"), *doubtful)


def leans(new: Question, forms: Forms) -> bool:
    """Whether `new` cannot stand alone: worded as a follow-up, or short and without time or name."""
    if forms.follows(new.read):
        return True
    named = any(who.kind != "office" for who in new.whos)
    return not new.whens and len(new.units) <= FEW and (not named or not new.units)


def stands_alone(new: Question, forms: Forms) -> bool:
    """Whether `new`, though short, may be a question of its own: it says what it wants to know, and of what ("bao nhiêu
    cán bộ", "ai là trưởng ban"), and is not worded as a follow-up."""
    if forms.follows(new.read) or forms.refines(new.read) or not new.notes.get("form"):
        return False
    if new.wanted is Wanted.LIST and not new.whos:
        return any(not unit.head for unit in new.units)  # "những dự án nào?": those just spoken of
    if new.wanted is Wanted.QUANTITY:
        return any(unit.head for unit in new.units) or len(new.units) > 1
    return bool(new.units or new.whos)


def _whens(before: Question, new: Question, forms: Forms) -> tuple[When, ...]:
    years = [when for when in (*new.whens, *new.bases) if not when.day and _is_year(when.period)]
    if before.whens and len(years) == 1 and forms.same_months(new.read):
        moved = in_year(before.whens[0].period, years[0].period.start.year)
        return (When(moved, before.whens[0].day, ""),)
    if before.whens and forms.year_before(new.read):
        return tuple(replace(when, period=year_before(when.period), text="") for when in before.whens)
    if before.whens and (shift := forms.shift(new.read)) is not None:
        later = shift.of(before.whens[0].period)
        return (When(later, False, ""),) if later is not None else new.whens
    return new.whens or before.whens


def _is_year(period: Period) -> bool:
    return (period.start.month, period.start.day) == (1, 1) and period.end == date(period.start.year + 1, 1, 1)


def says_nothing_new(before: Question, merged: Question) -> bool:
    """Whether a follow-up, merged, is but the question before it: what it asked was not understood."""
    return _frame(before) == _frame(merged) and before.read != merged.read


def _frame(question: Question) -> tuple[object, ...]:
    """All that decides what is looked up."""
    return (
        question.units, question.whens, question.whos, question.wanted, question.bases, question.operations,
        question.unit, question.dimension, question.change,
    )  # fmt: skip


def _again(unit: Unit, before: Question) -> bool:
    """Whether a thing is the one of which the question before spoke."""
    said = {term for old in (*before.units, *before.inherited) for term in old.terms}
    return any(term in said for term, factor in unit.options if factor == 1.0)


def _is_place(unit: Unit) -> bool:
    return any(term.startswith(PLACE_TERMS) for term, _ in unit.options)


def _is_slot(unit: Unit, contrasts: Sequence[frozenset[str]]) -> bool:
    return _says(unit, {member for contrast in contrasts for member in contrast})


def _says(unit: Unit, concepts: set[str]) -> bool:
    return any(term.startswith("c:") and weight == 1.0 and term[2:] in concepts for term, weight in unit.options)


def _names(before: Question, new: Question) -> tuple[Who, ...]:
    """A new gate or place takes the old one's room; a name of another kind joins."""
    kinds = {who.kind for who in new.whos}
    gates: tuple[Who, ...] = ()
    if not kinds & set(PLACED) and any(who.kind == "gate" for who in before.whos):
        gates = _gates(new)  # "thế Tịnh Biên?", a gate and a district, after a question of another gate
    if kinds & set(PLACED) or gates:
        kinds |= set(PLACED)
    return (*new.whos, *gates, *(who for who in before.whos if who.kind not in kinds))
