"""A sentence's facts: every figure, date and name in it, each with the words that are its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.facts.around import Surroundings, role
from knowledge.facts.clauses import Clause, Clauses, holding
from knowledge.facts.fact import Fact, FactKind, Layer, Time
from knowledge.facts.governors import governing
from knowledge.facts.terms import Term, within
from knowledge.model import Base, Mention, MentionKind, Name, Period, Quantity, Span

NAMED = {
    MentionKind.PERSON: FactKind.PERSON,
    MentionKind.POST: FactKind.POST,
    MentionKind.ORGANISATION: FactKind.ORGANISATION,
    MentionKind.GATE: FactKind.GATE,
    MentionKind.PLACE: FactKind.PLACE,
}
TIMES = {MentionKind.DATE, MentionKind.PERIOD}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as the stages see it: text, what was recognised in it, its terms and clauses (offsets within `text`)."""

    text: str
    mentions: tuple[Mention, ...]
    terms: tuple[Term, ...]
    clauses: tuple[Clause, ...]


def facts(
    sentence: Sentence, splitter: Clauses, contrasts: Sequence[frozenset[str]], around: Surroundings
) -> tuple[Fact, ...]:
    """All facts of `sentence`, in order of place; what comes from `around` stands behind the sentence's own."""
    found: list[Fact] = []
    for mention in sentence.mentions:
        if mention.kind is MentionKind.QUANTITY:
            fact = _fact(sentence, mention, FactKind.QUANTITY, frozenset({mention.kind}), splitter, contrasts, around)
            found += _figures(sentence, fact, mention, splitter, contrasts)
        elif mention.kind in TIMES and isinstance(mention.value, Period):
            fact = _fact(sentence, mention, FactKind.DATE, frozenset(TIMES), splitter, contrasts, around)
            found.append(replace(fact, period=mention.value, traits=frozenset({role(mention)})))
        elif mention.kind in NAMED and isinstance(mention.value, Name):
            fact = _fact(sentence, mention, NAMED[mention.kind], frozenset({mention.kind}), splitter, contrasts, around)
            found.append(replace(fact, name=mention.value))
    return tuple(found)


def _fact(
    sentence: Sentence,
    mention: Mention,
    kind: FactKind,
    rivals: frozenset[MentionKind],
    splitter: Clauses,
    contrasts: Sequence[frozenset[str]],
    around: Surroundings,
) -> Fact:
    near, clause, edges = _reach(sentence, mention, rivals, splitter)
    return Fact(
        kind, mention.span, mention.text, near, clause | (around.leaning - near),
        times=_times(sentence, mention, splitter, around.period) + around.times, names=_names(sentence, mention) + around.names,
        governs=governing(contrasts, sentence, mention.span, edges, around.leaning),
    )  # fmt: skip


def _figures(
    sentence: Sentence, fact: Fact, mention: Mention, splitter: Clauses, contrasts: Sequence[frozenset[str]]
) -> list[Fact]:
    """The facts of a figure: one, or for "119/128" the part and the whole."""
    quantity = mention.value
    assert isinstance(quantity, Quantity)
    traits = set()
    if splitter.changes(sentence.text, mention.span.start):
        traits.add("change")
    here = holding(sentence.clauses, mention.span.start)
    for other in sentence.mentions:
        if isinstance(other.value, Base) and holding(sentence.clauses, other.span.start) == here:
            traits.add(f"against:{other.value.relation}")
    if mention.rule == "zero-in-words":
        traits.add("zero")
    fact = replace(fact, quantity=quantity, traits=frozenset(traits), counted=quantity.unit)
    if quantity.total is None:
        return [fact]
    whole = replace(quantity, value=quantity.total, total=None)
    _, _, edges = _reach(sentence, mention, frozenset({MentionKind.QUANTITY}), splitter)
    side = governing(contrasts, sentence, mention.span, edges, frozenset(), lead=False)
    return [
        replace(fact, traits=fact.traits | {"part"}),
        replace(fact, quantity=whole, traits=fact.traits | {"whole"}, governs=side),
    ]


def _reach(
    sentence: Sentence, mention: Mention, rivals: frozenset[MentionKind], splitter: Clauses
) -> tuple[frozenset[str], frozenset[str], tuple[int, int]]:
    """Terms of the mention's own clause as far as the next mention of a rival kind, terms of the clauses it leans on, and the
    edges of its own stretch."""
    clauses = sentence.clauses
    index = holding(clauses, mention.span.start)
    own = clauses[index].span
    others = [m.span for m in sentence.mentions if m.kind in rivals and not m.span.overlaps(mention.span)]
    left = max([own.start, *(s.end for s in others if own.start < s.end <= mention.span.start)])
    paired = partner(sentence, mention)
    if paired is not None and paired.span.start > mention.span.start:
        # "Ông A, Trưởng ban chủ trì …": what is said after the post is said of the person.
        own = Span(own.start, max(own.end, clauses[holding(clauses, paired.span.start)].span.end))
    right = min([max(own.end, mention.span.end), *(s.start for s in others if mention.span.end <= s.start < own.end)])
    if right < own.end and mention.kind is MentionKind.QUANTITY:
        right = splitter.handover(sentence.text, mention.span.end, right)
    near = within(sentence.terms, left, max(right, mention.span.end))
    before = within(sentence.terms, left, mention.span.start)
    clause: frozenset[str] = frozenset()
    position, far = index, left
    # A clause that opens with its figure ("Thu phí: 371 tỷ đồng", "… dự toán (430 tỷ đồng)") takes its words from the one before.
    while not before and position > 0 and far == clauses[position].span.start:
        lead = clauses[position - 1].span
        edge = max([lead.start, *(s.end for s in others if lead.start < s.end <= lead.end)])
        before = within(sentence.terms, edge, lead.end)
        if clauses[position].mark in (":", "(", "-", "–", ""):
            near |= before
            left = edge
        else:
            clause |= before
        position -= 1
        far = edge
        if edge != lead.start:
            break
    clause |= within(sentence.terms, own.start, own.end)
    for earlier in range(index - 1, max(-1, index - 4), -1):
        span = clauses[earlier].span
        clause |= within(sentence.terms, span.start, span.end)
        if clauses[earlier].mark == ";":
            break
    clause |= within(sentence.terms, clauses[0].span.start, clauses[0].span.end)
    return near, clause - near, (left, max(right, mention.span.end))


