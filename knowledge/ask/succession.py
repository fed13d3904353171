"""Who took whose place, as told in a sentence or two: "A thay B", "B nghỉ hưu; A được giao phụ trách"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from knowledge.ask import times, whos
from knowledge.ask.lookup import Desk
from knowledge.ask.question import Question
from knowledge.ask.score import Candidate
from knowledge.ask.shelf import Held
from knowledge.facts.fact import Fact, FactKind, Layer
from knowledge.lexicon.load import Lexicon
from knowledge.recognise.posts import covers

SLACK = 0.15  # so much below the line one may be whom the question does not name but describes
GAP = 3  # characters between two sentences of a paragraph
SOON = 60  # letters after a name within which it is said that they take a place
PERSON, POST = "person:", "post:"


@dataclass(frozen=True, slots=True)
class Words:
    """How it is said that somebody takes another's place (``vi/succession.toml``)."""

    replaces: re.Pattern[str]
    instead: re.Pattern[str]
    handed: re.Pattern[str]
    successor: re.Pattern[str]
    leaves: re.Pattern[str]
    takes: re.Pattern[str]
    names: re.Pattern[str]
    refers: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Change:
    """`newcomer` took the place of `leaver`, each where they are named; `said` when a word says so, not only that the
    one left and the other took up a post. `posts` are ids of what the newcomer took up."""

    newcomer: Fact
    leaver: Fact
    held: Held
    posts: frozenset[str]
    said: bool


