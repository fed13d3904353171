"""The whole of it: the real library with the sample reports, the real application, real HTTP."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest

from bot.demo import samples
from bot.wording import units
from knowledge.library import Library
from tests.bot.doubles import ZONE
from tests.dialogues.stage import OFFICE, STRANGER, Stage, staged
from tests.documents import made
from tests.library.written import HALF

SHARED = Path(__file__).parents[3] / "shared" / "eval" / "dev" / "reports" / "so-ket-6-thang-2020.txt"


@pytest.fixture(scope="session")
def shelved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the sample reports in it, made once."""
    file = tmp_path_factory.mktemp("library") / "samples.db"

    async def fill() -> None:
        async with await Library.open(file) as library:
            for name, data in samples():
                await library.add(name, data, now=datetime(2026, 3, 1, 8, 0, tzinfo=ZONE))

    asyncio.run(fill())
    return file


@pytest.fixture
async def stage(tmp_path: Path, shelved: Path) -> AsyncIterator[Stage]:
    shutil.copy(shelved, tmp_path / "thuky.db")
    async with (
        await Library.open(tmp_path / "thuky.db") as library,
        staged(tmp_path, library) as stage,
        stage.running(),
    ):
        yield stage


@pytest.mark.parametrize(
    ("question", "answer", "quoted"),
    [
        ("6 tháng đầu năm 2023 hoàn thành bao nhiêu nhiệm vụ?", "57/60", "đã hoàn thành 57/60 nhiệm vụ"),
        ("6 thang dau nam 2023 hoan thanh bao nhieu nhiem vu", "57/60", "đã hoàn thành 57/60 nhiệm vụ"),
        ("how many tasks were completed in H1 2023", "57/60", "đã hoàn thành 57/60 nhiệm vụ"),
        ("thu phi nam 2022 duoc bao nhieu", "368,4 tỷ đồng", "cửa khẩu năm 2022 được 368,4 tỷ đồng"),
        ("ai chủ trì hội nghị sơ kết 6 tháng đầu năm 2023?", "Đoàn Văn Bách", "chủ trì Hội nghị"),
    ],
)
async def test_staff_get_the_figure_its_sentence_and_its_report(
    stage: Stage, question: str, answer: str, quoted: str
) -> None:
    stage.lan.says(question)
    message = await stage.lan.hears(answer, quoted, "📄")
    assert message["text"].startswith(answer)


async def test_a_follow_up_is_understood_from_the_question_before(stage: Stage) -> None:
    stage.lan.says("Cốc Nam 6 tháng đầu năm 2023 kim ngạch bao nhiêu?")
    await stage.lan.hears("74,9 triệu USD")
    stage.lan.says("thế Tân Thanh?")
    await stage.lan.hears("388,1 triệu USD", "Tân Thanh | 14.900 | 6.550 | 388,1")


async def test_what_the_reports_do_not_say_is_not_guessed(stage: Stage) -> None:
    stage.lan.says("6 tháng đầu năm 2031 hoàn thành bao nhiêu nhiệm vụ?")
    message = await stage.lan.hears("không")
    assert not message["text"][0].isdigit()


