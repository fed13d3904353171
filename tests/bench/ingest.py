"""A folder taken in, with all reading, understanding and indexing, beside viparse that only reads the same files."""

from __future__ import annotations

import tempfile
from contextlib import aclosing
from datetime import datetime
from functools import cache
from pathlib import Path
from time import perf_counter

import viparse  # type: ignore[import-untyped]

from knowledge.library import Library
from knowledge.library.bulk import cores
from tests.documents import made, made_pdf

FILES = 60
WARM = 20  # taken in before the clock starts: what a folder of thousands does not feel


@cache
def report(n: int) -> bytes:
    """Two pages for the n-th month since 2005, as .pdf with a table, which viparse reads by itself."""
    when = f"tháng {n % 12 + 1} năm {2005 + n // 12}"
    parts: list[made.Part] = [f"* Báo cáo kết quả công tác {when}"]
    for number, gate in enumerate(("Móng Cái", "Hữu Nghị", "Tân Thanh", "Thanh Thủy", "Lệ Thanh", "Cha Lo"), 1):
        parts += [
            f"# {number}. Cửa khẩu {gate}",
            f"Trong {when}, kim ngạch xuất nhập khẩu qua cửa khẩu {gate} đạt {100 + n * number},5 triệu USD, tăng "
            f"{number + n % 9},2% so với cùng kỳ năm trước; phương tiện xuất nhập cảnh {1000 + 17 * n * number} lượt.",
            f"Đã hoàn thành {20 + n}/{30 + 2 * n} nhiệm vụ được giao, thu phí {number * (n + 3)},7 tỷ đồng, bằng "
            f"{50 + n % 40},3% kế hoạch năm; còn {number} nhiệm vụ đang thực hiện trong thời hạn.",
            [["Chỉ tiêu", "Xuất khẩu", "Nhập khẩu"], ["Xe", str(n * 3 + number), str(n * 5 + number)]],
        ]
    return made_pdf.pdf(parts)


async def measure() -> list[tuple[str, str]]:
    """(what, figure) for files of two pages."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{n:03}.pdf" for n in range(WARM + FILES)]
        for n, path in enumerate(paths):
            path.write_bytes(report(n))
        viparse.load(str(paths[0]), encoding="auto")
        started = perf_counter()
        for path in paths[WARM:]:
            viparse.load(str(path), encoding="auto")
        alone = (perf_counter() - started) / FILES
        async with await Library.open(Path(folder) / "thuky.db") as library:
            sources = [(path.name, path.read_bytes) for path in paths]
            async with aclosing(library.add_all(sources, now=datetime.now)) as outcomes:
                async for one in outcomes:
                    if one.index == WARM - 1:
                        started = perf_counter()
            spent = (perf_counter() - started) / FILES
    return [
        ("viparse, reading alone", f"{alone * 1000:.0f} ms a file"),
        (f"ingest over {cores()} processors", f"{spent * 1000:.0f} ms a file, {spent / alone:.1f} times that"),
    ]
