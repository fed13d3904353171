"""Print the figures: ``python -m tests.bench [PASSAGES …]``, by default for 1,000 and 100,000 passages."""

from __future__ import annotations

import asyncio
import sys

from tests.bench import store

SIZES = (1_000, 100_000)


def main() -> None:
    for size in [int(each) for each in sys.argv[1:]] or SIZES:
        print(f"\nStore, {size:,} passages")  # noqa: T201
        for what, figure in asyncio.run(store.measure(size)):
            print(f"  {what:<32} {figure}")  # noqa: T201


main()
