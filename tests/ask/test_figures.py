"""Dialogues over a few invented reports: the figure meant and no other, or a refusal that says why."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal

import pytest

from knowledge.library import Library
from knowledge.model import Answer, Choice, Found, Unknown

ADDED = datetime(2032, 2, 1, 8, 0)


def report(province: str, time: str, day: str, text: str) -> str:
    """A report of the board of `province` on `time`, dated `day`."""
    head = f"BAN QUẢN LÝ KHU KINH TẾ TỈNH {province.upper()}\n\n{province}, ngày {day}\n\n"
    return f"{head}BÁO CÁO\nKết quả công tác {time}\n\n{text}"


YEAR = report(
    "Kon Tum",
    "năm 2031",
    "05 tháng 01 năm 2032",
    """Năm 2031, kim ngạch xuất khẩu qua cửa khẩu Bờ Y đạt 215,4 triệu USD, tăng 12,5% so với năm 2030; \
kim ngạch nhập khẩu đạt 98,1 triệu USD.

Kế hoạch thu phí năm 2031 là 60 tỷ đồng, thực hiện được 52,5 tỷ đồng.

Tại cửa khẩu Bờ Y có 31.204 lượt xe xuất nhập cảnh, tại cửa khẩu Đăk Kôi có 655 lượt xe.

Có 118 nhiệm vụ được giao, trong đó hoàn thành 104 nhiệm vụ, quá hạn 9 nhiệm vụ.

Ông A Lăng Búp, Trưởng ban, chủ trì hội nghị tổng kết.

Khai trương chợ biên giới dự kiến ngày 20/12/2031; đến ngày 28/12/2031 đã khai trương chợ.
""",
)
HALF = report(
    "Kon Tum",
    "6 tháng đầu năm 2031",
    "05 tháng 7 năm 2031",
    """6 tháng đầu năm 2031, kim ngạch xuất khẩu qua cửa khẩu Bờ Y đạt 100,1 triệu USD; \
kim ngạch nhập khẩu đạt 40 triệu USD.
""",
)
BEFORE = report(
    "Kon Tum",
    "năm 2030",
    "05 tháng 01 năm 2031",
    """Năm 2030, kim ngạch xuất khẩu qua cửa khẩu Bờ Y đạt 191,5 triệu USD; kim ngạch nhập khẩu đạt 90 triệu USD.

Năm 2030 có 96 nhiệm vụ được giao, quá hạn 12 nhiệm vụ.

Bà Y Hạnh, Trưởng ban, chủ trì hội nghị tổng kết.
""",
)
OTHER = report(
    "Điện Biên",
    "năm 2031",
    "06 tháng 01 năm 2032",
    """Năm 2031, kim ngạch xuất khẩu qua cửa khẩu Tây Trang đạt 77,3 triệu USD; kim ngạch nhập khẩu đạt 20,2 triệu USD.

