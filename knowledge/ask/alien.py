"""Facts that seem to be of what is asked, but whose own words say that they are of something else: another measure,
another currency than such a sum is paid in, a span of time, the rest of several, another of a numbered series, another
person."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta
from functools import lru_cache

from knowledge.ask.question import Question, Wanted
from knowledge.ask.shelf import Held
from knowledge.ask.whos import SPOTS, extra_gates
from knowledge.facts.fact import Fact, FactKind, Layer
from knowledge.lexicon.load import load
from knowledge.model import Dimension
from knowledge.text.fold import fold

_TABLE = load()["domain/measures"]
SUMS = frozenset("c:" + id_ for id_, dimension in _TABLE["dimension"].items() if dimension == Dimension.MONEY)
LEVIED = frozenset("c:" + id_ for id_ in _TABLE["levied"])
TRADE = frozenset("c:" + id_ for id_ in _TABLE["trade"])
_FAMILY: dict[str, str] = {id_: family for family, ids in _TABLE["sums"].items() for id_ in ids}
FOREIGN = frozenset({"USD", "CNY"})
TRAVELLERS = frozenset("c:" + id_ for id_ in _TABLE["travellers"])
TRAVEL = TRAVELLERS | frozenset("c:" + id_ for id_ in _TABLE["travel"])
AIMS = frozenset(
    {"plan", "assigned", "capital_plan", "forecast", "estimate", "fee_estimate", "target", "propose", "request"}
)
REQUESTS = frozenset({"c:propose", "c:request"})
OF_PLAN = frozenset({"plan", "exceed", "fall_short"})
EARLY = 0.15  # of a time, in which hardly anything is done yet
LEAD = timedelta(days=366)
COLLECTED = "c:collect"
MEASURES = SUMS | frozenset("c:" + id_ for id_ in _TABLE["measuring"])
INVESTED = frozenset("c:" + id_ for id_ in _TABLE["invested"])
PEOPLE = frozenset({"luot", "nguoi", "khach", "hanh"})
WAYS = (("export", "import"),)
NEXT = 24  # letters after "is no" in which what is taken out stands
CLEARLY = 0.8  # so well a term must say what is asked, to be it
APART = 40  # letters before a figure in which it may be said to be of the rest
CLAUSE_END = re.compile(r"[;:.()](?=\s|$|\))|,\s")


def alien(question: Question, fact: Fact, held: Held) -> bool:
    """Whether `fact` is of something else than `question` asks for."""
    if fact.kind is FactKind.QUANTITY:
        return (
            _levied_abroad(question, fact)
            or _lasts(question, fact)
            or _other_sum(question, fact)
            or _of_the_rest(question, fact, held)
            or _one_gate(question, fact, held)
            or _other_number(question, fact, held)
            or _no_passengers(question, fact, held)
            or _of_the_excluded(question, fact, held)
            or _aimed(question, fact, held)
            or _one_row(question, fact)
            or _changed(question, fact)
            or _change_of_another(question, fact)
            or _both_ways(question, fact, held)
            or _no_goods(question, fact)
            or _to_come(question, fact, held)
            or _not_requested(question, fact, held)
        )
    if fact.kind is FactKind.PERSON:
        return _chief(question, fact) or _later_holder(question, fact)
    return fact.kind is FactKind.DATE and (
        _other_person(question, fact, held) or _other_spot(question, fact) or _other_number(question, fact, held)
    )


def _asked(question: Question, least: float = 1.0) -> frozenset[str]:
    units = (*question.units, *question.inherited)
    return frozenset(term for unit in units for term, factor in unit.options if factor >= least)


def _levied_abroad(question: Question, fact: Fact) -> bool:
    """Whether fees, taxes or wages are asked for, which are paid in đồng, and the sum is one of foreign money."""
    quantity = fact.quantity
    if quantity is None or quantity.unit not in FOREIGN or question.unit is not None:
        return False
    asked = _asked(question) & SUMS
    return bool(asked) and asked <= LEVIED


def _lasts(question: Question, fact: Fact) -> bool:
    """Whether it is a span of time, where something bought and sold, or a sum, is asked for."""
    quantity = fact.quantity
    return (
        quantity is not None
        and quantity.dimension is Dimension.DURATION
        and question.dimension is None
        and not any(unit.head for unit in question.units)
        and bool(_asked(question) & (TRADE | SUMS))
    )


def _other_sum(question: Question, fact: Fact) -> bool:
    """Whether the nearest words that say what a sum is of name a family of sums of which the question names none
    ("Thuế XNK: 1.126 tỷ" is no turnover)."""
    if fact.quantity is None or fact.quantity.dimension is not Dimension.MONEY:
        return False
    asked = _families(question.concepts | {term[2:] for term in _asked(question, CLEARLY)})
    if not asked:
        return False
    for terms in (fact.near, fact.clause):
        if told := _families(term[2:] for term in terms):
            return not told & asked
    return False


def _families(concepts: Iterable[str]) -> frozenset[str]:
    """Which families of sums `concepts` belong to."""
    return frozenset(_FAMILY[id_] for id_ in concepts if id_ in _FAMILY)


def _of_the_rest(question: Question, fact: Fact, held: Held) -> bool:
    """Whether it is the figure of those that are left of several ("các cửa khẩu còn lại 13,2 tỷ"), which the question
    does not ask for."""
    before = held.passage.quote[max(0, fact.span.start - APART) : fact.span.start]
    return _rest().search(before) is not None and _asks_rest().search(fold(question.read)) is None


def _one_gate(question: Question, fact: Fact, held: Held) -> bool:
    """Whether it is one gate's figure, and that of all gates is asked for."""
    if "cell" in fact.traits or not extra_gates(question, fact, held) or question.operations:
        return False
    if any(id_.startswith("gate:") for id_ in held.report.names):
        return False  # the report is of that gate
    return re.search(load()["vi/inferred"]["others"]["all"], fold(question.read)) is not None


