"""How well a fact answers a question: what of the question it explains, less what it says besides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from knowledge.ask import board, cost, days, thresholds, whos
from knowledge.ask.alien import alien
from knowledge.ask.contrast import penalty_of
from knowledge.ask.counted import uncounted
from knowledge.ask.measured import measures, odd
from knowledge.ask.other_measures import of_other_measure
from knowledge.ask.question import Question, Unit, Wanted
from knowledge.ask.reach import SLIGHT, Reach
from knowledge.ask.shelf import Held, Shelf, layer_of
from knowledge.ask.tenure import of_post, tenure
from knowledge.ask.timing import FIGURES
from knowledge.ask.weighing import PARTS, Weighing, abroad
from knowledge.ask.weights import Rules
from knowledge.facts.fact import Fact, FactKind, Layer
from knowledge.lexicon.load import load

KINDS: dict[Wanted, frozenset[FactKind]] = {
    Wanted.QUANTITY: frozenset({FactKind.QUANTITY}),
    Wanted.DATE: frozenset({FactKind.DATE}),
    Wanted.PERSON: frozenset({FactKind.PERSON}),
    Wanted.POST: frozenset({FactKind.POST}),
    Wanted.PLACE: frozenset({FactKind.PLACE, FactKind.GATE}),
    Wanted.LIST: frozenset({FactKind.LIST}),
}
LACKS = frozenset({"lack", "vacant", "need", "recruit", "remaining"})
_NEVER = date.min
TOGETHER = 0.8  # what is said of a person elsewhere in the report counts so much
FINAL = 0.1  # said to be right, where that is asked for
RETRACTED = 0.6  # a figure that a report takes back
LEFT = frozenset({"remaining", "not_completed", "in_progress", "still_isolated"})
PENDING = frozenset(load()["domain/measures"]["pending"])
TOLD = frozenset({Wanted.PERSON, Wanted.PLACE})  # of these none is the answer that the question names itself
NOT_YET = frozenset({"c:forecast", "c:estimate"})
ESTIMATES = frozenset({"forecast", "estimate"})
BELOW = 0.25  # so far below the line a figure may still take the place of another
UNSURE = 0.06  # a column of estimates gives way to one of what came of them
UNSAID = 0.35  # a side that is matched no better is not said
WAYS = frozenset({"c:export", "c:import", "c:exit_border", "c:entry_border"})
FROM_TO = frozenset({"from", "to"})
DEADLINE = frozenset({"c:deadline"})  # told by a date itself ("trước ngày 25/10")
TAKEN_UP = frozenset(
    {"c:appoint", "c:rotate", "c:transfer", "c:promotion_grade"}
)  # by a post taken up, in whatever words
ADJUSTED = frozenset({"c:adjust"})  # by what it was and what it became ("từ 420 lên 450")
MADE = {FactKind.DATE: DEADLINE, FactKind.POST: TAKEN_UP, FactKind.QUANTITY: ADJUSTED}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A fact with its score and what the score is made of."""

    fact: Fact
    held: Held
    score: float
    coverage: float
    parts: tuple[tuple[str, float], ...]


def candidates(
    question: Question,
    shelf: Shelf,
    rules: Rules,
    weigh: Weighing,
    kinds: frozenset[FactKind] | None = None,
    *,
    likely: bool = False,
) -> list[Candidate]:
    """All facts on the shelf that may answer `question`, best first. With `likely` those may be left out that cannot
    reach the line, unless they correct others."""
    kinds = kinds or KINDS.get(question.wanted, frozenset({FactKind.QUANTITY}))
    likely = likely and question.wanted is not Wanted.PERSON  # of a person is told here and there
    made = frozenset().union(*(MADE.get(kind, frozenset()) for kind in kinds))
    reach = Reach(question, kinds, rules, weigh, made) if likely else None
    cares = any(board.in_care(unit) for unit in (*question.units, *question.inherited))
    found: list[Candidate] = []
    figures = kinds == FIGURES
    for held in shelf.passages:
        if figures and not held.figures:
            continue
        fitting = weigh.timing.fitting(held, kinds)
        if not fitting:
            continue
        most = None if reach is None or held.corrects else reach.of(held)
        if cares and board.of_board(held.report):
            most = None  # it may score more than its words tell
        if most is not None and most < rules.weights.line:
            continue
        for fact, timely in fitting:
            candidate = _scored(question, fact, held, shelf, rules, weigh, timely, most)
            if candidate is not None:
                found.append(candidate)
    if question.wanted is Wanted.PERSON:
        found = _together(question, found, rules, weigh)
    return sorted(
        found,
        key=lambda c: (-c.score, -(c.held.report.document_date or _NEVER).toordinal(), c.held.id, c.fact.span.start),
    )


