"""Whether a fact is of the gate, place, person or body asked for."""

from __future__ import annotations

from knowledge.ask.numbered import bare
from knowledge.ask.question import Question, Who
from knowledge.ask.shelf import Held, Shelf
from knowledge.facts.fact import Fact, FactKind, Layer
from knowledge.lexicon.load import load
from knowledge.recognise.posts import covers
from knowledge.text.fold import accented, fold

SPOTS = ("gate:", "district:", "commune:", "village:")
WRITTEN = 0.8
WRITING = frozenset({FactKind.PERSON, FactKind.DATE})  # of these a gate's name may be part of another
MOVES = frozenset({"new", "former", "before"})
SPOT_TERMS = tuple("n:" + spot for spot in SPOTS)
TOWNS = frozenset({"zone", "district", "commune", "village", "marker"})
OWN = frozenset({"province", "zone"})
ALONE = 0.85  # so well fits a figure in whose sentence no other place is named
SPOT_KINDS = frozenset({"gate", "zone", "district", "commune", "village", "province"})
STATION = "c:station"
POSTED = frozenset(load()["domain/organisations"]["at_gates"])  # offices that go by the name of their gate
BUILT = TOWNS | {"street"}  # a bridge, a road by the gate's name


def surrounds(who: Who, question: Question) -> bool:
    """Whether `who` is the province of a zone that the question names too ("Tân Đức (Long An)")."""
    return any(id_.startswith("province:") for id_ in who.ids) and any(
        other is not who and other.ids and other.ids[0].startswith("zone:") for other in question.whos
    )


def fit(who: Who, fact: Fact, held: Held, shelf: Shelf, *, surrounds: bool = False) -> float | None:
    """How well `fact` fits `who`, 0 to 1; None when it is of another. Where `who` only `surrounds` what is asked about,
    the report need but be of it."""
    wanted = set(who.ids)
    if fact.name is not None and fact.name.id in wanted:
        return 1.0
    if who.kind == "gate":
        fitted = _gate(wanted, fact, held)
        if fitted is None and (fact.kind in WRITING or wanted.isdisjoint(shelf.names)) and _written(who, fact, held):
            return WRITTEN
        return fitted
    if who.kind == "post":
        return _post(wanted, fact)
    if who.kind == "office":
        posts = [id_ for id_, layer in fact.names if layer == Layer.NEAR and id_.startswith("post:")]
        return 1.0 if any(id_.partition("/")[2] in wanted for id_ in posts) else None
    if who.kind == "person" and fact.kind is FactKind.POST:
        owners = {id_ for id_, layer in fact.names if layer == Layer.NEAR and id_.startswith("person:")}
        if owners and not owners & wanted and not fact.traits & MOVES:
            return None  # somebody else's, named beside; of posts taken up or left the owner is less sure
        layer = min((layer for id_, layer in fact.names if id_ in wanted), default=Layer.REPORT)
        return None if layer > Layer.CLAUSE else 1.0 if layer == Layer.NEAR else 0.7
    if surrounds and wanted & held.report.names:
        return 0.9
    wanted |= {id_ for id_, _ in fact.names if bare(id_) in wanted and not any(map(bare, wanted))}
    zones = {id_ for id_, layer in fact.names if id_.startswith("zone:") and layer <= Layer.CLAUSE}
    if (
        fact.kind in (FactKind.QUANTITY, FactKind.DATE)
        and zones
        and any(id_.startswith("zone:") for id_ in wanted)
        and not zones & wanted
        and not any(shelf.within.get(id_, frozenset()) & wanted for id_ in zones)
    ):
        return None  # the figure, or the day, is another zone's
    near = [layer for id_, layer in fact.names if id_ in wanted or shelf.within.get(id_, frozenset()) & wanted]
    if near:
        return 1.0 if min(near) <= Layer.SENTENCE else 0.9
    if wanted & held.report.names:
        return 0.9
    if who.kind == "person" and any(id_ in wanted for id_, _ in held.passage.names):
        return 0.7
    if who.kind == "organisation":
        return 0.6 if any(id_ in wanted for id_, _ in held.passage.names) else None
    return None


def _written(who: Who, fact: Fact, held: Held) -> bool:
    """Whether the passage writes the gate's name, though it tells of no gate: one that no list knows, or, where the
    question has no marks, a name that sounds like one ("tan thanh": Tân Thành)."""
    if not who.name or any(id_.startswith("gate:") for id_, layer in fact.names if layer <= Layer.SENTENCE):
        return False
    quote = held.passage.quote
    return who.name.lower() in quote.lower() or (not accented(who.text) and fold(who.text) in fold(quote))


