"""Passages and their full-text index (SQLite FTS4, ranked by Okapi BM25 as sqlite-fts4 defines it)."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from dataclasses import dataclass

from knowledge.store.database import Database, Row
from knowledge.store.postings import Postings

ENOUGH_ROWS = 500  # terms are added, rarest first, until about this many passages match
ENOUGH_ROWS_WITHIN = 10_000  # the same where only some reports are searched: most of the rows are not theirs
MOST_TERMS = 64

# What the tokenizer of the index keeps within a token; the rest would split it. A quoted token may hold neither a quote
# nor "*" and "^", which FTS4 obeys even within quotes.
_SPLITTING = re.compile(r"[^\w:/.,%+-]")
_SPLITTING_WITHIN = re.compile(r"[^\w\s:/.,%+-]")


@dataclass(frozen=True, slots=True)
class PassageRow:
    """A passage as stored. `start` and `end` count characters of the report's text. `terms` are the space separated
    tokens of the index; `payload` is the caller's JSON."""

    id: int | None
    report_id: int | None
    seq: int
    kind: str  # "sentence", "row", "heading", "meta"
    quote: str
    start: int
    end: int
    terms: str
    payload: str


class Passages:
    """The passages of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._postings = Postings(database)
        self.forget()

    def forget(self) -> None:
        """To be called when others have changed the index: what was read of it is no longer so."""
        self._counts: dict[str, int] = {}  # another question may still hold the old ones
        self._complete = False
        self._postings.forget()

    async def add_many(self, report_id: int, rows: Iterable[PassageRow]) -> None:
        """Store a report's passages; their `id` and `report_id` are not looked at."""
        self.forget()
        await self._database.write_many(
            'INSERT INTO passage (report_id, seq, kind, quote, start, "end", terms, payload)'
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (report_id, row.seq, row.kind, row.quote, row.start, row.end, _index_terms(row.terms), row.payload)
                for row in rows
            ],
        )

    async def remove_of(self, report_id: int) -> None:
        """Forget a report's passages, to index it anew."""
        self.forget()
        await self._database.write("DELETE FROM passage WHERE report_id = ?", (report_id,))

    async def of_report(self, report_id: int) -> tuple[PassageRow, ...]:
        """A report's passages in the order of its text."""
        rows = await self._database.read("SELECT * FROM passage WHERE report_id = ? ORDER BY seq", (report_id,))
        return tuple(map(_passage, rows))

    async def get(self, ids: Sequence[int]) -> tuple[PassageRow, ...]:
        """The passages with these ids in that order; ids that are gone are left out."""
        rows = await self._database.read(
            "SELECT * FROM passage WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),)
        )
        found = {row["id"]: _passage(row) for row in rows}
        return tuple(found[one] for one in ids if one in found)

    async def all_rows(self) -> AsyncIterator[PassageRow]:
        """All passages by id. Read in pieces, so a change meanwhile shows in what is still to come."""
        last = 0
        while rows := await self._database.read("SELECT * FROM passage WHERE id > ? ORDER BY id LIMIT 1000", (last,)):
            for row in rows:
                yield _passage(row)
            last = rows[-1]["id"]

    async def total(self) -> int:
        """How many passages there are."""
        return int((await self._database.read("SELECT count(*) FROM passage"))[0][0])

    async def frequency(self, terms: Iterable[str]) -> dict[str, int]:
        """In how many passages each of `terms` stands; 0 for those in none."""
        wanted = {term: token for term in terms if (token := index_token(term))}
        counts, complete = self._counts, self._complete
        missing = [] if complete else sorted(set(wanted.values()) - counts.keys())
        if missing:
            # Kept, because counting a common term walks its whole list (some milliseconds at 100,000 passages).
            rows = await self._database.read(
                "SELECT term, documents FROM passage_vocabulary"
                " WHERE col = '*' AND term IN (SELECT value FROM json_each(?))",
                (json.dumps(missing),),
            )
            counts.update(dict.fromkeys(missing, 0))
            counts.update((row["term"], row["documents"]) for row in rows)
        return {term: counts.get(token, 0) for term, token in wanted.items()}

    async def vocabulary(self) -> Mapping[str, int]:
        """Every term of the index with the number of passages it stands in; remembered, so that none need be counted
        again."""
        counts = self._counts
        rows = await self._database.read("SELECT term, documents FROM passage_vocabulary WHERE col = '*'")
        counts.update((row["term"], row["documents"]) for row in rows)
        if counts is self._counts:  # nothing was forgotten meanwhile
            self._complete = True
        return {term: count for term, count in counts.items() if count}

    async def match(
        self,
        terms: Sequence[str],
        *,
        any_of: bool = True,
        limit: int = 400,
        reports: Sequence[int] | None = None,
        frequency: Mapping[str, int] | None = None,
    ) -> list[tuple[int, float]]:
        """Passages holding `terms`, best first, as (id, BM25); a higher score is better and 0 the least.

        With `any_of` one term suffices, and of many terms only the rarest are asked, until some 500 passages match:
        common ones cost much and tell little. Otherwise all terms must be there. Equal scores (all are 0 where every
        term stands in half the passages or more) are ordered by the number of terms held, then by id. `reports` limits
        the search to those reports. `frequency` is that of the terms, where it has just been asked for.
        """
        if frequency is None:
            frequency = await self.frequency(dict.fromkeys(terms))
        tokens = {index_token(term): count for term, count in frequency.items()}
        if any_of:
            chosen = _rarest(tokens, ENOUGH_ROWS if reports is None else ENOUGH_ROWS_WITHIN)
        elif all(tokens.values()):
            chosen = sorted(tokens, key=lambda token: (tokens[token], token))[:MOST_TERMS]
        else:
            return []
        scores: defaultdict[int, float] = defaultdict(float)
        held: defaultdict[int, int] = defaultdict(int)
        for places in await self._postings.of({token: tokens[token] for token in chosen}, reports):
            for within in places.values() if reports is None else (places[one] for one in reports if one in places):
                for passage, part in within:
                    scores[passage] += part
                    held[passage] += 1
        fewest = 1 if any_of else len(chosen)
        ranked = sorted((-scores[passage], -count, passage) for passage, count in held.items() if count >= fewest)
        return [(passage, -score) for score, _, passage in ranked[:limit]]

    async def optimize(self) -> None:
        """Merge the index into one piece: worth its time after adding or reindexing many reports."""
        await self._database.write("INSERT INTO passage_index (passage_index) VALUES ('optimize')")


def index_token(term: str) -> str:
    """`term` as the index holds it: NFC, lower case, one token; what would split it is "_". "" for white space."""
    return _SPLITTING.sub("_", unicodedata.normalize("NFC", term.strip().lower()))


def _index_terms(terms: str) -> str:
    """:func:`index_token` of each of `terms`, all at once, for there are many; each stands once."""
    return " ".join(dict.fromkeys(_SPLITTING_WITHIN.sub("_", unicodedata.normalize("NFC", terms.lower())).split()))


def _rarest(frequency: dict[str, int], enough: int) -> list[str]:
    """The rarest terms that occur at all, as many as match `enough` rows (always one, unless there is none)."""
    chosen: list[str] = []
    rows = 0
    for count, token in sorted((count, token) for token, count in frequency.items() if count):
        rows += count
        if chosen and rows > enough:
            break
        chosen.append(token)
    return chosen[:MOST_TERMS]


def _passage(row: Row) -> PassageRow:
    return PassageRow(**dict(row))
