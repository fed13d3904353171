"""What goes wrong between Telegram and the bot: crashes, repeats, limits, updates of unknown shape."""

from __future__ import annotations

import asyncio
import itertools
from pathlib import Path
from typing import Any

import pytest

from bot.sandbox.rejection import Rejection
from knowledge.errors import StoreError
from tests.bot.doubles import found
from tests.dialogues.stage import OFFICE, Stage, staged

QUESTION = "xong bao nhiêu việc?"


async def test_a_redelivered_update_is_handled_once(stage: Stage) -> None:
    stage.library.answers[QUESTION] = found("57/60", "Xong 57/60.")
    stage.lan.says(QUESTION)
    update = stage.world.updates[-1]
    await stage.lan.hears("57/60")
    stage.world.push(update)
    stage.lan.says("/help")
    await stage.lan.hears("Cách hỏi")
    assert len(stage.library.asked) == 1


@pytest.mark.parametrize(
    "shape",
    [
        {"message": {"message_id": "one", "date": "never", "chat": 5}},
        {"message": []},
        {"callback_query": {"id": 1}},
        {"message": {"message_id": 1, "date": 1, "chat": {"id": 501, "type": "private"}, "from": None, "text": 7}},
        {},
    ],
)
async def test_an_update_of_unknown_shape_holds_nobody_up(stage: Stage, shape: dict[str, Any]) -> None:
    stage.world.push({"update_id": 900} | shape)
    stage.lan.says("/help")
    await stage.lan.hears("Cách hỏi")
    await stage.world.watch(lambda: not stage.world.updates, 5)
    polls = [values for method, values in stage.world.requests if method == "getUpdates"]
    assert len(polls) < 8, "it must not be fetched again and again"


async def test_what_arrived_but_was_not_handled_before_a_crash_is_handled_after_it(tmp_path: Path) -> None:
    async with staged(tmp_path) as stage:
        stage.library.answers[QUESTION] = found("57/60", "Xong 57/60.")
        gate = asyncio.Event()
        original = stage.library.answer

        async def slow(*args: Any, **kwargs: Any) -> Any:
            gate.set()
            await asyncio.Event().wait()

        stage.library.answer = slow
        async with stage.running():
            stage.lan.says(QUESTION)
            await gate.wait()
            await stage.world.watch(lambda: not stage.world.updates, 5)
            for worker in set(stage.service.inbox._workers):
                worker.cancel()
        assert stage.lan.silent()
        stage.library.answer = original
        async with stage.running():
            await stage.lan.hears("57/60")
        assert stage.lan.silent()


async def test_an_update_that_keeps_killing_the_bot_is_set_aside(tmp_path: Path) -> None:
    async with staged(tmp_path) as stage:
        calls = []
        begun = asyncio.Event()

        async def deadly(question: str, **kwargs: Any) -> Any:
            calls.append(question)
            begun.set()
            await asyncio.Event().wait()

        stage.library.answer = deadly
        stage.lan.says(QUESTION)
        for _ in range(3):
            async with stage.running():
                await begun.wait()
                begun.clear()
                await stage.world.watch(lambda: not stage.world.updates, 5)
                for worker in set(stage.service.inbox._workers):
                    worker.cancel()
        async with stage.running():
            stage.lan.says("/help")
            await stage.lan.hears("Cách hỏi")
        assert len(calls) == 3


async def test_a_crash_between_sending_and_sent_gives_one_duplicate_at_most(tmp_path: Path) -> None:
    async with staged(tmp_path) as stage:
        stage.library.answers[QUESTION] = found("57/60", "Xong 57/60.")
        async with stage.running() as service:
            letters = service.services.store.letters
            cut = asyncio.Event()

            async def never(*args: Any) -> None:
                cut.set()
                await asyncio.Event().wait()

            letters.sent = never  # type: ignore[method-assign]
            stage.lan.says(QUESTION)
            await cut.wait()
            for sender in set(service.services.outbox._senders.values()):
                sender.cancel()
        await stage.lan.hears("57/60")
        async with stage.running():
            await stage.lan.hears("57/60")
        async with stage.running():
            stage.lan.says("/help")
            await stage.lan.hears("Cách hỏi")
        assert stage.lan.silent()


