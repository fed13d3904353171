"""The errors the bot raises on purpose."""

from __future__ import annotations


class BotError(Exception):
    """Root of this package's errors."""


class ConfigError(BotError):
    """A setting that cannot be used; the message is one sentence for the operator."""


class TextsError(BotError):
    """A sentence is missing from the texts, or its placeholders are not filled."""