def _together(question: Question, found: list[Candidate], rules: Rules, weigh: Weighing) -> list[Candidate]:
    """What a report says of a person here and there, taken together: "dự hội nghị có ông A … ông A phát biểu"."""
    said: dict[tuple[int, str], dict[str, float]] = {}
    for c in found:
        if c.fact.name is not None and "replaced" not in c.fact.traits:
            best = said.setdefault((c.held.report.id, c.fact.name.id), {})
            for unit in question.units:
                best[unit.text] = max(best.get(unit.text, 0.0), _match(unit, c.fact, c.held, rules, weigh.asked))
    total = sum(weigh.of[unit.text] for unit in question.units)
    joined = []
    for c in found:
        if c.fact.name is None or not total:
            joined.append(c)
            continue
        matches = said.get((c.held.report.id, c.fact.name.id), {})
        coverage = sum(weigh.of[text] * match for text, match in matches.items()) / total
        gain = max(0.0, coverage - c.coverage) * TOGETHER
        joined.append(Candidate(c.fact, c.held, c.score + gain, c.coverage + gain, (*c.parts, ("together", gain))))
    return joined


def _fit(question: Question, fact: Fact, held: Held, shelf: Shelf, timely: float) -> float | None:
    """How well `fact`, which fits the times asked for so well, fits the names too, 0 to 1; None when it is of others,
    or of another measure. What shuts out most comes first."""
    if not measures(question, fact):
        return None
    if fact.name is not None and (
        (question.wanted is Wanted.POST and not of_post(question, fact.name.id))
        or (question.wanted in TOLD and whos.named(question, fact.name.id))
    ):
        return None
    if "both_ways" in question.concepts and one_way(fact):
        return None
    fit = timely
    for who in question.whos:
        fitted = whos.fit(who, fact, held, shelf, surrounds=whos.surrounds(who, question))
        if fitted is None:
            return None
        fit = min(fit, fitted)
    return fit


def score(question: Question, fact: Fact, held: Held, shelf: Shelf, rules: Rules, weigh: Weighing) -> Candidate | None:
    """`fact` scored against `question`; None when a hard rule excludes it."""
    timely = weigh.timing.fit(fact, held)
    return None if timely is None else _scored(question, fact, held, shelf, rules, weigh, timely)