async def test_a_crash_before_sending_loses_nothing(tmp_path: Path) -> None:
    async with staged(tmp_path) as stage:
        stage.library.answers[QUESTION] = found("57/60", "Xong 57/60.")
        async with stage.running() as service:
            cut = asyncio.Event()

            async def never(*args: Any) -> None:
                cut.set()
                await asyncio.Event().wait()

            service.services.store.letters.sending = never  # type: ignore[method-assign]
            stage.lan.says(QUESTION)
            await cut.wait()
            for sender in set(service.services.outbox._senders.values()):
                sender.cancel()
        assert stage.lan.silent()
        async with stage.running():
            await stage.lan.hears("57/60")


async def test_an_upload_cut_short_after_the_report_was_stored_is_still_reported(tmp_path: Path) -> None:
    async with staged(tmp_path) as stage:
        office = stage.room(OFFICE)
        added = asyncio.Event()
        original = stage.library.add

        async def cut(*args: Any, **kwargs: Any) -> Any:
            await original(*args, **kwargs)
            added.set()
            await asyncio.Event().wait()

        stage.library.add = cut
        async with stage.running():
            stage.minh.sends("a.txt", "Báo cáo a\n")
            await added.wait()
            await stage.world.watch(lambda: not stage.world.updates, 5)
            for worker in set(stage.service.inbox._workers):
                worker.cancel()
        stage.library.add = original
        async with stage.running():
            await stage.minh.hears("Đã đọc xong", "Báo cáo a")
            await office.hears("Có báo cáo mới")
            assert office.silent()


async def test_a_limit_in_one_chat_does_not_halt_another(stage: Stage) -> None:
    stage.library.answers[QUESTION] = found("57/60", "Xong 57/60.")
    stage.world.halts[stage.lan.person] = 40
    stage.lan.says(QUESTION)
    await stage.world.watch(lambda: stage.lan.person not in stage.world.halts, 5)
    stage.minh.says(QUESTION)
    await stage.minh.hears("57/60")
    assert stage.lan.silent()
    stage.clock.advance(41)
    await stage.lan.hears("57/60")


async def test_messages_to_one_chat_are_a_second_apart_and_in_order(stage: Stage) -> None:
    times = []
    stage.world.faults.append(
        lambda method, _: times.append(stage.clock.monotonic()) if method == "sendMessage" else None
    )
    for n in range(4):
        stage.library.answers[f"câu {n}?"] = found(str(n), f"Có {n}.")
        stage.lan.says(f"câu {n}?")
    for n in range(4):
        await stage.lan.hears(str(n))
    assert all(later - earlier >= 1 for earlier, later in itertools.pairwise(times))


async def test_a_broken_connection_is_tried_again(stage: Stage) -> None:
    stage.library.answers[QUESTION] = found("57/60", "Xong 57/60.")
    failures = [Rejection(502, "Bad Gateway"), Rejection(500, "Internal Server Error")]

    def fail(method: str, values: dict[str, Any]) -> None:
        if method == "sendMessage" and failures:
            raise failures.pop()

    stage.world.faults.append(fail)
    stage.lan.says(QUESTION)
    await stage.lan.hears("57/60")
    assert not failures


async def test_a_person_who_blocked_the_bot_holds_nobody_up(stage: Stage) -> None:
    stage.world.chats[stage.lan.person]["blocked"] = True
    stage.lan.says("/help")
    stage.minh.says("/help")
    await stage.minh.hears("Hỏi")
    stage.world.chats[stage.lan.person].pop("blocked")
    stage.lan.says("/start")
    await stage.lan.hears("Chào Lan")


async def test_polling_goes_on_after_failures(stage: Stage) -> None:
    failures = [Rejection(500, "Internal Server Error"), Rejection(429, "Too Many Requests", retry_after=2)]

    def fail(method: str, values: dict[str, Any]) -> None:
        if method == "getUpdates" and failures:
            raise failures.pop()

    stage.world.faults.append(fail)
    for _ in range(3):
        stage.lan.says("/help")
        await stage.lan.hears("Cách hỏi")
    assert not failures


