"""Sets of questions with known answers: those kept here, and those laid beside the project.

The format is that of ``../shared/eval/FORMAT.md``: a folder with ``reports/`` and ``questions.jsonl``.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared" / "eval"


@dataclass(frozen=True)
class Question:
    """A question of a set; `report` is the one its evidence stands in ("" where there is none)."""

    id: str
    text: str
    lang: str
    asked_on: date
    context: tuple[str, ...]
    kind: str
    gold: dict[str, Any]
    evidence: tuple[dict[str, str], ...]

    @property
    def report(self) -> str:
        return self.evidence[0]["report"] if self.evidence else ""


@dataclass(frozen=True)
class Set:
    name: str
    folder: Path

    @property
    def reports(self) -> list[Path]:
        return sorted((self.folder / "reports").iterdir())

    def questions(self) -> list[Question]:
        lines = (self.folder / "questions.jsonl").read_text(encoding="utf-8").splitlines()
        return [_question(json.loads(line)) for line in lines if line.strip()]


def _question(row: dict[str, Any]) -> Question:
    return Question(
        row["id"], row["q"], row["lang"], date.fromisoformat(row["asked_on"]), tuple(row.get("context", ())),
        row["kind"], row["gold"], tuple(row.get("evidence", ())),
    )  # fmt: skip


def own() -> list[Set]:
    """The sets kept in this project."""
    return [Set(folder.name, folder) for folder in sorted(HERE.iterdir()) if (folder / "questions.jsonl").exists()]


def shared() -> list[Set]:
    """The sets laid beside the project; none where it stands alone."""
    if not SHARED.exists():
        return []
    return [Set(folder.name, folder) for folder in sorted(SHARED.iterdir()) if (folder / "questions.jsonl").exists()]


def named(names: list[str]) -> list[Set]:
    """The sets of these names, all when none is given."""
    every = [*shared(), *own()]
    return [one for one in every if not names or one.name in names]
