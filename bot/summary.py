"""What is shown of a report: when it was taken in, in the list, in its own page, in a group's notice."""

from __future__ import annotations

from collections.abc import Sequence

from bot.texts import Html, Texts
from bot.wording import clip, day, escape, names, period
from knowledge.model import Heading, ReportSummary

TITLE = 300
MOST_TOLD = 10
FIGURES = ("figures", "facts", "quantities")  # names under which a library may count them


def title(report: ReportSummary) -> str:
    return clip(report.heading.title or report.file, TITLE)


def figures(report: ReportSummary) -> int:
    """How many figures were understood."""
    return next((report.counts[name] for name in FIGURES if name in report.counts), 0)


def details(report: ReportSummary, words: Texts) -> Html:
    """All that was understood, one thing a line; what is a guess is marked, what is missing is said."""
    heading = report.heading
    lines = [f"<b>{escape(title(report))}</b>"]
    for name, value in _heading(heading, words):
        if value is None:
            continue
        mark = words("report.uncertain") if name in heading.uncertain else ""
        lines.append(words(f"report.{name}", value=clip(value, 200)) + mark)
    if heading.document_date is None:
        lines.append(words("report.no_date"))
    if heading.period is None:
        lines.append(words("report.no_period"))
    lines.append(words("report.counts", figures=figures(report), passages=report.counts.get("passages", 0)))
    if report.people:
        lines.append(words("report.people", value=names(report.people, words)))
    if report.gates:
        lines.append(words("report.gates", value=names(report.gates, words)))
    if report.superseded_by is not None:
        lines.append(words("report.superseded"))
    for problem in report.problems[:3]:
        told = words.first((f"problem.{problem.code}",), problem.details)
        if told:
            lines.append(told)
    lines.append(words("report.file", value=clip(report.file, 120)))
    return Html("\n".join(lines))


def _heading(heading: Heading, words: Texts) -> list[tuple[str, str | None]]:
    kinds = words.under("kind")
    return [
        ("kind", kinds.get(heading.kind)),
        ("number", heading.number),
        ("document_date", day(heading.document_date, words) if heading.document_date else None),
        ("period", period(heading.period, words) if heading.period else None),
        ("issuer", heading.issuer),
        ("place", heading.place),
        ("signer", " – ".join(part for part in (heading.signer_post, heading.signer) if part) or None),
    ]


def line(number: int, report: ReportSummary, words: Texts) -> Html:
    """One entry of the list."""
    date = report.heading.document_date
    told = clip(report.heading.title or report.file, 150)
    if date is None:
        return words("browse.line_undated", number=number, title=told)
    return words("browse.line", number=number, title=told, date=day(date, words))


def notice(report: ReportSummary, words: Texts, bot: str) -> Html:
    """What a group is told of a new report."""
    heading = report.heading
    lines = [words("notice.head"), f"<b>{escape(title(report))}</b>"]
    if heading.document_date:
        lines.append(words("report.document_date", value=day(heading.document_date, words)))
    if heading.period:
        lines.append(words("report.period", value=period(heading.period, words)))
    lines.append(words("notice.figures", count=figures(report)))
    if report.people:
        lines.append(words("report.people", value=names(report.people, words, most=4)))
    if report.gates:
        lines.append(words("report.gates", value=names(report.gates, words, most=4)))
    lines.append(words("notice.ask", bot=bot))
    return Html("\n".join(lines))


def notice_of_many(reports: Sequence[ReportSummary], words: Texts, bot: str) -> Html:
    """What a group is told of reports that came together."""
    lines = [words("notice.head_many", count=len(reports))]
    lines += [line(number, report, words) for number, report in enumerate(reports[:MOST_TOLD], start=1)]
    if len(reports) > MOST_TOLD:
        lines.append(words("answer.more_items", count=len(reports) - MOST_TOLD))
    lines.append(words("notice.ask", bot=bot))
    return Html("\n".join(lines))


def withdrawn(report: ReportSummary, words: Texts) -> Html:
    return words("notice.withdrawn", title=title(report))
