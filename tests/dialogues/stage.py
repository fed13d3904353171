"""The little language the dialogues are written in: somebody says, sends, presses; somebody hears."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from bot.config import GroupSetting, Settings
from bot.sandbox import Sandbox, World
from bot.sandbox.world import BOT
from bot.service import Service
from tests.bot.doubles import OwnClock, Shelf

LAN, MINH, STRANGER = 501, 502, 503
OFFICE, FORUM, ELSEWHERE = -1501, -1502, -1503
TOPIC = 7
PATIENCE = 30.0  # real seconds until a test gives up waiting for a message

Json = dict[str, Any]


class Stage:
    """Sandbox, bot and people. The bot can be stopped and started again on the same files."""

    def __init__(self, sandbox: Sandbox, folder: Path, library: Any, clock: OwnClock, settings: Json) -> None:
        self.sandbox = sandbox
        self.world = sandbox.world
        self.library = library
        self.clock = clock
        self._folder = folder
        self._settings = settings
        self.service: Service
        self.lan = Actor(self, LAN)
        self.minh = Actor(self, MINH)
        self.stranger = Actor(self, STRANGER)

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[Service]:
        async with Service(self.settings(), self.library, clock=self.clock, store=self._folder / "bot.db") as service:
            self.service = service
            yield service

    def settings(self) -> Settings:
        values: Json = {
            "token": SecretStr(self.sandbox.token),
            "base_url": self.sandbox.base_url,
            "base_file_url": self.sandbox.base_file_url,
            "staff": frozenset({LAN}),
            "admins": frozenset({MINH}),
            "groups": (GroupSetting(chat=OFFICE), GroupSetting(chat=FORUM, topic=TOPIC)),
            "notice_delay": 0,
            "database": self._folder / "thuky.db",
        }
        return Settings(**(values | self._settings))

    def room(self, chat: int) -> Room:
        return Room(self, chat)


class Room:
    """A chat as somebody in it sees it. What was heard is not heard again."""

    def __init__(self, stage: Stage, chat: int) -> None:
        self._stage = stage
        self.chat = chat
        self._seen = stage.world.latest()

    async def hears(self, *fragments: str, kind: str = "message") -> Json:
        """The bot's next message here (or the next rewriting of one, for ``kind="edit"``), which holds `fragments`."""
        event = await self._next(lambda e: e["kind"] == kind and self._from_bot(e))
        message: Json = event["content"]
        for fragment in fragments:
            assert fragment in message.get("text", ""), f"{fragment!r} is not in {message.get('text')!r}"
        return message

    async def receives(self, name: str) -> bytes:
        """The bot's next message here is a file of that name; its content."""
        message = await self.hears()
        assert message["document"]["file_name"] == name
        return self._stage.world.files[message["document"]["file_id"]].data

    def silent(self) -> bool:
        """Whether nothing has been said here by the bot that was not heard yet."""
        return not any(
            event["number"] > self._seen and event["kind"] in ("message", "edit") and self._from_bot(event)
            for event in self._stage.world.events
        )

    async def pops_up(self, *fragments: str) -> str:
        """The answer to the next button pressed by anybody."""
        event = await self._next(lambda e: e["kind"] == "answer")
        text: str = event["content"]["text"]
        for fragment in fragments:
            assert fragment in text, f"{fragment!r} is not in {text!r}"
        return text

    def _from_bot(self, event: Json) -> bool:
        content = event["content"]
        return bool(content["chat"]["id"] == self.chat and content["from"]["id"] == BOT["id"])

    async def _next(self, wanted: Callable[[Json], bool]) -> Json:
        def there() -> Json | None:
            return next((e for e in self._stage.world.events if e["number"] > self._seen and wanted(e)), None)

        await self._stage.world.watch(lambda: there() is not None, PATIENCE)
        event = there()
        assert event is not None, f"nothing was heard in {self.chat}"
        self._seen = event["number"]
        return event


class Actor(Room):
    """A person, in his own private chat with the bot unless told otherwise."""

    def __init__(self, stage: Stage, person: int) -> None:
        super().__init__(stage, person)
        self.person = person

    def says(self, text: str, *, to: int | None = None, **more: Any) -> Json:
        return self._stage.world.say(self.person, text, chat_id=to, **more)

    def sends(self, name: str, data: bytes | str, **more: Any) -> Json:
        content = data.encode() if isinstance(data, str) else data
        return self._stage.world.send_file(self.person, name, content, **more)

    def edits(self, message: Json, text: str) -> None:
        self._stage.world.edit(self.person, message, text)

    def presses(self, message: Json, label: str) -> None:
        """Press the button of `message` whose label begins with `label`."""
        rows = message["reply_markup"]["inline_keyboard"]
        data = next(button["callback_data"] for row in rows for button in row if button["text"].startswith(label))
        self._stage.world.press(self.person, message, data)


def people() -> World:
    world = World()
    world.add_user(LAN, "Lan")
    world.add_user(MINH, "Minh")
    world.add_user(STRANGER, "Ai đó", started=False)
    world.add_group(OFFICE, "Văn phòng")
    world.add_group(FORUM, "Toàn cơ quan", topics=(TOPIC, 8))
    world.add_group(ELSEWHERE, "Hội đồng hương")
    return world


@contextlib.asynccontextmanager
async def staged(folder: Path, library: Any = None, **settings: Any) -> AsyncIterator[Stage]:
    """A stage whose bot is not running yet."""
    async with Sandbox(people()) as sandbox:
        yield Stage(sandbox, folder, library or Shelf(), OwnClock(), settings)
