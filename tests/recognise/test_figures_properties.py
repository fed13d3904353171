"""Properties of the recognition of figures and times that hold for any text."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.lexicon.load import load
from knowledge.model import Mention, MentionKind, Period, Quantity
from knowledge.recognise.engine import Recogniser

TODAY = date(2024, 5, 10)
RECOGNISER = Recogniser(load())
DIGITS = {1: "một", 2: "hai", 3: "ba", 4: "bốn", 5: "năm", 6: "sáu", 7: "bảy", 8: "tám", 9: "chín"}
VOCABULARY = """năm 2020 tháng quý nửa đầu cuối 6 T/ 119/128 nhiệm vụ triệu đồng % từ đến trước so với cùng kỳ - – ; , .
    ( ) không có hơn gần 1.234,5 1,234.5 25/6 Hữu Nghị H1 Q3 last year the first half of m2 USD $ một trăm linh nam"""
WORDS = st.sampled_from([*VOCABULARY.split(), "\t", "\n"])
HALFWAY = st.lists(WORDS, max_size=25).map(" ".join)
NUMBERS = st.decimals(min_value=0, max_value=10**12, places=2, allow_nan=False, allow_infinity=False)


def vietnamese(value: Decimal) -> str:
    """As reports write it: dots group, the comma is decimal."""
    whole, _, decimals = f"{value:,f}".partition(".")
    decimals = decimals.rstrip("0")
    return whole.replace(",", ".") + ("," + decimals if decimals else "")


def in_words(value: int) -> str:
    """A number from 1 to 999 as it is said in Vietnamese."""
    hundreds, rest = divmod(value, 100)
    tens, ones = divmod(rest, 10)
    parts = [f"{DIGITS[hundreds]} trăm"] if hundreds else []
    if not tens:
        if ones:
            parts.append(f"linh {DIGITS[ones]}" if hundreds else DIGITS[ones])
        return " ".join(parts)
    parts.append("mười" if tens == 1 else f"{DIGITS[tens]} mươi")
    if ones:
        parts.append("lăm" if ones == 5 else "mốt" if ones == 1 and tens > 1 else DIGITS[ones])
    return " ".join(parts)


def quantities(text: str) -> list[Quantity]:
    found = RECOGNISER.figures(text, today=TODAY)
    return [mention.value for mention in found if isinstance(mention.value, Quantity)]


def figures_apart(mentions: tuple[Mention, ...]) -> bool:
    return all(one.span.end <= two.span.start for one, two in pairwise(mentions))


@given(NUMBERS)
def test_a_figure_written_the_vietnamese_way_comes_back(value: Decimal) -> None:
    found = quantities(f"Tổng số thu được là {vietnamese(value)} triệu đồng trong kỳ")
    assert [quantity.value for quantity in found] == [value * 1_000_000]


@given(NUMBERS)
def test_a_figure_written_the_english_way_comes_back(value: Decimal) -> None:
    written = f"{value:,f}"
    found = quantities(f"the total value of the goods was {written} million dollars")
    assert [quantity.value for quantity in found] == [value * 1_000_000]


@given(st.integers(min_value=1, max_value=999))
def test_a_number_in_words_comes_back(value: int) -> None:
    found = quantities(f"Đã có {in_words(value)} doanh nghiệp đăng ký")
    assert [quantity.value for quantity in found] == [value]


@given(
    st.dates(min_value=date(1990, 1, 1), max_value=date(2039, 12, 31)),
    st.sampled_from(
        [
            "{0:%d/%m/%Y}",
            "ngày {0.day} tháng {0.month} năm {0.year}",
            "ngay {0.day}/{0.month}/{0.year}",
            "{0:%Y-%m-%d}",
            "{0:%d.%m.%Y}",
        ]
    ),
)
def test_a_day_comes_back(day: date, form: str) -> None:
    found = RECOGNISER.figures("Họp " + form.format(day), today=TODAY)
    assert [(m.kind, m.value) for m in found] == [(MentionKind.DATE, Period(day, day + timedelta(days=1)))]


@settings(max_examples=300)
@given(st.one_of(st.text(max_size=200), HALFWAY), st.booleans())
def test_any_text_is_read_and_spans_are_its_own(text: str, anchored: bool) -> None:
    anchor = Period(date(2019, 1, 1), date(2020, 1, 1)) if anchored else None
    found = RECOGNISER.figures(text, today=TODAY, anchor=anchor)
    assert all(text[m.span.start : m.span.end] == m.text and m.text for m in found)
    assert figures_apart(found)


@given(HALFWAY)
def test_the_same_text_is_read_the_same_way(text: str) -> None:
    assert RECOGNISER.figures(text, today=TODAY) == RECOGNISER.figures(text, today=TODAY)


@pytest.mark.parametrize(
    "piece", ["1.", "1,1", "a/", "năm ", "2020-", "từ 1 đến ", "((((", "không có ", "1 tỷ ", "12/", "@a.", "tháng 1, "]
)
def test_long_repetition_takes_no_longer_than_its_length(piece: str) -> None:
    """No pattern backtracks beyond reason: where one does, minutes pass."""
    text = piece * (20_000 // len(piece))
    begun = process_time()
    RECOGNISER.figures(text, today=TODAY)
    assert process_time() - begun < 20
