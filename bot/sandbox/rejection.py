"""A request that is not granted."""

from __future__ import annotations

from typing import Any


class Rejection(Exception):  # what Telegram does, not what went wrong here
    """Telegram's answer to a request it refuses: HTTP `code`, `description`, `parameters` such as ``retry_after``."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def bad_request(what: str) -> Rejection:
    return Rejection(400, f"Bad Request: {what}")
