"""The values that travel through both flows: frozen, without behaviour beyond what they mean.

Offsets are character offsets into :attr:`Document.text` (NFC), half open. Periods are half open too: `end` is the first
day that is *not* covered. Money is in base units (đồng, dollars), percentages as written (78.56 for 78,56 %).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Span:
    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Problem:
    """Something doubtful in otherwise usable content: `code` names the sentence to show."""

    code: str
    details: Mapping[str, str] = field(default_factory=dict)


# --- documents -------------------------------------------------------------------------------------------------------


class BlockKind(StrEnum):
    LETTERHEAD = (
        "letterhead"  # issuing body, number, place and date, recipients, signature: the frame of an official text
    )
    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CAPTION = "caption"  # of a table ("Biểu 1: ... (đơn vị: triệu đồng)") or a picture
    TABLE = "table"
    DEBRIS = "debris"  # menus, related links, visitor counters: kept in the text, never asked about


@dataclass(frozen=True, slots=True)
class Table:
    """`rows` are rectangular; a merged cell repeats its text in every place it covers. The first `header_rows` rows are
    headers (0 when there are none). `spans[r][c]` is where that cell's text stands in the document's text."""

    rows: tuple[tuple[str, ...], ...]
    header_rows: int
    spans: tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True)
class Block:
    kind: BlockKind
    text: str
    span: Span
    level: int = 0  # of a heading (1 is topmost) or an item
    page: int | None = None
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader gives: NFC `text` (one block a line, table cells separated by tabs) and the blocks in order."""

    text: str
    blocks: tuple[Block, ...]
    format: str  # "txt", "docx", ...
    problems: tuple[Problem, ...] = ()
    ocr: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands at the head and foot of a report. None where it does not say; names in `uncertain` are guesses."""

    title: str
    kind: str  # "bao_cao", "bien_ban", "thong_bao", "tin" (news), "khac"
    document_date: date | None = None
    number: str | None = None
    issuer: str | None = None
    place: str | None = None
    signer: str | None = None
    signer_post: str | None = None
    period: Period | None = None
    uncertain: frozenset[str] = frozenset()


# --- what is recognised in a text ------------------------------------------------------------------------------------


class MentionKind(StrEnum):
    QUANTITY = "quantity"
    DATE = "date"  # one day
    PERIOD = "period"  # longer than a day
    BASE = "base"  # what a figure is compared with: "cùng kỳ", "năm trước", "so với kế hoạch"
    GATE = "gate"
    PERSON = "person"
    POST = "post"
    ORGANISATION = "organisation"
    PLACE = "place"  # province, district, commune, ward, village, road


class Dimension(StrEnum):
    MONEY = "money"
    PERCENT = "percent"
    POINTS = "points"  # percentage points
    COUNT = "count"
    AREA = "area"
    LENGTH = "length"
    MASS = "mass"
    VOLUME = "volume"
    DURATION = "duration"
    ORDINAL = "ordinal"  # "lần thứ XVI", "đứng thứ 3", "hạng nhì"
    NUMBER = "number"  # a bare figure: a table cell, "4,2" without unit


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure in base units. A range or bound has `low` and/or `high` and then `value` is the figure a person would
    quote (the bound itself; None for a range). `total` is the whole in "119/128"."""

    value: Decimal | None
    unit: str | None = None  # "VND", "USD", "CNY", "%", "tấn", "ha", "km", or the counted noun: "nhiệm vụ"
    dimension: Dimension = Dimension.NUMBER
    low: Decimal | None = None
    high: Decimal | None = None
    total: Decimal | None = None
    per: str | None = None  # "ngày", "tháng", "người/tháng", "chuyến"
    approx: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    start: date
    end: date  # exclusive
    open_end: bool = False  # "từ 01/9/2021": holds from then on

    def contains(self, other: Period) -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Name:
    """A gate, person, post, organisation or place. `id` is equal exactly when two mentions mean the same one as far as
    text alone can tell ("gate:huu-nghi"); `known` tells whether a catalogue knows it."""

    id: str
    name: str  # canonical spelling
    known: bool = False
    within: str | None = None  # id of the province a gate lies in, of the organisation a post belongs to


@dataclass(frozen=True, slots=True)
class Base:
    """What a figure is compared with. `relation`: "same_period_last_year", "previous_period", "plan"; `period` where
    the text says it ("cùng kỳ năm 2019", "so với năm 2015")."""

    relation: str
    period: Period | None = None


Value = Quantity | Period | Name | Base


@dataclass(frozen=True, slots=True)
class Mention:
    kind: MentionKind
    span: Span
    text: str
    rule: str
    value: Value


# --- what is kept of a report ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ReportSummary:
    """A report as the library holds it. `file` is the name it was added under; `counts` tells how many passages,
    figures, dates were understood; `people` and `gates` are names in order of first appearance; `groups` names of the
    organisations it speaks of. `supersedes` is the id of the report it is a new version of, `superseded_by` that of the
    newer version that stands for it."""

    id: int
    file: str
    sha256: str
    format: str
    added_at: str  # ISO date and time, given by the caller
    heading: Heading
    counts: Mapping[str, int]
    people: tuple[str, ...] = ()
    gates: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    supersedes: int | None = None
    superseded_by: int | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """Outcome of adding a file. `status`: "added", "known" (the same bytes are there already), "same_text" (another
    file with the same text is there already; nothing stored). An added report may be a new version of another, or an
    older one: its summary says so."""

    status: str
    report: ReportSummary


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found by search; a higher `score` is better."""

    report: str  # file name
    title: str
    quote: str
    score: float
    superseded: bool = False  # a newer version stands for its report


# --- answers ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Citation:
    """The sentence or table row an answer stands in. `quote` is the text as it is in the report; `mark` the place of
    the answer within the quote. `heading`, for a table row, is what stands above the answer: the table's caption and
    the column's header ("Biểu 1 (triệu USD) · Nhập khẩu")."""

    report: str  # file name
    title: str
    document_date: date | None
    quote: str
    mark: Span | None = None
    heading: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """An answer. `short` is the answer itself ("119/128 nhiệm vụ"). `value` is a number (base unit `unit`) or a truth
    value; `day` an ISO date, month or year; `items` the entries of a list; `arithmetic` the computation shown in full
    ("498,7 tỷ đồng - 412,6 tỷ đồng = 86,1 tỷ đồng"); `notes` are remarks such as a corrected figure."""

    language: str  # "vi" or "en": that of the question
    short: str
    citations: tuple[Citation, ...]
    value: Decimal | bool | None = None
    unit: str | None = None
    day: str | None = None
    items: tuple[str, ...] = ()
    arithmetic: str | None = None
    notes: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """The question has several readings: what to choose from. `answers[i]` is what option `i` says; `questions[i]` is
    the question with the words of option `i` after it."""

    language: str
    options: tuple[str, ...]
    questions: tuple[str, ...]
    citations: tuple[Citation, ...] = ()
    answers: tuple[Found, ...] = ()


@dataclass(frozen=True, slots=True)
class Unknown:
    """The reports do not say. `code` names the reason ("no_period", "no_gate", "nothing", "not_a_question", "empty");
    `held` lists what they do hold instead (periods or gates or reports, as text in the question's language);
    `details` fills the sentence's placeholders (e.g. the period asked for)."""

    language: str
    code: str
    held: tuple[str, ...] = ()
    details: Mapping[str, str] = field(default_factory=dict)


Answer = Found | Choice | Unknown
