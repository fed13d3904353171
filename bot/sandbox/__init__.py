"""A Bot API on loopback, for tests and for trying the bot without Telegram.

``methods.toml`` lists the methods and their fields, ``schema`` checks a request against it, ``markup`` reads Telegram's
HTML, ``methods`` does what each method does to the ``world`` of people, chats and messages, ``server`` speaks HTTP, and
``page`` lets a person in a browser be any of the people. A request that Telegram would reject is rejected with
Telegram's code and description; a field that Telegram would silently ignore is rejected, too.
"""

from bot.sandbox.server import Sandbox
from bot.sandbox.world import World

__all__ = ["Sandbox", "World"]
