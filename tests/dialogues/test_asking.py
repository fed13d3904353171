"""Staff ask in private."""

from __future__ import annotations

from datetime import date

from knowledge.model import Choice, Unknown
from tests.bot.doubles import found
from tests.dialogues.stage import Stage

DONE = "Trong kỳ, Ban hoàn thành 57/60 nhiệm vụ được giao."


async def test_the_answer_comes_first_then_the_sentence_then_the_report(stage: Stage) -> None:
    stage.library.answers["xong bao nhiêu việc?"] = found("57/60 nhiệm vụ", DONE)
    stage.lan.says("xong bao nhiêu việc?")
    message = await stage.lan.hears("57/60 nhiệm vụ", DONE, "Báo cáo giữa năm, 5/7/2023")
    assert message["text"].startswith("57/60 nhiệm vụ\n")
    kinds = {(e["type"], message["text"][e["offset"] : e["offset"] + e["length"]]) for e in message["entities"]}
    assert {("bold", "57/60 nhiệm vụ"), ("blockquote", DONE), ("underline", "57/60 nhiệm vụ")} <= kinds
    assert stage.library.asked == [("xong bao nhiêu việc?", date(2026, 3, 2), ())]


async def test_a_follow_up_is_asked_with_the_questions_before_it(stage: Stage) -> None:
    stage.library.answers |= {f"câu {n}?": found("1", "Có 1.") for n in range(9)}
    for n in range(9):
        stage.lan.says(f"câu {n}?")
        await stage.lan.hears("1")
    assert [context for _, _, context in stage.library.asked][:3] == [(), ("câu 0?",), ("câu 0?", "câu 1?")]
    assert stage.library.asked[-1][2] == tuple(f"câu {n}?" for n in range(2, 8))


async def test_half_an_hour_later_the_talk_starts_afresh(stage: Stage) -> None:
    stage.library.answers |= {"một?": found("1", "Có 1."), "hai?": found("2", "Có 2.")}
    stage.lan.says("một?")
    await stage.lan.hears("1")
    stage.clock.advance(31 * 60)
    stage.lan.says("hai?")
    await stage.lan.hears("2")
    assert stage.library.asked[-1] == ("hai?", date(2026, 3, 2), ())


async def test_what_is_not_known_is_said_with_what_is_held(stage: Stage) -> None:
    stage.library.answers["năm 2031?"] = Unknown("vi", "no_period", ("năm 2020", "năm 2021"), {"asked": "năm 2031"})
    stage.lan.says("năm 2031?")
    await stage.lan.hears("không có số liệu cho năm 2031", "Hiện có:\n• năm 2020\n• năm 2021")


async def test_an_english_question_is_answered_in_english(stage: Stage) -> None:
    stage.library.answers["how many?"] = Unknown("en", "nothing")
    stage.lan.says("how many?")
    await stage.lan.hears("The reports held do not say.")


async def test_a_question_of_several_readings_is_asked_back_with_buttons(stage: Stage) -> None:
    stage.library.answers["thu bao nhiêu?"] = Choice("vi", ("thu phí", "thu thuế"), ("thu phí?", "thu thuế?"))
    stage.library.answers["thu thuế?"] = found("4,2 tỷ đồng", "Thu thuế 4,2 tỷ đồng.")
    stage.lan.says("thu bao nhiêu?")
    message = await stage.lan.hears("Ý anh/chị là")
    stage.lan.presses(message, "thu thuế")
    await stage.lan.hears("4,2 tỷ đồng")
    assert stage.library.asked[-1][0] == "thu thuế?"


async def test_long_readings_stand_in_the_text_and_the_buttons_are_numbers(stage: Stage) -> None:
    long = "tổng kim ngạch xuất nhập khẩu hàng hoá qua tất cả các cửa khẩu trong kỳ"
    stage.library.answers["thu?"] = Choice("vi", (long, "thu phí"), ("a?", "b?"))
    stage.library.answers["b?"] = found("3", "Có 3.")
    stage.lan.says("thu?")
    message = await stage.lan.hears(f"1. {long}", "2. thu phí")
    stage.lan.presses(message, "2")
    await stage.lan.hears("3")


async def test_an_edited_question_is_answered_again_in_reply_to_it(stage: Stage) -> None:
    stage.library.answers |= {"cũ?": found("1", "Có 1."), "mới?": found("2", "Có 2.")}
    question = stage.lan.says("cũ?")
    await stage.lan.hears("1")
    stage.lan.edits(question, "cũ?")  # the same words again: nothing to answer
    stage.lan.edits(question, "mới?")
    answer = await stage.lan.hears("2")
    assert answer["reply_to_message"]["message_id"] == question["message_id"]
    assert [(q, c) for q, _, c in stage.library.asked] == [("cũ?", ()), ("mới?", ())]


async def test_a_very_long_question_is_not_even_looked_up(stage: Stage) -> None:
    stage.lan.says("bao nhiêu " * 300)
    await stage.lan.hears("dài quá", "600")
    assert stage.library.asked == []


async def test_markup_in_questions_and_reports_stays_what_it_is(stage: Stage) -> None:
    nasty = "<b>x</b> & <script>alert(1)</script> &lt; </blockquote>"
    stage.library.answers[nasty] = found("<i>5</i>", f"{nasty} là <i>5</i> && <u>")
    stage.lan.says(nasty)
    await stage.lan.hears("<i>5</i>", f"{nasty} là <i>5</i> && <u>")
    stage.library.answers["<a>"] = Unknown("vi", "no_gate", ("<b>",), {"asked": "<a> & {x}"})
    stage.lan.says("<a>")
    await stage.lan.hears("<a> & {x}", "• <b>")


async def test_stickers_and_voices_get_a_kind_word(stage: Stage) -> None:
    stage.lan.says("", voice={"file_id": "v", "file_unique_id": "v", "duration": 3})
    await stage.lan.hears("Tôi chỉ đọc được chữ")


async def test_when_something_breaks_the_person_gets_one_sentence(stage: Stage) -> None:
    stage.library.answers["vỡ?"] = RuntimeError("disk full at /srv/secret")
    stage.lan.says("vỡ?")
    message = await stage.lan.hears("Xin lỗi, tôi gặp trục trặc")
    assert "secret" not in message["text"]


async def test_questions_by_command_in_private(stage: Stage) -> None:
    stage.library.answers["xong bao nhiêu việc?"] = found("57/60", DONE)
    stage.lan.says("/hoi xong bao nhiêu việc?")
    await stage.lan.hears("57/60")
    stage.lan.says("/hoi")
    await stage.lan.hears("Anh/chị muốn hỏi gì")


async def test_old_buttons_are_told_to_be_old(stage: Stage) -> None:
    stage.lan.says("/ngonngu")
    message = await stage.lan.hears("ngôn ngữ nào")
    for data in ("ask:AAAAAAAAAAAA:0", "from-an-earlier-version"):
        stage.world.press(stage.lan.person, message, data)
        await stage.lan.pops_up("đã cũ")
    stage.world.press(stage.lan.person, message, "r:o:99:0")
    await stage.lan.pops_up("không còn nữa")


async def test_a_button_that_breaks_apologises_in_a_pop_up(stage: Stage) -> None:
    async def broken(report_id: int) -> None:
        raise OSError("disk")

    stage.lan.says("/ngonngu")
    message = await stage.lan.hears("ngôn ngữ nào")
    stage.library.report = broken
    stage.world.press(stage.lan.person, message, "r:o:99:0")
    await stage.lan.pops_up("Xin lỗi")
