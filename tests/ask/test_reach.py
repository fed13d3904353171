"""What is passed over without being scored would not have changed what is found."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import date, datetime
from itertools import product
from pathlib import Path

import pytest

import bot
from knowledge.ask import times
from knowledge.ask.judge import judge
from knowledge.ask.lookup import Desk
from knowledge.ask.question import Question, Wanted
from knowledge.ask.reach import Reach
from knowledge.ask.score import KINDS, candidates
from knowledge.ask.tenure import MEETINGS, of_office
from knowledge.ask.timing import Timing, asked
from knowledge.facts.fact import FactKind
from knowledge.library import Library

SAMPLES = Path(bot.__file__).parent / "samples"
DAY = date(2024, 2, 1)
OWN = """BAN QUẢN LÝ KHU KINH TẾ TỈNH HÀ GIANG
Hà Giang, ngày 15 tháng 01 năm 2024

BÁO CÁO
Kết quả công tác năm 2023

Trong năm, Ban giải ngân 61,5/70 tỷ đồng vốn đầu tư công, bằng 87,9% kế hoạch; còn 8,5 tỷ đồng chưa giải ngân. Kim ngạch
xuất nhập khẩu qua cửa khẩu Thanh Thủy đạt 212 triệu USD, tăng 14% so với năm 2022; trong đó xuất khẩu 150 triệu USD.
Ban đề nghị đính chính: số thu phí năm 2022 là 33,4 tỷ đồng (đã báo cáo 34,3 tỷ đồng).
Ông Vàng Seo Lử, Trưởng ban, chủ trì hội nghị; ông Hầu Mí Chứ được bổ nhiệm Phó Trưởng ban từ ngày 01/11/2023.
Dự án đường trục chính khởi công ngày 12/3/2023, dự kiến hoàn thành trước ngày 30/6/2024.
"""
ASKED = (
    "bao nhiêu nhiệm vụ được giao", "hoàn thành bao nhiêu nhiệm vụ", "còn bao nhiêu nhiệm vụ quá hạn",
    "thu phí được bao nhiêu", "số thu phí chính xác là bao nhiêu", "giải ngân đạt bao nhiêu phần trăm kế hoạch",
    "vốn còn lại bao nhiêu", "kim ngạch xuất khẩu bao nhiêu", "xuất nhập khẩu tăng bao nhiêu",
    "bao nhiêu xe qua cửa khẩu", "dự án dời sang ngày nào",
    "dự án khởi công ngày nào", "ai chủ trì hội nghị", "ai làm Phó Trưởng ban", "ông Hầu Mí Chứ giữ chức vụ gì",
    "dự án nào chậm tiến độ", "how many vehicles crossed", "what was the export turnover",
)  # fmt: skip
TIMES = ("", " năm 2022", " năm 2023", " 6 tháng đầu năm 2023", " quý 3/2023", " đến ngày 15/6/2023")
PLACES = ("", " ở Thanh Thủy", " tại cửa khẩu Tân Thanh")


@pytest.fixture(scope="module")
def desks() -> list[tuple[Question, Desk]]:
    """Every question as it is read, with what it is looked up in."""

    async def work() -> list[tuple[Question, Desk]]:
        async with await Library.open(":memory:") as library:
            await library.add("own.txt", OWN.encode(), now=datetime(2024, 1, 20))
            for file in sorted(SAMPLES.iterdir()):
                if file.is_file():
                    await library.add(file.name, file.read_bytes(), now=datetime(2024, 1, 20))
            found = []
            for asked, time, place in product(ASKED, TIMES, PLACES):
                done = await library._conversation.asked((asked + time + place + "?",), DAY, library.weights)
                if done.desk is not None:
                    found.append((done.read, done.desk))
            return found

    return asyncio.run(work())


def kinds(question: Question) -> Iterator[frozenset[FactKind]]:
    yield KINDS.get(question.wanted, frozenset({FactKind.QUANTITY}))
    yield frozenset({FactKind.QUANTITY})
    yield frozenset({FactKind.LIST, FactKind.GATE})


def test_the_verdict_is_that_on_all_candidates(desks: list[tuple[Question, Desk]]) -> None:
    passed_over = 0
    for question, desk in desks:
        for some in kinds(question):
            ranked, likely = desk.ranked(question, some), desk.likely(question, some)
            assert judge(question, likely, desk.rules.weights) == judge(question, ranked, desk.rules.weights)
            assert [c for c in likely if c.score >= desk.line] == [c for c in ranked if c.score >= desk.line]
            passed_over += len(ranked) - len(likely)
    assert passed_over > 500


def test_no_fact_scores_more_than_its_passage_can_reach(desks: list[tuple[Question, Desk]]) -> None:
    for question, desk in desks:
        for some in kinds(question):
            if question.wanted is Wanted.PERSON:
                continue  # more than one sentence may tell of a person
            reach = Reach(question, some, desk.rules, desk.weighing(question))
            for c in candidates(question, desk.shelf, desk.rules, desk.weighing(question), some):
                assert c.held.corrects or c.score <= reach.of(c.held)


def test_facts_fit_the_times_as_if_each_were_looked_at_alone(desks: list[tuple[Question, Desk]]) -> None:
    for question, desk in desks:
        timing = Timing(asked(question))
        event, office = bool(question.concepts & MEETINGS), of_office(question)
        for held in desk.shelf.passages:
            for fact in held.passage.facts:
                each = [
                    times.fit(
                        when, fact, held, event=event, plan="plan" in question.concepts, stock=question.stock,
                        office=office,
                    )
                    for when in question.whens
                ]  # fmt: skip
                alone = [fitted for fitted in each if fitted is not None]
                assert timing.fit(fact, held) == (min(alone, default=1.0) if len(alone) == len(each) else None)


def test_facts_fit_the_same_together_as_each_alone(desks: list[tuple[Question, Desk]]) -> None:
    for question, desk in desks:
        for some in kinds(question):
            together, alone = Timing(asked(question)), Timing(asked(question))
            for held in desk.shelf.passages:
                each = [(fact, alone.fit(fact, held)) for fact in held.passage.facts if fact.kind in some]
                assert list(together.fitting(held, some)) == [pair for pair in each if pair[1] is not None]
