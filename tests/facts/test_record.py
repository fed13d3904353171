"""Passages to the store and back; quotes stand where they say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.facts import record
from knowledge.facts.fact import Fact, FactKind, Passage, Time
from knowledge.facts.report import spans_hold
from knowledge.model import Dimension, Name, Period, Quantity, Span
from tests.facts.told import document, passages, understood

# Reading takes its time: of the examples of the profile, one in so many.
BRIEF = settings(max_examples=max(1, settings().max_examples // 4))
BRIEFER = settings(max_examples=max(1, settings().max_examples // 10))
WORDS = st.sampled_from(["thu", "phí", "xe", "kế", "hoạch", "đường"])
TERMS = st.frozensets(st.builds("w:{}".format, WORDS) | st.sampled_from(["c:fee", "n:gate:bo-y"]), max_size=5)
TEXT = st.text(max_size=12)
NUMBERS = st.none() | st.decimals(allow_nan=False, allow_infinity=False, places=3)
DAYS = st.dates(date(1990, 1, 1), date(2060, 1, 1))
PERIODS = st.builds(
    lambda start, days, opened: Period(start, start + timedelta(days), opened), DAYS, st.integers(1, 800), st.booleans()
)
TIMES = st.builds(Time, PERIODS, st.integers(0, 4), st.sampled_from(["period", "day", "as-of", "deadline", "since"]))
LAYERED = st.lists(st.tuples(TEXT, st.integers(0, 4)), max_size=3).map(tuple)
QUANTITIES = st.builds(
    Quantity,
    NUMBERS,
    st.none() | TEXT,
    st.sampled_from(Dimension),
    NUMBERS,
    NUMBERS,
    NUMBERS,
    st.none() | TEXT,
    st.booleans(),
)
NAMES = st.builds(Name, TEXT, TEXT, st.booleans(), st.none() | TEXT)
FACTS = st.builds(
    Fact,
    kind=st.sampled_from(FactKind),
    span=st.builds(lambda start, size: Span(start, start + size), st.integers(0, 90), st.integers(0, 30)),
    text=TEXT,
    near=TERMS,
    clause=TERMS,
    times=st.lists(TIMES, max_size=2).map(tuple),
    names=LAYERED,
    quantity=st.none() | QUANTITIES,
    period=st.none() | PERIODS,
    name=st.none() | NAMES,
    items=st.lists(TEXT, max_size=3).map(tuple),
    traits=st.frozensets(TEXT, max_size=3),
    counted=st.none() | st.text(min_size=1, max_size=8),
    label=TERMS,
    governs=LAYERED,
    header=TEXT,
)
PASSAGES = st.builds(
    Passage,
    kind=st.sampled_from(["sentence", "row", "heading"]),
    quote=TEXT,
    start=st.integers(0, 9999),
    end=st.integers(0, 9999),
    sentence=TERMS,
    context=TERMS,
    facts=st.lists(FACTS, max_size=3).map(tuple),
    names=st.lists(st.tuples(TEXT, TEXT), max_size=2).map(tuple),
    times=st.lists(TIMES, max_size=2).map(tuple),
    traits=st.frozensets(TEXT, max_size=2),
    group=st.integers(0, 99),
)
FIGURE = st.builds(
    "{} {}".format,
    st.decimals(0, 99999, places=1).map(lambda value: f"{value:,}".translate(str.maketrans(",.", ".,"))),
    st.sampled_from(["tỷ đồng", "triệu USD", "lượt xe", "tấn", "%", "người", "ha"]),
)
CLAUSE = st.builds(
    "{}{} {} {}".format,
    st.sampled_from(["", "Năm 2031, ", "Ngày 14/7/2031 ", "Quý II/2031, ", "Trong đó ", "Ông A Lăng Búp: "]),
    st.sampled_from(["thu phí", "kim ngạch xuất khẩu qua cửa khẩu Bờ Y", "số dự án", "Đính chính:", "cán bộ"]),
    st.sampled_from(["đạt", "tăng", "là", "gồm", "ghi", ":"]),
    FIGURE,
)
SENTENCE = st.builds(
    lambda clauses, stop: "; ".join(clauses) + stop,
    st.lists(CLAUSE, min_size=1, max_size=3),
    st.sampled_from([".", "!", ""]),
)
PARAGRAPHS = st.lists(st.lists(SENTENCE, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=4).map("\n\n".join)


def read_back(passage: Passage) -> Passage:
    return record.loads(passage.kind, passage.quote, passage.start, passage.end, record.dumps(passage))


def with_folded(passage: Passage) -> Passage:
    """`passage` as it should come back: the folded form of every word beside it."""
    return replace(
        passage,
        sentence=record.folded(passage.sentence),
        context=record.folded(passage.context),
        facts=tuple(
            replace(
                fact,
                near=record.folded(fact.near),
                clause=record.folded(fact.clause),
                label=record.folded(fact.label),
            )
            for fact in passage.facts
        ),
    )


@given(PASSAGES)
@BRIEF
def test_any_passage_comes_back_with_its_folded_words(passage: Passage) -> None:
    assert read_back(passage) == with_folded(passage)


@given(PASSAGES)
@BRIEF
def test_what_came_back_is_kept_the_same(passage: Passage) -> None:
    once = read_back(passage)
    assert read_back(once) == once


def test_folded_words_stand_beside_the_accented_ones() -> None:
    assert record.folded(frozenset({"w:khẩu", "c:export"})) == {"w:khẩu", "f:khau", "c:export"}


def test_figures_are_kept_to_the_last_digit() -> None:
    exact = Decimal("98765432109876.54321")
    fact = Fact(FactKind.QUANTITY, Span(0, 1), "x", frozenset(), frozenset(), quantity=Quantity(exact))
    passage = Passage("sentence", "x", 0, 1, frozenset(), frozenset(), (fact,))
    assert read_back(passage).facts[0].quantity == Quantity(exact)


@given(PARAGRAPHS)
@BRIEFER
def test_quotes_of_any_paragraphs_stand_where_they_say(text: str) -> None:
    assert spans_hold(document(text), understood(text).passages)


@given(PARAGRAPHS)
@BRIEFER
def test_what_is_read_of_any_paragraphs_comes_back(text: str) -> None:
    for passage in passages(text):
        assert read_back(passage) == with_folded(passage)


def test_a_quote_out_of_place_is_noticed() -> None:
    text = "Thu phí năm 2031 đạt 70 tỷ đồng.\n\nCả năm có 1.204 lượt xe."
    first, *rest = passages(text)
    moved = replace(first, start=first.start + 1, end=first.end + 1)
    outside = replace(first, facts=tuple(replace(fact, span=Span(0, 999)) for fact in first.facts))
    assert spans_hold(document(text), (first, *rest))
    assert not spans_hold(document(text), (moved, *rest))
    assert not spans_hold(document(text), (outside, *rest))