@lru_cache(maxsize=1)
def _rest() -> re.Pattern[str]:
    table = load()["vi/inferred"]["others"]
    several, rest = ("|".join(map(re.escape, table[key])) for key in ("several", "rest"))
    return re.compile(rf"\b(?:{several}|\d+)\s+(?:[^\W\d]+\s+){{1,4}}(?:{rest})\W*(?:\w{{1,5}}\s+)?\Z", re.IGNORECASE)


@lru_cache(maxsize=1)
def _asks_rest() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, load()['vi/inferred']['others']['asks']))})\b")


_NUMBERED = re.compile(r"\b([^\W\d]+) (\d{1,2}|[IVX]{1,4}|[A-H])\b(?![./,]\d|%| \d)")


def _other_number(question: Question, fact: Fact, held: Held) -> bool:
    """Whether the figure's own clause tells of another of a numbered series than is asked for ("Duyên Hải 1": "Duyên
    Hải 3")."""
    asked = _numbers(_timeless(question))
    if not asked or held.passage.kind != "sentence":
        return False
    own = _numbers(_clause(held.passage.quote, fact))
    return any(name in own and not numbers & own[name] for name, numbers in asked.items())


def _timeless(question: Question) -> str:
    read = question.read
    for when in (*question.whens, *question.bases):
        read = read.replace(when.text, " ; ")
    return read


@lru_cache(maxsize=512)
def _numbers(text: str) -> dict[str, frozenset[str]]:
    """By the word before them, the numbers that single out one of a series."""
    series = frozenset(load()["vi/inferred"]["series"]["words"])
    found: dict[str, frozenset[str]] = {}
    for match in _NUMBERED.finditer(text):
        name = fold(match[1])
        if match[1][:1].isupper() or name in series:
            found[name] = found.get(name, frozenset()) | {match[2]}
    return found


def _clause(quote: str, fact: Fact) -> str:
    starts = [match.end() for match in CLAUSE_END.finditer(quote, 0, fact.span.start)]
    end = CLAUSE_END.search(quote, fact.span.end)
    start = starts[-1] if starts else 0
    return quote[start : fact.span.start] + " ; " + quote[fact.span.end : end.start() if end else len(quote)]


def _other_person(question: Question, fact: Fact, held: Held) -> bool:
    """Whether the day is told of other persons, in a passage that does not name the one asked about."""
    asked = {id_ for id_ in question.named if id_.startswith("person:")}
    there = {id_ for id_, _ in (*held.passage.names, *fact.names) if id_.startswith("person:")}
    return bool(asked and there) and not asked & there


