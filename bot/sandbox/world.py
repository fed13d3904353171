"""People, chats and messages as Telegram would keep them, in memory; values are the Bot API's own JSON."""

from __future__ import annotations

import asyncio
import copy
import itertools
import re
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.rejection import Rejection, bad_request

Json = dict[str, Any]
BOT: Json = {
    "id": 7_000_000_001,
    "is_bot": True,
    "first_name": "Thư ký",
    "username": "thu_ky_bot",
    "can_join_groups": True,
    "can_read_all_group_messages": True,
    "supports_inline_queries": False,
}
COMMAND = re.compile(r"/[A-Za-z0-9_]{1,32}(?:@\w{1,32})?(?!\w)")
MENTION = re.compile(r"(?<!\w)@\w{4,32}")
SENDER = ("id", "is_bot", "first_name", "username", "language_code")
MOST_EVENTS = 5_000


@dataclass(frozen=True, slots=True)
class StoredFile:
    name: str
    data: bytes
    path: str


@dataclass(slots=True)
class World:
    """All that the sandbox knows. `events` is what happened, in order, for whoever watches (the page, the tests)."""

    run: str = field(default_factory=lambda: secrets.token_hex(4))
    users: dict[int, Json] = field(default_factory=dict)
    chats: dict[int, Json] = field(default_factory=dict)
    messages: dict[tuple[int, int], Json] = field(default_factory=dict)
    files: dict[str, StoredFile] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    updates: list[Json] = field(default_factory=list)
    events: list[Json] = field(default_factory=list)
    queries: dict[str, Json] = field(default_factory=dict)
    requests: list[tuple[str, Json]] = field(default_factory=list)
    halts: dict[int, int] = field(default_factory=dict)
    faults: list[Callable[[str, Json], None]] = field(default_factory=list)
    _counters: dict[object, Any] = field(default_factory=dict)
    _watchers: set[asyncio.Event] = field(default_factory=set)

    # --- who and where -------------------------------------------------------------------------------------------

    def add_user(self, user_id: int, name: str, *, language: str = "vi", started: bool = True) -> Json:
        """A person; `started`: has written to the bot before, so that it may write to him."""
        user = {"id": user_id, "is_bot": False, "first_name": name, "language_code": language}
        self.users[user_id] = user
        if started:
            self.chats[user_id] = {"id": user_id, "type": "private", "first_name": name}
        return user

    def add_group(self, chat_id: int, title: str, *, topics: tuple[int, ...] = ()) -> Json:
        chat: Json = {"id": chat_id, "type": "supergroup", "title": title}
        if topics:
            chat["is_forum"] = True
            self._counters["topics", chat_id] = topics
        self.chats[chat_id] = chat
        return chat

    def chat(self, chat_id: int | str) -> Json:
        """A chat the bot may write to. Raises Rejection."""
        if not isinstance(chat_id, int) or chat_id not in self.chats:
            raise bad_request("chat not found")
        chat = self.chats[chat_id]
        if "moved_to" in chat:
            raise Rejection(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                migrate_to_chat_id=chat["moved_to"],
            )
        if chat.get("blocked"):
            raise Rejection(403, "Forbidden: bot was blocked by the user")
        return chat

    def has_topic(self, chat_id: int, topic: int) -> bool:
        return topic in self._counters.get(("topics", chat_id), ())

    def message(self, chat_id: int, message_id: int) -> Json | None:
        return self.messages.get((chat_id, message_id))

    # --- what people do ------------------------------------------------------------------------------------------

    def say(self, user_id: int, text: str, *, chat_id: int | None = None, **more: Any) -> Json:
        """A person writes; `more` may hold ``reply_to``, ``thread``, ``document``, ``photo``, ``media_group_id``."""
        if text:
            more["text"] = text
        message = self._from_person(user_id, chat_id or user_id, more)
        self._update("message", message)
        return message

    def send_file(self, user_id: int, name: str, data: bytes, *, chat_id: int | None = None, **more: Any) -> Json:
        file_id = self.store(name, data)
        document = {
            "file_id": file_id,
            "file_unique_id": f"u{file_id}",
            "file_name": name,
            "file_size": more.pop("size", len(data)),
        }
        return self.say(user_id, "", chat_id=chat_id, document=document, **more)

    def edit(self, user_id: int, message: Json, text: str) -> Json:
        kept = self.messages[message["chat"]["id"], message["message_id"]]
        kept |= {"text": text, "entities": _entities(text), "edit_date": int(time.time())}
        self._event("edit", kept)
        self._update("edited_message", kept)
        return kept

    def press(self, user_id: int, message: Json, data: str) -> str:
        """A person presses an inline button; the id of the query."""
        query_id = str(self._next("query"))
        query = {
            "id": query_id,
            "from": self.users[user_id],
            "message": copy.deepcopy(message),
            "chat_instance": str(message["chat"]["id"]),
            "data": data,
        }
        self.queries[query_id] = query
        self._update("callback_query", query)
        return query_id

    def push(self, update: Json) -> None:
        """An update of any shape, as if Telegram had sent it."""
        self.updates.append(update)
        self.wake()

    def _from_person(self, user_id: int, chat_id: int, more: Json) -> Json:
        user = self.users[user_id]
        if chat_id == user_id:
            self.chats.setdefault(user_id, {"id": user_id, "type": "private", "first_name": user["first_name"]})
        message = self.new_message(chat_id, user, more)
        return message

    # --- what the bot does ---------------------------------------------------------------------------------------

    def new_message(self, chat_id: int, sender: Json, content: Json) -> Json:
        """Put a message into a chat; ``reply_to`` and ``thread`` in `content` are turned into Telegram's fields."""
        content = dict(content)
        message: Json = {
            "message_id": self._next("message", chat_id),
            "date": int(time.time()),
            "chat": self.chats[chat_id],
            "from": {
                k: v for k, v in sender.items() if k in ("id", "is_bot", "first_name", "username", "language_code")
            },
        }
        thread = content.pop("thread", None)
        if thread is not None:
            message |= {"message_thread_id": thread, "is_topic_message": True}
        replied = content.pop("reply_to", None)
        if replied is not None:
            original = self.messages.get((chat_id, replied))
            if original is not None:
                message["reply_to_message"] = {k: v for k, v in original.items() if k != "reply_to_message"}
        message |= content
        if "text" in content and "entities" not in content:
            message["entities"] = _entities(content["text"])
        if not message.get("entities", True):
            del message["entities"]
        self.messages[chat_id, message["message_id"]] = message
        self._event("message", message)
        return message

    def changed(self, message: Json) -> None:
        message["edit_date"] = int(time.time())
        self._event("edit", message)

    def note(self, kind: str, content: Json) -> None:
        self._event(kind, content)

    def store(self, name: str, data: bytes) -> str:
        number = self._next("file")
        file_id = f"file-{number}"
        self.files[file_id] = StoredFile(name, data, f"documents/file_{number}")
        return file_id

    def menu(self, chat_id: int, language: str) -> list[Json]:
        """The command menu shown in a chat: the narrowest scope that has one."""
        wide = "all_private_chats" if chat_id > 0 else "all_group_chats"
        for scope in (f"chat:{chat_id}", wide, "default"):
            for code in (language, ""):
                if self.commands.get((scope, code)):
                    return self.commands[scope, code]
        return []

    # --- updates and events --------------------------------------------------------------------------------------

    def take_updates(self, offset: int | None, limit: int) -> list[Json]:
        """Unconfirmed updates; those before `offset` are confirmed and forgotten."""
        if offset is not None:
            self.updates = [u for u in self.updates if u.get("update_id", 0) >= offset]
        return copy.deepcopy(self.updates[:limit])

    async def watch(self, ready: Callable[[], bool], seconds: float) -> bool:
        """Wait until `ready`, looking again after everything that happens; whether it came true in time."""
        signal = asyncio.Event()
        self._watchers.add(signal)
        try:
            async with asyncio.timeout(seconds):
                while not ready():
                    signal.clear()
                    await signal.wait()
        except TimeoutError:
            return ready()
        finally:
            self._watchers.discard(signal)
        return True

    def _update(self, kind: str, content: Json) -> None:
        self.push({"update_id": 1_000 + self._next("update"), kind: copy.deepcopy(content)})

    def _event(self, kind: str, content: Json) -> None:
        self.events.append({"number": self._next("event"), "kind": kind, "content": copy.deepcopy(content)})
        del self.events[:-MOST_EVENTS]
        self.wake()

    def latest(self) -> int:
        """The number of the last event, 0 before there is one."""
        return int(self.events[-1]["number"]) if self.events else 0

    def wake(self) -> None:
        """Let whoever watches look again."""
        for signal in self._watchers:
            signal.set()

    def _next(self, *name: object) -> int:
        counter = self._counters.setdefault(name, itertools.count(1))
        return int(next(counter))


def _entities(text: str) -> list[Json]:
    """The entities Telegram finds by itself in what people write."""
    found = [("bot_command", m) for m in COMMAND.finditer(text) if m.start() == 0 or text[m.start() - 1].isspace()]
    found += [("mention", m) for m in MENTION.finditer(text)]
    return [
        {"type": kind, "offset": _units(text[: m.start()]), "length": _units(m[0])}
        for kind, m in sorted(found, key=lambda pair: pair[1].start())
    ]


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
