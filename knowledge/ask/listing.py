"""Lists: an enumeration in the text, a list below a lead-in, or the rows of a table that fit."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from knowledge.ask.bullets import bulleted
from knowledge.ask.items import at_large, built, counted
from knowledge.ask.lookup import Desk
from knowledge.ask.other_measures import MEASURES
from knowledge.ask.question import Question, Unit, Wanted
from knowledge.ask.score import Candidate, score
from knowledge.ask.shelf import Held
from knowledge.ask.show import value_of
from knowledge.ask.sought import Sought, sought
from knowledge.ask.weighing import Weighing
from knowledge.facts.fact import Fact, FactKind
from knowledge.lexicon.load import load
from knowledge.model import Span
from knowledge.text.capitals import UPPER
from knowledge.text.fold import fold

KIND_BONUS = 0.12
COUNT_BONUS = 0.12  # for as many items as the question says
COUNT_PENALTY = 0.2  # for more or fewer
DECLARED_BONUS = 0.04
EACH = frozenset({"each"})  # operation: rows are asked for, one after the other
TOLD = 0.5  # so much of what is asked must be said in the sentence of the list, or in the row's own words
ROW_PARTS = frozenset({"row", "gate"})
SUMS = frozenset({"c:total"})
SUPERLATIVES = frozenset({"c:highest", "c:lowest"})  # found by comparing the rows, which do not say so themselves
PEOPLE = "list:person"
KNOWN = frozenset({"list:person", "list:gate"})  # of things that are called what they are
PERSONS = frozenset({"person"})
_NAME = re.compile(rf"{UPPER}\w*(?: {UPPER}\w*){{1,5}}")  # what nobody is known by, yet may be called
THINGS = frozenset({"c:project", "c:works", "c:task", "c:key_task", "c:goods", "c:document", "c:difficulty"})
DUTIES = frozenset({"c:task", "c:key_task"})  # told in words
ABSENT = "c:absent"
BARE = ("c:investment",)
NEAR = 80  # letters before a list in which it may be called what it is


@dataclass(frozen=True, slots=True)
class Listed:
    """Items, what they were found by, and the words to mark in the first citation; `also` are cited besides."""

    items: tuple[str, ...]
    operands: tuple[Candidate, ...]
    mark: Span | None = None
    also: tuple[Held, ...] = ()


def listed(question: Question, desk: Desk) -> Listed | None:
    """The list that answers `question`."""
    asked = sought(question)
    if not question.units and not question.inherited and not asked.count:
        return None  # any list would do
    written = _written(asked, desk)
    rows = _rows(asked, desk)
    if rows is not None and (written is None or _better(asked, rows, written)):
        return rows
    if written is None or written.operands[0].score < desk.line:
        return None
    return written


def plural(question: Question) -> bool:
    """Whether several things that have names of their own are asked for ("những công trình gì")."""
    asked = sought(question)
    named = any(unit.head and _thing(unit) and unit.said(DUTIES) < 1.0 for unit in asked.question.units)
    words, read = load()["domain/kinds"]["plural"], fold(question.read)
    return (named and re.search(words["pattern"], read) is not None) or re.search(words["anything"], read) is not None


def _better(asked: Sought, rows: Listed, written: Listed) -> bool:
    if asked.count and (len(rows.items) == asked.count) != (len(written.items) == asked.count):
        return len(rows.items) == asked.count
    return rows.operands[0].score > written.operands[0].score


def _written(asked: Sought, desk: Desk) -> Listed | None:
    """The best of the lists in running text and of those below a lead-in."""
    question = replace(asked.question, wanted=Wanted.LIST)
    found: list[tuple[Candidate, tuple[Held, ...]]] = []
    weigh = desk.weighing(question)
    bare = replace(question, units=tuple(unit for unit in question.units if not unit.head))
    for candidate in desk.ranked(question, frozenset({FactKind.LIST})):
        implied = _implied(asked, candidate.fact)
        made = score(bare, candidate.fact, candidate.held, desk.shelf, desk.rules, weigh) if implied else candidate
        if made is not None:
            found.append((made, ()))
    for one in bulleted(desk.shelf):
        made = score(question, one.fact, one.lead, desk.shelf, desk.rules, weigh)
        if made is not None:
            found.append((made, one.items))
    fitting = [
        (replace(c, score=c.score + _bonus(asked, c)), also)
        for c, also in found
        if _of_kind(asked, c.fact) and _told(asked, c, weigh) >= TOLD and not _came(question, c.fact)
    ]
    if not fitting and question.whos:
        alike = [score(question, fact, held, desk.shelf, desk.rules, weigh) for held, fact in _at_large(desk)]
        fitting = [(one, ()) for one in alike if one is not None and _told(asked, one, weigh) >= 1.0]
    if not fitting:
        return None
    fitting = [pair for pair in fitting if _outright(asked, pair[0].fact)] or fitting
    best, also = min(fitting, key=lambda pair: (-pair[0].score, pair[0].held.id, pair[0].fact.span.start))
    return Listed(best.fact.items, (best,), best.fact.span, also)


def _at_large(desk: Desk) -> list[tuple[Held, Fact]]:
    return [(held, fact) for held in desk.shelf.passages for fact in at_large(held)]


def _came(question: Question, fact: Fact) -> bool:
    """Whether they are not said to be absent, and the absent are asked for."""
    return "absent" in question.concepts and ABSENT not in fact.near | fact.clause


def _of_kind(asked: Sought, fact: Fact) -> bool:
    """Whether the items may be of a kind asked for, and are not called another thing of that kind ("lối mở" are no
    "cửa khẩu phụ")."""
    if not asked.kinds:
        return PEOPLE not in fact.traits or not any(unit.head and _thing(unit) for unit in asked.question.units)
    table = load()["domain/kinds"]
    kinds = asked.kinds & set(table["distinct"]["kinds"])
    heads = {term for unit in asked.question.units if unit.head for term in unit.terms}
    called = {term for term in fact.near if table["names"].get(term.removeprefix("c:")) in kinds}
    if called and heads and not heads & fact.near:
        return False
    if asked.kinds == PERSONS:
        return _matches(asked, fact) or ("list:other" in fact.traits and all(map(_NAME.fullmatch, fact.items)))
    return "list:other" in fact.traits or _matches(asked, fact)


def _thing(unit: Unit) -> bool:
    """Whether it is no person that is looked for: a project, a task."""
    return any(term in THINGS and factor == 1.0 for term, factor in unit.options)


def _matches(asked: Sought, fact: Fact) -> bool:
    return any(f"list:{kind}" in fact.traits for kind in asked.kinds)


def _told(asked: Sought, candidate: Candidate, weigh: Weighing) -> float:
    """Share of what is asked that the list's own sentence says: the things (where nothing else is asked, what they are
    called), how many, and of what kind. Whose list it is goes without saying: another's is no candidate."""
    fact = candidate.fact
    terms = fact.near | fact.clause | candidate.held.passage.sentence
    if counted(asked, candidate) and (_heads(asked, fact) or _names(asked, candidate)):
        return 1.0
    if any(not _called(unit, terms) for unit in _posts(asked)):
        return 0.0  # another post's holders
    things = [(weigh.of[unit.text], unit.said(terms)) for unit in _things(asked)]
    known = [unit.said(terms) for unit in _things(asked) if unit.word is None]
    if known and not _posts(asked) and not any(known):
        return 0.0  # the same kind of things, of which something else is told
    heads = [(weigh.of[unit.text], unit.said(terms)) for unit in asked.question.units if unit.head]
    if not things and not asked.count:
        things = heads
    elif _heads(asked, fact) or _posts(asked):
        things += heads
    if count := asked.count:
        things.append((1.0, float(count == len(fact.items))))
    if asked.kinds:
        fits = _matches(asked, fact) or _names(asked, candidate) or _heads(asked, fact)
        things.append((1.0, float(fits)))
    total = sum(weight for weight, _ in things)
    return sum(weight * said for weight, said in things) / total if total else 1.0


