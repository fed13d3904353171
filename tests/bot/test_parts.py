"""Smaller parts: pace, log, store, the clock."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot import logs
from bot.clock import SystemClock
from bot.errors import BotError
from bot.pace import Pace
from bot.store import Store
from bot.store.letters import Letter
from tests.bot.doubles import OwnClock

# --- pace ------------------------------------------------------------------------------------------------------------


async def times(chats: list[int]) -> list[float]:
    clock = OwnClock(patience=1_000)
    pace = Pace(clock)
    found = []
    for chat in chats:
        await pace.turn(chat)
        found.append(clock.monotonic())
    return found


async def test_one_message_a_second_in_a_chat() -> None:
    assert await times([1, 1, 1, 2]) == [0, 1, 2, 2]


async def test_twenty_a_minute_in_a_group() -> None:
    passed = await times([-1] * 41)
    assert passed[19] == 19
    assert passed[20] == 60
    assert passed[40] == 120


async def test_thirty_a_second_overall() -> None:
    passed = await times(list(range(1, 62)))
    assert passed[29] == 0
    assert passed[30] == 1
    assert passed[60] == 2


async def test_a_halt_holds_its_own_chat_only() -> None:
    clock = OwnClock(patience=1_000)
    pace = Pace(clock)
    pace.halt(1, 30)
    await pace.turn(2)
    assert clock.monotonic() == 0
    await pace.turn(1)
    assert clock.monotonic() == 30


async def test_chats_that_fell_silent_are_forgotten() -> None:
    clock = OwnClock(patience=1_000)
    pace = Pace(clock)
    for chat in range(1, 1_100):
        await pace.turn(chat)
        clock.advance(10)
    assert len(pace._chats) < 1_000


# --- log -------------------------------------------------------------------------------------------------------------


def test_the_token_never_reaches_the_log() -> None:
    token = "123456789:AAabcdefghijklmnopqrstuvwxyz012345"
    record = logging.LogRecord("x", logging.ERROR, "x", 1, "POST /bot%s/getMe", (token,), None)
    formatter = logs.Redaction("%(message)s")
    assert formatter.format(record) == "POST /bot<token>/getMe"
    try:
        raise ValueError(f"https://api/bot{token}/x")
    except ValueError as error:
        record.exc_info = (type(error), error, error.__traceback__)
    assert token not in formatter.format(record)


def test_the_libraries_that_log_addresses_are_silenced() -> None:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    try:
        logs.set_up()
        assert not logging.getLogger("httpx").isEnabledFor(logging.INFO)
        assert not logging.getLogger("httpcore").isEnabledFor(logging.DEBUG)
        assert all(isinstance(handler.formatter, logs.Redaction) for handler in root.handlers)
    finally:
        root.handlers[:] = handlers
        root.setLevel(level)


# --- store -----------------------------------------------------------------------------------------------------------


async def test_a_letter_of_a_known_key_is_not_taken_again(tmp_path: Path) -> None:
    store = await Store.open(tmp_path / "x.db")
    try:
        assert await store.letters.keep(Letter("a", 1, "message", {"text": "một"}), 0)
        assert not await store.letters.keep(Letter("a", 1, "message", {"text": "hai"}), 0)
        letter = await store.letters.next(1, 0)
        assert letter is not None
        assert letter.body == {"text": "một"}
    finally:
        await store.close()


async def test_withdrawing_takes_a_prefix_literally(tmp_path: Path) -> None:
    store = await Store.open(tmp_path / "x.db")
    try:
        for key in ("n_:1", "nx:1", "n_:2"):
            await store.letters.keep(Letter(key, 1, "message", {}), 0)
        first = await store.letters.next(1, 0)
        assert first is not None
        await store.letters.sent(first.id, 77, 0)
        gone = await store.letters.withdraw("n_:", "t")
        assert [letter.message_id for letter in gone] == [77]
        rest = await store.letters.next(1, 0)
        assert rest is not None
        assert rest.key == "nx:1"
        assert await store.letters.keep(Letter("n_:1", 1, "message", {}), 0), "the key is free again"
    finally:
        await store.close()


async def test_what_fails_within_a_transaction_leaves_nothing(tmp_path: Path) -> None:
    store = await Store.open(tmp_path / "x.db")
    try:
        with pytest.raises(KeyError):
            await store.updates.keep([{"update_id": 1}, {"no": 2}], 0)
        assert await store.updates.pending() == []
        assert len(await store.updates.keep([{"update_id": 1}], 0)) == 1
    finally:
        await store.close()


async def test_a_handled_update_keeps_its_number_but_not_its_content(tmp_path: Path) -> None:
    store = await Store.open(tmp_path / "x.db")
    await store.updates.keep([{"update_id": 1, "message": "riêng tư"}], 0)
    await store.updates.finish(1)
    assert await store.updates.keep([{"update_id": 1}], 1) == []
    await store.close()
    assert sqlite3.connect(tmp_path / "x.db").execute("SELECT payload FROM updates").fetchall() == [(None,)]


async def test_a_store_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.db").write_bytes(b"not a database, whatever its name may say" * 50)
    with pytest.raises(BotError, match="cannot be used"):
        await Store.open(tmp_path / "x.db")
    with pytest.raises(BotError, match="cannot be opened"):
        await Store.open(tmp_path / "no" / "folder.db")


async def test_a_store_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "x.db")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(BotError, match="newer version"):
        await Store.open(tmp_path / "x.db")


# --- clock -----------------------------------------------------------------------------------------------------------


async def test_the_clock_reads_the_offices_time_and_can_be_woken() -> None:
    clock = SystemClock(ZoneInfo("Asia/Ho_Chi_Minh"))
    assert str(clock.now().tzinfo) == "Asia/Ho_Chi_Minh"
    woken = asyncio.Event()
    asyncio.get_running_loop().call_soon(woken.set)
    start = clock.monotonic()
    await clock.pause(30, until=woken)
    await clock.pause(0)
    await clock.pause(0.001, until=asyncio.Event())
    assert clock.monotonic() - start < 5
