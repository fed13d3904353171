"""What a question of yes or no comes to."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.ask.score import Candidate


@dataclass(frozen=True, slots=True)
class Judgement:
    """True or false, in whose words, and what it rests on."""

    value: bool
    said: str
    operands: tuple[Candidate, ...]