def _layer(sentence: Sentence, mention: Mention, other: Mention) -> int:
    """How near `other` stands to `mention`: in its clause, in an earlier one, or elsewhere in the sentence."""
    clauses = sentence.clauses
    here, there = holding(clauses, mention.span.start), holding(clauses, other.span.start)
    if here == there:
        return Layer.NEAR
    return Layer.CLAUSE if there < here else Layer.SENTENCE


def _times(sentence: Sentence, mention: Mention, splitter: Clauses, period: Period | None) -> tuple[Time, ...]:
    times = [
        Time(other.value, _layer(sentence, mention, other), role(other))
        for other in sentence.mentions
        if other.kind in TIMES
        and isinstance(other.value, Period)
        and other is not mention
        and not splitter.compares(sentence.text, other.span.start)
    ]
    return _compared(sentence, mention, splitter, period) + tuple(sorted(times, key=lambda time: time.layer))


def _compared(sentence: Sentence, mention: Mention, splitter: Clauses, period: Period | None) -> tuple[Time, ...]:
    """The time of a figure that itself is what another is compared with: "so với năm 2021 (377 tỷ)", "cùng kỳ đạt 55,8 %"."""
    if mention.kind is not MentionKind.QUANTITY or splitter.changes(sentence.text, mention.span.start):
        return ()
    clauses, here = sentence.clauses, holding(sentence.clauses, mention.span.start)
    for other in sentence.mentions:
        base = other.value
        if not isinstance(base, Base) or base.relation == "plan" or other.span.end > mention.span.start:
            continue
        there = holding(clauses, other.span.start)
        bracketed = clauses[here].mark == "(" and there == here - 1 and not sentence.text[other.span.end : mention.span.start].strip(" (")
        opens = there == here and not _figure_between(sentence, clauses[here].span.start, other.span.start)
        if bracketed or opens:
            when = base.period or (_year_before(period) if period else None)
            if when is not None:
                return (Time(when, Layer.NEAR, "period"),)
    return ()


def _figure_between(sentence: Sentence, start: int, end: int) -> bool:
    return any(m.kind is MentionKind.QUANTITY and start <= m.span.start < end for m in sentence.mentions)


def _year_before(period: Period) -> Period | None:
    try:
        return Period(period.start.replace(year=period.start.year - 1), period.end.replace(year=period.end.year - 1))
    except ValueError:
        return None


def partner(sentence: Sentence, mention: Mention) -> Mention | None:
    """The post beside a person, or the person beside a post: right after it ("Ông A, Trưởng ban"; "Ông A (Trưởng ban)"), else
    right before ("Trưởng ban, đồng chí A"). None for other mentions."""
    wanted = {MentionKind.PERSON: MentionKind.POST, MentionKind.POST: MentionKind.PERSON}.get(mention.kind)
    if wanted is None:
        return None
    after = [m for m in sentence.mentions if m.kind is wanted and _beside(sentence.text[mention.span.end : m.span.start], m, mention)]
    before = [m for m in sentence.mentions if m.kind is wanted and _beside(sentence.text[m.span.end : mention.span.start], mention, m)]
    # A person is followed by the post, so a post looks back first.
    found = (after or before) if mention.kind is MentionKind.PERSON else (before or after)
    return found[0] if found else None


def _beside(gap: str, right: Mention, left: Mention) -> bool:
    return left.span.end <= right.span.start and len(gap) <= 3 and not gap.strip(" ,–-(:")


def _names(sentence: Sentence, mention: Mention) -> tuple[tuple[str, int], ...]:
    paired = partner(sentence, mention)
    names: list[tuple[str, int]] = []
    nearest: dict[MentionKind, int] = {}  # of the earlier clauses only the last that names one of a kind leans on it
    for other in reversed(sentence.mentions):
        if not isinstance(other.value, Name) or other is mention:
            continue
        layer = Layer.NEAR if other is paired else _layer(sentence, mention, other)
        if layer == Layer.NEAR and other is not paired and other.kind in (MentionKind.POST, MentionKind.PERSON) and paired is not None:
            layer = Layer.CLAUSE  # somebody else's
        elif layer == Layer.CLAUSE:
            place = holding(sentence.clauses, other.span.start)
            if nearest.setdefault(other.kind, place) != place:
                layer = Layer.SENTENCE
        names.append((other.value.id, layer))
    return tuple(sorted(names, key=lambda name: name[1]))


def shift(mentions: Sequence[Mention], start: int, end: int) -> tuple[Mention, ...]:
    """The mentions within [start, end), their spans counted from `start`."""
    return tuple(
        replace(mention, span=Span(mention.span.start - start, mention.span.end - start))
        for mention in mentions
        if start <= mention.span.start and mention.span.end <= end
    )