def words(lexicon: Lexicon) -> Words:
    """The words of ``vi/succession.toml``."""
    table = lexicon["vi/succession"]
    address = rf"(?:(?:{_any(lexicon['vi/clauses']['between'])})[\s/.]*)*"

    def any_of(key: str) -> str:
        return rf"\b(?:{_any(table[key])})\b"

    return Words(
        re.compile(rf"{any_of('replaces')}\s+(?:cho\s+)?{address}$"),
        re.compile(rf"{any_of('instead')}(?!\s+(?:đổi|mặt))"),
        re.compile(any_of("handed")),
        re.compile(rf"(?:{'|'.join(table['successor'])})\s*{address}$"),
        re.compile(any_of("leaves")),
        re.compile(any_of("takes")),
        re.compile(rf"^\s*(?::|\blà\b|–|-|,)\s*{address}$"),
        re.compile(rf"{any_of('replaces')}\s+(?:cho\s+)?(?:{'|'.join(table['pronouns'])})"),
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def asks(question: Question) -> str:
    """ "newcomer" or "leaver" when the question is who took somebody's place, or whose place somebody took; else
    empty."""
    return question.notes.get("succession", "")


def but_leaver(question: Question) -> Question:
    """`question` without the one whose place was taken, who need not be named again where the newcomer is."""
    if asks(question) != "newcomer":
        return question
    units = tuple(unit for unit in question.units if not any(term.startswith("n:" + PERSON) for term in unit.terms))
    return replace(question, units=units) if units else question


def find(question: Question, desk: Desk, words: Words) -> Candidate | None:
    """The one person who is told to have taken the place asked about, or to have left it; None where none or several
    are."""
    side = asks(question)
    other = "leaver" if side == "newcomer" else "newcomer"
    people = {id_ for id_ in question.named if id_.startswith(PERSON)} or _before(question)
    posts = frozenset(id_ for id_ in question.named if id_.startswith(POST)) | frozenset(
        id_ for who in question.whos if who.kind == "post" for id_ in who.ids
    )
    changes = [change for change in _changes(desk, words) if _fits(question, change, desk)]
    if people:
        fitting = [c for c in changes if _id(getattr(c, other)) in people]
    else:
        scored = {(c.held.id, c.fact.span): c.score for c in desk.ranked(question)}
        fitting = [
            c for c in changes
            if (c.said or _alike(posts, _posts(c.leaver)))
            and _described(c, posts, scored.get((c.held.id, getattr(c, side).span), 0.0), desk)
        ]  # fmt: skip
    implied = [c for c in fitting if not c.said]
    for chosen in (
        [c for c in fitting if c.said and _alike(posts, c.posts | _posts(c.leaver))],
        [c for c in fitting if c.said],
        [c for c in implied if _alike(posts, c.posts)],
        [c for c in implied if posts and _alike(posts, _posts(c.leaver) | _taken(c.leaver, c.held))],
        [c for c in implied if not posts and _alike(_posts(c.leaver), c.posts)],
        [c for c in implied if not posts],
    ):
        found = {_id(getattr(c, side)) for c in chosen}
        if len(found) == 1:
            return Candidate(getattr(chosen[0], side), chosen[0].held, 1.0, 1.0, (("succession", 1.0),))
        if found:
            return None
    return None


def _before(question: Question) -> set[str]:
    """The people whom the questions before are of, for "trước ông ấy thì ai"."""
    units = (*question.units, *question.inherited)
    people = {term[2:] for unit in units for term in unit.terms if term.startswith("n:" + PERSON)}
    return people if asks(question) == "leaver" else set()


def staying(question: Question, desk: Desk, words: Words) -> list[Candidate]:
    """Who else may be meant: nobody who is himself told to leave, best first."""
    return [c for c in desk.ranked(question) if not _leaves(c.fact, c.held, words) and "replaced" not in c.fact.traits]


def _described(change: Change, posts: frozenset[str], score: float, desk: Desk) -> bool:
    """Whether the question, which names nobody, is of this change: by the post, or by what else it says."""
    return _alike(posts, change.posts | _posts(change.leaver)) if posts else score >= desk.line - SLACK


def _fits(question: Question, change: Change, desk: Desk) -> bool:
    """Whether the change may be of the gate, province and time asked about."""
    places = [who for who in question.whos if who.kind not in ("post", "person")]
    return all(whos.fit(who, change.newcomer, change.held, desk.shelf) is not None for who in places) and all(
        times.fit(when, change.newcomer, change.held) is not None for when in question.whens
    )


def _alike(posts: frozenset[str], others: frozenset[str]) -> bool:
    """Whether one of `posts` is one of `others`, or its more general name; acting for it is as good."""
    pairs = [(one.partition("+")[0], other.partition("+")[0]) for one in posts for other in others]
    return any(one == other or covers(one, other) or covers(other, one) for one, other in pairs)


def _id(fact: Fact) -> str:
    return fact.name.id if fact.name is not None else ""


def _posts(fact: Fact) -> frozenset[str]:
    return frozenset(id_ for id_, layer in fact.names if layer == Layer.NEAR and id_.startswith(POST))


def _changes(desk: Desk, words: Words) -> Iterator[Change]:
    ordered = sorted(desk.shelf.passages, key=lambda h: (h.report.id, h.passage.start))
    for index, held in enumerate(ordered):
        after = ordered[index + 1] if index + 1 < len(ordered) and _follows(held, ordered[index + 1]) else None
        before = ordered[index - 1] if index > 0 and _follows(ordered[index - 1], held) else None
        yield from _told(held, before, words)
        yield from _implied(held, after, words)


def _follows(held: Held, other: Held) -> bool:
    """Whether `other` is the next sentence of the same paragraph."""
    one, two = held.passage, other.passage
    return (
        (held.report.id, one.group) == (other.report.id, two.group)
        and one.kind == two.kind == "sentence"
        and 0 <= two.start - one.end <= GAP
    )


def _people(held: Held) -> list[Fact]:
    named = [f for f in held.passage.facts if f.kind is FactKind.PERSON and f.span.end > f.span.start]
    return sorted(named, key=lambda fact: fact.span.start)


def _told(held: Held, before: Held | None, words: Words) -> Iterator[Change]:
    """Changes that a word tells of: "A thay B", "B nghỉ; A được bổ nhiệm thay thế", "chức của B để lại do A đảm nhận",
    "người thay ông ở đó là A"."""
    text, people = held.passage.quote.lower(), _people(held)
    for index, one in enumerate(people):
        last = people[index - 1] if index else None
        next_ = people[index + 1] if index + 1 < len(people) else None
        lead = text[last.span.end if last else 0 : one.span.start]
        if words.successor.search(lead):
            earlier = _people(before) if before is not None else []
            named = last if last is not None or not earlier else earlier[-1]
            if named is not None and _id(named) != _id(one):
                yield Change(one, named, held, _taken(one, held) or _posts(one), True)
        elif words.replaces.search(_without_post(lead, held, one)):
            colon = next_ is not None and words.names.search(text[one.span.end : next_.span.start])
            newcomer = next_ if colon or last is None or ";" in lead else last
            if newcomer is not None and _id(newcomer) != _id(one):
                yield Change(newcomer, one, held, _taken(newcomer, held) or _posts(newcomer), True)
        elif last is None and before is not None and words.refers.search(_own_words(one, held)):
            earlier = _people(before)
            if earlier and _id(earlier[0]) != _id(one) and len({_id(f) for f in earlier}) == 1:
                yield Change(one, earlier[0], held, _taken(one, held) or _posts(one), True)
        elif last is not None and _id(last) != _id(one):
            end = next_.span.start if next_ is not None else len(text)
            tail = re.split(r"[;:.]", text[one.span.end : end])[0]
            names_other = next_ is not None and words.replaces.search(
                _without_post(text[one.span.end : end], held, next_)
            )
            instead = words.instead.search(tail[-SOON:] if next_ is None else tail[:SOON])
            away = _aside(lead, tail) and _leaves(one, held, words)
            if away:
                yield Change(last, one, held, _posts(last), True)
            elif (words.handed.search(lead) or instead) and not names_other:
                yield Change(one, last, held, _taken(one, held) or _posts(one), True)


def _aside(lead: str, tail: str) -> bool:
    """Whether a person is named in brackets after another: "A chủ trì (Trưởng ban B đi công tác)"."""
    return "(" in lead and ")" not in lead[lead.rfind("(") :] and ")" in tail


def _without_post(lead: str, held: Held, person: Fact) -> str:
    """`lead` without the post right before the person: "thay Chi cục trưởng | Phan Công Tráng"."""
    for fact in held.passage.facts:
        if fact.kind is FactKind.POST and 0 <= person.span.start - fact.span.end <= 1:
            return lead[: max(0, len(lead) - (person.span.start - fact.span.start))]
    return lead


def _taken(person: Fact, held: Held) -> frozenset[str]:
    """Ids of the posts the person is said to take up there; those they hold where none is."""
    facts = [f for f in held.passage.facts if f.kind is FactKind.POST and f.name is not None]
    own = [f for f in facts if (_id(person), Layer.NEAR) in f.names]
    return frozenset(_id(f) for f in own if "new" in f.traits or "+" in _id(f))


def _implied(held: Held, after: Held | None, words: Words) -> Iterator[Change]:
    """Changes that follow from two things told one after the other: somebody leaves, somebody takes up a post."""
    people = _people(held)
    for index, one in enumerate(people):
        if not _leaves(one, held, words):
            continue
        later = [(other, held) for other in people[index + 1 :]]
        later += [(other, after) for other in _people(after)] if after is not None else []
        for other, place in later:
            if _id(other) != _id(one) and (posts := _takes(other, place, words)) is not None:
                yield Change(other, one, place, posts, False)


def _own_words(person: Fact, held: Held) -> str:
    """What is said right after a person, up to the next one or a semicolon."""
    quote = held.passage.quote
    end = min((f.span.start for f in _people(held) if f.span.start > person.span.start), default=len(quote))
    return quote[person.span.end : end].lower().partition(";")[0]


def _leaves(person: Fact, held: Held, words: Words) -> bool:
    return words.leaves.search(_own_words(person, held)) is not None


def _takes(person: Fact, held: Held, words: Words) -> frozenset[str] | None:
    """The posts a person takes up, or None where they take up nothing."""
    posts = _taken(person, held)
    if posts:
        return posts
    said = words.takes.search(_own_words(person, held))
    return _posts(person) if said else None
