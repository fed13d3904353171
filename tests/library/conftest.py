from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from knowledge.library import Library


@pytest.fixture
async def library() -> AsyncIterator[Library]:
    """An empty library in memory."""
    async with await Library.open(":memory:") as opened:
        yield opened
