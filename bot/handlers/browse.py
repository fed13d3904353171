"""/reports: what is held, page by page; one report with its file; removing it."""

from __future__ import annotations

from telegram import Update

from bot.access import Role
from bot.context import Context
from bot.handlers.groups import retract
from bot.summary import details, line, title
from bot.texts import Html
from knowledge.model import ReportSummary

PAGE = 6


async def reports(update: Update, context: Context) -> None:
    html, rows = await _page(context, 0)
    await context.say(html, rows)


async def pressed(update: Update, context: Context) -> None:
    """A button of the list: ``r:p:page``, ``r:o:id:page``, ``r:f:id``, ``r:x:id:page`` (sure?), ``r:d:id:page``."""
    data = (update.callback_query.data if update.callback_query else None) or ""
    _, what, *numbers = data.split(":")
    first, page = int(numbers[0]), int(numbers[1]) if len(numbers) > 1 else 0
    if what == "p":
        await context.pop_up()
        await context.rewrite(*await _page(context, first))
        return
    report = await context.services.library.report(first)
    if report is None:
        await context.pop_up(context.texts.plain("browse.gone"))
        return
    words = context.texts
    if what in ("x", "d") and context.role is not Role.ADMIN:
        await context.pop_up(words.plain("access.admins_only"))
    elif what == "o":
        await context.pop_up()
        await context.rewrite(details(report, words), _buttons(context, report, page))
    elif what == "f":
        await context.pop_up()
        await context.hand_over(report.id, report.file)
    elif what == "x":
        await context.pop_up()
        sure = [(words.plain("button.remove_sure"), f"r:d:{report.id}:{page}")]
        back = [(words.plain("button.back"), f"r:o:{report.id}:{page}")]
        await context.rewrite(words("browse.sure", title=title(report)), [sure, back])
    elif what == "d":
        await context.pop_up()
        await _remove(context, report)


async def undo(update: Update, context: Context) -> None:
    """The button under a fresh report: ``undo:id:hash``."""
    data = (update.callback_query.data if update.callback_query else None) or ""
    _, number, sha = data.split(":")
    report = await context.services.library.report(int(number))
    if report is None or not report.sha256.startswith(sha):
        await context.pop_up(context.texts.plain("browse.gone"))
        return
    await context.pop_up()
    await _remove(context, report)


async def _remove(context: Context, report: ReportSummary) -> None:
    await context.services.library.remove(report.id)
    await retract(context.services, report, token=str(context.event.update_id if context.event else 0))
    await context.rewrite(context.texts("browse.removed", title=title(report)))


async def _page(context: Context, page: int) -> tuple[Html, list[list[tuple[str, str]]]]:
    words = context.texts
    held = await context.services.library.reports()
    if not held:
        return words("browse.none"), []
    pages = (len(held) + PAGE - 1) // PAGE
    page = min(max(page, 0), pages - 1)
    shown = held[page * PAGE : (page + 1) * PAGE]
    first = page * PAGE + 1
    lines = [words("browse.head", count=len(held), page=page + 1, pages=pages)]
    lines += [line(number, report, words) for number, report in enumerate(shown, start=first)]
    rows = [[(str(number), f"r:o:{report.id}:{page}") for number, report in enumerate(shown, start=first)]]
    turn = []
    if page > 0:
        turn.append((words.plain("button.newer"), f"r:p:{page - 1}"))
    if page < pages - 1:
        turn.append((words.plain("button.older"), f"r:p:{page + 1}"))
    return Html("\n".join(lines)), [*rows, turn] if turn else rows


def _buttons(context: Context, report: ReportSummary, page: int) -> list[list[tuple[str, str]]]:
    words = context.texts
    rows = [[(words.plain("button.file"), f"r:f:{report.id}")]]
    if context.role is Role.ADMIN:
        rows[0].append((words.plain("button.remove"), f"r:x:{report.id}:{page}"))
    return [*rows, [(words.plain("button.back"), f"r:p:{page}")]]
