"""What need not be said: a sum is a value, the final figure is meant anyhow, everyday words weigh nothing; and what a
question rules out by the way it counts."""

from __future__ import annotations

import pytest

from knowledge.model import Choice
from tests.ask.asked import answer, answer_after, short

TRADE = """Xuất nhập khẩu năm 2031: \
cửa khẩu Bản Vược làm được 3,05 triệu USD, cửa khẩu Lùng Pô một triệu một trăm nghìn USD.

Lượng gỗ nhập qua Bản Vược là 8.400 tấn.
"""
CORRECTED = """Đính chính: số người xuất nhập cảnh qua cửa khẩu Bản Vược năm 2031 đã ghi 214.600 lượt người; \
số đúng là 221.340 lượt người.
"""
MOVED = """Chợ Cốc Nam có 320 quầy hàng, mùa dịch chỉ mở 41 quầy, đến nay mở lại 190 quầy.
"""
MEETINGS = """Đã làm việc với Phòng Thành Cảng 05 cuộc, kinh phí họp 210 triệu đồng.
"""
OTHERS = """Mường Khương thu 96 triệu đồng phí, còn lại là Bát Xát và các lối mở.
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("năm 2031 hàng qua cửa khẩu Bản Vược trị giá bao nhiêu", "3,05 triệu USD"),
        ("nam 2031 kim ngach qua ban vuoc bao nhieu", "3,05 triệu USD"),
        ("kim ngạch qua Lùng Pô năm 2031", "một triệu một trăm nghìn USD"),
        ("hàng hóa qua cửa khẩu Bản Vược năm 2031 được bao nhiêu tiền", "3,05 triệu USD"),
        ("value of goods through Ban Vuoc in 2031", "3,05 triệu USD"),
        ("how much money were the goods through Ban Vuoc worth in 2031", "3,05 triệu USD"),
    ],
)
def test_a_sum_that_goods_are_told_in_is_their_value(question: str, said: str) -> None:
    assert short(TRADE, question) == said


@pytest.mark.parametrize(
    "question",
    [
        "kim ngạch qua Pò Hèn năm 2031",
        "giá trị sản xuất công nghiệp năm 2031",
        "vốn đăng ký của các dự án ở Bản Vược năm 2031",
    ],
)
def test_a_sum_is_not_the_value_of_everything(question: str) -> None:
    assert short(TRADE, question) is None


@pytest.mark.parametrize(
    "question",
    [
        "năm 2031 có bao nhiêu lượt người xuất nhập cảnh qua Bản Vược",
        "năm 2031 thật ra có bao nhiêu lượt người xuất nhập cảnh qua Bản Vược",
        "sau đính chính, số người xuất nhập cảnh qua Bản Vược năm 2031 là bao nhiêu",
        "ban vuoc 2031 bao nhieu luot nguoi xuat nhap canh, lay so moi sua nha",
        "correct number of passengers through Ban Vuoc in 2031",
        "passengers through Ban Vuoc in 2031, as finally corrected",
    ],
)
def test_the_final_figure_is_meant_anyhow(question: str) -> None:
    assert short(CORRECTED, question) == "221.340 lượt người"


def test_of_two_like_figures_in_a_sentence_the_asker_chooses() -> None:
    assert isinstance(answer(MOVED, "cho coc nam may quay ban lai roi"), Choice)


@pytest.mark.parametrize(
    "question", ["năm 2031 họp hết mấy cuộc với Phòng Thành Cảng", "lam viec voi Phong Thanh Cang may cuoc"]
)
def test_what_has_a_classifier_is_told_in_no_money(question: str) -> None:
    assert short(MEETINGS, question) == "05 cuộc"


def test_a_figure_beside_one_place_is_not_that_of_another_the_sentence_mentions() -> None:
    assert short(OTHERS, "Mường Khương thu phí bao nhiêu năm 2031") == "96 triệu đồng"
    assert short(OTHERS, "riêng Bát Xát thu phí bao nhiêu năm 2031") is None


def test_a_follow_up_names_the_gate_of_the_question_before() -> None:
    table = """Kim ngạch (triệu USD)

Cửa khẩu\tNăm 2030\tNăm 2031
Bản Vược\t146,9\t113,6
Lùng Pô\t12,1\t15,4
"""
    found = answer_after(table, "kim ngạch Bản Vược năm 2031", "thế còn 2030?")
    assert "146,9" in getattr(found, "short", "")


ASKED = """Phòng Quản lý Đầu tư đề nghị tổ chức đoàn đi Nhật 8 người: đồng ý đoàn 05 người.

UBND huyện kiến nghị hỗ trợ 38 tỷ đồng nâng cấp đường vào cửa khẩu Bản Vược.
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("đoàn đi Nhật có mấy người", "05 người"),
        ("phòng Quản lý Đầu tư đề nghị đoàn đi Nhật mấy người", "8 người"),
        ("huyện kiến nghị hỗ trợ bao nhiêu tiền làm đường vào cửa khẩu Bản Vược", "38 tỷ đồng"),
        ("năm 2031 đã hỗ trợ bao nhiêu tiền nâng cấp đường vào cửa khẩu Bản Vược", None),
    ],
)
def test_what_is_only_asked_for_is_no_fact(question: str, said: str | None) -> None:
    assert short(ASKED, question) == said


@pytest.mark.parametrize("question", ["năm 2031 cấp mới mấy dự án FDI", "nam 2031 cap moi bao nhieu du an FDI"])
def test_projects_are_told_in_no_money(question: str) -> None:
    assert short("Năm 2031 cấp mới 39 dự án FDI, vốn FDI cấp mới 416,8 triệu USD.", question) == "39 dự án"
