"""The ratchet notices what it is there to notice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers import ratchet
from tests.answers.ratchet import Count, fallen

RECORDED = {"one": Count(100, 90, 2), "two": Count(50, 40, 1)}


@pytest.mark.parametrize(
    ("found", "worse"),
    [
        ({"one": Count(100, 90, 2)}, 0),
        ({"one": Count(100, 93, 0)}, 0),
        ({"one": Count(100, 89, 2)}, 1),
        ({"one": Count(100, 90, 3)}, 1),
        ({"one": Count(100, 89, 3), "two": Count(50, 39, 1)}, 3),
        ({"one": Count(200, 180, 4)}, 0),
        ({"one": Count(200, 179, 5)}, 2),
        ({"new": Count(10, 0, 10)}, 0),
        ({}, 0),
    ],
)
def test_what_is_worse_than_recorded_is_named(found: dict[str, Count], worse: int) -> None:
    assert len(fallen(RECORDED, found)) == worse


def test_a_set_that_is_absent_keeps_its_record(tmp_path: Path) -> None:
    file = tmp_path / "recorded.toml"
    ratchet.write(RECORDED, file)
    ratchet.write({"two": Count(50, 45, 0)}, file)
    assert ratchet.read(file) == {**RECORDED, "two": Count(50, 45, 0)}


def test_the_command_fails_when_figures_fall(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def measured(count: Count) -> int:
        monkeypatch.setattr(ratchet, "run", lambda *_: [])
        monkeypatch.setattr(ratchet, "counted", lambda _: {"one": count})
        monkeypatch.setattr(ratchet, "read", lambda: RECORDED)
        monkeypatch.setattr("sys.argv", ["ratchet"])
        return ratchet.main()

    assert measured(Count(100, 90, 2)) == 0
    assert measured(Count(100, 88, 2)) == 1
    assert "worse than recorded: one: 88 right" in capsys.readouterr().out
