"""The whole way: reports in, answers out, with the sample reports."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

import bot
from knowledge.library import Library

SAMPLES = Path(bot.__file__).parent / "samples"
ROUNDS = 20
QUESTIONS = (
    "6 tháng đầu năm 2023 hoàn thành bao nhiêu nhiệm vụ?",
    "nam 2022 thu phi duoc bao nhieu",
    "how many trucks passed Huu Nghi in the first half of 2023",
    "ai chủ trì hội nghị sơ kết?",
    "năm 2022 Tân Thanh đạt bao nhiêu phần trăm dự toán?",
    "so với năm 2021 phương tiện giảm bao nhiêu?",
    "năm 2040 hoàn thành bao nhiêu nhiệm vụ?",
    "Trưởng ban yêu cầu gì?",
)


async def measure() -> list[tuple[str, str]]:
    """(what, figure) for the sample reports."""
    files = sorted(file for file in SAMPLES.iterdir() if file.is_file())
    async with await Library.open(":memory:") as library:
        started = perf_counter()
        for file in files:
            await library.add(file.name, file.read_bytes(), now=datetime(2024, 1, 1))
        found = [("reports taken in", f"{(perf_counter() - started) / len(files) * 1000:.0f} ms each")]
        started = perf_counter()
        await library.answer(QUESTIONS[0], asked_on=date(2024, 1, 1))
        found.append(("first answer", f"{(perf_counter() - started) * 1000:.0f} ms"))
        taken = []
        for question in QUESTIONS * ROUNDS:
            started = perf_counter()
            await library.answer(question, asked_on=date(2024, 1, 1))
            taken.append((perf_counter() - started) * 1000)
        found.append(
            ("answers after that", f"median {median(taken):.2f} ms, 95 % within {quantiles(taken, n=20)[-1]:.2f} ms")
        )
    return found
