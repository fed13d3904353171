"""Finding passages: whole terms, better first, whatever the terms are made of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_fts4 import rank_bm25

from knowledge.errors import StoreError
from knowledge.store import Database, Passages, Reports
from knowledge.store.passages import ENOUGH_ROWS, _index_terms, _rarest, index_token
from tests.store.examples import passage, summary
from tests.store.examples import passages as rows


@pytest.fixture
async def report(reports: Reports) -> int:
    return await reports.add(summary("aa"), text="…", text_sha256="t", original=b"")


async def found(passages: Passages, *terms: str, **options: object) -> list[int]:
    """The places in the report, best first."""
    ids = [each for each, _ in await passages.match(terms, **options)]  # type: ignore[arg-type]
    return [row.seq for row in await passages.get(ids)]


async def test_a_passage_comes_back_as_it_went_in(passages: Passages, report: int) -> None:
    await passages.add_many(report, [passage("có co du_an c:project", seq=3, quote="Có 5 dự án.")])
    (kept,) = await passages.of_report(report)
    assert (kept.report_id, kept.seq, kept.kind, kept.quote) == (report, 3, "sentence", "Có 5 dự án.")
    assert (kept.start, kept.end, kept.terms, kept.payload) == (10, 21, "có co du_an c:project", '{"facts": []}')
    assert kept.id is not None
    assert await passages.get([kept.id, 999]) == (kept,)
    assert [row async for row in passages.all_rows()] == [kept]


async def test_all_rows_reads_any_number(passages: Passages, report: int) -> None:
    await passages.add_many(report, rows(*["a"] * 2345))
    assert [row.seq async for row in passages.all_rows()] == list(range(2345))
    assert await passages.total() == 2345


@pytest.mark.parametrize(
    "term",
    [
        "nhiem_vu",
        "c:task",
        "gate:huu-nghi",
        "182.398",
        "119/128",
        "78,56%",
        "a+b",
        "đạt",
        "ệ",
        "友谊关",
        "org:bql.ktck",
    ],
)
async def test_a_term_is_one_token(passages: Passages, report: int, term: str) -> None:
    await passages.add_many(report, rows(f"khac {term} nua", *["khac"] * 5))
    assert await passages.vocabulary() == {"khac": 6, term: 1, "nua": 1}
    assert await passages.frequency([term, "vắng"]) == {term: 1, "vắng": 0}
    assert await found(passages, term) == [0]


@pytest.mark.parametrize(
    ("term", "other"),
    [("năm", "nam"), ("dat", "đạt"), ("nhiem_vu", "nhiem"), ("c:task", "task"), ("119/128", "119"), ("ban", "bán")],
)
async def test_a_term_is_no_other_term(passages: Passages, report: int, term: str, other: str) -> None:
    await passages.add_many(report, rows(term, "x", "y"))
    assert await found(passages, other) == []


@pytest.mark.parametrize(
    "term",
    ['"', '"""', "a OR", "NEAR/3", "(", "hang)", "b*", "^hang", "*", "-", "terms:hang", "hang -xe", "AND", "NOT", "%"],
)
async def test_no_term_is_an_operator(passages: Passages, report: int, term: str) -> None:
    await passages.add_many(report, rows("hang xe", "ban bo", "x", "y"))
    assert await found(passages, term) == []
    assert await found(passages, term, "xe") == [0]


@given(term=st.text(min_size=1, max_size=20), others=st.lists(st.text(max_size=10), max_size=5))
async def test_any_term_at_all_can_be_stored_and_found(term: str, others: list[str]) -> None:
    """Except letters newer than SQLite's tables of them, which split a term: it is found still."""
    async with await Database.open(":memory:") as database:
        report = await Reports(database).add(summary(), text="", text_sha256="", original=b"")
        passages = Passages(database)
        stored = index_token(term)
        await passages.add_many(report, rows(stored, "khong lien quan"))
        await passages.match(others)
        if stored and stored.isascii():
            assert await found(passages, term) == [0]


@given(st.lists(st.text(min_size=1).filter(lambda text: not any(map(str.isspace, text)))))
def test_stored_and_asked_terms_take_the_same_form(terms: list[str]) -> None:
    assert _index_terms(" ".join(terms)).split() == list(dict.fromkeys(index_token(term) for term in terms))


async def test_white_space_is_no_term(passages: Passages, report: int) -> None:
    await passages.add_many(report, rows("a  b\n"))
    assert await passages.frequency([" ", ""]) == {}
    assert await passages.match(["", "  "]) == []
    assert await passages.match([]) == []


