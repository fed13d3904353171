"""Which database, lexicon and language a command takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.ask.sentences import LANGUAGES
from knowledge.cli import frame, settings
from tests.cli.conftest import Thuky
from tests.cli.stage import Stage


def test_without_anything_the_database_is_here(folder: Path) -> None:
    assert settings.load() == settings.Settings(folder / "thuky.db", (), "en")


def test_the_configuration_names_it(folder: Path) -> None:
    (folder / "config.toml").write_text('token = "x"\ndatabase = "data/our.db"\nlexicon = ["words", "/opt/words"]\n')
    assert settings.load().database == folder / "data/our.db"
    assert settings.load().lexicon == (folder / "words", Path("/opt/words"))


def test_the_environment_comes_first(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "config.toml").write_text('database = "our.db"\n')
    monkeypatch.setenv("THUKY_DATABASE", "/srv/other.db")
    monkeypatch.setenv("THUKY_LEXICON", "a, b")
    assert settings.load() == settings.Settings(Path("/srv/other.db"), (folder / "a", folder / "b"), "en")


def test_paths_count_from_the_configuration_that_was_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "etc").mkdir()
    (folder / "etc/thuky.toml").write_text('database = "our.db"\n')
    monkeypatch.setenv("THUKY_CONFIG", "etc/thuky.toml")
    assert settings.load().database == folder / "etc/our.db"


@pytest.mark.parametrize("content", [b"database = ", b"database = 7", b"\xff\xfe", b"lexicon = [7]"])
def test_a_broken_configuration_is_one_sentence(stage: Stage, thuky: Thuky, folder: Path, content: bytes) -> None:
    (folder / "config.toml").write_bytes(content)
    result = thuky("reports")
    assert result.exit_code == 1
    assert "config.toml" in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_configuration_that_is_not_there(
    stage: Stage, thuky: Thuky, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("THUKY_CONFIG", "nowhere.toml")
    assert thuky("reports").stderr == "There is no configuration file nowhere.toml.\n"


@pytest.mark.parametrize(
    ("option", "configured", "locale", "expected"),
    [
        ("vi", "en", "en_US.UTF-8", "vi"),
        (None, "en", "vi_VN.UTF-8", "en"),
        (None, "", "en_GB.UTF-8", "en"),
        (None, "", "vi_VN.UTF-8", "vi"),
        (None, "", "", "vi"),
        (None, "", "C.UTF-8", "vi"),
    ],
)
def test_the_language(
    folder: Path, monkeypatch: pytest.MonkeyPatch, option: str | None, configured: str, locale: str, expected: str
) -> None:
    monkeypatch.setenv("THUKY_LANGUAGE", configured)
    monkeypatch.setenv("LANG", locale)
    assert frame.say(option).language == expected
    assert expected in LANGUAGES


def test_a_language_we_do_not_speak_is_a_usage_error(stage: Stage, thuky: Thuky) -> None:
    assert thuky("reports", "--lang", "fr").exit_code == 2


def test_every_command_has_help(thuky: Thuky) -> None:
    commands = ["ingest", "ask", "search", "why", "explain", "reports", "facts", "remove", "reindex", "text", "doctor"]
    overview = thuky("--help").stdout
    for command in commands:
        assert f" {command} " in overview
        assert thuky(command, "--help").exit_code == 0
    assert "To begin" in thuky().stdout
    assert thuky("--version").stdout.startswith("thuky ")
    assert thuky("nonsense").exit_code == 2
