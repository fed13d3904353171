"""Who may do what. Deny by default: staff and admins are named in the configuration or by an admin in the chat."""

from __future__ import annotations

from enum import IntEnum

from bot.config import Settings
from bot.store.members import Group, Members


class Role(IntEnum):
    STRANGER = 0
    STAFF = 1
    ADMIN = 2


class Access:
    """Kept in memory, changed through the store. Admins are named in the configuration only, so that nobody who takes
    over one account can make more of them."""

    def __init__(self, settings: Settings, members: Members) -> None:
        self._settings = settings
        self._members = members
        self._staff: dict[int, bool] = {}
        self._languages: dict[int, str] = {}
        self._groups: dict[int, Group] = {group.chat: Group(group.chat, group.topic) for group in settings.groups}

    @classmethod
    async def load(cls, settings: Settings, members: Members) -> Access:
        access = cls(settings, members)
        for person in await members.people():
            if person.staff is not None:
                access._staff[person.id] = person.staff
            if person.language is not None:
                access._languages[person.id] = person.language
        for group in await members.groups():
            access._groups[group.chat] = group
        return access

    def role(self, person: int) -> Role:
        if person in self._settings.admins:
            return Role.ADMIN
        if self._staff.get(person, person in self._settings.staff):
            return Role.STAFF
        return Role.STRANGER

    def people(self) -> tuple[int, ...]:
        """Everyone who may ask, admins included, in order of id."""
        named = self._settings.admins | self._settings.staff | set(self._staff)
        return tuple(sorted(person for person in named if self.role(person) is not Role.STRANGER))

    def group(self, chat: int) -> Group | None:
        """The group, when it is approved."""
        found = self._groups.get(chat)
        return found if found and found.approved else None

    def groups(self) -> tuple[Group, ...]:
        """The approved groups."""
        return tuple(group for group in self._groups.values() if group.approved)

    def language(self, person: int | None, telegram: str | None = None) -> str:
        """The language `person` chose, else the office's; a stranger whose Telegram is not Vietnamese gets English."""
        if person is not None and person in self._languages:
            return self._languages[person]
        if telegram and not telegram.startswith("vi") and (person is None or self.role(person) is Role.STRANGER):
            return "en"
        return self._settings.language

    async def speak(self, person: int, language: str) -> None:
        await self._members.speak(person, language)
        self._languages[person] = language

    async def admit(self, person: int, staff: bool, *, by: int) -> None:
        await self._members.admit(person, staff, by)
        self._staff[person] = staff

    async def approve(self, chat: int, topic: int | None, *, approved: bool = True, by: int = 0) -> None:
        await self._members.approve(chat, topic, approved, by)
        self._groups[chat] = Group(chat, topic, approved)

    async def moved(self, chat: int, new_chat: int) -> None:
        """The group `chat` became the supergroup `new_chat`, which is as approved as it was."""
        group = self.group(chat)
        if group:
            await self.approve(new_chat, group.topic)
            await self.approve(chat, group.topic, approved=False)
