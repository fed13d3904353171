"""What goes out: kept before it is sent, in order within each chat, at Telegram's pace, marked when sent.

Telegram has no way to ask "did you get this?", so exactly once is impossible. The promise is: at least once, and at
most one duplicate per crash. A letter is marked "sending" before and "sent" after; one found "sending" at start is sent
again.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from telegram import InlineKeyboardMarkup, LinkPreviewOptions, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.ext import ExtBot

from bot.clock import Clock
from bot.pace import Pace, told
from bot.store.letters import Letter, Letters

log = logging.getLogger(__name__)

EXPIRES_SECONDS = 86_400.0  # an answer a day late helps nobody
LONGEST_BACKOFF = 60.0
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

Original = Callable[[int], Awaitable[bytes | None]]
Moved = Callable[[int, int], Awaitable[None]]


class Outbox:
    """`original` fetches a report's file when a letter is to carry it; `moved` hears of groups become supergroups."""

    def __init__(self, bot: ExtBot[Any], letters: Letters, clock: Clock, *, original: Original, moved: Moved) -> None:
        self._bot = bot
        self._letters = letters
        self._clock = clock
        self._original = original
        self._moved = moved
        self._pace = Pace(clock)
        self._senders: dict[int, asyncio.Task[None]] = {}
        self._wakers: dict[int, asyncio.Event] = {}
        self._closing = False

    async def start(self) -> None:
        """Take up what an earlier run left unsent."""
        for chat in await self._letters.chats():
            self._wake(chat)

    async def stop(self) -> None:
        """Give what is due a moment, leave the rest to the next start."""
        self._closing = True
        for waker in self._wakers.values():
            waker.set()
        senders = set(self._senders.values())
        if senders:
            _, late = await asyncio.wait(senders, timeout=3)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def post(self, letter: Letter) -> bool:
        """Keep `letter` and see to it that it is sent; False when one of the same key was kept before."""
        fresh = await self._letters.keep(letter, self._clock.now().timestamp())
        self._wake(letter.chat)
        return fresh

    async def withdraw(self, prefix: str, token: str) -> list[Letter]:
        """See :meth:`Letters.withdraw`."""
        return await self._letters.withdraw(prefix, token)

    # --- sending -------------------------------------------------------------------------------------------------

    def _wake(self, chat: int) -> None:
        if self._closing:
            return
        if chat in self._senders:
            self._wakers[chat].set()
            return
        self._wakers[chat] = asyncio.Event()
        self._senders[chat] = asyncio.create_task(self._serve(chat, self._wakers[chat]), name=f"outbox-{chat}")

    async def _serve(self, chat: int, waker: asyncio.Event) -> None:
        try:
            while True:
                waker.clear()
                now = self._clock.now().timestamp()
                letter = await self._letters.next(chat, now)
                if letter is not None:
                    await self._deliver(letter)
                    continue
                due = await self._letters.next_due(chat)
                if waker.is_set():
                    continue
                if due is None or self._closing:
                    return
                await self._clock.pause(max(0.0, due - now), until=waker)
        except Exception:
            log.exception("Sending to a chat has stopped until something new is posted there or the bot starts again.")
        finally:
            self._senders.pop(chat, None)
            self._wakers.pop(chat, None)

    async def _deliver(self, letter: Letter) -> None:
        """Send one letter, or learn that it cannot be sent."""
        backoff = 1.0
        while True:
            await self._pace.turn(letter.chat)
            await self._letters.sending(letter.id)
            try:
                message_id = await self._send(letter)
            except RetryAfter as error:
                self._pace.halt(letter.chat, told(error))
            except ChatMigrated as error:
                await self._moved(letter.chat, error.new_chat_id)
                await self._letters.moved(letter.chat, error.new_chat_id)
                self._wake(error.new_chat_id)
                return
            except (BadRequest, Forbidden, InvalidToken) as error:
                if "message is not modified" in str(error).lower():
                    await self._letters.sent(letter.id, None, self._clock.now().timestamp())
                    return
                log.error("Letter %s was refused: %s", letter.key, error)
                await self._letters.failed(letter.id, str(error))
                return
            except (NetworkError, TelegramError) as error:
                if self._closing:
                    return
                if self._clock.now().timestamp() - letter.created_at > EXPIRES_SECONDS:
                    await self._letters.failed(letter.id, "expired")
                    return
                log.warning("Letter %s is not through yet (%s).", letter.key, error)
                await self._clock.pause(backoff)
                backoff = min(backoff * 2, LONGEST_BACKOFF)
            else:
                await self._letters.sent(letter.id, message_id, self._clock.now().timestamp())
                return

    async def _send(self, letter: Letter) -> int | None:
        """The one place that speaks to Telegram for letters; the id of the message, where there is one."""
        body = letter.body
        markup = InlineKeyboardMarkup.de_json({"inline_keyboard": body["keyboard"]}) if body.get("keyboard") else None
        reply = ReplyParameters(body["reply_to"], allow_sending_without_reply=True) if body.get("reply_to") else None
        if letter.method == "edit":
            await self._bot.edit_message_text(
                body["text"],
                chat_id=letter.chat,
                message_id=body["message_id"],
                parse_mode=ParseMode.HTML,
                link_preview_options=NO_PREVIEW,
                reply_markup=markup,
            )
            return None
        if letter.method == "document":
            data = await self._original(body["report"])
            if data is None:
                return None
            sent = await self._bot.send_document(
                letter.chat,
                data,
                filename=body["file"],
                message_thread_id=body.get("thread"),
                reply_parameters=reply,
            )
            return sent.message_id
        sent = await self._bot.send_message(
            letter.chat,
            body["text"],
            parse_mode=ParseMode.HTML,
            link_preview_options=NO_PREVIEW,
            message_thread_id=body.get("thread"),
            reply_parameters=reply,
            reply_markup=markup,
        )
        return sent.message_id
