"""Likeness of names: what is passed over as no name at all is none."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.fold import fold
from knowledge.text.similar import Shelf

NAMES = (("mường", "khương"), ("thanh", "thủy"), ("tân", "thanh"), ("xín", "mần"), ("bản", "vược"), ("cốc", "pàng"))
SHELF = Shelf(NAMES)
SYLLABLES = st.sampled_from([*{part for name in NAMES for part in name}, "khuong", "than", "tan", "dong", "coc", "báo"])


@given(st.lists(SYLLABLES, min_size=1, max_size=3))
def test_a_name_begins_like_one_or_is_one_written_together(asked: list[str]) -> None:
    folded = [fold(part) for part in asked]
    if SHELF.near(asked):
        assert SHELF.begins(folded) or "".join(folded) in SHELF.joined


@given(st.lists(SYLLABLES, min_size=1, max_size=3))
def test_syllables_may_be_handed_over_folded(asked: list[str]) -> None:
    assert SHELF.near(asked, [fold(part) for part in asked]) == SHELF.near(asked)


def test_each_name_is_near_itself_and_near_what_a_slip_makes_of_it() -> None:
    for index, name in enumerate(NAMES):
        best = SHELF.near(name)[0]
        assert (best.index, best.score) == (index, 100.0)
    assert [near.index for near in SHELF.near(["muong", "khuong"])] == [0]
    assert [near.index for near in SHELF.near(["muongkhuong"])] == [0]
    assert SHELF.near(["kim", "ngạch"]) == []
    assert not SHELF.begins(["kim", "ngach"])
