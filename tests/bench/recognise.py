"""Recognition: a sentence in, its figures, times and names out."""

from __future__ import annotations

from datetime import date
from statistics import median, quantiles
from time import perf_counter

from knowledge.lexicon.load import load
from knowledge.recognise.engine import Recogniser

SENTENCES = (
    "Tại cửa khẩu Hữu Nghị, kim ngạch đạt 1.234,5 triệu USD, tăng 12,4% so với cùng kỳ năm 2021.",
    "Ông Trần Văn Bảy, Phó Trưởng ban, báo cáo 6 tháng đầu năm 2023: 41/44 nhiệm vụ, còn 03 nhiệm vụ trong hạn.",
    "Trưởng ban yêu cầu Văn phòng trình trước ngày 15/8/2023.",
)
ROUNDS = 200


def measure() -> list[tuple[str, str]]:
    """(what, figure) for sentences of about 100 characters."""
    recogniser = Recogniser(load())
    taken = []
    for sentence in SENTENCES * ROUNDS:
        started = perf_counter()
        recogniser.recognise(sentence, today=date(2024, 1, 1))
        taken.append((perf_counter() - started) * 1000)
    return [("a sentence", f"median {median(taken):.2f} ms, 95 % within {quantiles(taken, n=20)[-1]:.2f} ms")]
