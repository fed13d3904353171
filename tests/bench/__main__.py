"""Print the figures: ``python -m tests.bench [PASSAGES …]``, by default for 1,000 and 100,000 passages."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterable

from tests.bench import answers, ingest, recognise, scans, store

SIZES = (1_000, 100_000)


def main() -> None:
    show("Recognition", recognise.measure())
    show("Answers from the sample reports", asyncio.run(answers.measure()))
    show("A folder of reports", asyncio.run(ingest.measure()))
    show("Scanned reports, same figures as the text", scans.measure())
    for size in [int(each) for each in sys.argv[1:]] or SIZES:
        show(f"Store, {size:,} passages", asyncio.run(store.measure(size)))


def show(title: str, figures: Iterable[tuple[str, str]]) -> None:
    print(title)
    for what, figure in figures:
        print(f"  {what:<32} {figure}")


if __name__ == "__main__":
    main()
