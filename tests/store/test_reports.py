"""Reports come back as they went in, and go with all that belongs to them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.errors import StoreError
from knowledge.model import Heading
from knowledge.store import Database, Passages, Reports
from tests.store.examples import HEADING, summary
from tests.store.examples import passages as rows


async def test_a_report_comes_back_as_it_went_in(reports: Reports) -> None:
    report_id = await reports.add(
        summary("aa"), text="Có 5 dự án.", text_sha256="t1", original=b"\x00PK", payload='{"a":1}'
    )
    expected = replace(summary("aa"), id=report_id)
    assert await reports.get(report_id) == expected
    assert await reports.by_sha("aa") == expected
    assert await reports.by_text_sha("t1") == expected
    assert await reports.text(report_id) == "Có 5 dự án."
    assert await reports.original(report_id) == b"\x00PK"
    assert await reports.payload(report_id) == '{"a":1}'


async def test_a_report_that_says_nothing_of_itself(reports: Reports) -> None:
    bare = summary("bb", heading=Heading(title="x.txt", kind="khac"))
    report_id = await reports.add(bare, text="", text_sha256="t", original=b"")
    assert await reports.get(report_id) == replace(bare, id=report_id)


@given(data=st.binary(max_size=2000), text=st.text(alphabet=st.characters(exclude_categories=["Cs"])))
async def test_any_bytes_and_any_text(data: bytes, text: str) -> None:
    async with await Database.open(":memory:") as database:
        report_id = await Reports(database).add(summary(), text=text, text_sha256="t", original=data)
        assert await Reports(database).original(report_id) == data
        assert await Reports(database).text(report_id) == text


async def test_nothing_there(reports: Reports) -> None:
    assert await reports.get(1) is None
    assert await reports.by_sha("aa") is None
    assert await reports.by_text_sha("t") is None
    assert await reports.text(1) is None
    assert await reports.original(1) is None
    assert await reports.payload(1) is None
    assert await reports.get_meta("index") is None
    assert await reports.all() == ()
    assert await reports.remove(1) is False


async def test_the_same_bytes_twice_are_refused_and_leave_no_trace(reports: Reports, database: Database) -> None:
    await reports.add(summary("aa"), text="", text_sha256="t", original=b"")
    with pytest.raises(StoreError, match="refused"):
        await reports.add(summary("aa"), text="", text_sha256="t", original=b"")
    assert len(await database.read("SELECT * FROM content")) == 1


async def test_newest_document_first_and_the_undated_last(reports: Reports) -> None:
    days = {"old": date(2019, 1, 1), "new": date(2024, 5, 1), "undated": None, "middle": date(2020, 1, 1)}
    for name, day in days.items():
        await reports.add(
            summary(name, heading=replace(HEADING, document_date=day)), text="", text_sha256=name, original=b""
        )
    assert [each.sha256 for each in await reports.all()] == ["new", "middle", "old", "undated"]


async def test_a_removed_report_takes_its_passages_its_file_and_its_index_with_it(
    reports: Reports, passages: Passages, database: Database
) -> None:
    kept = await reports.add(summary("aa"), text="a", text_sha256="a", original=b"a")
    gone = await reports.add(summary("bb"), text="b", text_sha256="b", original=b"b")
    await passages.add_many(kept, rows("cua_khau xe"))
    await passages.add_many(gone, rows("cua_khau nguoi", "hang"))
    assert await reports.remove(gone) is True
    assert [each.id for each in await reports.all()] == [kept]
    assert await reports.original(gone) is None
    assert await passages.of_report(gone) == ()
    assert await passages.vocabulary() == {"cua_khau": 1, "xe": 1}
    assert len(await passages.match(["cua_khau"])) == 1
    await database.write("INSERT INTO passage_index (passage_index) VALUES ('integrity-check')")


async def test_an_id_is_never_given_twice(reports: Reports) -> None:
    first = await reports.add(summary("aa"), text="", text_sha256="a", original=b"")
    await reports.remove(first)
    assert await reports.add(summary("aa"), text="", text_sha256="a", original=b"") > first


async def test_what_is_known_of_a_report_can_be_corrected(reports: Reports) -> None:
    report_id = await reports.add(summary("aa"), text="a", text_sha256="a", original=b"a", payload="{}")
    corrected = replace(
        summary("aa"), id=report_id, heading=replace(HEADING, title="Tên đúng", document_date=None), people=()
    )
    await reports.update(corrected)
    assert await reports.get(report_id) == corrected
    assert await reports.payload(report_id) == "{}"
    await reports.update(corrected, payload='{"new": 1}')
    assert await reports.payload(report_id) == '{"new": 1}'
    await reports.set_text(report_id, "read better", "b")
    assert await reports.text(report_id) == "read better"
    assert await reports.by_text_sha("b") == corrected
    assert await reports.original(report_id) == b"a"


async def test_values_beside_the_reports(reports: Reports) -> None:
    await reports.set_meta("index", "1")
    await reports.set_meta("index", "2")
    assert await reports.get_meta("index") == "2"


async def test_all_of_a_report_or_nothing(reports: Reports, passages: Passages, database: Database) -> None:
    async def add_whole() -> None:
        async with database.transaction():
            report_id = await reports.add(summary("aa"), text="a", text_sha256="a", original=b"a")
            await passages.add_many(report_id, [*rows("a"), *rows("b")])  # the same place twice

    with pytest.raises(StoreError):
        await add_whole()
    assert await reports.all() == ()
    assert await passages.total() == 0
    assert await passages.vocabulary() == {}
