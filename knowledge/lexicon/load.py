"""Reads the lexicon: every ``*.toml`` under this folder, then under the operator's folders.

A file is known by its path without suffix ("domain/gates"). Where several files have the same path, lists are joined
and tables merged, the operator's rows last; so an office adds gates, officials and measures without touching ours.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from knowledge.errors import LexiconError

HERE = Path(__file__).parent

Table = Mapping[str, Any]
EXAMPLES = frozenset({"examples", "yes", "no"})  # fields by which rules are tested: what they say adds no vocabulary


class Lexicon:
    """All tables, read once. `lexicon["domain/gates"]` is one file's table; `lexicon.under("domain/concepts")` yields
    all files below a folder in order of path."""

    def __init__(self, tables: Mapping[str, dict[str, Any]]) -> None:
        self._tables = tables

    def __getitem__(self, path: str) -> Table:
        return self._tables.get(path, {})

    def under(self, folder: str) -> Iterable[Table]:
        return [table for path, table in sorted(self._tables.items()) if path.startswith(folder + "/")]


def _merge(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    merged = dict(old)
    for key, value in new.items():
        before = merged.get(key)
        if isinstance(before, list) and isinstance(value, list):
            merged[key] = before + value
        elif isinstance(before, dict) and isinstance(value, dict):
            merged[key] = _merge(before, value)
        else:
            merged[key] = value
    return merged


@lru_cache(maxsize=8)
def load(extra: tuple[Path, ...] = ()) -> Lexicon:
    """The lexicon with the operator's folders `extra` laid over ours; raises LexiconError naming a broken file."""
    tables: dict[str, dict[str, Any]] = {}
    for root in (HERE, *extra):
        for file in sorted(root.rglob("*.toml")):
            try:
                table = tomllib.loads(file.read_text(encoding="utf-8"))
            except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
                raise LexiconError(f"{file}: {error}") from error
            path = file.relative_to(root).with_suffix("").as_posix()
            tables[path] = _merge(tables.get(path, {}), table)
    return Lexicon(tables)