async def test_a_rarer_term_weighs_more_and_a_short_passage_too(passages: Passages, report: int) -> None:
    await passages.add_many(report, rows("xe them", "xe", "hiem them", "hiem", *["xe"] * 3, *["khac them"] * 20))
    assert (await found(passages, "xe", "hiem"))[:4] == [3, 2, 1, 4]


async def test_a_score_is_higher_for_the_better_and_never_below_zero(passages: Passages, report: int) -> None:
    await passages.add_many(report, rows("a b", "a", *["c"] * 9))
    (_, first), (_, second) = await passages.match(["a", "b"])
    assert first > second > 0


async def test_terms_in_most_passages_tell_nothing_so_the_number_of_terms_decides(
    passages: Passages, report: int
) -> None:
    await passages.add_many(report, rows("a", "a b", "a b c", "a b"))
    assert {score for _, score in await passages.match(["a", "b"])} == {0.0}
    assert await found(passages, "a", "b") == [1, 2, 3, 0]


async def test_any_or_all(passages: Passages, report: int) -> None:
    await passages.add_many(report, rows("a", "b", "a b", *["x"] * 9))
    assert sorted(await found(passages, "a", "b")) == [0, 1, 2]
    assert await found(passages, "a", "b", any_of=False) == [2]
    assert await found(passages, "a", "vang", any_of=False) == []
    assert sorted(await found(passages, "a", "vang")) == [0, 2]


async def test_only_so_many(passages: Passages, report: int) -> None:
    await passages.add_many(report, rows(*["a"] * 20, *["x"] * 50))
    assert await found(passages, "a", limit=3) == [0, 1, 2]


async def test_only_in_these_reports(passages: Passages, reports: Reports, report: int) -> None:
    other = await reports.add(summary("bb"), text="", text_sha256="t", original=b"")
    await passages.add_many(report, rows(*["a"] * 700, *["x"] * 900))
    await passages.add_many(other, rows("a b", "a", "x"))
    for chosen, expected in (([other], [0, 1]), ([], []), ([999], [])):
        assert await found(passages, "a", "b", reports=chosen) == expected
    assert len(await passages.match(["a"], reports=[report, other], limit=9999)) == 702


async def test_added_passages_are_found_at_once_and_removed_ones_no_more(passages: Passages, report: int) -> None:
    assert await passages.frequency(["a"]) == {"a": 0}
    await passages.add_many(report, rows("a", "b", "c"))
    assert await passages.frequency(["a"]) == {"a": 1}
    await passages.remove_of(report)
    assert await passages.frequency(["a"]) == {"a": 0}
    assert await found(passages, "a") == []


async def test_optimizing_changes_no_answer(passages: Passages, report: int) -> None:
    for part in range(20):
        await passages.add_many(report, [passage(f"a b{part}", seq=part), passage("x", seq=part + 100)])
    before = await passages.match(["b3", "a"])
    await passages.optimize()
    assert await passages.match(["b3", "a"]) == before


async def test_a_passage_of_no_report_is_refused(passages: Passages) -> None:
    with pytest.raises(StoreError):
        await passages.add_many(77, rows("a"))


async def test_the_score_is_that_of_sqlite_fts4(passages: Passages, report: int, database: Database) -> None:
    await passages.add_many(report, rows("a b c d", "a a b", "b b b e f g h", "a", *["x y z"] * 20, "c a"))
    theirs = await database.read(
        "SELECT docid, -rank_bm25(matchinfo(passage_index, 'pcnalx')) AS score FROM passage_index"
        " WHERE passage_index MATCH ?",
        ['"a" OR "b" OR "c" OR "h"'],
    )
    ours = dict(await passages.match(["a", "b", "c", "h"]))
    assert ours == {row["docid"]: pytest.approx(row["score"]) for row in theirs}
    assert callable(rank_bm25)


def test_the_rarest_terms_come_first_and_common_ones_not_at_all() -> None:
    frequency = {"common": 9000, "fair": 300, "rare": 3, "absent": 0, "second": 150}
    assert _rarest(frequency, ENOUGH_ROWS) == ["rare", "second", "fair"]
    assert _rarest({"common": 9000, "absent": 0}, ENOUGH_ROWS) == ["common"]
    assert _rarest(frequency, 10_000) == ["rare", "second", "fair", "common"]
    assert _rarest({"absent": 0}, ENOUGH_ROWS) == []
