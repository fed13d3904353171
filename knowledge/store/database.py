"""One SQLite file: one writer with explicit transactions, one reader beside it, safe beside other processes.

The reader has its own connection, so an answer never waits for a report being added nor sees half of it (WAL gives each
statement the last committed state). Inside :meth:`Database.transaction` reads go to the writer and see its own work.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path
from typing import Any, Literal

import aiosqlite
from sqlite_fts4 import register_functions  # type: ignore[import-untyped]

from knowledge.errors import StoreError
from knowledge.store.schema import upgrade

BUSY_SECONDS = 15.0
Memory = Literal[":memory:"]
Row = sqlite3.Row
Parameters = Sequence[Any]


class _Transaction:
    """Marks the tasks that are inside a transaction. Tasks they leave behind must not believe it still lasts."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.depth = 0
        self.active = True


_current: ContextVar[_Transaction | None] = ContextVar("transaction", default=None)


class Database:
    """An open database. ``":memory:"`` has a single connection, so there a reader sees an unfinished transaction."""

    def __init__(
        self, writer: aiosqlite.Connection, reader: aiosqlite.Connection, watch: sqlite3.Connection | None
    ) -> None:
        self._writer = writer
        self._reader = reader
        self._watch = watch  # None where nobody else can change anything
        self._turn = asyncio.Lock()
        self._generation = 0

    @classmethod
    async def open(cls, path: Path | Memory) -> Database:
        """The database at `path`, created and migrated as needed.

        Raises StoreError, in words for the operator, when the file or its folder cannot be used, when it is not one of
        ours, is damaged, is of a newer version, or stays locked by another program.
        """
        async with AsyncExitStack() as opened:  # what is open already is closed when the next one fails
            with _explained(path):
                writer = await _opened(path, migrate=True)
                opened.push_async_callback(writer.close)
                if path == ":memory:":
                    reader, watch = writer, None
                else:
                    reader = await _opened(path)
                    opened.push_async_callback(reader.close)
                    watch = await asyncio.to_thread(_connect, str(path), False)
            opened.pop_all()
            return cls(writer, reader, watch)

    async def close(self) -> None:
        """Close the file; a transaction under way finishes first."""
        async with self._turn:
            if self._watch is not None:
                self._watch.close()
            if self._reader is not self._writer:
                await self._reader.close()
            with suppress(sqlite3.Error, ValueError):
                await self._writer.execute_fetchall("PRAGMA optimize")
            await self._writer.close()

    async def __aenter__(self) -> Database:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[None]:
        """All writes inside take effect together at the end, or none when an exception leaves the block.

        Others wait their turn. A transaction within a transaction is a savepoint of the outer one.
        """
        outer = self._inside()
        if outer is not None:
            outer.depth += 1
            name = f"level{outer.depth}"
            try:
                async with self._block(
                    f"SAVEPOINT {name}", f"RELEASE {name}", f"ROLLBACK TO {name}", f"RELEASE {name}"
                ):
                    yield
            finally:
                outer.depth -= 1
            return
        async with self._turn:
            here = _Transaction(self)
            token = _current.set(here)
            try:
                async with self._block("BEGIN IMMEDIATE", "COMMIT", "ROLLBACK"):
                    yield
            finally:
                here.active = False
                self._generation += 1
                _current.reset(token)

    @asynccontextmanager
    async def _block(self, begin: str, commit: str, *undo: str) -> AsyncIterator[None]:
        try:
            await self._control(begin)
            yield
            await self._control(commit)
        except BaseException:
            # Shielded, and whatever was reached: a cancelled task must not leave the writer inside a transaction.
            # SQLite may have rolled back by itself already, and then has nothing to undo.
            with suppress(StoreError):
                await asyncio.shield(self._control(*undo))
            raise

    async def read(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        """All rows of a query."""
        connection = self._reader if self._inside() is None else self._writer
        with _explained():
            return list(await connection.execute_fetchall(sql, parameters))

    async def write(self, sql: str, parameters: Parameters = ()) -> int:
        """Run one statement in a transaction (the surrounding one, or its own); the id of the row inserted last."""
        async with self.transaction():
            with _explained():
                cursor = await self._writer.execute(sql, parameters)
                await cursor.close()
                return cursor.lastrowid or 0

    async def write_many(self, sql: str, rows: Iterable[Parameters]) -> None:
        """Run one statement for each of `rows`, all in one transaction."""
        async with self.transaction():
            with _explained():
                cursor = await self._writer.executemany(sql, rows)
                await cursor.close()

    async def version(self) -> tuple[int, int]:
        """Changes whenever anybody, here or in another process, has changed the content: the key for caches.

        Not meant for use inside a transaction, whose own work it does not count before the end.
        """
        if self._watch is None:
            return self._generation, 0
        # Asked before every answer, and known at once: the way through a thread would take a hundred times as long.
        with _explained():
            return self._generation, int(self._watch.execute("PRAGMA data_version").fetchone()[0])

    async def _control(self, *statements: str) -> None:
        with _explained():
            for sql in statements:
                await self._writer.execute_fetchall(sql)

    def _inside(self) -> _Transaction | None:
        here = _current.get()
        return here if here is not None and here.active and here.database is self else None


async def _opened(path: Path | Memory, *, migrate: bool = False) -> aiosqlite.Connection:
    # Connected before aiosqlite takes over: where its own connecting fails it leaves a thread that outlives the loop.
    connection = await asyncio.to_thread(_connect, str(path), migrate)
    return await aiosqlite.Connection(lambda: connection, iter_chunk_size=64)


def _connect(path: str, migrate: bool) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        connection.row_factory = sqlite3.Row
        register_functions(connection)
        if migrate:
            upgrade(connection)
            # A committed report must survive a power cut, hence FULL: WAL with NORMAL may lose the last transactions.
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
        else:
            connection.execute("PRAGMA query_only = ON")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA cache_size = -16000")
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def _explained(path: Path | str = "") -> Iterator[None]:
    """Turns errors of sqlite3 into StoreError in words for the operator."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise StoreError(f"The database refused a row: {error}.") from error
    except sqlite3.Error as error:
        raise StoreError(_sentence(error, f"The database {path}".rstrip())) from error
    except ValueError as error:  # what aiosqlite says
        raise StoreError("The database is closed.") from error


def _sentence(error: sqlite3.Error, subject: str) -> str:
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return f"{subject} is being written by another program; please try again in a moment."
    if name.startswith("SQLITE_CANTOPEN"):
        return f"{subject} cannot be opened: check that its folder exists and that you may write there."
    if name.startswith(("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_AUTH")):
        return f"{subject} cannot be written: check the permissions of the file and its folder."
    if name.startswith("SQLITE_NOTADB"):
        return f"{subject} is not a database of thuky."
    if name.startswith("SQLITE_CORRUPT"):
        return f"{subject} is damaged; please restore a backup."
    if name.startswith("SQLITE_FULL"):
        return f"{subject} cannot grow: the disk is full."
    return f"{subject} failed: {error}."
