"""Figures in a row after their names in a row: each gets its own."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.facts.told import amount, figures, nearest


def test_slashes_between_labels_and_between_figures() -> None:
    green, yellow, red = figures("Luồng xanh/vàng/đỏ: 2.109/968/335 tờ khai.")
    assert [amount(fact) for fact in (green, yellow, red)] == [2109, 968, 335]
    assert "c:channel_green" in green.near
    assert "c:channel_yellow" in yellow.near
    assert "c:channel_red" in red.near
    assert "c:channel_green" not in yellow.near | red.near


def test_the_last_figures_unit_is_that_of_all() -> None:
    facts = figures("Luồng xanh/vàng/đỏ: 2.109/968/335 tờ khai.")
    assert {fact.quantity.unit for fact in facts if fact.quantity} == {"tờ khai"}


def test_names_in_turn() -> None:
    text = "Cửa khẩu Mường Khương và cửa khẩu Bản Vược lần lượt thu 3,1 tỷ đồng và 1,9 tỷ đồng."
    first, second = figures(text)
    assert (amount(first), nearest(first)) == (Decimal(3_100_000_000), {"gate:muong-khuong"})
    assert (amount(second), nearest(second)) == (Decimal(1_900_000_000), {"gate:ban-vuoc"})


def test_three_names_in_turn() -> None:
    text = "Số lượt xe qua cửa khẩu Bờ Y, cửa khẩu Bản Vược và cửa khẩu Tây Trang lần lượt là 415, 77 và 81 lượt."
    assert [(amount(fact), nearest(fact)) for fact in figures(text)] == [
        (Decimal(415), {"gate:bo-y"}),
        (Decimal(77), {"gate:ban-vuoc"}),
        (Decimal(81), {"gate:tay-trang"}),
    ]


def test_fewer_figures_than_labels_are_no_row() -> None:
    for fact in figures("Luồng xanh/vàng/đỏ: 2.109/968 tờ khai."):
        assert "c:channel_yellow" not in fact.near or "c:channel_green" in fact.near


def test_names_that_do_not_go_in_turn_share_both() -> None:
    first, *_ = figures("Cửa khẩu Bờ Y và cửa khẩu Bản Vược thu 3,1 tỷ đồng.")
    assert len(figures("Cửa khẩu Bờ Y và cửa khẩu Bản Vược thu 3,1 tỷ đồng.")) == 1
    assert {id_ for id_, _ in first.names} >= {"gate:bo-y", "gate:ban-vuoc"}


@pytest.mark.parametrize(
    "text",
    [
        "Lần lượt Bờ Y, Bản Vược, Tây Trang: 6,2; 3,7 và 11,4 triệu USD.",
        "Kim ngạch theo thứ tự Bờ Y, Bản Vược, Tây Trang là 6,2; 3,7 và 11,4 triệu USD.",
        "Cửa khẩu Bờ Y, Bản Vược, Tây Trang: 6,2; 3,7; 11,4 triệu USD.",
        "Kim ngạch đạt 6,2; 3,7 và 11,4 triệu USD, lần lượt ở Bờ Y, Bản Vược và Tây Trang.",
        "Đạt 6,2; 3,7 và 11,4 triệu USD tương ứng với Bờ Y, Bản Vược, Tây Trang.",
    ],
)
def test_each_way_to_say_so(text: str) -> None:
    assert [nearest(fact) for fact in figures(text)] == [{"gate:bo-y"}, {"gate:ban-vuoc"}, {"gate:tay-trang"}]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Chợ Vồm, chợ Sen Hạ, chợ Bến Đá lần lượt thu 120, 95 và 64 triệu đồng.", ("w:vồm", "w:sen", "w:đá")),
        ("Sản lượng xoài, chuối, mít xuất khẩu lần lượt là 120, 95 và 64 tấn.", ("w:xoài", "w:chuối", "w:mít")),
        ("Xuất được 120, 95 và 64 tấn, lần lượt là xoài, chuối và mít.", ("w:xoài", "w:chuối", "w:mít")),
    ],
)
def test_things_that_no_catalogue_knows(text: str, words: tuple[str, ...]) -> None:
    told = figures(text)
    assert len(told) == len(words)
    for fact, own in zip(told, words, strict=True):
        assert own in fact.near
        assert not fact.near & set(words) - {own}


@pytest.mark.parametrize(
    "text",
    [
        "Bờ Y, Bản Vược, Tây Trang: 62 xe, 3 người và 4 hộ.",
        "Bờ Y và Bản Vược thu 3,1 và 1,9 tỷ đồng.",
    ],
)
def test_figures_that_are_not_each_ones(text: str) -> None:
    assert len({frozenset(nearest(fact)) for fact in figures(text)}) == 1
