"""No landing may lower the recorded figures: every set asked anew and measured against ``recorded.toml``.

    python -m tests.answers.ratchet [--record]

Prints figures in all and never a question: some sets are held out, so that their figures can be believed.
"""

from __future__ import annotations

import argparse
import os
import sys
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.answers.run import Result, run
from tests.answers.sets import named

FILE = Path(__file__).with_name("recorded.toml")
SLACK = 0.5  # questions; a set that has grown is compared by shares
HEAD = "# Questions of each set answered right and wrong, written by `python -m tests.answers.ratchet --record`.\n"


@dataclass(frozen=True)
class Count:
    """Of `questions` asked, those answered `right` and `wrong`; the rest were left unanswered."""

    questions: int
    right: int
    wrong: int

    def __str__(self) -> str:
        return f"{self.right:4} right  {self.wrong:3} wrong  of {self.questions}"


def counted(results: Iterable[Result]) -> dict[str, Count]:
    """The count of each set."""
    sets: dict[str, list[str]] = {}
    for result in results:
        sets.setdefault(result.set, []).append(result.outcome)
    return {name: Count(len(seen), seen.count("right"), seen.count("wrong")) for name, seen in sets.items()}


def fallen(recorded: Mapping[str, Count], found: Mapping[str, Count]) -> list[str]:
    """What is worse in `found` than `recorded`, a line for each; sets that are in one of them only are passed over."""
    worse = []
    for name in sorted(recorded.keys() & found.keys()):
        before, now = recorded[name], found[name]
        scale = now.questions / before.questions
        if now.right < before.right * scale - SLACK:
            worse.append(f"{name}: {now.right} right, recorded are {before.right} of {before.questions}")
        if now.wrong > before.wrong * scale + SLACK:
            worse.append(f"{name}: {now.wrong} wrong, recorded are {before.wrong} of {before.questions}")
    return worse


def read(file: Path = FILE) -> dict[str, Count]:
    """The recorded counts; none where there is no file yet."""
    if not file.exists():
        return {}
    return {name: Count(**row) for name, row in tomllib.loads(file.read_text(encoding="utf-8")).items()}


def write(counts: Mapping[str, Count], file: Path = FILE) -> None:
    """Record `counts`; sets that were not measured now keep what they have."""
    kept = {**read(file), **counts}
    rows = [
        f'\n["{name}"]\nquestions = {one.questions}\nright = {one.right}\nwrong = {one.wrong}\n'
        for name, one in sorted(kept.items())
    ]
    file.write_text(HEAD + "".join(rows), encoding="utf-8")


def main() -> int:
    """0 when nothing is worse than recorded, else 1."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--record", action="store_true", help="write the figures as they are now")
    args = parser.parse_args()
    found = counted(run(named([]), min(4, os.cpu_count() or 1)))
    for name, count in found.items():
        print(f"{name:16} {count}")
    if args.record:
        write(found)
        return 0
    worse = fallen(read(), found)
    for line in worse:
        print(f"worse than recorded: {line}")
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main())
