"""The small error tree.

A broken contract or a file nobody can read is an exception under :class:`ThukyError`; doubtful *content* is not an
error but a :class:`~knowledge.model.Problem` returned beside the result.
"""

from __future__ import annotations


class ThukyError(Exception):
    """Root of all errors this package raises on purpose."""


class UnreadableFile(ThukyError):
    """A file that cannot be taken in.

    `code` names the sentence to show (a key of the texts, e.g. ``empty``, ``encrypted``, ``wrong_extension``,
    ``not_text``, ``too_large``, ``too_slow``, ``needs_tool``); `details` fills its placeholders.
    """

    def __init__(self, code: str, **details: str) -> None:
        super().__init__(code)
        self.code = code
        self.details = details


class LexiconError(ThukyError):
    """A lexicon file (ours or the operator's) that breaks the rules; names file and row."""


class StoreError(ThukyError):
    """The database cannot be opened, migrated or written."""
