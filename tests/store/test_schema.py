"""Migrations: numbered, each applied whole or not at all, never downwards."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.errors import StoreError
from knowledge.store.schema import migrations, statements, upgrade


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    yield connection
    connection.close()


def folder(tmp_path: Path, **scripts: str) -> Path:
    new = tmp_path / str(len(list(tmp_path.iterdir())))
    new.mkdir()
    for name, script in scripts.items():
        (new / f"{name.removeprefix('m')}.sql").write_text(script)
    return new


def version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_ours_bring_an_empty_file_to_the_newest_version(connection: sqlite3.Connection) -> None:
    upgrade(connection)
    assert version(connection) == len(migrations()) >= 1
    upgrade(connection)
    assert version(connection) == len(migrations())


def test_an_older_file_gets_what_is_missing_and_keeps_its_content(
    connection: sqlite3.Connection, tmp_path: Path
) -> None:
    first = "CREATE TABLE a (x); -- one"
    upgrade(connection, folder(tmp_path, m0001_first=first))
    connection.execute("INSERT INTO a VALUES (1)")
    upgrade(connection, folder(tmp_path, m0001_first=first, m0002_second="ALTER TABLE a ADD y DEFAULT 7;"))
    assert version(connection) == 2
    assert connection.execute("SELECT x, y FROM a").fetchall() == [(1, 7)]


def test_a_migration_that_fails_leaves_the_version_before_it(connection: sqlite3.Connection, tmp_path: Path) -> None:
    broken = folder(
        tmp_path, m0001_a="CREATE TABLE a (x);", m0002_b="CREATE TABLE b (x); INSERT INTO nowhere VALUES (1);"
    )
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        upgrade(connection, broken)
    assert version(connection) == 1
    assert not connection.in_transaction
    assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("a",)]


def test_a_newer_file_is_refused_untouched(connection: sqlite3.Connection) -> None:
    upgrade(connection)
    connection.execute("PRAGMA user_version = 9999")
    with pytest.raises(StoreError, match="newer version of thuky"):
        upgrade(connection)
    assert version(connection) == 9999


@pytest.mark.parametrize("names", [("0002_b",), ("0001_a", "0003_c"), ("0001_a", "0001_b")])
def test_a_number_left_out_or_given_twice_is_refused(tmp_path: Path, names: tuple[str, ...]) -> None:
    with pytest.raises(StoreError, match="numbered"):
        migrations(folder(tmp_path, **dict.fromkeys(names, "CREATE TABLE a (x);")))


def test_a_trigger_is_one_statement() -> None:
    trigger = "CREATE TRIGGER t AFTER INSERT ON a BEGIN\n  DELETE FROM b;\n  DELETE FROM c;\nEND;"
    assert statements(f"CREATE TABLE a (x);\n{trigger}\n-- the end\n") == ["CREATE TABLE a (x);", trigger]


def test_half_a_statement_is_refused() -> None:
    with pytest.raises(StoreError, match="middle of a statement"):
        statements("CREATE TABLE a (x)")
