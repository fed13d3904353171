"""The running bot: its parts started in the right order, and stopped in the reverse one."""

from __future__ import annotations

import asyncio
import contextlib
from pathlib import Path
from typing import Any

from telegram.error import InvalidToken
from telegram.ext import Application

from bot import menus
from bot.access import Access
from bot.app import build, request
from bot.clock import Clock, SystemClock
from bot.config import Settings
from bot.context import Context, Services
from bot.inbox import Inbox
from bot.outbox import Outbox
from bot.store import Store
from knowledge.library import Library


async def open_library(settings: Settings) -> Library:
    """The reports, as the settings say, ready for the first question."""
    settings.database.parent.mkdir(parents=True, exist_ok=True)
    library = await Library.open(settings.database, lexicon=settings.lexicon)
    await warm_up(library, SystemClock(settings.zone))
    return library


async def warm_up(library: Library, clock: Clock) -> None:
    """Ask something: the library prepares much when it is first asked, better now than while somebody waits. What reads
    files starts meanwhile."""
    library.expect_files()
    await library.answer("?", asked_on=clock.now().date())


class Service:
    """``async with Service(...)``: starts on entry, stops on exit. The library is the caller's to open and close."""

    def __init__(
        self, settings: Settings, library: Library, *, clock: Clock | None = None, store: Path | None = None
    ) -> None:
        self._settings = settings
        self._library = library
        self.clock = clock or SystemClock(settings.zone)
        self._store_path = store or settings.store
        self._stack = contextlib.AsyncExitStack()
        self.application: Application[Any, Context, Any, Any, Any, Any]
        self.inbox: Inbox
        self.services: Services

    async def __aenter__(self) -> Service:
        async with contextlib.AsyncExitStack() as stack:
            await self._start(stack)
            self._stack = stack.pop_all()
        return self

    async def __aexit__(self, *error: object) -> None:
        await self._stack.aclose()

    async def until(self, stop: asyncio.Event) -> None:
        """Run until `stop` is set. Raises InvalidToken when Telegram no longer accepts the token."""
        waiting: asyncio.Task[Any] = asyncio.create_task(stop.wait())
        ends: set[asyncio.Future[Any]] = {waiting, self.inbox.fatal}
        try:
            await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
        finally:
            waiting.cancel()
        if self.inbox.fatal.done():
            raise InvalidToken(self.inbox.fatal.result())

    async def _start(self, stack: contextlib.AsyncExitStack) -> None:
        settings = self._settings
        store = await Store.open(self._store_path)
        stack.push_async_callback(store.close)
        access = await Access.load(settings, store.members)
        self.application = build(settings, settings.token.get_secret_value())
        outbox = Outbox(
            self.application.bot,
            store.letters,
            self.clock,
            original=self._library.original,
            moved=access.moved,
        )
        self.services = Services(settings, self._library, store, outbox, access, self.clock)
        self.application.bot_data["services"] = self.services
        await self.application.initialize()
        stack.push_async_callback(self.application.shutdown)
        await self.application.bot.delete_webhook()
        await outbox.start()
        stack.push_async_callback(outbox.stop)
        self.inbox = Inbox(self.application, request(settings, connections=1), store.updates, self.clock)
        await self.inbox.start()
        stack.push_async_callback(self.inbox.stop)
        shown = asyncio.create_task(menus.publish_all(self.application.bot, access, settings.language), name="menus")
        stack.push_async_callback(_end, shown)


async def _end(task: asyncio.Task[None]) -> None:
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task
