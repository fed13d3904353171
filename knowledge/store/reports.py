"""Reports: what is known of each, its text, and its file as it was added."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from knowledge.model import Heading, Period, Problem, ReportSummary
from knowledge.store.database import Database, Row

_SELECT = (
    "SELECT id, file, sha256, format, added_at, summary, superseded_by,"
    " (SELECT max(old.id) FROM report AS old WHERE old.superseded_by = report.id) AS supersedes FROM report"
)


class Reports:
    """The reports of one database. Every writing method is a transaction, or part of the one around it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(
        self,
        summary: ReportSummary,
        *,
        text: str,
        text_sha256: str,
        original: bytes,
        payload: str = "{}",
        numbered: str | None = None,
        titled: str | None = None,
    ) -> int:
        """Store a report; its id (`summary.id` is not looked at, nor what it supersedes: see :meth:`supersede`).

        `numbered` and `titled` are what :meth:`sharing` finds it by. Raises StoreError when the same bytes are there.
        """
        day = summary.heading.document_date
        async with self._database.transaction():
            report_id = await self._database.write(
                "INSERT INTO report (file, sha256, text_sha256, format, added_at, document_date, summary, payload,"
                " numbered, titled) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    summary.file,
                    summary.sha256,
                    text_sha256,
                    summary.format,
                    summary.added_at,
                    day.isoformat() if day else None,
                    _pack(summary),
                    payload,
                    numbered,
                    titled,
                ),
            )
            await self._database.write(
                "INSERT INTO content (report_id, text, original) VALUES (?, ?, ?)",
                (report_id, text, zlib.compress(original)),
            )
        return report_id

    async def update(
        self,
        summary: ReportSummary,
        *,
        payload: str | None = None,
        numbered: str | None = None,
        titled: str | None = None,
    ) -> None:
        """Replace what is known of report `summary.id` (after reindexing, or a correction); its file stays."""
        day = summary.heading.document_date
        await self._database.write(
            "UPDATE report SET file = ?, document_date = ?, summary = ?, payload = coalesce(?, payload),"
            " numbered = coalesce(?, numbered), titled = coalesce(?, titled) WHERE id = ?",
            (summary.file, day.isoformat() if day else None, _pack(summary), payload, numbered, titled, summary.id),
        )

    async def sharing(self, numbered: str | None, titled: str | None) -> tuple[ReportSummary, ...]:
        """Reports that nothing supersedes and that share `numbered` or `titled`, the one added last first."""
        where = " WHERE superseded_by IS NULL AND (numbered = ? OR titled = ?) ORDER BY id DESC"
        return tuple(map(_summary, await self._database.read(_SELECT + where, (numbered, titled))))

    async def supersede(self, old: int, new: int) -> None:
        """From now on report `new` stands for report `old`, until `new` is removed."""
        await self._database.write("UPDATE report SET superseded_by = ? WHERE id = ?", (new, old))

    async def get(self, report_id: int) -> ReportSummary | None:
        return await self._one(_SELECT + " WHERE id = ?", report_id)

    async def by_sha(self, sha256: str) -> ReportSummary | None:
        """The report with these very bytes."""
        return await self._one(_SELECT + " WHERE sha256 = ?", sha256)

    async def by_text_sha(self, text_sha256: str) -> ReportSummary | None:
        """The report with this text, the one added first if there are several."""
        return await self._one(_SELECT + " WHERE text_sha256 = ? ORDER BY id LIMIT 1", text_sha256)

    async def all(self) -> tuple[ReportSummary, ...]:
        """All reports, newest document date first, those without one last."""
        rows = await self._database.read(_SELECT + " ORDER BY document_date IS NULL, document_date DESC, id DESC")
        return tuple(map(_summary, rows))

    async def remove(self, report_id: int) -> bool:
        """Forget a report with its file, text and passages; False when there is none of that id.

        The version before it is again superseded by the one after it, or by none.
        """
        async with self._database.transaction():
            gone = await self.get(report_id)
            if gone is None:
                return False
            await self._database.write(
                "UPDATE report SET superseded_by = ? WHERE superseded_by = ?", (gone.superseded_by, report_id)
            )
            await self._database.write("DELETE FROM report WHERE id = ?", (report_id,))
        return True

    async def text(self, report_id: int) -> str | None:
        """The text the passages' offsets count in."""
        rows = await self._database.read("SELECT text FROM content WHERE report_id = ?", (report_id,))
        return str(rows[0]["text"]) if rows else None

    async def original(self, report_id: int) -> bytes | None:
        """The file, byte for byte."""
        rows = await self._database.read("SELECT original FROM content WHERE report_id = ?", (report_id,))
        return zlib.decompress(rows[0]["original"]) if rows else None

    async def set_text(self, report_id: int, text: str, text_sha256: str) -> None:
        """Replace the text read from the file, when a better reader has read it again."""
        async with self._database.transaction():
            await self._database.write("UPDATE report SET text_sha256 = ? WHERE id = ?", (text_sha256, report_id))
            await self._database.write("UPDATE content SET text = ? WHERE report_id = ?", (text, report_id))

    async def payload(self, report_id: int) -> str | None:
        """The caller's JSON, as given."""
        rows = await self._database.read("SELECT payload FROM report WHERE id = ?", (report_id,))
        return str(rows[0]["payload"]) if rows else None

    async def get_meta(self, key: str) -> str | None:
        """A value kept beside the reports, such as the version of the rules the index was made with."""
        rows = await self._database.read("SELECT value FROM meta WHERE key = ?", (key,))
        return str(rows[0]["value"]) if rows else None

    async def set_meta(self, key: str, value: str) -> None:
        await self._database.write(
            "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (key, value),
        )

    async def _one(self, sql: str, value: object) -> ReportSummary | None:
        rows = await self._database.read(sql, (value,))
        return _summary(rows[0]) if rows else None


def _pack(summary: ReportSummary) -> str:
    return json.dumps(
        {
            "heading": asdict(summary.heading) | {"uncertain": sorted(summary.heading.uncertain)},
            "counts": dict(summary.counts),
            "people": summary.people,
            "gates": summary.gates,
            "problems": [[problem.code, dict(problem.details)] for problem in summary.problems],
        },
        ensure_ascii=False,
        default=date.isoformat,
    )


def _summary(row: Row) -> ReportSummary:
    kept: Mapping[str, Any] = json.loads(row["summary"])
    return ReportSummary(
        id=row["id"],
        file=row["file"],
        sha256=row["sha256"],
        format=row["format"],
        added_at=row["added_at"],
        heading=_heading(kept["heading"]),
        counts=kept["counts"],
        people=tuple(kept["people"]),
        gates=tuple(kept["gates"]),
        problems=tuple(Problem(code, details) for code, details in kept["problems"]),
        supersedes=row["supersedes"],
        superseded_by=row["superseded_by"],
    )


def _heading(kept: Mapping[str, Any]) -> Heading:
    period, day = kept["period"], kept["document_date"]
    return Heading(
        **{key: value for key, value in kept.items() if key not in {"period", "document_date", "uncertain"}},
        document_date=date.fromisoformat(day) if day else None,
        period=Period(date.fromisoformat(period["start"]), date.fromisoformat(period["end"]), period["open_end"])
        if period
        else None,
        uncertain=frozenset(kept["uncertain"]),
    )
