"""From blocks to passages: a report read from top to bottom, each sentence and row with what bears on it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from knowledge.facts import currency, given_names, lists, parsed, sentence, table, worded
from knowledge.facts.around import Around, Sections, role
from knowledge.facts.called import Called
from knowledge.facts.cell_units import of_values, unit_of, unled
from knowledge.facts.clauses import Clauses
from knowledge.facts.columns import Shorts
from knowledge.facts.corrections import Corrections
from knowledge.facts.fact import Fact, FactKind, Layer, Passage, Scope, Time
from knowledge.facts.roll import Roll
from knowledge.facts.short_names import ShortNames
from knowledge.facts.terms import Terms
from knowledge.facts.topic import Topic, Topics
from knowledge.lexicon.load import Lexicon
from knowledge.model import (
    Base,
    Block,
    BlockKind,
    Document,
    Heading,
    Mention,
    MentionKind,
    Name,
    Period,
    Quantity,
    Span,
)
from knowledge.recognise.concepts import Concepts
from knowledge.recognise.engine import Recogniser
from knowledge.recognise.place_catalogue import place_rows
from knowledge.text.fold import fold
from knowledge.text.sentences import sentences

_UNITS = re.compile(r"\b(?:đơn vị(?: tính)?|đvt)\s*:", re.IGNORECASE)
_UNIT_OF = re.compile(r"(?P<of>[^-–:()]{2,40}?)\s*(?:[-–:(]|tính bằng|là)\s*(?P<unit>[^-–:()]{1,25})\)?", re.IGNORECASE)
UNIT = 25  # characters at most of a unit
OFTEN = 3  # times a gate is named in a report that is of it alone
OPENS = 4  # characters before what a sentence opens with
SIGNATURE = 300  # characters at most of a signature block
REMEMBERED = 128  # texts of a report whose mentions are kept while it is read


@dataclass(frozen=True, slots=True)
class Understood:
    scope: Scope
    passages: tuple[Passage, ...]


class Reader:
    """Reads documents into passages; built once from the lexicon."""

    def __init__(self, lexicon: Lexicon, recogniser: Recogniser, concepts: Concepts) -> None:
        self._recogniser = recogniser
        self._lexicon = lexicon
        self._terms = Terms(lexicon, concepts)
        self.contrasts = concepts.contrasts
        self.topics = Topics.of(lexicon, self._terms, concepts.contrasts)
        self.clauses = Clauses(lexicon)
        self.lists = lists.Lists(lexicon)
        self.sections = Sections(lexicon)
        self.corrections = Corrections(lexicon)
        self.roll = Roll.of(lexicon)
        self.signs = str(lexicon["vi/clauses"]["signs"])
        self._provinces = frozenset(place.name.id for _, place in place_rows(lexicon) if place.level == "province")
        tables = lexicon["vi/tables"]
        self.vocabulary = table.Vocabulary(
            self._terms,
            concepts.contrasts,
            frozenset(map(fold, tables["unit_headers"])),
            frozenset(table.squeezed(header) for header in tables["order_headers"]),
            frozenset(map(fold, tables["time_headers"])),
            self.clauses.side,
            worded.headings(tables),
            Shorts(lexicon).written,
            {fold(word): (goods, people) for word, (goods, people) in tables["ways"].items()},
        )

    @property
    def terms(self) -> Terms:
        return self._terms

    def read(self, document: Document, heading: Heading, *, today: date) -> Understood:
        """The passages of `document` in order; incomplete dates are completed from its heading, else from `today`."""
        covered = heading.period.end - timedelta(days=1) if heading.period is not None else today
        walk = _Walk(self, document, heading, heading.document_date or min(covered, today))
        return Understood(walk.scope, given_names.settled(walk.passages()))

    def names(self, document: Document) -> list[Mention]:
        """The names in all that a document tells."""
        texts = (block.text for block in document.blocks if block.kind is not BlockKind.DEBRIS)
        return [mention for text in texts for mention in self._recogniser.names.recognise(text)]

    def short(self, names: Iterable[Mention]) -> ShortNames:
        """The bare names by which the parks among a report's `names` go in it."""
        return ShortNames.of(names, self._lexicon)

    def scope(
        self, document: Document, heading: Heading, head: Iterable[Mention], names: Iterable[Mention], today: date
    ) -> Scope:
        """What the report is about: the names of title and letterhead (`head`), the province that the whole speaks of
        most, and the gate that is the only one among all its `names`."""
        found = [m.value for m in head if isinstance(m.value, Name) and m.kind is not MentionKind.PERSON]
        own = {name.id: name.name for name in found}
        ids = set(own) | {name.within for name in found if name.within}
        known = frozenset("province:" + id_.rpartition("/")[2].rpartition(":")[2] for id_ in ids) & self._provinces
        ids |= known
        if not any(id_.startswith("province:") for id_ in ids):
            ids |= self._leading_province(document, today)
        ids |= _only_gate(names)
        terms = frozenset(term.id for term in self.terms.widened(heading.title))
        return Scope(frozenset(ids), terms | _named(ids), heading.period, own)

    def _leading_province(self, document: Document, today: date) -> set[str]:
        counts: Counter[str] = Counter()
        for block in document.blocks:
            if block.kind is BlockKind.DEBRIS:
                continue
            for mention in self._recogniser.recognise(block.text, today=today):
                if isinstance(mention.value, Name):
                    for id_ in (mention.value.id, mention.value.within or ""):
                        if id_.startswith("province:"):
                            counts[id_] += 1
        best = counts.most_common(1)
        return {best[0][0]} if best and best[0][1] >= 2 and best[0][1] * 2 >= counts.total() else set()