def _outright(asked: Sought, fact: Fact) -> bool:
    """Whether its own words say what is asked, and not only what that is a kind of: calls for investment are no
    investment."""
    own = [replace(unit, parts=()) for unit in _things(asked) if unit.parts == BARE]
    return all(unit.said(fact.near | fact.clause) >= TOLD for unit in own)


def _things(asked: Sought) -> list[Unit]:
    """What is said of the things looked for."""
    units = [unit for unit in (*asked.question.units, *asked.question.inherited) if not unit.head]
    return [unit for unit in units if not unit.light] or units


def _posts(asked: Sought) -> list[Unit]:
    """The posts whose holders are looked for."""
    posts = {f"c:{concept}" for concept in load()["domain/kinds"]["posts"]["concepts"]}
    units = (*asked.question.units, *asked.question.inherited)
    return [unit for unit in units if unit.head and any(term in posts for term, _ in unit.options)]


def _heads(asked: Sought, fact: Fact) -> bool:
    """Whether the list's own clause calls its items what is looked for."""
    return any(_called(unit, fact.near) for unit in asked.question.units if unit.head)


def _called(unit: Unit, terms: frozenset[str]) -> bool:
    return any(term in terms for term, factor in unit.options if factor == 1.0)


def _names(asked: Sought, candidate: Candidate) -> bool:
    """Whether the words around the list name the thing looked for as the question does."""
    quote, span = candidate.held.passage.quote, candidate.fact.span
    around = fold(quote[: span.start][-NEAR:] if span.start else quote)
    return bool(asked.text) and re.search(rf"\b{re.escape(fold(asked.text))}\b", around) is not None


def _bonus(asked: Sought, candidate: Candidate) -> float:
    fact, bonus = candidate.fact, 0.0
    parts = dict(candidate.parts)
    if _matches(asked, fact) or _names(asked, candidate):
        bonus += KIND_BONUS - parts.get("head", 0.0)  # what they are says what is looked for
    declared = "declared" in fact.traits
    if count := asked.count:
        bonus += COUNT_BONUS * (1 + declared) if count == len(fact.items) else -COUNT_PENALTY
    return bonus + (DECLARED_BONUS if declared else 0.0)


