"""What is kept of the terms asked for: the same answers, never too much, and nothing of an index that has changed."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.store import Database, Passages, Reports, postings
from tests.store.examples import passages as rows
from tests.store.examples import summary

WORDS = st.sampled_from("abcdefg")


@pytest.fixture(autouse=True, params=[0, 10_000], ids=["term by term", "at once"])
def whole(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """An index too large to be read at once, and one that is not."""
    monkeypatch.setattr(postings, "WHOLE", request.param)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.lists(WORDS, max_size=6), min_size=1, max_size=30), st.lists(st.lists(WORDS, min_size=1), max_size=6)
)
async def test_what_was_asked_before_changes_no_answer(texts: list[list[str]], asked: list[list[str]]) -> None:
    async with await Database.open(":memory:") as database:
        report = await Reports(database).add(summary(), text="", text_sha256="", original=b"")
        used = Passages(database)
        await used.add_many(report, rows(*map(" ".join, texts)))
        for terms in asked:
            assert await used.match(terms) == await Passages(database).match(terms)
            assert await used.match(terms, reports=[report]) == await Passages(database).match(terms, reports=[report])


async def test_only_so_much_is_kept(database: Database, reports: Reports, monkeypatch: pytest.MonkeyPatch) -> None:
    report = await reports.add(summary(), text="", text_sha256="", original=b"")
    await Passages(database).add_many(report, rows(*["a b"] * 5, *["b c"] * 5, "d"))
    monkeypatch.setattr(postings, "MOST", 11)
    kept = postings.Postings(database)
    found = [sum(map(len, places.values())) for places in await kept.of({"a": 1, "b": 1, "c": 1})]
    assert found == [5, 10, 5]
    await kept.of({"d": 1})
    assert list(kept._state.known) == ["c", "d"]
    assert [sum(map(len, places.values())) for places in await kept.of({"b": 1, "c": 1})] == [10, 5]


async def test_another_program_adds_a_report(path: Path) -> None:
    async with await Database.open(path) as mine, await Database.open(path) as theirs:
        passages = Passages(mine)
        report = await Reports(theirs).add(summary(), text="", text_sha256="", original=b"")
        assert await passages.vocabulary() == {}
        assert await passages.match(["a"]) == []
        await Passages(theirs).add_many(report, rows("a", "b", "b"))
        passages.forget()
        assert len(await passages.match(["a"])) == 1
        assert await passages.frequency(["b", "c"]) == {"b": 2, "c": 0}
        assert await passages.vocabulary() == {"a": 1, "b": 2}
        assert await passages.frequency(["b", "c"]) == {"b": 2, "c": 0}


async def test_places_read_for_some_reports_alone_score_the_same(
    database: Database, reports: Reports, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = await reports.add(summary(), text="", text_sha256="", original=b"")
    await Passages(database).add_many(first, rows("a b", "a", "b c", "c"))
    second = await reports.add(summary("bb"), text="", text_sha256="1", original=b"1")
    await Passages(database).add_many(second, rows("a", "a c", "b", "d"))
    whole = await Passages(database).match(["a", "b", "d"], reports=[second])
    monkeypatch.setattr(postings, "DEAR", 0)
    passages = Passages(database)
    assert await passages.match(["a", "b", "d"], reports=[second]) == whole
    assert len(await passages.match(["a"])) == 4  # nothing partly read was kept


async def test_what_is_forgotten_while_it_is_read_does_not_come_back(database: Database, reports: Reports) -> None:
    report = await reports.add(summary(), text="", text_sha256="", original=b"")
    await Passages(database).add_many(report, rows("a", "b"))
    kept = postings.Postings(database)
    reading = kept.of({"a": 1})
    kept.forget()
    assert [sum(map(len, places.values())) for places in await reading] == [1]
    reading = asyncio.ensure_future(kept.of({"b": 1}))
    await asyncio.sleep(0)
    kept.forget()
    await reading
    assert not kept._state.known
    assert not kept._state.passages


async def test_passages_longer_than_a_byte_can_count_are_weighed_by_their_length(
    database: Database, reports: Reports
) -> None:
    report = await reports.add(summary(), text="", text_sha256="", original=b"")
    long = " ".join(f"x{number}" for number in range(300))
    await Passages(database).add_many(report, rows(f"a {long}", "a b", *["c"] * 20))
    theirs = await database.read(
        "SELECT docid, -rank_bm25(matchinfo(passage_index, 'pcnalx')) AS score FROM passage_index"
        " WHERE passage_index MATCH ?",
        ["a"],
    )
    ours = dict(await Passages(database).match(["a"]))
    assert len(set(ours.values())) == 2
    assert ours == {row["docid"]: pytest.approx(row["score"]) for row in theirs}
