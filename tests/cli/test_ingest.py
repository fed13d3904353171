"""`thuky ingest`: what was understood is told, and one bad file harms no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Thuky
from tests.cli.stage import Stage


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x")


def test_what_was_understood_is_told(stage: Stage, thuky: Thuky, folder: Path) -> None:
    put(folder, "a.docx")
    result = thuky("ingest", "a.docx")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "✓ a.docx: added as no. 4",
        "  Title:         Báo cáo năm 2031",
        "  Kind:          report",
        "  Document date: 9 January 2032",
        "  Period:        2031",
        "  Signed by:     Trần Văn Sơn, Trưởng ban",
        "  Understood:    3 passages, 7 figures, 1 odd",
        "  People:        Trần Văn Sơn",
        "  Not found:     gates",
        "  Uncertain:     signed by",
        "  Remarks:       some letters of the file are damaged",
        "Done: 1 new, 0 already there, 0 not read.",
    ]
    assert stage.closed


def test_in_vietnamese(stage: Stage, thuky: Thuky, folder: Path) -> None:
    put(folder, "a.docx")
    result = thuky("ingest", "--lang", "vi", "a.docx")
    assert "✓ a.docx: đã thêm, số 4" in result.stdout
    assert "  Ngày văn bản: 9/1/2032" in result.stdout


def test_a_file_that_is_there_already_is_no_failure(stage: Stage, thuky: Thuky, folder: Path) -> None:
    put(folder, "twice.txt", "same.txt")
    result = thuky("ingest", "twice.txt", "same.txt")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "= twice.txt: already there, no. 4",
        "= same.txt: the same text as no. 4 (same.txt), not added again",
        "Done: 0 new, 2 already there, 0 not read.",
    ]


def test_a_bad_file_gets_one_sentence_and_the_others_go_on(stage: Stage, thuky: Thuky, folder: Path) -> None:
    put(folder, "encrypted.bad", "good.txt")
    result = thuky("ingest", "encrypted.bad", "good.txt")
    assert result.exit_code == 1
    assert result.stderr == "encrypted.bad: the file has a password; please remove it and send the file again.\n"
    assert stage.added == ["good.txt"]
    assert "Done: 1 new, 0 already there, 1 not read." in result.stdout


def test_a_file_that_breaks_the_program_does_not_stop_it(stage: Stage, thuky: Thuky, folder: Path) -> None:
    put(folder, "bug.txt", "good.txt")
    result = thuky("ingest", "bug.txt", "good.txt")
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "stored nothing of it (IndexError: list index out of range)" in result.stderr
    assert stage.added == ["good.txt"]


def test_a_database_that_cannot_be_written_stops_it(stage: Stage, thuky: Thuky, folder: Path) -> None:
    put(folder, "full.txt", "good.txt")
    result = thuky("ingest", "full.txt", "good.txt")
    assert (result.exit_code, result.stderr) == (1, "The disk is full.\n")
    assert stage.added == []


def test_a_folder_gives_all_its_files_in_order_but_hidden_and_lock_files(
    stage: Stage, thuky: Thuky, folder: Path
) -> None:
    put(folder, "r/b.txt", "r/a.txt", "r/2019/c.txt", "r/.hidden", "r/.git/d.txt", "r/~$b.docx")
    assert thuky("ingest", "r").exit_code == 0
    assert stage.added == ["c.txt", "a.txt", "b.txt"]


def test_an_empty_folder_is_told(stage: Stage, thuky: Thuky, folder: Path) -> None:
    (folder / "r").mkdir()
    result = thuky("ingest", "r")
    assert (result.exit_code, result.stderr) == (0, "There are no files in r.\n")


def test_a_path_that_does_not_exist(stage: Stage, thuky: Thuky) -> None:
    result = thuky("ingest", "nowhere.txt")
    assert (result.exit_code, result.stderr) == (1, "nowhere.txt: there is no such file or folder.\n")


def test_a_file_beyond_all_measure(stage: Stage, thuky: Thuky, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("knowledge.cli.frame.MOST_BYTES", 5)
    (folder / "five.txt").write_text("12345")
    (folder / "six.txt").write_text("123456")
    result = thuky("ingest", "five.txt", "six.txt")
    assert result.exit_code == 1
    assert stage.added == ["five.txt"]
    assert result.stderr.startswith("six.txt: the file is too large (the limit is ")


def test_a_file_name_that_is_no_text(stage: Stage, thuky: Thuky, folder: Path) -> None:
    try:
        (folder / "b\udce3o.txt").write_text("x")
    except (OSError, UnicodeError):
        pytest.skip("this file system takes such names not at all")
    assert thuky("ingest", ".").exit_code == 0
    assert stage.added == ["b�o.txt"], "and the database in the same folder is no report"


def test_ingest_makes_the_database(stage: Stage, thuky: Thuky, folder: Path) -> None:
    put(folder, "a.txt")
    assert thuky("ingest", "--db", "new.db", "a.txt").exit_code == 0
    assert [path for path, _ in stage.opened] == [Path("new.db")]


def test_nothing_to_take_in_is_a_usage_error(stage: Stage, thuky: Thuky) -> None:
    assert thuky("ingest").exit_code == 2
