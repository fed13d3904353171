"""Between facts and the store: passages as rows, reports as views; and what `facts` and `why` show."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from knowledge.ask.shelf import Held, ReportView
from knowledge.facts import record
from knowledge.facts.fact import FactKind, Passage, Scope
from knowledge.facts.report import Understood
from knowledge.model import Heading, Name, Period, ReportSummary
from knowledge.store.passages import PassageRow

MOST_NAMES = 40


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact as `thuky facts` lists it. `value` is in base units, or an ISO date, or a name."""

    report: str
    kind: str
    value: str
    unit: str | None
    period: str | None
    gate: str | None
    measure: str
    quote: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why an answer is what it is: labelled `lines`, then a `table` whose first row is its header."""

    lines: tuple[tuple[str, str], ...]
    table: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Known:
    """A name that stands in a report, how often, and what it lies in."""

    name: Name
    kind: str
    count: int


def passage_rows(understood: Understood) -> list[PassageRow]:
    """The passages as rows; each is indexed under its own terms, its context's and its report's."""
    rows = []
    for seq, passage in enumerate(understood.passages):
        terms = passage.sentence | passage.context | understood.scope.terms
        for fact in passage.facts:
            terms |= fact.near | fact.clause
        rows.append(
            PassageRow(
                None, None, seq, passage.kind, passage.quote, passage.start, passage.end,
                " ".join(sorted(record.folded(terms))), record.dumps(passage),
            )
        )  # fmt: skip
    return rows


def payload(understood: Understood, *, ocr: bool = False) -> str:
    """What is kept of a report besides its summary: its scope, the names in it, whether it was read from pictures."""
    scope = understood.scope
    return json.dumps(
        {
            "names": sorted(scope.names),
            "terms": sorted(scope.terms),
            "board": board(scope),
            "ocr": ocr,
            "known": [
                [k.name.id, k.name.name, int(k.name.known), k.name.within, k.kind, k.count] for k in known(understood)
            ],
        },
        ensure_ascii=False,
    )


def board(scope: Scope) -> str:
    """Whose report it is: the provinces it names, else its zones or gates; reports of one board share it."""
    for kind in ("province:", "zone:", "organisation:", "gate:"):
        ids = sorted(id_ for id_ in scope.names if id_.startswith(kind))
        if ids:
            return ids[0]
    return ""


def known(understood: Understood) -> list[Known]:
    """All names in the report, the most frequent first."""
    counts: Counter[tuple[str, Name]] = Counter()
    for passage in understood.passages:
        for fact in passage.facts:
            if fact.name is not None:
                counts[(fact.kind.value, fact.name)] += 1
    return [Known(name, kind, count) for (kind, name), count in counts.most_common()]


def summary(
    report_id: int,
    file: str,
    sha256: str,
    format: str,
    added_at: str,
    heading: Heading,
    understood: Understood,
    problems: Sequence[Any],
) -> ReportSummary:
    """What was understood of a report, for people."""
    facts = [fact for passage in understood.passages for fact in passage.facts]
    counts = {
        "passages": len(understood.passages),
        "figures": sum(fact.kind is FactKind.QUANTITY for fact in facts),
        "dates": sum(fact.kind is FactKind.DATE for fact in facts),
    }
    return ReportSummary(
        report_id, file, sha256, format, added_at, heading, counts,
        _names(facts, FactKind.PERSON), _names(facts, FactKind.GATE), tuple(problems),
    )  # fmt: skip


def _names(facts: Iterable[Any], kind: FactKind) -> tuple[str, ...]:
    names = [
        fact.name.name for fact in facts if fact.kind is kind and fact.name is not None and ":~" not in fact.name.id
    ]
    return tuple(dict.fromkeys(names))[:MOST_NAMES]


def view(summary: ReportSummary, kept: str) -> ReportView:
    """A report as the asking stages see it."""
    data = json.loads(kept)
    terms = record.folded(frozenset(data["terms"]))
    return ReportView(
        summary.id, summary.file, summary.heading.title, summary.heading.document_date, summary.heading.period, terms,
        frozenset(data["names"]), data["board"], data.get("ocr", False), summary.superseded_by is not None,
    )  # fmt: skip


def held(row: PassageRow, report: ReportView) -> Held:
    """A stored passage, ready to be looked at."""
    assert row.id is not None
    return Held(row.id, record.loads(row.kind, row.quote, row.start, row.end, row.payload), report)


def fact_rows(passages: Iterable[Held]) -> Iterable[FactRow]:
    """Every fact of `passages` for the listing."""
    for one in passages:
        yield from _of_passage(one.passage, one.report)


def _of_passage(passage: Passage, report: ReportView) -> Iterable[FactRow]:
    names = dict(passage.names)
    for fact in passage.facts:
        if fact.quantity is not None:
            value, unit = (
                str(fact.quantity.value if fact.quantity.value is not None else fact.quantity.low),
                fact.quantity.unit,
            )
        else:
            value, unit = (fact.name.name if fact.name else "; ".join(fact.items) or fact.text), None
        times = [time.period for time in fact.times if time.role == "period"]
        gates = [names.get(id_, id_) for id_, _ in fact.names if id_.startswith("gate:")]
        measure = " ".join(sorted(term[2:] for term in fact.near if term.startswith("c:")))
        period = times[0] if times else report.period
        yield FactRow(
            report.file,
            fact.kind.value,
            value,
            unit,
            _dates(period) if period else None,
            gates[0] if gates else None,
            measure,
            passage.quote,
        )


def _dates(period: Period) -> str:
    return f"{period.start.isoformat()}/{date.fromordinal(period.end.toordinal() - 1).isoformat()}"
