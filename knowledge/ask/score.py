"""How well a fact answers a question: what of the question it explains, less what it says besides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from knowledge.ask import times, whos
from knowledge.ask.question import Question, Unit, Wanted
from knowledge.ask.shelf import Held, Shelf, layer_of
from knowledge.ask.weights import Rules, Weights
from knowledge.facts.fact import Fact, FactKind, Layer
from knowledge.lexicon.load import load
from knowledge.model import Dimension, Quantity

KINDS: dict[Wanted, frozenset[FactKind]] = {
    Wanted.QUANTITY: frozenset({FactKind.QUANTITY}),
    Wanted.DATE: frozenset({FactKind.DATE}),
    Wanted.PERSON: frozenset({FactKind.PERSON}),
    Wanted.POST: frozenset({FactKind.POST}),
    Wanted.PLACE: frozenset({FactKind.PLACE, FactKind.GATE}),
    Wanted.LIST: frozenset({FactKind.LIST}),
}
_NEVER = date.min
DAY = timedelta(days=1)
TOGETHER = 0.8  # what is said of a person elsewhere in the report counts so much
HEAD_NEAR = 0.75  # so well must the thing counted be said beside a figure that counts something
NARROW = 0.5  # a broader or like concept beside the figure is enough for the thing counted
FAINT = 0.2
RETRACTED = 0.6  # a figure that a report takes back
LEFT = frozenset({"remaining", "not_completed", "in_progress"})
UNSAID = 0.35  # a side that is matched no better is not said
PLANNED = 1.6  # of an unasked side: a day that was only planned
LIGHT = 0.5  # a verb that says little of what is asked
UNKNOWN = {"en": 0.25, "vi": 0.5, "name": 1.0}
ABROAD = 0.3
EARLIER = 0.5
WORTH = 0.8  # of a match, where a sum of money is not called a value
PARTS = 0.9  # a thing said by its parts
COUNTED = frozenset(
    {Dimension.COUNT, Dimension.AREA, Dimension.LENGTH, Dimension.MASS, Dimension.VOLUME, Dimension.DURATION}
)
COMPOSED = frozenset({"c:vehicle", "c:project", "c:task", "c:enterprise", "c:dossier"})  # what composites count
ODD = frozenset({Dimension.PERCENT, Dimension.POINTS, Dimension.ORDINAL})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A fact with its score and what the score is made of."""

    fact: Fact
    held: Held
    score: float
    coverage: float
    parts: tuple[tuple[str, float], ...]


def candidates(
    question: Question, shelf: Shelf, rules: Rules, kinds: frozenset[FactKind] | None = None
) -> list[Candidate]:
    """All facts on the shelf that may answer `question`, best first."""
    kinds = kinds or KINDS.get(question.wanted, frozenset({FactKind.QUANTITY}))
    weigh = weights_of(question, shelf)
    found = [
        candidate
        for held in shelf.passages
        for fact in held.passage.facts
        if fact.kind in kinds and (candidate := score(question, fact, held, shelf, rules, weigh)) is not None
    ]
    if question.wanted is Wanted.PERSON:
        found = _together(question, found, rules, weigh)
    return sorted(
        found,
        key=lambda c: (-c.score, -(c.held.report.document_date or _NEVER).toordinal(), c.held.id, c.fact.span.start),
    )


def _together(question: Question, found: list[Candidate], rules: Rules, weigh: dict[str, float]) -> list[Candidate]:
    """What a report says of a person here and there, taken together: "dự hội nghị có ông A … ông A phát biểu"."""
    said: dict[tuple[int, str], dict[str, float]] = {}
    for c in found:
        if c.fact.name is not None:
            best = said.setdefault((c.held.report.id, c.fact.name.id), {})
            for unit in question.units:
                best[unit.text] = max(best.get(unit.text, 0.0), _match(unit, c.fact, c.held, rules))
    total = sum(weigh[unit.text] for unit in question.units)
    joined = []
    for c in found:
        if c.fact.name is None or not total:
            joined.append(c)
            continue
        matches = said[(c.held.report.id, c.fact.name.id)]
        coverage = sum(weigh[text] * match for text, match in matches.items()) / total
        gain = max(0.0, coverage - c.coverage) * TOGETHER
        joined.append(Candidate(c.fact, c.held, c.score + gain, c.coverage + gain, (*c.parts, ("together", gain))))
    return joined


