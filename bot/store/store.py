"""The parts of the bot's memory, over one database."""

from __future__ import annotations

from pathlib import Path

from bot.store.database import Database
from bot.store.dialogue import Dialogue
from bot.store.letters import Letters
from bot.store.members import Members
from bot.store.updates import Updates


class Store:
    """Open with :meth:`open`, close with :meth:`close`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.updates = Updates(database)
        self.letters = Letters(database)
        self.dialogue = Dialogue(database)
        self.members = Members(database)

    @classmethod
    async def open(cls, path: Path) -> Store:
        """The store at `path`, created and migrated as needed. Raises BotError."""
        return cls(await Database.open(path))

    async def close(self) -> None:
        await self._database.close()
