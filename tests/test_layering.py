"""The import rules hold, and the tools that hold them would notice a breach."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LINTER = Path(sys.executable).with_name("lint-imports")
SQL = re.compile(
    r"""["'][^"'\n]*\b(SELECT\s.+\sFROM|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM"""
    r"""|(CREATE|DROP|ALTER)\s+(VIRTUAL\s+)?(TABLE|INDEX|TRIGGER|VIEW)|PRAGMA\s+\w+)\b"""
)
STORES = ("knowledge/store/", "bot/store/")


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([LINTER, "--no-cache"], cwd=folder, capture_output=True, text=True, timeout=120)


def sources(root: Path) -> list[Path]:
    return sorted(file for package in ("knowledge", "bot") for file in (root / package).rglob("*.py"))


def with_sql(root: Path) -> list[str]:
    """The modules outside the stores that hold SQL."""
    found = [
        file.relative_to(root).as_posix() for file in sources(root) if SQL.search(file.read_text(encoding="utf-8"))
    ]
    return [name for name in found if not name.startswith(STORES)]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for package in ("knowledge", "bot"):
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "knowledge/__init__.py").touch()
    shutil.copy(ROOT / ".importlinter", tmp_path)
    return tmp_path


def test_the_rules_hold() -> None:
    result = lint(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("module", "imported"),
    [
        ("knowledge.text.fold", "knowledge.lexicon.load"),  # upwards
        ("knowledge.store.reports", "knowledge.facts"),
        ("knowledge.facts", "knowledge.documents"),  # sideways
        ("knowledge.library", "bot.app"),
        ("knowledge.text.fold", "telegram"),
        ("bot.render", "knowledge.store"),  # past the front door
        ("bot.config", "bot.render"),
    ],
)
def test_a_breach_is_noticed(copy: Path, module: str, imported: str) -> None:
    place = copy / module.replace(".", "/")
    file = place / "__init__.py" if place.is_dir() else place.with_suffix(".py")
    with file.open("a", encoding="utf-8") as opened:
        opened.write(f"\nimport {imported}\n")
    result = lint(copy)
    assert result.returncode == 1
    assert re.search(rf"{re.escape(module)} -> {re.escape(imported)}\b", result.stdout), result.stdout


def test_sql_stays_in_the_stores() -> None:
    assert with_sql(ROOT) == []


def test_sql_elsewhere_is_noticed(copy: Path) -> None:
    for number, line in enumerate(
        ["x = 'SELECT a FROM b'", 'x = "DELETE FROM b"', 'x = f"INSERT OR IGNORE INTO {b}"', 'x = "PRAGMA foo"']
    ):
        (copy / f"knowledge/ask/breach{number}.py").write_text(line, encoding="utf-8")
    assert with_sql(copy) == [f"knowledge/ask/breach{number}.py" for number in range(4)]


def test_no_module_is_long() -> None:
    long = {file.name: lines for file in sources(ROOT) if (lines := len(file.read_text("utf-8").splitlines())) > 400}
    assert not long