def weights_of(question: Question, shelf: Shelf) -> dict[str, float]:
    """How much each thing the question speaks of tells, by its text."""
    return {unit.text: _weight(unit, shelf) for unit in (*question.units, *question.inherited)}


def score(
    question: Question, fact: Fact, held: Held, shelf: Shelf, rules: Rules, weigh: dict[str, float]
) -> Candidate | None:
    """`fact` scored against `question`; None when a hard rule excludes it."""
    if question.wanted is Wanted.POST and fact.name and fact.name.id in question.named:
        return None
    if not _measures(question, fact) or (
        question.wanted is Wanted.PERSON and fact.name and fact.name.id in question.named
    ):
        return None
    event = bool(question.concepts & MEETINGS)
    office = _of_office(question)
    fit = 1.0
    for when in question.whens:
        fitted = times.fit(
            when, fact, held, event=event, plan="plan" in question.concepts, stock=question.stock, office=office
        )
        if fitted is None:
            return None
        fit = min(fit, fitted)
    for who in question.whos:
        fitted = whos.fit(who, fact, held, shelf)
        if fitted is None:
            return None
        fit = min(fit, fitted)
    weights = rules.weights
    sides = _sides(question, fact, rules)
    if sides is None:
        return None
    coverage, missing, head, silent = _coverage(question, fact, held, rules, weigh)
    parts = [
        ("coverage", coverage),
        ("missing", -weights.missing * missing),
        ("fit", -weights.time * (1 - fit)),
        ("sides", -sides),
    ]
    if silent and fact.kind is FactKind.QUANTITY:
        parts.append(("silent", -weights.extra_side * silent))
    if fact.kind is FactKind.QUANTITY and _of_another(question, fact, held):
        parts.append(("measure", -weights.head_missing))
    if head:
        parts.append(("head", -weights.head_missing * head))
    if whos.extra_gates(question, fact) and fact.kind is FactKind.QUANTITY:
        parts.append(("gate", -weights.extra_gate))
    if fact.kind is FactKind.QUANTITY and question.denies != _denied(fact) and not _left(question, fact):
        parts.append(("denied", -weights.extra_denial))
    if "retracted" in fact.traits:
        parts.append(("retracted", -RETRACTED))
    if fact.label and not _names_row(question, fact):
        parts.append(("row", -weights.extra_row))
    if fact.kind is FactKind.QUANTITY and "change" in fact.traits and not question.change:
        parts.append(("change", -weights.extra_change))
    if fact.kind is FactKind.QUANTITY and "change" not in fact.traits and question.change:
        parts.append(("level", -weights.extra_level))
    if (
        fact.quantity is not None
        and question.dimension is None
        and not question.change
        and _odd(question, fact.quantity)
    ):
        parts.append(("dimension", -weights.extra_dimension))
    if fact.kind is FactKind.DATE and ("planned" in fact.traits) != ("planned" in question.traits):
        parts.append(("planned", -weights.extra_side * PLANNED))
    if fact.kind is FactKind.DATE and ("deadline" in fact.traits) != ("deadline" in question.traits):
        parts.append(("deadline", -weights.extra_side))
    if "replaced" in fact.traits and question.wanted is Wanted.PERSON:
        parts.append(("replaced", -weights.extra_side))
    if question.wanted is Wanted.POST and fact.kind is FactKind.POST:
        parts.append(("tenure", _tenure(question, fact, weights)))
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
    return Candidate(fact, held, sum(value for _, value in parts), coverage, tuple(parts))


