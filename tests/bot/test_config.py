"""Settings from file and environment, and one clear sentence when they are wrong."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from bot.config import Settings, load
from bot.errors import ConfigError

ROOT = Path(__file__).parents[2]
TOKEN = "123456789:AAabcdefghijklmnopqrstuvwxyz012345"


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("THUKY_TOKEN", "THUKY_CONFIG", "THUKY_STAFF", "THUKY_PROXY", "THUKY_DATABASE"):
        monkeypatch.delenv(name, raising=False)


def write(text: str, name: str = "config.toml") -> Path:
    Path(name).write_text(text, encoding="utf-8")
    return Path(name)


def test_without_file_and_environment_there_is_no_token_and_nobody_is_let_in(tmp_path: Path) -> None:
    settings = load()
    assert settings.token.get_secret_value() == ""
    assert not settings.staff | settings.admins
    assert settings.groups == ()
    assert settings.time_zone == "Asia/Ho_Chi_Minh"
    assert settings.database == tmp_path / "thuky.db"
    assert settings.store == tmp_path / "thuky-bot.db"


def test_a_file_is_read_and_paths_count_from_its_folder(tmp_path: Path) -> None:
    (tmp_path / "office").mkdir()
    file = write(
        f'token = "{TOKEN}"\nstaff = [1, 2]\nadmins = [3]\ndatabase = "data/x.db"\nlexicon = ["words"]\n'
        'proxy = "socks5://u:p@127.0.0.1:1080"\n[[groups]]\nchat = -100\ntopic = 5\n',
        "office/c.toml",
    )
    settings = load(file)
    assert settings.token.get_secret_value() == TOKEN
    assert settings.staff == {1, 2}
    assert settings.groups[0].topic == 5
    assert settings.database == tmp_path / "office/data/x.db"
    assert settings.lexicon == (tmp_path / "office/words",)


def test_the_environment_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    write("staff = [1]\n")
    monkeypatch.setenv("THUKY_TOKEN", TOKEN)
    monkeypatch.setenv("THUKY_STAFF", "4, 5")
    settings = load()
    assert settings.staff == {4, 5}
    assert settings.token.get_secret_value() == TOKEN


def test_the_environment_may_name_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    write('language = "en"\n', "other.toml")
    monkeypatch.setenv("THUKY_CONFIG", "other.toml")
    assert load().language == "en"


def test_the_token_does_not_show_by_accident() -> None:
    write(f'token = "{TOKEN}"\n')
    assert TOKEN not in repr(load())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('tokn = "x"', "there is no setting named 'tokn'; config.example.toml lists them all"),
        ('token = "abc"', "token does not look like a token of @BotFather"),
        ('staff = ["Lan"]', "staff"),
        ("staff = 7", "staff"),
        ('language = "fr"', "language input should be 'vi' or 'en'"),
        ('time_zone = "Hanoi"', "time_zone is not a time zone"),
        ('proxy = "localhost"', "proxy must look like http://host:port or socks5://host:port"),
        ('base_url = "telegram"', "base_url must begin with http"),
        ("[[groups]]\ntopic = 5", "groups.0.chat field required"),
        ("[[groups]]\nchat = -1\n[[groups]]\nchat = -1", "a chat is listed twice"),
        ("notice_delay = -1", "notice_delay"),
        ("staff = [", "cannot be read"),
    ],
)
def test_a_mistake_is_told_in_one_sentence(text: str, told: str) -> None:
    write(text)
    with pytest.raises(ConfigError) as caught:
        load()
    sentence = str(caught.value)
    assert told in sentence
    assert sentence.startswith("config.toml")
    assert sentence.endswith(".")
    assert "\n" not in sentence


def test_a_wrong_token_is_not_repeated() -> None:
    write('token = "12345:secret"')
    with pytest.raises(ConfigError) as caught:
        load()
    assert "secret" not in str(caught.value)


def test_a_file_that_is_named_must_be_there_and_be_text() -> None:
    with pytest.raises(ConfigError, match="There is no configuration file"):
        load(Path("nowhere.toml"))
    Path("latin.toml").write_bytes(b'language = "\xff\xfe"')
    with pytest.raises(ConfigError, match="not UTF-8"):
        load(Path("latin.toml"))


def test_the_example_lists_every_setting_and_is_valid() -> None:
    text = (ROOT / "config.example.toml").read_text(encoding="utf-8")
    for name in Settings.model_fields:
        assert f"\n{name} = " in text or f"\n# {name} = " in text or f"[[{name}]]" in text, name
    Settings(**tomllib.loads(text))
    lines = [line.removeprefix("# ") for line in text.splitlines()]
    examples = [line for start in ("proxy = ", "[[", "chat = ", "topic = ") for line in lines if line.startswith(start)]
    settings = Settings(**tomllib.loads("\n".join(examples)))
    assert settings.proxy is not None
    assert settings.groups[0].topic == 5
