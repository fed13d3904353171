"""The sandbox that `make run` starts without a token."""

from __future__ import annotations

import socket
from pathlib import Path

from bot import demo
from bot.config import Settings
from bot.sandbox.server import HOST


async def test_everybody_in_it_can_be_tried(tmp_path: Path) -> None:
    async with demo.started(Settings(), 0, tmp_path) as (sandbox, service):
        world = sandbox.world
        assert len(await service.services.library.reports()) == len(demo.samples()) == 3

        async def heard(chat: int, text: str) -> bool:
            return await world.watch(
                lambda: any(
                    event["kind"] == "message" and event["content"]["chat"]["id"] == chat and text in str(event)
                    for event in world.events
                ),
                10,
            )

        world.say(demo.STAFF, "thu phí năm 2022 được bao nhiêu?")
        assert await heard(demo.STAFF, "368,4 tỷ đồng")
        world.say(demo.STRANGER, "xin chào")
        assert await heard(demo.STRANGER, "chỉ phục vụ cán bộ")
        world.say(demo.STAFF, "/hoi ai chủ trì hội nghị sơ kết?", chat_id=demo.GROUP)
        assert await heard(demo.GROUP, "Đoàn Văn Bách")
        world.send_file(demo.ADMIN, "ghi-chu.txt", "Ghi chú họp\nNăm 2024 có 12 cuộc họp.\n".encode())
        assert await heard(demo.ADMIN, "Sau 3 giây tôi sẽ báo cho 1 nhóm")
        assert await heard(demo.GROUP, "Có báo cáo mới")


async def test_a_port_that_is_taken_is_no_obstacle() -> None:
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]
        async with demo._listening(port) as sandbox:
            assert not sandbox.url.endswith(f":{port}")
