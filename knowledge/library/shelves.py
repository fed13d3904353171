"""The reports as the asking stages see them: kept in memory as far as they were needed, renewed when the index
changes."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from datetime import timedelta
from math import log

from knowledge.ask import initials
from knowledge.ask.bullets import leads
from knowledge.ask.question import Question, Wanted, When
from knowledge.ask.shelf import Held, ReportView, Shelf
from knowledge.ask.spelling import Speller
from knowledge.ask.understand import Understanding
from knowledge.ask.whos import TOWNS
from knowledge.library import rows
from knowledge.library.workshop import Workshop
from knowledge.model import Name
from knowledge.recognise.resolver import KnownName, Resolver
from knowledge.store.passages import Passages
from knowledge.store.reports import Reports

CANDIDATES = 220  # passages looked at for a question
KEPT = 400  # reports whose passages stay in memory
BEFORE = timedelta(days=400)  # plans are told before their time
AFTER = timedelta(days=1500)  # a report may tell of a time this long past: in a table of years, in a correction


class Shelves:
    """Views of all reports, the names and words that occur in them, and passages as needed."""

    def __init__(self, stages: Workshop, reports: Reports, passages: Passages) -> None:
        self._stages, self._reports, self._passages = stages, reports, passages
        self._views: dict[int, ReportView] = {}
        self._within: dict[str, frozenset[str]] = {}
        self._names: dict[str, str] = {}
        self._held: OrderedDict[int, list[Held]] = OrderedDict()
        self._by_id: dict[int, Held] = {}
        self._total = 0
        self.understanding: Understanding | None = None

    def forget(self) -> None:
        """To be called when reports were added or removed."""
        self.understanding = None
        self._held.clear()
        self._by_id.clear()
        self._passages.forget()

    async def refresh(self) -> Understanding:
        """The reading of questions over the index as it is now."""
        if self.understanding is not None:
            return self.understanding
        self._views.clear()
        names: dict[tuple[str, str], KnownName] = {}
        within: dict[str, set[str]] = {}
        for summary in await self._reports.all():
            kept = await self._reports.payload(summary.id)
            if kept is None:
                continue
            self._views[summary.id] = rows.view(summary, kept)
            for id_, name, catalogued, inside, kind, count in json.loads(kept).get("known", ()):
                old = names.get((kind, id_))
                names[(kind, id_)] = KnownName.of(
                    kind, Name(id_, name, bool(catalogued), inside), count + (old.count if old else 0)
                )
                if inside:
                    within.setdefault(id_, set()).add(inside)
        self._within = {id_: frozenset(ids) for id_, ids in within.items()}
        self._names = {id_: known.name for (_, id_), known in names.items()}
        self._total = await self._passages.total()
        terms = await self._passages.vocabulary()
        vocabulary = {term[2:]: count for term, count in terms.items() if term.startswith("f:")}
        written = frozenset(term[2:] for term in terms if term.startswith("w:"))
        stages = self._stages
        self.understanding = Understanding(
            stages.lexicon, stages.recogniser, stages.concepts, stages.reader.terms,
            Resolver(names.values(), stages.lexicon, stages.recogniser.names),
            Speller(stages.lexicon, vocabulary, written), initials.of(names.values()),
        )  # fmt: skip
        return self.understanding

    async def shelf(self, question: Question) -> Shelf:
        """The passages that may answer `question`, with the rest of the tables and lists they belong to."""
        terms = _terms(question)
        frequency = await self._passages.frequency(terms)
        scale = log(self._total + 1) or 1.0

        def rarity(term: str) -> float:
            return log((self._total + 1) / (frequency.get(term, 0) + 1)) / scale

        current = tuple(view for view in self._views.values() if not view.superseded)
        # Passages of superseded reports match as well as those of their newer versions, and then make way for them.
        limit = CANDIDATES if len(current) == len(self._views) else 2 * CANDIDATES
        times = (*question.whens, *question.bases)
        matched = await self._passages.match(terms, limit=limit, reports=self._of_time(times), frequency=frequency)
        held = await self._get([id_ for id_, _ in matched])
        found = [h for h in held if not h.report.superseded][:CANDIDATES]
        people = {id_ for id_ in question.named if id_.startswith("person:")}
        groups = {
            (h.report.id, h.passage.group)
            for h in found[:60]
            # Of somebody named, what is told before and after.
            if h.passage.kind == "row" or leads(h) or any(id_ in people for id_, _ in h.passage.names)
        }
        beside = [
            h
            for report in {r for r, _ in groups}
            for h in await self._of_report(report)
            if (h.report.id, h.passage.group) in groups
        ]
        passages = {h.id: h for h in (*found, *beside)}
        return Shelf(
            tuple(sorted(passages.values(), key=lambda h: h.id)),
            current,
            rarity,
            within=self._within,
            names=self._names,
        )

    async def search(self, question: Question, top: int) -> list[tuple[Held, float]]:
        """The `top` passages that hold most of what `question` says, best first."""
        matched = await self._passages.match(_terms(question), limit=top, reports=self._of_time(question.whens))
        found = {h.id: h for h in await self._get([id_ for id_, _ in matched])}
        return [(found[id_], score) for id_, score in matched if id_ in found]

    async def all(self) -> list[Held]:
        """Every passage, report by report."""
        await self.refresh()
        return [h for report in self._views for h in await self._of_report(report)]

    def view(self, report_id: int) -> ReportView | None:
        return self._views.get(report_id)

    def _of_time(self, whens: Iterable[When]) -> Sequence[int] | None:
        """Reports that may tell of the times asked for: dated or covering a time from their beginning to a year and
        more after their end. None when no time is asked for."""
        asked = list(whens)
        if not asked:
            return None
        start, end = min(w.period.start for w in asked) - BEFORE, max(w.period.end for w in asked) + AFTER
        return [
            view.id
            for view in self._views.values()
            if (view.document_date is None and view.period is None)
            or (view.document_date is not None and start <= view.document_date < end)
            or (view.period is not None and view.period.start < end and start < view.period.end)
        ]

    async def _get(self, ids: Sequence[int]) -> list[Held]:
        missing = [id_ for id_ in ids if id_ not in self._by_id]
        if missing:
            for report in {row.report_id for row in await self._passages.get(missing)}:
                assert report is not None
                await self._of_report(report)
        return [self._by_id[id_] for id_ in ids if id_ in self._by_id]

    async def _of_report(self, report_id: int) -> list[Held]:
        if report_id not in self._held:
            view = self._views.get(report_id)
            kept = [] if view is None else [rows.held(row, view) for row in await self._passages.of_report(report_id)]
            self._held[report_id] = kept
            self._by_id.update((h.id, h) for h in kept)
            while len(self._held) > KEPT:
                for gone in self._held.popitem(last=False)[1]:
                    del self._by_id[gone.id]
        self._held.move_to_end(report_id)
        return self._held[report_id]


def _terms(question: Question) -> list[str]:
    found = [term for unit in (*question.units, *question.inherited) for term, _ in unit.options]
    found += [part for unit in (*question.units, *question.inherited) for part in unit.parts]
    found += ["n:" + id_ for who in question.whos for id_ in who.ids]
    if question.wanted not in (Wanted.PERSON, Wanted.POST):  # "Văn phòng được giao việc gì"
        found += ["n:" + id_ for id_ in sorted(question.named) if id_.startswith("org:")]
    # A report may know a gate by its town's name alone: "Mường Khương 11,4 triệu USD" is read as the district.
    gates = [id_.partition(":")[2] for who in question.whos if who.kind == "gate" for id_ in who.ids]
    found += [f"n:{town}:{slug}" for slug in gates for town in sorted(TOWNS)]
    return list(dict.fromkeys(found))