def _other_spot(question: Question, fact: Fact) -> bool:
    """Whether the day stands by the name of one place, and the one asked for is but named elsewhere in the sentence."""
    if question.wanted is not Wanted.DATE:
        return False
    near = {id_.partition(":")[2] for id_, layer in fact.names if layer == Layer.NEAR and id_.startswith(SPOTS)}
    asked = {id_.partition(":")[2] for who in question.whos if who.kind == "gate" for id_ in who.ids}
    there = {id_.partition(":")[2] for id_, layer in fact.names if layer == Layer.SENTENCE}
    return bool(near and asked & there) and not asked & near


def _no_passengers(question: Question, fact: Fact, held: Held) -> bool:
    """Whether people are counted of whom nothing around says that they travel."""
    head = next((unit for unit in question.units if unit.head), None)
    if head is None or not any(factor == 1.0 and term in TRAVELLERS for term, factor in head.options):
        return False
    around = fact.near | fact.clause | held.passage.sentence | held.passage.context
    return "c:people_count" in fact.near and not around & TRAVEL


def _of_the_excluded(question: Question, fact: Fact, held: Held) -> bool:
    """Whether the figure is of just what the question takes out ("không phải công dân Việt Nam"), or of the whole of
    which that is told as a part."""
    folded = fold(question.read)
    ends = [match.end() for match in _excludes().finditer(folded)]
    if not ends or fact.traits & {"denied", "left"} or "c:remaining" in fact.near:
        return False
    units = (*question.units, *question.inherited)
    out = [unit for unit in units if any(end <= folded.find(fold(unit.text)) <= end + NEXT for end in ends)]
    terms = {term for unit in out for term, factor in unit.options if factor == 1.0}
    return any(_near(term, one) for one in held.passage.facts if one.kind is FactKind.QUANTITY for term in terms)


def _near(term: str, fact: Fact) -> bool:
    return term in fact.near or any(term == "n:" + id_ and layer == Layer.NEAR for id_, layer in fact.names)


@lru_cache(maxsize=1)
def _excludes() -> re.Pattern[str]:
    return re.compile(load()["vi/inferred"]["excludes"]["pattern"])


def _chief(question: Question, fact: Fact) -> bool:
    """Whether a deputy is asked for, and the person holds a post, none of them a deputy's."""
    if _deputy().search(fold(question.read)) is None or any(who.kind == "person" for who in question.whos):
        return False
    posts = [id_ for id_, layer in fact.names if layer == Layer.NEAR and id_.startswith("post:")]
    return bool(posts) and not any(id_.startswith("post:pho-") for id_ in posts)


@lru_cache(maxsize=1)
def _deputy() -> re.Pattern[str]:
    return re.compile(load()["vi/inferred"]["deputy"]["pattern"])


def _aimed(question: Question, fact: Fact, held: Held) -> bool:
    """Whether the figure is only aimed at ("phấn đấu thu hút 300 triệu USD, thu phí 12 tỷ"), and no aim is asked
    for."""
    if question.concepts & AIMS or "planned" in question.traits or "cell" in fact.traits:
        return False
    before = held.passage.quote[: fact.span.start]
    part = before[max(match.end() for match in _PART.finditer(before)) :]
    aims = [match.end() for match in _aims().finditer(part)]
    return bool(aims) and _DONE.search(part, aims[-1]) is None


_PART = re.compile(r"\A|[;:.](?=\s)")
_DONE = re.compile(r"\b(?:đã|thực hiện|kết quả)\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _aims() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, load()['vi/inferred']['aims']['words']))})\b", re.IGNORECASE)


def _not_requested(question: Question, fact: Fact, held: Held) -> bool:
    """Whether it is asked for how much somebody requested, and nothing about the figure is of a request."""
    if _requests().search(fold(question.read)) is None or question.wanted is not Wanted.QUANTITY:
        return False
    if fact.traits & {"wished", "granted"}:
        return "granted" in fact.traits
    around = fact.near | fact.clause | held.passage.sentence | held.passage.context
    return not around & REQUESTS and _requests().search(fold(held.passage.quote)) is None


