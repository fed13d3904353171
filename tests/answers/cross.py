"""One set's questions asked of another set's reports: nearly all answers are wrong, so what is answered shows where the
bot takes something near for what is asked.

python -m tests.answers.cross ASKED:REPORTS …
"""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Iterator

from knowledge.model import Found
from tests.answers.run import filled
from tests.answers.sets import Set, named


async def answered(asked: Set, reports: Set) -> list[str]:
    """A line for each question of `asked` that the reports of `reports` are taken to answer; follow-ups are left
    out."""
    lines = []
    async with await filled(reports) as library:
        for question in asked.questions():
            if question.context:
                continue
            answer = await library.answer(question.text, asked_on=question.asked_on)
            if isinstance(answer, Found):
                quote = answer.citations[0].quote.replace("\t", " | ") if answer.citations else ""
                lines.append(f"{question.id} {question.kind} | {question.text} => {answer.short} | {quote}")
    return lines


def _pairs(texts: list[str]) -> Iterator[tuple[Set, Set]]:
    for text in texts:
        asked, _, reports = text.partition(":")
        yield named([asked])[0], named([reports])[0]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", nargs="+", metavar="ASKED:REPORTS")
    for asked, reports in _pairs(parser.parse_args().pairs):
        lines = asyncio.run(answered(asked, reports))
        print(*lines, f"{asked.name} of {reports.name}: {len(lines)} answered", sep="\n")


if __name__ == "__main__":
    main()