def _measures(question: Question, fact: Fact) -> bool:
    """Whether the figure is of the dimension and unit asked for."""
    quantity = fact.quantity
    if question.wanted is Wanted.DATE and fact.kind is FactKind.DATE:
        return _dated(question, fact)
    if quantity is None:
        return fact.kind is not FactKind.QUANTITY
    if (
        question.dimension is None
        and quantity.dimension in ODD | {Dimension.MONEY}
        and any(unit.head for unit in question.units)
    ):
        return False  # what is counted is no percentage and no sum of money
    if question.dimension is not None and quantity.dimension != question.dimension:
        return False
    if question.dimension is None and question.expected == "money" and quantity.dimension in COUNTED:
        return False  # a turnover is no number of cars
    if question.change and question.dimension == Dimension.PERCENT and "change" not in fact.traits:
        return False
    return question.unit is None or quantity.unit == question.unit


def _odd(question: Question, quantity: Quantity) -> bool:
    """Whether the figure is told in another dimension than such a measure is."""
    if question.expected is not None:
        return quantity.dimension not in (question.expected, Dimension.NUMBER)
    return quantity.dimension in ODD


def _of_another(question: Question, fact: Fact, held: Held) -> bool:
    """Whether the figure's sentence tells of some measure and says none of the things asked for: they are then told of
    before, of other figures ("Kim ngạch đạt 4.515 triệu USD. Vốn xây dựng giải ngân 198 tỷ đồng")."""
    if not question.units or "cell" in fact.traits or not held.passage.sentence & (fact.near | fact.clause) & MEASURES:
        return False
    own = fact.near | fact.clause | held.passage.sentence
    return not any(term in own for unit in question.units for term in unit.terms)


def _dated(question: Question, fact: Fact) -> bool:
    """Whether the date is of the grain asked for, and not merely the time the question itself names."""
    period = fact.period
    if period is None or any(when.period == period for when in question.whens):
        return False
    day = period.end - period.start == DAY
    return day or "month_or_year" in question.traits


def _coverage(
    question: Question, fact: Fact, held: Held, rules: Rules, weigh: dict[str, float]
) -> tuple[float, float, float, int]:
    """Share of the question's content that the fact's surroundings explain; share of which nothing is said; whether the
    thing counted is missing there (0 it is not, 1 it is)."""
    weights = rules.weights
    total = explained = unsaid = 0.0
    silent = 0
    head = 0.0
    for unit in question.units:
        weight = weigh[unit.text]
        match = _match(unit, fact, held, rules)
        if unit.head:
            head = 1.0 if _in_other_column(unit, fact, held) else _uncounted(unit, match, fact, weights)
            if head == EARLIER and question.denies and not _denied(fact):
                head = 1.0
        total += weight
        explained += weight * match
        if match < UNSAID and any(term in rules.sides and factor == 1.0 for term, factor in unit.options):
            silent += 1
        unsaid += weight if not match else 0.0
    for unit in question.inherited:
        weight = weigh[unit.text] * weights.inherited
        total += weight
        explained += weight * _match(unit, fact, held, rules)
    if fact.kind is not FactKind.QUANTITY:
        total += len(question.whos)  # that the name fits explains as much as the rarest word
        explained += len(question.whos)
    if not total:
        return (1.0 if question.whos else 0.0), 0.0, head, silent
    return explained / total, unsaid / total, head, silent


def _in_other_column(unit: Unit, fact: Fact, held: Held) -> bool:
    """Whether what is counted heads another column than that of the cell ("số hộ còn vướng" beside hectares)."""
    if "cell" not in fact.traits:
        return False
    terms = {term for term, factor in unit.options if factor >= NARROW}
    if terms & (fact.near | fact.clause | fact.label):
        return False
    return any("cell" in other.traits and terms & (other.near - other.label) for other in held.passage.facts)


def _among(counted: str | None, words: frozenset[str]) -> bool:
    """Whether a counted thing ("vụ tai nạn lao động") is of one of `words`."""
    return counted is not None and any(counted == word or counted.startswith(word + " ") for word in words)


