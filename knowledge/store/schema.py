"""Numbered migrations: ``migrations/NNNN_name.sql`` brings a database from version NNNN - 1 to NNNN.

The version is SQLite's ``user_version``; ``application_id`` tells our files from anybody else's. Each migration runs in
one transaction together with its version, so a power cut leaves a database at one version or the next, never between.
"""

from __future__ import annotations

import re
import sqlite3
from functools import cache
from pathlib import Path

from knowledge.errors import StoreError

APPLICATION_ID = 0x7468756B  # "thuk"
FOLDER = Path(__file__).parent / "migrations"
_NAME = re.compile(r"(\d{4})_\w+\.sql")


@cache
def migrations(folder: Path = FOLDER) -> tuple[tuple[int, str], ...]:
    """All migrations in order as (number, SQL); raises StoreError where a number is missing or given twice."""
    found = []
    for file in sorted(folder.iterdir()):
        if match := _NAME.fullmatch(file.name):
            found.append((int(match[1]), file.read_text(encoding="utf-8")))
    if [number for number, _ in found] != list(range(1, len(found) + 1)):
        raise StoreError(f"The migrations in {folder} are not numbered 1, 2, 3 …")
    return tuple(found)


def statements(script: str) -> list[str]:
    """The single statements of an SQL script: sqlite3's executescript would commit the transaction around it."""
    found, current = [], ""
    for piece in re.split(r"(?<=;)", script):
        current += piece
        if sqlite3.complete_statement(current):
            found.append(current.strip())
            current = ""
    if re.sub(r"--.*", "", current).strip():
        raise StoreError(f"A migration ends in the middle of a statement: {current.strip()[:80]}")
    return found


def upgrade(connection: sqlite3.Connection, folder: Path = FOLDER) -> None:
    """Bring the database up to the newest version. `connection` must be in autocommit mode.

    Raises StoreError for a database of a newer version of this program, or of another program.
    """
    steps = migrations(folder)
    _check(connection, len(steps))
    for number, script in steps:
        if _pragma(connection, "user_version") >= number:
            continue
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Asked again under the lock: another process may have come first.
            if _pragma(connection, "user_version") < number:
                for statement in statements(script):
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {number}")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise


def _check(connection: sqlite3.Connection, newest: int) -> None:
    version, owner = _pragma(connection, "user_version"), _pragma(connection, "application_id")
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if owner != APPLICATION_ID and (owner or version or tables):
        raise StoreError("This file is the database of another program; choose another one with --db.")
    if version > newest:
        raise StoreError(
            f"This database was written by a newer version of thuky (its format is {version}, "
            f"this program knows {newest}); please update thuky."
        )


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])
