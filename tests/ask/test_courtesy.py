"""Courtesy around questions, questions that but name what they ask for, and words typed in a hurry."""

from __future__ import annotations

import pytest

from knowledge.ask.clipped import full
from knowledge.ask.courtesy import Courtesy
from knowledge.ask.forms import Forms
from knowledge.ask.question import Wanted
from knowledge.ask.slurred import only, undoubled
from knowledge.ask.spelling import Speller
from knowledge.ask.words import words_of
from knowledge.lexicon.load import load
from tests.ask.asked import answer

FORMS = Forms(load(), "vi")
SPELLER = Speller(load(), {})


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ("Cho tôi xin số liệu thu phí quý II năm 2031", "thu phí quý II năm 2031"),
        ("nhờ ad check giúp em số xe tồn ngày 5/3", "số xe tồn ngày 5/3"),
        ("mình muốn biết ai ký biên bản vậy mọi người", "ai ký biên bản vậy"),
        ("đơn vị nào nộp chậm nhất, cho xin tên đơn vị", "đơn vị nào nộp chậm nhất"),
        ("không biết bao giờ bàn giao bãi xe", "bao giờ bàn giao bãi xe"),
        ("Thưa quý Ban, bến Đồng Lau mở lại ngày nào", "bến Đồng Lau mở lại ngày nào"),
        ("Bến Đồng Lau thu phí bao nhiêu, kính mong anh chị cho biết?", "Bến Đồng Lau thu phí bao nhiêu"),
        ("Bến Đồng Lau thu phí bao nhiêu, em đang làm báo cáo nên cần số này ạ", "Bến Đồng Lau thu phí bao nhiêu"),
        ("Em làm bài về du lịch, cho em hỏi khách qua bến bao nhiêu", "khách qua bến bao nhiêu"),
        ("Xin hỏi chị Hoa nghỉ hưu từ ngày nào", "chị Hoa nghỉ hưu từ ngày nào"),
        ("Xin hỏi Ban Quản lý có mấy phòng", "Ban Quản lý có mấy phòng"),
        ("Chợ Hội An thu bao nhiêu", "Chợ Hội An thu bao nhiêu"),
        ("cho biết hộ nào nợ phí", "hộ nào nợ phí"),
        ("cho hỏi tỉ lệ giải ngân", "tỉ lệ giải ngân"),
        ("xin lùi ngày họp đến hôm nào", "xin lùi ngày họp đến hôm nào"),
        ("không có nhiệm vụ nào quá hạn phải không", "không có nhiệm vụ nào quá hạn phải không"),
    ],
)
def test_courtesy_is_left_out(asked: str, left: str) -> None:
    assert Courtesy(load(), "vi").bare(asked) == left


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ("ngày bàn giao mặt bằng kho số 3", Wanted.DATE),
        ("tên người giữ chức chánh văn phòng", Wanted.PERSON),
        ("các hộ chưa nhận tiền đền bù", Wanted.LIST),
        ("thu phí đạt mức nào", Wanted.QUANTITY),
        ("đơn vị nào bị phạt", Wanted.WHICH),
        ("giám đốc trung tâm quản lý cửa khẩu là người nào", Wanted.PERSON),
    ],
)
def test_what_is_wanted(asked: str, wanted: Wanted) -> None:
    assert FORMS.read(asked).wanted is wanted


def test_money_that_is_named_is_asked_for() -> None:
    assert FORMS.read("tổng số tiền nộp phạt là bao nhiêu").dimension == "money"
    assert FORMS.read("tiến độ thu được bao nhiêu").dimension is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kho số 3 bgiao ngày nào", "kho số 3 bàn giao ngày nào"),
        ("tuừ ngày nào thu phí", "từ ngày nào thu phí"),
        ("hồi cuôi 2031 ai là trg ban", "hồi cuối 2031 ai là trưởng ban"),
        ("vốn giải ngâ bao nhiêu", "vốn giải ngân bao nhiêu"),
        ("bản Khoòng có mấy hộ", "bản Khoòng có mấy hộ"),
    ],
)
def test_hurried_words(typed: str, meant: str) -> None:
    assert SPELLER.repair(typed).text == meant


def test_what_is_unclear_stays() -> None:
    assert full("tluong", words_of(load()), marked=False) is None
    assert undoubled("khoòng") is None
    assert only("đên", ("đến", "đền")) is None


def test_one_alone_was_absent() -> None:
    report = "Họp giao ban quý IV năm 2031: dự có ông Trần Văn Đá, ông Lê Văn Núi. Ông Phạm Văn Suối vắng mặt.\n"
    found = answer(report, "Những ai không dự họp giao ban quý IV năm 2031?")
    assert "Đá" not in getattr(found, "short", "")


def test_a_target_given_is_no_takings() -> None:
    report = "Cả năm thu phí được 52 tỷ đồng, vượt dự toán tỉnh giao (47 tỷ đồng).\n"
    assert getattr(answer(report, "năm 2031 ban được giao thu phí bao nhiêu tiền"), "value", None) != 52_000_000_000