def _uncounted(unit: Unit, match: float, fact: Fact, weights: Weights) -> float:
    """How surely `fact` does not count what is asked: 0 where the word or one like it stands with the figure, or where
    the figure counts nothing in particular; less than 1 where it stands in an earlier clause."""
    if _among(fact.counted, unit.others):
        return 1.0
    if (
        any(term in fact.near for term, factor in unit.options if factor >= NARROW)
        or match >= weights.layers[Layer.NEAR]
        or (match > FAINT and any(part in fact.near for part in unit.parts if part in COMPOSED))
    ):
        return 0.0
    if fact.counted is None or "cell" in fact.traits:
        return 0.0 if match > FAINT else 1.0
    likely = match > FAINT and _among(fact.counted, unit.counters)  # "1 người" may be a worker
    return EARLIER if likely or match >= HEAD_NEAR else 1.0


def _match(unit: Unit, fact: Fact, held: Held, rules: Rules) -> float:
    weights, best = rules.weights, 0.0
    for term, factor in unit.options:
        layer = layer_of(term, fact, held)
        if layer is not None:
            beside = layer == Layer.SENTENCE or (layer == Layer.CONTEXT and "cell" in fact.traits)
            if layer == Layer.CLAUSE and term in rules.rivals:
                beside = not fact.clause.isdisjoint(rules.rivals[term])  # both sides are said there: it is on neither
            if beside and fact.kind is FactKind.QUANTITY and term in rules.members:
                factor *= OTHERS  # the side another figure is on
            best = max(best, factor * weights.layers[layer])
        elif term == "c:plan" and "ahead" in fact.traits:
            best = max(best, factor * weights.layers[Layer.CONTEXT])  # the section is one of plans
        best = max(best, factor * _by_unit(term, fact))
    if unit.parts and best < PARTS:
        layers = [layer_of(part, fact, held) for part in unit.parts]
        said = [weights.layers[layer] if layer is not None else 0.0 for layer in layers]
        if max(said) >= weights.layers[Layer.CLAUSE]:
            said = [max(one, _by_unit(part, fact)) for one, part in zip(said, unit.parts, strict=True)]
        best = max(best, PARTS * sum(said) / len(said))
    return best


def _by_unit(term: str, fact: Fact) -> float:
    """How well a figure's unit alone says the term: what is told in money is a value."""
    money = fact.quantity is not None and fact.quantity.dimension is Dimension.MONEY
    return WORTH if term == "c:value" and money else 0.0


def _weight(unit: Unit, shelf: Shelf) -> float:
    """How much a unit tells: the rarer, the more; what no report knows counts as rare."""
    rarities = [shelf.rarity(term) for term, factor in unit.options if factor >= 0.9]
    weight = max(0.15, min(rarities) if rarities else 1.0)
    if unit.light:
        weight *= LIGHT
    elif unit.word is not None and weight == 1.0:
        weight *= UNKNOWN[unit.word]  # a word that no report has: a slip, or English, more often than something missing
    # Which country the goods go to is mostly left unsaid.
    return weight * ABROAD if any(term.startswith("n:country:") for term, _ in unit.options) else weight


def _sides(question: Question, fact: Fact, rules: Rules) -> float | None:
    """Penalty for sides of contrasts the question does not name; None when the fact is on another side than asked."""
    weights, penalty = rules.weights, 0.0
    figure = fact.kind is FactKind.QUANTITY
    governs = dict(fact.governs)
    for contrast in rules.contrasts:
        asked = question.concepts & contrast
        held = {concept: layer for concept, layer in governs.items() if concept in contrast and concept not in UNMARKED}
        if asked and held:
            if asked & held.keys():
                continue
            if min(held.values()) == Layer.NEAR:
                return None
            penalty = max(penalty, weights.other_side if min(held.values()) == Layer.CLAUSE else weights.extra_side / 2)
        elif held and figure and held.keys() != USUAL and _restricts(contrast, question, fact, rules):
            layer = min(held.values())
            share = 1.0 if "plan" in held and layer == Layer.CLAUSE else EXTRA[layer]
            penalty = max(penalty, share * (weights.extra_plan if "plan" in held else weights.extra_side))
    if figure and "ahead" in fact.traits and "plan" not in question.concepts:
        penalty += weights.extra_plan * 1.3
    return penalty


