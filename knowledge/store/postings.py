"""Where terms stand, and what each adds to a passage's BM25: read from the index when first asked for, then kept."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import log

from sqlite_fts4 import decode_matchinfo  # type: ignore[import-untyped]

from knowledge.store.database import Database

DEAR = 1_000  # places that take longer to read, once, than to look for those of some reports among them
MOST = 200_000  # places kept in memory (some 25 MB); the terms asked for last stay
WHOLE = 200_000  # an index of no more places is read as a whole (in 0.1 s, 3 MB), and then never again
K, B = 1.2, 0.75  # of BM25, as sqlite-fts4 has them

Places = Mapping[int, Sequence[tuple[int, float]]]  # report id -> (passage id, what the term adds to its score)

# All places of a term as one text: a row for each, with what FTS4 tells of it, takes several times as long.
_MATCH = "SELECT {} AS term, group_concat(docid) AS places FROM passage_index WHERE passage_index MATCH ?"
_OF_REPORTS = " AND docid IN (SELECT id FROM passage WHERE report_id IN (SELECT value FROM json_each(?)))"
_SIZES = (  # without a join, which might begin with all of `passage`
    "SELECT docid, size, (SELECT report_id FROM passage WHERE id = docid) AS report_id FROM passage_index_docsize"
)
_TERMS = "SELECT id, terms FROM passage ORDER BY id"
_AVERAGE = "SELECT matchinfo(passage_index, 'na') AS info FROM passage_index WHERE passage_index MATCH ? LIMIT 1"


@dataclass(slots=True)
class _State:
    """What was read of one state of the index: terms with their places, how many these are, and by passage its report
    and what its length weighs; `rows` are all passages. `standing`: of a small index the passages of every term."""

    known: OrderedDict[str, Places] = field(default_factory=OrderedDict)
    kept: int = 0
    rows: int = 0
    passages: dict[int, tuple[int, float]] = field(default_factory=dict)
    standing: dict[str, list[int]] | None = None


class Postings:
    """The places of terms in one state of the index; :meth:`forget` them when it has changed."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.forget()

    def forget(self) -> None:
        self._state = _State()  # a reading under way goes on with the old one, and nothing of it comes back

    async def of(self, tokens: Mapping[str, int], reports: Sequence[int] | None = None) -> list[Places]:
        """The places of each of `tokens`, which are single terms as the index holds them with the number of passages
        that hold them; where only those in some `reports` matter, of common terms no others need be told."""
        state = self._state
        known = state.known
        missing = {token: count for token, count in tokens.items() if token not in known}
        if missing and not state.passages:
            await self._measure(state, next(iter(missing)))
        if reports is not None and state.standing is None and sum(missing.values()) > DEAR:
            within = await self._read(state, missing, reports)
            return [within[token] if token in within else known[token] for token in tokens]
        if missing:
            read = await self._read(state, missing)
            known.update(read)
            state.kept += sum(map(_size, read.values()))
        found = [known[token] for token in tokens]
        for token in tokens:
            known.move_to_end(token)
        while state.kept > MOST:
            state.kept -= _size(known.popitem(last=False)[1])
        return found

    async def _read(
        self, state: _State, tokens: Mapping[str, int], reports: Sequence[int] | None = None
    ) -> dict[str, Places]:
        if state.standing is not None:
            return {
                token: _places(state.standing.get(token, ()), state, _rarity(state.rows, count))
                for token, count in tokens.items()
            }
        within = [] if reports is None else [json.dumps(list(reports))]
        match = _MATCH + _OF_REPORTS if within else _MATCH
        rows = await self._database.read(
            " UNION ALL ".join(match.format(number) for number in range(len(tokens))),
            [value for token in tokens for value in (f'"{token}"', *within)],
        )
        texts = {row["term"]: row["places"] or "" for row in rows}
        return {
            token: _places(map(int, filter(None, texts[number].split(","))), state, _rarity(state.rows, count))
            for number, (token, count) in enumerate(tokens.items())
        }

    async def _measure(self, state: _State, token: str) -> None:
        """Weigh the lengths of all passages; `token` is any that occurs."""
        told = await self._database.read(_AVERAGE, [f'"{token}"'])
        if not told:
            return
        state.rows, average = decode_matchinfo(told[0]["info"])
        places = 0
        for passage, blob, report in await self._database.read(_SIZES):
            size = _number(blob)
            state.passages[passage] = (report, K * (1 - B + B * size / average) if average else 0.0)
            places += size
        if places <= WHOLE:
            standing: dict[str, list[int]] = {}
            for passage, terms in await self._database.read(_TERMS):
                for term in terms.split():
                    standing.setdefault(term, []).append(passage)
            state.standing = standing


def _size(places: Places) -> int:
    return sum(map(len, places.values()))


def _rarity(rows: int, containing: int) -> float:
    return max(log((rows - containing + 0.5) / (containing + 0.5)), 0.0) if rows >= containing else 0.0


def _places(passages: Iterable[int], state: _State, rarity: float) -> Places:
    """The places of a term that stands in `passages`, once in each (:class:`~knowledge.store.passages.Passages` sees to
    that).

    What all terms add together is the figure of sqlite-fts4's ``rank_bm25`` with the sign turned; a test holds them
    together.
    """
    found: dict[int, list[tuple[int, float]]] = {}
    for passage in passages:
        if (measured := state.passages.get(passage)) is not None:
            report, weight = measured
            found.setdefault(report, []).append((passage, rarity * (K + 1) / (1 + weight)))
    return found


def _number(varint: bytes) -> int:
    """The one number that FTS4 keeps of a passage's length: seven bits a byte, the lowest first."""
    return sum((byte & 0x7F) << (7 * place) for place, byte in enumerate(varint))
