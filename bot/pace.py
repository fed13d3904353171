"""How fast Telegram lets a bot speak (core.telegram.org/bots/faq): about one message a second in a chat, twenty a
minute in a group, thirty a second overall."""

from __future__ import annotations

from collections import deque
from datetime import timedelta

from telegram.error import RetryAfter

from bot.clock import Clock

CHAT_SECONDS = 1.0
GROUP_COUNT, GROUP_SECONDS = 20, 60.0
OVERALL_COUNT, OVERALL_SECONDS = 30, 1.0


def told(error: RetryAfter) -> float:
    """The seconds Telegram says to wait."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


class Window:
    """At most `count` events in any `seconds`."""

    def __init__(self, count: int, seconds: float) -> None:
        self._count = count
        self._seconds = seconds
        self._times: deque[float] = deque(maxlen=count)

    def wait(self, now: float) -> float:
        """Seconds until one more is allowed."""
        if len(self._times) < self._count:
            return 0.0
        return max(0.0, self._times[0] + self._seconds - now)

    def mark(self, now: float) -> None:
        self._times.append(now)

    def quiet(self, now: float) -> bool:
        return not self._times or self._times[-1] + self._seconds < now


class Pace:
    """Holds a sender back until its message is allowed. A chat's own halt (:meth:`halt`) holds nobody else."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._overall = Window(OVERALL_COUNT, OVERALL_SECONDS)
        self._chats: dict[int, tuple[Window, ...]] = {}
        self._halted: dict[int, float] = {}

    def halt(self, chat: int, seconds: float) -> None:
        """Telegram said to wait (RetryAfter) in `chat`."""
        self._halted[chat] = self._clock.monotonic() + seconds

    async def turn(self, chat: int) -> None:
        """Return when a message to `chat` may go out, counting it. Group chats have negative ids."""
        while True:
            now = self._clock.monotonic()
            windows = (*self._windows(chat), self._overall)
            wait = max([window.wait(now) for window in windows] + [self._halted.get(chat, 0.0) - now])
            if wait <= 0:
                break
            await self._clock.pause(wait)
        self._halted.pop(chat, None)
        for window in windows:
            window.mark(now)
        if len(self._chats) > 1_000:
            self._chats = {c: w for c, w in self._chats.items() if not all(x.quiet(now) for x in w)}

    def _windows(self, chat: int) -> tuple[Window, ...]:
        if chat not in self._chats:
            single = Window(1, CHAT_SECONDS)
            self._chats[chat] = (single, Window(GROUP_COUNT, GROUP_SECONDS)) if chat < 0 else (single,)
        return self._chats[chat]
