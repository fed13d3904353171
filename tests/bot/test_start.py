"""``python -m bot`` as an operator starts it."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
from asyncio.subprocess import PIPE, Process
from pathlib import Path

import httpx
import pytest

from bot.sandbox import Sandbox, World

ROOT = Path(__file__).parents[2]


async def start(folder: Path, *options: str, **environment: str) -> Process:
    """The program, started in an empty folder."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("THUKY_")}
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        *options,
        cwd=folder,
        env=kept | {"PYTHONPATH": str(ROOT)} | environment,
        stdout=PIPE,
        stderr=PIPE,
    )


def kept_in(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


async def test_without_a_token_it_serves_a_chat_page_until_it_is_told_to_stop(tmp_path: Path) -> None:
    process = await start(tmp_path, "--port", "0")
    assert process.stdout is not None
    async with asyncio.timeout(60):
        lines = [(await process.stdout.readline()).decode() for _ in range(2)]
        found = re.search(r"http://127\.0\.0\.1:\d+/", lines[1])
        assert found, lines
        async with httpx.AsyncClient(base_url=found[0], trust_env=False) as http:
            assert "Thư ký" in (await http.get("/")).text
            said = {"person": 101, "chat": 101, "text": "6 tháng đầu năm 2023 hoàn thành bao nhiêu nhiệm vụ?"}
            await http.post("/page/say", json=said, headers={"X-Sandbox": "1"})
            heard = ""
            number = 0
            while "57/60" not in heard:
                events = (await http.get(f"/page/state?after={number}", timeout=40)).json()["events"]
                number = events[-1]["number"]
                heard += "".join(event["content"].get("text", "") for event in events if event["kind"] == "message")
        process.send_signal(signal.SIGTERM)
        _, errors = await process.communicate()
    assert process.returncode == 0, errors.decode()
    assert errors.decode() == ""
    assert kept_in(tmp_path) == set()


@pytest.mark.parametrize(
    ("environment", "status", "told"),
    [
        ({"THUKY_TOKEN": "abc"}, 2, "token does not look like a token"),
        ({"THUKY_CONFIG": "nowhere.toml"}, 2, "There is no configuration file nowhere.toml."),
    ],
)
async def test_a_mistake_ends_it_with_one_sentence(
    tmp_path: Path, environment: dict[str, str], status: int, told: str
) -> None:
    process = await start(tmp_path, **environment)
    _, errors = await asyncio.wait_for(process.communicate(), 60)
    assert process.returncode == status
    assert told in errors.decode()
    assert len(errors.decode().splitlines()) == 1


async def test_with_a_token_it_polls_and_a_refused_one_ends_it(tmp_path: Path) -> None:
    world = World()
    world.add_user(5, "Lan")
    async with Sandbox(world) as sandbox:
        addresses = {"THUKY_BASE_URL": sandbox.base_url, "THUKY_BASE_FILE_URL": sandbox.base_file_url}
        process = await start(tmp_path, THUKY_TOKEN=sandbox.token, THUKY_STAFF="5", **addresses)
        world.say(5, "/help")
        assert await world.watch(lambda: any("Cách hỏi" in str(event) for event in world.events), 60)
        process.send_signal(signal.SIGINT)
        _, errors = await asyncio.wait_for(process.communicate(), 60)
        assert process.returncode == 0
        assert "@thu_ky_bot is listening." in errors.decode()
        assert sandbox.token not in errors.decode()
        assert {"thuky.db", "thuky-bot.db"} <= kept_in(tmp_path)
        process = await start(tmp_path, THUKY_TOKEN=f"1{sandbox.token}", **addresses)
        _, errors = await asyncio.wait_for(process.communicate(), 60)
        assert process.returncode == 2
        assert errors.decode() == "Telegram does not accept the token; please check it with @BotFather.\n"