Thu phí năm 2031 đạt 11,5 tỷ đồng.
""",
)
REPORTS = (YEAR, HALF, BEFORE)


LOOP = asyncio.Runner()
OPEN: dict[tuple[str, ...], Library] = {}


@pytest.fixture(scope="module", autouse=True)
def closed_at_the_end() -> Iterator[None]:
    """Reports are read once for all dialogues over them; the libraries are closed when all is asked."""
    yield
    for library in OPEN.values():
        LOOP.run(library.close())
    OPEN.clear()
    LOOP.close()


async def _library(reports: tuple[str, ...]) -> Library:
    if reports not in OPEN:
        OPEN[reports] = await Library.open(":memory:")
        for number, text in enumerate(reports):
            await OPEN[reports].add(f"bc{number}.txt", text.encode(), now=ADDED)
    return OPEN[reports]


def asked(reports: tuple[str, ...], *dialogue: str) -> list[Answer]:
    """The answer to each question of `dialogue`, each asked after those before it."""

    async def work() -> list[Answer]:
        library = await _library(reports)
        return [
            await library.answer(question, asked_on=date(2032, 2, 10), context=dialogue[:earlier])
            for earlier, question in enumerate(dialogue)
        ]

    return LOOP.run(work())


def last(reports: tuple[str, ...], *dialogue: str) -> Answer:
    return asked(reports, *dialogue)[-1]


def shorts(reports: tuple[str, ...], *dialogue: str) -> list[str]:
    """The first line of each answer; of a refusal its code."""
    return [_short(answer) for answer in asked(reports, *dialogue)]


def _short(answer: Answer) -> str:
    match answer:
        case Found():
            return answer.short
        case Unknown():
            return answer.code
        case Choice():
            return "choice"


def arithmetic(reports: tuple[str, ...], question: str) -> str | None:
    found = last(reports, question)
    assert isinstance(found, Found)
    return found.arithmetic


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Kim ngạch xuất khẩu qua cửa khẩu Bờ Y năm 2031 là bao nhiêu?", "215,4 triệu USD"),
        ("Kim ngạch nhập khẩu năm 2031 là bao nhiêu?", "98,1 triệu USD"),
        ("Kim ngạch xuất khẩu năm 2031 tăng bao nhiêu phần trăm?", "12,5%"),
        ("Kế hoạch thu phí năm 2031 là bao nhiêu?", "60 tỷ đồng"),
        ("Năm 2031 thực hiện thu phí được bao nhiêu?", "52,5 tỷ đồng"),
        ("Bao nhiêu lượt xe qua cửa khẩu Bờ Y năm 2031?", "31.204 lượt xe"),
        ("Bao nhiêu lượt xe qua cửa khẩu Đăk Kôi năm 2031?", "655 lượt xe"),
        ("Có bao nhiêu nhiệm vụ được giao năm 2031?", "118 nhiệm vụ"),
        ("Năm 2031 có bao nhiêu nhiệm vụ quá hạn?", "9 nhiệm vụ"),
        ("Kim ngạch xuất khẩu 6 tháng đầu năm 2031 là bao nhiêu?", "100,1 triệu USD"),
        ("Kim ngạch xuất khẩu năm 2030 là bao nhiêu?", "191,5 triệu USD"),
    ],
)
def test_the_figure_meant_of_several_in_the_sentence(question: str, expected: str) -> None:
    assert shorts(REPORTS, question) == [expected]


@pytest.mark.parametrize(
    "question",
    [
        "kim ngach xuat khau qua cua khau bo y nam 2031 la bao nhieu",
        "kim nghạch xuất khâu qua cửa khẩu Bờ Y năm 2031",
        "KIM NGẠCH XUẤT KHẨU QUA CỬA KHẨU BỜ Y NĂM 2031?",
        "năm 2031 xuất khẩu qua Bờ Y được bao nhiêu",
        "What was the export turnover through Bo Y border gate in 2031?",
        "Export value at Bo Y in 2031?",
    ],
)
def test_however_it_is_worded_the_figure_is_the_same(question: str) -> None:
    found = last(REPORTS, question)
    assert isinstance(found, Found)
    assert (found.value, found.unit) == (Decimal(215_400_000), "USD")
    assert "215,4 triệu USD" in found.citations[0].quote


def test_the_answer_marks_its_place_in_the_sentence() -> None:
    found = last(REPORTS, "Kim ngạch nhập khẩu năm 2031 là bao nhiêu?")
    assert isinstance(found, Found)
    (citation,) = found.citations
    assert citation.mark is not None
    assert citation.quote[citation.mark.start : citation.mark.end] == "98,1 triệu USD"
    assert citation.document_date == date(2032, 1, 5)


@pytest.mark.parametrize(
    ("question", "code", "asked_for"),
    [
        ("Thu phí 6 tháng đầu năm 2031 là bao nhiêu?", "no_period", "6 tháng đầu năm 2031"),
        ("Kim ngạch xuất khẩu quý I năm 2031 là bao nhiêu?", "no_period", "quý I/2031"),
        ("Kim ngạch xuất khẩu năm 2025 là bao nhiêu?", "no_period", "năm 2025"),
        ("Kim ngạch xuất khẩu qua cửa khẩu Lao Bảo năm 2031?", "no_name", "Lao Bảo"),
        ("Số giường bệnh năm 2031 là bao nhiêu?", "nothing", None),
        ("Ai là Phó Trưởng ban năm 2031?", "nothing", None),
        ("Năm 2031?", "bare_name", "năm 2031"),
        ("Xin chào", "not_a_question", None),
    ],
)
def test_what_no_report_says_is_refused_with_its_reason(question: str, code: str, asked_for: str | None) -> None:
    refused = last(REPORTS, question)
    assert isinstance(refused, Unknown)
    assert (refused.code, refused.details.get("asked")) == (code, asked_for)


def test_a_refusal_tells_what_is_held_instead() -> None:
    refused = last(REPORTS, "Thu phí 6 tháng đầu năm 2031 là bao nhiêu?")
    assert isinstance(refused, Unknown)
    assert refused.held == ("năm 2031",)


def test_without_reports_there_is_nothing_to_ask() -> None:
    assert shorts((), "Kim ngạch xuất khẩu năm 2031 là bao nhiêu?") == ["empty"]


@pytest.mark.parametrize(
    "dialogue",
    [
        [
            ("Kim ngạch xuất khẩu năm 2030 là bao nhiêu?", "191,5 triệu USD"),
            ("còn nhập khẩu?", "90 triệu USD"),
            ("còn năm 2031?", "98,1 triệu USD"),
        ],
        [
            ("How many tasks were assigned in 2031?", "118 nhiệm vụ"),
            ("and overdue?", "9 nhiệm vụ"),
            ("and in 2030?", "12 nhiệm vụ"),
        ],
        [
            ("Có bao nhiêu nhiệm vụ được giao năm 2031?", "118 nhiệm vụ"),
            ("trong đó quá hạn?", "9 nhiệm vụ"),
            ("năm trước thì sao?", "12 nhiệm vụ"),
        ],
        [
            ("Bao nhiêu lượt xe qua cửa khẩu Bờ Y năm 2031?", "31.204 lượt xe"),
            ("thế còn Đăk Kôi?", "655 lượt xe"),
        ],
        [
            ("Kim ngạch xuất khẩu năm 2031 là bao nhiêu?", "215,4 triệu USD"),
            ("còn 6 tháng đầu năm?", "100,1 triệu USD"),
        ],
        [
            ("Kim ngạch xuất khẩu năm 2031 là bao nhiêu?", "215,4 triệu USD"),
            ("cảm ơn", "not_a_question"),
            ("còn nhập khẩu?", "98,1 triệu USD"),
        ],
        [
            ("Kim ngạch xuất khẩu năm 2031 là bao nhiêu?", "215,4 triệu USD"),
            ("Có bao nhiêu nhiệm vụ được giao năm 2030?", "96 nhiệm vụ"),
        ],
        [
            ("Kim ngạch xuất khẩu năm 2031 là bao nhiêu?", "215,4 triệu USD"),
            ("còn năm 2019?", "no_period"),
        ],
    ],
    ids=["side, then year", "English", "part, then year before", "gate", "half", "thanks between", "alone", "refused"],
)
def test_follow_ups(dialogue: list[tuple[str, str]]) -> None:
    questions, expected = zip(*dialogue, strict=True)
    assert shorts(REPORTS, *questions) == list(expected)


FEES = report("Kon Tum", "năm 2031", "05 tháng 01 năm 2032", "Thu phí năm 2031 đạt 70 tỷ đồng.\n")


def test_two_boards_with_a_figure_each_are_asked_back() -> None:
    choice = last((FEES, OTHER), "Thu phí năm 2031 là bao nhiêu?")
    assert isinstance(choice, Choice)
    assert {option.split(":")[0] for option in choice.options} == {"70 tỷ đồng", "11,5 tỷ đồng"}
    assert len(choice.questions) == len(choice.citations) == 2


@pytest.mark.parametrize(
    "question",
    [
        "Kim ngạch xuất khẩu của tỉnh Điện Biên năm 2031 là bao nhiêu?",
        "Kim ngạch xuất khẩu qua cửa khẩu Tây Trang năm 2031 là bao nhiêu?",
    ],
)
def test_a_province_or_gate_named_settles_which_board(question: str) -> None:
    assert shorts((YEAR, OTHER), question) == ["77,3 triệu USD"]


CORRECTED = (
    report(
        "Kon Tum", "6 tháng đầu năm 2031", "05 tháng 7 năm 2031", "6 tháng đầu năm 2031 thu phí đạt 39,2 tỷ đồng.\n"
    ),
    report(
        "Kon Tum",
        "năm 2031",
        "05 tháng 01 năm 2032",
        "Đính chính: báo cáo 6 tháng đầu năm 2031 ghi thu phí 39,2 tỷ đồng; số đúng là 32,9 tỷ đồng.\n\n"
        "Thu phí năm 2031 đạt 70 tỷ đồng.\n",
    ),
)


@pytest.mark.parametrize("reports", [CORRECTED, CORRECTED[::-1]], ids=["in order", "the correction first"])
def test_a_correction_wins_over_the_old_figure(reports: tuple[str, ...]) -> None:
    assert shorts(reports, "Thu phí 6 tháng đầu năm 2031 là bao nhiêu?") == ["32,9 tỷ đồng"]


def test_what_was_corrected_is_computed_with() -> None:
    expected = "70 tỷ đồng - 32,9 tỷ đồng = 37,1 tỷ đồng"
    assert arithmetic(CORRECTED, "Thu phí 6 tháng cuối năm 2031 là bao nhiêu?") == expected


GATES = report(
    "Kon Tum",
    "năm 2031",
    "05 tháng 01 năm 2032",
    """Kim ngạch xuất khẩu qua cửa khẩu Bờ Y đạt 200 triệu USD; qua cửa khẩu Đăk Kôi đạt 50 triệu USD.

