"""Updates as Telegram sent them, until they are dealt with."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.store.database import Database

KEPT_SECONDS = 14 * 86_400  # how long an update is remembered after it was handled, so that it is not handled again


@dataclass(frozen=True, slots=True)
class Kept:
    """An update waiting to be handled. `attempts` counts how often handling began before."""

    id: int
    payload: dict[str, Any]
    attempts: int
    received_at: float


class Updates:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep(self, payloads: Sequence[dict[str, Any]], now: float) -> list[Kept]:
        """Store what is new among `payloads` (each with an integer ``update_id``); the new ones, in order."""
        fresh = []
        async with self._database.transaction() as connection:
            for payload in payloads:
                cursor = await connection.execute(
                    "INSERT OR IGNORE INTO updates (id, payload, state, received_at) VALUES (?, ?, 'new', ?)",
                    (payload["update_id"], json.dumps(payload, ensure_ascii=False), now),
                )
                if cursor.rowcount:
                    fresh.append(Kept(payload["update_id"], payload, 0, now))
            await connection.execute(
                "DELETE FROM updates WHERE state != 'new' AND received_at < ?", (now - KEPT_SECONDS,)
            )
        return fresh

    async def pending(self) -> list[Kept]:
        """What was stored but not dealt with, oldest first."""
        rows = await self._database.rows(
            "SELECT id, payload, attempts, received_at FROM updates WHERE state = 'new' ORDER BY received_at, id"
        )
        return [Kept(row[0], json.loads(row[1]), row[2], row[3]) for row in rows]

    async def entry(self, update_id: int) -> Kept | None:
        """The update of that number, its content left out."""
        row = await self._database.row("SELECT id, attempts, received_at FROM updates WHERE id = ?", (update_id,))
        return Kept(row[0], {}, row[1], row[2]) if row else None

    async def begin(self, update_id: int) -> None:
        await self._database.change("UPDATE updates SET attempts = attempts + 1 WHERE id = ?", (update_id,))

    async def finish(self, update_id: int, state: str = "done") -> None:
        """Mark as `state` ("done", "skipped", "failed") and forget the content, which is people's correspondence."""
        await self._database.change("UPDATE updates SET state = ?, payload = NULL WHERE id = ?", (state, update_id))
