"""People and groups as the admins set them in the chat (the configuration file comes on top), and chosen languages."""

from __future__ import annotations

from dataclasses import dataclass

from bot.store.database import Database


@dataclass(frozen=True, slots=True)
class Person:
    """`staff` is None where no admin has said anything."""

    id: int
    language: str | None
    staff: bool | None


@dataclass(frozen=True, slots=True)
class Group:
    chat: int
    topic: int | None
    approved: bool = True


class Members:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def people(self) -> list[Person]:
        rows = await self._database.rows("SELECT id, language, staff FROM people")
        return [Person(row[0], row[1], None if row[2] is None else bool(row[2])) for row in rows]

    async def groups(self) -> list[Group]:
        rows = await self._database.rows("SELECT chat, topic, approved FROM groups")
        return [Group(row[0], row[1], bool(row[2])) for row in rows]

    async def speak(self, person: int, language: str) -> None:
        await self._database.change(
            "INSERT INTO people (id, language) VALUES (?, ?)"
            " ON CONFLICT (id) DO UPDATE SET language = excluded.language",
            (person, language),
        )

    async def admit(self, person: int, staff: bool, by: int) -> None:
        await self._database.change(
            "INSERT INTO people (id, staff, changed_by) VALUES (?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET staff = excluded.staff, changed_by = excluded.changed_by",
            (person, int(staff), by),
        )

    async def approve(self, chat: int, topic: int | None, approved: bool, by: int) -> None:
        await self._database.change(
            "INSERT INTO groups (chat, topic, approved, changed_by) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (chat) DO UPDATE SET topic = excluded.topic, approved = excluded.approved,"
            " changed_by = excluded.changed_by",
            (chat, topic, int(approved), by),
        )

    async def refusals(self, person: int, since: float) -> int:
        """How often `person` was turned away after `since`."""
        row = await self._database.row("SELECT count(*) FROM refusals WHERE person = ? AND at > ?", (person, since))
        return int(row[0]) if row else 0

    async def refuse(self, person: int, now: float) -> None:
        async with self._database.transaction() as connection:
            await connection.execute("DELETE FROM refusals WHERE at < ?", (now - 86_400,))
            await connection.execute("INSERT INTO refusals VALUES (?, ?)", (person, now))
