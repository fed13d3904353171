"""What comes in: fetch, keep, only then confirm; then handle, one at a time in each chat.

Telegram forgets an update as soon as a later offset is asked for, so that call is made only after the updates are in
the store. What was stored and not finished before a crash is handled at the next start. An update handled before is
recognised by its number; one that the library cannot parse is set aside with a line in the log.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
from collections import deque
from typing import Any
from urllib.parse import urlencode

from telegram import Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError
from telegram.ext import Application
from telegram.request import BaseRequest

from bot.clock import Clock
from bot.pace import told
from bot.store.updates import Kept, Updates

log = logging.getLogger(__name__)

ALLOWED_UPDATES = ("message", "edited_message", "callback_query")
LONG_POLL_SECONDS = 50
AT_ONCE = 8  # chats handled side by side
MAX_WAITING = 500  # beyond this nothing more is fetched: Telegram keeps it for a day
MAX_ATTEMPTS = 3  # an update whose handling ended in a crash this often is given up
LONGEST_BACKOFF = 60.0


class Inbox:
    """Start with :meth:`start`, stop with :meth:`stop`. `fatal` is set when Telegram refuses the token."""

    def __init__(
        self,
        application: Application[Any, Any, Any, Any, Any, Any],
        request: BaseRequest,
        updates: Updates,
        clock: Clock,
    ) -> None:
        self._application = application
        self._request = request
        self._updates = updates
        self._clock = clock
        self._lanes: dict[int, deque[Kept]] = {}
        self._workers: set[asyncio.Task[None]] = set()
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._room = asyncio.Event()
        self._room.set()
        self._poller: asyncio.Task[None] | None = None
        self.fatal: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    async def start(self) -> None:
        """Take up what an earlier run left, then poll."""
        for kept in await self._updates.pending():
            self._line_up(kept)
        await self._request.initialize()
        self._poller = asyncio.create_task(self._poll(), name="inbox")

    async def stop(self) -> None:
        """Stop fetching, give what is being handled a moment, leave the rest to the next start."""
        if self._poller:
            self._poller.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._poller
        for lane in self._lanes.values():
            lane.clear()
        if self._workers:
            _, late = await asyncio.wait(set(self._workers), timeout=5)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        await self._request.shutdown()

    async def idle(self) -> None:
        """Return once nothing that was fetched waits to be handled."""
        while self._workers:
            await asyncio.wait(set(self._workers))

    # --- fetching ------------------------------------------------------------------------------------------------

    async def _poll(self) -> None:
        offset: int | None = None
        backoff = 1.0
        while True:
            try:
                payloads = await self._fetch(offset)
                offset = await self._take(payloads)
                backoff = 1.0
            except InvalidToken:
                self.fatal.set_result("Telegram does not accept the token.")
                return
            except RetryAfter as error:
                await self._clock.pause(told(error))
            except Conflict:
                log.error("Another program is polling with the same token; trying again in %d s.", LONGEST_BACKOFF)
                await self._clock.pause(LONGEST_BACKOFF)
            except TelegramError as error:
                log.warning("Telegram cannot be reached (%s); trying again in %.0f s.", error, backoff)
                await self._clock.pause(backoff)
                backoff = min(backoff * 2, LONGEST_BACKOFF)
            except Exception:
                # Nothing is confirmed to Telegram before it is stored, so whatever failed here comes again.
                log.exception("Updates could not be taken in; trying again in %.0f s.", backoff)
                await self._clock.pause(backoff)
                backoff = min(backoff * 2, LONGEST_BACKOFF)
            await self._room.wait()

    async def _fetch(self, offset: int | None) -> list[Any]:
        """One long poll, as plain JSON: an update the library cannot parse must not take its neighbours with it."""
        query: dict[str, Any] = {"timeout": LONG_POLL_SECONDS, "allowed_updates": json.dumps(ALLOWED_UPDATES)}
        if offset is not None:
            query["offset"] = offset
        result = await self._request.post(
            f"{self._application.bot.base_url}/getUpdates?{urlencode(query)}", read_timeout=LONG_POLL_SECONDS + 15
        )
        return result if isinstance(result, list) else []

    async def _take(self, payloads: list[Any]) -> int | None:
        """Store and line up; the offset that confirms them, None when there is nothing to confirm. It is sent once
        only: after a quiet week Telegram begins counting anew, and an old offset would then discard what is new."""
        numbered = [p for p in payloads if isinstance(p, dict) and isinstance(p.get("update_id"), int)]
        if not numbered:
            return None
        for kept in await self._updates.keep(numbered, self._clock.now().timestamp()):
            self._line_up(kept)
        return int(numbered[-1]["update_id"]) + 1

    # --- handling ------------------------------------------------------------------------------------------------

    def _line_up(self, kept: Kept) -> None:
        chat = _chat_of(kept.payload)
        lane = self._lanes.get(chat)
        if lane is None:
            lane = self._lanes[chat] = deque()
            worker = asyncio.create_task(self._work(chat, lane), name=f"inbox-{chat}")
            self._workers.add(worker)
            worker.add_done_callback(self._workers.discard)
        lane.append(kept)
        self._measure()

    def _measure(self) -> None:
        if sum(map(len, self._lanes.values())) < MAX_WAITING:
            self._room.set()
        else:
            self._room.clear()

    async def _work(self, chat: int, lane: deque[Kept]) -> None:
        try:
            while lane:
                async with self._slots:
                    if lane:
                        await self._attend(lane.popleft())
                self._measure()
        finally:
            self._lanes.pop(chat, None)

    async def _attend(self, kept: Kept) -> None:
        """Handle one update; should even that fail (a full disk), the next one is still seen to."""
        try:
            await self._handle(kept)
        except Exception:
            log.exception("Update %d stays for the next start.", kept.id)

    async def _handle(self, kept: Kept) -> None:
        if kept.attempts >= MAX_ATTEMPTS:
            log.error("Update %d was begun %d times without an end; it is set aside.", kept.id, kept.attempts)
            await self._updates.finish(kept.id, "failed")
            return
        await self._updates.begin(kept.id)
        try:
            update = Update.de_json(kept.payload, self._application.bot)
        except Exception as error:
            log.warning("Update %d cannot be parsed (%s); it is skipped.", kept.id, type(error).__name__)
            await self._updates.finish(kept.id, "skipped")
            return
        state = "done"
        try:
            await self._application.process_update(update)
        except Exception:
            log.exception("Update %d could not be handled.", kept.id)
            state = "failed"
        await self._updates.finish(kept.id, state)


def _chat_of(payload: dict[str, Any]) -> int:
    """The chat an update belongs to, 0 when it cannot be told; read from raw JSON of any shape."""
    for kind in ("message", "edited_message"):
        found = _number(payload.get(kind), "chat", "id")
        if found:
            return found
    query = payload.get("callback_query")
    if isinstance(query, dict):
        return _number(query.get("message"), "chat", "id") or _number(query, "from", "id")
    return 0


def _number(value: Any, *path: str) -> int:
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value if isinstance(value, int) else 0
