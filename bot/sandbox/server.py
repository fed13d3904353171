"""The sandbox over HTTP, on loopback only."""

from __future__ import annotations

import asyncio
import json
import secrets
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.httputil import HTTPServerRequest
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

from bot.sandbox.methods import perform
from bot.sandbox.page import PAGE_ROUTES
from bot.sandbox.rejection import Rejection
from bot.sandbox.schema import check, method_named
from bot.sandbox.world import BOT, World

HOST = "127.0.0.1"
MOST_BYTES = 60 << 20
LONGEST_POLL = 50.0


class Sandbox:
    """``async with Sandbox(world) as sandbox``: serves until the block ends. Port 0 takes a free one."""

    def __init__(self, world: World, port: int = 0) -> None:
        self.world = world
        self.token = f"{BOT['id']}:{secrets.token_urlsafe(26)}"
        self._port = port
        self._server: HTTPServer | None = None
        self.poll = asyncio.Event()  # set to end the getUpdates that is waiting

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self._port}"

    @property
    def base_url(self) -> str:
        return f"{self.url}/bot"

    @property
    def base_file_url(self) -> str:
        return f"{self.url}/file/bot"

    async def __aenter__(self) -> Sandbox:
        sockets = bind_sockets(self._port, HOST)
        self._port = sockets[0].getsockname()[1]
        application = Application(
            [
                (r"/bot([^/]+)/(\w+)", Method, {"sandbox": self}),
                (r"/file/bot([^/]+)/(.+)", Download, {"sandbox": self}),
                *[(path, handler, {"world": self.world, "hosts": self._hosts()}) for path, handler in PAGE_ROUTES],
            ]
        )
        self._server = HTTPServer(application, max_body_size=MOST_BYTES, max_buffer_size=MOST_BYTES)
        self._server.add_sockets(sockets)
        return self

    async def __aexit__(self, *error: object) -> None:
        self.poll.set()
        if self._server is not None:
            self._server.stop()
            await self._server.close_all_connections()

    def _hosts(self) -> frozenset[str]:
        return frozenset(f"{name}:{self._port}" for name in (HOST, "localhost"))


class Method(RequestHandler):
    """``/bot<token>/<method>``, parameters as Telegram takes them: query, form, multipart or JSON."""

    def initialize(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self.gone = False

    async def get(self, token: str, name: str) -> None:
        await self._serve(token, name)

    async def post(self, token: str, name: str) -> None:
        await self._serve(token, name)

    def on_connection_close(self) -> None:
        self.gone = True
        self.sandbox.poll.set()

    async def _serve(self, token: str, name: str) -> None:
        try:
            if not secrets.compare_digest(token, self.sandbox.token):
                raise Rejection(401, "Unauthorized")
            method = method_named(name)
            values = check(method, _parameters(self.request))
            world = self.sandbox.world
            world.requests.append((method, values))
            del world.requests[:-1_000]
            for fault in list(world.faults):
                fault(method, values)
            result = await self._updates(values) if method == "getUpdates" else perform(world, method, values)
        except Rejection as rejection:
            self.set_status(rejection.code)
            answer: dict[str, Any] = {"ok": False, "error_code": rejection.code, "description": rejection.description}
            if rejection.parameters:
                answer["parameters"] = rejection.parameters
        else:
            answer = {"ok": True, "result": result}
        if not self.gone:
            self.finish(answer)

    async def _updates(self, values: dict[str, Any]) -> list[Any]:
        """Long polling; a second poller ends the first one's wait, as with Telegram."""
        world, sandbox = self.sandbox.world, self.sandbox
        limit = min(max(values.get("limit", 100), 1), 100)
        allowed = values.get("allowed_updates")
        sandbox.poll.set()
        mine = sandbox.poll = asyncio.Event()
        found: list[Any] = world.take_updates(values.get("offset"), limit)
        waiting = min(float(values.get("timeout", 0)), LONGEST_POLL)
        if not found and waiting > 0:
            changed = asyncio.create_task(world.watch(lambda: bool(world.updates), waiting))
            ended = asyncio.create_task(mine.wait())
            await asyncio.wait({changed, ended}, return_when=asyncio.FIRST_COMPLETED)
            changed.cancel()
            ended.cancel()
            if mine.is_set() and not self.gone and not world.updates:
                raise Rejection(
                    409,
                    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
                )
            found = [] if self.gone else world.take_updates(None, limit)
        if allowed:
            found = [u for u in found if any(kind in u for kind in allowed) or len(u) < 2]
        return found


class Download(RequestHandler):
    def initialize(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox

    def get(self, token: str, path: str) -> None:
        stored = next((f for f in self.sandbox.world.files.values() if f.path == path), None)
        if stored is None or not secrets.compare_digest(token, self.sandbox.token):
            self.set_status(404)
            self.finish({"ok": False, "error_code": 404, "description": "Not Found"})
            return
        self.set_header("Content-Type", "application/octet-stream")
        self.finish(stored.data)


def _parameters(request: HTTPServerRequest) -> dict[str, Any]:
    """The request's parameters; an uploaded file is a pair of name and bytes."""
    if request.headers.get("Content-Type", "").startswith("application/json") and request.body:
        try:
            given = json.loads(request.body)
        except ValueError:
            raise Rejection(400, "Bad Request: can't parse JSON object") from None
        if not isinstance(given, dict):
            raise Rejection(400, "Bad Request: can't parse JSON object")
        return given
    values: dict[str, Any] = {name: parts[-1].decode() for name, parts in request.arguments.items()}
    attached = {name: (parts[-1].filename, parts[-1].body) for name, parts in request.files.items()}
    for name, value in list(values.items()):
        if isinstance(value, str) and value.startswith("attach://"):
            values[name] = attached.pop(value.removeprefix("attach://"), value)
    return values | attached
