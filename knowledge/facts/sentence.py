"""A sentence's facts: every figure, date and name in it, each with the words that are its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.facts.aligned import Label, labels
from knowledge.facts.around import Surroundings, role
from knowledge.facts.bearing import in_charge, names, partner, partners, replaced, times
from knowledge.facts.clauses import Clause, Clauses, holding
from knowledge.facts.earlier import TIMES, compared, lasting
from knowledge.facts.fact import Fact, FactKind, Layer
from knowledge.facts.governors import governing
from knowledge.facts.moved import moved
from knowledge.facts.office import taken_up
from knowledge.facts.parsed import Sentence
from knowledge.facts.terms import Terms, within
from knowledge.facts.together import together
from knowledge.lexicon.load import load
from knowledge.model import Base, Mention, MentionKind, Name, Period, Quantity, Span

WHOLE = frozenset({"assigned", "plan", "capital_plan", "total"})  # behind "41,2/45 tỷ đồng" they are said of the 45
REMAINING = "c:remaining"
BEFALLS = frozenset("c:" + id_ for id_ in load()["domain/measures"]["befalls"])  # what it counts is people
APPOSED = frozenset({",", "(", "-", "–"})
NAMED = {
    MentionKind.PERSON: FactKind.PERSON,
    MentionKind.POST: FactKind.POST,
    MentionKind.ORGANISATION: FactKind.ORGANISATION,
    MentionKind.GATE: FactKind.GATE,
    MentionKind.PLACE: FactKind.PLACE,
}


def facts(
    sentence: Sentence, splitter: Clauses, terms: Terms, contrasts: Sequence[frozenset[str]], around: Surroundings
) -> tuple[Fact, ...]:
    """All facts of `sentence`, in order of place; what comes from `around` stands behind the sentence's own."""
    found: list[Fact] = []
    told = labels(sentence, splitter.in_turn)
    for mention in sentence.mentions:
        if mention.kind is MentionKind.QUANTITY:
            fact = _fact(sentence, mention, FactKind.QUANTITY, frozenset({mention.kind}), splitter, contrasts, around)
            if mention.span in told:
                fact = _labelled(sentence, fact, told[mention.span], terms)
            found += _figures(sentence, fact, mention, splitter, contrasts, around.period)
        elif mention.kind in TIMES and isinstance(mention.value, Period):
            fact = _fact(sentence, mention, FactKind.DATE, TIMES, splitter, contrasts, around)
            _, _, edges = _reach(sentence, mention, TIMES, splitter)
            planned = splitter.planned(sentence.text, edges[0], mention.span.start)
            found.append(
                replace(
                    fact, period=mention.value, traits=frozenset({role(mention), *(["planned"] if planned else [])})
                )
            )
        elif mention.kind in NAMED and isinstance(mention.value, Name):
            fact = _fact(sentence, mention, NAMED[mention.kind], frozenset({mention.kind}), splitter, contrasts, around)
            tenure = _tenure(sentence, mention, splitter) if mention.kind is MentionKind.POST else None
            if mention.kind is MentionKind.PERSON and replaced(sentence, mention):
                tenure = "replaced"
            found.append(replace(fact, name=mention.value, traits=frozenset({tenure}) if tenure else frozenset()))
    sided = moved([_with_sides(fact, found) for fact in found], sentence.text)
    return taken_up(together(sided, sentence, splitter))


def _with_sides(fact: Fact, facts: Sequence[Fact]) -> Fact:
    """`fact`; where it is only what another figure is compared with ("đạt 312,4 triệu USD, tăng 14,9% so với năm 2007
    (271,9 triệu USD)") it is of the same, and on that one's sides."""
    if "compared" not in fact.traits or fact.quantity is None:
        return fact
    for other in reversed(facts):
        quantity = other.quantity
        if quantity is None or other.span.end > fact.span.start or other.traits & {"compared", "change", "whole"}:
            continue
        if "plan" in dict(other.governs):
            continue
        if quantity.unit == fact.quantity.unit and quantity.dimension == fact.quantity.dimension:
            own = {concept for concept, _ in fact.governs}
            sides = tuple((c, layer) for c, layer in other.governs if layer <= Layer.CLAUSE and c not in own)
            clause = fact.clause | (other.near | other.clause) - fact.near
            return replace(fact, governs=fact.governs + sides, clause=clause)
    return fact