async def test_an_admin_adds_a_report_and_staff_ask_it_at_once(stage: Stage) -> None:
    office = stage.room(OFFICE)
    text = (
        "BAN QUẢN LÝ KHU KINH TẾ CỬA KHẨU\nSố: 12/BC-BQL\nLạng Sơn, ngày 03 tháng 4 năm 2025\n\n"
        "BÁO CÁO\nKết quả công tác quý I năm 2025\n\n"
        "Trong quý I năm 2025, Ban Quản lý tiếp nhận 214 hồ sơ, giải quyết đúng hạn 209 hồ sơ.\n"
    )
    stage.minh.sends("BC quy I-2025.txt", text)
    understood = await stage.minh.hears("Kết quả công tác quý I năm 2025", "Ngày văn bản: 3/4/2025", "quý I/2025")
    await office.hears("Có báo cáo mới", "Kết quả công tác quý I năm 2025")
    stage.lan.says("quý I năm 2025 tiếp nhận bao nhiêu hồ sơ?")
    await stage.lan.hears("214 hồ sơ")
    stage.minh.presses(understood, "↩️ Hoàn tác")
    await stage.minh.hears("Đã xoá", kind="edit")
    await office.hears("đã được rút lại", kind="edit")
    stage.lan.says("quý I năm 2025 tiếp nhận bao nhiêu hồ sơ?")
    message = await stage.lan.hears()
    assert "214" not in message["text"]


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("rong.docx", b"", "tệp trống"),
        ("anh.txt", bytes(range(256)) * 40, "không phải văn bản"),
        ("hong.docx", b"PK\x03\x04" + b"x" * 300, "bị hỏng"),
        ("bai.pdf", b"%PDF-1.4\n" + b"x" * 50, "bị hỏng"),
    ],
)
async def test_a_bad_file_gets_one_sentence_and_leaves_nothing(stage: Stage, name: str, data: bytes, told: str) -> None:
    before = len(await stage.library.reports())
    stage.minh.sends(name, data)
    await stage.minh.hears(name, told, "chưa lưu gì")
    assert len(await stage.library.reports()) == before


async def test_the_original_comes_back_byte_for_byte(stage: Stage) -> None:
    stage.lan.says("/baocao")
    stage.lan.presses(await stage.lan.hears("3 báo cáo"), "1")
    opened = await stage.lan.hears("Số liệu", kind="edit")
    stage.lan.presses(opened, "📎")
    name, data = next((n, d) for n, d in samples() if n in opened["text"])
    assert await stage.lan.receives(name) == data


async def test_a_stranger_learns_nothing(stage: Stage) -> None:
    stage.stranger.says("6 tháng đầu năm 2023 hoàn thành bao nhiêu nhiệm vụ?")
    message = await stage.stranger.hears(str(STRANGER))
    assert "57" not in message["text"]


async def test_markup_in_a_report_is_shown_as_it_stands(stage: Stage) -> None:
    text = 'BÁO CÁO\nKết quả công tác năm 2024\n\nNăm 2024, Ban tiếp nhận 77 <b>hồ sơ</b> & "đơn" </blockquote>.\n'
    stage.minh.sends("la.txt", text)
    await stage.minh.hears("Kết quả công tác năm 2024")
    stage.lan.says("năm 2024 tiếp nhận bao nhiêu hồ sơ?")
    message = await stage.lan.hears()
    assert units(message["text"]) <= 4096


@pytest.mark.skipif(not SHARED.exists(), reason="the development reports are not here")
async def test_the_development_report_end_to_end(stage: Stage) -> None:
    office = stage.room(OFFICE)
    stage.minh.sends(SHARED.name, SHARED.read_bytes())
    await stage.minh.hears("Đã đọc xong")
    await office.hears("Có báo cáo mới")
    stage.lan.says("how many tasks were completed in H1 2020")
    await stage.lan.hears("119/128", "📄")
    stage.lan.says("how many tasks were completed in H2 2020")
    message = await stage.lan.hears("H2 2020")
    assert "119" not in message["text"]


async def test_a_corrected_report_takes_the_place_of_the_old_one_until_it_is_undone(stage: Stage) -> None:
    old = made.txt(HALF)
    stage.minh.sends("bc.txt", old)
    await stage.minh.hears("Đã đọc xong")
    stage.minh.sends("bc-sua.txt", old.replace(b"61.240", b"63.785"))
    message = await stage.minh.hears("Đây là bản mới của Báo cáo Kết quả công tác 6 tháng đầu năm", "(tệp bc.txt)")
    stage.lan.says("6 tháng đầu năm 2021 thu ngân sách được bao nhiêu?")
    await stage.lan.hears("63.785 triệu đồng")
    stage.minh.presses(message, "↩️ Hoàn tác")
    await stage.minh.hears("Đã xoá", kind="edit")
    stage.lan.says("6 tháng đầu năm 2021 thu ngân sách được bao nhiêu?")
    await stage.lan.hears("61.240 triệu đồng")
