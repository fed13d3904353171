"""Deny by default: strangers, groups, languages, and what admins change in the chat."""

from __future__ import annotations

from pathlib import Path

from knowledge.model import Unknown
from tests.bot.doubles import found
from tests.dialogues.stage import ELSEWHERE, FORUM, LAN, MINH, OFFICE, STRANGER, Stage, staged

QUESTION = "xong bao nhiêu việc?"


async def test_a_stranger_learns_his_own_number_and_nothing_else(stage: Stage) -> None:
    stage.library.answers[QUESTION] = found("57/60", "Xong 57/60.")
    for text in ("/start", QUESTION, "/baocao", "/them 503", "/help"):
        stage.stranger.says(text)
        message = await stage.stranger.hears("chỉ phục vụ cán bộ", str(STRANGER))
        assert str(MINH) not in message["text"]
    assert stage.library.asked == []


async def test_a_stranger_who_goes_on_is_no_longer_answered_for_an_hour(stage: Stage) -> None:
    for n in range(9):
        stage.stranger.says(f"alo {n}")
    for _ in range(5):
        await stage.stranger.hears("chỉ phục vụ cán bộ")
    stage.lan.says("/help")
    await stage.lan.hears("Cách hỏi")
    await stage.service.inbox.idle()
    assert stage.stranger.silent()
    stage.clock.advance(3_700)
    stage.stranger.says("alo")
    await stage.stranger.hears("chỉ phục vụ cán bộ")


async def test_a_stranger_whose_telegram_is_english_is_told_in_english(stage: Stage) -> None:
    stage.world.users[STRANGER]["language_code"] = "en-GB"
    stage.stranger.says("hello")
    await stage.stranger.hears("staff only", str(STRANGER))


async def test_a_strangers_files_and_buttons_do_nothing(stage: Stage) -> None:
    stage.minh.sends("a.txt", "Báo cáo a\n")
    message = await stage.minh.hears("Báo cáo a")
    stage.stranger.sends("b.txt", "Báo cáo b\n")
    await stage.stranger.hears("chỉ phục vụ cán bộ")
    stage.world.press(STRANGER, message, "r:o:1:0")
    await stage.stranger.pops_up("chỉ dành cho cán bộ")
    assert len(stage.library.kept) == 1


async def test_an_admin_admits_and_dismisses_people(stage: Stage) -> None:
    stage.library.answers[QUESTION] = found("57/60", "Xong 57/60.")
    stage.stranger.says("/start")
    await stage.stranger.hears("chỉ phục vụ cán bộ")
    stage.minh.says(f"/them {STRANGER}")
    await stage.minh.hears(f"Từ nay {STRANGER} được hỏi")
    await stage.stranger.hears("đã được thêm")
    stage.stranger.says(QUESTION)
    await stage.stranger.hears("57/60")
    stage.minh.says("/canbo")
    await stage.minh.hears("3 người", f"• {LAN}", f"• {MINH} (quản trị)", f"• {STRANGER}")
    stage.minh.says(f"/gobo {STRANGER}")
    await stage.minh.hears("không được hỏi nữa")
    stage.stranger.says(QUESTION)
    await stage.stranger.hears("chỉ phục vụ cán bộ")
    stage.minh.says(f"/deny {MINH}")
    await stage.minh.hears("chỉ thay đổi được trong tệp cấu hình")
    stage.minh.says("/allow Lan")
    await stage.minh.hears("/them 123456789")
    stage.minh.says(f"/allow {LAN}")
    await stage.minh.hears("đã được hỏi từ trước")


async def test_who_was_admitted_stays_so_after_a_restart(tmp_path: Path) -> None:
    async with staged(tmp_path) as stage:
        async with stage.running():
            stage.minh.says(f"/allow {STRANGER}")
            await stage.minh.hears("được hỏi")
        async with stage.running():
            stage.stranger.says("/help")
            await stage.stranger.hears("Cách hỏi")


async def test_staff_have_no_admin_commands(stage: Stage) -> None:
    for command in ("/them 5", "/gobo 5", "/canbo", "/nhom", "/nap"):
        stage.lan.says(command)
        await stage.lan.hears("chỉ quản trị viên")


async def test_an_unknown_command_gets_help(stage: Stage) -> None:
    stage.lan.says("/xyz")
    await stage.lan.hears("Cách hỏi")


