"""The questions of the sets asked again in other people's words: how well wordings are read that no rule was made for.

    python -m tests.answers.rewordings

Prints figures in all and never a question: a part of what is asked is held out.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path

from tests.answers.run import run, table
from tests.answers.sets import Question, Set, own

FOLDER = Path(__file__).with_name("reworded")
KINDS = ("seen", "held")


@dataclass(frozen=True)
class Reworded(Set):
    """A set with `rows` (id, language, wording) in place of its own questions."""

    rows: tuple[tuple[str, str, str], ...]

    def questions(self) -> list[Question]:
        known = {question.id: question for question in super().questions()}
        return [replace(known[id_], lang=lang, text=text) for id_, lang, text in self.rows if id_ in known]


def rows(kind: str) -> tuple[tuple[str, str, str], ...]:
    """All rewordings of a `kind`, "seen" or "held"."""
    lines = (FOLDER / f"{kind}.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple((row["id"], row["lang"], row["q"]) for row in map(json.loads, filter(None, lines)))


def sets(kind: str) -> list[Reworded]:
    """The sets of which some question is reworded, all under the name "reworded, KIND"."""
    told = rows(kind)
    found = [Reworded(f"reworded, {kind}", one.folder, told) for one in own()]
    return [one for one in found if one.questions()]


def main() -> None:
    for kind in KINDS:
        print(table(run(sets(kind))))


if __name__ == "__main__":
    main()
