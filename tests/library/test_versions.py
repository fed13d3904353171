"""A corrected report takes the place of the one it corrects; where that is not certain they are two."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from knowledge.library import Library
from knowledge.library.versions import likeness
from knowledge.model import Added, Found
from tests.documents import made
from tests.library.written import HALF, YEAR

NOW = datetime(2023, 2, 1, 8, 0)
ASKED = date(2023, 2, 1)
QUESTION = "6 tháng đầu năm 2021 thu ngân sách được bao nhiêu?"


def changed(parts: list[made.Part], **words: str) -> list[made.Part]:
    """The report with some words put in place of others (spaces as "_")."""

    def one(text: str) -> str:
        for old, new in words.items():
            text = text.replace(old.replace("_", " "), new)
        return text

    return [one(part) if isinstance(part, str) else part for part in parts]


CORRECTED = [part.replace("61.240", "63.785") if isinstance(part, str) else part for part in HALF]


async def add(library: Library, file: str, parts: list[made.Part]) -> Added:
    return await library.add(file, made.txt(parts), now=NOW)


async def short(library: Library, question: str = QUESTION) -> str:
    answer = await library.answer(question, asked_on=ASKED)
    return answer.short if isinstance(answer, Found) else type(answer).__name__


async def test_answers_come_from_the_new_version_and_undoing_it_brings_the_old_one_back(library: Library) -> None:
    old = (await add(library, "bc.txt", HALF)).report
    assert await short(library) == "61.240 triệu đồng"
    added = await add(library, "bc sua.txt", CORRECTED)
    new = added.report
    assert (added.status, new.supersedes, new.superseded_by) == ("added", old.id, None)
    kept = await library.report(old.id)
    assert kept is not None
    assert kept.superseded_by == new.id
    assert await short(library) == "63.785 triệu đồng"
    hits = await library.search("thu ngân sách nhà nước 61.240", top=9)
    assert {("bc.txt", True), ("bc sua.txt", False)} == {(hit.report, hit.superseded) for hit in hits}
    assert await library.original(old.id) is not None
    await library.remove(new.id)
    assert await short(library) == "61.240 triệu đồng"
    kept = await library.report(old.id)
    assert kept is not None
    assert kept.superseded_by is None


async def test_versions_of_versions_and_one_taken_from_between(library: Library) -> None:
    first = (await add(library, "1.txt", HALF)).report
    second = (await add(library, "2.txt", CORRECTED)).report
    third = (await add(library, "3.txt", changed(CORRECTED, **{"63.785": "64.001"}))).report
    assert (second.supersedes, third.supersedes) == (first.id, second.id)
    await library.remove(second.id)
    left = {report.id: report for report in await library.reports()}
    assert (left[first.id].superseded_by, left[third.id].supersedes) == (third.id, first.id)
    assert await short(library) == "64.001 triệu đồng"


async def test_an_older_version_that_comes_late_does_not_prevail(library: Library) -> None:
    new = (await add(library, "new.txt", changed(CORRECTED, ngày_05_tháng_7="ngày 12 tháng 7"))).report
    late = (await add(library, "old.txt", HALF)).report
    assert (late.supersedes, late.superseded_by) == (None, new.id)
    assert await short(library) == "63.785 triệu đồng"


async def test_a_draft_without_number_is_followed_by_its_final_version(library: Library) -> None:
    draft = (await add(library, "draft.txt", changed(HALF, **{"Số: 214/BC-BQLKKT": "Số:      /BC-BQLKKT"}))).report
    assert (await add(library, "final.txt", CORRECTED)).report.supersedes == draft.id


async def test_reindexing_keeps_versions(library: Library) -> None:
    old = (await add(library, "1.txt", HALF)).report
    new = (await add(library, "2.txt", CORRECTED)).report
    async for _ in library.reindex():
        pass
    kept = await library.report(new.id)
    assert kept is not None
    assert kept.supersedes == old.id


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(
            changed(HALF, năm_2021="năm 2020", đầu_năm="đầu năm 2020", **{"/2021": "/2020", "214/": "215/"}),
            id="another time",
        ),
        pytest.param(
            changed(HALF, Thanh_Thủy="Xín Mần", **{"214/": "98/", "152,37": "9,15", "61.240": "1.975"}),
            id="another gate under the same template",
        ),
        pytest.param(changed(HALF, **{"BAN QUẢN LÝ KHU KINH TẾ": "CỤC HẢI QUAN", "214/": "80/"}), id="another body"),
        pytest.param(changed(HALF, **{"* BÁO CÁO": "* THÔNG BÁO", "214/BC": "214/TB"}), id="another kind"),
        pytest.param(HALF[:6] + YEAR[2:], id="another text under the same title"),
    ],
)
async def test_two_reports_stay_two(library: Library, other: list[made.Part]) -> None:
    await add(library, "a.txt", HALF)
    added = (await add(library, "b.txt", other)).report
    assert (added.supersedes, added.superseded_by) == (None, None)
    assert [report.superseded_by for report in await library.reports()] == [None, None]


def test_likeness_is_the_share_of_the_text_in_both() -> None:
    assert likeness("a b c d e", "A, b; c d\te") == 1
    assert likeness("a b c", "x y z") == 0
    assert likeness("", "") == 0
    assert 0.7 < likeness("a b c d e f g h i j", "a b c d x f g h i j") < 0.8