def _tenure(sentence: Sentence, post: Mention, splitter: Clauses) -> str | None:
    """ "former" or "new" for a post said to be left or taken up; "before" for the one beside a person who takes up
    another ("Ông A, Chánh Văn phòng, được bổ nhiệm Phó Trưởng ban")."""
    tenure = splitter.tenure(sentence.text, post.span.start) or ("new" if in_charge(post) else None)
    person = partner(sentence, post)
    if tenure is not None or person is None:
        return tenure
    taken = partners(sentence, person)
    moves = any(
        other is not post
        and other.value != post.value
        and not in_charge(other)  # the deputy in charge is still the deputy
        and splitter.tenure(sentence.text, other.span.start) == "new"
        for other in taken
    )
    return "before" if moves and any(other is post for other in taken) else None


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
        times=times(sentence, mention, splitter, around.period, edges) + around.times,
        names=names(sentence, mention, edges) + around.names,
        governs=governing(contrasts, sentence, mention.span, edges, around.leaning),
    )  # fmt: skip


def _labelled(sentence: Sentence, fact: Fact, label: Label, terms: Terms) -> Fact:
    """`fact` told of its own label in a row of labels, not of the others."""
    own = frozenset(term.id for term in terms.widened(label.text))
    others = frozenset(
        term.id
        for span in label.others
        for term in sentence.terms
        if span.start <= term.span.start and term.span.end <= span.end
    )
    names = tuple(
        (id_, layer) for id_, layer in fact.names if label.name is None or not id_.startswith(label.name.split(":")[0])
    )
    if label.name is not None:
        names = ((label.name, Layer.NEAR), *names)
    sides = tuple((concept, layer) for concept, layer in fact.governs if "c:" + concept not in others)
    return replace(fact, near=(fact.near - others) | own, clause=fact.clause - others - own, names=names, governs=sides)


PRESENT, POSTS = "c:attend", "c:staff_quota"
JOBS = frozenset(load()["domain/measures"]["jobs"])


