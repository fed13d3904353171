"""The names of a question: those a fact must be of, and those it need only speak of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from knowledge.ask.numbered import numbered
from knowledge.ask.question import Unit, Wanted, Who
from knowledge.lexicon.load import load
from knowledge.model import MentionKind
from knowledge.recognise.resolver import Resolution
from knowledge.text.fold import accented, fold
from knowledge.text.tokens import tokens

TOWNS = ("gate:", "zone:", "district:", "commune:")  # kinds that bear one name
BROAD = ("province:", "zone:")  # places that reports as a whole are of

ROLES = frozenset({"post:thu-ky"})  # what one is at a meeting, whatever one's post


@dataclass(frozen=True, slots=True)
class Names:
    """`whos` are conditions on the fact, `units` things it should speak of (with their places), `spans` the stretches
    that both take up, `said` all ids named."""

    whos: tuple[Who, ...]
    units: tuple[tuple[int, Unit], ...]
    spans: tuple[tuple[int, int], ...]
    said: frozenset[str]


def names(read: str, wanted: Wanted | None, resolutions: Iterable[Resolution]) -> Names:
    """The names in question `read`. Gates, provinces and zones are always conditions; a person is one where a post is
    asked for, a post where a person is. Bodies are left to be matched by their words."""
    found = list(resolutions)
    bodies = [r.span for r in found if r.kind is MentionKind.ORGANISATION]
    whos: list[Who] = []
    units: list[tuple[int, Unit]] = []
    spans: list[tuple[int, int]] = []
    said: set[str] = set()
    for r in found:
        if not r.candidates:
            continue
        chosen = (
            r.candidates
            if not r.certain or r.kind in (MentionKind.POST, MentionKind.ORGANISATION)
            else r.candidates[:1]
        )
        ids = tuple(dict.fromkeys(name.id for name, _ in chosen))
        if r.kind is MentionKind.PLACE and ids[0].startswith(BROAD):
            ids = (*ids, *_siblings(ids))
        longer = 0
        if r.kind is MentionKind.PLACE:
            ids, longer = numbered(ids, fold(read[r.span.end :]))
        if r.kind is MentionKind.POST:
            ids = _of_division(ids, read[r.span.end :])
        said.update(ids)
        text = read[r.span.start : r.span.end]
        inside = any(body.holds(r.span) and body != r.span for body in bodies)
        broad = r.kind is MentionKind.PLACE and ids[0].startswith(BROAD)
        if (
            _condition(r, ids, wanted)
            and not (r.kind is MentionKind.POST and _acts(read, r.span.start))
            and (broad or not inside)
        ):
            whos.append(Who(str(r.kind), ids, text, r.certain, name=r.candidates[0][0].name))
            spans.append((r.span.start, r.span.end + longer))
        elif r.kind in (MentionKind.PERSON, MentionKind.PLACE, MentionKind.GATE):
            units.append((r.span.start, _named_unit(text, ids, r.candidates[0][0].name)))
            spans.append((r.span.start, r.span.end + longer))
    whos, units = _beside_gates(read, whos, units)
    return Names(tuple(whos), tuple(units), tuple(spans), frozenset(said))


def _beside_gates(
    read: str, whos: list[Who], units: list[tuple[int, Unit]]
) -> tuple[list[Who], list[tuple[int, Unit]]]:
    """`whos` and `units`, a town named together with a gate ("Mường Khương và Bản Vược") as a gate as well."""
    places = [(read.find(who.text), read.find(who.text) + len(who.text)) for who in whos if who.kind == "gate"]
    gates, rest = [], []
    for at, unit in units:
        end = at + len(unit.text)
        stretches = [read[end:start] if end <= start else read[stop:at] for start, stop in places if start >= 0]
        joined = any(joins().fullmatch(fold(stretch)) for stretch in stretches)
        if joined and may_be_gate(unit):
            gates.append(as_gate(unit))
        else:
            rest.append((at, unit))
    return [*whos, *gates], rest


def may_be_gate(unit: Unit) -> bool:
    """Whether a name that the question merely speaks of may be a gate's, too."""
    return any(term.startswith("n:gate:") for term, _ in unit.options)


def as_gate(unit: Unit) -> Who:
    """That name as a condition on the fact, as a gate's is."""
    ids = tuple(term[2:] for term, factor in unit.options if term.startswith("n:") and factor == 1.0)
    return Who("gate", ids, unit.text, name=unit.name)


@lru_cache(maxsize=1)
def joins() -> re.Pattern[str]:
    """What may stand between two names that are named together, over folded text."""
    return re.compile(load()["domain/measures"]["joins"])


def _of_division(ids: tuple[str, ...], after: str) -> tuple[str, ...]:
    """`ids` of a post, or the like one of a division where one follows ("acting head *of the border-gate section*")."""
    table = load()["en/questions"]["divisions"]
    if not re.match(table["pattern"], after.lower()):
        return ids
    parts = [id_.partition("+") for id_ in ids]
    heads: dict[str, str] = table["heads"]
    return tuple(
        dict.fromkeys(
            f"post:{heads.get(head.removeprefix('post:'), head.removeprefix('post:'))}{plus}{role}"
            for head, plus, role in parts
        )
    )


def _siblings(ids: tuple[str, ...]) -> tuple[str, ...]:
    """A province and the zone that bears its name are asked for as one."""
    return tuple(kind + id_.partition(":")[2] for id_ in ids for kind in BROAD if not id_.startswith(kind))


def _condition(resolution: Resolution, ids: tuple[str, ...], wanted: Wanted | None) -> bool:
    match resolution.kind:
        case MentionKind.GATE:
            return True
        case MentionKind.PLACE:
            return ids[0].startswith(BROAD)
        case MentionKind.PERSON:
            return wanted is Wanted.POST
        case MentionKind.POST:
            return wanted is Wanted.PERSON and not ROLES.issuperset(ids)
    return False


def _acts(read: str, start: int) -> bool:
    """Whether the post at `start` is of who did it to the one asked for ("ai được *Chủ tịch* tặng Bằng khen")."""
    before = tokens(read[:start])
    return bool(before) and before[-1].folded in {fold(word) for word in load()["vi/questions"]["agents"]["before"]}


def _named_unit(text: str, ids: tuple[str, ...], name: str) -> Unit:
    words = tuple(("w:" if accented(name) else "f:") + token.text.lower() for token in tokens(name))
    also = [
        kind + id_.partition(":")[2]
        for id_ in ids
        if id_.startswith(TOWNS)
        for kind in TOWNS
        if not id_.startswith(kind)
    ]
    return Unit(text, tuple(("n:" + id_, 1.0) for id_ in (*ids, *also)), parts=words, name=name)
