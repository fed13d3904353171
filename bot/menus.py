"""Command menus, by role and language."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from telegram import BotCommand, BotCommandScope, BotCommandScopeAllGroupChats, BotCommandScopeChat
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.access import Access, Role
from bot.texts import LANGUAGES, Texts, texts

log = logging.getLogger(__name__)

BETWEEN = 0.05  # seconds between the calls made at start


def commands(role: Role, words: Texts) -> list[BotCommand]:
    """The menu of somebody of `role`."""
    listed = words.under(f"menu.{role.name.lower()}")
    return [BotCommand(name, description) for name, description in listed.items()]


async def publish(bot: ExtBot[Any], language: str) -> None:
    """The menus of strangers and of groups, in the office's `language` and, for Telegram in another, in that."""
    for code in LANGUAGES:
        words = texts(code)
        told = "" if code == language else code
        await _set(bot, commands(Role.STRANGER, words), None, told)
        groups = [BotCommand(name, text) for name, text in words.under("menu.group").items()]
        await _set(bot, groups, BotCommandScopeAllGroupChats(), told)


async def publish_for(bot: ExtBot[Any], person: int, role: Role, words: Texts) -> None:
    """The menu of one person's private chat."""
    await _set(bot, commands(role, words), BotCommandScopeChat(person), "")


async def withdraw_for(bot: ExtBot[Any], person: int) -> None:
    """Back to the strangers' menu."""
    try:
        await bot.delete_my_commands(BotCommandScopeChat(person))
    except TelegramError as error:
        log.info("A command menu could not be withdrawn: %s", error)


async def publish_all(bot: ExtBot[Any], access: Access, language: str) -> None:
    """All menus, after a start: they may have changed with the program. Takes its time."""
    await publish(bot, language)
    for person in access.people():
        await publish_for(bot, person, access.role(person), texts(access.language(person)))
        await asyncio.sleep(BETWEEN)


async def _set(bot: ExtBot[Any], menu: list[BotCommand], scope: BotCommandScope | None, language: str) -> None:
    try:
        await bot.set_my_commands(menu, scope=scope, language_code=language or None)
    except TelegramError as error:
        # A menu is a convenience; somebody who never wrote to the bot cannot have one yet.
        log.info("A command menu could not be set: %s", error)
