"""What stands around a passage and bears on it: headings, the lead-in of a list, a table's caption, the sentence
before."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from knowledge.facts.covers import unfinished
from knowledge.facts.currency import Carried, after
from knowledge.facts.fact import Layer, Time
from knowledge.facts.terms import Terms
from knowledge.lexicon.load import Lexicon
from knowledge.model import Block, BlockKind, Mention, MentionKind, Name, Period, Quantity
from knowledge.text.fold import fold

Recognise = Callable[[str, Period | None], tuple[Mention, ...]]
_SPEAKS = re.compile(r"(?: ?\([^()]{0,60}\)|,[^:.]{0,60})?\s*:")
_MARKER = re.compile(r"^[\s+*•–-]*(?:\(?(?:\d{1,2}|[a-zđ])[.)](?:\d{1,2}[.)]?)*\s+)?")
KINDS = ("gate:", "zone:")  # of names that go on from sentence to sentence
EARLIER = 3  # sentences of a paragraph that bear on the next
SHORT_LEAD = 50  # characters at most of a lead-in that tells what is ahead as a heading does
SHORT_TITLE = 60  # characters at most of a numbered sentence that is a title ("11. Nhiệm vụ năm 2032.")
_NUMBER = re.compile(r"^\s*(?:(?:\d{1,2}|[IVX]{1,4}|[A-Z])[.)/]\s+|phần\s+\w+\b)", re.IGNORECASE)
OPENING = 25  # characters from its start within which a sentence names what the ones after it are of, too


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What bears on a sentence from outside: times and names, nearest first; terms; and the terms it leans on, which
    are as good as an earlier clause of its own. `period` is the section's or report's."""

    times: tuple[Time, ...]
    names: tuple[tuple[str, int], ...]
    terms: frozenset[str]
    leaning: frozenset[str] = frozenset()
    traits: frozenset[str] = frozenset()
    period: Period | None = None


class Sections:
    """Tells sections that look ahead from those that look back, and what corrects, by the words of
    ``vi/clauses.toml``."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon["vi/clauses"]
        self._ahead = tuple(map(fold, table["ahead"]))
        self._ahead_marked = re.compile(
            r"\b(?:" + "|".join(map(re.escape, table["ahead_marked"])) + r")\b", re.IGNORECASE
        )
        self._behind = tuple(map(fold, table["behind"]))
        self._links = re.compile(r"(?:" + "|".join(map(re.escape, table["links"])) + r")\b", re.IGNORECASE)
        self._whole = re.compile(r"\b(?:" + "|".join(map(re.escape, table["whole"])) + r")\b", re.IGNORECASE)
        now, other = ("|".join(map(re.escape, sorted(table[key], key=len, reverse=True))) for key in ("now", "not_now"))
        self._now = re.compile(rf"(?:{now})\b(?!\s+(?:{other})\b)", re.IGNORECASE)
        rest, come = ("|".join(map(re.escape, table[key])) for key in ("rest_of_year", "time_to_come"))
        self._rest, self._come = (re.compile(rf"(?:{w})\b[^:,]{{0,20}}[:,]", re.IGNORECASE) for w in (rest, come))
        self._corrects = re.compile(r"\b(?:" + "|".join(map(re.escape, table["corrects"])) + r")\b", re.IGNORECASE)

    def ahead(self, headings: list[str]) -> bool:
        """Whether the section tells of what is still to come; the innermost heading that says either decides."""
        for heading in headings:
            if any(word in fold(heading) for word in self._behind):
                return False
            if any(word in fold(heading) for word in self._ahead) or self._ahead_marked.search(heading):
                return True
        return False

    def opens_ahead(self, text: str, told: Period | None) -> bool:
        """Whether a sentence opens with a time after the one `told`, that of the report: "Thời gian tới: …", and "Nửa
        năm còn lại: …" where that is of the first part of a year."""
        own = _MARKER.sub("", text)
        part = told is not None and (told.end.month, told.end.day) != (1, 1)
        return self._come.match(own) is not None or (part and self._rest.match(own) is not None)

    def links(self, text: str) -> bool:
        """Whether a sentence goes on from the one before ("Trong đó …", "Cụ thể: …")."""
        return self._links.match(_MARKER.sub("", text)) is not None

    def whole(self, text: str) -> bool:
        """Whether a sentence is of all gates together ("toàn tỉnh", "hai cửa khẩu"), not of the one before it."""
        return self._whole.search(text) is not None

    def now(self, text: str) -> bool:
        """Whether a sentence opens with the present ("Hiện có 12 dự án")."""
        return self._now.match(_MARKER.sub("", text)) is not None

    def corrects(self, text: str) -> bool:
        return self._corrects.search(text) is not None


