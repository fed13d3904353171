"""The operator's settings: ``config.toml``, overridden by environment variables named ``THUKY_…``.

Lists in the environment are separated by commas (``THUKY_STAFF=123,456``). Relative paths are taken from the folder of
the configuration file. Anything wrong ends in a :class:`ConfigError` of one sentence.
"""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, PydanticBaseSettingsSource, SettingsConfigDict

from bot.errors import ConfigError

DEFAULT_FILE = Path("config.toml")
TOKEN_SHAPE = re.compile(r"\d{1,20}:[A-Za-z0-9_-]{20,100}")
PROXY_SCHEMES = ("http", "https", "socks5", "socks5h")


class GroupSetting(BaseModel):
    """An approved group; notices go to `topic` where the group has topics."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    chat: int
    topic: int | None = None


class Settings(BaseSettings):
    """All settings, with their defaults; see ``config.example.toml`` for what each is for."""

    model_config = SettingsConfigDict(env_prefix="THUKY_", extra="forbid", frozen=True)

    token: SecretStr = SecretStr("")
    base_url: str = "https://api.telegram.org/bot"
    base_file_url: str = "https://api.telegram.org/file/bot"
    proxy: str | None = None
    database: Path = Path("thuky.db")
    lexicon: Annotated[tuple[Path, ...], NoDecode] = ()
    language: Literal["vi", "en"] = "vi"
    time_zone: str = "Asia/Ho_Chi_Minh"
    staff: Annotated[frozenset[int], NoDecode] = frozenset()
    admins: Annotated[frozenset[int], NoDecode] = frozenset()
    groups: tuple[GroupSetting, ...] = ()
    notice_delay: int = Field(default=60, ge=0, le=86_400)
    max_file_mb: int = Field(default=20, ge=1, le=2_000)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return env_settings, init_settings

    @field_validator("lexicon", "staff", "admins", mode="before")
    @classmethod
    def _split(cls, value: Any) -> Any:
        if isinstance(value, str):
            return [part.strip() for part in value.split(",") if part.strip()]
        return value

    @field_validator("proxy", mode="before")
    @classmethod
    def _proxy(cls, value: Any) -> Any:
        if value in ("", None):
            return None
        parts = urlsplit(str(value))
        if parts.scheme not in PROXY_SCHEMES or not parts.hostname:
            raise ValueError("must look like http://host:port or socks5://host:port")
        return value

    @field_validator("base_url", "base_file_url")
    @classmethod
    def _address(cls, value: str) -> str:
        parts = urlsplit(value)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("must begin with http:// or https://")
        return value

    @field_validator("time_zone")
    @classmethod
    def _zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise ValueError("is not a time zone such as Asia/Ho_Chi_Minh") from error
        return value

    @field_validator("token")
    @classmethod
    def _token(cls, value: SecretStr) -> SecretStr:
        text = value.get_secret_value().strip()
        if text and not TOKEN_SHAPE.fullmatch(text):
            raise ValueError("does not look like a token of @BotFather (123456789:AA…)")
        return SecretStr(text)

    @model_validator(mode="after")
    def _one_approval_per_group(self) -> Settings:
        chats = [group.chat for group in self.groups]
        if len(chats) != len(set(chats)):
            raise ValueError("groups: a chat is listed twice")
        return self

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @property
    def on_loopback(self) -> bool:
        """Whether the Bot API is served by this very machine (the sandbox): then no proxy is ever used."""
        return urlsplit(self.base_url).hostname in ("127.0.0.1", "localhost", "::1")

    @property
    def store(self) -> Path:
        """The bot's own database, beside that of the reports."""
        return self.database.with_name(f"{self.database.stem}-bot{self.database.suffix or '.db'}")


def load(path: Path | None = None) -> Settings:
    """The settings of the file at `path` (default: ``THUKY_CONFIG``, else ``config.toml`` in the working directory,
    which may be missing). Raises ConfigError."""
    named = path or (Path(os.environ["THUKY_CONFIG"]) if os.environ.get("THUKY_CONFIG") else None)
    file = named or DEFAULT_FILE
    values: dict[str, Any] = {}
    if file.is_file():
        values = _read(file)
    elif named is not None:
        raise ConfigError(f"There is no configuration file {file}.")
    try:
        settings = Settings(**values)
    except ValidationError as error:
        raise ConfigError(_sentence(file, error)) from None
    home = file.resolve().parent
    return settings.model_copy(
        update={
            "database": home / settings.database,
            "lexicon": tuple(home / folder for folder in settings.lexicon),
        }
    )


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise ConfigError(f"{file} is not UTF-8 text; please save it again as UTF-8.") from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{file} cannot be read: {error}.") from None
    except OSError as error:
        raise ConfigError(f"{file} cannot be opened: {error.strerror}.") from None


def _sentence(file: Path, error: ValidationError) -> str:
    """The first problem in one sentence. The value itself is left out: it may be the token."""
    first = error.errors(include_input=False, include_url=False)[0]
    name = ".".join(str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        return f"{file}: there is no setting named {name!r}; config.example.toml lists them all."
    told = first["msg"].removeprefix("Value error, ")
    return f"{file} or environment: {name + ' ' if name else ''}{told[:1].lower()}{told[1:]}."
