"""The Telegram side of Thư ký. The way of one message, file by file:

1. ``inbox``     fetches updates, keeps them in the bot's own store, only then confirms them to Telegram;
2. ``app``       the one routing table: which handler serves whom, where;
3. ``access``    who is staff, who is an admin, which groups are approved: deny by default;
4. ``handlers``  thin: ask the ``Library``, render, post;
5. ``render``    an answer as escaped HTML of at most 4,096 characters;
6. ``outbox``    keeps every message before it is sent, paces them, and never sends one twice knowingly;
7. ``texts``     every sentence a person sees, in Vietnamese and English.

``service`` starts and stops all of it in the right order; ``sandbox`` is a Bot API on loopback with a chat page, for
trying the bot without Telegram and for the tests. Of ``knowledge`` only the front door is seen from here.
"""

import os

# The library's next ways already: RetryAfter tells its time as a timedelta, without a warning for each.
os.environ.setdefault("PTB_TIMEDELTA", "1")
