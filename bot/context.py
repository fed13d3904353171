"""What a handler has at hand."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import Any

from telegram import Chat, Message, Update, User
from telegram.constants import ChatAction, ChatType
from telegram.error import TelegramError
from telegram.ext import Application, CallbackContext, ExtBot

from bot.access import Access, Role
from bot.clock import Clock
from bot.config import Settings
from bot.outbox import Outbox
from bot.store import Store
from bot.store.letters import Letter
from bot.texts import Texts, texts
from knowledge.library import Library

Button = tuple[str, str]
Rows = Sequence[Sequence[Button]]  # inline buttons: (label, callback data)
ACTION_SECONDS = 4.5  # Telegram shows "typing…" for five


@dataclass(frozen=True, slots=True)
class Services:
    """The parts of the running bot."""

    settings: Settings
    library: Library
    store: Store
    outbox: Outbox
    access: Access
    clock: Clock


Bot = ExtBot[None]
Data = dict[Any, Any]


class Context(CallbackContext[Bot, Data, Data, Data]):
    """One update being handled. Everything said through :meth:`say` is numbered within the update, so that handling it
    again after a crash says nothing twice."""

    def __init__(
        self,
        application: Application[Any, Any, Any, Any, Any, Any],
        chat_id: int | None = None,
        user_id: int | None = None,
    ) -> None:
        super().__init__(application, chat_id, user_id)
        self.event: Update | None = None
        self._said = 0
        self._marker = ""

    @classmethod
    def from_update(cls, update: object, application: Application[Any, Any, Any, Any, Any, Any]) -> Context:
        context = super().from_update(update, application)
        context.event = update if isinstance(update, Update) else None
        return context

    @classmethod
    def from_error(cls, update: object, error: Exception, *args: Any, **kwargs: Any) -> Context:
        context = super().from_error(update, error, *args, **kwargs)
        context._marker = "error:"
        return context

    @property
    def services(self) -> Services:
        services: Services = self.bot_data["services"]
        return services

    @property
    def person(self) -> User:
        user = self.event.effective_user if self.event else None
        if user is None:
            raise LookupError("nobody sent this update")
        return user

    @property
    def chat(self) -> Chat:
        chat = self.event.effective_chat if self.event else None
        if chat is None:
            raise LookupError("this update belongs to no chat")
        return chat

    @property
    def message(self) -> Message:
        message = self.event.effective_message if self.event else None
        if not isinstance(message, Message):
            raise LookupError("this update holds no message")
        return message

    @property
    def role(self) -> Role:
        return self.services.access.role(self.person.id)

    @property
    def in_private(self) -> bool:
        return self.chat.type == ChatType.PRIVATE

    @property
    def texts(self) -> Texts:
        """The sentences in the language of whoever is spoken to: the person in private, the office in a group."""
        if not self.in_private:
            return texts(self.services.settings.language)
        return texts(self.services.access.language(self.person.id, self.person.language_code))

    @property
    def now(self) -> float:
        return self.services.clock.now().timestamp()

    def key(self) -> str:
        """The name of this update's next letter."""
        self._said += 1
        return f"{self.event.update_id if self.event else 0}:{self._marker}{self._said}"

    async def say(self, html: str, rows: Rows = (), *, reply: bool | None = None, to: int | None = None) -> None:
        """Answer in this chat (or write to `to`). In groups, or when `reply` says so, as a reply to the message."""
        body: dict[str, Any] = {"text": html}
        if rows:
            body["keyboard"] = keyboard(rows)
        if to is None:
            body |= self.place(reply)
        await self.services.outbox.post(Letter(self.key(), to or self.chat.id, "message", body))

    async def rewrite(self, html: str, rows: Rows = ()) -> None:
        """Put new text in the message whose button was pressed."""
        query = self.event.callback_query if self.event else None
        if query is None or query.message is None:
            return
        body: dict[str, Any] = {"text": html, "message_id": query.message.message_id}
        if rows:
            body["keyboard"] = keyboard(rows)
        await self.services.outbox.post(Letter(self.key(), self.chat.id, "edit", body))

    async def hand_over(self, report: int, file: str) -> None:
        """Send a report's original file."""
        body = {"report": report, "file": file} | self.place(None)
        await self.services.outbox.post(Letter(self.key(), self.chat.id, "document", body))

    async def pop_up(self, text: str = "") -> None:
        """Answer a pressed button; too late an answer is no misfortune."""
        query = self.event.callback_query if self.event else None
        if query is not None:
            with contextlib.suppress(TelegramError):
                await query.answer(text[:200] or None)

    def place(self, reply: bool | None) -> dict[str, Any]:
        """The topic and the message to answer, as parts of a letter's body."""
        message = self.event.effective_message if self.event else None
        if not isinstance(message, Message):
            return {}
        found: dict[str, Any] = {}
        if message.is_topic_message and message.message_thread_id:
            found["thread"] = message.message_thread_id
        if reply or (reply is None and not self.in_private):
            found["reply_to"] = message.message_id
        return found

    @contextlib.asynccontextmanager
    async def busy(self) -> AsyncIterator[None]:
        """Show that work is going on until the block ends."""
        task = asyncio.create_task(self._show())
        try:
            yield
        finally:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task

    async def _show(self) -> None:
        thread = self.place(False).get("thread")
        done = asyncio.Event()
        while True:
            with contextlib.suppress(TelegramError):
                await self.bot.send_chat_action(self.chat.id, ChatAction.TYPING, message_thread_id=thread)
            await self.services.clock.pause(ACTION_SECONDS, until=done)


def keyboard(rows: Rows) -> list[list[dict[str, str]]]:
    """Inline buttons as Telegram's JSON."""
    return [[{"text": label, "callback_data": data} for label, data in row] for row in rows]