# --- groups ----------------------------------------------------------------------------------------------------------


async def test_in_an_approved_group_staff_ask_by_mention_reply_or_command(stage: Stage) -> None:
    stage.library.answers |= {QUESTION: found("57/60", "Xong 57/60."), "thế năm 2022?": found("112", "Xong 112.")}
    office = stage.room(OFFICE)
    asked = stage.lan.says(f"@thu_ky_bot, {QUESTION}", to=OFFICE)
    first = await office.hears("57/60")
    assert first["reply_to_message"]["message_id"] == asked["message_id"]
    stage.lan.says("thế năm 2022?", to=OFFICE, reply_to=first["message_id"])
    await office.hears("112")
    assert stage.library.asked[-1][2] == (QUESTION,)
    for command in ("/hoi", "/ask", "/hoi@thu_ky_bot"):
        stage.lan.says(f"{command} {QUESTION}", to=OFFICE)
        await office.hears("57/60")
    stage.lan.says("/hoi", to=OFFICE)
    await office.hears("Anh/chị muốn hỏi gì")
    stage.lan.says("@thu_ky_bot", to=OFFICE)
    await office.hears("Anh/chị muốn hỏi gì")


async def test_what_is_not_meant_for_the_bot_is_left_alone(stage: Stage) -> None:
    office = stage.room(OFFICE)
    stage.lan.says(QUESTION, to=OFFICE)
    stage.lan.says(f"/hoi@other_bot {QUESTION}", to=OFFICE)
    stage.lan.says(f"@someone_else {QUESTION}", to=OFFICE)
    stage.world.send_file(LAN, "x.txt", b"x", chat_id=OFFICE)
    stage.lan.says("/hoi", to=OFFICE)
    await office.hears("Anh/chị muốn hỏi gì")
    assert stage.library.asked == []


async def test_thanks_in_reply_to_a_notice_are_left_alone(stage: Stage) -> None:
    stage.library.answers["cảm ơn em"] = Unknown("vi", "not_a_question")
    office = stage.room(OFFICE)
    stage.minh.sends("a.txt", "Báo cáo a\n")
    notice = await office.hears("Có báo cáo mới")
    stage.lan.says("cảm ơn em", to=OFFICE, reply_to=notice["message_id"])
    stage.lan.says("@thu_ky_bot cảm ơn em", to=OFFICE)
    message = await office.hears("chưa rõ anh/chị muốn hỏi gì")
    assert message["reply_to_message"]["text"].startswith("@thu_ky_bot")


async def test_each_persons_talk_in_a_group_is_his_own(stage: Stage) -> None:
    stage.library.answers |= {"một?": found("1", "Có 1."), "hai?": found("2", "Có 2.")}
    office = stage.room(OFFICE)
    stage.lan.says("/hoi một?", to=OFFICE)
    await office.hears("1")
    stage.minh.says("/hoi hai?", to=OFFICE)
    await office.hears("2")
    assert stage.library.asked[-1][2] == ()


async def test_an_answer_in_a_forum_goes_to_the_topic_of_the_question(stage: Stage) -> None:
    stage.library.answers[QUESTION] = found("57/60", "Xong 57/60.")
    forum = stage.room(FORUM)
    stage.lan.says(f"/hoi {QUESTION}", to=FORUM, thread=8)
    assert (await forum.hears("57/60"))["message_thread_id"] == 8


async def test_a_stranger_in_an_approved_group_is_turned_away(stage: Stage) -> None:
    office = stage.room(OFFICE)
    stage.stranger.says(f"/hoi {QUESTION}", to=OFFICE)
    await office.hears("chỉ trả lời những người đã được quản trị viên thêm vào")
    assert stage.library.asked == []


async def test_in_a_group_that_is_not_approved_nothing_is_answered(stage: Stage) -> None:
    elsewhere = stage.room(ELSEWHERE)
    stage.stranger.says(f"/hoi {QUESTION}", to=ELSEWHERE)  # silence: anybody may put the bot into a group
    asked = stage.lan.says(f"/hoi {QUESTION}", to=ELSEWHERE)
    message = await elsewhere.hears("chưa được duyệt", str(ELSEWHERE))
    assert message["reply_to_message"]["message_id"] == asked["message_id"]
    assert stage.library.asked == []


