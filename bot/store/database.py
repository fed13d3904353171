"""One connection, one writer, explicit transactions, numbered migrations."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiosqlite

from bot.errors import BotError

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE updates (
        id INTEGER PRIMARY KEY, payload TEXT, state TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
        received_at REAL NOT NULL) STRICT;
    CREATE INDEX updates_pending ON updates (id) WHERE state = 'new';

    CREATE TABLE letters (
        id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, chat INTEGER NOT NULL, method TEXT NOT NULL,
        body TEXT NOT NULL, state TEXT NOT NULL, not_before REAL NOT NULL DEFAULT 0,
        attempts INTEGER NOT NULL DEFAULT 0, message_id INTEGER,
        error TEXT, created_at REAL NOT NULL, sent_at REAL) STRICT;
    CREATE INDEX letters_pending ON letters (chat, id) WHERE state IN ('queued', 'sending');

    CREATE TABLE questions (
        id INTEGER PRIMARY KEY, chat INTEGER NOT NULL, person INTEGER NOT NULL, message_id INTEGER,
        question TEXT NOT NULL, asked_at REAL NOT NULL) STRICT;
    CREATE INDEX questions_of ON questions (chat, person, asked_at);

    CREATE TABLE choices (
        id TEXT PRIMARY KEY, questions TEXT NOT NULL, context TEXT NOT NULL, created_at REAL NOT NULL) STRICT;

    CREATE TABLE people (id INTEGER PRIMARY KEY, language TEXT, staff INTEGER, changed_by INTEGER) STRICT;
    CREATE TABLE groups (
        chat INTEGER PRIMARY KEY, topic INTEGER, approved INTEGER NOT NULL, changed_by INTEGER) STRICT;
    CREATE TABLE refusals (person INTEGER NOT NULL, at REAL NOT NULL) STRICT;
    CREATE INDEX refusals_of ON refusals (person, at);
    """,
)


class Database:
    """An open SQLite file. Reads may run at any time; writes take turns through :meth:`transaction`."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection
        self._turn = asyncio.Lock()

    @classmethod
    async def open(cls, path: Path) -> Database:
        """The database at `path`, created and migrated as needed. Raises BotError when it cannot be."""
        try:
            # Connected before aiosqlite takes over: where its own connecting fails it leaves a thread behind.
            opened = await asyncio.to_thread(sqlite3.connect, path, isolation_level=None, check_same_thread=False)
            connection = await aiosqlite.Connection(lambda: opened, iter_chunk_size=64)
        except sqlite3.Error as error:
            raise BotError(f"The bot's database {path} cannot be opened: {error}.") from error
        try:
            await connection.execute("PRAGMA journal_mode = WAL")
            await connection.execute("PRAGMA synchronous = FULL")  # a power cut must not undo what Telegram was told
            await connection.execute("PRAGMA busy_timeout = 5000")
            await _migrate(connection)
        except (sqlite3.Error, BotError) as error:
            await connection.close()
            raise BotError(f"The bot's database {path} cannot be used: {error}.") from error
        return cls(connection)

    async def close(self) -> None:
        async with self._turn:
            await self._connection.close()

    async def rows(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        return [tuple(row) for row in await self._connection.execute_fetchall(sql, values)]

    async def row(self, sql: str, values: Sequence[Any] = ()) -> tuple[Any, ...] | None:
        found = await self.rows(sql, values)
        return found[0] if found else None

    async def change(self, sql: str, values: Sequence[Any] = ()) -> int:
        """Run one statement in a transaction of its own; the number of rows changed."""
        async with self.transaction() as connection:
            cursor = await connection.execute(sql, values)
            return cursor.rowcount

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[aiosqlite.Connection]:
        """All statements in the block, or none."""
        async with self._turn:
            await self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                await self._connection.execute("ROLLBACK")
                raise
            await self._connection.execute("COMMIT")


async def _migrate(connection: aiosqlite.Connection) -> None:
    async with connection.execute("PRAGMA user_version") as cursor:
        row = await cursor.fetchone()
    version = int(row[0]) if row else 0
    if version > len(MIGRATIONS):
        raise BotError("it was written by a newer version of this program")
    for number, script in enumerate(MIGRATIONS[version:], start=version + 1):
        await connection.executescript(f"BEGIN; {script} PRAGMA user_version = {number}; COMMIT;")
