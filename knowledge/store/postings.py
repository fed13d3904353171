"""Where terms stand, and what each adds to a passage's BM25: read from the index when first asked for, then kept."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from math import log

from sqlite_fts4 import decode_matchinfo  # type: ignore[import-untyped]

from knowledge.store.database import Database

DEAR = 1_000  # places that take longer to read, once, than to look for those of some reports among them
MOST = 200_000  # places kept in memory (some 25 MB); the terms asked for last stay
K, B = 1.2, 0.75  # of BM25, as sqlite-fts4 has them

Places = Mapping[int, Sequence[tuple[int, float]]]  # report id -> (passage id, what the term adds to its score)

_MATCH = (  # without a join: it would walk all that match before it looks at the reports
    "SELECT docid, (SELECT report_id FROM passage WHERE id = docid) AS report_id,"
    " matchinfo(passage_index, 'pcnalx') AS info FROM passage_index WHERE passage_index MATCH ?"
)
_OF_REPORTS = " AND docid IN (SELECT id FROM passage WHERE report_id IN (SELECT value FROM json_each(?)))"


class Postings:
    """The places of terms in one state of the index; :meth:`forget` them when it has changed."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.forget()

    def forget(self) -> None:
        self._known: OrderedDict[str, Places] = OrderedDict()
        self._kept = 0

    async def of(self, tokens: Mapping[str, int], reports: Sequence[int] | None = None) -> list[Places]:
        """The places of each of `tokens`, which are single terms as the index holds them with the number of passages
        that hold them; where only those in some `reports` matter, of common terms no others need be told."""
        known = self._known  # what is forgotten meanwhile must not come back
        missing = [token for token in tokens if token not in known]
        if reports is not None and sum(tokens[token] for token in missing) > DEAR:
            within = await self._read(missing, reports)
            return [within[token] if token in within else known[token] for token in tokens]
        if missing:
            read = await self._read(missing)
            if known is self._known:
                known.update(read)
                self._kept += sum(map(_size, read.values()))
            else:
                known = OrderedDict(read | {token: known[token] for token in tokens if token in known})
        found = [known[token] for token in tokens]
        if known is self._known:
            for token in tokens:
                known.move_to_end(token)
            while self._kept > MOST:
                self._kept -= _size(known.popitem(last=False)[1])
        return found

    async def _read(self, tokens: Sequence[str], reports: Sequence[int] | None = None) -> dict[str, Places]:
        wanted = " OR ".join(f'"{token}"' for token in tokens)
        within = [] if reports is None else [json.dumps(list(reports))]
        rows = await self._database.read(_MATCH + _OF_REPORTS if within else _MATCH, [wanted, *within])
        found: list[dict[int, list[tuple[int, float]]]] = [{} for _ in tokens]
        for passage, report, info in rows:
            for term, part in _parts(info):
                found[term].setdefault(report, []).append((passage, part))
        return dict(zip(tokens, found, strict=True))


def _size(places: Places) -> int:
    return sum(map(len, places.values()))


def _parts(info: bytes) -> Iterator[tuple[int, float]]:
    """The terms of one row, by number, with their share in its score, from ``matchinfo(…, 'pcnalx')`` of a table with
    one column.

    All of them together are the figure of sqlite-fts4's ``rank_bm25`` with the sign turned; a test holds them together.
    """
    phrases, _, rows, average, length, *hits = decode_matchinfo(info)
    weight = K * (1 - B + B * length / average) if average else 0.0
    for index in range(0, 3 * phrases, 3):
        if here := hits[index]:
            containing = hits[index + 2]
            rarity = max(log((rows - containing + 0.5) / (containing + 0.5)), 0.0)
            yield index // 3, rarity * here * (K + 1) / (here + weight)