@lru_cache(maxsize=1)
def _requests() -> re.Pattern[str]:
    return re.compile(load()["vi/inferred"]["requests"]["pattern"])


def _one_row(question: Question, fact: Fact) -> bool:
    """Whether it is the figure of one row of a table, and several things together are asked about ("bốn công trình còn
    …") of which none is named."""
    if not fact.label or question.named or question.wanted is not Wanted.QUANTITY:
        return False
    read = _timeless(question).lower()
    return any(
        read.startswith(unit.text.lower(), match.end())
        for match in _several().finditer(read)
        for unit in question.units
        if unit.word is None
    )


@lru_cache(maxsize=1)
def _several() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load()['vi/inferred']['others']['numerals'])})\s+")


def _changed(question: Question, fact: Fact) -> bool:
    """Whether it is asked what share of a plan was reached, and the figure is how far it is from something else."""
    if question.dimension != Dimension.PERCENT or question.change or "change" not in fact.traits:
        return False
    if "share" in question.operations or not (question.against_plan or question.concepts & AIMS):
        return False
    return "against:plan" not in fact.traits and not any(side in OF_PLAN for side, _ in fact.governs)


@lru_cache(maxsize=1)
def _must() -> re.Pattern[str]:
    return re.compile(load()["vi/inferred"]["must"]["pattern"])


def _to_come(question: Question, fact: Fact, held: Held) -> bool:
    """Whether the report was written when the time asked about had hardly begun: what it tells of that is planned."""
    if question.concepts & AIMS or "planned" in question.traits or len(question.whens) != 1:
        return False
    period, written = question.whens[0].period, held.report.document_date
    if written is None or question.whens[0].day or fact.traits & {"to", "from"}:
        return False
    asked = _asked(question)
    paid = fact.quantity is not None and fact.quantity.dimension is Dimension.MONEY and not asked & INVESTED
    if not (paid or _families(term[2:] for term in asked) or asked & (TRAVEL | {COLLECTED})):
        return False
    if _must().search(fold(question.read)):
        return False
    early = period.start + (period.end - period.start) * EARLY
    own = [time.period for time in fact.times if time.layer <= Layer.CONTEXT]
    return period.start - LEAD <= written < early and (period in own or not own)


def _change_of_another(question: Question, fact: Fact) -> bool:
    """Whether a percentage tells how another measure changed than the one asked about."""
    if "change" not in fact.traits or fact.quantity is None or fact.quantity.dimension is not Dimension.PERCENT:
        return False
    units = [unit for unit in question.units if any(t in SUMS and factor == 1.0 for t, factor in unit.options)]
    told = (fact.near | fact.clause) & MEASURES
    return bool(units and told) and not any(term in told for unit in units for term in unit.terms)


def _both_ways(question: Question, fact: Fact, held: Held) -> bool:
    """Whether one way alone is asked about, which the sentence tells by a figure of its own, and this is the figure of
    both."""
    for pair in WAYS:
        sides = question.concepts & set(pair)
        if len(sides) != 1 or fact.quantity is None or fact.quantity.dimension is not Dimension.MONEY:
            continue
        (side,) = sides
        if "c:" + side in fact.near | fact.clause:
            continue
        for other in held.passage.facts:
            alike = other.quantity is not None and other.quantity.unit == fact.quantity.unit
            if other is not fact and alike and (side, Layer.NEAR) in other.governs and "change" not in other.traits:
                return True
    return False


def _no_goods(question: Question, fact: Fact) -> bool:
    """Whether exports or imports are asked about, and the figure counts people."""
    if not _asked(question) & TRADE or any(unit.head for unit in question.units):
        return False
    if any(term in TRAVEL for unit in question.units for term, _ in unit.options):
        return False
    words = fold(fact.counted or "").split()
    return bool(words) and words[0] in PEOPLE


def _later_holder(question: Question, fact: Fact) -> bool:
    """Whether a post's holder is asked for at a time, and the person held it only from a later day on."""
    if len(question.whens) != 1 or not any(who.kind == "post" for who in question.whos) or "replaced" in fact.traits:
        return False
    since = [time.period.start for time in fact.times if time.role == "since" and time.layer == Layer.NEAR]
    return bool(since) and min(since) >= question.whens[0].period.end
