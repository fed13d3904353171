"""A table's facts: each figure with its row's labels, its column's headers, the caption's unit."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from knowledge.facts import columns, worded
from knowledge.facts.cell_units import Units
from knowledge.facts.compared import compared_period
from knowledge.facts.fact import Fact, FactKind, Layer, Passage, Time
from knowledge.facts.parsed import GOODS, PEOPLE
from knowledge.facts.terms import Terms
from knowledge.lexicon.load import load
from knowledge.model import Base, Dimension, Mention, MentionKind, Name, Period, Quantity, Span, Table
from knowledge.text.fold import fold

Recognise = Callable[[str, Period | None], tuple[Mention, ...]]

_FIGURE = re.compile(r"^[<>~≈]?\s*[-+–]?\s*\d[\d.,\s/]*\s*%?$")
_REMARK = re.compile(r"(?P<figure>[<>~≈]?\s*[-+–]?\d[\d.,\s]*)\s*(?:\([^()\d]*\)|\*+)$")
_ORDER = re.compile(r"^(?:\d{1,3}|[IVX]{1,5}|[a-zđ])[.)]?$")
_SERIES = re.compile(r"\s*(?:\([^()]*\)|\b(?:[IVX]{1,4}|\d{1,2}))$")  # "Thuận Thành III", "Đình Vũ (khu 1)"
_CHILD = re.compile(r"^\s*[-+*•–]|^\s{2,}")
LONGEST = 160  # characters kept of a caption or a column's header
TOTALS = frozenset({"c:total"})  # of a row that is one of all
CHANGES = frozenset({"c:increase", "c:decrease", "c:growth_rate", "c:compare"})
_EMPTY = frozenset({"", "-", "–", "—", "x", "..."})


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around a table: terms, times and names of caption, headings and lead-in, and the caption's unit."""

    terms: frozenset[str]
    times: tuple[Time, ...]
    names: tuple[tuple[str, int], ...]
    unit: str | None
    anchor: Period | None
    group: int
    traits: frozenset[str] = frozenset()
    caption: frozenset[str] = frozenset()  # terms of the caption: as good as the cell's own
    units: tuple[tuple[frozenset[str], str], ...] = ()  # of a caption with several: what each is of
    title: str = ""  # the caption as written; "" for a table without one
    valued: bool = False  # whether the unit is that of sums alone


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a table is read by: terms, contrasts, and the (folded) headings of the unit and the numbering column."""

    terms: Terms
    contrasts: Sequence[frozenset[str]]
    unit_headers: frozenset[str]
    order_headers: frozenset[str]
    time_headers: frozenset[str]
    side: Callable[[str, bool], str | None]
    headings: worded.Headings
    written: Callable[[str], str]  # a header with its short forms written out
    ways: Mapping[
        str, tuple[str, str]
    ]  # by a (folded) header that is but "Đi" or "Về": the side, of goods and of people


def passages(
    table: Table, text: str, setting: Setting, vocabulary: Vocabulary, recognise: Recognise
) -> tuple[Passage, ...]:
    """One passage a body row, in order; `text` is the document's."""
    reader = _Reader(table, setting, recognise, vocabulary)
    terms = vocabulary.terms
    made: list[Passage] = []
    parent = ""
    for index in range(table.header_rows, len(table.rows)):
        row = table.rows[index]
        label = reader.label(row)
        child = bool(_CHILD.match(label))
        found = reader.facts(index, label, parent if child else "")
        if label and not child:
            parent = label
        spans = [span for span in table.spans[index] if span.end > span.start]
        if not spans:
            continue
        start, end = min(s.start for s in spans), max(s.end for s in spans)
        named = {m.value.id: m.value.name for m in reader.row_mentions(row, label) if isinstance(m.value, Name)}
        named |= {fact.name.id: fact.name.name for fact in found if fact.name is not None}
        made.append(
            Passage(
                "row", text[start:end], start, end,
                sentence=frozenset(term.id for cell in row for term in terms.widened(cell))
                | {"n:" + id_ for id_ in named} | worded.held(found),
                context=setting.terms | reader.header_terms, facts=tuple(found),
                names=tuple(named.items()),
                times=setting.times, traits=setting.traits, group=setting.group,
            )
        )  # fmt: skip
    return tuple(made)


def squeezed(header: str) -> str:
    """A (folded) header without its blanks and dots: "T T" and "S.T.T." number rows like "TT"."""
    return re.sub(r"[\s.]", "", fold(header))


