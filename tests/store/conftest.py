from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from knowledge.store import Database, Passages, Reports


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "thuky.db"


@pytest.fixture
async def database(path: Path) -> AsyncIterator[Database]:
    async with await Database.open(path) as database:
        yield database


@pytest.fixture
def reports(database: Database) -> Reports:
    return Reports(database)


@pytest.fixture
def passages(database: Database) -> Passages:
    return Passages(database)