def _scored(
    question: Question,
    fact: Fact,
    held: Held,
    shelf: Shelf,
    rules: Rules,
    weigh: Weighing,
    timely: float,
    most: float | None = None,
) -> Candidate | None:
    """The same of a fact that fits the times asked for so well. Where it is known what it may score at `most`, a figure
    that turns out to stay below the line is not scored to the end: what comes later only speaks against it."""
    figure = fact.kind is FactKind.QUANTITY
    fit = _fit(question, fact, held, shelf, timely)
    if fit is None:
        return None
    weights = rules.weights
    least = weights.line - SLIGHT if most is not None and figure else None
    sides = penalty_of(question, fact, rules, held.report.document_date)
    if sides is None:
        return None
    if least is not None and most is not None and most - sides - weights.time * (1 - fit) < least:
        return None
    coverage, missing, head, silent = _coverage(question, fact, held, rules, weigh)
    parts = [
        ("coverage", coverage),
        ("missing", -weights.missing * missing),
        ("fit", -weights.time * (1 - fit)),
        ("sides", -sides),
    ]
    if silent and figure:
        parts.append(("silent", -weights.extra_side * silent))
    if (
        figure
        and of_other_measure(question, fact, held)
        and not cost.told_behind(question, fact, held)
        and not any(rules.implied.share(unit, fact, weigh.asked) for unit in question.units)
    ):
        parts.append(("measure", -weights.head_missing))
    if head:
        parts.append(("head", -weights.head_missing * head))
    if least is not None and sum(value for _, value in parts) < least:
        return None
    if whos.extra_gates(question, fact, held) and figure:
        parts.append(("gate", -weights.extra_gate))
    if figure and question.denies != denied(fact) and not _left(question, fact) and not _within(question, fact):
        parts.append(("denied", -weights.extra_denial))
    if "final" in question.traits and "correction" in held.passage.traits:
        parts.append(("final", FINAL))
    if figure and thresholds.of_another(question, fact, held.passage):
        parts.append(("bound", -weights.head_missing))
    if "retracted" in fact.traits:
        parts.append(("retracted", -RETRACTED))
    if "short" in fact.traits and not question.concepts & LACKS and "remainder" not in question.operations:
        parts.append(("short", -weights.head_missing))
    if fact.label and not _names_row(question, fact):
        parts.append(("row", -weights.extra_row))
    if figure and "change" in fact.traits and not question.change:
        parts.append(("change", -weights.extra_change))
    if figure and "change" not in fact.traits and question.change:
        parts.append(("level", -weights.extra_level))
    if "actual" in question.concepts and fact.near & NOT_YET and "c:actual" not in fact.near:
        parts.append(("not-yet", -weights.extra_plan))
    elif figure and "cell" in fact.traits and fact.near & NOT_YET and not question.concepts & ESTIMATES:
        parts.append(("not-yet", -(weights.extra_plan if "final" in question.traits else UNSURE)))
    if fact.traits & FROM_TO and ("from" in fact.traits) != ("former" in question.traits):
        parts.append(("from-to", -weights.extra_side * days.PLANNED))
    if (
        fact.quantity is not None
        and question.dimension is None
        and not question.change
        and odd(question, fact.quantity)
    ):
        parts.append(("dimension", -weights.extra_dimension))
    if fact.kind is FactKind.DATE:
        parts += days.parts(question, fact, held, weights)
    if "replaced" in fact.traits and question.wanted is Wanted.PERSON:
        parts.append(("replaced", -weights.extra_side))
    if question.wanted is Wanted.POST and fact.kind is FactKind.POST:
        parts.append(("tenure", tenure(question, fact, weights)))
    if "whole" in fact.traits and (
        not _asks_whole(question) or any("part:" + c in fact.traits for c in question.concepts & WHOLE)
    ):
        parts.append(("whole", -weights.whole))
    if (
        "part" in fact.traits
        and _asks_whole(question)
        and not any(c in question.concepts & WHOLE for c, _ in fact.governs)
    ):
        parts.append(("part", -weights.whole))
    total = sum(value for _, value in parts)
    if least is not None and total < least:
        return None
    counts = total >= weights.line - BELOW or held.corrects  # the rest decides nothing, and the look is costly
    return (
        None
        if counts and alien(question, fact, held, rules.terms)
        else Candidate(fact, held, total, coverage, tuple(parts))
    )


def _coverage(
    question: Question, fact: Fact, held: Held, rules: Rules, weigh: Weighing
) -> tuple[float, float, float, int]:
    """Share of the question's content that the fact's surroundings explain; share of which nothing is said; whether the
    thing counted is missing there (0 it is not, 1 it is)."""
    weights = rules.weights
    total = explained = unsaid = 0.0
    silent = 0
    head = narrower = 0.0
    for unit in question.units:
        weight = weigh.of[unit.text]
        match = _match(unit, fact, held, rules, weigh.asked)
        if unit.head and not rules.implied.share(unit, fact, weigh.asked):
            head = uncounted(unit, match, fact, held, weights, denies=question.denies and not denied(fact))
        if not match and unit.light and unit.word is not None and not unit.head:
            continue  # that a word of everyday speech is not repeated tells nothing
        if unit.narrows and not match:
            narrower = 1.0
        total += weight
        explained += weight * match
        if match < UNSAID and any(term in rules.sides and factor == 1.0 for term, factor in unit.options):
            silent += 1
        unsaid += weight if not match and not abroad(unit) else 0.0
    for unit in question.inherited:
        weight = weigh.of[unit.text] * weights.inherited
        total += weight
        explained += weight * _match(unit, fact, held, rules, weigh.asked)
    if fact.kind is not FactKind.QUANTITY:
        total += len(question.whos)  # that the name fits explains as much as the rarest word
        explained += len(question.whos)
    head = max(head, narrower)
    if not total:
        return (1.0 if question.whos else 0.0), 0.0, head, silent
    return explained / total, unsaid / total, head, silent