@dataclass(slots=True)
class Around:
    """The walk's memory; told of each block and sentence as it passes."""

    terms: Terms
    sections: Sections
    recognise: Recognise
    anchor: Period | None  # the report's period
    headings: dict[int, Block] = field(default_factory=dict)
    lead: str = ""
    leads: dict[int, str] = field(default_factory=dict)  # by level: 0 a paragraph, then items
    speaker: Mention | None = None  # who speaks in this block ("Ông Minh: …")
    correcting: bool = False
    currency: Carried = Carried.NOTHING  # of a sum that names none
    item: str = ""  # the item before
    earlier: list[frozenset[str]] = field(default_factory=list)  # terms of the block's sentences so far
    caption: str = ""
    before: str = ""
    times: tuple[Time, ...] = ()  # with which the paragraph, or its lead-in, opens
    names: dict[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)  # by kind; of the sentences before
    inside: tuple[tuple[str, int], ...] = ()  # gates and parks that this item opened with
    leaning: frozenset[str] = frozenset()
    title: str = ""  # a numbered sentence that is the title of what is to come
    group: int = 0

    def enter(self, block: Block) -> None:
        """A new block begins."""
        item = block.kind is BlockKind.ITEM
        self.group += 0 if item else 1
        self.before, self.leaning, self.inside = "", frozenset(), ()
        self.earlier = []
        self.speaker, self.correcting = None, False
        if not item:
            self.currency, self.item = Carried.NOTHING, ""
        if item:
            above = [level for level in self.leads if level < max(block.level, 1)]
            self.lead = self.leads[max(above)] if above else ""
        if block.kind is BlockKind.HEADING:
            self.headings = {level: b for level, b in self.headings.items() if level < block.level} | {
                block.level: block
            }
            self.caption = self.title = ""
        if not item:
            self.lead, self.leads = "", {}
            self.times, self.names = (), {}

    def leave(self, block: Block) -> None:
        """The block has been read: what follows may be its list or its table."""
        if block.kind is BlockKind.CAPTION:
            # A line with the unit alone follows the caption proper: "Bảng 1. Kim ngạch", "(Đơn vị tính: triệu USD)".
            self.caption = f"{self.caption} {block.text}".strip()
        elif block.kind is not BlockKind.HEADING:
            self.caption = ""
        if block.kind is BlockKind.PARAGRAPH:
            self.leads = {0: block.text}
            self.lead = block.text
        elif block.kind is BlockKind.ITEM:
            self.item = block.text
            level = max(block.level, 1)
            self.leads = {above: text for above, text in self.leads.items() if above < level} | {level: block.text}

    def passed(self, text: str, mentions: tuple[Mention, ...], item: bool) -> None:
        """A sentence of the block has been read."""
        linked = self.sections.links(text)
        if (
            _NUMBER.match(text)
            and len(text) <= SHORT_TITLE
            and not any(isinstance(m.value, Quantity) for m in mentions)
        ):
            self.title = text if self._to_come(text) else ""
        own = frozenset(term.id for term in self.terms.widened(text))
        self.leaning = self.leaning | own if linked else own
        self.before = text
        self.earlier.append(own)
        self.currency = after(text, mentions, self.terms, self.currency)
        self.correcting = self.correcting or self.sections.corrects(text)
        first = next((m for m in mentions if m.kind is MentionKind.PERSON and m.span.start < OPENING), None)
        if first is not None and self.speaker is None and _SPEAKS.match(text[first.span.end :]):
            self.speaker = first
        opening = [m for m in mentions if m.span.start < OPENING]
        if item:
            opened = tuple((id_, Layer.CLAUSE) for kind in KINDS for id_ in _ids(opening, kind))
            every = any(_ids(mentions, kind) for kind in KINDS)
            self.inside = opened or (() if every else self.inside)
            return
        times = [Time(m.value, Layer.CONTEXT, role(m)) for m in opening if isinstance(m.value, Period)]
        kept = tuple(time for time in times if time.role in ("period", "as-of", "day"))[:1]
        if not (linked and self.times):  # "Riêng tháng 8: 318 lượt." tells of that month alone
            self.times = kept or self.times
        self.names = {kind: _going_on(self.names.get(kind, ()), opening, mentions, kind) for kind in KINDS}

    def texts(self, block: Block | None = None) -> list[str]:
        """The headings above, innermost first."""
        return [heading.text for _, heading in sorted(self.headings.items(), reverse=True) if heading is not block]

    def of(self, block: Block, text: str, own: tuple[Mention, ...] = (), *, linked: bool = False) -> Surroundings:
        """What bears on `text`, a sentence of `block` with its `own` mentions, or on `block`, a table. A sentence that
        names a gate or a park itself is not of that of the sentence before. One that is `linked` goes on from that
        sentence, whatever its words."""
        table = block.kind is BlockKind.TABLE
        lead = self.lead if block.kind is BlockKind.ITEM else ""
        opening = self.lead if table and self.lead.rstrip().endswith(":") else ""  # "Giải ngân đến 30/11/2031:"
        outer = [self.caption if table else "", lead, opening, *self.texts(block)]
        times = [] if self.sections.now(text) else list(self.times)
        if self.anchor is not None and not table:
            times += [replace(time, period=self.anchor) for time in times if unfinished(time.period, self.anchor)]
        names = list[tuple[str, int]]()
        if not self.sections.whole(text):
            for kind in KINDS:
                if not _ids(own, kind):
                    names += [name for name in self.inside if name[0].startswith(kind)]
                    names += self.names.get(kind, ())
        terms = {term.id for term in self.terms.widened(self.before or (self.lead if table else ""))}
        terms.update(*self.earlier[-EARLIER:])
        for one in filter(None, outer):
            terms.update(term.id for term in self.terms.widened(one))
            for mention in self.recognise(one, self.anchor):
                if isinstance(mention.value, Name):
                    names.append((mention.value.id, Layer.CONTEXT))
                elif isinstance(mention.value, Period):
                    times.append(Time(mention.value, Layer.CONTEXT, role(mention)))
                    told = self.anchor
                    if told is not None and unfinished(mention.value, told) and not self.sections.ahead([one]):
                        times.append(Time(told, Layer.CONTEXT, role(mention)))
        if self.title and text != self.title:
            said = self.recognise(self.title, self.anchor)
            times += [Time(m.value, Layer.CONTEXT, role(m)) for m in said if isinstance(m.value, Period)]
        leaning: frozenset[str] = frozenset()
        if lead:
            leaning = frozenset(term.id for term in self.terms.widened(lead))
        if linked or self.sections.links(text):
            if self.before:
                leaning |= self.leaning
            elif block.kind is BlockKind.ITEM and self.item:
                leaning |= frozenset(term.id for term in self.terms.widened(self.item))
        short = [lead] if len(lead) <= SHORT_LEAD else []
        titled = bool(self.title) and text != self.title
        below = self.sections.ahead([*short, *self.texts()]) or self.coming()
        ahead = titled or below or self.sections.opens_ahead(text, self.anchor)
        traits = {"ahead"} if ahead else set()
        if self.correcting or self.sections.corrects(" ".join((text, *self.texts(block)))):
            traits.add("correction")
        named = frozenset("n:" + id_ for id_, _ in names)
        return Surroundings(
            tuple(times),
            tuple(names),
            frozenset(terms) | named,
            leaning,
            frozenset(traits),
            self.section_period() or self.anchor,
        )

    def _to_come(self, title: str) -> bool:
        """Whether a title is of a time after the report's, or of what is still to be done."""
        periods = [m.value for m in self.recognise(title, self.anchor) if isinstance(m.value, Period)]
        if periods:
            return self.anchor is not None and periods[-1].start >= self.anchor.end
        return self.sections.ahead([title])

    def coming(self) -> bool:
        """Whether the innermost heading that names a time names one after the report's ("B. NĂM 2032", in a report on
        2031)."""
        period = self.section_period()
        return period is not None and self.anchor is not None and period.start >= self.anchor.end

    def section_period(self) -> Period | None:
        """The period the innermost heading names."""
        for text in self.texts():
            periods = [m.value for m in self.recognise(text, self.anchor) if isinstance(m.value, Period)]
            if periods:
                return periods[-1]
        return None


def _ids(mentions: Iterable[Mention], kind: str) -> list[str]:
    return [m.value.id for m in mentions if isinstance(m.value, Name) and m.value.id.startswith(kind)]


def _going_on(
    before: tuple[tuple[str, int], ...], opening: Sequence[Mention], mentions: Sequence[Mention], kind: str
) -> tuple[tuple[str, int], ...]:
    """The names of a kind that a sentence leaves to the next: those it opens with, else the only one it speaks of, else
    those of the sentence before."""
    first, every = _ids(opening, kind), set(_ids(mentions, kind))
    kept = first or (list(every) if len(every) == 1 else [])
    return tuple((id_, Layer.CONTEXT) for id_ in kept) or (() if every else before)


ROLES = {"as-of": "as-of", "deadline": "deadline", "since": "since"}


def role(mention: Mention) -> str:
    """How a time bears on a figure; the beginning or end of a year only roughly."""
    if mention.rule in ROLES:
        return ROLES[mention.rule]
    if mention.rule.startswith(("early", "late", "middle")):
        return "vague"
    return "day" if mention.kind is MentionKind.DATE else "period"