Kim ngạch xuất khẩu toàn tỉnh đạt 250 triệu USD, kim ngạch nhập khẩu toàn tỉnh đạt 90 triệu USD.

Đã hoàn thành 104/128 nhiệm vụ.

Dự án bãi kiểm hóa quy mô 14,5 ha: đã bàn giao mặt bằng 11,2 ha.

Doanh nghiệp trong Khu kinh tế cửa khẩu Bờ Y nộp ngân sách 300 tỷ đồng; tại cửa khẩu Bờ Y thu ngân sách 120 tỷ đồng.
""",
)


@pytest.mark.parametrize(
    ("reports", "question", "expected"),
    [
        (
            (GATES,),
            "Tổng cộng hai cửa khẩu Bờ Y và Đăk Kôi xuất khẩu được bao nhiêu năm 2031?",
            "200 triệu USD + 50 triệu USD = 250 triệu USD",
        ),
        (
            (GATES,),
            "Cộng cả xuất khẩu và nhập khẩu toàn tỉnh năm 2031 được bao nhiêu?",
            "250 triệu USD + 90 triệu USD = 340 triệu USD",
        ),
        (
            (GATES,),
            "Kim ngạch xuất khẩu qua cửa khẩu Bờ Y cao hơn cửa khẩu Đăk Kôi bao nhiêu?",
            "200 triệu USD - 50 triệu USD = 150 triệu USD",
        ),
        (
            (GATES,),
            "Kim ngạch xuất khẩu qua cửa khẩu Đăk Kôi chiếm bao nhiêu phần trăm?",
            "50 triệu USD / 250 triệu USD = 20%",
        ),
        ((GATES,), "Đã hoàn thành bao nhiêu phần trăm nhiệm vụ?", "104/128 nhiệm vụ = 81,25%"),
        ((GATES,), "Còn lại bao nhiêu nhiệm vụ?", "104/128 nhiệm vụ: 24 nhiệm vụ"),
        ((GATES,), "Còn bao nhiêu ha mặt bằng chưa bàn giao?", "14,5 ha - 11,2 ha = 3,3 ha"),
        (
            REPORTS,
            "Kim ngạch xuất khẩu năm 2031 so với năm 2030 tăng bao nhiêu triệu USD?",
            "215,4 triệu USD - 191,5 triệu USD = 23,9 triệu USD",
        ),
        (
            REPORTS,
            "Nhiệm vụ quá hạn năm 2031 giảm bao nhiêu so với năm 2030?",
            "12 nhiệm vụ - 9 nhiệm vụ = 3 nhiệm vụ",
        ),
        (
            REPORTS,
            "Thu phí năm 2031 còn thiếu bao nhiêu so với kế hoạch?",
            "60 tỷ đồng - 52,5 tỷ đồng = 7,5 tỷ đồng",
        ),
        (
            REPORTS,
            "Kim ngạch xuất khẩu qua cửa khẩu Bờ Y 6 tháng cuối năm 2031 là bao nhiêu?",
            "215,4 triệu USD - 100,1 triệu USD = 115,3 triệu USD",
        ),
    ],
    ids=[
        "gates",
        "sides",
        "gate less gate",
        "share",
        "ratio",
        "rest",
        "rest of a whole",
        "years",
        "fall",
        "shortfall",
        "second half",
    ],
)
def test_what_is_computed_is_shown_in_full(reports: tuple[str, ...], question: str, expected: str) -> None:
    assert arithmetic(reports, question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Thu ngân sách tại cửa khẩu Bờ Y năm 2031 là bao nhiêu?", "120 tỷ đồng"),
        ("Thu ngân sách trong khu kinh tế cửa khẩu Bờ Y năm 2031 là bao nhiêu?", "300 tỷ đồng"),
    ],
)
def test_a_gate_is_not_the_zone_named_after_it(question: str, expected: str) -> None:
    assert shorts((GATES,), question) == [expected]


def test_what_is_written_is_not_computed() -> None:
    assert arithmetic(REPORTS, "Kim ngạch xuất khẩu năm 2031 tăng bao nhiêu phần trăm?") is None


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Ai là Trưởng ban năm 2031?", "A Lăng Búp"),
        ("Năm 2030 ai là trưởng ban?", "Y Hạnh"),
        ("ai la truong ban nam 2030", "Y Hạnh"),
        ("Who was the head of the board in 2030?", "Y Hạnh"),
        ("Trưởng ban là ai?", "A Lăng Búp"),
        ("Ông A Lăng Búp giữ chức vụ gì?", "Trưởng ban"),
        ("Bà Y Hạnh giữ chức vụ gì?", "Trưởng ban"),
    ],
)
def test_people_by_their_post_and_time_and_posts_by_name(question: str, expected: str) -> None:
    assert shorts(REPORTS, question) == [expected]


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("Chợ biên giới dự kiến khai trương ngày nào?", "2031-12-20"),
        ("Chợ biên giới khai trương ngày nào?", "2031-12-28"),
    ],
)
def test_the_day_planned_is_not_the_day_held(question: str, day: str) -> None:
    found = last(REPORTS, question)
    assert isinstance(found, Found)
    assert found.day == day