class _Reader:
    def __init__(self, table: Table, setting: Setting, recognise: Recognise, vocabulary: Vocabulary) -> None:
        self._table, self._setting, self._recognise, self._words = table, setting, recognise, vocabulary
        self._terms = vocabulary.terms
        width = len(table.rows[0]) if table.rows else 0
        self.headers = [self._header(column) for column in range(width)]
        self.header_terms = frozenset(term.id for header in self.headers for term in self._terms.widened(header))
        self._column_terms = [self._terms_of(column) for column in range(width)]
        self._column_traits = [self._traits_of(column) for column in range(width)]
        self._folded = [fold(header) for header in self.headers]
        self._unit_column = next((c for c, h in enumerate(self._folded) if h in vocabulary.unit_headers), None)
        self._label_columns = self._labels()
        things = frozenset(load()["domain/measures"]["countable"])  # "Lượt xe" is no side, it counts something else
        sides = {"c:" + id_ for contrast in vocabulary.contrasts if not contrast & things for id_ in contrast}
        self._units = Units(
            self.headers, self._column_terms, frozenset(self._label_columns), self._unit_column, setting.unit,
            setting.units, frozenset(sides), self._terms, lambda text: recognise(text, setting.anchor),
            setting.valued,
        )  # fmt: skip
        borne = [self._bearing(self._header_mentions(column)) for column in range(width)]
        self._column_names = [names for _, names in borne]
        compares = any("change" in traits for traits in self._column_traits) or any(
            time.period == setting.anchor for time in setting.times
        )
        self._column_times = columns.parts(
            columns.shared([times for times, _ in borne], self.headers, self._column_terms),
            self._column_terms,
            setting.anchor,
            compares=compares,
        )

    def _header(self, column: int) -> str:
        parts: list[str] = []
        for row in self._table.rows[: self._table.header_rows]:
            cell = row[column].replace("\n", " ").strip()
            if cell and cell not in parts:
                parts.append(cell)
        return " ".join(parts)

    def _written(self, column: int) -> str:
        return self._words.written(self.headers[column])

    def _terms_of(self, column: int) -> frozenset[str]:
        """Terms of a column's headers; one that is but "Xuất" or "Nhập" means goods, or people where the table is of
        them."""
        found = {term.id for term in self._terms.widened(self._written(column))}
        about = self._setting.caption | self._setting.terms | found
        people = bool(about & PEOPLE) and not found & GOODS
        for row in self._table.rows[: self._table.header_rows]:
            cell = row[column].strip()
            if side := self._words.side(cell, people) or self._way(cell, people):
                found.add("c:" + side)
        return frozenset(found)

    def _way(self, cell: str, people: bool) -> str | None:
        """The side of a column headed with but "Đi" or "Về"."""
        both = self._words.ways.get(fold(cell))
        return both[people] if both is not None else None

    def _orders(self, column: int) -> bool:
        """Whether a column numbers the rows."""
        return squeezed(self.headers[column]) in self._words.order_headers

    def _traits_of(self, column: int) -> frozenset[str]:
        """ "change" for a column that compares with another time ("So với năm 2019 (%)", "Tăng, giảm")."""
        bases = [
            m for m in self._recognise(self._written(column), self._setting.anchor)
            if isinstance(m.value, Base) and m.value.relation != "plan"
        ]  # fmt: skip
        # "Cùng kỳ 2015" heads the figures of 2015, "So với cùng kỳ" what has changed since.
        compared = any(m.rule == "compared-with" or "%" in self.headers[column] for m in bases)
        return frozenset({"change"}) if compared or self._column_terms[column] & CHANGES else frozenset()

    def _labels(self) -> list[int]:
        """Columns of words; never the numbering column, nor the units'."""
        body = self._table.rows[self._table.header_rows :]
        found: list[int] = []
        for column, header in enumerate(self._folded):
            cells = [row[column].strip() for row in body]
            if column == self._unit_column or self._orders(column):
                continue
            if header in self._words.time_headers:
                found.append(column)
                continue
            words = [cell for cell in cells if cell not in _EMPTY and not _FIGURE.match(cell)]
            if column == 0 and all(_ORDER.match(cell) or cell in _EMPTY for cell in cells):
                continue
            full = [cell for cell in cells if cell not in _EMPTY]
            if len(words) * 2 > len(full):
                found.append(column)
            elif full and found:
                break  # words behind the figures are remarks
        return found

    def label(self, row: Sequence[str]) -> str:
        parts: list[str] = []
        for column in self._label_columns:
            cell = row[column].replace("\n", " ")
            if cell.strip() and cell.strip() not in _EMPTY and cell not in parts:
                parts.append(cell)
        return " | ".join(parts)

    def _header_mentions(self, column: int) -> tuple[Mention, ...]:
        """What a column's headers name; a year in an upper header completes "6 tháng đầu năm" in a lower one."""
        anchor, found = self._setting.anchor, list[Mention]()
        for row in self._table.rows[: self._table.header_rows]:
            mentions = self._recognise(self._words.written(row[column]), anchor)
            periods = [m.value for m in mentions if isinstance(m.value, Period)]
            if not periods and "change" not in self._column_traits[column]:
                mentions += self._last_year(mentions, anchor)
                periods = [m.value for m in mentions if isinstance(m.value, Period)]
            if periods:
                upper = [m for m in found if isinstance(m.value, Period)]
                mentions = columns.parted(upper, mentions)
                anchor = next(m.value for m in reversed(mentions) if isinstance(m.value, Period))
                found = [m for m in found if not isinstance(m.value, Period)]
            found += [m for m in mentions if m not in found]
        return tuple(found)

    def _last_year(self, mentions: Sequence[Mention], anchor: Period | None) -> tuple[Mention, ...]:
        """The period of a column headed "Cùng kỳ": the year's it names, else the year before the table's."""
        for mention in mentions:
            if isinstance(mention.value, Base) and mention.value.relation != "plan":
                period = compared_period(mention.value, anchor)
                if period is not None:
                    return (replace(mention, kind=MentionKind.PERIOD, value=period),)
        return ()

    def facts(self, index: int, label: str, parent: str) -> list[Fact]:
        row, table = self._table.rows[index], self._table
        row_mentions = self.row_mentions(row, label)
        label_terms = self._label_terms(label)
        timed = all(self._folded[column] in self._words.time_headers for column in self._label_columns)
        parent_terms = frozenset(term.id for term in self._terms.widened(parent))
        found: list[Fact] = []
        words: list[worded.Cell] = []
        spans = [span for span in table.spans[index] if span.end > span.start]
        if not spans:
            return []
        origin = min(span.start for span in spans)
        for column, cell in enumerate(row):
            span = table.spans[index][column]
            value = cell.replace("\n", " ").strip()
            place = Span(span.start - origin, span.end - origin)
            header_terms = self._column_terms[column]
            as_words = worded.Cell(value, place, self._folded[column], header_terms)
            if column in self._label_columns:
                words.append(as_words)
                if not self._words.headings.people.search(as_words.heading):
                    found += self._named(label, value, place, label_terms)
                continue
            quantity = self._quantity(row, column, label, value, parent)
            if quantity is None or self._orders(column):
                if value not in _EMPTY and column != self._unit_column:
                    words.append(as_words)
                continue
            times, names = self._bearing(row_mentions)
            times, names = times + self._column_times[column], names + self._column_names[column]
            found.append(
                Fact(
                    FactKind.QUANTITY, place, value, label_terms | header_terms,
                    (parent_terms | self._setting.caption) - label_terms,
                    times=times + self._setting.times, names=names + self._setting.names, quantity=quantity,
                    traits=frozenset({"cell"}) | self._setting.traits | self._column_traits[column],
                    counted=self._units.of(row, column, label, parent) or quantity.unit,
                    label=frozenset() if label_terms & TOTALS or timed else label_terms,
                    governs=self._governing(label_terms | header_terms, parent_terms),
                    header=self._told(column),
                )
            )  # fmt: skip
        said = label_terms.union(*(frozenset(t.id for t in self._terms.widened(cell.text)) for cell in words))
        return found + self._worded(words, said, row)

    def _worded(self, cells: Sequence[worded.Cell], terms: frozenset[str], row: Sequence[str]) -> list[Fact]:
        around = self._setting
        told = worded.facts(cells, terms, self._words.headings, lambda text: self._recognise(text, around.anchor), row)
        return [
            replace(
                fact,
                times=fact.times + around.times,
                names=fact.names + around.names,
                traits=fact.traits | around.traits,
            )
            for fact in told
        ]

    def row_mentions(self, row: Sequence[str], label: str) -> tuple[Mention, ...]:
        """What a row's label names; "Sơn Dương" below "Cụm cảng" is the port of that name, also where the next column
        tells its district."""
        found: tuple[Mention, ...] = self._recognise(label, self._setting.anchor)
        headed = [
            mention
            for column in self._label_columns
            if (mention := self._headed_name(row[column].replace("\n", " ").strip(), column)) is not None
        ]
        for column in self._label_columns:
            found += self._headed_time(row[column].replace("\n", " ").strip(), column)
        if headed:  # "Tằng Loỏng" in a column of zones is nobody's name
            found = tuple(m for m in found if m.kind is not MentionKind.PERSON)
        return (*found, *headed)

    def _headed_time(self, cell: str, column: int) -> tuple[Mention, ...]:
        """The time that a cell is of by its column's header: "III" below "Quý"."""
        if self._folded[column] not in self._words.time_headers:
            return ()
        mentions = self._recognise(cell, self._setting.anchor)
        if not any(isinstance(m.value, Period) for m in mentions):
            mentions = self._recognise(f"{self.headers[column]} {cell}".lower(), self._setting.anchor)
            return tuple(m for m in mentions if isinstance(m.value, Period))
        return ()

    def _headed_name(self, cell: str, column: int) -> Mention | None:
        """The name that a cell is of by its column's header, where it tells none by itself."""
        if not cell[:1].isupper() or any(
            isinstance(m.value, Name) and m.kind is not MentionKind.PERSON
            for m in self._recognise(cell, self._setting.anchor)
        ):
            return None
        if TOTALS & {term.id for term in self._terms.widened(cell)}:
            return None  # no gate is called "Cộng"
        words = self.headers[column].lower().split()
        for start in range(len(words)):
            kind = " ".join(words[start:])
            whole = f"{kind} {_SERIES.sub('', cell)}"
            named = [m for m in self._recognise(whole, None) if isinstance(m.value, Name) and m.span.end == len(whole)]
            if named and named[0].span.start < len(kind):
                return named[0]
        return None

    def _told(self, column: int) -> str:
        """What a reader of a single cell has to be told of it: the table's caption and the column's header."""
        title, header = (" ".join(part.split()) for part in (self._setting.title, self.headers[column]))
        return " · ".join(part[:LONGEST].rstrip(" .:") for part in (title, header) if part)

    def _label_terms(self, label: str) -> frozenset[str]:
        found = {term.id for term in self._terms.widened(label)}
        people = bool((self._setting.caption | self.header_terms) & PEOPLE)
        for part in label.split(" | "):
            if side := self._words.side(part, people):
                found.add("c:" + side)
        return frozenset(found)

    def _governing(self, near: frozenset[str], parent: frozenset[str]) -> tuple[tuple[str, int], ...]:
        found: list[tuple[str, int]] = []
        for contrast in self._words.contrasts:
            around = ((Layer.SENTENCE, self._setting.caption), (Layer.CONTEXT, self._setting.terms))
            for layer, terms in ((Layer.NEAR, near), (Layer.CLAUSE, parent), *around):
                members = sorted(id_ for id_ in contrast if "c:" + id_ in terms)
                if members:
                    found += [(member, layer) for member in members]
                    break
        return tuple(found)

    def _named(self, label: str, value: str, place: Span, label_terms: frozenset[str]) -> list[Fact]:
        kind = {MentionKind.GATE: FactKind.GATE, MentionKind.PLACE: FactKind.PLACE}
        return [
            Fact(
                kind[m.kind], place, value, label_terms | self.header_terms, frozenset(), times=self._setting.times,
                names=self._setting.names, name=m.value, traits=frozenset({"label"}),
            )
            for m in self._recognise(value, self._setting.anchor)
            if m.kind in kind and isinstance(m.value, Name)
        ]  # fmt: skip

    def _quantity(self, row: Sequence[str], column: int, label: str, value: str, parent: str) -> Quantity | None:
        if value in _EMPTY or column == self._unit_column or not re.search(r"\d", value):
            return None
        unit = self._units.of(row, column, label, parent)
        if value[0].isalpha() and any(
            m.kind is MentionKind.ORGANISATION and m.span.end == len(value) for m in self._recognise(value, None)
        ):
            return None  # "Công ty CP Sông Hồng 9"
        remark = _REMARK.match(value)
        if remark is not None:  # "9,7 (tạm tính)"
            value = remark["figure"]
        for text in (f"{value} {unit}" if unit and not value.endswith("%") else value, value):
            figures = [m for m in self._recognise(text, self._setting.anchor) if isinstance(m.value, Quantity)]
            if figures and isinstance(figures[0].value, Quantity):
                quantity = figures[0].value
                if text == value and unit and quantity.dimension is Dimension.NUMBER:
                    return Quantity(quantity.value, unit, Dimension.COUNT)
                return quantity
        plain = value.replace(" ", "")
        return Quantity(Decimal(plain), unit or None, Dimension.NUMBER) if plain.isdigit() else None

    def _bearing(self, *sources: Sequence[Mention]) -> tuple[tuple[Time, ...], tuple[tuple[str, int], ...]]:
        times = tuple(
            Time(m.value, Layer.NEAR, "as-of" if m.kind is MentionKind.DATE else "period")
            for source in sources
            for m in source
            if isinstance(m.value, Period)
        )
        names = tuple((m.value.id, Layer.NEAR) for source in sources for m in source if isinstance(m.value, Name))
        return times, names
