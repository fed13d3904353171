"""What the command line needs of the bot's ``config.toml``: which database, which lexicon folders, which language."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from knowledge.errors import ThukyError

DATABASE = Path("thuky.db")


class SettingsError(ThukyError):
    """The configuration file cannot be read; the message is a sentence for the operator."""


@dataclass(frozen=True, slots=True)
class Settings:
    database: Path
    lexicon: tuple[Path, ...] = ()
    language: str | None = None


def load() -> Settings:
    """The keys ``database``, ``lexicon`` and ``language`` of ``config.toml`` (or of the file that THUKY_CONFIG names).

    The environment (THUKY_DATABASE, THUKY_LEXICON with commas between folders, THUKY_LANGUAGE) comes first, and without
    either the database is ``thuky.db``. Relative paths count from the folder of the configuration file, as in the bot.
    """
    named = os.environ.get("THUKY_CONFIG")
    file = Path(named or "config.toml")
    values: dict[str, Any] = {}
    if file.is_file():
        values = _read(file)
    elif named:
        raise SettingsError(f"There is no configuration file {file}.")
    home = file.absolute().parent
    database = os.environ.get("THUKY_DATABASE") or values.get("database") or DATABASE
    folders = os.environ.get("THUKY_LEXICON") or values.get("lexicon") or []
    if isinstance(folders, str):
        folders = [folder.strip() for folder in folders.split(",") if folder.strip()]
    if not isinstance(database, str | Path) or not all(isinstance(folder, str) for folder in folders):
        raise SettingsError(f"{file}: `database` must be a path and `lexicon` a list of folders.")
    language = os.environ.get("THUKY_LANGUAGE") or values.get("language")
    return Settings(home / database, tuple(home / folder for folder in folders), str(language) if language else None)


def database(option: Path | None) -> Path:
    """The database of a command: the one of its option, else the configured one."""
    return option or load().database


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file} cannot be read: {error}.") from error
    except OSError as error:
        raise SettingsError(f"{file} cannot be opened: {error.strerror}.") from error
