"""The bot in its sandbox: a Bot API on loopback, invented people, sample reports, a chat page to try it all."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import logging
import sys
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

from pydantic import SecretStr

from bot.config import GroupSetting, Settings
from bot.sandbox import Sandbox, World
from bot.service import Service, warm_up
from knowledge.errors import UnreadableFile
from knowledge.library import Library

log = logging.getLogger(__name__)

STAFF, ADMIN, STRANGER, GROUP = 101, 102, 103, -1001
SUFFIXES = (".txt", ".html", ".docx", ".pdf")
NOTICE_DELAY = 3


def world() -> World:
    """The people and the group of the sandbox."""
    made = World()
    made.add_user(STAFF, "Lan")
    made.add_user(ADMIN, "Minh")
    made.add_user(STRANGER, "Khách", started=False)
    made.add_group(GROUP, "Văn phòng Ban")
    return made


def samples() -> list[tuple[str, bytes]]:
    """The sample reports, name and content."""
    folder = Path(__file__).with_name("samples")
    return [(file.name, file.read_bytes()) for file in sorted(folder.iterdir()) if file.suffix in SUFFIXES]


async def run(settings: Settings, port: int, stop: asyncio.Event) -> None:
    """Serve until `stop`. Everything is kept in a temporary folder and gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="thuky-") as folder:
        async with started(settings, port, Path(folder)) as (sandbox, service):
            sys.stdout.write(
                "No token is set, so the bot runs in its sandbox on this machine.\n"
                f"Open {sandbox.url}/ in a browser and ask. Ctrl+C ends it.\n"
            )
            sys.stdout.flush()
            await service.until(stop)


@contextlib.asynccontextmanager
async def started(settings: Settings, port: int, folder: Path) -> AsyncIterator[tuple[Sandbox, Service]]:
    """Sandbox, library with the samples, and bot, all running."""
    async with contextlib.AsyncExitStack() as stack:
        sandbox = await stack.enter_async_context(_listening(port))
        own = settings.model_copy(
            update={
                "token": SecretStr(sandbox.token),
                "base_url": sandbox.base_url,
                "base_file_url": sandbox.base_file_url,
                "proxy": None,
                "database": folder / "thuky.db",
                "staff": frozenset({STAFF}),
                "admins": frozenset({ADMIN}),
                "groups": (GroupSetting(chat=GROUP),),
                "notice_delay": NOTICE_DELAY,
            }
        )
        library = await Library.open(own.database, lexicon=own.lexicon)
        stack.push_async_callback(library.close)
        service = Service(own, library)
        await _preload(library, service)
        await warm_up(library, service.clock)
        await stack.enter_async_context(service)
        yield sandbox, service


@contextlib.asynccontextmanager
async def _listening(port: int) -> AsyncIterator[Sandbox]:
    """A sandbox on `port`, or on a free one when that is taken."""
    try:
        sandbox = await Sandbox(world(), port).__aenter__()
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        sandbox = await Sandbox(world(), 0).__aenter__()
    try:
        yield sandbox
    finally:
        await sandbox.__aexit__(None, None, None)


async def _preload(library: Library, service: Service) -> None:
    for name, data in samples():
        try:
            await library.add(name, data, now=service.clock.now())
        except UnreadableFile as error:
            log.error("The sample %s cannot be read: %s", name, error.code)
