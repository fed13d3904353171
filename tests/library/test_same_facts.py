"""One report in every format: the same figures, each with its unit, time and gate; known again as the same text."""

from __future__ import annotations

import asyncio
from datetime import datetime
from functools import cache

import pytest

from knowledge.library import Library
from knowledge.model import Heading
from tests.library.written import FILES

NOW = datetime(2023, 2, 1, 8, 0)
Figure = tuple[str, str | None, str | None, str | None, str]


@cache
def told(report: str, file: str) -> tuple[Heading, list[Figure]]:
    async def read() -> tuple[Heading, list[Figure]]:
        async with await Library.open(":memory:") as library:
            added = await library.add(file, FILES[report][file], now=NOW)
            facts = await library.facts()
        figures = [(f.value, f.unit, f.period, f.gate, f.measure) for f in facts if f.kind == "quantity"]
        return added.report.heading, figures

    return asyncio.run(read())


@pytest.mark.parametrize("report", FILES)
@pytest.mark.parametrize("file", FILES["year"])
def test_the_figures_are_the_same(report: str, file: str) -> None:
    heading, figures = told(report, file)
    first, expected = told(report, "bao-cao.txt")
    assert len(expected) >= 22
    assert sorted(map(str, figures)) == sorted(map(str, expected))
    assert (heading.period, heading.number, heading.document_date, heading.kind, heading.title.lower()) == (
        first.period,
        first.number,
        first.document_date,
        first.kind,
        first.title.lower(),
    )


def test_figures_of_text_and_table_have_value_unit_time_and_gate() -> None:
    year = {figure[:4] for figure in told("year", "bao-cao.txt")[1]}
    whole = "2022-01-01/2022-12-31"
    assert ("87600000000", "VND", whole, None) in year
    assert ("96250000", "USD", whole, "Lệ Thanh") in year
    assert ("60118", "lượt xe", whole, "Cha Lo") in year
    assert ("95000000000", "VND", "2023-01-01/2023-12-31", None) in year
    half = {figure[:4] for figure in told("half", "bao-cao.txt")[1]}
    assert ("152370000", "USD", "2021-01-01/2021-06-30", "Thanh Thủy") in half
    assert ("11906000000", "VND", "2021-01-01/2021-06-30", None) in half
    assert ("14000", "lượt", "2021-01-01/2021-12-31", None) in half


@pytest.mark.parametrize("report", FILES)
async def test_every_format_after_the_first_is_the_same_text(library: Library, report: str) -> None:
    stored = [await library.add(file, data, now=NOW) for file, data in FILES[report].items()]
    assert [added.status for added in stored] == ["added"] + ["same_text"] * (len(stored) - 1)
    assert len(await library.reports()) == 1