async def test_a_token_that_is_no_longer_accepted_ends_the_run(stage: Stage) -> None:
    from telegram.error import InvalidToken

    stage.sandbox.token = "1:other"
    stage.lan.says("/help")
    with pytest.raises(InvalidToken):
        await asyncio.wait_for(stage.service.until(asyncio.Event()), 5)


async def test_an_update_is_confirmed_only_after_it_was_stored(stage: Stage) -> None:
    stored: list[int] = []
    updates = stage.service.services.store.updates
    keep = updates.keep

    async def watched(payloads: Any, now: float) -> Any:
        assert len(stage.world.updates) >= len(payloads)
        result = await keep(payloads, now)
        stored.extend(p["update_id"] for p in payloads)
        return result

    updates.keep = watched  # type: ignore[method-assign]
    stage.lan.says("/help")
    await stage.lan.hears("Cách hỏi")
    await stage.world.watch(lambda: not stage.world.updates, 5)
    offsets = [v["offset"] for m, v in stage.world.requests if m == "getUpdates" and "offset" in v]
    assert offsets == [stored[-1] + 1]


async def test_another_program_with_the_same_token_is_waited_out(stage: Stage) -> None:
    failures = [Rejection(409, "Conflict: terminated by other getUpdates request")]

    def fail(method: str, values: dict[str, Any]) -> None:
        if method == "getUpdates" and failures:
            raise failures.pop()

    stage.world.faults.append(fail)
    stage.clock.patience = 61
    stage.lan.says("/help")
    await stage.lan.hears("Cách hỏi")
    stage.lan.says("/help")
    await stage.lan.hears("Cách hỏi")
    assert not failures


async def test_a_message_that_is_not_through_after_a_day_is_given_up(stage: Stage) -> None:
    tries = []

    def fail(method: str, values: dict[str, Any]) -> None:
        if method == "sendMessage" and values["chat_id"] == stage.lan.person:
            tries.append(1)
            stage.clock.advance(30_000)
            raise Rejection(502, "Bad Gateway")

    stage.world.faults.append(fail)
    stage.lan.says("/help")
    await stage.world.watch(lambda: len(tries) == 3, 5)
    stage.world.faults.clear()
    stage.lan.says("/start")
    await stage.lan.hears("Chào Lan")
    assert stage.lan.silent()


async def test_a_store_that_fails_for_a_moment_loses_no_update(stage: Stage) -> None:
    updates = stage.service.services.store.updates
    keep = updates.keep
    failures = [OSError("disk full")]

    async def failing(payloads: Any, now: float) -> Any:
        if failures:
            raise failures.pop()
        return await keep(payloads, now)

    updates.keep = failing  # type: ignore[method-assign]
    stage.lan.says("/help")
    await stage.lan.hears("Cách hỏi")


async def test_when_too_much_waits_nothing_more_is_fetched(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.inbox.MAX_WAITING", 2)
    gate = asyncio.Event()
    begun = asyncio.Event()

    async def slow(question: str, **kwargs: Any) -> Any:
        begun.set()
        await gate.wait()
        return found("1", "Có 1.")

    stage.library.answer = slow
    for n in range(5):
        stage.lan.says(f"câu {n}?")
    await begun.wait()
    assert not stage.service.inbox._room.is_set()
    gate.set()
    for _ in range(5):
        await stage.lan.hears("1")
    stage.lan.says("/help")
    await stage.lan.hears("Cách hỏi")


async def test_reports_that_cannot_be_written_are_told_in_one_sentence(stage: Stage) -> None:
    async def full(*_: Any, **__: Any) -> Any:
        raise StoreError("The database cannot grow: the disk is full.")

    stage.library.add = full
    stage.minh.sends("bc.txt", "BÁO CÁO\nNăm 2031 thu 5 tỷ đồng.")
    await stage.minh.hears("Kho báo cáo", "chưa lưu gì")
    stage.library.answers["thu bao nhiêu?"] = StoreError("The database is damaged; please restore a backup.")
    stage.lan.says("thu bao nhiêu?")
    await stage.lan.hears("Kho báo cáo")
