"""Questions that leave something open are asked back; those that say which they mean are not."""

from __future__ import annotations

import pytest

from knowledge.model import Choice, Found
from tests.ask.asked import answer, short

PLAN = "Kế hoạch vốn đầu năm 93.600 triệu đồng, tháng 9 điều chỉnh còn 81.250 triệu đồng."
DUES = "Dự toán thu phí giao 62 tỷ đồng, giữa năm UBND tỉnh điều chỉnh lên 70 tỷ đồng."
BOUNDS = (
    "Tổng kim ngạch qua địa bàn đạt 2.310 triệu USD; nếu chỉ tính tờ khai mở tại Chi cục thì được 415 triệu USD, "
    "bằng 60% kế hoạch."
)
COLLECTED = "Thu phí hạ tầng đạt 41,5 tỷ đồng.\n\nThu ngân sách qua Hải quan Lào Cai đạt 310 tỷ đồng."
FEES = "Thu phí hạ tầng 9 tháng đạt 41,5 tỷ đồng, bằng 70% dự toán."
GOODS = "Kim ngạch qua cửa khẩu Bản Vược đạt 111,3 triệu USD."
APPOINTED = "Bà Lý Thị Mẩy được bổ nhiệm Trưởng phòng Quản lý đầu tư từ ngày 01/8/2031."


def before(text: str, year: int = 2028, kind: str = "năm") -> str:
    """A report of the same board on an earlier time."""
    return (
        f"BAN QUẢN LÝ KHU KINH TẾ TỈNH LÀO CAI\nLào Cai, ngày 06 tháng 01 năm {year + 1}\n\nBÁO CÁO\n"
        f"Kết quả công tác {kind} {year}\n\n{text}"
    )


FORMER = before("Ông Sùng A Páo được bổ nhiệm Trưởng phòng Quản lý đầu tư từ ngày 01/5/2028.")


@pytest.mark.parametrize(
    ("report", "question", "others", "offered"),
    [
        (PLAN, "Kế hoạch vốn năm 2031 là bao nhiêu?", (), ("93.600", "81.250")),
        (PLAN, "ke hoach von nam 2031 bao nhieu", (), ("93.600", "81.250")),
        (DUES, "Dự toán thu phí năm 2031 là bao nhiêu?", (), ("62 tỷ", "70 tỷ")),
        (BOUNDS, "Kim ngạch XNK năm 2031 là bao nhiêu?", (), ("2.310", "415")),
        (COLLECTED, "How much was collected in 2031?", (), ("41,5", "310")),
        (COLLECTED, "năm 2031 thu được bao nhiêu", (), ("41,5", "310")),
        (GOODS, "kim ngạch qua Bản Vược bao nhiêu", (before(GOODS.replace("111,3", "87,9")),), ("111,3", "87,9")),
        (APPOINTED, "Ai được bổ nhiệm Trưởng phòng Quản lý đầu tư?", (FORMER,), ("Mẩy", "Páo")),
        (APPOINTED, "Who was appointed head of the investment management division?", (FORMER,), ("Mẩy", "Páo")),
    ],
)
def test_is_asked_back(report: str, question: str, others: tuple[str, ...], offered: tuple[str, ...]) -> None:
    told = answer(report, question, *others)
    assert isinstance(told, Choice), told
    assert all(any(words in option for option in told.options) for words in offered)
    assert len(told.answers) == len(told.options)


