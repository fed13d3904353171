"""Likeness of names: slips are near, other names are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.similar import Shelf, allowed, distance, sound

NAMES = [
    "hữu nghị",
    "tân thanh",
    "chi ma",
    "nậm cắn",
    "thường phước",
    "hoàng thanh sơn",
    "lương thanh sơn",
    "ninh minh",
]
SHELF = Shelf(name.split() for name in NAMES)


def best(asked: str) -> str | None:
    near = SHELF.near(asked.split())
    return NAMES[near[0].index] if near else None


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("hữu nghị", "hữu nghị"),
        ("huu nghi", "hữu nghị"),
        ("huu ngi", "hữu nghị"),
        ("huuw nghij", "hữu nghị"),
        ("tan than", "tân thanh"),
        ("tân thành", "tân thanh"),
        ("thuong fuoc", "thường phước"),
        ("tuong phuoc", "thường phước"),
        ("nam cam", "nậm cắn"),
        ("huunghi", "hữu nghị"),
        ("hoang than son", "hoàng thanh sơn"),
        ("luong thanh xon", "lương thanh sơn"),
    ],
)
def test_a_slip_is_near(asked: str, name: str) -> None:
    assert best(asked) == name


@pytest.mark.parametrize(
    "asked", ["chi mai lan", "tan tien", "lang son", "hai nghi", "chu ma", "nguyen thanh long", "son"]
)
def test_another_name_is_not(asked: str) -> None:
    assert best(asked) is None


def test_a_right_spelling_beats_a_slip() -> None:
    scores = [near.score for near in (*SHELF.near(["tân", "thanh"]), *SHELF.near(["tan", "thanh"]))]
    assert scores == [100.0, 100.0]  # without marks is no slip, only less said
    assert SHELF.near(["tan", "than"])[0].score < SHELF.near(["tấn", "thanh"])[0].score < 100.0


def test_a_short_name_bears_less() -> None:
    assert [allowed(n) for n in (4, 5, 8, 12, 20)] == sorted(allowed(n) for n in (4, 5, 8, 12, 20))
    assert allowed(4) < 1.0 <= allowed(8)


def test_sounds_that_writers_confuse_are_one() -> None:
    pairs = [
        ("trinh", "chinh"),
        ("xuan", "suan"),
        ("phuoc", "fuoc"),
        ("nghi", "ngi"),
        ("giang", "dang"),
        ("lam", "nam"),
    ]
    assert all(sound(a) == sound(b) for a, b in pairs)


@given(
    st.sampled_from([part for name in NAMES for part in name.split()]), st.text("aăbchiknôtư", min_size=1, max_size=6)
)
def test_distance_is_zero_only_for_the_same_letters(name: str, asked: str) -> None:
    assert distance(name, name) == 0.0
    cost = distance(asked, name)
    assert cost >= 0.0
    if cost == 0.0:
        assert len(asked) == len(name)
