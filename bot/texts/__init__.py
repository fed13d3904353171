"""Every sentence a person sees, in ``vi.toml`` and ``en.toml`` under the same keys.

A sentence is Telegram HTML; what is filled in is escaped here, so that no handler can forget to.
"""

from __future__ import annotations

import html
import string
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from bot.errors import TextsError

LANGUAGES = ("vi", "en")


class Html(str):
    """Text that is HTML already and must not be escaped again."""

    __slots__ = ()


class Texts:
    """The sentences of one language: ``texts("ask.too_long", limit=800)``."""

    def __init__(self, language: str, sentences: Mapping[str, str]) -> None:
        self.language = language
        self.sentences = sentences

    def __call__(self, key: str, **values: object) -> Html:
        """The sentence as HTML, values escaped (an :class:`Html` is taken as it is). Raises TextsError."""
        try:
            return Html(self.sentences[key].format(**{name: _escaped(value) for name, value in values.items()}))
        except (KeyError, IndexError) as error:
            raise TextsError(f"{self.language}: {key}: {error}") from None

    def plain(self, key: str, **values: object) -> str:
        """The sentence for places without formatting (buttons, pop-ups, command menus). Raises TextsError."""
        try:
            return self.sentences[key].format(**values)
        except (KeyError, IndexError) as error:
            raise TextsError(f"{self.language}: {key}: {error}") from None

    def first(self, keys: tuple[str, ...], values: Mapping[str, object]) -> Html | None:
        """The first sentence among `keys` that exists and whose placeholders `values` fill; None when there is none."""
        for key in keys:
            if key in self.sentences and placeholders(self.sentences[key]) <= set(values):
                return self(key, **values)
        return None

    def under(self, prefix: str) -> dict[str, str]:
        """The sentences whose key starts with `prefix` and a dot, by the rest of the key, in the order of the file."""
        start = f"{prefix}."
        return {key.removeprefix(start): text for key, text in self.sentences.items() if key.startswith(start)}


def placeholders(sentence: str) -> set[str]:
    """The names to be filled in."""
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


@cache
def texts(language: str) -> Texts:
    """The sentences in `language`, in Vietnamese where the language is unknown. Raises TextsError for a broken file."""
    known = language if language in LANGUAGES else LANGUAGES[0]
    raw = resources.files(__name__).joinpath(f"{known}.toml").read_text(encoding="utf-8")
    try:
        return Texts(known, dict(_flat("", tomllib.loads(raw))))
    except tomllib.TOMLDecodeError as error:
        raise TextsError(f"{known}.toml: {error}") from None


def _flat(prefix: str, table: Mapping[str, Any]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for name, value in table.items():
        if isinstance(value, Mapping):
            found.extend(_flat(f"{prefix}{name}.", value))
        elif isinstance(value, str):
            found.append((f"{prefix}{name}", value.strip("\n")))
        else:
            raise TextsError(f"{prefix}{name} is not a sentence")
    return found


def _escaped(value: object) -> str:
    return value if isinstance(value, Html) else html.escape(str(value), quote=False)
