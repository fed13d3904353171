"""The bot's own memory, one SQLite file beside the reports: what was received, what is to be sent, who may ask, what
was asked last. Losing it loses no report."""

from bot.store.database import Database
from bot.store.store import Store

__all__ = ["Database", "Store"]
