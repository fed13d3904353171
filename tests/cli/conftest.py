from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from knowledge.cli import app
from knowledge.library import Library
from tests.cli.stage import Stage

Thuky = Callable[..., Result]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, with nothing configured but the language."""
    for name in ("THUKY_DATABASE", "THUKY_LEXICON", "THUKY_CONFIG", "THUKY_DEBUG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("THUKY_LANGUAGE", "en")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def stage(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    stage = Stage()

    async def opened(path: Path, *, lexicon: tuple[Path, ...] = ()) -> Library:
        stage.opened.append((path, lexicon))
        return stage

    monkeypatch.setattr(Library, "open", opened)
    (folder / "thuky.db").touch()
    return stage


@pytest.fixture
def thuky(folder: Path) -> Thuky:
    """Runs the command line; `input` is what stands on standard input."""

    def run(*arguments: str, input: str | None = None) -> Result:
        return CliRunner().invoke(app, list(arguments), input=input)

    return run
