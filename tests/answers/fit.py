"""`make fit`: fits the weights and the abstention line of ``knowledge/ask/weights.toml`` (all but `layers`).

    python -m tests.answers.fit [SET …] [--write] [--passes N] [--folds N]

Maximises the right answers less three times the wrong ones over the sets named, or those below, never the held-out
ones; prints the figures cross-validated by report, and those of one set under the weights that serve another best.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

from knowledge.ask.weights import FILE, Weights
from tests.answers.folds import FOLDS, between, crossed
from tests.answers.run import Result, figures
from tests.answers.search import Trial, search
from tests.answers.sets import named

SETS = ("dev", "dev-provinces", "west")
PAIRS = (("dev", "dev-provinces"), ("dev-provinces", "dev"))


def line(name: str, results: Sequence[Result]) -> str:
    """A row of figures."""
    f = figures(results)
    return f"{name:38} n {f.n:4}  right {f.right:6.1%}  wrong {f.wrong:6.1%}  cited {f.cited:6.1%}"


def told(trials: Sequence[Trial], folds: int = FOLDS) -> str:
    """The figures before and after, across folds and across sets."""
    held = {r.set for r in trials[0].outcomes}
    rows = [
        line("in force", trials[0].outcomes),
        line("best found (fitted to all of it)", trials[-1].outcomes),
        line(f"cross-validated by report, {folds} folds", crossed(trials, folds)),
    ]
    rows += [
        line(f"fitted on {one}, on {other}", between(trials, one, other))
        for one, other in PAIRS
        if {one, other} <= held
    ]
    return "\n".join(rows)


def write(weights: Weights, file: Path = FILE) -> None:
    """Put the numbers of `weights` in place of those in `file`; what is said beside them stays."""
    text = file.read_text(encoding="utf-8")
    for field in fields(weights):
        value = getattr(weights, field.name)
        if isinstance(value, float):
            text = re.sub(rf"^({field.name}\s*=\s*)[\d.]+", rf"\g<1>{value}", text, flags=re.MULTILINE)
    file.write_text(text, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", help=f"the sets to fit to (default {', '.join(SETS)})")
    parser.add_argument("--write", action="store_true", help="put the best weights found in force")
    parser.add_argument("--passes", type=int, default=1, help="how often to go through all weights (default 1)")
    parser.add_argument("--folds", type=int, default=FOLDS, help="folds of the cross-validation (default %(default)s)")
    args = parser.parse_args()
    sets = [one for name in args.sets or SETS for one in named([name])]
    trials = search(sets, passes=args.passes, told=lambda row: print(row, flush=True))
    print(f"{len(trials)} settings tried\n{told(trials, args.folds)}")
    if args.write:
        write(trials[-1].weights)


if __name__ == "__main__":
    main()