def _figures(
    sentence: Sentence,
    fact: Fact,
    mention: Mention,
    splitter: Clauses,
    contrasts: Sequence[frozenset[str]],
    period: Period | None,
) -> list[Fact]:
    """The facts of a figure: one, or for "119/128" the part and the whole; `period` is the section's or report's."""
    quantity = mention.value
    assert isinstance(quantity, Quantity)
    traits = set()
    if splitter.changes(sentence.text, mention.span.start, lasting=lasting(mention)):
        traits.add("change")
    here = holding(sentence.clauses, mention.span.start)
    told = next((t.period for t in fact.times if t.layer <= Layer.CLAUSE and t.role == "period"), period)
    for other in sentence.mentions:
        if isinstance(other.value, Base) and holding(sentence.clauses, other.span.start) == here:
            traits.add(f"against:{other.value.relation}")
            if "change" in traits and (since := splitter.since(other.text, other.value, told)) is not None:
                traits.add(f"since:{since}")
    _, _, edges = _reach(sentence, mention, frozenset({MentionKind.QUANTITY}), splitter)
    if splitter.left(sentence.text, mention.span.start):
        traits.add("left")
        fact = replace(fact, near=fact.near | {REMAINING})
    elif splitter.dwindled(sentence.text, mention.span.start):
        fact = replace(fact, near=fact.near | {REMAINING})  # it may be asked for so, and need not
    if mention.rule == "zero-in-words":
        traits.add("zero")
    elif splitter.denies(sentence.text, edges, mention.span):
        traits.add("denied")
    if splitter.granted(sentence.text, mention.span.start):
        traits.add("granted")
    elif splitter.wished(sentence.text, edges[0], mention.span.start):
        traits.add("wished")
    if splitter.short(sentence.text, mention.span.start):
        traits.add("short")
    if compared(sentence, mention, splitter, period):
        traits.add("compared")
    if quantity.unit in JOBS:
        fact = replace(fact, near=fact.near | {"c:task"})
    if POSTS in fact.near | fact.clause and (
        PRESENT in fact.near or (quantity.unit is None and splitter.filled(sentence.text, mention.span.start))
    ):
        fact = replace(fact, near=fact.near | {"c:headcount", "c:staff"})  # of the posts so many are filled
    people = mention.rule in ("given-unit", "carried-unit") and bool(fact.near & BEFALLS)
    fact = replace(fact, quantity=quantity, traits=frozenset(traits), counted=None if people else quantity.unit)
    if quantity.total is None:
        return [fact]
    whole = replace(quantity, value=quantity.total, total=None)
    side = governing(contrasts, sentence, mention.span, edges, frozenset(), lead=False)
    wholes = {concept for concept, _ in side if concept in WHOLE}
    fact = replace(fact, governs=tuple(held for held in fact.governs if held[0] not in wholes))
    done = {f"part:{concept}" for concept, _ in fact.governs}
    return [
        replace(fact, traits=fact.traits | {"part"}),
        replace(fact, quantity=whole, traits=fact.traits | {"whole"} | done, governs=side),
    ]


def _announced(clauses: Sequence[Clause], index: int) -> bool:
    """Whether a colon stands before a clause and another one behind it: its last words announce what follows."""
    return clauses[index].mark == ":" and index + 1 < len(clauses) and clauses[index + 1].mark == ":"


def _reach(
    sentence: Sentence, mention: Mention, rivals: frozenset[MentionKind], splitter: Clauses
) -> tuple[frozenset[str], frozenset[str], tuple[int, int]]:
    """Terms of the mention's own clause as far as the next mention of a rival kind, terms of the clauses it leans on,
    and the edges of its own stretch."""
    clauses = sentence.clauses
    index = holding(clauses, mention.span.start)
    own = clauses[index].span
    others = [m.span for m in sentence.mentions if m.kind in rivals and not m.span.overlaps(mention.span)]
    left = max([own.start, *(s.end for s in others if own.start < s.end <= mention.span.start)])
    paired = partner(sentence, mention)
    if paired is not None and paired.span.start > mention.span.start:
        # "Ông A, Trưởng ban chủ trì …": what is said after the post is said of the person.
        last = holding(clauses, paired.span.start)
        following = clauses[last + 1] if last + 1 < len(clauses) else None
        if (
            mention.kind is MentionKind.PERSON
            and following is not None
            and following.mark in APPOSED
            and not any(m.kind is MentionKind.PERSON and following.span.holds(m.span) for m in sentence.mentions)
        ):
            last += 1  # "Ông A - Phó Trưởng ban (chủ trì)"
        own = Span(own.start, max(own.end, clauses[last].span.end))
    if mention.kind is MentionKind.PERSON and _announced(clauses, index):
        own = Span(own.start, mention.span.end)  # "Thư ký: A Chủ trì: B": who presides is not A
    right = min([max(own.end, mention.span.end), *(s.start for s in others if mention.span.end <= s.start < own.end)])
    if right < own.end and mention.kind is MentionKind.QUANTITY:
        right = splitter.handover(sentence.text, mention.span.end, right)
    near = within(sentence.terms, left, max(right, mention.span.end))
    before = within(sentence.terms, left, mention.span.start)
    clause: frozenset[str] = frozenset()
    position, far = index, left
    # A clause that opens with its figure ("Thu phí: 371 tỷ đồng", "… dự toán (430 tỷ đồng)") takes its words from the
    # one before.
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
