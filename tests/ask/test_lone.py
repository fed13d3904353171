"""A figure a little below the line is told where no other comes near it, and left where one does."""

from __future__ import annotations

import pytest

from tests.ask.asked import value

TASKS = """Quyết định số 19 giao Ban 24 nhiệm vụ trọng tâm.

Văn phòng được giao 15 nhiệm vụ trọng tâm.

Phí bến bãi đạt 12,4 tỷ đồng."""
QUESTION = "Quyết định khung bổ giao Ban bao nhiêu nhiệm vụ trọng tâm năm 2031"


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        (TASKS, 24),
        (TASKS.replace("Văn phòng được giao", "Quyết định số 20 giao Ban"), None),
        (TASKS.replace("nhiệm vụ trọng tâm", "gian hàng"), None),
    ],
)
def test_below_the_line(report: str, expected: int | None) -> None:
    assert value(report, QUESTION) == expected