async def test_an_admin_approves_a_group_in_the_group(stage: Stage) -> None:
    stage.library.answers[QUESTION] = found("57/60", "Xong 57/60.")
    elsewhere = stage.room(ELSEWHERE)
    stage.lan.says("/duyet", to=ELSEWHERE)  # not for staff: silence
    stage.minh.says("/duyet", to=ELSEWHERE)
    await elsewhere.hears("đã được duyệt", "@thu_ky_bot")
    stage.lan.says(f"/hoi {QUESTION}", to=ELSEWHERE)
    await elsewhere.hears("57/60")
    stage.minh.says("/nhom")
    await stage.minh.hears("3 nhóm", f"{FORUM}, chủ đề 7", str(ELSEWHERE))
    stage.minh.says("/boduyet", to=ELSEWHERE)
    await elsewhere.hears("thôi được duyệt")
    stage.lan.says(f"/hoi {QUESTION}", to=ELSEWHERE)
    await elsewhere.hears("chưa được duyệt")


async def test_a_group_that_becomes_a_supergroup_stays_approved(stage: Stage) -> None:
    stage.world.add_group(-1999, "Văn phòng mới")
    stage.world.chats[OFFICE]["moved_to"] = -1999
    moved = stage.room(-1999)
    stage.minh.sends("a.txt", "Báo cáo a\n")
    await moved.hears("Có báo cáo mới")  # Telegram refused the old number and named the new one
    stage.library.answers[QUESTION] = found("57/60", "Xong 57/60.")
    stage.lan.says(f"/hoi {QUESTION}", to=-1999)
    await moved.hears("57/60")


async def test_the_announcement_of_a_move_is_heeded(stage: Stage) -> None:
    stage.world.add_group(-1999, "Văn phòng mới")
    moved = stage.room(-1999)
    stage.world.say(LAN, "", chat_id=OFFICE, migrate_to_chat_id=-1999)
    await stage.world.watch(lambda: not stage.world.updates, 5)
    await stage.service.inbox.idle()
    stage.minh.sends("a.txt", "Báo cáo a\n")
    await moved.hears("Có báo cáo mới")


async def test_anonymous_admins_channels_and_bots_are_not_people(stage: Stage) -> None:
    stage.world.users[1087968824] = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    office = stage.room(OFFICE)
    stage.world.say(1087968824, f"/hoi {QUESTION}", chat_id=OFFICE)
    stage.lan.says("/hoi", to=OFFICE)
    await office.hears("Anh/chị muốn hỏi gì")
    assert stage.library.asked == []


# --- languages and menus ---------------------------------------------------------------------------------------------


async def test_the_language_is_changed_by_button_or_command_and_remembered(tmp_path: Path) -> None:
    async with staged(tmp_path) as stage:
        async with stage.running():
            stage.lan.says("/ngonngu")
            message = await stage.lan.hears("ngôn ngữ nào")
            stage.lan.presses(message, "English")
            await stage.lan.hears("I speak English with you", kind="edit")
            await stage.world.watch(lambda: stage.world.menu(LAN, "")[0]["command"] == "ask", 5)
            assert [c["command"] for c in stage.world.menu(LAN, "")] == ["ask", "reports", "lang", "help"]
        async with stage.running():
            stage.lan.says("/help")
            await stage.lan.hears("How to ask")
            stage.lan.says("/lang vi")
            await stage.lan.hears("tiếng Việt")


async def test_menus_are_by_role(stage: Stage) -> None:
    def names(chat: int) -> list[str]:
        return [command["command"] for command in stage.world.menu(chat, "")]

    await stage.world.watch(lambda: len(names(LAN)) > 1 and len(names(MINH)) > 1, 5)
    assert names(STRANGER) == ["start"]
    assert "them" not in names(LAN)
    assert {"hoi", "baocao", "them", "nap"} <= set(names(MINH))
    assert names(OFFICE) == ["hoi", "trogiup"]


async def test_start_greets_by_name_and_role(stage: Stage) -> None:
    stage.lan.says("/start")
    await stage.lan.hears("Chào Lan", "cứ hỏi như nhắn tin")
    stage.minh.says("/start")
    await stage.minh.hears("Chào Minh", "quản trị")


async def test_help_in_a_group_tells_how_to_ask_there(stage: Stage) -> None:
    office = stage.room(OFFICE)
    stage.lan.says("/trogiup", to=OFFICE)
    await office.hears("nhắc tên @thu_ky_bot", "/hoi")
