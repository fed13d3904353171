"""A report sent by an admin: fetch it, take it in, show what was understood, tell the groups."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import PurePosixPath, PureWindowsPath

from telegram import Update
from telegram.error import BadRequest

from bot.context import Context
from bot.handlers.groups import announce, announce_all
from bot.render import LIMIT, visible
from bot.summary import details, figures, title
from bot.texts import Html, Texts
from bot.wording import clip, units
from knowledge.errors import UnreadableFile
from knowledge.library import Member
from knowledge.model import Added, ReportSummary

log = logging.getLogger(__name__)

MEGABYTE = 1 << 20
LONGEST_NAME = 150
MEMBER_NAME, MEMBER_TITLE, MOST_MEMBERS = 60, 100, 25


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
    library = context.services.library
    try:
        async with context.busy():
            members = await library.members(name, data)
            if members is None:
                added = await _taken(context, name, data)
    except UnreadableFile as error:
        await _refuse(context, name, error)
        return
    if members is not None:
        await _add_members(context, name, members)
    elif added.status == "added":
        await _show(context, added.report)
    else:
        await context.say(_already(context, added), reply=True)


async def _taken(context: Context, name: str, data: bytes) -> Added:
    added = await context.services.library.add(name, data, now=context.services.clock.now())
    if added.status == "known" and await _was_ours(context, added):
        return replace(added, status="added")
    return added


async def _show(context: Context, report: ReportSummary) -> None:
    """What was understood of a report, with the way back, and the notice to the groups."""
    services, words = context.services, context.texts
    groups = len(services.access.groups())
    lines: list[str] = [words("upload.added"), details(report, words)]
    if version := await _version(context, report):
        lines.insert(1, version)
    if groups:
        lines.append(_when(words, groups, services.settings.notice_delay))
    undo = [[(words.plain("button.undo"), f"undo:{report.id}:{report.sha256[:12]}")]]
    await context.say("\n".join(lines), undo, reply=True)
    await announce(services, report, context.bot.username)


async def _version(context: Context, report: ReportSummary) -> Html | None:
    """Which report this is another version of."""
    other = await context.services.library.report(report.supersedes or report.superseded_by or 0)
    if other is None:
        return None
    words, file = context.texts, clip(other.file, LONGEST_NAME)
    if report.supersedes:
        return words("upload.new_version", title=title(other), file=file)
    return words("upload.old_version", title=title(other), file=file)


def _already(context: Context, added: Added) -> Html:
    words = context.texts
    key = "upload.same_text" if added.status == "same_text" else "upload.known"
    return words(key, title=title(added.report), file=clip(added.report.file, LONGEST_NAME))


async def _add_members(context: Context, archive: str, members: Sequence[Member]) -> None:
    """The files of an archive, each a report of its own; one reply tells of all."""
    services, words = context.services, context.texts
    lines: list[Html] = []
    reports: list[ReportSummary] = []
    async with context.busy():
        for member in members:
            name = clip(member.file, MEMBER_NAME)
            try:
                if isinstance(member.content, UnreadableFile):
                    raise member.content
                added = await _taken(context, file_name(member.file, len(lines) + 1), member.content)
            except UnreadableFile as error:
                lines.append(words("upload.member_refused", file=name, why=_why(words, error)))
                continue
            except Exception:  # one file must not take the others with it
                log.exception("A file of an archive could not be taken in.")
                lines.append(words("upload.member_refused", file=name, why=words("file.other")))
                continue
            told = clip(added.report.heading.title or name, MEMBER_TITLE)
            if added.status == "added":
                reports.append(added.report)
                version = await _version(context, added.report)
                line = words("upload.member_added", title=told, file=name, figures=figures(added.report))
                lines.append(Html(f"{line} {version}") if version else line)
            else:
                lines.append(words("upload.member_known", title=told, file=name))
    shown = lines[:MOST_MEMBERS]
    if len(lines) > len(shown):
        shown.append(words("answer.more_items", count=len(lines) - len(shown)))
    groups = len(services.access.groups())
    head = words("upload.archive", file=clip(archive, LONGEST_NAME), added=len(reports), count=len(lines))
    tail = [_when(words, groups, services.settings.notice_delay)] if groups and reports else []
    while sum(units(visible(line)) + 1 for line in [head, *shown, *tail]) > LIMIT:
        shown.pop(-2 if len(shown) > 1 else -1)
    await context.say("\n".join([head, *shown, *tail]), reply=True)
    await announce_all(services, reports, context.bot.username)


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
    await context.say(words("upload.refused", file=clip(name, LONGEST_NAME), why=_why(words, error)), reply=True)


def _why(words: Texts, error: UnreadableFile) -> Html:
    values = {key: clip(value, 200) for key, value in error.details.items()}
    return words.first((f"file.{error.code}", f"file.{error.code}_bare"), values) or words("file.other")