@pytest.mark.parametrize(
    ("report", "question", "others", "expected"),
    [
        (PLAN, "Kế hoạch vốn năm 2031 sau điều chỉnh là bao nhiêu?", (), "81.250 triệu đồng"),
        (PLAN, "Kế hoạch vốn ban đầu năm 2031 là bao nhiêu?", (), "93.600 triệu đồng"),
        (COLLECTED, "Thu phí năm 2031 được bao nhiêu?", (), "41,5 tỷ đồng"),
        (COLLECTED, "How much budget revenue was collected in 2031?", (), "310 tỷ đồng"),
        (GOODS, "kim ngạch qua Bản Vược năm 2031", (before(GOODS.replace("111,3", "87,9")),), "111,3 triệu USD"),
        ("Toàn Ban có 52 cán bộ.", "Ban có bao nhiêu cán bộ?", (before("Toàn Ban có 48 cán bộ."),), "52 cán bộ"),
        (APPOINTED, "Trưởng phòng Quản lý đầu tư là ai?", (FORMER,), "Lý Thị Mẩy"),
        (APPOINTED, "Năm 2028 ai được bổ nhiệm Trưởng phòng Quản lý đầu tư?", (FORMER,), "Sùng A Páo"),
    ],
)
def test_says_which_it_means(report: str, question: str, others: tuple[str, ...], expected: str) -> None:
    told = answer(report, question, *others)
    assert isinstance(told, Found), told
    assert told.short == expected


def test_a_time_without_its_year_offers_the_years_that_tell() -> None:
    nine = before(FEES, 2029, "9 tháng đầu năm"), before(FEES.replace("41,5", "38,2"), 2030, "9 tháng đầu năm")
    told = answer(GOODS, "Thu phí hạ tầng 9 tháng được bao nhiêu?", *nine)
    assert isinstance(told, Choice), told
    assert ["38,2" in told.options[0] and "2030" in told.options[0], "41,5" in told.options[1]] == [True, True]
    assert "2029" in told.questions[1]


def test_nor_does_a_time_of_its_own_year() -> None:
    nine = before(FEES, 2029, "9 tháng đầu năm"), before(FEES.replace("41,5", "38,2"), 2030, "9 tháng đầu năm")
    assert not isinstance(answer(GOODS, "Thu phí hạ tầng 9 tháng năm 2027 được bao nhiêu?", *nine), Choice)
    assert not isinstance(answer(GOODS, "Thu phí hạ tầng năm ngoái được bao nhiêu?", *nine), Choice)


def test_an_option_is_told_by_its_whole_sentence_where_that_is_short() -> None:
    fires = (
        "Đêm 21/4/2031 xảy ra vụ cháy tại xưởng Bình Minh, thiệt hại 12 tỷ đồng.\n\n"
        "Ngày 06/9/2031 xảy ra vụ cháy tại bãi Đông, thiệt hại 4,5 tỷ đồng."
    )
    told = answer(fires, "Vụ cháy thiệt hại bao nhiêu?")
    assert isinstance(told, Choice), told
    assert any("Bình Minh" in option for option in told.options)


def test_names_written_in_the_lexicon_stay_names_without_marks() -> None:
    report = "Kim ngạch qua các cửa khẩu Cao Bằng đạt 590 triệu USD."
    assert short(report, "kim ngach qua cac cua khau cao bang nam 2031") == "590 triệu USD"


FIRE = "Cháy kho hàng ngày 12/3/2031, tắc đường vào cửa khẩu."
FIRES = (
    before("Ngày 07/5/2028 cháy kho hàng, tắc đường vào cửa khẩu ba giờ.").replace("LÀO CAI", "HÀ GIANG"),
    before("Rạng sáng 19/9, lửa bùng lên từ dãy nhà phía sau, chỗ cháy xa nhất cách chợ 2 km.", 2029)
    .replace("LÀO CAI", "LAI CHÂU")
    .replace("Kết quả công tác năm 2029", "Về vụ cháy kho hàng làm tắc đường vào cửa khẩu"),
)
WHICH_FIRE = "Cháy kho hàng làm tắc đường vào cửa khẩu hôm nào?"


def test_once_asked_back_what_is_told_less_plainly_is_offered_too() -> None:
    told = answer(FIRE, WHICH_FIRE, *FIRES)
    assert isinstance(told, Choice), told
    assert [any(day in option for option in told.options) for day in ("12/3/2031", "07/5/2028", "19/9")] == [True] * 3


@pytest.mark.parametrize("others", [FIRES[1:], ()])
def test_what_is_told_less_plainly_makes_no_question_open(others: tuple[str, ...]) -> None:
    told = answer(FIRE, WHICH_FIRE, *others)
    assert isinstance(told, Found), told
    assert told.day == "2031-03-12"