def _only_gate(names: Iterable[Mention]) -> set[str]:
    """The one gate that a whole report speaks of, and more than in passing: its figures are that gate's."""
    gates = Counter(m.value.id for m in names if m.kind is MentionKind.GATE and isinstance(m.value, Name))
    return set(gates) if len(gates) == 1 and gates.total() >= OFTEN else set()


def _compares(mentions: Iterable[Mention]) -> bool:
    """Whether a sentence opens with what the one before is compared with ("Cùng kỳ: 2.310 triệu đồng")."""
    first = min(mentions, key=lambda m: m.span.start, default=None)
    if first is None or not isinstance(first.value, Base):
        return False
    return first.span.start < OPENS and first.value.relation != "plan"


def _named(ids: Iterable[str]) -> frozenset[str]:
    return frozenset("n:" + id_ for id_ in ids)


def _said(facts: Iterable[Fact]) -> frozenset[str]:
    """What is said of the people of a sentence, whether or not in words that a reader of words knows ("TK: …")."""
    return frozenset(t for fact in facts if fact.kind is FactKind.PERSON for t in fact.near if t.startswith("c:"))


class _Walk:
    def __init__(self, reader: Reader, document: Document, heading: Heading, today: date) -> None:
        self._reader, self._document, self._heading, self._today = reader, document, heading, today
        self._anchor = heading.period
        names = reader.names(document)
        self._short = reader.short(names)
        self._called = Called.of(names)
        # Headings and lead-ins bear on every sentence below them.
        self._recognise = lru_cache(maxsize=REMEMBERED)(self._recognised)
        head = " . ".join(part for part in (heading.title, heading.issuer, heading.place) if part)
        self.scope = reader.scope(document, heading, self._recognise(head, self._anchor), names, today)
        self._topic = Topic(reader.topics)
        self._around = Around(reader.terms, reader.sections, self._recognise, self._anchor)

    def _recognised(self, text: str, anchor: Period | None) -> tuple[Mention, ...]:
        mentions = self._reader._recogniser.recognise(text, today=self._today, anchor=anchor)
        return self._called.added(text, self._short.added(text, mentions))

    def _alone(self, text: str) -> tuple[Mention, ...]:
        return self._recognise(text, None)

    def passages(self) -> Iterable[Passage]:
        around = self._around
        together: list[Passage] = []  # of one paragraph, or one list
        for block in self._document.blocks:
            if block.kind is BlockKind.DEBRIS:
                continue
            if block.kind is BlockKind.TABLE and block.table is not None:
                yield from self._reader.corrections.settle(together)
                together = []
                rows = table.passages(
                    block.table, self._document.text, self._setting(block), self._reader.vocabulary, self._recognise
                )
                yield from self._reader.corrections.columns(rows)
                around.group += 1
                around.caption = ""
                continue
            around.enter(block)
            made = list(self._paragraph(block))
            if block.kind is BlockKind.HEADING or block.text.rstrip().endswith("?"):
                self._topic.heading(block.text)
            else:
                made = self._topic.settle(made)
            if together and made and made[0].group != together[0].group:
                yield from self._reader.corrections.settle(together)
                together = []
            together += made
            around.leave(block)
        yield from self._reader.corrections.settle(together)
        yield from self._signature()

    def _paragraph(self, block: Block) -> Iterable[Passage]:
        around, reader = self._around, self._reader
        mentions = self._recognise(block.text, around.section_period() or self._anchor)
        for span in sentences(block.text):
            text = block.text[span.start : span.end]
            own = parsed.shift(mentions, span.start, span.end)
            own = currency.in_dollars(text, own, self._alone, reader.terms, around.currency)
            own = parsed.scaled(text, own, self._alone, self._lead_unit(block))
            read = parsed.sentence(text, own, reader.terms, reader.clauses)
            gated = any(m.kind is MentionKind.GATE for m in own)
            bearing = around.of(block, text, own, linked=not gated and _compares(own))
            found = sentence.facts(read, reader.clauses, reader.terms, reader.contrasts, bearing)
            found += reader.lists.facts(read, bearing.times, bearing.names)
            found = reader.roll.called(text, found)
            found += self._spoken(text, found, read)
            start = block.span.start + span.start
            yield Passage(
                "heading" if block.kind in (BlockKind.HEADING, BlockKind.TITLE) else "sentence",
                text, start, start + len(text),
                sentence=frozenset(term.id for term in read.terms)
                | _said(found)
                | _named(m.value.id for m in own if isinstance(m.value, Name)),
                context=bearing.terms | bearing.leaning,
                facts=tuple(replace(fact, traits=fact.traits | bearing.traits) for fact in found),
                names=tuple((m.value.id, m.value.name) for m in own if isinstance(m.value, Name)),
                times=tuple(Time(m.value, Layer.SENTENCE, role(m)) for m in own if isinstance(m.value, Period))
                + bearing.times,
                traits=bearing.traits, group=around.group,
            )  # fmt: skip
            around.passed(text, own, block.kind is BlockKind.ITEM)

    def _spoken(self, text: str, found: tuple[Fact, ...], read: parsed.Sentence) -> tuple[Fact, ...]:
        """The speaker of a block, as a fact of each of its later sentences, which do not name them again."""
        speaker = self._around.speaker
        if speaker is None or not isinstance(speaker.value, Name) or any(f.kind is FactKind.PERSON for f in found):
            return ()
        terms = frozenset(term.id for term in read.terms)
        return (Fact(FactKind.PERSON, Span(0, 0), speaker.text, terms, frozenset(), name=speaker.value),)

    def _signature(self) -> Iterable[Passage]:
        """The signer with their post, from the foot of the report."""
        heading, blocks = self._heading, self._document.blocks
        if not heading.signer or not heading.signer_post:
            return
        foot = [b for b in blocks if b.kind is BlockKind.LETTERHEAD]
        last = next((b for b in reversed(foot) if heading.signer in b.text), None)
        posts = self._recognise(heading.signer_post, None)
        people = self._recognise(f"{heading.signer_post} {heading.signer}", None)
        post = next((m.value for m in posts if m.kind is MentionKind.POST and isinstance(m.value, Name)), None)
        person = next((m.value for m in people if m.kind is MentionKind.PERSON and isinstance(m.value, Name)), None)
        if last is None or post is None or person is None:
            return
        first = next(
            (b for b in foot if fold(heading.signer_post) in fold(b.text) and b.span.start <= last.span.start), last
        )
        start, end = first.span.start, last.span.end
        quote = self._document.text[start:end]
        place = quote.rfind(heading.signer)
        if place < 0 or len(quote) > SIGNATURE:
            start, quote, place = last.span.start, last.text, last.text.find(heading.signer)
        terms = frozenset(term.id for term in self._reader.terms.widened(f"{self._reader.signs} {heading.signer_post}"))
        spot = Span(place, place + len(heading.signer))
        yield Passage(
            "sentence", quote, start, start + len(quote), terms | _named((person.id, post.id)), frozenset(),
            (
                Fact(
                    FactKind.PERSON, spot, heading.signer, terms, frozenset(),
                    names=((post.id, Layer.NEAR),), name=person,
                ),
                Fact(
                    FactKind.POST, spot, heading.signer_post, terms, frozenset(),
                    names=((person.id, Layer.NEAR),), name=post,
                ),
            ),
            ((person.id, person.name), (post.id, post.name)), group=self._around.group + 1,
        )  # fmt: skip

    def _lead_unit(self, block: Block) -> str | None:
        """The unit of the figure that an item is part of ("Trị giá: 2.038 triệu USD" over "Vĩnh Xương: 1.105,3")."""
        if block.kind is not BlockKind.ITEM or not self._around.lead:
            return None
        first = next((m for m in self._recognise(self._around.lead, None) if isinstance(m.value, Quantity)), None)
        return parsed.unit_text(first) if first is not None else None

    def _caption_unit(self, caption: str) -> str | None:
        """The unit a caption names in brackets, or after its last comma ("Trị giá hàng hóa, triệu USD")."""
        if unit := unit_of(caption):
            return unit
        tail = unled(re.split(r"[,:]", caption)[-1].strip(" ."))
        measured = len(tail) <= UNIT and parsed.measures(tail, lambda one: self._recognise(one, None))
        return tail if measured else None

    def _units(self, caption: str) -> tuple[tuple[frozenset[str], str], ...]:
        """What each unit is of, where a caption names several: "Đơn vị: trị giá - nghìn USD; hành khách - lượt"."""
        found: list[tuple[frozenset[str], str]] = []
        tail = _UNITS.split(caption)[-1]
        for part in tail.strip(" ().").split(";") if ";" in tail else ():
            if (match := _UNIT_OF.fullmatch(part.strip())) is not None:
                terms = frozenset(term.id for term in self._reader.terms.widened(match["of"]))
                if any(isinstance(m.value, Quantity) for m in self._recognise(f"1 {match['unit']}", None)):
                    found.append((terms, match["unit"]))
        return tuple(found) if len(found) > 1 else ()

    def _setting(self, block: Block) -> table.Setting:
        around = self._around
        caption = around.caption or around.before
        bearing = around.of(block, caption)
        periods = [time.period for time in bearing.times if time.role == "period"]
        return table.Setting(
            bearing.terms, bearing.times, bearing.names, self._caption_unit(caption.rstrip(" .:")),
            periods[0] if periods else self._anchor, around.group, bearing.traits,
            frozenset(term.id for term in self._reader.terms.widened(caption)), self._units(caption), around.caption,
            of_values(caption),
        )  # fmt: skip


def spans_hold(document: Document, passages: Iterable[Passage]) -> bool:
    """Whether every passage's quote stands where it says (a check for tests and for adding)."""
    return all(document.text[p.start : p.end] == p.quote and _inside(p) for p in passages)


def _inside(passage: Passage) -> bool:
    whole = Span(0, len(passage.quote))
    return all(whole.holds(fact.span) for fact in passage.facts)
