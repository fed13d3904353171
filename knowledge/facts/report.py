"""From blocks to passages: a report read from top to bottom, each sentence and row with what bears on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from knowledge.facts import lists, sentence, table
from knowledge.facts.clauses import Clauses
from knowledge.facts.fact import Layer, Passage, Scope, Time
from knowledge.facts.terms import Terms
from knowledge.lexicon.load import Lexicon
from knowledge.model import Block, BlockKind, Document, Heading, Mention, MentionKind, Name, Period, Span
from knowledge.recognise.concepts import Concepts
from knowledge.recognise.engine import Recogniser
from knowledge.text.fold import fold
from knowledge.text.sentences import sentences


@dataclass(frozen=True, slots=True)
class Understood:
    scope: Scope
    passages: tuple[Passage, ...]


@dataclass(slots=True)
class _Around:
    """What the walk has passed: headings by level, the lead-in of a list, the caption of a table, the sentence before."""

    headings: dict[int, Block] = field(default_factory=dict)
    lead: str = ""
    caption: str = ""
    before: str = ""
    opening: tuple[Time, ...] = ()
    group: int = 0


class Reader:
    """Reads documents into passages; built once from the lexicon."""

    def __init__(self, lexicon: Lexicon, recogniser: Recogniser, concepts: Concepts) -> None:
        self._recogniser = recogniser
        self._terms = Terms(lexicon, concepts)
        self.contrasts = concepts.contrasts
        self._clauses = Clauses(lexicon)
        self._lists = lists.Lists(lexicon)
        words = lexicon["vi/clauses"]
        self._ahead = tuple(map(fold, words["ahead"]))
        self._behind = tuple(map(fold, words["behind"]))
        tables = lexicon["vi/tables"]
        self.vocabulary = table.Vocabulary(
            self._terms, concepts.contrasts, frozenset(map(fold, tables["unit_headers"])), frozenset(map(fold, tables["order_headers"]))
        )

    @property
    def terms(self) -> Terms:
        return self._terms

    def read(self, document: Document, heading: Heading, *, today: date) -> Understood:
        """The passages of `document` in order; incomplete dates are completed from its heading, else from `today`."""
        walk = _Walk(self, document, heading, heading.document_date or today)
        return Understood(walk.scope, tuple(walk.passages()))

    def scope(self, document: Document, heading: Heading, mentions: Iterable[Mention]) -> Scope:
        names = {m.value.id: m.value.name for m in mentions if isinstance(m.value, Name) and m.kind is not MentionKind.PERSON}
        within_ = {m.value.within for m in mentions if isinstance(m.value, Name) and m.kind is MentionKind.GATE and m.value.within}
        terms = frozenset(term.id for term in self._terms.widened(heading.title))
        return Scope(frozenset(names) | within_, terms | _named(names), heading.period, names)


def _named(ids: Iterable[str]) -> frozenset[str]:
    return frozenset("n:" + id_ for id_ in ids)


class _Walk:
    def __init__(self, reader: Reader, document: Document, heading: Heading, today: date) -> None:
        self._reader, self._document, self._heading, self._today = reader, document, heading, today
        self._anchor = heading.period
        head = " . ".join(part for part in (heading.title, heading.issuer, heading.place) if part)
        self.scope = reader.scope(document, heading, self._recognise(head, self._anchor))
        self._around = _Around()

    def _recognise(self, text: str, anchor: Period | None) -> tuple[Mention, ...]:
        return self._reader._recogniser.recognise(text, today=self._today, anchor=anchor)

    def passages(self) -> Iterable[Passage]:
        around = self._around
        for block in self._document.blocks:
            around.group += 0 if block.kind is BlockKind.ITEM else 1
            if block.kind is BlockKind.DEBRIS:
                continue
            if block.kind is BlockKind.HEADING:
                around.headings = {level: b for level, b in around.headings.items() if level < block.level} | {block.level: block}
                around.lead = around.caption = around.before = ""
                around.opening = ()
                yield from self._paragraph(block)
            elif block.kind is BlockKind.TABLE and block.table is not None:
                yield from table.passages(
                    block.table, self._document.text, self._setting(), self._reader.vocabulary, self._recognise
                )
                around.caption = ""
            elif block.kind is BlockKind.CAPTION:
                around.caption = block.text
                yield from self._paragraph(block)
            else:
                if block.kind is not BlockKind.ITEM:
                    around.lead = ""
                    around.opening = ()
                yield from self._paragraph(block)
                if block.kind is not BlockKind.ITEM or block.text.rstrip().endswith(":"):
                    around.lead = block.text if block.kind is not BlockKind.LETTERHEAD else ""
                around.caption = ""

    def _paragraph(self, block: Block) -> Iterable[Passage]:
        around = self._around
        around.before = ""
        mentions = self._recognise(block.text, self._section_period() or self._anchor)
        for span in sentences(block.text):
            text = block.text[span.start : span.end]
            own = sentence.shift(mentions, span.start, span.end)
            clauses = self._reader._clauses.split(text, own)
            read = sentence.Sentence(text, own, self._reader._terms.widened(text), clauses)
            times, names, terms, traits = self._context(block)
            around_ = sentence.Surroundings(times, names, terms)
            found = sentence.facts(read, self._reader._clauses, self._reader.contrasts, around_)
            found += self._reader._lists.facts(read, times, names)
            start = block.span.start + span.start
            yield Passage(
                "heading" if block.kind in (BlockKind.HEADING, BlockKind.TITLE) else "sentence",
                text, start, start + len(text),
                sentence=frozenset(term.id for term in read.terms) | _named(m.value.id for m in own if isinstance(m.value, Name)),
                context=terms, facts=tuple(replace(fact, traits=fact.traits | traits) for fact in found),
                names=tuple((m.value.id, m.value.name) for m in own if isinstance(m.value, Name)),
                times=tuple(Time(m.value, Layer.SENTENCE, "period") for m in own if isinstance(m.value, Period)) + times,
                traits=traits, group=around.group,
            )  # fmt: skip
            around.before = text
            around.opening = sentence.leading_time(read) or around.opening

    def _heading_texts(self, block: Block | None = None) -> list[str]:
        return [h.text for _, h in sorted(self._around.headings.items(), reverse=True) if h is not block]

    def _context(
        self, block: Block | None
    ) -> tuple[tuple[Time, ...], tuple[tuple[str, int], ...], frozenset[str], frozenset[str]]:
        """Times, names, terms and traits that bear on a passage from outside, nearest first."""
        around = self._around
        texts = [around.before, around.lead if around.lead != around.before else "", *self._heading_texts(block)]
        if block is None or block.kind is BlockKind.TABLE:
            texts.insert(0, around.caption)
        times: list[Time] = list(around.opening)
        names: list[tuple[str, int]] = []
        terms: set[str] = set()
        for place, text in enumerate(texts):
            if not text:
                continue
            terms.update(term.id for term in self._reader._terms.widened(text))
            for mention in self._recognise(text, self._anchor):
                if isinstance(mention.value, Name):
                    names.append((mention.value.id, Layer.CONTEXT))
                elif isinstance(mention.value, Period) and (text is not around.before or place):
                    role = "day" if mention.kind is MentionKind.DATE else "period"
                    times.append(Time(mention.value, Layer.CONTEXT, "as-of" if mention.rule == "as-of" else role))
        traits = frozenset({"ahead"}) if self._looks_ahead() else frozenset[str]()
        return tuple(times), tuple(names), frozenset(terms) | _named(id_ for id_, _ in names), traits

    def _looks_ahead(self) -> bool:
        """Whether the section tells of what is still to come (the innermost heading that says either decides)."""
        for text in self._heading_texts():
            folded = fold(text)
            if any(word in folded for word in self._reader._behind):
                return False
            if any(word in folded for word in self._reader._ahead):
                return True
        return False

    def _section_period(self) -> Period | None:
        for text in self._heading_texts():
            periods = [m.value for m in self._recognise(text, self._anchor) if isinstance(m.value, Period)]
            if periods:
                return periods[-1]
        return None

    def _setting(self) -> table.Setting:
        times, names, terms, traits = self._context(None)
        caption = self._around.caption or self._around.before
        periods = [time.period for time in times if time.role == "period"]
        return table.Setting(
            terms, times, names, table.unit_of(caption.rstrip(" .:")), periods[0] if periods else self._anchor, self._around.group, traits,
            frozenset(term.id for term in self._reader.terms.widened(caption)),
        )  # fmt: skip


def spans_hold(document: Document, passages: Iterable[Passage]) -> bool:
    """Whether every passage's quote stands where it says (a check for tests and for adding)."""
    return all(document.text[p.start : p.end] == p.quote and _inside(p) for p in passages)


def _inside(passage: Passage) -> bool:
    whole = Span(0, len(passage.quote))
    return all(whole.holds(fact.span) for fact in passage.facts)
