"""What was asked last, by whom, in which chat; and the readings offered when a question had several."""

from __future__ import annotations

import json
import secrets

from bot.store.database import Database

REMEMBERED = 6
REMEMBERED_SECONDS = 30 * 60
CHOICE_SECONDS = 7 * 86_400


class Dialogue:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def earlier(self, chat: int, person: int, now: float, *, but: int) -> tuple[str, ...]:
        """That person's last questions in that chat within half an hour, oldest first, but that of message `but`."""
        rows = await self._database.rows(
            "SELECT question FROM questions WHERE chat = ? AND person = ? AND asked_at > ? AND message_id IS NOT ?"
            " ORDER BY id DESC LIMIT ?",
            (chat, person, now - REMEMBERED_SECONDS, but, REMEMBERED),
        )
        return tuple(row[0] for row in reversed(rows))

    async def remember(self, chat: int, person: int, message_id: int | None, question: str, now: float) -> None:
        async with self._database.transaction() as connection:
            await connection.execute("DELETE FROM questions WHERE asked_at <= ?", (now - REMEMBERED_SECONDS,))
            await connection.execute(
                "INSERT INTO questions (chat, person, message_id, question, asked_at) VALUES (?, ?, ?, ?, ?)",
                (chat, person, message_id, question, now),
            )

    async def asked(self, chat: int, message_id: int) -> str | None:
        """The question remembered of one message."""
        row = await self._database.row(
            "SELECT question FROM questions WHERE chat = ? AND message_id = ?", (chat, message_id)
        )
        return row[0] if row else None

    async def forget(self, chat: int, message_id: int) -> None:
        """Drop the question of one message (it was rewritten)."""
        await self._database.change("DELETE FROM questions WHERE chat = ? AND message_id = ?", (chat, message_id))

    async def offer(self, questions: tuple[str, ...], context: tuple[str, ...], now: float) -> str:
        """Keep the readings behind a message's buttons; the name to find them by."""
        name = secrets.token_urlsafe(9)
        async with self._database.transaction() as connection:
            await connection.execute("DELETE FROM choices WHERE created_at < ?", (now - CHOICE_SECONDS,))
            await connection.execute(
                "INSERT INTO choices VALUES (?, ?, ?, ?)", (name, json.dumps(questions), json.dumps(context), now)
            )
        return name

    async def offered(self, name: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
        """The readings and the context kept under `name`."""
        row = await self._database.row("SELECT questions, context FROM choices WHERE id = ?", (name,))
        return (tuple(json.loads(row[0])), tuple(json.loads(row[1]))) if row else None
