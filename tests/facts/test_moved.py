"""Which day of a sentence was only planned, and to which one it was put off."""

from __future__ import annotations

import pytest

from knowledge.facts.fact import FactKind
from tests.facts.told import passages


def days(text: str) -> list[set[str]]:
    """What each day of `text` is said to be, in its order."""
    facts = [fact for passage in passages(text) for fact in passage.facts if fact.kind is FactKind.DATE]
    return [set(fact.traits) for fact in facts]


@pytest.mark.parametrize(
    "text",
    [
        "Hội chợ lùi từ 02/12 sang 18/12/2031.",
        "Hội chợ lùi từ ngày 02/12/2031 sang ngày 18/12/2031.",
        "Hội đàm định ngày 22/10/2031 hoãn đến ngày 19/11/2031.",
        "Lễ khai mạc ngày 22/10/2031 phải dời lịch vào 19/11/2031.",
        "Họp giao ban ngày 22/10/2031 đổi sang 19/11/2031.",
    ],
)
def test_the_first_was_planned_the_second_holds(text: str) -> None:
    assert days(text) == [{"day", "planned"}, {"day", "moved"}]


def test_a_day_before_a_semicolon_is_of_something_else() -> None:
    assert days("Ngày 3/5/2031 khai trương chợ; lễ khởi công lùi đến 10/6/2031.") == [{"day"}, {"day", "moved"}]


@pytest.mark.parametrize(
    "text", ["Điều chỉnh ngày 3/5/2031.", "Đổi tên chợ ngày 3/5/2031.", "Từ ngày 3/5/2031 chuyển 12 tấn gạo."]
)
def test_what_only_looks_like_it(text: str) -> None:
    (told,) = days(text)
    assert not told & {"moved", "planned"}
