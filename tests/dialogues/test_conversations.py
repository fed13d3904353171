"""Conversations as staff have them, with the real library: full questions, follow-ups, small talk, refusals.

A line of a dialogue is what is typed and what the reply holds; "" for the latter means that nothing is said.
"""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

import pytest

from bot.demo import samples
from knowledge.library import Library
from tests.bot.doubles import ZONE
from tests.dialogues.stage import OFFICE, STRANGER, Stage, staged

SHARED = Path(__file__).parents[3] / "shared" / "eval" / "dev" / "reports"
REAL = ("so-ket-6-thang-2020.txt", "tong-ket-2018.txt")
MENTION = "@thu_ky_bot"


def _filled(file: Path, reports: list[tuple[str, bytes]]) -> Path:
    async def fill() -> None:
        async with await Library.open(file) as library:
            for name, data in reports:
                await library.add(name, data, now=datetime(2026, 3, 1, 8, 0, tzinfo=ZONE))

    asyncio.run(fill())
    return file


@pytest.fixture(scope="module")
def shelved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _filled(tmp_path_factory.mktemp("library") / "samples.db", samples())


@pytest.fixture
async def stage(tmp_path: Path, shelved: Path) -> AsyncIterator[Stage]:
    shutil.copy(shelved, tmp_path / "thuky.db")
    async with _on(tmp_path) as stage:
        yield stage


@asynccontextmanager
async def _on(folder: Path) -> AsyncIterator[Stage]:
    async with (
        await Library.open(folder / "thuky.db") as library,
        staged(folder, library) as stage,
        stage.running(),
    ):
        yield stage


DIALOGUES: dict[str, list[tuple[str, str]]] = {
    "a figure, another time, a gate, back": [
        ("thu phí năm 2022 được bao nhiêu?", "368,4 tỷ đồng"),
        ("còn 6 tháng đầu năm 2023?", "214,6 tỷ đồng"),
        ("còn Tân Thanh?", "Tân Thanh, 6 tháng đầu năm 2023"),
        ("thế năm 2022?", "88,9 tỷ đồng"),
        ("ai ký?", "Đoàn Văn Bách"),
    ],
    "states of tasks": [
        ("6 thang dau nam 2023 hoan thanh bao nhieu nhiem vu", "57/60 nhiệm vụ"),
        ("còn quá hạn?", "0"),
        ("the nam 2022?", "01 nhiệm vụ"),
        ("ai ký?", "Đoàn Văn Bách"),
    ],
    "of which": [
        ("xe qua Hữu Nghị 6 tháng đầu năm 2023?", "61.870 xe"),
        ("trong đó xuất khẩu?", "24.120 xe"),
        ("còn nhập khẩu?", "37.750 xe"),
        ("còn Tân Thanh?", "6.550 xe"),
    ],
    "another thing of the same": [
        ("bao nhieu ho so giai quyet dung han 6 thang dau nam 2023", "316 hồ sơ"),
        ("còn quá hạn?", "02 hồ sơ"),
        ("tiếp nhận?", "318 hồ sơ"),
    ],
    "in percent": [
        ("thu phi huu ngi 2022", "241,7 tỷ đồng"),
        ("so với dự toán đạt bao nhiêu %", "93,0%"),
    ],
    "a question that stands alone leaves the gate and the year before": [
        ("thu phi huu ngi 2022", "241,7 tỷ đồng"),
        ("phó trưởng ban là ai", "Lê Thị Mơ"),
        ("bổ nhiệm khi nào", "01/9/2022"),
    ],
    "courtesies between questions change nothing": [
        ("chào em", "Chào anh/chị"),
        ("Em ơi, thu phí năm 2022 bao nhiêu", "368,4 tỷ đồng"),
        ("cảm ơn em", "Không có gì"),
        ("ok", "Vâng"),
        ("còn Na Hình?", "13,3 tỷ đồng"),
        ("bye em", "Hẹn gặp lại"),
    ],
    "in English": [
        ("how many tasks were overdue in 2022", "01 nhiệm vụ"),
        ("and in the first half of 2023?", "0"),
        ("who chaired the review conference in July 2023?", "Đoàn Văn Bách"),
    ],
    "what is held is told": [
        ("thu phí quý III năm 2024", "6 tháng đầu năm 2023\n• năm 2022"),
        ("thu phí Chi Ma năm 2022", "không nhắc đến Chi Ma"),
    ],
    "a name or a time alone": [
        ("huu ngi", "về Hữu Nghị"),
        ("2022", "về năm 2022"),
    ],
}


