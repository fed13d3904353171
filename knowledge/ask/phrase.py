"""An Answer as plain text, as a person would read it in a message: the answer first, then where it comes from."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.ask.sentences import Sentences, sentences
from knowledge.model import Answer, Choice, Citation, Found, Unknown


def phrase(answer: Answer) -> str:
    """The message for `answer` in its language: several lines, no markup.

    A Found begins with the answer itself, then the arithmetic, remarks, and each quote with its report and date. A
    Choice lists its options by number. An Unknown says what is missing and what the reports hold instead.
    """
    say = sentences(answer.language)
    match answer:
        case Found():
            return "\n".join(_found(answer, say))
        case Choice():
            return "\n".join(_choice(answer, say))
        case Unknown():
            return "\n".join(_unknown(answer, say))


def _found(answer: Found, say: Sentences) -> Iterable[str]:
    yield answer.short
    if any(item not in answer.short for item in answer.items):
        yield from (say.say("answer.item", item=item) for item in answer.items)
    if answer.arithmetic:
        yield say.say("answer.arithmetic", arithmetic=answer.arithmetic)
    for note in answer.notes:
        yield _sentence(say.problem(note))
    yield from _sources(answer.citations, say)


def _choice(answer: Choice, say: Sentences) -> Iterable[str]:
    yield say.say("answer.choose")
    for number, option in enumerate(answer.options, 1):
        yield say.say("answer.option", number=number, option=option)
    yield from _sources(answer.citations, say)


def _unknown(answer: Unknown, say: Sentences) -> Iterable[str]:
    key = f"unknown.{answer.code}"
    talk = f"talk.{answer.details.get('talk', '')}"
    if say.has(talk):
        yield say.say(talk)
        return
    yield say.say(key if say.has(key) else "unknown.nothing", **answer.details)
    if answer.held:
        yield say.say("answer.held", held=", ".join(answer.held))


def _sources(citations: Iterable[Citation], say: Sentences) -> Iterable[str]:
    """Each quote once with its report; quotes that follow each other in one report share the line that names it."""
    kept = list(dict.fromkeys(citations))
    above: tuple[str, str | None] | None = None
    for index, citation in enumerate(kept):
        if citation.heading and above != (citation.report, citation.heading):
            yield say.say("answer.heading", heading=citation.heading)
        above = (citation.report, citation.heading)
        yield say.say("answer.quote", quote=_line(citation.quote))
        following = kept[index + 1] if index + 1 < len(kept) else None
        if following is None or following.report != citation.report:
            day = citation.document_date
            yield say.say("answer.source", title=citation.title, date=day and say.day(day), file=citation.report)


def _line(quote: str) -> str:
    """A quote on one line, the cells of a row told apart."""
    return " | ".join(" ".join(cell.split()) for cell in quote.split("\t"))


def _sentence(text: str) -> str:
    """`text` beginning with a capital and ending with a full stop."""
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?", ":")) else ".")
