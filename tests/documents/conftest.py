from __future__ import annotations

from collections.abc import Iterator

import pytest

from knowledge.documents import close_workers


@pytest.fixture(scope="session", autouse=True)
def _no_worker_left() -> Iterator[None]:
    yield
    close_workers()
