"""The chat page: a person in a browser is any of the sandbox's people."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

from tornado.web import HTTPError, RequestHandler

from bot.sandbox.world import BOT, Json, World

WAIT_SECONDS = 25.0
LONGEST_TEXT = 4_096
ASSETS = {
    "": ("index.html", "text/html"),
    "chat.css": ("chat.css", "text/css"),
    "chat.js": ("chat.js", "text/javascript"),
}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'"
)


class Local(RequestHandler):
    """Refuses requests that another web site made a browser send (DNS rebinding, forged posts)."""

    def initialize(self, world: World, hosts: frozenset[str]) -> None:
        self.world = world
        self.hosts = hosts

    def prepare(self) -> None:
        if self.request.host not in self.hosts:
            raise HTTPError(403)
        origin = self.request.headers.get("Origin")
        if origin is not None and origin.removeprefix("http://") not in self.hosts:
            raise HTTPError(403)
        if self.request.method == "POST" and self.request.headers.get("X-Sandbox") != "1":
            raise HTTPError(403)
        self.set_header("Content-Security-Policy", POLICY)
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Cache-Control", "no-store")

    def given(self) -> dict[str, Any]:
        try:
            value = json.loads(self.request.body)
        except ValueError:
            raise HTTPError(400) from None
        if not isinstance(value, dict):
            raise HTTPError(400)
        return value

    def person(self, value: Any) -> int:
        if not isinstance(value, int) or value not in self.world.users:
            raise HTTPError(400)
        return value

    def room(self, value: Any, person: int) -> int:
        if not isinstance(value, int) or not (value == person or (value < 0 and value in self.world.chats)):
            raise HTTPError(400)
        return value


class Asset(Local):
    def get(self, name: str) -> None:
        file, kind = ASSETS[name]
        self.set_header("Content-Type", f"{kind}; charset=utf-8")
        self.finish(resources.files(__package__).joinpath("page", file).read_bytes())


class State(Local):
    """Who and where there is, and what happened after event ``after``; waits for something to happen."""

    def initialize(self, world: World, hosts: frozenset[str]) -> None:
        super().initialize(world, hosts)
        self.gone = False

    def on_connection_close(self) -> None:
        self.gone = True
        self.world.wake()

    async def get(self) -> None:
        after = self.get_query_argument("after", "0")
        if not after.isdigit():
            raise HTTPError(400)
        number = int(after)
        world = self.world
        if number:
            await world.watch(lambda: self.gone or world.latest() > number, WAIT_SECONDS)
        if self.gone:
            return
        people = [user | {"menu": world.menu(user["id"], "")} for user in world.users.values()]
        groups = [chat | {"menu": world.menu(chat["id"], "")} for chat in world.chats.values() if chat["id"] < 0]
        self.finish(
            {
                "run": world.run,
                "bot": BOT,
                "people": people,
                "groups": groups,
                "events": [event for event in world.events if event["number"] > number],
            }
        )


class Say(Local):
    def post(self) -> None:
        given = self.given()
        person = self.person(given.get("person"))
        room = self.room(given.get("chat"), person)
        text = given.get("text")
        if not isinstance(text, str) or not text.strip() or len(text) > LONGEST_TEXT:
            raise HTTPError(400)
        more: Json = {"reply_to": given["reply_to"]} if isinstance(given.get("reply_to"), int) else {}
        edited = given.get("edit")
        if isinstance(edited, int):
            message = self.world.message(room, edited)
            if message is None or message["from"]["id"] != person:
                raise HTTPError(400)
            self.world.edit(person, message, text.strip())
        else:
            self.world.say(person, text.strip(), chat_id=room, **more)
        self.finish({})


class Upload(Local):
    def post(self) -> None:
        try:
            person = self.person(int(self.get_body_argument("person")))
            room = self.room(int(self.get_body_argument("chat")), person)
        except ValueError:
            raise HTTPError(400) from None
        for sent in self.request.files.get("file", []):
            self.world.send_file(person, sent.filename, sent.body, chat_id=room)
        self.finish({})


class Press(Local):
    def post(self) -> None:
        given = self.given()
        person = self.person(given.get("person"))
        room = self.room(given.get("chat"), person)
        message = self.world.message(room, given.get("message", 0))
        data = given.get("data")
        rows = (message or {}).get("reply_markup", {}).get("inline_keyboard", [])
        offered = [button.get("callback_data") for row in rows for button in row]
        if message is None or not isinstance(data, str) or data not in offered:
            raise HTTPError(400)
        self.world.press(person, message, data)
        self.finish({})


class SentFile(Local):
    def get(self, file_id: str) -> None:
        stored = self.world.files.get(file_id)
        if stored is None:
            raise HTTPError(404)
        self.set_header("Content-Type", "application/octet-stream")
        self.set_header("Content-Disposition", "attachment")
        self.finish(stored.data)


PAGE_ROUTES = [
    (r"/(chat\.css|chat\.js|)", Asset),
    (r"/page/state", State),
    (r"/page/say", Say),
    (r"/page/upload", Upload),
    (r"/page/press", Press),
    (r"/page/file/([\w-]+)", SentFile),
]