def _implied(asked: Sought, fact: Fact) -> bool:
    """Whether the things need not be called what they are: as many as the text says, of whom just that is told which is
    asked, and which it calls nothing else ("cấp mới 03: …"); or works whose own names say so ("Đường N5, đường N8")."""
    things = _things(asked)
    if built(asked, fact) and not _heads(asked, fact):
        return all(unit.said(fact.near | fact.clause) >= TOLD for unit in things)
    if asked.kinds or not things or "declared" not in fact.traits or fact.traits & KNOWN:
        return False
    heads = {term for unit in asked.question.units if unit.head for term in unit.terms}
    called = {"c:" + concept for concept in load()["domain/measures"]["countable"]} - heads
    return all(unit.said(fact.near) >= 1.0 for unit in things) and not called & fact.near


# --- rows of tables ----------------------------------------------------------------------------------------


def _rows(asked: Sought, desk: Desk) -> Listed | None:
    """Labels of the rows of one table in whose column the question's figure stands and is not 0."""
    units = asked.question.units
    if asked.kinds and not all(unit.head for unit in units):
        units = tuple(unit for unit in units if not unit.head)  # the labels are it, the figures are something else
    question = replace(asked.question, wanted=Wanted.QUANTITY, units=units)
    cells = [c for c in _cells(question, desk) if c.score >= desk.line and _row_of(c, asked)]
    if not cells:
        return None
    best = cells[0]
    fitting: dict[int, Candidate] = {}
    for cell in cells:
        same = (cell.held.report.id, cell.held.passage.group) == (best.held.report.id, best.held.passage.group)
        value = value_of(cell.fact.quantity) if cell.fact.quantity else None
        if same and value and column(cell) == column(best) and not cell.fact.near & SUMS:
            fitting.setdefault(cell.held.id, cell)
    chosen = sorted(fitting.values(), key=lambda c: c.held.id)
    if len(chosen) < 2:
        return None
    return Listed(tuple(dict.fromkeys(label(c) for c in chosen)), tuple(chosen))


def _cells(question: Question, desk: Desk) -> list[Candidate]:
    """Cells of tables, best first; that the question names no row (or gate) does not count: the rows are asked for."""
    question = replace(question, operations=question.operations | EACH)
    cells = [c for c in desk.ranked(question, frozenset({FactKind.QUANTITY})) if "cell" in c.fact.traits]
    eased = [replace(c, score=c.score - sum(value for part, value in c.parts if part in ROW_PARTS)) for c in cells]
    return sorted(eased, key=lambda c: (-c.score, c.held.id, c.fact.span.start))


def _row_of(candidate: Candidate, asked: Sought) -> bool:
    """Whether the row is of a thing of the kind asked for, as far as its label and the table's headers tell."""
    passage = candidate.held.passage
    found = {str(fact.kind) for fact in passage.facts if "label" in fact.traits}
    named = any(term in passage.context for unit in asked.question.units if unit.head for term in unit.terms)
    return named or not asked.kinds or not found or bool(found & asked.kinds)


def column(candidate: Candidate) -> int:
    """Number of the column a cell stands in."""
    return candidate.held.passage.quote[: candidate.fact.span.start].count("\t")


def label(candidate: Candidate) -> str:
    """The words of a row's first cell that has any."""
    for cell in candidate.held.passage.quote.split("\t"):
        if any(c.isalpha() for c in cell) and len(cell.strip()) > 1:
            return " ".join(cell.split()).lstrip("-+• ")
    return candidate.held.passage.quote


def first(question: Question, desk: Desk) -> tuple[Candidate, str] | None:
    """The row or gate with the largest (or smallest) figure of the column asked about: (its candidate, its label)."""
    operations = question.operations & {"most", "least"}
    if len(operations) != 1:
        return None
    units = tuple(
        unit
        for unit in sought(question).question.units
        if not unit.head and not any(term in SUPERLATIVES for term, _ in unit.options)
    )
    base = replace(question, wanted=Wanted.QUANTITY, operations=frozenset(), units=units)
    cells = [c for c in _cells(base, desk) if c.score >= desk.line - 0.1]
    if not cells:
        return None
    best = cells[0]
    if not _measured(question, best):
        return None
    place = (best.held.report.id, best.held.passage.group, column(best))
    group = [
        c
        for c in cells
        if (c.held.report.id, c.held.passage.group, column(c)) == place
        and not c.fact.near & SUMS
        and c.fact.quantity is not None
        and value_of(c.fact.quantity) is not None
    ]
    if len(group) < 2:
        return None
    key = (max if "most" in operations else min)(group, key=lambda c: value_of(c.fact.quantity))  # type: ignore[arg-type, return-value]
    return key, label(key)


def _measured(question: Question, cell: Candidate) -> bool:
    """Whether the column, or what stands over the table, names the measure by which the things are compared, where the
    question names one."""
    held = cell.fact.near | cell.fact.clause | cell.held.passage.sentence | cell.held.passage.context
    named = [unit for unit in question.units if any(t in MEASURES and factor == 1.0 for t, factor in unit.options)]
    return all(any(term in held for term in unit.terms) for unit in named)
