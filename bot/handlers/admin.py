"""Who may ask, set by an admin in the chat: /allow, /deny, /staff, /groups."""

from __future__ import annotations

from telegram import Update

from bot import menus
from bot.access import Role
from bot.context import Context
from bot.texts import Html, texts
from bot.wording import escape

MOST_LISTED = 60


async def allow(update: Update, context: Context) -> None:
    person = _named(context)
    if person is None:
        await context.say(context.texts("admin.whom"))
        return
    access = context.services.access
    if access.role(person) is not Role.STRANGER:
        await context.say(context.texts("admin.already", id=person))
        return
    await access.admit(person, True, by=context.person.id)
    await context.say(context.texts("admin.allowed", id=person))
    theirs = texts(access.language(person))
    await context.say(theirs("admin.welcome"), to=person)
    await menus.publish_for(context.bot, person, Role.STAFF, theirs)


async def deny(update: Update, context: Context) -> None:
    person = _named(context)
    if person is None:
        await context.say(context.texts("admin.whom"))
        return
    access = context.services.access
    if access.role(person) is Role.ADMIN:
        await context.say(context.texts("admin.not_admins"))
        return
    await access.admit(person, False, by=context.person.id)
    await context.say(context.texts("admin.denied", id=person))
    await menus.withdraw_for(context.bot, person)


async def staff(update: Update, context: Context) -> None:
    access = context.services.access
    words = context.texts
    people = access.people()
    lines = [words("admin.staff", count=len(people))]
    for person in people[:MOST_LISTED]:
        key = "admin.person_admin" if access.role(person) is Role.ADMIN else "admin.person"
        lines.append(words(key, id=person))
    await context.say(Html("\n".join(lines)))


async def groups(update: Update, context: Context) -> None:
    words = context.texts
    approved = context.services.access.groups()
    lines = [words("admin.groups", count=len(approved))]
    lines += [
        words("admin.group_topic", chat=group.chat, topic=group.topic) if group.topic else escape(f"• {group.chat}")
        for group in approved[:MOST_LISTED]
    ]
    await context.say(Html("\n".join(lines)))


def _named(context: Context) -> int | None:
    """The id after the command, or that of the person whose forwarded message is replied to."""
    parts = (context.message.text or "").split()
    if len(parts) > 1 and parts[1].isascii() and parts[1].isdigit() and len(parts[1]) <= 15:
        return int(parts[1])
    return None
