"""Time enters the program here and nowhere else, so that tests can own it."""

from __future__ import annotations

import asyncio
import contextlib
import time
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo


class Clock(Protocol):
    """What the bot needs to know of time."""

    def now(self) -> datetime:
        """The present moment, aware, in the office's time zone."""
        ...

    def monotonic(self) -> float:
        """Seconds that never run backwards, for measuring intervals."""
        ...

    async def pause(self, seconds: float, until: asyncio.Event | None = None) -> None:
        """Return after `seconds`, or as soon as `until` is set."""
        ...


class SystemClock:
    """The machine's clock, read in the office's time zone."""

    def __init__(self, zone: ZoneInfo) -> None:
        self._zone = zone

    def now(self) -> datetime:
        return datetime.now(self._zone)

    def monotonic(self) -> float:
        return time.monotonic()

    async def pause(self, seconds: float, until: asyncio.Event | None = None) -> None:
        if until is None:
            await asyncio.sleep(seconds)
            return
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(until.wait(), seconds)
