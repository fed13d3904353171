"""`thuky reports`, `facts`, `remove`, `reindex`."""

from __future__ import annotations

import csv
import io

from tests.cli.conftest import Thuky
from tests.cli.stage import Stage


def test_reports_are_listed_with_their_numbers(stage: Stage, thuky: Thuky) -> None:
    header, row = thuky("reports").stdout.splitlines()
    assert header.split() == ["No.", "Document", "date", "Period", "Title", "Figures", "File"]
    assert row.split("  ")[0] == "4"
    for part in ("9 January 2032", "2031", "Báo cáo năm 2031", "7", "bc.docx"):
        assert part in row


def test_no_reports(stage: Stage, thuky: Thuky) -> None:
    stage.kept = ()
    result = thuky("reports")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "There are no reports yet" in result.stderr


def test_facts_as_a_table(stage: Stage, thuky: Thuky) -> None:
    header, first, _ = thuky("facts").stdout.splitlines()
    assert header.split() == ["Report", "Kind", "Value", "Unit", "Period", "Gate", "Measure", "Quote"]
    assert "2031-01-01 – 2032-01-01" in first


def test_facts_for_a_spreadsheet(stage: Stage, thuky: Thuky) -> None:
    header, first, second = csv.reader(io.StringIO(thuky("facts", "--csv").stdout))
    assert header == ["report", "kind", "value", "unit", "period", "gate", "measure", "quote"]
    assert first[2:4] == ["17", "nhiệm vụ"]
    assert first[7] == "Đến nay đã hoàn thành 17/21 nhiệm vụ."
    assert second[2] == "-1.50"
    assert second[5] == "Xín Mần"
    assert second[6] == "'=cmd()", "text of a report must not be run by a spreadsheet"


def test_a_report_is_removed_once(stage: Stage, thuky: Thuky) -> None:
    assert thuky("remove", "4").stdout == "Removed report no. 4: Báo cáo năm 2031\n"
    result = thuky("remove", "5")
    assert (result.exit_code, result.stderr) == (1, "There is no report no. 5; `thuky reports` lists them.\n")


def test_reindex_tells_how_many(stage: Stage, thuky: Thuky) -> None:
    assert thuky("reindex").stdout == "Reindexed 3 reports.\n"