def _names_row(question: Question, fact: Fact) -> bool:
    """Whether the question names the table row that `fact` stands in."""
    if any(id_ in question.named for id_, layer in fact.names if layer == Layer.NEAR):
        return True
    return any(term in fact.label for unit in (*question.units, *question.inherited) for term in unit.terms)


def _denied(fact: Fact) -> bool:
    """Whether the figure is of what was not done, or is left."""
    return "denied" in fact.traits or any(concept in LEFT for concept, _ in fact.governs)


def _left(question: Question, fact: Fact) -> bool:
    """Whether the question asks for what is left ("còn mấy hộ"), and the figure is of that."""
    return "remainder" in question.operations and _denied(fact)


def _restricts(contrast: frozenset[str], question: Question, fact: Fact, rules: Rules) -> bool:
    """Whether a question must name its side of `contrast` to be served with `fact`."""
    of = rules.restricting.get(contrast)
    if of is None or (of and not of & question.concepts):
        return False
    percent = fact.quantity is not None and fact.quantity.dimension is Dimension.PERCENT
    return not (percent and "plan" in contrast)  # "đạt 96 % kế hoạch" is told of what was done


def _tenure(question: Question, fact: Fact, weights: Weights) -> float:
    """For or against a post left or taken up, as the question asks for the one or the other."""
    if question.concepts & FORMER:
        return weights.extra_side if fact.traits & {"former", "before"} else -weights.extra_side
    if "former" in fact.traits:
        return -weights.extra_side
    if "before" in fact.traits and not _until(question, fact):
        return -weights.extra_side / 2
    if question.concepts & MOVES:
        return weights.extra_side / 2 if "new" in fact.traits else -weights.extra_side / 2
    return 0.0


def _of_office(question: Question) -> bool:
    """Whether the question is who holds a post, not who did something."""
    posts = any(who.kind == "post" for who in question.whos) or bool(question.concepts & OFFICE)
    return question.wanted is Wanted.PERSON and posts and not question.concepts & (MEETINGS | MOVES)


def _until(question: Question, fact: Fact) -> bool:
    """Whether the question asks of a time before the day from which on another post was held."""
    since = [time.period.start for time in fact.times if time.role == "since" and time.layer <= Layer.SENTENCE]
    return bool(since) and any(when.period.end <= max(since) for when in question.whens)


def _asks_whole(question: Question) -> bool:
    return bool(question.concepts & WHOLE) and not question.concepts & PART


USUAL = {"fee_revenue"}  # what "fees" alone are
UNMARKED = frozenset({"actual"})  # what is told when nothing else is said
MEASURES = frozenset(
    "c:" + id_ for id_ in (*load()["domain/measures"]["dimension"], *load()["domain/measures"]["measuring"])
)
EXTRA = (1.0, 0.4, 0.0, 0.0, 0.0)  # of the penalty, by the layer a side stands in
PART = frozenset({"completed", "overdue", "in_time", "in_progress", "on_time", "late", "disburse", "attend"})
MEETINGS = frozenset(
    {"conference", "meeting", "staff_conference", "summary_conference", "midyear_conference", "briefing"}
)
OTHERS = 0.3  # of a match, when the word stands in the sentence but beside another figure
OFFICE = frozenset({"acting_head"})
FORMER = frozenset({"former_post"})
MOVES = frozenset({"appoint", "rotate", "reappoint", "promotion_grade", "transfer", "dismiss"})
WHOLE = frozenset({"assigned", "plan", "capital_plan", "total"})
