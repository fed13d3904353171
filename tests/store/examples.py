"""Reports and passages to store."""

from __future__ import annotations

from datetime import date

from knowledge.model import Heading, Period, Problem, ReportSummary
from knowledge.store import PassageRow

HEADING = Heading(
    title="Báo cáo kết quả công tác năm 2031",
    kind="bao_cao",
    document_date=date(2032, 1, 9),
    number="12/BC-BQL",
    period=Period(date(2031, 1, 1), date(2032, 1, 1), open_end=True),
    uncertain=frozenset({"number"}),
)


def summary(sha256: str = "aa", *, heading: Heading = HEADING, file: str = "bao cao.docx") -> ReportSummary:
    return ReportSummary(
        id=0,
        file=file,
        sha256=sha256,
        format="docx",
        added_at="2032-01-10T08:00:00",
        heading=heading,
        counts={"passages": 3, "figures": 7},
        people=("Trần Văn Sơn",),
        gates=("Mường Khương", "Xín Mần"),
        problems=(Problem("no_signer", {"page": "2"}),),
    )


def passage(terms: str, *, seq: int = 0, quote: str = "Có 5 dự án.") -> PassageRow:
    return PassageRow(None, None, seq, "sentence", quote, 10, 10 + len(quote), terms, '{"facts": []}')


def passages(*terms: str) -> list[PassageRow]:
    return [passage(each, seq=seq) for seq, each in enumerate(terms)]
