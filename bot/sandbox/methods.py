"""What each Bot API method does to the world. Values are checked for type before they come here."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from bot.sandbox.markup import formatted
from bot.sandbox.rejection import Rejection, bad_request
from bot.sandbox.world import BOT, Json, World

MESSAGE_UNITS, CAPTION_UNITS = 4_096, 1_024
CALLBACK_BYTES, CALLBACK_ANSWER_UNITS = 64, 200
MOST_BUTTONS = 100
MOST_COMMANDS = 100
DOWNLOAD_BYTES = 20 << 20
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
ACTIONS = (
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
)
SCOPES = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators", "chat")
BUTTON_ACTIONS = ("callback_data", "url", "copy_text", "switch_inline_query", "switch_inline_query_current_chat")
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content"
    " and reply markup of the message"
)


def perform(world: World, method: str, values: Json) -> Any:
    """The result of a method other than getUpdates. Raises Rejection."""
    return METHODS[method](world, values)


def _send_message(world: World, values: Json) -> Json:
    place = _place(world, values)
    text, entities = formatted(values["text"], values.get("parse_mode"), values.get("entities"), MESSAGE_UNITS)
    return world.new_message(place.pop("chat"), BOT, {"text": text, "entities": entities} | place | _markup(values))


def _send_document(world: World, values: Json) -> Json:
    place = _place(world, values)
    given = values["document"]
    if isinstance(given, tuple):
        name, data = given
        if not data:
            raise bad_request("file must be non-empty")
        file_id = world.store(name, data)
    elif given in world.files:
        file_id = given
    else:
        raise bad_request("wrong file identifier/HTTP URL specified")
    stored = world.files[file_id]
    document = {
        "file_id": file_id,
        "file_unique_id": f"u{file_id}",
        "file_name": stored.name,
        "file_size": len(stored.data),
    }
    content: Json = {"document": document} | place | _markup(values)
    if values.get("caption"):
        text, entities = formatted(
            values["caption"], values.get("parse_mode"), values.get("caption_entities"), CAPTION_UNITS
        )
        content |= {"caption": text, "caption_entities": entities}
    return world.new_message(content.pop("chat"), BOT, content)


def _edit_text(world: World, values: Json) -> Json:
    message = _own_message(world, values)
    text, entities = formatted(values.get("text", ""), values.get("parse_mode"), values.get("entities"), MESSAGE_UNITS)
    markup = _markup(values).get("reply_markup")
    same_text = (text, entities) == (message.get("text"), message.get("entities", []))
    if same_text and markup == message.get("reply_markup"):
        raise bad_request(NOT_MODIFIED)
    message |= {"text": text, "entities": entities}
    _put_markup(message, markup)
    world.changed(message)
    return message


def _edit_markup(world: World, values: Json) -> Json:
    message = _own_message(world, values)
    markup = _markup(values).get("reply_markup")
    if markup == message.get("reply_markup"):
        raise bad_request(NOT_MODIFIED)
    _put_markup(message, markup)
    world.changed(message)
    return message


def _put_markup(message: Json, markup: Json | None) -> None:
    message.pop("reply_markup", None)
    if markup is not None:
        message["reply_markup"] = markup


def _answer_query(world: World, values: Json) -> bool:
    query = world.queries.pop(values["callback_query_id"], None)
    if query is None:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    text = values.get("text", "")
    if len(text) > CALLBACK_ANSWER_UNITS:
        raise bad_request("MESSAGE_TOO_LONG")
    world.note("answer", {"query": query["id"], "person": query["from"]["id"], "text": text})
    return True


def _chat_action(world: World, values: Json) -> bool:
    chat = world.chat(values["chat_id"])
    if values["action"] not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.note("action", {"chat": chat["id"], "action": values["action"]})
    return True


def _set_commands(world: World, values: Json) -> bool:
    if len(values["commands"]) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in values["commands"]:
        if not COMMAND.fullmatch(command["command"]):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"].strip()) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    world.commands[_scope(world, values)] = values["commands"]
    world.note("menu", {})
    return True


def _get_commands(world: World, values: Json) -> list[Json]:
    return world.commands.get(_scope(world, values), [])


def _delete_commands(world: World, values: Json) -> bool:
    world.commands.pop(_scope(world, values), None)
    world.note("menu", {})
    return True


def _scope(world: World, values: Json) -> tuple[str, str]:
    scope = values.get("scope") or {"type": "default"}
    kind = scope.get("type")
    if kind not in SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    code = values.get("language_code", "")
    if code and not re.fullmatch(r"[a-z]{2}", code):
        raise bad_request("invalid language code specified")
    return (f"chat:{world.chat(scope.get('chat_id', ''))['id']}" if kind == "chat" else str(kind), code)


def _get_file(world: World, values: Json) -> Json:
    stored = world.files.get(values["file_id"])
    if stored is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if len(stored.data) > DOWNLOAD_BYTES:
        raise bad_request("file is too big")
    return {
        "file_id": values["file_id"],
        "file_unique_id": f"u{values['file_id']}",
        "file_size": len(stored.data),
        "file_path": stored.path,
    }


def _get_chat(world: World, values: Json) -> Json:
    return world.chat(values["chat_id"]) | {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": {}}


def _leave_chat(world: World, values: Json) -> bool:
    chat = world.chat(values["chat_id"])
    if chat["type"] == "private":
        raise bad_request("chat member status can't be changed in private chats")
    del world.chats[chat["id"]]
    return True


# --- parts of several methods ----------------------------------------------------------------------------------------


def _place(world: World, values: Json) -> Json:
    """Chat, topic and replied-to message."""
    chat = world.chat(values["chat_id"])
    halt = world.halts.pop(chat["id"], None)
    if halt is not None:
        raise Rejection(429, f"Too Many Requests: retry after {halt}", retry_after=halt)
    place: Json = {"chat": chat["id"]}
    thread = values.get("message_thread_id")
    if thread is not None:
        if not world.has_topic(chat["id"], thread):
            raise bad_request("message thread not found")
        place["thread"] = thread
    reply = values.get("reply_parameters")
    if reply is not None:
        if world.message(chat["id"], reply["message_id"]) is not None:
            place["reply_to"] = reply["message_id"]
        elif not reply.get("allow_sending_without_reply"):
            raise bad_request("message to be replied not found")
    return place


def _own_message(world: World, values: Json) -> Json:
    if "inline_message_id" in values:
        raise bad_request("MESSAGE_ID_INVALID")
    if "chat_id" not in values:
        raise bad_request("chat_id is empty")
    if "message_id" not in values:
        raise bad_request("message identifier is not specified")
    chat = world.chat(values["chat_id"])
    message = world.message(chat["id"], values["message_id"])
    if message is None:
        raise bad_request("message to edit not found")
    if message["from"]["id"] != BOT["id"]:
        raise bad_request("message can't be edited")
    return message


def _markup(values: Json) -> Json:
    """The inline keyboard, checked; empty rows are left out as Telegram does."""
    if "reply_markup" not in values:
        return {}
    rows = [row for row in values["reply_markup"]["inline_keyboard"] if row]
    buttons = [button for row in rows for button in row]
    if len(buttons) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    for button in buttons:
        if not button["text"].strip():
            raise bad_request('can\'t parse inline keyboard button: Field "text" must be non-empty')
        actions = [name for name in BUTTON_ACTIONS if name in button]
        if len(actions) != 1:
            raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
        if not 1 <= len(button.get("callback_data", "-").encode()) <= CALLBACK_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
    return {"reply_markup": {"inline_keyboard": rows}} if rows else {}


METHODS: dict[str, Callable[[World, Json], Any]] = {
    "getMe": lambda world, values: BOT,
    "deleteWebhook": lambda world, values: True,
    "getWebhookInfo": lambda world, values: {
        "url": "",
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates),
    },
    "sendMessage": _send_message,
    "sendDocument": _send_document,
    "editMessageText": _edit_text,
    "editMessageReplyMarkup": _edit_markup,
    "answerCallbackQuery": _answer_query,
    "sendChatAction": _chat_action,
    "setMyCommands": _set_commands,
    "getMyCommands": _get_commands,
    "deleteMyCommands": _delete_commands,
    "getFile": _get_file,
    "getChat": _get_chat,
    "leaveChat": _leave_chat,
}
