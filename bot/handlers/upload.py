"""A report sent by an admin: fetch it, take it in, show what was understood, tell the groups."""

from __future__ import annotations

import logging
from datetime import datetime
from pathlib import PurePosixPath, PureWindowsPath

from telegram import Update
from telegram.error import BadRequest

from bot.context import Context
from bot.handlers.groups import announce
from bot.summary import details, title
from bot.texts import Texts
from bot.wording import clip
from knowledge.errors import UnreadableFile
from knowledge.model import Added

log = logging.getLogger(__name__)

MEGABYTE = 1 << 20
LONGEST_NAME = 150


async def document(update: Update, context: Context) -> None:
    """A file. Each file of an album comes as a message of its own and gets its own reply."""
    sent = context.message.document
    if sent is not None:
        await _take(context, sent.file_id, file_name(sent.file_name or "", context.message.message_id), sent.file_size)


async def photo(update: Update, context: Context) -> None:
    """A photographed page, in its largest size."""
    if context.message.photo:
        largest = context.message.photo[-1]
        await _take(context, largest.file_id, f"photo-{largest.file_unique_id}.jpg", largest.file_size)


async def pasted(update: Update, context: Context) -> None:
    """/add in reply to a long text that was pasted or forwarded into the chat."""
    replied = context.message.reply_to_message
    if replied is None or not replied.text:
        await context.say(context.texts("upload.how"))
        return
    data = replied.text.encode()
    await _add(context, f"{context.services.clock.now():%Y-%m-%d}-{replied.message_id}.txt", data)


async def not_allowed(update: Update, context: Context) -> None:
    """A file from somebody who may only ask."""
    await context.say(context.texts("access.admins_only"))


def file_name(name: str, number: int) -> str:
    """The bare name of a sent file, without folders; made up when there is none."""
    bare = PurePosixPath(PureWindowsPath(name).name).name.strip()
    if not bare or bare in (".", ".."):
        return f"report-{number}"
    if len(bare) <= LONGEST_NAME:
        return bare
    suffix = PurePosixPath(bare).suffix[:10]
    return bare[: LONGEST_NAME - len(suffix)] + suffix


async def _take(context: Context, file_id: str, name: str, size: int | None) -> None:
    limit = context.services.settings.max_file_mb
    if size is not None and size > limit * MEGABYTE:
        await _refuse(context, name, UnreadableFile("too_large", most=f"{limit} MB"))
        return
    async with context.busy():
        try:
            file = await context.bot.get_file(file_id)
            data = bytes(await file.download_as_bytearray())
        except BadRequest as error:
            if "too big" not in str(error).lower():
                raise
            await _refuse(context, name, UnreadableFile("too_large", most=f"{limit} MB"))
            return
        await _add(context, name, data)


async def _add(context: Context, name: str, data: bytes) -> None:
    services = context.services
    now = services.clock.now()
    try:
        async with context.busy():
            added = await services.library.add(name, data, now=now)
    except UnreadableFile as error:
        await _refuse(context, name, error)
        return
    status = added.status
    if status == "known" and await _was_ours(context, added):
        status = "added"
    words = context.texts
    if status != "added":
        key = "upload.same_text" if status == "same_text" else "upload.known"
        await context.say(words(key, title=title(added.report), file=clip(added.report.file, LONGEST_NAME)), reply=True)
        return
    report = added.report
    groups = len(services.access.groups())
    lines: list[str] = [words("upload.added"), details(report, words)]
    if groups:
        lines.append(_when(words, groups, services.settings.notice_delay))
    undo = [[(words.plain("button.undo"), f"undo:{report.id}:{report.sha256[:12]}")]]
    await context.say("\n".join(lines), undo, reply=True)
    await announce(services, report, context.bot.username)


async def _was_ours(context: Context, added: Added) -> bool:
    """Whether the report was taken in by this very update, before a crash kept it from being reported."""
    entry = await context.services.store.updates.entry(context.event.update_id if context.event else 0)
    if entry is None or entry.attempts < 2:
        return False
    try:
        since = datetime.fromtimestamp(entry.received_at, context.services.clock.now().tzinfo)
        at = datetime.fromisoformat(added.report.added_at)
    except ValueError:
        return False
    return (at if at.tzinfo else at.replace(tzinfo=since.tzinfo)) >= since.replace(microsecond=0)


def _when(words: Texts, groups: int, delay: int) -> str:
    return (
        words("upload.notice_later", groups=groups, seconds=delay) if delay else words("upload.notice", groups=groups)
    )


async def _refuse(context: Context, name: str, error: UnreadableFile) -> None:
    words = context.texts
    log.info("A file was refused: %s", error.code)
    values = {key: clip(value, 200) for key, value in error.details.items()}
    why = words.first((f"file.{error.code}", f"file.{error.code}_bare"), values) or words("file.other")
    await context.say(words("upload.refused", file=clip(name, LONGEST_NAME), why=why), reply=True)
