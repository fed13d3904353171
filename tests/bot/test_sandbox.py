"""The sandbox refuses what Telegram refuses, in Telegram's words."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.sandbox import Sandbox, World
from bot.sandbox.markup import parse
from bot.sandbox.rejection import Rejection
from bot.sandbox.schema import tables
from bot.sandbox.world import BOT

API = Path(__file__).parents[3] / "shared" / "botapi" / "api.json"
SOMEBODY, GROUP = 5, -5


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    world = World()
    world.add_user(SOMEBODY, "Lan")
    world.add_user(6, "Ai đó", started=False)
    world.add_group(GROUP, "Nhóm", topics=(3,))
    async with Sandbox(world) as sandbox:
        yield sandbox


@pytest.fixture
async def http(sandbox: Sandbox) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=sandbox.url, trust_env=False) as client:
        yield client


async def call(sandbox: Sandbox, http: httpx.AsyncClient, method: str, **values: Any) -> dict[str, Any]:
    answer = await http.post(f"/bot{sandbox.token}/{method}", json=values)
    result: dict[str, Any] = answer.json()
    assert result["ok"] == (answer.status_code == 200)
    assert result.get("error_code", 200) == answer.status_code
    return result


def keyboard(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[button]]}


SEND = {"chat_id": SOMEBODY, "text": "chào"}
REFUSED = [
    ("sendMessage", SEND | {"txt": "x"}, 400, 'has no field "txt"'),
    ("sendMessage", SEND | {"text": 5}, 400, 'field "text" must be of type String'),
    ("sendMessage", SEND | {"protect_content": "perhaps"}, 400, 'field "protect_content" must be of type Boolean'),
    ("sendMessage", SEND | {"message_thread_id": "x"}, 400, 'field "message_thread_id" must be of type Integer'),
    ("sendMessage", {"chat_id": SOMEBODY}, 400, "Bad Request: message text is empty"),
    ("sendMessage", {"text": "x"}, 400, "Bad Request: chat_id is empty"),
    ("sendMessage", SEND | {"text": " \n"}, 400, "Bad Request: message text is empty"),
    ("sendMessage", SEND | {"text": "<b> </b>", "parse_mode": "HTML"}, 400, "Bad Request: text must be non-empty"),
    ("sendMessage", SEND | {"text": "x" * 4097}, 400, "Bad Request: message is too long"),
    ("sendMessage", SEND | {"text": "𝕏" * 2049}, 400, "Bad Request: message is too long"),
    ("sendMessage", SEND | {"parse_mode": "XML"}, 400, "Bad Request: unsupported parse_mode"),
    ("sendMessage", SEND | {"text": "5 < 6", "parse_mode": "HTML"}, 400, 'Unsupported start tag "" at byte offset 2'),
    ("sendMessage", SEND | {"chat_id": 999}, 400, "Bad Request: chat not found"),
    ("sendMessage", SEND | {"chat_id": 6}, 400, "Bad Request: chat not found"),
    ("sendMessage", SEND | {"chat_id": "@nobody"}, 400, "Bad Request: chat not found"),
    ("sendMessage", SEND | {"message_thread_id": 9}, 400, "Bad Request: message thread not found"),
    ("sendMessage", SEND | {"reply_parameters": {"message_id": 99}}, 400, "message to be replied not found"),
    ("sendMessage", SEND | {"reply_parameters": "{"}, 400, "can't parse reply parameters JSON object"),
    ("sendMessage", SEND | {"reply_parameters": {"id": 1}}, 400, 'has no field "id"'),
    ("sendMessage", SEND | {"reply_markup": []}, 400, "object expected as reply markup"),
    ("sendMessage", SEND | {"reply_markup": keyboard(text="x", callback_data="x" * 65)}, 400, "BUTTON_DATA_INVALID"),
    ("sendMessage", SEND | {"reply_markup": keyboard(text="x", callback_data="đ" * 33)}, 400, "BUTTON_DATA_INVALID"),
    ("sendMessage", SEND | {"reply_markup": keyboard(text="x")}, 400, "Text buttons are unallowed"),
    ("sendMessage", SEND | {"reply_markup": keyboard(text=" ", callback_data="x")}, 400, "must be non-empty"),
    ("sendMessage", SEND | {"reply_markup": keyboard(text="x", data="x")}, 400, 'has no field "data"'),
    ("editMessageText", SEND | {"message_id": 99}, 400, "Bad Request: message to edit not found"),
    ("editMessageText", SEND, 400, "Bad Request: message identifier is not specified"),
    ("editMessageText", {"message_id": 1, "text": "x"}, 400, "Bad Request: chat_id is empty"),
    ("answerCallbackQuery", {"callback_query_id": "9"}, 400, "query is too old"),
    ("sendChatAction", {"chat_id": SOMEBODY, "action": "dancing"}, 400, "wrong parameter action"),
    ("setMyCommands", {"commands": [{"command": "Hỏi", "description": "x"}]}, 400, "BOT_COMMAND_INVALID"),
    ("setMyCommands", {"commands": [{"command": "a", "description": " "}]}, 400, "BOT_COMMAND_DESCRIPTION_INVALID"),
    ("setMyCommands", {"commands": [], "scope": {"type": "moon"}}, 400, "can't parse BotCommandScope"),
    ("setMyCommands", {"commands": [], "language_code": "Vie"}, 400, "invalid language code"),
    ("getFile", {"file_id": "x"}, 400, "wrong file_id"),
    ("sendDocument", {"chat_id": SOMEBODY, "document": "x"}, 400, "wrong file identifier"),
    ("getChat", {"chat_id": 77}, 400, "chat not found"),
    ("leaveChat", {"chat_id": SOMEBODY}, 400, "private chats"),
    ("flyToTheMoon", {}, 404, "Not Found: method not found"),
]


@pytest.mark.parametrize(("method", "values", "code", "why"), REFUSED)
async def test_what_telegram_refuses_is_refused(
    sandbox: Sandbox, http: httpx.AsyncClient, method: str, values: dict[str, Any], code: int, why: str
) -> None:
    result = await call(sandbox, http, method, **values)
    assert result["error_code"] == code
    assert why in result["description"]
    assert not sandbox.world.messages


async def test_a_wrong_token_is_unauthorized(sandbox: Sandbox, http: httpx.AsyncClient) -> None:
    answer = await http.post("/bot1:abc/getMe")
    assert answer.json() == {"ok": False, "error_code": 401, "description": "Unauthorized"}


async def test_an_edit_must_change_something_and_be_of_an_own_message(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    sent = (await call(sandbox, http, "sendMessage", **SEND, parse_mode="HTML"))["result"]
    same = await call(sandbox, http, "editMessageText", **SEND, message_id=sent["message_id"])
    assert same["description"].startswith("Bad Request: message is not modified: specified new message content")
    theirs = sandbox.world.say(SOMEBODY, "của tôi")
    result = await call(sandbox, http, "editMessageText", **SEND, message_id=theirs["message_id"])
    assert result["description"] == "Bad Request: message can't be edited"
    markup = keyboard(text="x", callback_data="x")
    values = {"chat_id": SOMEBODY, "message_id": sent["message_id"], "reply_markup": markup}
    assert (await call(sandbox, http, "editMessageReplyMarkup", **values))["result"]["reply_markup"] == markup
    assert "not modified" in (await call(sandbox, http, "editMessageReplyMarkup", **values))["description"]


async def test_forms_queries_and_files_are_understood(sandbox: Sandbox, http: httpx.AsyncClient) -> None:
    path = f"/bot{sandbox.token}"
    form = await http.post(f"{path}/sendMessage", data={"chat_id": "5", "text": "a", "disable_notification": "true"})
    assert form.json()["result"]["text"] == "a"
    query = await http.get(f"{path}/getchat", params={"chat_id": 5})
    assert query.json()["result"]["first_name"] == "Lan"
    sent = await http.post(
        f"{path}/sendDocument",
        data={"chat_id": "5", "document": "attach://f", "caption": "<i>x</i>", "parse_mode": "HTML"},
        files={"f": ("a.txt", b"abc")},
    )
    document = sent.json()["result"]["document"]
    assert document["file_name"] == "a.txt"
    file = await call(sandbox, http, "getFile", file_id=document["file_id"])
    fetched = await http.get(f"/file/bot{sandbox.token}/{file['result']['file_path']}")
    assert fetched.content == b"abc"
    assert (await http.get(f"/file/bot1:x/{file['result']['file_path']}")).status_code == 404
    empty = await http.post(f"{path}/sendDocument", data={"chat_id": "5"}, files={"document": ("a.txt", b"")})
    assert empty.json()["description"] == "Bad Request: file must be non-empty"
    broken = await http.post(f"{path}/getMe", content=b"{", headers={"Content-Type": "application/json"})
    assert broken.json()["description"] == "Bad Request: can't parse JSON object"


async def test_updates_are_kept_until_confirmed(sandbox: Sandbox, http: httpx.AsyncClient) -> None:
    sandbox.world.say(SOMEBODY, "một")
    sandbox.world.say(SOMEBODY, "hai")
    for _ in range(2):
        got = (await call(sandbox, http, "getUpdates", timeout=0))["result"]
        assert [update["message"]["text"] for update in got] == ["một", "hai"]
    got = (await call(sandbox, http, "getUpdates", offset=got[0]["update_id"] + 1))["result"]
    assert [update["message"]["text"] for update in got] == ["hai"]
    assert (await call(sandbox, http, "getUpdates", allowed_updates=["callback_query"]))["result"] == []


async def test_menus_go_by_the_narrowest_scope(sandbox: Sandbox, http: httpx.AsyncClient) -> None:
    wide, narrow = [{"command": "a", "description": "A"}], [{"command": "b", "description": "B"}]
    scope = {"type": "chat", "chat_id": SOMEBODY}
    await call(sandbox, http, "setMyCommands", commands=wide)
    await call(sandbox, http, "setMyCommands", commands=narrow, scope=scope)
    assert sandbox.world.menu(SOMEBODY, "vi") == narrow
    assert (await call(sandbox, http, "getMyCommands", scope=scope))["result"] == narrow
    await call(sandbox, http, "deleteMyCommands", scope=scope)
    assert sandbox.world.menu(SOMEBODY, "vi") == wide


# --- markup ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("đ<x>", 'Unsupported start tag "x" at byte offset 2'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler"'),
        ("a <- b", 'Unsupported start tag "-" at byte offset 2'),
    ],
)
def test_markup_telegram_cannot_parse(source: str, why: str) -> None:
    with pytest.raises(Rejection) as caught:
        parse(source)
    assert caught.value.description.startswith("Bad Request: can't parse entities: ")
    assert why in caught.value.description


def test_markup_becomes_text_and_entities_in_utf_16_units() -> None:
    text, entities = parse('𝕏 <b>đậm <i>nghiêng</i></b> &lt;&amp;&quot;&#273;&nbsp; <a href="http://x/?a&amp;b">l</a>')
    assert text == '𝕏 đậm nghiêng <&"đ&nbsp; l'
    assert entities == [
        {"type": "bold", "offset": 3, "length": 11},
        {"type": "italic", "offset": 7, "length": 7},
        {"type": "text_link", "offset": 26, "length": 1, "url": "http://x/?a&b"},
    ]


def test_an_expandable_quote_and_a_spoiler() -> None:
    _, entities = parse('<blockquote expandable>q</blockquote><span class="tg-spoiler">s</span>')
    assert [entity["type"] for entity in entities] == ["expandable_blockquote", "spoiler"]


# --- the chat page ---------------------------------------------------------------------------------------------------


async def test_the_page_is_served_with_a_policy_that_lets_nothing_foreign_in(http: httpx.AsyncClient) -> None:
    for path in ("/", "/chat.css", "/chat.js"):
        answer = await http.get(path)
        assert answer.status_code == 200
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
        assert "http://" not in answer.text.replace("http://127.0.0.1", "")


@pytest.mark.parametrize(
    "headers",
    [{"Host": "evil.example"}, {"Origin": "http://evil.example"}, {"X-Sandbox": ""}, {"Origin": "null"}],
)
async def test_other_sites_may_not_speak_through_the_browser(
    sandbox: Sandbox, http: httpx.AsyncClient, headers: dict[str, str]
) -> None:
    said = json.dumps({"person": SOMEBODY, "chat": SOMEBODY, "text": "x"})
    answer = await http.post("/page/say", content=said, headers={"X-Sandbox": "1"} | headers)
    assert answer.status_code == 403
    assert not sandbox.world.messages
    if "X-Sandbox" not in headers:
        assert (await http.get("/page/state", headers=headers)).status_code == 403


async def test_the_page_says_edits_uploads_and_presses(sandbox: Sandbox, http: httpx.AsyncClient) -> None:
    mark = {"X-Sandbox": "1"}
    me = {"person": SOMEBODY, "chat": SOMEBODY}
    await http.post("/page/say", json=me | {"text": "một"}, headers=mark)
    await http.post("/page/say", json=me | {"text": "hai", "edit": 1}, headers=mark)
    await http.post("/page/upload", data=me, files={"file": ("a.txt", b"abc")}, headers=mark)
    markup = keyboard(text="x", callback_data="d")
    sent = (await call(sandbox, http, "sendMessage", **SEND, reply_markup=markup))["result"]
    await http.post("/page/press", json=me | {"message": sent["message_id"], "data": "d"}, headers=mark)
    assert [next(k for k in u if k != "update_id") for u in sandbox.world.updates] == [
        "message",
        "edited_message",
        "message",
        "callback_query",
    ]
    state = (await http.get("/page/state")).json()
    assert [event["kind"] for event in state["events"]] == ["message", "edit", "message", "message"]
    assert state["events"][1]["content"]["text"] == "hai"
    assert (await http.get(f"/page/state?after={state['events'][2]['number']}")).json()["events"] == state["events"][3:]
    file_id = next(iter(sandbox.world.files))
    assert (await http.get(f"/page/file/{file_id}")).content == b"abc"


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("say", {"person": 99, "chat": 99, "text": "x"}),
        ("say", {"person": SOMEBODY, "chat": 6, "text": "x"}),
        ("say", {"person": SOMEBODY, "chat": SOMEBODY, "text": " "}),
        ("say", {"person": SOMEBODY, "chat": SOMEBODY, "text": "x" * 5000}),
        ("say", {"person": SOMEBODY, "chat": SOMEBODY, "text": "x", "edit": 77}),
        ("say", []),
        ("press", {"person": SOMEBODY, "chat": SOMEBODY, "message": 1, "data": "x"}),
    ],
)
async def test_the_page_checks_what_it_is_sent(http: httpx.AsyncClient, path: str, body: Any) -> None:
    assert (await http.post(f"/page/{path}", json=body, headers={"X-Sandbox": "1"})).status_code == 400


# --- the table of methods against Telegram's own description ---------------------------------------------------------


@pytest.mark.skipif(not API.exists(), reason="the API's machine-readable description is not here")
def test_the_table_of_methods_is_telegrams() -> None:
    api = json.loads(API.read_text(encoding="utf-8"))
    ours, types = tables()
    newer = {"editMessageText": {"rich_message"}}
    for described, known in ((ours, api["methods"]), (types, api["types"])):
        for name, fields in described.items():
            theirs = {
                field["name"]: " or ".join(field["types"]) + ("!" if field["required"] else "")
                for field in known[name].get("fields", [])
                if field["name"] not in newer.get(name, ())
            }
            assert fields == theirs, name


def test_the_bot_is_nobody_else() -> None:
    assert BOT["is_bot"] is True
