"""The one routing table, and the application built from it.

The first route that fits wins. Each names who may take it; everyone else is turned away by :func:`guarded`, the only
way a handler is reached.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from enum import Enum
from typing import Any

from telegram import Message, Update
from telegram.constants import ChatType
from telegram.ext import (
    Application,
    ApplicationBuilder,
    BaseHandler,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)
from telegram.request import HTTPXRequest

from bot.access import Role
from bot.config import Settings
from bot.context import Context
from bot.handlers import admin, ask, basics, browse, groups, upload
from bot.texts import texts
from knowledge.errors import StoreError

log = logging.getLogger(__name__)

Handler = Callable[[Update, Context], Coroutine[Any, Any, None]]


class Where(Enum):
    PRIVATE = "private"
    APPROVED = "approved group"
    GROUP = "any group"  # approved or not
    EVERYWHERE = "private or approved group"


@dataclass(frozen=True, slots=True)
class Route:
    """`what`: command names, a button's data as a pattern, or a filter."""

    what: tuple[str, ...] | str | filters.BaseFilter
    handler: Handler
    role: Role
    where: Where


class _Addressed(filters.MessageFilter):
    """A group message that names the bot or replies to it."""

    def filter(self, message: Message) -> bool:
        bot = message.get_bot()
        return ask.addressed(message, bot.id, bot.username)


STAFF, ADMIN = Role.STAFF, Role.ADMIN
NEW = filters.UpdateType.MESSAGE
TEXT = filters.TEXT & filters.UpdateType.MESSAGES & ~filters.COMMAND

ROUTES: tuple[Route, ...] = (
    Route(("start",), basics.start, STAFF, Where.PRIVATE),
    Route(("help", "trogiup"), basics.help_, STAFF, Where.EVERYWHERE),
    Route(("lang", "ngonngu"), basics.language, STAFF, Where.PRIVATE),
    Route(("ask", "hoi"), ask.command, STAFF, Where.EVERYWHERE),
    Route(("reports", "baocao"), browse.reports, STAFF, Where.PRIVATE),
    Route(("add", "nap"), upload.pasted, ADMIN, Where.PRIVATE),
    Route(("allow", "them"), admin.allow, ADMIN, Where.PRIVATE),
    Route(("deny", "gobo"), admin.deny, ADMIN, Where.PRIVATE),
    Route(("staff", "canbo"), admin.staff, ADMIN, Where.PRIVATE),
    Route(("groups", "nhom"), admin.groups, ADMIN, Where.PRIVATE),
    Route(("approve", "duyet"), groups.approve, ADMIN, Where.GROUP),
    Route(("unapprove", "boduyet"), groups.unapprove, ADMIN, Where.GROUP),
    Route(r"^lang:(vi|en)$", basics.language_chosen, STAFF, Where.PRIVATE),
    Route(r"^ask:[\w-]{8,24}:\d{1,2}$", ask.choice, STAFF, Where.EVERYWHERE),
    Route(r"^r:[pf]:\d{1,12}$|^r:[oxd]:\d{1,12}:\d{1,6}$", browse.pressed, STAFF, Where.PRIVATE),
    Route(r"^undo:\d{1,12}:[0-9a-f]{8,64}$", browse.undo, ADMIN, Where.PRIVATE),
    Route(r"", basics.stale, STAFF, Where.EVERYWHERE),
    Route(filters.Document.ALL & NEW, upload.document, ADMIN, Where.PRIVATE),
    Route(filters.PHOTO & NEW, upload.photo, ADMIN, Where.PRIVATE),
    Route(filters.ChatType.GROUPS & TEXT & _Addressed(), ask.group, STAFF, Where.APPROVED),
    Route(filters.ChatType.PRIVATE & TEXT, ask.private, STAFF, Where.PRIVATE),
    Route(filters.ChatType.PRIVATE & filters.COMMAND & NEW, basics.help_, STAFF, Where.PRIVATE),
    Route(filters.ChatType.PRIVATE & ~filters.StatusUpdate.ALL & NEW, ask.other, STAFF, Where.PRIVATE),
)


def guarded(route: Route) -> Handler:
    """The route's handler behind its door."""

    async def handle(update: Update, context: Context) -> None:
        person, chat = update.effective_user, update.effective_chat
        if person is None or chat is None or person.is_bot:
            return
        access = context.services.access
        if chat.type == ChatType.PRIVATE:
            if route.where not in (Where.PRIVATE, Where.EVERYWHERE):
                return
            if context.role is Role.STRANGER:
                await basics.refuse(context, "access.stranger")
            elif context.role < route.role:
                await context.say(context.texts("access.admins_only"))
            else:
                await route.handler(update, context)
        elif chat.type in (ChatType.GROUP, ChatType.SUPERGROUP) and route.where is not Where.PRIVATE:
            approved = access.group(chat.id) is not None
            if context.role is Role.STRANGER:
                if approved:
                    await basics.refuse(context, "access.stranger_in_group")
            elif not approved and route.where is not Where.GROUP:
                await groups.unapproved(context)
            elif context.role >= route.role:
                await route.handler(update, context)

    return handle


def build(settings: Settings, token: str) -> Application[Any, Context, Any, Any, Any, Any]:
    """The application for `token`, its routes in place, not yet started; it fetches no updates by itself."""
    application = (
        ApplicationBuilder()
        .token(token)
        .base_url(settings.base_url)
        .base_file_url(settings.base_file_url)
        .request(request(settings, connections=32))
        .get_updates_request(request(settings, connections=1))
        .context_types(ContextTypes(context=Context))
        .updater(None)
        .job_queue(None)
        .build()
    )
    application.add_handler(MessageHandler(filters.StatusUpdate.MIGRATE, groups.moved))
    for route in ROUTES:
        application.add_handler(_handler(route))
    application.add_error_handler(apologise)
    return application


def request(settings: Settings, connections: int) -> HTTPXRequest:
    """How Telegram is spoken to: through the operator's proxy, through that of the environment, or directly."""
    return HTTPXRequest(
        connection_pool_size=connections,
        proxy=settings.proxy,
        read_timeout=20,
        connect_timeout=10,
        media_write_timeout=60,
        httpx_kwargs={"trust_env": False} if settings.on_loopback else {},
    )


def _handler(route: Route) -> BaseHandler[Update, Context, None]:
    callback = guarded(route)
    if isinstance(route.what, tuple):
        kinds = filters.UpdateType.MESSAGES if route.handler is ask.command else NEW
        return CommandHandler(route.what, callback, filters=kinds)
    if isinstance(route.what, str):
        return CallbackQueryHandler(callback, pattern=route.what)
    return MessageHandler(route.what, callback)


async def apologise(update: object, context: Context) -> None:
    """Whatever went wrong: one sentence for the person, the rest for the log."""
    log.error("An update could not be handled.", exc_info=context.error)
    if not isinstance(update, Update) or update.effective_user is None or update.effective_chat is None:
        return
    if context.role is Role.STRANGER:
        return
    words = texts(context.services.access.language(update.effective_user.id))
    told = "error.store" if isinstance(context.error, StoreError) else "error.sorry"
    if update.callback_query is not None:
        await context.pop_up(words.plain(told))
    else:
        await context.say(words(told))
