"""One writer, explicit transactions, readers beside it, and clear words when the file is not what it should be."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from knowledge.errors import StoreError
from knowledge.store import Database, Reports
from tests.store.examples import summary


async def keys(database: Database) -> list[str]:
    return [row["key"] for row in await database.read("SELECT key FROM meta ORDER BY key")]


async def put(database: Database, key: str) -> None:
    await Reports(database).set_meta(key, "x")


async def put_and_fail(database: Database, key: str) -> None:
    async with database.transaction():
        await put(database, key)
        raise ZeroDivisionError


async def test_what_a_transaction_wrote_stays_together(database: Database) -> None:
    async with database.transaction():
        await put(database, "a")
        await put(database, "b")
    assert await keys(database) == ["a", "b"]


async def test_an_exception_takes_everything_back(database: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        await put_and_fail(database, "a")
    assert await keys(database) == []
    await put(database, "after")
    assert await keys(database) == ["after"]


async def test_an_inner_transaction_can_fail_alone(database: Database) -> None:
    async with database.transaction():
        await put(database, "outer")
        with pytest.raises(ZeroDivisionError):
            await put_and_fail(database, "inner")
        await put(database, "later")
    assert await keys(database) == ["later", "outer"]


async def test_a_cancelled_transaction_leaves_nothing_and_blocks_nobody(database: Database) -> None:
    begun = asyncio.Event()

    async def never_ends() -> None:
        async with database.transaction():
            await put(database, "a")
            begun.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(never_ends())
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await asyncio.wait_for(put(database, "b"), 5)
    assert await keys(database) == ["b"]


async def test_cancelled_at_any_moment_the_writer_is_free_again(database: Database) -> None:
    async def write() -> None:
        async with database.transaction():
            await put(database, "a")

    for steps in range(12):
        task = asyncio.create_task(write())
        for _ in range(steps):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        async with database.transaction():
            await put(database, "b")
    assert "b" in await keys(database)


async def test_readers_do_not_see_an_unfinished_transaction(database: Database) -> None:
    async def look() -> list[str]:
        return await keys(database)

    outside = asyncio.Event()

    async def reader() -> list[str]:
        await outside.wait()
        return await look()

    task = asyncio.create_task(reader())
    async with database.transaction():
        await put(database, "a")
        outside.set()
        assert await task == []
        assert await look() == ["a"], "its own work it does see"
    assert await look() == ["a"]


async def test_a_task_left_behind_by_a_transaction_is_not_part_of_it(database: Database) -> None:
    go = asyncio.Event()

    async def later() -> None:
        await go.wait()
        await put(database, "left behind")

    async with database.transaction():
        await put(database, "a")
        task = asyncio.create_task(later())

    async def fails_meanwhile() -> None:
        async with database.transaction():
            go.set()
            await asyncio.sleep(0.02)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fails_meanwhile()
    await task
    assert await keys(database) == ["a", "left behind"]


async def test_writers_take_turns(database: Database) -> None:
    async def add(number: int) -> None:
        async with database.transaction():
            before = len(await keys(database))
            await asyncio.sleep(0)
            await put(database, f"{number:02}")
            assert len(await keys(database)) == before + 1

    await asyncio.gather(*map(add, range(20)))
    assert len(await keys(database)) == 20


async def test_two_programs_write_to_one_file(database: Database, path: Path) -> None:
    async with await Database.open(path) as other:
        await asyncio.gather(
            *(put(each, f"{name}{n}") for n in range(10) for name, each in (("a", database), ("b", other)))
        )
        assert len(await keys(database)) == len(await keys(other)) == 20


async def test_the_version_tells_changes_of_this_and_of_other_programs(database: Database, path: Path) -> None:
    first = await database.version()
    assert await database.version() == first
    await put(database, "here")
    second = await database.version()
    async with await Database.open(path) as other:
        await put(other, "there")
    assert len({first, second, await database.version()}) == 3


async def test_a_database_in_memory(tmp_path: Path) -> None:
    async with await Database.open(":memory:") as database:
        before = await database.version()
        report = await Reports(database).add(summary(), text="t", text_sha256="x", original=b"o")
        assert await Reports(database).original(report) == b"o"
        assert await database.version() != before


async def test_what_was_written_is_there_after_opening_again(path: Path) -> None:
    async with await Database.open(path) as database:
        await put(database, "a")
    async with await Database.open(path) as database:
        assert await keys(database) == ["a"]


async def test_settings(database: Database) -> None:
    async def pragma(name: str) -> object:
        return (await database.read(f"PRAGMA {name}"))[0][0]

    assert await pragma("journal_mode") == "wal"
    async with database.transaction():
        assert await pragma("foreign_keys") == 1
        assert await pragma("synchronous") == 2, "FULL: what was answered as added survives a power cut"


async def test_the_reader_cannot_write(database: Database) -> None:
    with pytest.raises(StoreError, match="cannot be written"):
        await database.read("DELETE FROM meta")


async def test_a_closed_database_says_so(path: Path) -> None:
    database = await Database.open(path)
    await database.close()
    with pytest.raises(StoreError, match="closed"):
        await keys(database)


# --- files that cannot be used ---


def test_a_file_of_another_kind(path: Path) -> None:
    path.write_bytes(b"%PDF-1.4 certainly no database" * 100)
    with pytest.raises(StoreError, match="not a database of thuky"):
        asyncio.run(Database.open(path))
    assert path.read_bytes().startswith(b"%PDF"), "it is left as it was"


async def test_the_database_of_another_program(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE bookmarks (url TEXT)")
    other.close()
    with pytest.raises(StoreError, match="another program"):
        await Database.open(path)


async def test_a_folder_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="folder exists"):
        await Database.open(tmp_path / "nowhere" / "thuky.db")


async def test_another_program_holds_the_lock(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("knowledge.store.database.BUSY_SECONDS", 0.05)
    async with await Database.open(path) as database:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="another program; please try again"):
            await put(database, "a")
        other.execute("ROLLBACK")
        other.close()
        await put(database, "a")


def test_several_programs_make_the_same_new_file_at_once(path: Path) -> None:
    script = (
        "import asyncio, sys; from pathlib import Path; from knowledge.store import Database\n"
        "async def main():\n    await (await Database.open(Path(sys.argv[1]))).close()\nasyncio.run(main())"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", script, str(path)], stderr=subprocess.PIPE, text=True) for _ in range(3)
    ]
    assert [(process.communicate(timeout=60)[1], process.returncode) for process in running] == [("", 0)] * 3
