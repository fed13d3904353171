"""The search for weights climbs, and its figures are counted on questions it was not chosen by."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from knowledge.ask.weights import FILE, Weights, load
from tests.answers import fit
from tests.answers.folds import between, chosen, crossed, fold
from tests.answers.run import Result
from tests.answers.search import LEFT_OUT, Outcomes, Trial, _Open, climb, search, settings, worth
from tests.answers.sets import Question, Set


def result(name: str, id_: str, outcome: str, report: str = "") -> Result:
    evidence = ({"report": report, "contains": ""},) if report else ()
    question = Question(id_, "…", "vi", date(2031, 1, 2), (), "number", {}, evidence)
    return Result(name, question, LEFT_OUT, outcome, True, 0.0)


def test_a_wrong_answer_costs_three_right_ones() -> None:
    assert worth([result("one", str(i), o) for i, o in enumerate(["right"] * 4 + ["wrong", "missed"])]) == 1


def test_settings_stay_between_0_and_1() -> None:
    low = replace(load(), time=0.02)
    assert {one.time for one in settings(low, "time")} == {0.07, 0.12}
    assert all(replace(one, time=low.time) == low for one in settings(low, "time"))


def test_the_search_climbs_and_stops() -> None:
    start = replace(load(), line=0.5, time=0.3)

    def trial(tried: Sequence[Weights]) -> list[Outcomes]:
        return [
            (result("one", "1", "right" if w.line > 0.53 else "missed" if w.time < 0.28 else "wrong"),) for w in tried
        ]

    trials = climb(start, trial, passes=9)
    assert trials[0].weights == start
    assert worth(trials[-1].outcomes) == 1
    assert trials[-1].weights.line == 0.54
    assert len({t.weights for t in trials}) == len(trials)
    assert climb(start, lambda tried: [(result("one", "1", "right"),)] * len(tried))[-1].weights == start


def test_the_questions_of_a_report_stay_in_one_fold() -> None:
    same = {fold(result("one", str(i), "right", "bc 2030.docx")) for i in range(30)}
    loose = {fold(result("one", str(i), "right")) for i in range(30)}
    assert len(same) == 1
    assert len(loose) > 1


def test_figures_are_counted_on_the_fold_left_out() -> None:
    ids = [str(i) for i in range(40)]
    trials = []
    for lucky in range(5):  # each setting serves all folds but one
        outcomes = [result("one", id_, "right") for id_ in ids]
        outcomes = [replace(r, outcome="wrong") if fold(r) == lucky else r for r in outcomes]
        trials.append(Trial(replace(load(), line=lucky / 10), tuple(outcomes)))
    assert all(r.outcome == "wrong" for r in crossed(trials))
    assert sorted(r.question.id for r in crossed(trials)) == sorted(ids)


def test_equal_settings_leave_the_weights_in_force() -> None:
    first, second = (Trial(replace(load(), line=x), (result("one", "1", "right"),)) for x in (0.5, 0.6))
    assert chosen([first, second], lambda _: True) is first


def test_one_set_under_the_weights_that_serve_another() -> None:
    serves_one = Trial(load(), (result("one", "1", "right"), result("two", "2", "wrong")))
    serves_two = Trial(load(), (result("one", "1", "wrong"), result("two", "2", "right")))
    assert [r.outcome for r in between([serves_one, serves_two], "one", "two")] == ["wrong"]
    assert [r.outcome for r in between([serves_one, serves_two], "two", "one")] == ["wrong"]


def test_weights_are_written_with_what_is_said_of_them(tmp_path: Path) -> None:
    file = tmp_path / "weights.toml"
    file.write_bytes(FILE.read_bytes())
    fit.write(replace(load(), line=0.123, missing=0.456), file)
    before, after = (tomllib.loads(f.read_text(encoding="utf-8")) for f in (FILE, file))
    assert after == {**before, "line": 0.123, "missing": 0.456}
    assert file.read_text(encoding="utf-8").count("#") == FILE.read_text(encoding="utf-8").count("#")


def test_outcomes_are_of_the_weights_tried(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    report = "BAN QUẢN LÝ\n\nBÁO CÁO\nKết quả công tác năm 2031\n\nNăm 2031 hoàn thành 119/128 nhiệm vụ được giao."
    (tmp_path / "reports" / "bc.txt").write_text(report, encoding="utf-8")
    row = {"id": "1", "q": "năm 2031 hoàn thành bao nhiêu nhiệm vụ?", "lang": "vi", "asked_on": "2032-02-01"}
    rows = [
        row | {"kind": "number", "gold": {"value": 119}, "evidence": [{"report": "bc.txt", "contains": "119/128"}]},
        row | {"id": "2", "q": "còn năm 2030?", "context": [row["q"]], "kind": "abstain", "gold": {}},
    ]
    (tmp_path / "questions.jsonl").write_text("\n".join(json.dumps(one) for one in rows), encoding="utf-8")
    opened = _Open([Set("made", tmp_path)])
    tried = [load(), replace(load(), line=5.0), load()]
    assert [[r.outcome for r in opened.outcomes(weights)] for weights in tried] == [
        ["right", "right"],
        ["missed", "right"],
        ["right", "right"],
    ]
    opened.close()


def test_the_processes_of_a_search_end(tmp_path: Path) -> None:
    """Over a set without questions: every setting is as good as another."""
    (tmp_path / "reports").mkdir()
    (tmp_path / "questions.jsonl").touch()
    trials = search([Set("empty", tmp_path)])
    assert trials[-1] == Trial(load(), ())
