"""Figures that are not quoted on what they were fitted to: settings are chosen on some questions, counted on others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from zlib import crc32

from tests.answers.run import Result
from tests.answers.search import Trial, worth

FOLDS = 5


def fold(result: Result, folds: int = FOLDS) -> int:
    """The fold of a question: the one of the report that its evidence stands in, so that a report's questions stay
    together; for a question without evidence one of its own."""
    question = result.question
    return crc32(f"{result.set}/{question.report or question.id}".encode()) % folds


def chosen(trials: Sequence[Trial], taken: Callable[[Result], bool]) -> Trial:
    """The trial that serves best on the questions `taken`; the first of equals, the weights in force before all."""
    return max(trials, key=lambda trial: worth([r for r in trial.outcomes if taken(r)]))


def crossed(trials: Sequence[Trial], folds: int = FOLDS) -> list[Result]:
    """What came of every question under the setting that serves best on the *other* folds.

    The settings themselves were come by in a search over all questions; that much the figures still flatter.
    """
    results: list[Result] = []
    for left in range(folds):
        best = chosen(trials, lambda r, left=left: fold(r, folds) != left)
        results += [r for r in best.outcomes if fold(r, folds) == left]
    return results


def between(trials: Sequence[Trial], fitted: str, measured: str) -> list[Result]:
    """What came of set `measured` under the setting that serves best on set `fitted`."""
    best = chosen(trials, lambda r: r.set == fitted)
    return [r for r in best.outcomes if r.set == measured]
