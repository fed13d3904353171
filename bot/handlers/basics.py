"""/start, /help, /lang, and the polite refusal."""

from __future__ import annotations

from telegram import Update

from bot import menus
from bot.access import Role
from bot.context import Context
from bot.texts import LANGUAGES, texts

REFUSALS_AN_HOUR = 5  # a stranger who goes on hears nothing more for a while


async def start(update: Update, context: Context) -> None:
    admin = context.role is Role.ADMIN
    words = context.texts
    await context.say(words("start.admin" if admin else "start.staff", name=context.person.first_name))
    await menus.publish_for(context.bot, context.person.id, context.role, words)


async def help_(update: Update, context: Context) -> None:
    words = context.texts
    if not context.in_private:
        await context.say(words("help.group", bot=context.bot.username))
    elif context.role is Role.ADMIN:
        await context.say(words("help.admin"))
    else:
        await context.say(words("help.staff"))


async def language(update: Update, context: Context) -> None:
    """/lang: buttons; /lang en: at once."""
    parts = (context.message.text or "").lower().split()
    if len(parts) > 1 and parts[1] in LANGUAGES:
        await _speak(context, parts[1])
        await context.say(context.texts("language.set"))
        return
    rows = [[(texts(code).plain("language.name"), f"lang:{code}") for code in LANGUAGES]]
    await context.say(context.texts("language.which"), rows)


async def language_chosen(update: Update, context: Context) -> None:
    data = (update.callback_query.data if update.callback_query else None) or ""
    await _speak(context, data.removeprefix("lang:"))
    await context.pop_up()
    await context.rewrite(context.texts("language.set"))


async def stale(update: Update, context: Context) -> None:
    """A button nothing answers to any more, such as one from before an update of the program."""
    await context.pop_up(context.texts.plain("ask.choice_gone"))


async def _speak(context: Context, code: str) -> None:
    await context.services.access.speak(context.person.id, code)
    await menus.publish_for(context.bot, context.person.id, context.role, context.texts)


async def refuse(context: Context, key: str) -> None:
    """Turn somebody away, telling him nothing but his own id."""
    if context.event is not None and context.event.callback_query is not None:
        await context.pop_up(context.texts.plain("access.stranger_button"))
        return
    members = context.services.store.members
    if await members.refusals(context.person.id, context.now - 3_600) >= REFUSALS_AN_HOUR:
        return
    await members.refuse(context.person.id, context.now)
    await context.say(context.texts(key, id=context.person.id))
