"""Groups: approving them, and telling them of a new report."""

from __future__ import annotations

from collections.abc import Sequence

from telegram import Update

from bot.context import Context, Services
from bot.store.letters import Letter
from bot.summary import notice, notice_of_many, withdrawn
from bot.texts import Html, texts
from knowledge.model import ReportSummary

FEW = 3  # notices in a row that a group bears


async def approve(update: Update, context: Context) -> None:
    """/approve, written by an admin in a group (and topic)."""
    topic = context.place(False).get("thread")
    await context.services.access.approve(context.chat.id, topic, by=context.person.id)
    await context.say(context.texts("group.approved", bot=context.bot.username))


async def unapprove(update: Update, context: Context) -> None:
    """/unapprove, written by an admin in a group."""
    await context.services.access.approve(context.chat.id, None, approved=False, by=context.person.id)
    await context.say(context.texts("group.unapproved_now"))


async def unapproved(context: Context) -> None:
    """Somebody of the house speaks to the bot in a group that is not approved: say how it is, without content."""
    await context.say(context.texts("group.unapproved", chat=context.chat.id))


async def moved(update: Update, context: Context) -> None:
    """The group became a supergroup, which has another id."""
    new = context.message.migrate_to_chat_id
    if new is not None:
        await context.services.access.moved(context.chat.id, new)
        await context.services.store.letters.moved(context.chat.id, new)


def notice_prefix(report: ReportSummary) -> str:
    return f"notice:{report.sha256}:"


async def announce(services: Services, report: ReportSummary, bot: str) -> int:
    """Tell every approved group of `report`, once, after the delay in which it may be undone; how many groups."""
    return await _tell_groups(services, notice(report, texts(services.settings.language), bot), notice_prefix(report))


async def announce_all(services: Services, reports: Sequence[ReportSummary], bot: str) -> int:
    """Tell every approved group of reports that came together: a few by themselves, more in one message."""
    if len(reports) <= FEW:
        return max([await announce(services, report, bot) for report in reports], default=0)
    words = texts(services.settings.language)
    return await _tell_groups(services, notice_of_many(reports, words, bot), notice_prefix(reports[0]))


async def _tell_groups(services: Services, text: Html, prefix: str) -> int:
    groups = services.access.groups()
    for group in groups:
        body: dict[str, object] = {"text": text}
        if group.topic is not None:
            body["thread"] = group.topic
        await services.outbox.post(
            Letter(
                f"{prefix}{group.chat}",
                group.chat,
                "message",
                body,
                not_before=services.clock.now().timestamp() + services.settings.notice_delay,
            )
        )
    return len(groups)


async def retract(services: Services, report: ReportSummary, token: str) -> None:
    """Take the notices of `report` back: what is still waiting is never sent, what was sent is rewritten."""
    words = texts(services.settings.language)
    for letter in await services.outbox.withdraw(notice_prefix(report), token):
        if letter.message_id is not None:
            body = {"text": withdrawn(report, words), "message_id": letter.message_id}
            await services.outbox.post(Letter(f"retract:{token}:{letter.chat}", letter.chat, "edit", body))
