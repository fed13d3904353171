"""Abbreviations in capitals say what the words say that they stand for, as far as what is beside them tells which."""

from __future__ import annotations

import pytest

from knowledge.errors import LexiconError
from knowledge.lexicon.load import Lexicon, load
from knowledge.recognise.abbreviations import Abbreviations
from knowledge.recognise.concepts import Concepts

CONCEPTS = Concepts(load())
WRITTEN = [
    ("12 DN ngừng HĐ", "12 doanh nghiệp ngừng hoạt động"),
    ("trạm cân đã HĐ trở lại", "trạm cân đã hoạt động trở lại"),
    ("ký HĐ thuê đất với 3 đơn vị", "ký hợp đồng thuê đất với 3 đơn vị"),
    ("vốn ĐK 410 tỷ", "vốn đăng ký 410 tỷ"),
    ("cấp GCN ĐKĐT cho 2 DA", "cấp giấy chứng nhận đăng ký đầu tư cho 2 dự án"),
    ("thu hồi 4 DA chậm tiến độ", "thu hồi 4 dự án chậm tiến độ"),
    ("tổng mức ĐT 61 tỷ", "tổng mức đầu tư 61 tỷ"),
    ("KP quyết toán 5,2 tỷ", "kinh phí quyết toán 5,2 tỷ"),
    ("mở 870 tờ khai HQ", "mở 870 tờ khai hải quan"),
    ("LĐ nước ngoài 95 người", "lao động nước ngoài 95 người"),
    ("nợ BHXH của 6 DN", "nợ bảo hiểm xã hội của 6 doanh nghiệp"),
    ("lượt PT XNC qua trạm", "lượt phương tiện xuất nhập cảnh qua trạm"),
    ("xử phạt VPHC 14 vụ", "xử phạt vi phạm hành chính 14 vụ"),
    ("nhận 230 HS TTHC", "nhận 230 hồ sơ thủ tục hành chính"),
    ("bồi thường GPMB 33 hộ", "bồi thường giải phóng mặt bằng 33 hộ"),
    ("thu phí HT 9,1 tỷ", "thu phí hạ tầng 9,1 tỷ"),
    ("đã HT 17 NV được giao", "đã hoàn thành 17 nhiệm vụ được giao"),
    ("cấp phép XD 5 nhà kho", "cấp phép xây dựng 5 nhà kho"),
    ("đạt 64% KH vốn", "đạt 64% kế hoạch vốn"),
    ("tăng 12% so với CK", "tăng 12% so với cùng kỳ"),
    ("chi TX của Ban", "chi thường xuyên của Ban"),
    ("tinh giản BC 2 người", "tinh giản biên chế 2 người"),
    ("HTXSNV 8 đồng chí", "hoàn thành xuất sắc nhiệm vụ 8 đồng chí"),
    ("danh hiệu LĐTT cho 19 CBCC", "danh hiệu lao động tiên tiến cho 19 cán bộ, công chức"),
    ("thu hoi 4 DA cham tien do", "thu hoi 4 du an cham tien do"),
]
OPEN = ["giao TT phối hợp", "đồng chí CT cho ý kiến", "họp với TP vào chiều thứ ba", "lô KL 7"]


@pytest.mark.parametrize(("short", "full"), WRITTEN)
def test_what_is_abbreviated_says_what_it_stands_for(short: str, full: str) -> None:
    said = {hit.id for hit in CONCEPTS.find(short)}
    assert {hit.id for hit in CONCEPTS.find(full)} <= said


@pytest.mark.parametrize("text", OPEN)
def test_where_nothing_tells_which_is_meant_nothing_is(text: str) -> None:
    start = next(text.index(word) for word in text.split() if word.isupper())
    assert not [hit for hit in CONCEPTS.find(text) if hit.start == start]


def test_a_hit_stands_where_the_abbreviation_does() -> None:
    text = "Đã giải ngân 82% KH vốn năm"
    places = {hit.id: text[hit.start : hit.end] for hit in CONCEPTS.find(text)}
    assert places["capital_plan"] == "KH vốn"
    assert places["plan"] == "KH"


def test_what_some_of_its_words_say_stands_within_it() -> None:
    text = "Họp BQL"
    places = {hit.id: text[hit.start : hit.end] for hit in CONCEPTS.find(text)}
    assert (places["management_board"], places["manage"]) == ("BQL", "QL")


def test_small_letters_are_no_abbreviation() -> None:
    assert "funding_budget" not in {hit.id for hit in CONCEPTS.find("hàng kp")}


@pytest.mark.parametrize("rows", ["hoạt động", [], [3]])
def test_a_row_that_is_no_list_of_words_is_refused(rows: object) -> None:
    with pytest.raises(LexiconError, match="HĐ must be a list of words"):
        Abbreviations(Lexicon({"vi/abbreviations": {"meanings": {"HĐ": rows}}}))