def _gate(wanted: set[str], fact: Fact, held: Held) -> float | None:
    slugs = {id_.partition(":")[2] for id_ in wanted}
    layers: dict[int, set[str]] = {}
    for id_, layer in fact.names:
        kind, _, slug = id_.partition(":")
        # A town, commune or zone goes by the name of its gate.
        if kind == "gate" or (kind in (TOWNS if fact.kind is FactKind.QUANTITY else BUILT) and slug in slugs):
            layers.setdefault(layer, set()).add(slug)
        elif kind == "org" and (place := _posted(slug)) in slugs:
            layers.setdefault(layer, set()).add(place)
    figure = fact.kind is FactKind.QUANTITY
    for layer in sorted(layers):
        if layer == Layer.SENTENCE and figure:
            continue  # named with another figure
        if layers[layer] & slugs:
            if figure and layer in (Layer.NEAR, Layer.CONTEXT) and not layers[layer] <= slugs:
                return None  # the figure is of several gates together
            return 1.0 if layer <= Layer.CLAUSE else 0.92
        if layer <= (Layer.CLAUSE if figure else Layer.NEAR) and fact.kind in (FactKind.QUANTITY, FactKind.DATE):
            return None  # the figure is another gate's
    if figure and set(layers) == {Layer.SENTENCE} and layers[Layer.SENTENCE] <= slugs and _alone(slugs, fact, held):
        return ALONE
    if not layers and _station(slugs, fact, held):
        return 0.85
    named = [id_.partition(":") for id_ in held.report.names]
    gates = {slug for kind, _, slug in named if kind == "gate"}
    if gates and (gates <= slugs or (gates & slugs and not figure)):
        return 0.85
    zones = {slug for kind, _, slug in named if kind == "zone"}
    return 0.8 if zones & slugs and not any(id_.startswith(("gate:", "zone:")) for id_, _ in fact.names) else None


def _posted(office: str) -> str:
    """The place of an office that stands at a gate ("trung-tam/tan-thanh" is Tân Thanh's), for its id."""
    kind, _, place = office.partition("/")
    return place.rpartition("/")[2] if kind in POSTED else ""


def _alone(slugs: set[str], fact: Fact, held: Held) -> bool:
    """Whether the sentence names the gate before the figure, and no other gate, place or zone: all that follows is of
    that one ("Lượng khách qua Mộc Bài là 2,1 triệu lượt, bằng 112%; phương tiện 94.215 lượt")."""
    named = [id_.partition(":") for id_, _ in held.passage.names]
    if any(slug not in slugs for kind, _, slug in named if kind in SPOT_KINDS):
        return False
    return any(
        other.name is not None
        and other.name.id.partition(":")[2] in slugs
        and other.span.end <= fact.span.start
        and held.passage.kind == "sentence"
        for other in held.passage.facts
    )


def _station(slugs: set[str], fact: Fact, held: Held) -> bool:
    """Whether "the railway station" of a report without its name is the one asked for: that of the report's own
    place."""
    if STATION not in fact.near:
        return False
    places = {slug for kind, _, slug in (id_.partition(":") for id_ in held.report.names) if kind in OWN}
    return any(slug.removeprefix("ga-") in places for slug in slugs if slug.startswith("ga-"))


def _post(wanted: set[str], fact: Fact) -> float | None:
    held = [id_ for id_, layer in fact.names if layer == Layer.NEAR and id_.startswith("post:")]
    if any(id_ in wanted for id_ in held):
        return 1.0
    if any(covers(one, id_) or (covers(id_, one) and "/" not in id_) for id_ in held for one in wanted):
        return 0.85
    return None


def extra_gates(question: Question, fact: Fact, held: Held) -> bool:
    """Whether the figure is one gate's though the question names none."""
    if any(who.kind == "gate" for who in question.whos):
        return False
    if any(id_.startswith("gate:") and layer == Layer.NEAR for id_, layer in fact.names):
        return True
    # "Móng Cái: 3.288,7 triệu USD": the figure of one place in a list of several
    placed = any(who.kind == "place" for who in question.whos) or any(id_.startswith(SPOTS) for id_ in question.named)
    bare = not any(term.startswith("c:") for term in fact.near)
    here = {id_ for id_, _ in held.passage.names if id_.startswith(SPOTS)}
    return bare and not placed and any(id_ in here and layer <= Layer.CLAUSE for id_, layer in fact.names)


def of_another(question: Question, fact: Fact, _: Held) -> bool:
    """Whether the figure stands by the name of one place, and the question asks for another that the sentence only
    mentions ("Mường Khương 96 triệu, còn lại là Bát Xát")."""
    near = {id_ for id_, layer in fact.names if layer == Layer.NEAR and id_.startswith(SPOTS)}
    if not near:
        return False
    slugs = {id_.partition(":")[2] for id_ in near}
    asked = [[term[2:] for term, _ in unit.options if term.startswith(SPOT_TERMS)] for unit in question.units]
    return any(
        ids
        and not any(id_.partition(":")[2] in slugs for id_ in ids)
        and any(id_ in ids and layer == Layer.SENTENCE for id_, layer in fact.names)
        for ids in asked
    )


def named(question: Question, id_: str) -> bool:
    """Whether the question itself names what has that id."""
    return id_ in question.named or any("n:" + id_ == term for unit in question.units for term, _ in unit.options)
