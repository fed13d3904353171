"""Admins send reports, take them back, remove them; groups are told; everybody may look."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.handlers.upload import file_name
from tests.dialogues.stage import FORUM, OFFICE, TOPIC, Stage, staged
from tests.documents.made import package

TEXT = "Báo cáo giữa năm\nHoàn thành 57/60 nhiệm vụ."

REASONS = {
    "!empty": "tệp trống",
    "!encrypted": "mật khẩu",
    "!wrong_extension expected=docx found=pdf": "docx, thực ra là pdf",
    "!wrong_extension": "đuôi tệp không đúng",
    "!not_text": "không phải văn bản",
    "!too_large": "quá lớn",
    "!too_large most=20": "tối đa 20",
    "!too_slow": "đọc mãi không xong",
    "!needs_tool tool=LibreOffice": "chưa cài LibreOffice",
    "!needs_tool": "chưa cài phần mềm",
    "!unsupported": "chưa đọc được loại tệp này",
    "!damaged": "bị hỏng",
    "!no_text": "không thấy chữ nào",
    "!too_many_pages pages=900 most=500": "900 trang, tối đa 500",
    "!too_many_pages": "quá nhiều trang",
    "!something_new": "không đọc được tệp này",
}


async def test_an_admin_sees_what_was_understood_and_the_groups_are_told_once(stage: Stage) -> None:
    office, forum = stage.room(OFFICE), stage.room(FORUM)
    sent = stage.minh.sends("giua-nam.txt", TEXT)
    message = await stage.minh.hears(
        "Báo cáo giữa năm",
        "Loại: báo cáo",
        "Số: 88/BC-BQL (đoán, xin kiểm tra)",
        "Ngày văn bản: 5/7/2023",
        "Kỳ báo cáo: 6 tháng đầu năm 2023",
        "Số liệu: 41",
        "Người: Đoàn Văn Bách, Lê Thị Mơ",
        "Cửa khẩu: Cốc Nam, Na Hình",
        "giua-nam.txt",
    )
    assert message["reply_to_message"]["message_id"] == sent["message_id"]
    await office.hears("Có báo cáo mới", "Báo cáo giữa năm", "5/7/2023", "6 tháng đầu năm 2023", "41", "Cốc Nam")
    notice = await forum.hears("Có báo cáo mới")
    assert notice["message_thread_id"] == TOPIC
    stage.minh.sends("giua-nam.txt", TEXT)
    await stage.minh.hears("đã có từ trước", "giua-nam.txt")
    stage.minh.sends("ban-khac.txt", TEXT.replace("\n", "\n\n"))
    await stage.minh.hears("cùng nội dung", "giua-nam.txt")
    assert office.silent()
    assert forum.silent()


async def test_an_archive_is_so_many_reports_told_of_in_one_reply(stage: Stage) -> None:
    office = stage.room(OFFICE)
    stage.minh.sends("giua-nam.txt", TEXT)
    await stage.minh.hears("Báo cáo giữa năm")
    await office.hears("Có báo cáo mới")
    files = {f"{n}.txt": f"Báo cáo quý {n}\n".encode() for n in (1, 2)}
    archive = package({"2023/cu.txt": TEXT.encode(), **files, "khoa.docx": b"!encrypted", "hong.doc": b"!damaged"})
    stage.minh.sends("quy.zip", archive)
    message = await stage.minh.hears(
        "quy.zip: đã nạp 2/5 tệp",
        "▫️ Báo cáo giữa năm (cu.txt): đã có từ trước.",
        "✅ Báo cáo quý 1 (1.txt): 41 số liệu.",
        "✅ Báo cáo quý 2 (2.txt)",
        "❌ khoa.docx: tệp được đặt mật khẩu",
        "❌ hong.doc: tệp bị hỏng",
    )
    assert "reply_markup" not in message
    assert len(stage.library.kept) == 3
    for n in (1, 2):
        await office.hears("Có báo cáo mới", f"Báo cáo quý {n}")


async def test_many_reports_at_once_are_one_notice(stage: Stage) -> None:
    office = stage.room(OFFICE)
    stage.minh.sends("nam.zip", package({f"{n:02}.txt": f"Báo cáo tháng {n}\n".encode() for n in range(1, 41)}))
    await stage.minh.hears("đã nạp 40/40 tệp", "Báo cáo tháng 1 ", "và 15 mục nữa")
    await office.hears("Có 40 báo cáo mới", "1. Báo cáo tháng 1", "10. Báo cáo tháng 10", "và 30 mục nữa")
    assert office.silent()


async def test_an_archive_that_cannot_be_opened_is_refused(stage: Stage) -> None:
    stage.minh.sends("rong.zip", package({}))
    await stage.minh.hears("rong.zip", "tệp trống")
    assert stage.library.kept == {}


async def test_while_a_file_is_read_the_chat_shows_it(stage: Stage) -> None:
    stage.minh.sends("giua-nam.txt", TEXT)
    await stage.minh.hears()
    assert any(e["kind"] == "action" and e["content"]["chat"] == stage.minh.person for e in stage.world.events)


async def test_every_file_of_an_album_gets_its_own_reply(stage: Stage) -> None:
    sent = [stage.minh.sends(f"{n}.txt", f"Báo cáo số {n}\n", media_group_id="a") for n in range(3)]
    for n, original in enumerate(sent):
        message = await stage.minh.hears(f"Báo cáo số {n}")
        assert message["reply_to_message"]["message_id"] == original["message_id"]


@pytest.mark.parametrize("content", REASONS, ids=lambda content: content[1:].replace(" ", ","))
async def test_a_bad_file_gets_one_clear_sentence(stage: Stage, content: str) -> None:
    office = stage.room(OFFICE)
    stage.minh.sends("tệp<1>.docx", content)
    await stage.minh.hears("tệp<1>.docx: ", REASONS[content], "chưa lưu gì")
    stage.minh.says("/baocao")
    await stage.minh.hears("chưa có báo cáo nào")
    assert office.silent()


async def test_a_file_over_the_limit_is_not_fetched(stage: Stage) -> None:
    stage.minh.sends("lớn.pdf", "x", size=21 << 20)
    await stage.minh.hears("tệp quá lớn, tối đa 20 MB")
    assert "getFile" not in [method for method, _ in stage.world.requests]


async def test_a_file_telegram_will_not_hand_out_is_too_large_as_well(stage: Stage) -> None:
    stage.minh.sends("lớn.pdf", b"x" * ((20 << 20) + 1), size=5)
    await stage.minh.hears("tệp quá lớn, tối đa 20 MB")


async def test_undo_before_the_groups_are_told_tells_them_nothing(tmp_path: Path) -> None:
    async with staged(tmp_path, notice_delay=60) as stage, stage.running():
        office = stage.room(OFFICE)
        stage.minh.sends("giua-nam.txt", TEXT)
        message = await stage.minh.hears("Sau 60 giây")
        stage.minh.presses(message, "↩️ Hoàn tác")
        await stage.minh.hears("Đã xoá Báo cáo giữa năm", kind="edit")
        assert stage.library.kept == {}
        stage.clock.advance(61)
        stage.minh.sends("giua-nam.txt", TEXT)  # sent again later: told again
        await stage.minh.hears("Báo cáo giữa năm")
        assert office.silent()
        stage.clock.advance(61)
        await office.hears("Có báo cáo mới")
        assert office.silent()


async def test_undo_after_the_groups_were_told_rewrites_the_notices(stage: Stage) -> None:
    office = stage.room(OFFICE)
    stage.minh.sends("giua-nam.txt", TEXT)
    message = await stage.minh.hears("Báo cáo giữa năm")
    notice = await office.hears("Có báo cáo mới")
    stage.minh.presses(message, "↩️ Hoàn tác")
    await stage.minh.hears("Đã xoá", kind="edit")
    rewritten = await office.hears("đã được rút lại", kind="edit")
    assert rewritten["message_id"] == notice["message_id"]
    stage.minh.presses(message, "↩️ Hoàn tác")
    await stage.minh.pops_up("không còn nữa")


async def test_text_pasted_into_the_chat_is_added_by_replying_to_it(stage: Stage) -> None:
    pasted = stage.minh.says(TEXT * 40)
    await stage.minh.hears("dài quá", "/nap")
    stage.minh.says("/nap", reply_to=pasted["message_id"])
    await stage.minh.hears("Đã đọc xong", "Báo cáo giữa năm")
    stage.minh.says("/nap")
    await stage.minh.hears("trả lời (reply)")


async def test_a_photographed_page_is_tried_as_a_file(stage: Stage) -> None:
    file_id = stage.world.store("photo", TEXT.encode())
    sizes = [{"file_id": "small", "file_unique_id": "s", "width": 9, "height": 9}]
    sizes.append({"file_id": file_id, "file_unique_id": "big", "width": 900, "height": 900})
    stage.minh.says("", photo=sizes)
    await stage.minh.hears("photo-big.jpg")


async def test_staff_cannot_add_reports(stage: Stage) -> None:
    stage.lan.sends("giua-nam.txt", TEXT)
    await stage.lan.hears("chỉ quản trị viên")
    assert stage.library.kept == {}


async def test_the_list_is_leafed_through_and_a_report_opened(stage: Stage) -> None:
    for n in range(1, 9):
        stage.minh.sends(f"{n}.txt", f"Báo cáo số {n}\n")
        await stage.minh.hears(f"Báo cáo số {n}")
    stage.lan.says("/baocao")
    listed = await stage.lan.hears("8 báo cáo", "trang 1/2", "1. Báo cáo số 1 – 5/7/2023", "6. Báo cáo số 6")
    stage.lan.presses(listed, "Cũ hơn")
    listed = await stage.lan.hears("trang 2/2", "7. Báo cáo số 7", kind="edit")
    stage.lan.presses(listed, "8")
    opened = await stage.lan.hears("Báo cáo số 8", "Số liệu: 41", kind="edit")
    assert "Xoá" not in str(opened["reply_markup"])
    stage.lan.presses(opened, "📎")
    assert await stage.lan.receives("8.txt") == "Báo cáo số 8\n".encode()
    stage.lan.presses(opened, "‹ Quay lại")
    await stage.lan.hears("trang 2/2", kind="edit")


async def test_an_admin_removes_a_report_after_being_asked(stage: Stage) -> None:
    stage.minh.sends("giua-nam.txt", TEXT)
    await stage.minh.hears("Báo cáo giữa năm")
    stage.minh.says("/reports")
    stage.minh.presses(await stage.minh.hears("1. Báo cáo giữa năm"), "1")
    stage.minh.presses(await stage.minh.hears("Số liệu", kind="edit"), "🗑 Xoá")
    sure = await stage.minh.hears("Xoá hẳn Báo cáo giữa năm?", kind="edit")
    assert stage.library.kept
    stage.minh.presses(sure, "Đúng, xoá")
    await stage.minh.hears("Đã xoá", kind="edit")
    assert stage.library.kept == {}


async def test_staff_who_forge_an_admins_button_change_nothing(stage: Stage) -> None:
    stage.minh.sends("giua-nam.txt", TEXT)
    await stage.minh.hears("Báo cáo giữa năm")
    stage.lan.says("/baocao")
    listed = await stage.lan.hears("Báo cáo giữa năm")
    sha = next(iter(stage.library.kept.values()))[0].sha256
    for data in ("r:d:1:0", f"undo:1:{sha[:12]}"):
        stage.world.press(stage.lan.person, listed, data)
    await stage.lan.pops_up("chỉ quản trị viên")
    await stage.lan.hears("chỉ quản trị viên")
    assert stage.library.kept


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("BC.docx", "BC.docx"),
        ("../../etc/passwd", "passwd"),
        ("C:\\x\\BC.docx", "BC.docx"),
        ("", "report-5"),
        ("..", "report-5"),
        ("a" * 300 + ".docx", "a" * 145 + ".docx"),
    ],
)
def test_a_file_name_is_bare_and_bounded(sent: str, kept: str) -> None:
    assert file_name(sent, 5) == kept
