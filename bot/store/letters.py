"""Messages to be sent, being sent, sent."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.store.database import Database

KEPT_SECONDS = 30 * 86_400


@dataclass(frozen=True, slots=True)
class Letter:
    """One request to Telegram. `key` is what it is for: a second letter of the same key is never taken.
    `state` is "queued", "sending", "sent", "failed" or "cancelled"; times are Unix seconds."""

    key: str
    chat: int
    method: str
    body: Mapping[str, Any]
    not_before: float = 0.0
    id: int = 0
    state: str = "queued"
    attempts: int = 0
    message_id: int | None = None
    created_at: float = 0.0


_COLUMNS = "key, chat, method, body, not_before, id, state, attempts, message_id, created_at"


def _letter(row: tuple[Any, ...]) -> Letter:
    return Letter(row[0], row[1], row[2], json.loads(row[3]), *row[4:])


class Letters:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep(self, letter: Letter, now: float) -> bool:
        """Store `letter`; False when its key is known already."""
        async with self._database.transaction() as connection:
            cursor = await connection.execute(
                "INSERT OR IGNORE INTO letters (key, chat, method, body, state, not_before, created_at)"
                " VALUES (?, ?, ?, ?, 'queued', ?, ?)",
                (
                    letter.key,
                    letter.chat,
                    letter.method,
                    json.dumps(letter.body, ensure_ascii=False),
                    letter.not_before,
                    now,
                ),
            )
            await connection.execute(
                "DELETE FROM letters WHERE state NOT IN ('queued', 'sending') AND key NOT LIKE 'notice:%'"
                " AND created_at < ?",
                (now - KEPT_SECONDS,),
            )
            return bool(cursor.rowcount)

    async def chats(self) -> list[int]:
        """The chats that something is waiting for."""
        rows = await self._database.rows("SELECT DISTINCT chat FROM letters WHERE state IN ('queued', 'sending')")
        return [row[0] for row in rows]

    async def next(self, chat: int, now: float) -> Letter | None:
        """The oldest letter to `chat` that is due."""
        row = await self._database.row(
            f"SELECT {_COLUMNS} FROM letters WHERE chat = ? AND state IN ('queued', 'sending') AND not_before <= ?"  # noqa: S608
            " ORDER BY id LIMIT 1",
            (chat, now),
        )
        return _letter(row) if row else None

    async def next_due(self, chat: int) -> float | None:
        """When the next waiting letter to `chat` is due; None when there is none."""
        row = await self._database.row(
            "SELECT min(not_before) FROM letters WHERE chat = ? AND state IN ('queued', 'sending')", (chat,)
        )
        return row[0] if row else None

    async def sending(self, letter_id: int) -> None:
        await self._database.change(
            "UPDATE letters SET state = 'sending', attempts = attempts + 1 WHERE id = ?", (letter_id,)
        )

    async def sent(self, letter_id: int, message_id: int | None, now: float) -> None:
        await self._database.change(
            "UPDATE letters SET state = 'sent', message_id = ?, sent_at = ? WHERE id = ?", (message_id, now, letter_id)
        )

    async def failed(self, letter_id: int, error: str) -> None:
        await self._database.change("UPDATE letters SET state = 'failed', error = ? WHERE id = ?", (error, letter_id))

    async def moved(self, chat: int, new_chat: int) -> None:
        """The group `chat` became the supergroup `new_chat`: what waits goes there."""
        await self._database.change(
            "UPDATE letters SET chat = ? WHERE chat = ? AND state IN ('queued', 'sending')", (new_chat, chat)
        )

    async def withdraw(self, prefix: str, token: str) -> list[Letter]:
        """Cancel what still waits among the letters whose key starts with `prefix`, and free those keys; the letters
        that were sent or may have been."""
        pattern = prefix.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        async with self._database.transaction() as connection:
            rows = await connection.execute_fetchall(
                f"SELECT {_COLUMNS} FROM letters WHERE key LIKE ? ESCAPE '\\' AND state IN ('sending', 'sent')",  # noqa: S608
                (pattern,),
            )
            await connection.execute(
                "UPDATE letters SET state = 'cancelled' WHERE key LIKE ? ESCAPE '\\' AND state = 'queued'", (pattern,)
            )
            await connection.execute(
                "UPDATE letters SET key = 'withdrawn:' || ? || ':' || key WHERE key LIKE ? ESCAPE '\\'",
                (token, pattern),
            )
        return [_letter(tuple(row)) for row in rows]
