"""Figures, days, people and stretches of text that hold words of the question and are no answer to it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from knowledge.model import Choice
from tests.ask.asked import HEAD, answer, items, short, table, value

LATER = HEAD.replace("05 tháng 01 năm 2032", "08 tháng 01 năm 2033").replace("năm 2031", "năm 2032")


@pytest.mark.parametrize(
    ("told", "question"),
    [
        ("Đoạn đường dài 14 km có mấy chốt kiểm tra tờ khai.", "Năm 2031 Kim Thành mở bao nhiêu tờ khai?"),
        ("Tiêu hủy 21,5 tấn nội tạng nhập lậu ở Kim Thành.", "Năm 2031 Kim Thành bắt bao nhiêu vụ nhập lậu?"),
        (
            "Trạm Kim Thành mỗi tuần hai lần báo số xe chở quặng.",
            "Số xe chở quặng qua Kim Thành năm 2031 là bao nhiêu?",
        ),
        ("Hai cửa khẩu chính đều thu thuế qua ngân hàng.", "Năm 2031 thu thuế ở hai cửa khẩu chính bao nhiêu?"),
        ("Tại Văn bản số 3177 tỉnh cho người qua Kim Thành trở lại.", "Năm 2031 có bao nhiêu người qua Kim Thành?"),
    ],
)
def test_another_kind_of_figure_counts_nothing(told: str, question: str) -> None:
    assert value(told + "\n", question) is None


def test_what_is_counted_is_still_told() -> None:
    told = "Bắt 27 vụ nhập lậu ở Kim Thành, tiêu hủy 21,5 tấn nội tạng.\n"
    assert value(told, "Năm 2031 Kim Thành bắt bao nhiêu vụ nhập lậu?") == 27
    assert value(told, "Năm 2031 Kim Thành tiêu hủy bao nhiêu tấn nội tạng?") == 21.5


@pytest.mark.parametrize(
    ("told", "question"),
    [
        ("Nợ phí: 03 doanh nghiệp, cộng lại 240 triệu đồng.", "Năm 2031 thu phí được bao nhiêu?"),
        ("Truy thu 1,2 tỷ đồng tiền phí của 07 doanh nghiệp.", "Năm 2031 thu phí được bao nhiêu?"),
        (
            "Kết luận phải nộp lại 45 triệu đồng tiền phí, trong đó Kim Thành 30 triệu đồng.",
            "Năm 2031 Kim Thành thu phí bao nhiêu?",
        ),
        (
            "Đường vào Kim Thành có giá trị hợp đồng 18 tỷ đồng.",
            "Năm 2031 giá trị hàng hóa qua Kim Thành là bao nhiêu?",
        ),
        ("Kho lạnh Kim Thành: tổng mức 74 tỷ đồng.", "Năm 2031 kim ngạch qua Kim Thành là bao nhiêu?"),
        (
            "Bãi xe Kim Thành đạt 45% khối lượng.",
            "Năm 2031 giải ngân vốn đầu tư công Kim Thành đạt bao nhiêu phần trăm?",
        ),
        ("Các dự án trả lương bình quân 6,1 triệu đồng mỗi tháng.", "Năm 2031 vốn đăng ký của các dự án là bao nhiêu?"),
        ("Gộp lại 50,1 triệu USD hàng qua Kim Thành.", "Năm 2031 hàng nhập qua Kim Thành trị giá bao nhiêu?"),
    ],
)
def test_a_sum_of_another_thing_is_none(told: str, question: str) -> None:
    assert value(told + "\n", question) is None


def test_the_sum_itself_is_told() -> None:
    told = "Thu phí 12,4 tỷ đồng; truy thu 1,2 tỷ đồng tiền phí; nợ phí 240 triệu đồng.\n"
    assert short(told, "Năm 2031 thu phí được bao nhiêu?") == "12,4 tỷ đồng"
    assert short(told, "Năm 2031 truy thu bao nhiêu tiền phí?") == "1,2 tỷ đồng"


def test_one_of_several_gates_is_not_all() -> None:
    told = "Cụ thể: trạm thu phí Kim Thành 98 tỷ đồng; Mường Khương 31 tỷ đồng; Bản Vược 8 tỷ đồng.\n"
    assert value(told, "Năm 2031 thu phí được bao nhiêu?") is None
    assert short(told, "Năm 2031 thu phí ở Kim Thành được bao nhiêu?") == "98 tỷ đồng"


def test_one_row_is_not_all() -> None:
    told = table(
        "Bảng 2. Một số dự án năm 2031 (triệu đồng)",
        ("Dự án", "Kế hoạch vốn", "Giải ngân"),
        ("Kho lạnh Kim Thành", "21.400", "17.120"),
        ("Đường nối Bản Vược", "36.000", "30.240"),
    )
    assert value(told, "Kế hoạch vốn năm 2031 là bao nhiêu?") is None
    assert value(told, "Kế hoạch vốn năm 2031 của kho lạnh Kim Thành là bao nhiêu?") == 21_400_000_000


def test_the_total_stands_before_its_parts() -> None:
    told = "Tổng cộng 412 triệu đồng: diễn tập 265 triệu đồng, tuyên truyền 147 triệu đồng.\n"
    assert value(told, "Tổng kinh phí diễn tập, tuyên truyền năm 2031 là bao nhiêu?") == 412_000_000
    assert value(told, "Kinh phí tuyên truyền năm 2031 là bao nhiêu?") == 147_000_000


def test_what_is_planned_is_not_what_was_done() -> None:
    assert value("4. Chỉ tiêu thu phí 65 tỷ đồng chưa điều chỉnh.\n", "Năm 2031 thu phí được bao nhiêu?") is None
    told = "Kết luận hội nghị, Trưởng ban nêu mục tiêu năm 2032: kim ngạch 1.050 triệu USD, thu phí 180 tỷ đồng.\n"
    assert value(told, "Năm 2031 thu phí được bao nhiêu?") is None
    assert value(told, "Mục tiêu thu phí năm 2032 là bao nhiêu?") == 180_000_000_000
    least = "Phòng Quản lý Đầu tư: giải ngân tối thiểu 95% kế hoạch vốn.\n"
    assert value(least, "Năm 2031 giải ngân được bao nhiêu phần trăm?") is None


@pytest.mark.parametrize("opens", ["IV. NHIỆM VỤ NĂM 2032. ", "11. Nhiệm vụ năm 2032. "])
def test_a_numbered_line_opens_a_section_on_what_is_to_come(opens: str) -> None:
    told = f"Thu phí 150 tỷ đồng.\n{opens}Thu phí 190 tỷ đồng; hoàn thành kho lạnh trước 15/10/2032.\n"
    assert value(told, "Năm 2031 thu phí được bao nhiêu?") == 150_000_000_000
    assert value(told, "Mục tiêu thu phí năm 2032 là bao nhiêu?") == 190_000_000_000


def test_a_part_of_the_report_is_named_by_its_number_in_words() -> None:
    told = "Phần một: Kết quả\nThu phí 150 tỷ đồng.\nPhần hai: Năm 2032\nThu phí 190 tỷ đồng.\n"
    assert value(told, "Năm 2031 thu phí được bao nhiêu?") == 150_000_000_000


def test_a_plan_is_asked_for_and_none_is_told() -> None:
    assert value("Xuất khẩu: 590,1 triệu USD.\n", "Kế hoạch xuất khẩu năm 2031 là bao nhiêu?") is None


@pytest.mark.parametrize(
    ("told", "question"),
    [
        (
            "Vận hành hệ thống thu phí tự động ở Kim Thành từ ngày 01/4/2031.",
            "he thong cap nuoc Kim Thanh hoan thanh ngay nao",
        ),
        ("Cấp thẻ cư dân ở Kim Thành từ 01/6/2031.", "Quốc môn Kim Thành khởi công ngày nào?"),
        (
            "Ông Lò Văn Tám, Trưởng ban, được điều động giữ chức Bí thư Huyện ủy Bát Xát từ ngày 01/8/2031.",
            "Ông Lò Văn Tám được bổ nhiệm Trưởng ban từ ngày nào?",
        ),
        ("Khởi công kho lạnh Kim Thành trước 15/10/2032.", "Kho lạnh Kim Thành đã khởi công ngày nào?"),
    ],
)
def test_a_day_of_something_else_is_none(told: str, question: str) -> None:
    assert short(told + "\n", question) is None


def test_the_day_of_a_post_taken_up() -> None:
    told = "Ông Lò Văn Tám, Phó Trưởng ban, được bổ nhiệm giữ chức Trưởng ban từ ngày 01/8/2031.\n"
    assert short(told, "Ông Lò Văn Tám được bổ nhiệm Trưởng ban từ ngày nào?") == "ngày 01/8/2031"


def test_those_present_replaced_nobody() -> None:
    told = "Có mặt: đồng chí Lò Văn Tám, Phó Trưởng ban; đồng chí Giàng Thị Mỷ, Chánh Văn phòng.\n"
    assert short(told, "Ai thay ông Lò Văn Tám?") is None


def test_of_two_others_nothing_is_told_of_a_third() -> None:
    told = (
        "Ông Võ Minh Hải, Chánh Văn phòng nghỉ hưu từ 15/10/2031; bà Phan Thị Lụa thay làm Chánh Văn phòng.\n"
        "Bà Nguyễn Thị Lan là kế toán trưởng.\n"
    )
    assert short(told, "Ai thay bà Nguyễn Thị Lan làm kế toán trưởng?") is None


def test_who_took_the_minutes() -> None:
    told = "Chủ trì: ông Lò Văn Tám, Trưởng ban.\nGhi biên bản: bà Giàng Thị Mỷ.\n"
    assert short(told, "Who took the minutes of the meeting?") == "Giàng Thị Mỷ"
    assert short("Ông Lò Văn Tám chủ trì cuộc họp.\n", "Ai ghi biên bản cuộc họp?") is None


def test_the_new_holder_is_not_who_left() -> None:
    told = "Bà Giàng Thị Mỷ, kế toán trưởng, chuyển sang Sở Tài chính từ 01/11/2031; bà Lù Thị Sen thay.\n"
    assert short(told, "Kế toán trưởng mới là ai?") == "Lù Thị Sen"


def test_a_count_does_not_say_which() -> None:
    counted = "Ban đã xong 71 nhiệm vụ, 06 nhiệm vụ trong hạn, 02 nhiệm vụ quá hạn.\n"
    assert short(counted, "Nhiệm vụ nào quá hạn năm 2031?") is None
    named = "Có 01 nhiệm vụ quá hạn là đề án khu hợp tác Kim Thành.\n"
    assert "khu hợp tác Kim Thành" in (short(named, "Nhiệm vụ nào quá hạn năm 2031?") or "")


def test_who_was_absent_said_nothing() -> None:
    told = "Vắng mặt: đại diện Trung tâm Phát triển quỹ đất.\n"
    assert short(told, "Đại diện Trung tâm Phát triển quỹ đất nói gì?") is None


def test_of_two_deputies_one_is_asked_back() -> None:
    told = (
        "2. Phó Trưởng ban Lò Văn Tám: phụ trách quy hoạch, xây dựng.\n"
        "3. Phó Trưởng ban Giàng Thị Mỷ: phụ trách cửa khẩu, thu phí.\n"
    )
    asked = answer(told, "Phó Trưởng ban phụ trách lĩnh vực gì?")
    assert isinstance(asked, Choice)
    assert len(asked.options) == 2
    assert short(told, "Phó Trưởng ban Giàng Thị Mỷ phụ trách lĩnh vực gì?") is not None


def test_a_later_report_counts_anew() -> None:
    later = LATER + table("Bảng 1. Kim ngạch (triệu USD)", ("Cửa khẩu", "2031", "2032"), ("Tổng", "977,0", "701,5"))
    told = "Tổng kim ngạch năm 2031 đạt 962,4 triệu USD.\n"
    found = answer(told, "Tổng kim ngạch năm 2031 là bao nhiêu?", later)
    assert getattr(found, "value", None) == 977_000_000
    far = LATER + table("Bảng 1. Kim ngạch (triệu USD)", ("Cửa khẩu", "2031", "2032"), ("Tổng", "520,0", "701,5"))
    found = answer(told, "Tổng kim ngạch năm 2031 là bao nhiêu?", far)
    assert getattr(found, "value", None) != 520_000_000


def test_the_same_part_of_the_year_is_compared_with() -> None:
    told = table(
        "Bảng 1. Kim ngạch (triệu USD)",
        ("Cửa khẩu", "6 tháng 2031", "6 tháng 2030", "Năm 2030"),
        ("Kim Thành", "221,1", "198,6", "431,9"),
    )
    asked = "6 tháng đầu năm 2031 kim ngạch qua Kim Thành tăng bao nhiêu triệu USD so với cùng kỳ 2030?"
    assert value(told, asked) == 22_500_000


def test_a_caption_says_in_what_is_counted() -> None:
    told = table(
        "Bảng 1. Hàng hóa năm 2031, tính bằng nghìn USD", ("Cửa khẩu", "Xuất", "Nhập"), ("Kim Thành", "190", "85")
    )
    assert value(told, "Năm 2031 hàng nhập qua Kim Thành trị giá bao nhiêu?") == 85_000


def test_at_the_latest_is_no_superlative() -> None:
    told = "Cả bốn trạm phải có phương án chữa cháy, chậm nhất 31/3/2032.\n"
    assert short(told, "Công trình nào chậm nhất năm 2031?") is None


def test_a_contractor_without_a_name() -> None:
    told = "Quốc môn Kim Thành đã đổ xong trụ, nhưng nhà thầu thiếu đá hộc.\n"
    assert short(told, "Nhà thầu nào làm Quốc môn Kim Thành?") is None


def test_what_was_handed_over_is_not_what_is_left() -> None:
    told = "Phải thu hồi 21,4 ha đất của 93 hộ; đến nay diện tích đã bàn giao 15,9 ha.\n"
    assert value(told, "How many hectares were still to be handed over in 2031?") == Decimal("5.5")


def test_several_are_asked_for() -> None:
    told = "Bà Giàng Thị Mỷ và ông Vàng Seo Páo làm Phó Giám đốc Trung tâm Quản lý cửa khẩu.\n"
    asked = "Deputy directors of the Gate Management Centre in 2031"
    assert items(told, asked) == ("Giàng Thị Mỷ", "Vàng Seo Páo")
    assert value("Toàn Ban có 71 người.\n", asked) is None


def test_the_last_half_year() -> None:
    told = "Năm 2031 có 52.870 lượt phương tiện xuất nhập cảnh; 6 tháng cuối năm có 27.965 lượt.\n"
    assert value(told, "How many vehicle trips in the second half of 2031?") == 27_965


def test_a_part_in_brackets_is_not_measured_by_the_plan() -> None:
    told = (
        "Kim ngạch 6 tháng đạt 800 triệu USD (xuất khẩu 600 triệu USD, nhập khẩu 200 triệu USD), bằng 40% kế hoạch.\n"
    )
    assert value(told, "Kế hoạch kim ngạch năm 2031 là bao nhiêu?") in (None, 2_000_000_000)
