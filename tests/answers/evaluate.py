"""`make eval`: every set asked with the weights in force; `--list wrong` shows what went wrong.

python -m tests.answers.evaluate [SET …] [--list wrong|missed|uncited]
"""

from __future__ import annotations

import argparse

from knowledge.ask.phrase import phrase
from tests.answers import fit
from tests.answers.folds import crossed
from tests.answers.run import Result, run, table
from tests.answers.search import search
from tests.answers.sets import named


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*")
    parser.add_argument("--list", choices=["wrong", "missed", "uncited"], action="append", default=[])
    parser.add_argument("--folds", type=int, default=0, help="cross-validate over so many folds as well")
    args = parser.parse_args()
    results = run(named(args.sets))
    for result in results:
        label = "uncited" if result.outcome == "right" and not result.cited else result.outcome
        if label in args.list:
            print(_shown(label, result))
    print(table(results))
    if args.folds:
        fitted = [one for one in named(args.sets) if one.name in fit.SETS]
        trials = search(fitted)
        print(
            f"\n{fit.told(trials, args.folds)}\n\ncross-validated:\n{table(crossed(trials, args.folds), times=False)}"
        )


def _shown(label: str, result: Result) -> str:
    q = result.question
    answer = phrase(result.answer).replace("\n", "\n        ")
    asked = f"{label} {q.id} [{q.kind} {q.lang} {q.asked_on}] {' // '.join((*q.context, q.text))}"
    return f"{asked}\n    gold {q.gold} {q.evidence[:1]}\n        {answer}"


if __name__ == "__main__":
    main()
