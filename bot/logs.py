"""What the log says, and what it must not: the token never appears in it."""

from __future__ import annotations

import logging
import re

# A bot's token as it stands in Bot API addresses and in settings.
TOKEN = re.compile(r"\d{5,20}:[A-Za-z0-9_-]{20,100}")
HIDDEN = "<token>"


class Redaction(logging.Formatter):
    """Formats as usual, then hides whatever looks like a token, in messages and tracebacks alike."""

    def format(self, record: logging.LogRecord) -> str:
        return TOKEN.sub(HIDDEN, super().format(record))


def set_up(level: int = logging.INFO) -> None:
    """Log to standard error. httpx and httpcore, whose lines hold addresses with the token, only utter warnings."""
    handler = logging.StreamHandler()
    handler.setFormatter(Redaction("%(asctime)s %(levelname)-7s %(name)s: %(message)s", "%Y-%m-%d %H:%M:%S"))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger("tornado.access").setLevel(logging.ERROR)  # the sandbox refuses requests by design
