"""What is told beside an answer: how far its source can be trusted, and for `why` how it was found."""

from __future__ import annotations

from dataclasses import replace

from knowledge.ask.lookup import Desk
from knowledge.ask.phrase import phrase
from knowledge.ask.question import Question
from knowledge.ask.show import shortened
from knowledge.library.rows import Explanation
from knowledge.model import Answer, Found, Problem

SHOWN = 12


def explanation(question: Question, desk: Desk | None, answer: Answer) -> Explanation:
    """The reading slot by slot, then the best candidates with what their scores are made of."""
    wanted = (str(question.wanted), str(question.notes.get("form", "")), question.dimension or "", question.unit or "")
    lines = [
        ("asked", question.text),
        ("read", question.read),
        ("language", question.language),
        ("wanted", " ".join(part for part in wanted if part)),
        ("operations", ", ".join(sorted(question.operations)) or "-"),
        ("times", "; ".join(f"{w.text or '='} {w.period.start} .. {w.period.end}" for w in question.whens) or "-"),
        ("names", "; ".join(f"{w.text} = {', '.join(w.ids)}" for w in question.whos) or "-"),
        ("things", "; ".join(_unit(u.text, u.head, u.options) for u in question.units) or "-"),
        ("inherited", "; ".join(_unit(u.text, u.head, u.options) for u in question.inherited) or "-"),
        ("answer", phrase(answer)),
    ]
    if desk is None:
        return Explanation(tuple(lines), ())
    lines.append(("line", f"{desk.line:.3f}"))
    rows = [("score", "fact", "made of", "report", "quote")]
    for c in desk.ranked(question)[:SHOWN]:
        parts = " ".join(f"{name} {value:+.2f}" for name, value in c.parts if value)
        rows.append((f"{c.score:.3f}", c.fact.text, parts, c.held.report.file, shortened(c.held.passage.quote, 100)))
    return Explanation(tuple(lines), tuple(rows))


def _unit(text: str, head: bool, options: tuple[tuple[str, float], ...]) -> str:
    return f"{text}{'*' if head else ''} ({', '.join(term for term, _ in options[:3])})"


def marked(answer: Answer, desk: Desk) -> Answer:
    """`answer`, with a remark where it comes from a report that was read from pictures of pages."""
    if not isinstance(answer, Found):
        return answer
    pictures = {(report.file, report.title) for report in desk.shelf.reports if report.ocr}
    if not any((citation.report, citation.title) in pictures for citation in answer.citations):
        return answer
    return replace(answer, notes=(*answer.notes, Problem("ocr")))