def _match(unit: Unit, fact: Fact, held: Held, rules: Rules, asked: frozenset[str]) -> float:
    weights, best = rules.weights, 0.0
    for term, factor in unit.options:
        layer = layer_of(term, fact, held)
        if layer is not None:
            beside = layer == Layer.SENTENCE or (layer == Layer.CONTEXT and "cell" in fact.traits)
            if layer == Layer.CLAUSE and term in rules.rivals:
                beside = not fact.clause.isdisjoint(rules.rivals[term])  # both sides are said there: it is on neither
            if beside and fact.kind is FactKind.QUANTITY and term in rules.members:
                factor *= OTHERS  # the side another figure is on
            if (
                fact.kind is FactKind.PERSON
                and layer in (Layer.CLAUSE, Layer.SENTENCE)
                and _done_by_another(term, fact, held)
            ):
                factor *= OTHERS
            best = max(best, factor * weights.layers[layer])
        elif (
            (term in DEADLINE and "deadline" in fact.traits)
            or (term in TAKEN_UP and _taken_up(fact))
            or (term in ADJUSTED and fact.traits & FROM_TO)
        ):
            best = max(best, factor)
        elif term == "c:plan" and "ahead" in fact.traits:
            best = max(best, factor * weights.layers[Layer.CONTEXT])  # the section is one of plans
    if unit.parts and best < PARTS:
        layers = [layer_of(part, fact, held) for part in unit.parts]
        said = [weights.layers[layer] if layer is not None else 0.0 for layer in layers]
        if max(said) >= weights.layers[Layer.CLAUSE]:
            said = [max(one, rules.implied.by_unit(part, fact)) for one, part in zip(said, unit.parts, strict=True)]
        best = max(best, PARTS * sum(said) / len(said))
    if fact.kind is FactKind.QUANTITY and board.in_care(unit) and board.of_board(held.report):
        best = max(best, weights.layers[Layer.REPORT])
    return max(best, rules.implied.share(unit, fact, asked))


def _taken_up(fact: Fact) -> bool:
    return fact.kind is FactKind.POST and "new" in fact.traits


def _done_by_another(term: str, fact: Fact, held: Held) -> bool:
    """Whether `term` is something that another person of the sentence is said to do."""
    return term.removeprefix("c:") in _acts() and any(
        other.kind is FactKind.PERSON
        and other.name != fact.name
        and term in other.near
        and "replaced" not in other.traits  # he does it no more
        for other in held.passage.facts
    )


@lru_cache(maxsize=1)
def _acts() -> frozenset[str]:
    return frozenset(load()["domain/measures"]["acts"])


def one_way(fact: Fact) -> bool:
    """Whether the figure is of one way alone, of the two that there are."""
    own = fact.near if "cell" in fact.traits else frozenset("c:" + side for side, layer in fact.governs if not layer)
    return bool(own & WAYS) and not own & {"c:import_export", "c:total_turnover", "c:total", "c:entry_exit"}


def _names_row(question: Question, fact: Fact) -> bool:
    """Whether the question names the table row that `fact` stands in."""
    if any(id_ in question.named for id_, layer in fact.names if layer == Layer.NEAR):
        return True
    kinds = board.PLACES if any(layer == Layer.NEAR for _, layer in fact.names) else frozenset()
    units = (*question.units, *question.inherited)
    return any(
        term in fact.label and term not in kinds for unit in units for term in unit.terms
    )  # "KCN X" is one of all


def denied(fact: Fact) -> bool:
    """Whether the figure is of what was not done, or is left."""
    return bool(fact.traits & {"denied", "left"}) or any(
        concept in LEFT and layer <= Layer.CLAUSE for concept, layer in fact.governs
    )


def _within(question: Question, fact: Fact) -> bool:
    """Whether a part is asked for ("trong đó mấy hộ khiếu nại") of what the question before asked was not done."""
    return (
        denied(fact)
        and bool(question.inherited)
        and any(
            term[2:] in LEFT or term[2:] in PENDING
            for unit in question.inherited
            for term, factor in unit.options
            if factor == 1.0
        )
    )


def _left(question: Question, fact: Fact) -> bool:
    """Whether the question asks for what is left ("còn mấy hộ"), and the figure is of that."""
    return "remainder" in question.operations and denied(fact)


def _asks_whole(question: Question) -> bool:
    return bool(question.concepts & WHOLE) and not question.concepts & PART


PART = frozenset({"completed", "overdue", "in_time", "in_progress", "on_time", "late", "disburse", "attend"})
OTHERS = 0.3  # of a match, when the word stands in the sentence but beside another figure
WHOLE = frozenset({"assigned", "plan", "capital_plan", "total"})