@pytest.mark.parametrize("lines", DIALOGUES.values(), ids=DIALOGUES.keys())
async def test_a_conversation(stage: Stage, lines: list[tuple[str, str]]) -> None:
    for typed, heard in lines:
        stage.lan.says(typed)
        await stage.lan.hears(heard)


async def test_a_row_is_shown_with_its_headers(stage: Stage) -> None:
    stage.lan.says("thu phí Tân Thanh năm 2022?")
    await stage.lan.hears("88,9 tỷ đồng", "Biểu 1", "· Thực hiện\nTân Thanh | 96 | 88,9 | 92,6")


async def test_an_answer_from_another_time_says_so(stage: Stage) -> None:
    stage.lan.says("thu phí năm 2022?")
    await stage.lan.hears("368,4")
    stage.lan.says("cấp mới bao nhiêu giấy chứng nhận?")
    await stage.lan.hears("04 giấy chứng nhận", "năm 2022", "thời gian khác")


async def test_courtesies_in_a_group_are_left_alone(stage: Stage) -> None:
    office = stage.room(OFFICE)
    stage.lan.says(f"{MENTION} thu phí năm 2022?", to=OFFICE)
    reply = await office.hears("368,4 tỷ đồng")
    stage.lan.says(f"{MENTION} cảm ơn em", to=OFFICE)
    stage.lan.says("ok", to=OFFICE, reply_to=reply["message_id"])
    stage.lan.says(f"{MENTION} còn Tân Thanh?", to=OFFICE)
    await office.hears("88,9 tỷ đồng")


# --- the two real reports, where they are at hand ------------------------------------------------------------------

TOLD = [
    ("how many tasks were completed in H1 2020", "119/128", "đã hoàn thành 119/128 nhiệm vụ"),
    ("6 thang dau nam 2020 hoan thanh bao nhieu nhiem vu", "119/128", "đã hoàn thành 119/128 nhiệm vụ"),
    ("năm 2018 giải ngân vốn đạt bao nhiêu %?", "100%", "giải ngân đạt 100%"),
    ("ai chủ trì hội nghị sơ kết 2020", "Phan Hồng Tiến", "chủ trì Hội nghị"),
    ("Phan Hong Tiên giữ chức vụ gì", "Trưởng Ban", "Phan Hồng Tiến"),
]


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not SHARED.is_dir():
        pytest.skip("the development reports are not here")
    reports = [(name, (SHARED / name).read_bytes()) for name in REAL]
    return _filled(tmp_path_factory.mktemp("library") / "real.db", reports)


@pytest.fixture
async def with_real(tmp_path: Path, real: Path) -> AsyncIterator[Stage]:
    shutil.copy(real, tmp_path / "thuky.db")
    async with _on(tmp_path) as stage:
        yield stage


@pytest.mark.parametrize(("question", "answer", "quoted"), TOLD)
async def test_staff_and_groups_are_answered_from_the_real_reports(
    with_real: Stage, question: str, answer: str, quoted: str
) -> None:
    office = with_real.room(OFFICE)
    with_real.lan.says(question)
    message = await with_real.lan.hears(answer, quoted, "📄")
    assert message["text"].startswith(answer)
    with_real.minh.says(f"/hoi {question}", to=OFFICE)
    await office.hears(answer, quoted)


async def test_what_the_real_reports_do_not_say_is_refused(with_real: Stage) -> None:
    with_real.lan.says("how many tasks were completed in H2 2020")
    message = await with_real.lan.hears("H2 2020", "H1 2020")
    assert "119" not in message["text"]


async def test_a_stranger_learns_nothing_of_the_real_reports(with_real: Stage) -> None:
    with_real.stranger.says(TOLD[0][0])
    message = await with_real.stranger.hears(str(STRANGER))
    assert "119" not in message["text"]


async def test_an_admin_adds_a_real_report_and_the_group_hears_of_it(stage: Stage) -> None:
    if not SHARED.is_dir():
        pytest.skip("the development reports are not here")
    office = stage.room(OFFICE)
    stage.minh.sends(REAL[0], (SHARED / REAL[0]).read_bytes())
    await stage.minh.hears("Đã đọc xong", "Ngày văn bản: 25/6/2020")
    await office.hears("Có báo cáo mới", "6 tháng đầu năm")
    stage.lan.says(TOLD[0][0])
    await stage.lan.hears(*TOLD[0][1:])
